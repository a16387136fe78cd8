#pragma once

// Every statement on the http_* tables.

#include "store/store.h"

namespace waymark::http::sql {

extern store::Sql const kKnownRequest;
extern store::Sql const kKeepRequest;
extern store::Sql const kForgetOldRequests;
extern store::Sql const kForgetRequestsOf;  // $1: the user

}  // namespace waymark::http::sql
