#include "http/witness_doors.h"

#include "audit/log.h"

namespace waymark::http {

namespace {

constexpr std::size_t kLongestName = 100;
constexpr std::size_t kLongestSignature = 300;

Response not_a_witness() {
    return refuse({Refusal::Unauthorised, "not_a_witness"});
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
        if (!witness || !at || !audit::is_about_now(*at, clock.now) ||
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

    // Looked at before it is written, so that nobody holds up writers who is no witness. What is
    // not signed by one is answered alike, whatever is wrong with it.
    auto const at_size = static_cast<std::uint64_t>(std::max<std::int64_t>(size, 0));
    auto const cosigned = services.database->read(deadline, [&](store::Transaction& tx) {
        auto const witness = audit::witness_named(tx, name, clock);
        return witness ? audit::read_cosignature(tx, *witness, at_size, signature) : std::nullopt;
    });
    if (!cosigned) return not_a_witness();
    if (!audit::is_about_now(cosigned->at, clock.now)) {
        return refuse(invalid({{"signature", "clock_differs"}}));
    }
    services.database->write(deadline, [&](store::Transaction& tx) {
        audit::keep_cosignature(tx, *cosigned);
        tx.commit();
    });
    return no_content();
}

}  // namespace waymark::http
