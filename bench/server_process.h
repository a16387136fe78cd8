#pragma once

// The release server as a child process on a free port of this machine, and what it uses.

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

namespace waymark::bench {

class ServerProcess {
  public:
    // Starts `waymark serve` and waits until it answers. Throws when it does not within a minute.
    ServerProcess(std::string const& waymark, std::string const& database, std::string const& web,
                  std::string const& programmes, std::string const& log);
    ~ServerProcess();  // asks it to stop, by its process id, and waits
    ServerProcess(ServerProcess const&) = delete;
    ServerProcess& operator=(ServerProcess const&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    unsigned short port() const { return port_; }
    std::chrono::duration<double> start_to_first_answer() const { return first_answer_; }
    // From /proc: VmRSS is what it holds now, VmHWM the most it ever held. In MiB.
    double memory(std::string const& what) const;

  private:
    pid_t pid_ = -1;
    unsigned short port_ = 0;
    std::chrono::duration<double> first_answer_{};
};

// Runs a program to its end with its output thrown away; gives how long it took. Throws unless it
// ends with `expected`.
std::chrono::duration<double> run_program(std::vector<std::string> const& arguments,
                                          int expected = 0);

}  // namespace waymark::bench
