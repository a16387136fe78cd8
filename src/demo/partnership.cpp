#include "partnership.h"

#include "access/accounts.h"
#include "audit/audit.h"
#include "foundation/text.h"
#include "names.h"
#include "sharing/agreements.h"
#include "timeline.h"

#include <algorithm>
#include <array>

namespace waymark::demo {

namespace {

using access::Validity;

struct AgencyPlan {
    char const* code;
    char const* name;
    char const* kind;
    char const* source;  // of its referrals; empty when it is not one that refers
};

// Apart from the councils of the districts. None is a real organisation's name.
constexpr AgencyPlan kAgencies[] = {
    {"police", "County Police", "police", "police"},
    {"county", "County Council", "council", "council_service"},
    {"fire", "County Fire and Rescue", "fire", "fire"},
    {"moors_hospitals", "Coast and Moors Hospitals", "health", "health"},
    {"dales_health", "Dales and Vale Health", "health", "health"},
    {"mental_health", "County Mental Health Services", "health", "health"},
    {"coastline", "Coastline Homes", "housing", "registered_provider"},
    {"dalesway", "Dalesway Housing", "housing", "registered_provider"},
    {"vale_homes", "Vale Homes", "housing", "registered_provider"},
    {"castle_court", "Castle Court Housing", "housing", "registered_provider"},
    {"beckside", "Beckside Supported Living", "housing", "registered_provider"},
    {"probation", "County Probation Team", "probation", "council_service"},
    {"youth_justice", "County Youth Justice Team", "other", "council_service"},
    {"harbour_school", "Harbour View School", "school", "school"},
    {"gardens_school", "Valley Gardens School", "school", "school"},
    {"abbey_school", "Abbey Meadow School", "school", "school"},
    {"victim_care", "Victim Care North", "charity", "charity"},
    {"mediation", "Good Neighbour Mediation", "charity", "charity"},
    {"recovery", "New Tide Recovery", "charity", "charity"},
    {"outreach", "Lantern Street Outreach", "charity", "charity"},
    {"young_people", "Youth Voice Project", "charity", "charity"},
    {"advice", "Market Place Advice", "charity", "charity"},
    {"shops", "Town Centre Traders", "other", "business"},
};

// Makes the entries of the directory, in one transaction.
class Maker {
  public:
    Maker(store::Database& database, Options const& options, Date first_day)
        : options_(options),
          random_(Random{options.seed}.stream(1)),
          valid_{first_day, std::nullopt},
          clock_(clock_at(start_of_london_day(first_day) + std::chrono::hours{9})),
          tx_(database.begin(store::Mode::Write, store::Deadline::never())),
          partnership_(access::create_partnership(
              tx_, "North Yorkshire community safety (demonstration)", true, clock_)),
          work_(access::Gate::for_system(tx_, partnership_, clock_, "demo")) {
        made_.partnership = partnership_;
    }

    Directory make() {
        make_agencies();
        for (auto const& district : districts()) make_hub(district);
        make_partners();
        make_agreements();
        make_county_roles();
        sort_accounts();
        access::Gate::finish(work_);
        return std::move(made_);
    }

  private:
    void make_agency(std::string const& code, std::string const& name, std::string const& kind) {
        agencies_[code] = {
            expect("agency", access::create_agency(work_, {{}, code, name, kind, valid_})), name};
        ++made_.agencies;
    }
    void make_agencies() {
        for (auto const& plan : kAgencies) make_agency(plan.code, plan.name, plan.kind);
        for (auto const& district : districts()) {
            auto const name = std::string{district.name};
            make_agency(lower_ascii(district.code) + "_council", name + " District Council",
                        "council");
        }
    }

