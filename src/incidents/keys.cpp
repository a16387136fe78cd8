#include "keys.h"

#include <cmath>
#include <cstring>

namespace waymark::incidents {

namespace {

// Ended by NUL, which is in no clean text, so that no two rows run together to the same bytes.
void put(std::string& bytes, std::string_view text) {
    bytes += text;
    bytes += '\0';
}

void put(std::string& bytes, double degrees) {
    put(bytes, std::to_string(std::llround(degrees * 1e6)));
}

template <class Bytes>
std::string hex_of(Bytes const& bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

}  // namespace

std::size_t RowKeys::FirstBytes::operator()(Digest const& digest) const {
    std::size_t value = 0;
    std::memcpy(&value, digest.data(), sizeof value);
    return value;
}

RowKeys::Digest RowKeys::digest_of(std::string_view bytes) const {
    Digest digest;
    crypto_generichash(digest.data(), digest.size(),
                       reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(), nullptr,
                       0);
    return digest;
}

std::string RowKeys::key_of(Incident const& incident) {
    bytes_.clear();
    put(bytes_, partnership_.value);
    if (!incident.crime_id.empty()) {
        put(bytes_, "crime");
        put(bytes_, incident.crime_id);
        return hex_of(digest_of(bytes_));
    }
    put(bytes_, "row");
    put(bytes_, incident.month);
    put(bytes_, incident.occurred_on);
    put(bytes_, incident.longitude);
    put(bytes_, incident.latitude);
    put(bytes_, incident.location);
    put(bytes_, incident.category);
    put(bytes_, incident.reported_by);
    auto const turn = ++turns_[digest_of(bytes_)];
    put(bytes_, std::to_string(turn));
    return hex_of(digest_of(bytes_));
}

FileDigest::FileDigest() {
    crypto_hash_sha256_init(&state_);
}

void FileDigest::add(std::string_view bytes) {
    crypto_hash_sha256_update(&state_, reinterpret_cast<unsigned char const*>(bytes.data()),
                              bytes.size());
}

std::string FileDigest::finish() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest;
    crypto_hash_sha256_final(&state_, digest.data());
    return hex_of(digest);
}

}  // namespace waymark::incidents
