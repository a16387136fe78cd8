// Safe addresses, for the agency that keeps them. Sealing one is done without a key for sending it
// again: what is kept of a request to know it by would be a digest of the address.

#include "http/case_json.h"
#include "http/http.h"
#include "http/names.h"
#include "people/people.h"
#include "safe_addresses/safe_addresses.h"

#include <map>

namespace waymark::http {

namespace {

constexpr int kMostShown = 50;

Response get_safe_address(access::Work& work, Services const&, Request& request) {
    auto const kept = safe_addresses::kept_for(work, request.id<PersonId>());
    if (!kept) return refuse(kept.error());
    if (!*kept) return ok(JsonObject{{"kept", nullptr}});
    Names names{work};
    auto const& one = **kept;
    return ok(JsonObject{{"kept", JsonObject{{"id", one.id.value},
                                             {"sealed_by_name", names.user(one.sealed_by.value)},
                                             {"sealed_at", to_text(one.sealed_at)},
                                             {"revision", one.revision}}}},
              one.revision);
}

Response seal_safe_address(access::Work& work, Services const& services, Request& request) {
    auto& body = request.body;
    safe_addresses::Address const address{body.text("line", safe_addresses::kLongestLine),
                                          body.text("town", safe_addresses::kLongestLine),
                                          body.text("postcode", safe_addresses::kLongestLine),
                                          body.text("note", safe_addresses::kLongestNote)};
    if (auto const problems = body.problems(); !problems.empty()) return refuse(invalid(problems));
    auto const id =
        safe_addresses::seal(work, *services.sealing_key, request.id<PersonId>(), address);
    if (!id) return refuse(id.error());
    return created(JsonObject{{"id", id->value}}, 1);
}

Response end_safe_address(access::Work& work, Services const&, Request& request) {
    auto const done =
        safe_addresses::end(work, request.id<safe_addresses::SafeAddressId>(), request.revision());
    return done ? no_content() : refuse(done.error());
}

Response ask_for_reveal(access::Work& work, Services const&, Request& request) {
    auto const reason = request.body.text("reason", safe_addresses::kLongestReason);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const id = safe_addresses::ask(work, request.id<safe_addresses::SafeAddressId>(), reason);
    if (!id) return refuse(id.error());
    return created(JsonObject{{"id", id->value}}, 1);
}

Response list_reveals(access::Work& work, Services const&, Request&) {
    auto const found = safe_addresses::reveals(work, kMostShown);
    if (!found) return refuse(found.error());
    std::vector<PersonId> ids;
    for (auto const& one : *found) ids.push_back(one.person);
    std::map<std::string, std::string> people;
    auto const named = people::summaries(work, ids);
    note_shown(work, "person", named);
    for (auto const& one : named) people.emplace(one.id.value, full_name(one));
    Names names{work};
    auto const& actor = work.actor();
    return ok(JsonObject{
        {"reveals", array_of(*found, [&](safe_addresses::Reveal const& one) {
             bool const is_mine = one.asked_by == actor.user;
             bool const is_open = one.until && work.clock().now < *one.until && is_mine;
             return JsonObject{
                 {"id", one.id.value},
                 {"person_id", one.person.value},
                 {"person_name", people[one.person.value]},
                 {"asked_by_name", names.user(one.asked_by.value)},
                 {"asked_at", to_text(one.asked_at)},
                 {"reason", one.reason},
                 {"decision", one.decision.empty() ? JsonValue(nullptr) : JsonValue(one.decision)},
                 {"decided_by_name", names.user_or_null(one.decided_by)},
                 {"until", or_null(one.until)},
                 {"is_mine", is_mine},
                 {"is_open", is_open},
                 {"revision", one.revision}};
         })}});
}

Response decide_reveal(access::Work& work, Services const&, Request& request) {
    auto const decision = request.body.text("decision");
    auto problems = request.body.problems();
    if (problems.empty() && decision != "given" && decision != "refused") {
        problems.push_back({"decision", decision.empty() ? "required" : "not_offered"});
    }
    if (!problems.empty()) return refuse(invalid(std::move(problems)));
    auto const done = safe_addresses::decide(work, request.id<safe_addresses::RevealId>(),
                                             request.revision(), decision == "given");
    return done ? no_content() : refuse(done.error());
}

Response look_at_safe_address(access::Work& work, Services const& services, Request& request) {
    auto const address =
        safe_addresses::look(work, *services.sealing_key, request.id<safe_addresses::RevealId>());
    if (!address) return refuse(address.error());
    return ok(JsonObject{{"line", address->line},
                         {"town", address->town},
                         {"postcode", address->postcode},
                         {"note", address->note}});
}

}  // namespace

std::vector<Route> safe_address_routes() {
    using enum access::Permission;
    using enum Precondition;
    return {
        {"GET", "/people/{id}/safe-address", KeepSafeAddresses, "safe_address.read",
         get_safe_address},
        {"POST", "/people/{id}/safe-address", KeepSafeAddresses, "safe_address.create",
         seal_safe_address, Mode::Write},
        {"PUT", "/safe-addresses/{id}/ending", KeepSafeAddresses, "safe_address.end",
         end_safe_address, Mode::Write, IfMatch},
        {"POST", "/safe-addresses/{id}/reveals", KeepSafeAddresses, "safe_address.ask",
         ask_for_reveal, Mode::Write, None, Create::Yes},
        {"GET", "/safe-address-reveals", KeepSafeAddresses, "safe_address.list", list_reveals},
        {"PUT", "/safe-address-reveals/{id}/decision", KeepSafeAddresses, "safe_address.give",
         decide_reveal, Mode::Write, IfMatch},
        {"GET", "/safe-address-reveals/{id}/address", KeepSafeAddresses, "safe_address.reveal",
         look_at_safe_address},
    };
}

}  // namespace waymark::http
