#include "access/own_password.h"

#include "access/directory.h"
#include "directory_sql.h"

#include <sodium.h>

namespace waymark::access {

namespace {

bool fits(std::string const& hash, std::string_view password) {
    return password.size() <= kLongestPassword &&
           crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace

Result<Done> change_own_password(Work& work, std::string_view current, std::string_view password,
                                 PasswordCost cost) {
    std::vector<FieldError> mistakes;
    if (current.empty()) {
        mistakes.push_back({"current_password", "required"});
    } else {
        auto const row = work.tx().first(sql::kPasswordHash, {work.actor().user});
        if (!row || !fits(row->text("password_hash"), current)) {
            mistakes.push_back({"current_password", "wrong"});
        }
    }
    if (auto const weakness = weakness_of(password); !weakness.empty()) {
        mistakes.push_back({"password", weakness});
    } else if (password == current) {
        mistakes.push_back({"password", "same_as_before"});
    }
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    return set_password(work, work.actor().user, password, cost);
}

}  // namespace waymark::access
