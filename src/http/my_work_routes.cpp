// What waits today for whoever asks: one answer, so that the first page after signing in is one
// request.

#include "http/case_json.h"
#include "http/referral_json.h"

namespace waymark::http {

namespace {

constexpr int kShown = 10;

JsonObject nothing() {
    return {{"total", 0}, {"overdue", 0}, {"items", JsonArray{}}};
}

Result<JsonObject> waiting_json(access::Work& work, referrals::Totals const& totals) {
    if (!work.actor().may(access::Permission::TriageReferrals)) return nothing();
    auto const page = referrals::queue(work, {.in_my_hubs = true}, std::nullopt, kShown);
    if (!page) return page.error();
    return JsonObject{{"total", totals.waiting},
                      {"overdue", totals.overdue},
                      {"items", array_of(page->rows, referral_row_json)}};
}

Result<JsonObject> drafts_json(access::Work& work, referrals::Totals const& totals) {
    if (!work.actor().may(access::Permission::MakeReferrals)) return nothing();
    auto const page = referrals::queue(work, {.state = "draft"}, std::nullopt, kShown);
    if (!page) return page.error();
    return JsonObject{{"total", totals.my_drafts},
                      {"overdue", 0},
                      {"items", array_of(page->rows, referral_row_json)}};
}

Result<JsonObject> actions_json(access::Work& work, Result<cases::DueActions> const& found,
                                Names& names) {
    if (!found) return found.error();
    auto const today = work.clock().today;
    JsonArray items;
    for (auto const& row : found->rows) {
        items.push_back(JsonObject{{"action", action_json(row.action, names, today)},
                                   {"case_reference", row.reference},
                                   {"case_title", row.title}});
    }
    return JsonObject{
        {"total", found->total}, {"overdue", found->overdue}, {"items", std::move(items)}};
}

// Whoever leads no case sees what falls due in their hubs.
Result<JsonObject> due_json(access::Work& work, cases::Due kind, Names& names) {
    auto const whose =
        work.actor().may(access::Permission::RunCases) ? cases::Whose::Ours : cases::Whose::Mine;
    auto const found = cases::due(work, kind, whose, kShown);
    if (!found) return found.error();
    JsonArray items;
    for (auto const& row : found->rows) {
        items.push_back(case_row_json(row, names, row.sorted_on));
    }
    return JsonObject{
        {"total", found->total}, {"overdue", found->overdue}, {"items", std::move(items)}};
}

Result<JsonObject> my_cases_json(access::Work& work, Names& names) {
    cases::Filter const mine{.lead_user_id = work.actor().user};
    auto const page = cases::list(work, mine, std::nullopt, kShown);
    if (!page) return page.error();
    auto const total = cases::count(work, mine);
    if (!total) return total.error();
    JsonArray items;
    for (auto const& row : page->rows) items.push_back(case_row_json(row, names));
    return JsonObject{{"total", *total}, {"overdue", 0}, {"items", std::move(items)}};
}

Response get_my_work(access::Work& work, Services const&, Request&) {
    Names names{work};
    JsonObject json;
    std::optional<Error> refused;
    auto const put = [&](char const* name, Result<JsonObject> part) {
        if (part) {
            json[name] = std::move(*part);
        } else if (!refused) {
            refused = part.error();
        }
    };
    using enum access::Permission;
    referrals::Totals totals;
    if (work.actor().may(TriageReferrals) || work.actor().may(MakeReferrals)) {
        auto const counted = referrals::totals(work);
        if (!counted) return refuse(counted.error());
        totals = *counted;
    }
    put("referrals_waiting", waiting_json(work, totals));
    put("my_drafts", drafts_json(work, totals));
    if (work.actor().may(access::Permission::ReadCases)) {
        put("actions", actions_json(work, cases::my_open(work, kShown), names));
        put("agency_actions", actions_json(work, cases::unnamed_of_agency(work, kShown), names));
        put("reviews", due_json(work, cases::Due::Review, names));
        put("reassessments", due_json(work, cases::Due::Reassessment, names));
        put("updates", due_json(work, cases::Due::Update, names));
        put("cases", my_cases_json(work, names));
    } else {
        for (char const* part :
             {"actions", "agency_actions", "reviews", "reassessments", "updates", "cases"}) {
            put(part, nothing());
        }
    }
    return refused ? refuse(*refused) : ok(json);
}

}  // namespace

std::vector<Route> my_work_routes() {
    return {{"GET", "/my-work", access::Permission::SignedIn, "work.list", get_my_work}};
}

}  // namespace waymark::http
