#include "cases/case_page.h"

#include "actions_sql.h"
#include "parts.h"

namespace waymark::cases {

Result<CasePage> page(access::Work& work, CaseId const& id, int latest) {
    if (!work.actor().may(access::Permission::ReadCases)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    auto detail = detail_of(work, id);
    if (!detail) return access::not_found("no_such_case");
    auto const actions = *work.tx().first(sql::kCountOpen, {id, to_text(work.clock().today)});
    CasePage page{.detail = std::move(*detail),
                  .people = people_of(work, id),
                  .places = places_of(work, id),
                  .partners = partners_of(work, id),
                  .open_actions = actions.integer("open"),
                  .overdue_actions = actions.integer("overdue"),
                  .latest = entries_of(work, id, std::nullopt, latest, {}).rows};
    work.note({"case.read", "case", id.value});
    return page;
}

}  // namespace waymark::cases
