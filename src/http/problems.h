#pragma once

// Problem details (RFC 9457) that are no use case's refusal: what the edge and its doors say.
// Private to http.

#include "http/http.h"

namespace waymark::http {

Response problem(int status, std::string_view code, char const* title);
Response unavailable();
Response broken();

// What is answered to an exception, and noted in the log; to be called while it is being handled.
Response after_trouble(std::string_view request_id);

// Runs what gives an answer, and answers as it is right when that throws. The log names statements,
// tables and columns, never values.
Response guarded(std::string_view request_id, std::function<Response()> const& give);

}  // namespace waymark::http
