// Asks each module what its records are called, once for all entries of an answer.

#include "http/audit_labels.h"

#include "cases/cases.h"
#include "foundation/text.h"
#include "referrals/referrals.h"

#include <algorithm>

namespace waymark::http {

namespace {

// Lists, figures and files that are about no one record. What is in no list here is not told: that
// somebody sealed a safe address, or declared that they know somebody.
bool is_about_many(std::string const& action) {
    constexpr std::string_view kMany[] = {"case",     "person", "place",  "referral",
                                          "action",   "hub",    "demand", "incident",
                                          "boundary", "import", "report", "committee"};
    auto const word = split(action, '.').front();
    return std::find(std::begin(kMany), std::end(kMany), word) != std::end(kMany);
}

}  // namespace

Labels::Labels(access::Work& work, std::vector<audit::ByActor> const& entries) {
    for (auto const& [entry, shown] : entries) {
        add(entry.subject_kind, entry.subject_id);
        for (auto const& id : shown) add(kind_shown_by(entry.action), id);
    }
    people_ = people::summaries(work, ids_of<PersonId>("person"));
    for (auto const& one : people_) labels_.emplace(one.id.value, full_name(one));
    places_ = places::summaries(work, ids_of<PlaceId>("place"));
    for (auto const& one : places_) labels_.emplace(one.id.value, one_line(one));
    if (auto const found = cases::summaries(work, ids_of<CaseId>("case"))) {
        for (auto const& one : *found) labels_.emplace(one.id.value, one.reference);
    }
    if (auto const found = referrals::summaries(work, ids_of<ReferralId>("referral"))) {
        for (auto const& one : *found) {
            labels_.emplace(one.id.value, one.reference.value_or(std::string{}));
        }
    }
}

std::optional<std::string> Labels::of(std::string const& id) const {
    auto const found = labels_.find(id);
    if (found == labels_.end()) return std::nullopt;
    return found->second;
}

bool Labels::is_told(audit::ByActor const& look) const {
    auto const& entry = look.entry;
    if (is_about_one(entry) ? !of(entry.subject_id) : !is_about_many(entry.action)) return false;
    return look.shown.empty() || std::any_of(look.shown.begin(), look.shown.end(),
                                             [&](auto const& id) { return of(id).has_value(); });
}

void Labels::note_shown_to(access::Work& work) const {
    note_shown(work, "person", people_);
    note_shown(work, "place", places_);
}

std::string Labels::kind_shown_by(std::string const& action) {
    auto const kind = split(action, '.').front();
    return kind == "action" ? "case" : kind;
}

bool Labels::is_record(std::string const& kind) {
    return kind == "case" || kind == "person" || kind == "place" || kind == "referral";
}

bool Labels::is_about_one(audit::Entry const& entry) {
    return is_record(entry.subject_kind) && !entry.subject_id.empty();
}

void Labels::add(std::string const& kind, std::string const& id) {
    if (is_record(kind) && !id.empty()) ids_[kind].insert(id);
}

template <class TypedId>
std::vector<TypedId> Labels::ids_of(std::string const& kind) const {
    std::vector<TypedId> list;
    if (auto const found = ids_.find(kind); found != ids_.end()) {
        for (auto const& id : found->second) list.push_back(TypedId{id});
    }
    return list;
}

}  // namespace waymark::http
