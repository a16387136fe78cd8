#include "openid/fetch.h"

#include "openid/provider.h"

#include <curl/curl.h>

#include <csignal>
#include <memory>
#include <mutex>

namespace waymark::openid {

namespace {

std::size_t take_piece(char* data, std::size_t, std::size_t size, void* text) {
    auto& body = *static_cast<std::string*>(text);
    if (body.size() + size > kLongestAnswer) return 0;  // curl stops
    body.append(data, size);
    return size;
}

using Curl = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

Headers headers_of(Question const& question) {
    auto* list = curl_slist_append(nullptr, "Accept: application/json");
    if (!question.authorization.empty()) {
        list = curl_slist_append(list, ("Authorization: " + question.authorization).c_str());
    }
    return {list, &curl_slist_free_all};
}

void set_up(CURL* curl, Question const& question, Answer& answer) {
    curl_easy_setopt(curl, CURLOPT_URL, question.url.c_str());
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);  // several threads ask
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(kAnswerWithin.count()));
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, is_plain_http(question.url) ? "http" : "https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "localhost,127.0.0.1,::1");
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_piece);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.body);
    if (!question.ca_file.empty()) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, question.ca_file.c_str());
    }
    if (!question.form.empty()) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(question.form.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, question.form.c_str());
    }
}

void start() {
    // With NOSIGNAL curl leaves this to us: a provider that hangs up must not end the program.
    std::signal(SIGPIPE, SIG_IGN);
    curl_global_init(CURL_GLOBAL_DEFAULT);
}

}  // namespace

Answer fetch(Question const& question) {
    static std::once_flag started;
    std::call_once(started, start);
    if (!is_safe_address(question.url)) return {};
    Curl const curl{curl_easy_init(), &curl_easy_cleanup};
    if (!curl) return {};
    Answer answer;
    auto const headers = headers_of(question);
    set_up(curl.get(), question, answer);
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    if (curl_easy_perform(curl.get()) != CURLE_OK) return {};
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer.status);
    return answer;
}

}  // namespace waymark::openid
