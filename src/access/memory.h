#pragma once

// What the server remembers between requests of who may do what and what everybody is called, so
// that each request need not ask again (decision 0012).
//
// It is never older than the database: every change to the directory, by whatever means, raises the
// directory's version in its own transaction; each request reads the version in its own, and what
// was remembered at another is not used. Sessions are not remembered: ending one ends it at once.

#include "access/directory.h"
#include "access/work.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace waymark::access {

// Everybody and everything in the directory of one partnership, former entries too.
struct Names {
    Partnership partnership;
    std::map<AreaId, Area> areas;
    std::map<AgencyId, Agency> agencies;
    std::map<TeamId, Team> teams;
    std::map<std::string, Colleague, std::less<>> colleagues;
};

// Safe to use from several threads.
class Memory {
  public:
    struct Remembered {
        Actor actor;
        std::shared_ptr<Names const> names;
    };

    // Nothing unless it was kept at this version of the directory, for this day, and for a session
    // of which a second factor is, or is not, required.
    std::optional<Remembered> find(std::int64_t version, Date today, UserId const& user,
                                   bool second_factor_required = false);

    // Keeps who a user is, with the names of their partnership as they are in this transaction.
    // What is older than what is kept already is given back and not kept.
    std::shared_ptr<Names const> keep(store::Transaction& tx, std::int64_t version, Date today,
                                      Actor const& actor, bool second_factor_required = false);

  private:
    std::mutex mutex_;
    std::int64_t version_ = 0;
    Date today_ = {};
    std::map<std::pair<UserId, bool>, Actor> actors_;  // bool: second factor required
    std::map<PartnershipId, std::shared_ptr<Names const>> names_;
};

}  // namespace waymark::access
