#include "server_process.h"

#include "client.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace waymark::bench {

namespace {

unsigned short free_port() {
    int const probe = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    bool const bound = bind(probe, any, length) == 0 && getsockname(probe, any, &length) == 0;
    close(probe);
    if (!bound) throw std::runtime_error("there is no free port on 127.0.0.1");
    return ntohs(address.sin_port);
}

pid_t spawn(std::vector<std::string> const& arguments, std::string const& log) {
    std::vector<char*> raw;
    for (auto const& one : arguments) raw.push_back(const_cast<char*>(one.c_str()));
    raw.push_back(nullptr);
    pid_t const pid = fork();
    if (pid != 0) return pid;
    int const out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    dup2(out, STDOUT_FILENO);
    dup2(out, STDERR_FILENO);
    execv(raw[0], raw.data());
    _exit(127);
}

}  // namespace

ServerProcess::ServerProcess(std::string const& waymark, std::string const& database,
                             std::string const& web, std::string const& programmes,
                             std::string const& log)
    : port_(free_port()) {
    auto const start = std::chrono::steady_clock::now();
    pid_ = spawn({waymark, "serve", "--database", database, "--listen",
                  "127.0.0.1:" + std::to_string(port_), "--web", web, "--programmes", programmes,
                  "--log-level", "warn", "--requests-per-minute", "0"},
                 log);
    if (pid_ < 0) throw std::runtime_error("cannot start the server");
    auto const until = start + std::chrono::minutes{1};
    while (std::chrono::steady_clock::now() < until) {
        if (answers(port_, "/healthz")) {
            first_answer_ = std::chrono::steady_clock::now() - start;
            return;
        }
        if (waitpid(pid_, nullptr, WNOHANG) == pid_) {
            pid_ = -1;
            throw std::runtime_error("the server stopped at once; see " + log);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
    throw std::runtime_error("the server did not answer within a minute; see " + log);
}

ServerProcess::~ServerProcess() {
    if (pid_ <= 0) return;
    kill(pid_, SIGTERM);
    for (int tenths = 0; tenths < 300; ++tenths) {
        if (waitpid(pid_, nullptr, WNOHANG) == pid_) return;
        std::this_thread::sleep_for(std::chrono::milliseconds{100});
    }
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
}

double ServerProcess::memory(std::string const& what) const {
    std::ifstream status{"/proc/" + std::to_string(pid_) + "/status"};
    for (std::string line; std::getline(status, line);) {
        if (line.rfind(what + ":", 0) != 0) continue;
        std::istringstream rest{line.substr(what.size() + 1)};
        double kib = 0;
        rest >> kib;
        return kib / 1024;
    }
    throw std::runtime_error("the server's memory cannot be read");
}

std::chrono::duration<double> run_program(std::vector<std::string> const& arguments, int expected) {
    auto const start = std::chrono::steady_clock::now();
    pid_t const pid = spawn(arguments, "/dev/null");
    int status = 0;
    waitpid(pid, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != expected) {
        throw std::runtime_error(arguments[0] + " " + arguments[1] + " failed");
    }
    return std::chrono::steady_clock::now() - start;
}

}  // namespace waymark::bench
