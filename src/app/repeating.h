#pragma once

// Work that a server does again and again beside its requests, until it stops.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

namespace waymark::app {

class Repeating {
  public:
    // `work` is called after `first`, and then `every` so long after it ended. What it throws is
    // logged as the event `failed`, and it is called again when its time comes.
    Repeating(std::string_view failed, std::chrono::seconds first, std::chrono::seconds every,
              std::function<void()> work);
    ~Repeating();  // waits for the call that is under way

    void once();

  private:
    void run(std::chrono::seconds next, std::chrono::seconds every);

    std::string_view failed_;
    std::function<void()> work_;
    std::mutex mutex_;
    std::condition_variable stop_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace waymark::app
