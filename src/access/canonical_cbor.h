#pragma once

// How long an item of CBOR (RFC 8949) is, in the form that authenticators write it (CTAP 2.1
// section 8: lengths are given, nothing nests deeper than four). What comes from outside is held to
// this before a library reads it, because libcbor 0.8 asks at once for the memory of however many
// entries a map says that it has.

#include <optional>
#include <string_view>

namespace waymark::access {

// Of the item at the beginning; nothing when it is not whole, or not of that form.
std::optional<std::size_t> cbor_item_size(std::string_view bytes);

}  // namespace waymark::access
