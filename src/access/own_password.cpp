#include "access/own_password.h"

#include "access/accounts.h"
#include "accounts_sql.h"
#include "weakness.h"

namespace waymark::access {

std::string mistake_in_own_password(Work& work, std::string_view current) {
    if (current.empty()) return "required";
    auto const row = work.tx().first(sql::kPasswordHash, {work.actor().user});
    return row && password_fits(row->text("password_hash"), current) ? "" : "wrong";
}

Result<Done> change_own_password(Work& work, std::string_view current, std::string_view password,
                                 PasswordCost cost) {
    std::vector<FieldError> mistakes;
    if (auto const wrong = mistake_in_own_password(work, current); !wrong.empty()) {
        mistakes.push_back({"current_password", wrong});
    }
    if (auto const weakness = weakness_for(work.tx(), work.actor().user, password);
        !weakness.empty()) {
        mistakes.push_back({"password", weakness});
    } else if (password == current) {
        mistakes.push_back({"password", "same_as_before"});
    }
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    return set_password(work, work.actor().user, password, cost);
}

}  // namespace waymark::access
