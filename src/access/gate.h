#pragma once

// The only maker of Work. The edges use it (HTTP, the command line, the demonstration, tests);
// modules do not.

#include "access/work.h"

#include <optional>
#include <string>
#include <string_view>

namespace waymark::access {

class Memory;

struct SessionView {
    UserId user;
    std::string csrf_token;
    Instant last_used_at;
    Instant expires_at;
    // Something that was granted is over and still filed: nobody is let in before it is ended.
    bool something_is_over = false;
};

class Gate {
  public:
    // How long a session may rest, and how long it may last however busy.
    struct Limits {
        std::chrono::minutes idle{30};
        std::chrono::minutes absolute{12 * 60};
        // Whether who has no second factor may do nothing but set one up. Not in a demonstration.
        bool second_factor_required = false;
    };

    // The work of whoever holds this session. Refuses with Unauthorised when the session is not
    // there, has rested too long or is over, or when its user's account is not valid today; and
    // when `session.something_is_over`, which the caller sees to and asks again. `memory` saves
    // asking again who that is.
    static Result<Work> admit(store::Transaction& tx, Memory& memory,
                              std::string_view session_token, Limits const& limits, Clock clock,
                              std::string request_id, SessionView& session);

    // The work of a partner's system, by its token (api_tokens.h), with no more than the token
    // allows. Refuses likewise.
    static Result<Work> admit_system(store::Transaction& tx, Memory& memory,
                                     std::string_view api_token, Clock clock,
                                     std::string request_id, SessionView& session);

    // The work of a user without a session: the command line, the demonstration and tests.
    static Result<Work> on_behalf_of(store::Transaction& tx, UserId const& user, Clock clock,
                                     std::string request_id, bool second_factor_required = false);

    // The work of an operator's command, which may see and do everything in one partnership.
    // `command` is what the audit shows: system:import.
    static Work for_system(store::Transaction& tx, PartnershipId const& partnership, Clock clock,
                           std::string_view command);

    // When what is granted for a time next ends. `ends_no_later_than` for what was granted now;
    // `ends_next` when all that was over has been ended, with nothing when no more is to end.
    static void ends_no_later_than(store::Transaction& tx, Instant at);
    static void ends_next(store::Transaction& tx, std::optional<Instant> at);

    // Writes what the work noted to the audit and commits both.
    static void finish(Work& work);

  private:
    static Result<Work> admit_as(store::Transaction& tx, Memory& memory, store::Row const& row,
                                 Limits const& limits, Clock clock, std::string request_id,
                                 SessionView& session);
};

}  // namespace waymark::access
