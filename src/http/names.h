#pragma once

// Names beside ids, looked up once each: who did something, and for which agency.

#include "access/directory.h"
#include "http/json.h"

#include <map>
#include <string>

namespace waymark::http {

class Names {
  public:
    explicit Names(access::Work& work) : work_(&work) {}

    // Empty for nobody's id; the name of the command for what the system did.
    std::string user(std::string const& id);
    JsonValue user_or_null(std::optional<UserId> const& id);
    std::string agency(AgencyId const& id);

  private:
    access::Work* work_;
    std::map<std::string, std::string> users_, agencies_;
};

}  // namespace waymark::http
