#include "http/witness_doors.h"

#include "audit/log.h"

namespace waymark::http {

namespace {

constexpr std::chrono::minutes kClocksMayDiffer{5};
constexpr std::size_t kLongestName = 100;
constexpr std::size_t kLongestSignature = 300;

Response not_a_witness() {
    return refuse({Refusal::Unauthorised, "not_a_witness"});
}

bool is_about(Instant at, Instant now) {
    return at <= now + kClocksMayDiffer && at >= now - kClocksMayDiffer;
}

}  // namespace

Response give_checkpoint(Services const& services, Body& body, store::Deadline deadline,
                         Clock const& clock) {
    auto const name = body.text("name", kLongestName);
    auto const held = body.integer("held_size");
    auto const at = body.optional_instant("at");
    auto const signature = body.text("signature", kLongestSignature);
    auto problems = body.problems();
    if (held < 0) problems.push_back({"held_size", "too_small"});
    if (!problems.empty()) return refuse(invalid(std::move(problems)));

    return services.database->read(deadline, [&](store::Transaction& tx) {
        auto const witness = audit::witness_named(tx, name, clock);
        if (!witness || !at || !is_about(*at, clock.now) ||
            !audit::is_request_of(witness->key, "checkpoint " + std::to_string(held), *at,
                                  signature)) {
            return not_a_witness();
        }
        auto const note = audit::newest_checkpoint(tx);
        if (!note) return refuse({Refusal::NotFound, "no_checkpoint_yet"});
        auto const size = note->checkpoint.size;
        auto const old_size = static_cast<std::uint64_t>(held);
        JsonArray proof;
        if (old_size > 0 && old_size < size) {
            for (auto const& hash : audit::consistency_between(tx, old_size, size)) {
                proof.emplace_back(base64_of(bytes_of(hash)));
            }
        }
        return ok(JsonObject{{"note", note->text()}, {"proof", std::move(proof)}});
    });
}

Response keep_cosignature(Services const& services, Body& body, store::Deadline deadline,
                          Clock const& clock) {
    auto const name = body.text("name", kLongestName);
    auto const size = body.integer("size");
    auto const signature = body.text("signature", kLongestSignature);
    if (auto problems = body.problems(); !problems.empty()) return refuse(invalid(problems));

    return services.database->write(deadline, [&](store::Transaction& tx) {
        auto const witness = audit::witness_named(tx, name, clock);
        if (!witness) return not_a_witness();
        auto const kept = audit::take_cosignature(
            tx, *witness, static_cast<std::uint64_t>(std::max<std::int64_t>(size, 0)), signature,
            clock);
        if (!kept) return refuse(kept.error());
        tx.commit();
        return no_content();
    });
}

}  // namespace waymark::http
