#pragma once

// The demonstration's directory: hubs, agencies, teams and the people who work there.

#include "access/sign_in.h"
#include "demo.h"
#include "towns.h"

#include "access/directory.h"
#include "access/gate.h"

#include <map>
#include <string>
#include <vector>

namespace waymark::demo {

struct Worker {
    UserId user;
    AgencyId agency;
    std::string agency_code;
    std::optional<TeamId> team;
    std::string source;  // of a referral from them, as the programmes have it
};

struct Hub {
    District const* district;
    AreaId area;
    access::Scope scope;
    AgencyId council;
    std::vector<Worker> officers;
    Worker manager;
    std::vector<Worker> police;
};

struct Directory {
    PartnershipId partnership;
    std::vector<Hub> hubs;                // in the order of districts()
    std::vector<Worker> housing, health;  // who work in every hub
    std::vector<Worker> others;           // charities, schools, fire, probation
    std::vector<Account> accounts;
    std::int64_t agencies = 0;

    // Every partner who may be brought into a case of this hub.
    std::vector<Worker> partners_of(Hub const& hub) const;
};

// Makes it all as it stood on the first day.
Directory make_directory(store::Database& database, Options const& options, Date first_day);

}  // namespace waymark::demo
