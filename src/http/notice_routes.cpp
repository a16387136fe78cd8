// What somebody must know at once. A notice about something that does not exist for its reader any
// more is not there.

#include "cases/case_sharing.h"
#include "cases/cases.h"
#include "cases/letters.h"
#include "http/http.h"
#include "http/names.h"
#include "notices/notices.h"
#include "safe_addresses/safe_addresses.h"

namespace waymark::http {

namespace {

constexpr int kMostShown = 50;

std::optional<std::string> reference_of(access::Work& work, std::string const& case_id) {
    auto const found = cases::summaries(work, {CaseId{case_id}});
    if (!found || found->empty()) return std::nullopt;
    return found->front().reference;
}

// Where to go on, and what it is called there; nothing when it is not for this reader.
struct Target {
    std::string kind, id, label;
};

// What was shared less deep than as a whole stands in a list of its own, by reference alone.
std::optional<Target> known_in_part(access::Work& work, std::string const& case_id) {
    auto const known = cases::known_in_part(work);
    if (!known) return std::nullopt;
    for (auto const& one : *known) {
        if (one.id.value == case_id) return Target{"in_part", "", one.reference};
    }
    return std::nullopt;
}

std::optional<Target> target_of(access::Work& work, notices::Notice const& notice) {
    if (notice.subject_kind == "case") {
        if (auto const reference = reference_of(work, notice.subject_id)) {
            return Target{"case", notice.subject_id, *reference};
        }
        if (notice.kind == "shared") return known_in_part(work, notice.subject_id);
        // Who had it and sees it no more is told all the same, but not whoever was shut out.
        if (notice.kind == "correction" && !work.actor().is_shut_out) return Target{"none", "", ""};
    }
    if (notice.subject_kind == "ask") {
        auto const asked = sharing::find_ask(work, {notice.subject_id});
        if (asked && asked->user == work.actor().user) {
            return Target{"ask", asked->id.value, asked->reference};
        }
    }
    if (notice.subject_kind == "letter") {
        if (auto const number = cases::letter_number(work, {notice.subject_id})) {
            return Target{"letter", notice.subject_id, *number};
        }
    }
    // Whose it is, is told on the page of reveals alone.
    if (notice.subject_kind == "reveal" &&
        safe_addresses::is_for_actor(work, {notice.subject_id})) {
        return Target{"reveal", notice.subject_id, ""};
    }
    return std::nullopt;
}

JsonObject notice_json(std::string_view id, std::string_view kind, Instant at,
                       std::string const& by_name, Target const& target, bool is_seen) {
    return {{"id", id},
            {"kind", kind},
            {"at", to_text(at)},
            {"by_name", by_name},
            {"subject_kind", target.kind},
            {"subject_id", target.id},
            {"label", target.label},
            {"is_seen", is_seen}};
}

Response list_notices(access::Work& work, Services const&, Request&) {
    Names names{work};
    JsonArray rows;
    // What waits to be decided is news until it is decided.
    if (work.actor().may(access::Permission::RunCases)) {
        auto const waiting = cases::asks_to_decide(work);
        if (!waiting) return refuse(waiting.error());
        for (auto const& ask : *waiting) {
            rows.push_back(notice_json(ask.id.value, "ask", ask.asked_at,
                                       names.user(ask.user.value),
                                       {"ask_to_decide", ask.id.value, ask.reference}, false));
        }
    }
    for (auto const& notice : notices::mine(work, kMostShown)) {
        auto const target = target_of(work, notice);
        if (!target) continue;
        rows.push_back(notice_json(notice.id.value, notice.kind, notice.at,
                                   names.user(notice.by.value), *target, notice.is_seen));
    }
    return ok(JsonObject{{"notices", std::move(rows)}});
}

Response see_notice(access::Work& work, Services const&, Request& request) {
    auto const done = notices::mark_seen(work, request.id<notices::NoticeId>());
    return done ? no_content() : refuse(done.error());
}

Response correct_case(access::Work& work, Services const&, Request& request) {
    auto const what = request.body.text("what", sharing::kLongestReason);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const done = cases::correct(work, request.id<CaseId>(), what);
    return done ? no_content() : refuse(done.error());
}

}  // namespace

std::vector<Route> notice_routes() {
    using enum access::Permission;
    return {
        {"GET", "/notices", SignedIn, "notice.list", list_notices},
        {"PUT", "/notices/{id}/seen", SignedIn, "notice.see", see_notice, Mode::Write},
        {"POST", "/cases/{id}/corrections", RunCases, "case.correct", correct_case, Mode::Write,
         Precondition::None, Create::Yes},
    };
}

}  // namespace waymark::http
