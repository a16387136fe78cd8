#include "account_story.h"

#include "access/approvals.h"
#include "access/invitations.h"
#include "names.h"
#include "timeline.h"

namespace waymark::demo {

namespace {

using access::user_with_email;

constexpr int kConfirmedDaysAgo = 10;
constexpr int kDueSoonDaysAgo = 75;  // of the quarter that a confirmation is good for

void confirm(store::Transaction& tx, Directory const& directory, Clock end, int days_ago) {
    auto const then = clock_at(end.now - std::chrono::hours{24 * days_ago});
    auto work = access::Gate::for_system(tx, directory.partnership, then, "demo");
    for (auto const& account : directory.accounts) {
        bool const is_due = account.email.starts_with("partner.police");
        if (is_due && days_ago != kDueSoonDaysAgo) continue;
        access::start_quarter(work, user_with_email(work, account.email)->id);
    }
}

// What an administrator proposed, and nobody has approved yet.
void invite_a_constable(access::Work& work, Directory const& directory) {
    auto const like = *user_with_email(work, "partner.police.sca@demo.example");
    access::User joiner;
    joiner.agency = like.agency;
    joiner.email = "joiner.police@demo.example";
    joiner.name = "Jo Newcomer";
    joiner.job_title = like.job_title;
    joiner.phone = landline_number(3999 - directory.accounts.size());
    joiner.valid = {work.clock().today, std::nullopt};
    joiner.roles = {like.roles.front()};
    joiner.roles.front().valid = joiner.valid;
    auto const id = expect("joiner", access::create_user(work, joiner));
    expect("invitation", access::invite(work, id));
}

}  // namespace

void make_account_story(store::Database& database, Directory const& directory, Instant end) {
    auto const clock = clock_at(end);
    auto tx = database.begin(store::Mode::Write, store::Deadline::never());
    confirm(tx, directory, clock, kDueSoonDaysAgo);
    confirm(tx, directory, clock, kConfirmedDaysAgo);
    auto asking = access::Gate::for_system(tx, directory.partnership, clock, "demo");
    auto const admin = user_with_email(asking, "admin@demo.example")->id;
    auto work = access::Gate::on_behalf_of(tx, admin, clock, "demo");
    if (!work) throw store::Failure("the demonstration's administrator has no account");
    invite_a_constable(*work, directory);
    access::Gate::finish(*work);
}

}  // namespace waymark::demo
