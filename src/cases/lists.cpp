// Lists of cases, and what falls due on them.

#include "cases/cases.h"
#include "lists_sql.h"
#include "rows.h"

#include <algorithm>

namespace waymark::cases {

namespace {

// Where a list begins: later than any date for newest first, earlier for soonest first.
constexpr char const* kLatest = "9999";
constexpr char const* kEarliest = "";

std::string_view kind_of(Due due) {
    switch (due) {
        case Due::Review:
            return "review";
        case Due::Reassessment:
            return "reassessment";
        case Due::Update:
            return "update";
        case Due::Action:
            return "action";
    }
    return "";
}

Error not_allowed() {
    return {Refusal::Forbidden, "not_allowed"};
}

// The texts behind the placeholders of one list; see lists_sql.h.
struct Asked {
    std::string area, on, id, until, lead;
};

Asked asked_by(access::Work const& work, Filter const& filter, std::optional<Cursor> const& after) {
    return {.area = filter.area_id ? filter.area_id->value : std::string{},
            .on = after ? to_text(after->on) : (filter.due ? kEarliest : kLatest),
            .id = after ? after->id.value : std::string{},
            .until = to_text(filter.due_until.value_or(work.clock().today)),
            .lead = filter.lead_user_id ? filter.lead_user_id->value : std::string{}};
}

// Whether nothing narrows the list but is_open or what falls due, so that the cases themselves need
// not be looked at.
bool asks_for_all(Filter const& f) {
    return !f.area_id && !f.lead_user_id && f.programme_code.empty() && f.stage.empty() &&
           f.risk_band.empty();
}

std::vector<store::Row> due_rows_of(access::Work& work, Filter const& f, Asked const& a,
                                    int limit) {
    auto const kind = kind_of(*f.due);
    if (asks_for_all(f)) {
        return access::all(work, sql::kListAllDue, {kind, a.on, a.id, a.until, limit});
    }
    if (f.lead_user_id) {
        return access::all(work, sql::kListDueLed,
                           {kind, a.area, f.programme_code, f.stage, f.risk_band, a.on, a.id,
                            a.until, a.lead, limit});
    }
    return access::all(
        work, sql::kListDue,
        {kind, a.area, f.programme_code, f.stage, f.risk_band, a.on, a.id, a.until, limit});
}

std::vector<store::Row> rows_of(access::Work& work, Filter const& f, Asked const& a, int limit) {
    if (f.due) return due_rows_of(work, f, a, limit);
    if (asks_for_all(f)) return access::all(work, sql::kListAll, {f.is_open, a.on, a.id, limit});
    if (f.lead_user_id) {
        return access::all(
            work, sql::kListLed,
            {f.is_open, a.area, f.programme_code, f.stage, f.risk_band, a.on, a.id, a.lead, limit});
    }
    return access::all(
        work, sql::kList,
        {f.is_open, a.area, f.programme_code, f.stage, f.risk_band, a.on, a.id, limit});
}

std::optional<store::Row> count_of(access::Work& work, Filter const& f, Asked const& a) {
    if (f.due) {
        auto const kind = kind_of(*f.due);
        if (asks_for_all(f)) {
            return access::first(work, sql::kCountAllDue,
                                 {kind, a.until, to_text(work.clock().today)});
        }
        if (f.lead_user_id) {
            return access::first(work, sql::kCountDueLed,
                                 {kind, a.area, f.programme_code, f.stage, f.risk_band, a.on, a.id,
                                  a.until, a.lead});
        }
        return access::first(
            work, sql::kCountDue,
            {kind, a.area, f.programme_code, f.stage, f.risk_band, a.on, a.id, a.until});
    }
    if (f.lead_user_id) {
        return access::first(
            work, sql::kCountLed,
            {f.is_open, a.area, f.programme_code, f.stage, f.risk_band, a.on, a.id, a.lead});
    }
    if (asks_for_all(f)) return access::first(work, sql::kCountAll, {f.is_open});
    return access::first(work, sql::kCount,
                         {f.is_open, a.area, f.programme_code, f.stage, f.risk_band, a.on, a.id});
}

}  // namespace

Result<Page> list(access::Work& work, Filter const& filter, std::optional<Cursor> const& after,
                  int limit) {
    if (!work.actor().may(access::Permission::ReadCases)) return not_allowed();
    auto const wanted = std::clamp(limit, 1, kMostRows);
    Page page;
    for (auto const& row : rows_of(work, filter, asked_by(work, filter, after), wanted + 1)) {
        page.rows.push_back({summary_from(row), row.date("sorted_on")});
    }
    if (page.rows.size() > static_cast<std::size_t>(wanted)) {
        page.rows.pop_back();
        page.next = Cursor{page.rows.back().sorted_on, page.rows.back().id};
    }
    work.note({.action = "case.list",
               .subject_kind = "list",
               .shown = access::ids_of(page.rows, [](auto const& one) { return one.id; })});
    return page;
}

Result<std::int64_t> count(access::Work& work, Filter const& filter) {
    if (!work.actor().may(access::Permission::ReadCases)) return not_allowed();
    work.note({"case.count", "list", ""});
    return count_of(work, filter, asked_by(work, filter, std::nullopt))->integer("total");
}

Result<DueCases> due(access::Work& work, Due kind, Whose whose, int limit) {
    Filter filter{.due = kind};
    if (whose == Whose::Mine) filter.lead_user_id = work.actor().user;
    auto page = list(work, filter, std::nullopt, limit);
    if (!page) return page.error();
    auto const counted = count_of(work, filter, asked_by(work, filter, std::nullopt));
    auto const total = counted->integer("total");
    if (whose == Whose::Ours) {
        return DueCases{total, counted->integer("overdue"), std::move(page->rows)};
    }
    filter.due_until = add_days(work.clock().today, -1);
    auto const late = count_of(work, filter, asked_by(work, filter, std::nullopt));
    return DueCases{total, late->integer("total"), std::move(page->rows)};
}

}  // namespace waymark::cases
