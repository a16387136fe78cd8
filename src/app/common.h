#pragma once

// What several commands need.

#include "access/gate.h"
#include "app/commands.h"
#include "app/settings.h"
#include "foundation/result.h"
#include "programmes/programmes.h"
#include "store/store.h"

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace waymark::app {

store::Settings store_settings(Settings const& settings);

// Throws Stop, naming every fault, when the programme files cannot be used.
programmes::Catalogue load_programmes(Settings const& settings);

// The one partnership of a database. Throws Stop when there is none, or more than one.
PartnershipId only_partnership(store::Database& database);

// A refusal in words: the codes, and the fields they belong to.
std::string words_of(Error const& error);

// A bar on a terminal; a line now and then elsewhere.
class Progress {
  public:
    explicit Progress(std::string_view what);
    ~Progress();
    void show(double share, std::string_view detail);

  private:
    std::string what_;
    bool terminal_;
    int last_percent_ = -1;
};

}  // namespace waymark::app
