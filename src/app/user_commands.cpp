// `waymark user`: the first administrator, and who there is.

#include "access/accounts.h"
#include "access/approvals.h"
#include "app/commands.h"
#include "app/common.h"
#include "foundation/text.h"
#include "store/migrations.h"

#include <termios.h>
#include <unistd.h>

#include <iostream>

namespace waymark::app {

namespace {

// Typed without showing, on a terminal; else the first line of standard input.
std::string read_password() {
    bool const terminal = isatty(STDIN_FILENO) != 0;
    termios shown{};
    if (terminal) {
        tcgetattr(STDIN_FILENO, &shown);
        termios hidden = shown;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        std::cerr << "Password (at least " << access::kShortestPassword << " characters): ";
        tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
    }
    std::string password;
    std::getline(std::cin, password);
    if (terminal) {
        tcsetattr(STDIN_FILENO, TCSANOW, &shown);
        std::cerr << "\n";
    }
    return password;
}

PartnershipId partnership_for(store::Transaction& tx, std::string const& name, Clock clock) {
    auto const all = access::partnerships(tx);
    if (!all.empty()) return all.front().id;
    if (name.empty()) {
        throw Stop{kWrongUse, "the database is new: name the partnership with --partnership"};
    }
    return access::create_partnership(tx, name, false, clock);
}

// The agency of that code, made when there is none: somebody has to be first.
AgencyId agency_for(access::Work& work, NewUser const& wanted) {
    for (auto const& agency : access::agencies(work, access::Include::Former)) {
        if (agency.code == wanted.agency) return agency.id;
    }
    auto const made = access::create_agency(
        work,
        {{}, wanted.agency, wanted.agency, wanted.agency_kind, {work.clock().today, std::nullopt}});
    if (!made) throw Stop{kRefused, "the agency was not added: " + words_of(made.error())};
    return *made;
}

std::string held_at_id(access::Work& work, NewUser const& wanted, std::string& held_at) {
    if (wanted.held_at.empty()) {
        held_at = "partnership";
        return work.actor().partnership.value;
    }
    held_at = "area";
    for (auto const& area : access::areas(work)) {
        if (area.code == wanted.held_at) return area.id.value;
    }
    throw Stop{kWrongUse, "--area is the code of an area, such as SCA"};
}

}  // namespace

int add_user(Settings const& settings, NewUser const& wanted) {
    store::Database database{store_settings(settings)};
    store::require_current_schema(database);
    auto const password = read_password();
    auto const clock = system_clock();
    auto tx = database.begin(store::Mode::Write, store::Deadline::after(std::chrono::minutes{1}));
    auto const partnership = partnership_for(tx, wanted.partnership, clock);
    auto work = access::Gate::for_system(tx, partnership, clock, "user");
    access::Validity const from_today{clock.today, std::nullopt};
    access::RoleHeld role{wanted.role, {}, {}, from_today};
    role.held_at_id = held_at_id(work, wanted, role.held_at);
    auto const made = access::create_user(work, {.id = {},
                                                 .agency = agency_for(work, wanted),
                                                 .email = wanted.email,
                                                 .name = wanted.name,
                                                 .job_title = "",
                                                 .phone = "",
                                                 .valid = from_today,
                                                 .roles = {role}});
    if (!made) throw Stop{kRefused, "the user was not added: " + words_of(made.error())};
    auto const set = access::set_password(work, *made, password, access::PasswordCost::Interactive);
    if (!set) throw Stop{kRefused, "the user was not added: " + words_of(set.error())};
    access::Gate::finish(work);
    std::cout << "Added.\n";
    return kDone;
}

int confirm_user(Settings const& settings, std::string const& email) {
    store::Database database{store_settings(settings)};
    store::require_current_schema(database);
    auto const partnership = only_partnership(database);
    auto tx = database.begin(store::Mode::Write, store::Deadline::after(std::chrono::minutes{1}));
    auto work = access::Gate::for_system(tx, partnership, system_clock(), "user");
    auto const user = access::user_with_email(work, email);
    if (!user) throw Stop{kRefused, "nobody has that e-mail address"};
    access::start_quarter(work, user->id);
    work.note({"user.confirm", "user", user->id.value});
    access::Gate::finish(work);
    std::cout << "Confirmed.\n";
    return kDone;
}

int list_users(Settings const& settings) {
    store::Database database{store_settings(settings)};
    store::require_current_schema(database);
    auto const partnership = only_partnership(database);
    database.read(store::Deadline::after(std::chrono::minutes{1}), [&](store::Transaction& tx) {
        auto work = access::Gate::for_system(tx, partnership, system_clock(), "user");
        std::optional<UserId> after;
        for (;;) {
            auto const page = access::users(work, after, 100);
            if (!page || page->empty()) return;
            for (auto const& user : *page) {
                std::vector<std::string> roles;
                for (auto const& role : user.roles) roles.push_back(role.role);
                std::cout << user.email << "  " << join(roles, ", ") << "\n";
            }
            after = page->back().id;
        }
    });
    return kDone;
}

}  // namespace waymark::app
