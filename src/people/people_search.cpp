// Finding people: who may be the person entered, who answers what is typed, and names for a list.

#include "people/people.h"

#include "people_sql.h"
#include "person_details.h"
#include "person_rows.h"

#include "foundation/text.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace waymark::people {

namespace {

using access::Permission;

// A common name alone is shared by more people than anybody would read through. What bounds the
// work is how many rows are taken from each key, and from all.
constexpr int kFromEachKey = 200;
constexpr int kFromEachPrefix = 100;
constexpr std::size_t kMostCandidates = 400;
// Nobody types more than this to find a person.
constexpr std::size_t kLongestTyped = 200;

using LookUp = std::vector<PersonId> (*)(access::Work&, std::string const&, int);

std::vector<PersonId> candidates(access::Work& work, std::vector<std::string> const& keys,
                                 LookUp look_up, int from_each) {
    std::set<PersonId> seen;
    std::vector<PersonId> found;
    for (auto const& key : keys) {
        for (auto& id : look_up(work, key, from_each)) {
            if (found.size() == kMostCandidates) return found;
            if (seen.insert(id).second) found.push_back(std::move(id));
        }
    }
    return found;
}

std::size_t at_most(int limit) {
    return static_cast<std::size_t>(std::clamp(limit, 0, kMostShown));
}

template <class T>
void keep_first(std::vector<T>& list, int limit) {
    if (list.size() > at_most(limit))
        list.erase(list.begin() + std::clamp(limit, 0, kMostShown), list.end());
}

// The same order each time for records that answer equally well.
auto order_of(Person const& person) {
    return std::tie(person.family_name, person.given_names, person.date_of_birth, person.id);
}

bool is_current(Address const& address, Date today) {
    return !address.to_on || *address.to_on >= today;
}

// Shows the newest address that has not ended.
void consider(Summary& summary, std::optional<Date>& newest_from, Address const& address,
              Date today) {
    if (!is_current(address, today)) return;
    bool const is_first = summary.line.empty() && summary.town.empty() && summary.postcode.empty();
    if (!is_first && address.from_on < newest_from) return;
    summary.line = address.line;
    summary.town = address.town;
    summary.postcode = address.postcode;
    newest_from = address.from_on;
}

Summary summary_of(Person const& person, Date today) {
    Summary summary{person.id,
                    person.given_names,
                    person.family_name,
                    person.date_of_birth,
                    person.date_of_birth_note,
                    "",
                    "",
                    ""};
    std::optional<Date> newest_from;
    for (auto const& address : person.addresses) consider(summary, newest_from, address, today);
    return summary;
}

Summary summary_from(store::Row const& row) {
    return {row.id<PersonId>("id"),
            row.text("given_names"),
            row.text("family_name"),
            row.optional_date("date_of_birth"),
            row.text("date_of_birth_note"),
            "",
            "",
            ""};
}

// The address in a row of kSummaries, without what a summary does not show.
Address address_from(store::Row const& row) {
    return {row.text("line"),
            row.text("town"),
            row.text("postcode"),
            std::nullopt,
            row.optional_date("from_on"),
            row.optional_date("to_on")};
}

}  // namespace

Result<std::vector<Match>> matches(access::Work& work, Person const& entered, int limit) {
    auto const& actor = work.actor();
    if (!actor.may(Permission::MakeReferrals) && !actor.may(Permission::SearchRecords)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    Comparer const comparer{entered};
    auto const keys = matching::lookup_keys(details_of(entered));
    std::vector<Match> found;
    for (auto& kept : load(work, candidates(work, keys, under_key, kFromEachKey))) {
        if (kept.person.id == entered.id) continue;
        auto comparison = comparer.with(kept.person);
        if (comparison.band == matching::Band::Unlikely) continue;
        found.push_back({std::move(kept.person), std::move(comparison)});
    }
    std::sort(found.begin(), found.end(), [](Match const& a, Match const& b) {
        if (a.comparison.score != b.comparison.score) {
            return a.comparison.score > b.comparison.score;
        }
        return order_of(a.summary) < order_of(b.summary);
    });
    keep_first(found, limit);
    auto const id_of = [](Match const& match) { return match.summary.id; };
    work.note({.action = "person.match",
               .subject_kind = "search",
               .shown = access::ids_of(found, id_of)});
    return found;
}

Result<std::vector<Summary>> search(access::Work& work, std::string_view typed, int limit) {
    if (!work.actor().may(Permission::SearchRecords)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    std::vector<std::pair<int, Person>> found;
    if (typed.size() <= kLongestTyped && is_clean_utf8(typed)) {
        auto const prefixes = matching::search_prefixes(typed);
        for (auto& kept : load(work, candidates(work, prefixes, under_prefix, kFromEachPrefix))) {
            int const rank = matching::search_rank(typed, details_of(kept.person));
            if (rank > 0) found.emplace_back(rank, std::move(kept.person));
        }
    }
    std::sort(found.begin(), found.end(), [](auto const& a, auto const& b) {
        if (a.first != b.first) return a.first > b.first;
        return order_of(a.second) < order_of(b.second);
    });
    keep_first(found, limit);
    std::vector<Summary> shown;
    for (auto const& [rank, person] : found) {
        shown.push_back(summary_of(person, work.clock().today));
    }
    auto const id_of = [](Summary const& summary) { return summary.id; };
    work.note({.action = "person.search",
               .subject_kind = "search",
               .shown = access::ids_of(shown, id_of)});
    return shown;
}

std::vector<Summary> summaries(access::Work& work, std::vector<PersonId> const& ids) {
    if (!work.actor().may(Permission::ReadCases)) return {};
    std::map<PersonId, std::pair<Summary, std::optional<Date>>> known;
    for (auto const& row : access::all_of(work, sql::kSummaries, ids)) {
        auto const id = row.id<PersonId>("id");
        auto const found = known.try_emplace(id, summary_from(row), std::nullopt).first;
        if (row.is_null("line")) continue;
        auto& [summary, newest_from] = found->second;
        consider(summary, newest_from, address_from(row), work.clock().today);
    }
    std::vector<Summary> list;
    for (auto const& id : ids) {
        auto const found = known.find(id);
        if (found != known.end()) list.push_back(found->second.first);
    }
    return list;
}

}  // namespace waymark::people