    struct Seat {
        std::string email, agency, title, role, held_at, held_at_id, area;
    };
    // One person in a seat; gives what cases need to know of them.
    Worker seat(Seat const& seat) {
        auto const culture = draw_culture(random_);
        auto const gender = random_.chance(0.55) ? "female" : "male";
        auto const family = family_name(random_, culture);
        auto const& agency = agencies_.at(seat.agency);
        access::User user;
        user.agency = agency.id;
        user.email = seat.email + "@demo.example";
        user.name =
            given_name(random_, culture, gender) + " " + family_name_for(family, culture, gender);
        user.job_title = seat.title;
        user.phone = landline_number(3999 - made_.accounts.size());
        user.valid = valid_;
        user.roles = {{seat.role, seat.held_at, seat.held_at_id, valid_}};
        auto const id = expect("user", access::create_user(work_, user));
        expect("password", access::set_password(work_, id, kDemoPassword, options_.cost));
        made_.accounts.push_back({user.email, user.name, seat.title, agency.name, seat.area});
        return {id, agency.id, seat.agency, std::nullopt, source_of(seat.agency)};
    }
    static std::string source_of(std::string const& agency) {
        for (auto const& plan : kAgencies) {
            if (agency == plan.code) return plan.source;
        }
        return "council_service";
    }
    TeamId make_team(std::string const& agency, std::optional<AreaId> const& area,
                     std::string const& name) {
        return expect(
            "team", access::create_team(work_, {{}, agencies_.at(agency).id, area, name, valid_}));
    }

    // One that everybody is a party of, and one that is over.
    void make_agreements() {
        sharing::Agreement agreement{
            .id = {},
            .title = "Community safety information sharing agreement",
            .covers =
                "Who is involved in a case of the hubs, what happened, the risk to them, what "
                "was agreed to do and what came of it",
            .starts_on = valid_.from,
            .review_on = add_months(options_.as_of, 5),
            .ends_on = add_months(options_.as_of, 29),
            .parties = {},
            .purposes = {"prevent_crime", "protect_from_harm", "support_victim", "manage_tenancy"},
            .gateways = {"CDA115", "SAFEG", "consent"}};
        for (auto const& [code, agency] : agencies_) agreement.parties.push_back(agency.id);
        expect("agreement", sharing::create_agreement(work_, agreement));
        agreement.title = "Winter night-time economy pilot";
        agreement.covers = "Incidents in town centres between 10pm and 6am";
        agreement.review_on = add_months(options_.as_of, -9);
        agreement.ends_on = add_months(options_.as_of, -8);
        agreement.parties = {agencies_.at("police").id, agencies_.at("county").id,
                             agencies_.at("shops").id};
        agreement.purposes = {"prevent_crime"};
        agreement.gateways = {"CDA115"};
        expect("agreement", sharing::create_agreement(work_, agreement));
    }

    void make_hub(District const& district) {
        auto const code = std::string{district.code};
        auto const lower = lower_ascii(code);
        auto const name = std::string{district.name};
        auto const area = expect(
            "area",
            access::create_area(work_, {{}, code, name, std::string{district.gss_code}, valid_}));
        Hub hub{.district = &district,
                .area = area,
                .scope = access::scope_of(tx_, area.value),
                .council = agencies_.at(lower + "_council").id,
                .officers = {},
                .manager = {},
                .police = {}};
        hub.manager = seat({"manager." + lower, lower + "_council", "Hub manager", "hub_manager",
                            "area", area.value, name});
        int const officers = std::clamp(static_cast<int>(district.weight * 14 + 0.5), 1, 4);
        for (int i = 1; i <= officers; ++i) {
            hub.officers.push_back(seat({numbered("officer", i) + "." + lower, lower + "_council",
                                         "Hub officer", "hub_officer", "area", area.value, name}));
        }
        auto const team = make_team("police", area, name + " neighbourhood team");
        int const constables = district.weight > 0.25 ? 3 : district.weight > 0.2 ? 2 : 1;
        for (int i = 1; i <= constables; ++i) {
            hub.police.push_back(
                seat({numbered("partner.police", i) + "." + lower, "police",
                      "Neighbourhood police officer", "partner_worker", "team", team.value, name}));
            hub.police.back().team = team;
        }
        made_.hubs.push_back(std::move(hub));
    }
    static std::string numbered(std::string const& word, int number) {
        return number == 1 ? word : word + std::to_string(number);
    }

