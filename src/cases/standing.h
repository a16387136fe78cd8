#pragma once

// How every use case of this module starts: may the actor do this, do they see the case, and where
// does it stand. And how it ends: the case's revision, its entries in the chronology.

#include "cases/cases.h"

#include <string>
#include <string_view>
#include <vector>

namespace waymark::cases {

// Where a case stands, as the row says. Read for a decision, never shown.
struct Standing {
    CaseId id;
    std::string reference;
    AreaId area_id;
    programmes::Ref programme;
    std::string title;
    std::string stage;
    bool is_open;
    Date opened_on;
    AgencyId lead_agency_id;
    std::optional<UserId> lead_user_id;
    std::optional<Date> reassess_by;
    std::int64_t revision;
};

// The case, for looking. Refuses with Forbidden `not_allowed`, NotFound `no_such_case`.
Result<Standing> to_read(access::Work& work, CaseId const& id);
// The same for changing it: nobody else changes it until the transaction ends.
Result<Standing> to_work_on(access::Work& work, CaseId const& id);
// The same for what only an open case takes: Conflict `case_closed`.
Result<Standing> to_work_on_open(access::Work& work, CaseId const& id);
// The same for those who run it: Forbidden `not_your_case`. Open or not.
Result<Standing> to_run(access::Work& work, CaseId const& id);

// Whether the actor is of the case's hub, its lead agency or its lead worker, and may run cases.
bool may_run(access::Work const& work, Standing const& standing);

// Whoever answers for what happens to a case: its lead worker, the managers of its hub, and those
// who see who looked in the whole partnership, such as the data protection officer.
std::vector<UserId> who_answers_for(access::Work& work, Standing const& standing);

// The programme that the case runs under. One that is not loaded is the operator's to put right.
programmes::Definition const& definition_of(programmes::Catalogue const& catalogue,
                                            programmes::Ref const& ref);

// What one use case adds to the chronology.
struct NewEntry {
    std::string_view kind;
    std::string body = {};
    std::string detail = {};
    std::string about_id = {};
    std::string nature = {};
    std::optional<Instant> happened_at = std::nullopt;  // now unless given
};
// In the order given, also when all happened at once. Gives the last one's id.
std::string write_entries(access::Work& work, CaseId const& id,
                          std::vector<NewEntry> const& entries);

// When something dated happened, for the chronology: now when it is today, else as that day began.
Instant instant_on(access::Work const& work, Date day);

enum class Needed { Yes, No };
// Adds required, not_clean_text or too_long for a text that somebody wrote.
void check_text(std::vector<FieldError>& mistakes, std::string const& field,
                std::string const& text, std::size_t longest, Needed needed);
// Adds required or not_offered for a code that must be in a list on that day.
void check_code(std::vector<FieldError>& mistakes, std::string const& field,
                std::string const& code, std::vector<programmes::Option> const& list, Date day);
// Adds in_the_future for a day that has not come.
void check_day(std::vector<FieldError>& mistakes, std::string const& field,
               access::Work const& work, Date day);
// Adds not_offered for an agency that is none now and not_in_agency for a worker not of it now.
void check_lead(std::vector<FieldError>& mistakes, access::Work& work, AgencyId const& agency,
                std::optional<UserId> const& user);
bool is_agency_now(access::Work& work, AgencyId const& agency);
bool works_for(access::Work& work, AgencyId const& agency, UserId const& user);

// The recorded answers of a case, and its answers with some replaced by those given.
Answers recorded_answers(access::Work& work, CaseId const& id);
Answers merged(Answers recorded, Answers const& given);
// Adds `answers.FIELD` for what is wrong with those given, and for what is needed at this point
// and absent.
void check_given_answers(std::vector<FieldError>& mistakes,
                         programmes::Definition const& definition, programmes::Point point,
                         Date day, Answers const& recorded, Answers const& given);
void store_answers(access::Work& work, CaseId const& id, Answers const& given);

// The next revision of a case whose dates or risk changed with something else. Not guarded: what
// it follows from is.
std::int64_t raise_revision(access::Work& work, Standing const& standing);

}  // namespace waymark::cases
