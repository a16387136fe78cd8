#pragma once

// One question to a provider over HTTPS, which waits for the answer. Nothing is followed elsewhere,
// nothing is believed without a certificate, and the answer is short and soon or there is none.

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

namespace waymark::openid {

constexpr std::chrono::milliseconds kAnswerWithin{5000};  // the whole of it
constexpr std::size_t kLongestAnswer = 256 * 1024;

struct Question {
    std::string url;
    std::string form = {};           // application/x-www-form-urlencoded; posted when not empty
    std::string authorization = {};  // the header of that name
    std::string ca_file = {};
};

struct Answer {
    long status = 0;  // 0: no answer, a certificate that nobody vouches for, or too long a one
    std::string body = {};
};

// What asks; tests have their own.
using Fetch = std::function<Answer(Question const&)>;

// Safe to call from several threads. Throws nothing.
Answer fetch(Question const& question);

}  // namespace waymark::openid
