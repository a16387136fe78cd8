// Makes the demonstration: the directory, what is going to happen, and then two years of it.

#include "demo.h"

#include "account_story.h"
#include "case_story.h"
#include "cases/case_sharing.h"
#include "incidents/import.h"
#include "one_case_story.h"
#include "referral_story.h"
#include "world.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace waymark::demo {

namespace {

constexpr int kMonths = 24;
// Incidents start earlier, so that the first cases have a demand before them.
constexpr int kMonthsBefore = 4;

Amounts amounts_of(Size size) {
    if (size == Size::Small) {
        return {
            .people = 300, .cases = 122, .referrals = 210, .anchors = 150, .incidents_a_month = 60};
    }
    return {
        .people = 5000, .cases = 2040, .referrals = 4560, .anchors = 900, .incidents_a_month = 440};
}

void refuse_what_is_in_use(store::Database& database) {
    auto tx = database.begin(store::Mode::Read, store::Deadline::never());
    if (access::partnerships(tx).empty()) return;
    throw CannotMake(
        "this database already holds a partnership; a demonstration needs a new database");
}

void import_boundaries(store::Database& database, PartnershipId const& partnership,
                       Options const& options, Clock clock) {
    if (options.boundaries_folder.empty()) {
        auto tx = database.begin(store::Mode::Write, store::Deadline::never());
        auto work = access::Gate::for_system(tx, partnership, clock, "demo");
        expect("outlines", incidents::import_boundaries(work, outlines_file(),
                                                        incidents::BoundaryKind::District));
        access::Gate::finish(work);
        return;
    }
    std::vector<std::string> files;
    for (auto const& entry : std::filesystem::directory_iterator{options.boundaries_folder}) {
        auto const kind = entry.path().extension();
        if (kind == ".geojson" || kind == ".topojson") files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    for (auto const& file : files) {
        expect("boundaries",
               incidents::import_boundaries_file(database, partnership, file, std::nullopt, clock));
    }
}

class Maker {
  public:
    Maker(store::Database& database, programmes::Catalogue const& catalogue, Options const& options)
        : database_(database),
          options_(options),
          amounts_(amounts_of(options.size)),
          first_day_(add_months(options.as_of, -kMonths)),
          end_(start_of_london_day(options.as_of)),
          directory_(make_directory(database, options, first_day_)),
          timeline_(database, directory_.partnership, end_ - std::chrono::minutes{1}),
          world_{.options = options,
                 .catalogue = catalogue,
                 .directory = directory_,
                 .population =
                     make_population(Random{options.seed}.stream(2), amounts_.people, first_day_),
                 .anchors = make_anchors(Random{options.seed}.stream(3), amounts_.anchors,
                                         amounts_.incidents_a_month),
                 .timeline = timeline_,
                 .random = Random{options.seed}.stream(4)},
          plans_(make_plans(Random{options.seed}.stream(5), amounts_, world_.population,
                            world_.anchors, add_days(first_day_, 2), add_days(options.as_of, -1))),
          effects_(effects_of(plans_)),
          cases_(world_),
          referrals_(world_, cases_) {}

    Made make() {
        import_boundaries(database_, directory_.partnership, options_, clock_at(day_one()));
        for (int month = kMonthsBefore; month > 0; --month) {
            import_month(add_months(first_of_month(first_day_), -month), day_one());
        }
        for (auto const& plan : plans_) referrals_.plan(plan);
        plan_people();
        plan_housekeeping();
        play();
        make_account_story(database_, directory_, timeline_.end());
        one_case_ = make_one_case_story(database_, directory_, timeline_.end());
        count_demand(timeline_.end());
        return made();
    }

  private:
    Instant day_one() const { return start_of_london_day(first_day_) + std::chrono::hours{10}; }
    void say(int percent, std::string_view what) const {
        if (options_.progress) options_.progress(percent, what);
    }

    // Month by month, with the incidents of the month before as they are published.
    void play() {
        int month = 0;
        for (auto from = first_of_month(first_day_); from < options_.as_of;
             from = add_months(from, 1)) {
            say(5 + 90 * month++ / (kMonths + 1), "Two years of work");
            auto const published = start_of_london_day(add_days(from, 4)) + std::chrono::hours{6};
            if (published > timeline_.end()) break;
            timeline_.play(published);
            if (published < day_one()) continue;
            import_month(add_months(from, -1), published);
            count_demand(published);
        }
        timeline_.play(end_);
        end_what_is_over();
        say(100, "Done");
    }

    // What was shared for a year and not renewed.
    void end_what_is_over() {
        for (bool more = true; more;) {
            auto tx = database_.begin(store::Mode::Write, store::Deadline::never());
            auto work = access::Gate::for_system(tx, directory_.partnership,
                                                 clock_at(timeline_.end()), "sharing");
            more = cases::end_what_is_over(work);
            access::Gate::finish(work);
        }
    }

    void import_month(Date month, Instant at) {
        auto const number = static_cast<std::uint64_t>(year_of(month)) * 12 + month_of(month);
        std::istringstream file{incidents_file(Random{options_.seed}.stream(6).stream(number),
                                               world_.anchors, effects_, month)};
        incidents::ImportOptions published;
        published.source = "Demonstration incidents " + to_text(month).substr(0, 7);
        published.clock = [at] { return clock_at(at); };
        auto const read =
            expect("incidents",
                   incidents::import_incidents(database_, directory_.partnership, file, published));
        incidents_ += read.added;
    }
    void count_demand(Instant at) {
        auto tx = database_.begin(store::Mode::Write, store::Deadline::never());
        auto work = access::Gate::for_system(tx, directory_.partnership, clock_at(at), "demo");
        expect("demand", outcomes::count_demand_due(work, world_.catalogue));
        access::Gate::finish(work);
    }

    // Not everybody on record came by a referral: agencies ask for advice, and tell of others.
    void plan_people() {
        Random random = Random{options_.seed}.stream(7);
        for (std::size_t i = 0; i < world_.population.people.size(); ++i) {
            auto const district =
                world_.population.households[world_.population.people[i].household].district;
            auto const& hub = world_.directory.hubs[district];
            auto const day = add_days(first_day_, random.between(1, kMonths * 30 - 8));
            timeline_.at(
                at_work(day, random.unit()), random.pick(hub.officers).user,
                [this, &hub, i](access::Work& work) { record_resident(work, world_, hub, i); });
        }
    }
    void plan_housekeeping() {
        for (auto day = add_days(first_day_, 1); day < options_.as_of; day = add_days(day, 1)) {
            timeline_.at(
                start_of_london_day(day) + std::chrono::hours{7}, std::nullopt,
                [](access::Work& work) { expect("escalate", referrals::escalate_overdue(work)); });
        }
    }

    Made made() const {
        auto const& people = world_.population.people;
        return {
            .partnership = directory_.partnership,
            .password = std::string{kDemoPassword},
            .accounts = directory_.accounts,
            .agencies = directory_.agencies,
            .users = static_cast<std::int64_t>(directory_.accounts.size()) + 1,  // who is invited
            .people = std::count_if(people.begin(), people.end(),
                                    [](auto const& one) { return one.id.has_value(); }) +
                      world_.recorded_anew,
            .places = world_.places_made,
            .referrals = referrals_.started(),
            .cases = cases_.opened(),
            .open_cases = cases_.open_now(),
            .incidents = incidents_,
            .one_case = one_case_};
    }

    store::Database& database_;
    Options const& options_;
    Amounts amounts_;
    Date first_day_;
    Instant end_;
    Directory directory_;
    OneCase one_case_;
    Timeline timeline_;
    World world_;
    std::vector<ReferralPlan> plans_;
    std::vector<Effect> effects_;
    CaseStory cases_;
    ReferralStory referrals_;
    std::int64_t incidents_ = 0;
};  // namespace

}  // namespace

Made make(store::Database& database, programmes::Catalogue const& catalogue,
          Options const& options) {
    refuse_what_is_in_use(database);
    Maker maker{database, catalogue, options};
    return maker.make();
}

}  // namespace waymark::demo
