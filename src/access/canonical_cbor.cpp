#include "canonical_cbor.h"

#include <cstdint>

namespace waymark::access {

namespace {

constexpr int kDeepest = 4;
constexpr unsigned kBytes = 2, kText = 3, kArray = 4, kMap = 5, kTag = 6;

struct Head {
    unsigned kind;
    std::uint64_t value;
    std::size_t size;
};

std::optional<Head> head_of(std::string_view bytes) {
    if (bytes.empty()) return std::nullopt;
    unsigned const first = static_cast<unsigned char>(bytes.front());
    unsigned const low = first & 31;
    Head head{first >> 5, low, 1};
    if (low < 24) return head;
    if (low > 27) return std::nullopt;  // of no given length
    std::size_t const more = std::size_t{1} << (low - 24);
    if (bytes.size() < 1 + more) return std::nullopt;
    head.value = 0;
    for (std::size_t i = 1; i <= more; ++i) {
        head.value = head.value << 8 | static_cast<unsigned char>(bytes[i]);
    }
    head.size += more;
    return head;
}

std::optional<std::size_t> size_of(std::string_view bytes, int deepest) {
    auto const head = head_of(bytes);
    if (!head || head->kind == kTag) return std::nullopt;
    auto size = head->size;
    auto const left = bytes.size() - size;
    if (head->kind == kBytes || head->kind == kText) {
        if (head->value > left) return std::nullopt;
        return size + static_cast<std::size_t>(head->value);
    }
    if (head->kind != kArray && head->kind != kMap) return size;
    // Each has a byte at least.
    if (deepest == 0 || head->value > left) return std::nullopt;
    auto const items = head->kind == kMap ? 2 * head->value : head->value;
    for (std::uint64_t i = 0; i < items; ++i) {
        auto const item = size_of(bytes.substr(size), deepest - 1);
        if (!item) return std::nullopt;
        size += *item;
    }
    return size;
}

}  // namespace

std::optional<std::size_t> cbor_item_size(std::string_view bytes) {
    return size_of(bytes, kDeepest);
}

}  // namespace waymark::access
