#pragma once

// The two doors of a witness, who has no session: it signs what it asks. It learns how many entries
// there are and their hashes, never what is in one.

#include "audit/checkpoint.h"
#include "http/http.h"

namespace waymark::http {

// The newest checkpoint, and the proof that it continues the size that the witness holds.
// 401 when it is not a witness of today, or its clock is more than five minutes from ours.
Response give_checkpoint(Services const& services, Body& body, store::Deadline deadline,
                         Clock const& clock);
// Keeps a witness's signature of a checkpoint. 401 when it is not a witness's of today over that
// one; 400 clock_differs.
Response keep_cosignature(Services const& services, Body& body, store::Deadline deadline,
                          Clock const& clock);

}  // namespace waymark::http
