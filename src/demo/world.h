#pragma once

// What every part of the story looks at: who works where, who lives where, and the time line.

#include "anchors.h"
#include "demo.h"
#include "partnership.h"
#include "plans.h"
#include "population.h"
#include "programmes/programmes.h"
#include "timeline.h"

#include <string>
#include <vector>

namespace waymark::demo {

struct World {
    Options const& options;
    programmes::Catalogue const& catalogue;
    Directory directory;
    Population population;
    std::vector<Anchor> anchors;
    Timeline& timeline;
    Random random;  // for streams only
    std::int64_t places_made = 0;
    std::int64_t recorded_anew = 0;  // residents whom one hub recorded and another does not know
};

// Some days and part of a working day later, in working hours.
inline Instant later(Instant from, int days, double share) {
    auto const when = at_work(add_days(london_date(from), days), share);
    return std::max(when, from + std::chrono::minutes{5});
}

// The programme as the hub has it on that day.
programmes::Definition const& programme_of(World const& world, Hub const& hub, bool is_place,
                                           Date on);

// Records somebody by the actor's hand, unless somebody has; gives who they are on record.
PersonId record_resident(access::Work& work, World& world, Hub const& hub, std::size_t resident);
// The same for the place at an anchor, and for a home.
PlaceId record_anchor(access::Work& work, World& world, Hub const& hub, std::size_t anchor);
PlaceId record_home(access::Work& work, World& world, Hub const& hub, std::size_t household);

}  // namespace waymark::demo
