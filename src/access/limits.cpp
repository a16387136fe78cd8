#include "limits.h"

#include "accounts_sql.h"

namespace waymark::access {

std::int64_t limit_on(store::Transaction& tx, std::string_view code, Date day) {
    auto const row = tx.first(sql::kLimit, {code, to_text(day)});
    if (!row) throw store::Failure("access_limit has no value for " + std::string{code});
    return row->integer("value");
}

}  // namespace waymark::access
