#include "app/repeating.h"

#include "http/json.h"

#include <spdlog/spdlog.h>

namespace waymark::app {

Repeating::Repeating(std::string_view failed, std::chrono::seconds first,
                     std::chrono::seconds every, std::function<void()> work)
    : failed_(failed),
      work_(std::move(work)),
      thread_([this, first, every] { run(first, every); }) {}

Repeating::~Repeating() {
    {
        std::lock_guard const lock{mutex_};
        stopping_ = true;
    }
    stop_.notify_one();
    thread_.join();
}

void Repeating::once() {
    try {
        work_();
    } catch (std::exception const& trouble) {
        spdlog::error(R"("event":"{}","what":{})", failed_, http::quoted(trouble.what()));
    }
}

void Repeating::run(std::chrono::seconds next, std::chrono::seconds every) {
    std::unique_lock lock{mutex_};
    while (!stop_.wait_for(lock, next, [this] { return stopping_; })) {
        lock.unlock();
        once();
        lock.lock();
        next = every;
    }
}

}  // namespace waymark::app
