#pragma once

// Letters about a case, each made for the one it goes to. Who that is comes first; what they must
// not get is kept out by screening/screen.h, and a letter to the side of whoever is said to cause
// harm goes only when a second person of those who run the case agrees.
//
// Source: UK GDPR Article 5(1)(f); the Information Commissioner's reprimands over domestic abuse,
// 2022 and 2023; decision 0018. A letter never says what the case is called.

#include "cases/cases.h"
#include "screening/screen.h"

#include <optional>
#include <string>
#include <vector>

namespace waymark::cases {

using LetterId = Id<struct LetterTag>;

inline constexpr std::size_t kLongestSubject = 200;
inline constexpr std::size_t kLongestAddressee = 200;

struct NewLetter {
    PersonId person;          // in the case, now or before
    std::string acting_name;  // who acts for them: a solicitor, a parent; empty for themselves
    std::string route;        // post, email, by_hand
    // By post to themselves: which of their addresses, from 0 as people::Person has them.
    std::optional<std::int64_t> address;
    std::string acting_address;  // by post or e-mail to who acts for them
    std::string subject, body;
    bool safe_contact_read = false;  // that it was read how it is safe to reach them
};

// What stands in the way of a letter that is otherwise whole.
struct LetterFinding {
    std::string field;  // subject, body
    screening::Finding what;
};
struct LetterCheck {
    screening::Side side;
    std::vector<LetterFinding> findings;
};

struct Letter {
    LetterId id;
    CaseId case_id;
    std::string case_reference;
    std::string number;  // L-4711
    PersonId person;
    std::string to_name, acting_name, route, goes_to, subject, body;
    screening::Side side;
    std::string state;   // waiting, agreed, refused
    std::string answer;  // of the second person
    UserId made_by;
    Instant made_at;
    std::optional<UserId> decided_by;
    std::optional<Instant> decided_at;
    std::int64_t revision;
    bool may_decide;  // this actor, now
};

// Both need running the case, open or closed. Refuse with Invalid:
//   person_id         not_in_case
//   route             not_offered; not_safe: by e-mail, to an address that is not known to be safe
//   address           required, not_found, has_ended, shared_with_harm (somebody said to cause harm
//                     lives there too)
//   acting_address    required, not_clean_text, too_long, shared_with_harm
//   acting_name       not_clean_text, too_long
//   safe_contact_read required, when something is recorded of how to reach them
//   subject, body     required, too_long, not_clean_text; tells_too_much when writing it: checking
//                     says what
Result<LetterCheck> check_letter(access::Work& work, CaseId const& id, NewLetter const& letter);
Result<LetterId> write_letter(access::Work& work, CaseId const& id, NewLetter const& letter);

// Newest first. Need ReadCases and to see the case: NotFound no_such_case, no_such_letter.
Result<std::vector<Letter>> letters(access::Work& work, CaseId const& id);
Result<Letter> letter(access::Work& work, LetterId const& id);

// What a notice calls it; nothing when its case is not the reader's. Leaves no audit entry.
std::optional<std::string> letter_number(access::Work& work, LetterId const& id);

// By a second person who runs the case. Refuses with NotFound no_such_letter, Forbidden
// not_your_case, not_your_own, Stale, Conflict already_decided, Conflict tells_too_much_now (an
// address or name came to the records since it was written), Invalid `answer` required (to refuse).
struct LetterDecision {
    LetterId id;
    std::int64_t revision;
    bool agreed;
    std::string answer;
};
Result<Done> decide_letter(access::Work& work, LetterDecision const& decision);

}  // namespace waymark::cases
