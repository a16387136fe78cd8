#include "plain_codes.h"

#include "store/store.h"

#include <liboath/oath.h>
#include <sodium.h>

#include <cstdlib>
#include <memory>

namespace waymark::access {

namespace {

std::string base32(std::string_view bytes) {
    char* text = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(bytes.data(), bytes.size(), &text, &length) != OATH_OK) {
        throw store::Unavailable("not enough memory for a secret");
    }
    std::unique_ptr<char, decltype(&std::free)> const owned{text, &std::free};
    std::string made{text, length};
    while (!made.empty() && (made.back() == '=' || made.back() == '\0')) made.pop_back();
    return made;
}

}  // namespace

std::string from_base32(std::string_view text) {
    char* bytes = nullptr;
    std::size_t length = 0;
    if (oath_base32_decode(text.data(), text.size(), &bytes, &length) != OATH_OK) {
        throw store::Failure("a second factor's secret is not base32");
    }
    std::unique_ptr<char, decltype(&std::free)> const owned{bytes, &std::free};
    return {bytes, length};
}

std::string random_base32(std::size_t bytes) {
    std::string random(bytes, '\0');
    randombytes_buf(random.data(), random.size());
    return base32(random);
}

std::string in_groups(std::string_view text, char between) {
    std::string grouped;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && i % 4 == 0) grouped += between;
        grouped += text[i];
    }
    return grouped;
}

std::string without_gaps(std::string_view code) {
    std::string plain;
    for (char const c : code) {
        if (c == ' ' || c == '-') continue;
        plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return plain;
}

}  // namespace waymark::access
