#include "foundation/ids.h"

#include <sodium.h>

#include <array>
#include <cstdint>

namespace waymark {

namespace {

constexpr char kHex[] = "0123456789abcdef";

void append_hex(std::string& out, unsigned char byte) {
    out.push_back(kHex[byte >> 4]);
    out.push_back(kHex[byte & 0xf]);
}

}  // namespace

std::string new_uuid(Instant at) {
    std::array<unsigned char, 16> bytes;
    randombytes_buf(bytes.data(), bytes.size());
    auto const ms = static_cast<std::uint64_t>(at.time_since_epoch().count());
    for (std::size_t i = 0; i < 6; ++i) {
        bytes[i] = static_cast<unsigned char>(ms >> (40 - 8 * i));
    }
    bytes[6] = static_cast<unsigned char>(0x70 | (bytes[6] & 0x0f));
    bytes[8] = static_cast<unsigned char>(0x80 | (bytes[8] & 0x3f));

    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text.push_back('-');
        append_hex(text, bytes[i]);
    }
    return text;
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const dash = i == 8 || i == 13 || i == 18 || i == 23;
        char const c = text[i];
        bool const hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (dash ? c != '-' : !hex) return false;
    }
    return true;
}

std::string drawn_number(std::int64_t used) {
    std::uint32_t first = 1000;
    while (used > 9 * static_cast<std::int64_t>(first) / 2) first *= 10;
    return std::to_string(first + randombytes_uniform(9 * first));
}

std::string random_hex(std::size_t bytes) {
    std::string raw(bytes, '\0');
    randombytes_buf(raw.data(), raw.size());
    std::string text;
    text.reserve(bytes * 2);
    for (char c : raw) append_hex(text, static_cast<unsigned char>(c));
    return text;
}

}  // namespace waymark
