#include "directory_checks.h"

#include "directory_sql.h"
#include "foundation/text.h"

namespace waymark::access {

Error not_an_administrator() {
    return {Refusal::Forbidden, "not_an_administrator"};
}

Error not_an_approver() {
    return {Refusal::Forbidden, "not_an_approver"};
}

void check_name(std::vector<FieldError>& mistakes, std::string const& field,
                std::string const& value) {
    constexpr std::size_t kLongestName = 120;
    if (is_blank(value)) mistakes.push_back({field, "required"});
    if (characters(value) > kLongestName) mistakes.push_back({field, "too_long"});
}

void check_validity(std::vector<FieldError>& mistakes, Validity const& valid) {
    if (valid.to && *valid.to < valid.from) mistakes.push_back({"valid_to", "before_start"});
}

void add_scope(store::Transaction& tx, std::string_view kind, std::string_view id) {
    tx.execute(sql::kInsertScope, {kind, id});
}

}  // namespace waymark::access