    Worker partner(std::string const& email, std::string const& agency, TeamId const& team,
                   std::string const& title) {
        auto worker = seat({email, agency, title, "partner_worker", "team", team.value, ""});
        worker.team = team;
        return worker;
    }
    void make_partners() {
        for (auto const& plan : kAgencies) {
            std::string const code = plan.code, kind = plan.kind;
            if (code == "police" || code == "county") continue;
            bool const is_coastline = code == "coastline";
            auto const team = make_team(code, std::nullopt, "Community safety team");
            auto const title = kind == "housing"   ? "Neighbourhood housing officer"
                               : kind == "health"  ? "Health link worker"
                               : kind == "charity" ? "Support worker"
                                                   : "Community safety contact";
            auto& list = kind == "housing"  ? made_.housing
                         : kind == "health" ? made_.health
                                            : made_.others;
            list.push_back(
                partner(is_coastline ? "partner.housing" : "partner." + code, code, team, title));
            bool const has_second = is_coastline || code == "mental_health" || code == "fire" ||
                                    code == "probation" || code == "youth_justice";
            if (has_second) list.push_back(partner("partner2." + code, code, team, title));
            if (code == "outreach") {
                seat({"adviser", code, "Independent domestic abuse adviser",
                      "domestic_abuse_adviser", "team", team.value, ""});
            }
            // Two, since nobody is shown a safe address alone.
            if (code != "victim_care") continue;
            for (int i = 1; i <= 2; ++i) {
                seat({numbered("refuge", i), code, "Refuge worker", "refuge_worker", "team",
                      team.value, ""});
            }
        }
    }
    void make_county_roles() {
        auto const held = partnership_.value;
        seat({"head", "county", "Head of safer communities", "head_of_safer_communities",
              "partnership", held, ""});
        seat({"analyst", "county", "Analyst", "analyst", "partnership", held, ""});
        seat({"dpo", "county", "Data protection officer", "data_protection_officer", "partnership",
              held, ""});
        seat({"scrutiny", "county", "Scrutiny committee member", "scrutiny_member", "partnership",
              held, ""});
        seat({"admin", "county", "Administrator", "administrator", "partnership", held, ""});
        seat(
            {"admin2", "county", "Deputy administrator", "administrator", "partnership", held, ""});
        seat({"approver", "police", "Information manager", "agency_approver", "partnership", held,
              ""});
        seat({"approver.county", "county", "Team leader", "agency_approver", "partnership", held,
              ""});
    }

    // Those to try first come first.
    void sort_accounts() {
        static constexpr std::array<std::string_view, 11> kFirst{
            "officer.sca",     "manager.sca", "officer.har", "partner.police.sca",
            "partner.housing", "head",        "analyst",     "dpo",
            "scrutiny",        "admin",       "approver"};
        auto const rank = [](Account const& account) {
            auto const name = account.email.substr(0, account.email.find('@'));
            return std::find(kFirst.begin(), kFirst.end(), name) - kFirst.begin();
        };
        std::stable_sort(made_.accounts.begin(), made_.accounts.end(),
                         [&](auto const& a, auto const& b) { return rank(a) < rank(b); });
    }

    struct MadeAgency {
        AgencyId id;
        std::string name;
    };

    Options const& options_;
    Random random_;
    Validity valid_;
    Clock clock_;
    store::Transaction tx_;
    PartnershipId partnership_;
    access::Work work_;
    std::map<std::string, MadeAgency> agencies_;
    Directory made_;
};

}  // namespace

std::vector<Worker> Directory::partners_of(Hub const& hub) const {
    auto all = hub.police;
    all.insert(all.end(), housing.begin(), housing.end());
    all.insert(all.end(), health.begin(), health.end());
    all.insert(all.end(), others.begin(), others.end());
    return all;
}

Directory make_directory(store::Database& database, Options const& options, Date first_day) {
    return Maker{database, options, first_day}.make();
}

}  // namespace waymark::demo
