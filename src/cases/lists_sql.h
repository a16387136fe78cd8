#pragma once

// Statements that list and count cases.
//
// Each starts where the fewest rows are: at the reader's scopes, or at the cases that somebody
// leads. Their placeholders, in this order:
//   $1  is_open, or the kind of what falls due
//   $2 to $5  area, programme, stage, risk band: empty for any
//   $6, $7    the cursor: sorting date and id
//   then      the day until which things fall due (due), the lead's id (led), the limit (lists)
// Those called All are for when nothing narrows a list: they have none of $2 to $5.

#include "access/scopes.h"

namespace waymark::cases::sql {

extern access::ScopedSql const kListAll;
extern access::ScopedSql const kList;
extern access::ScopedSql const kListLed;
extern access::ScopedSql const kListAllDue;
extern access::ScopedSql const kListDue;
extern access::ScopedSql const kListDueLed;

extern access::ScopedSql const kCountAll;  // only $1
extern access::ScopedSql const kCount;
extern access::ScopedSql const kCountLed;
extern access::ScopedSql const kCountDue;
extern access::ScopedSql const kCountAllDue;  // $1, until when, today: gives overdue as well
extern access::ScopedSql const kCountDueLed;

}  // namespace waymark::cases::sql
