#include "access/invitations.h"

#include "access/approvals.h"
#include "access_sql.h"
#include "accounts_sql.h"
#include "directory_checks.h"
#include "foundation/digest.h"
#include "limits.h"
#include "plain_codes.h"
#include "weakness.h"

#include <array>

namespace waymark::access {

namespace {

constexpr std::size_t kTokenBytes = 32;
constexpr std::size_t kCodeBytes = 5;  // eight letters and digits

std::string code_digest(std::string_view code, std::string_view token_hash) {
    return sha256_hex(without_gaps(code) + ":" + std::string{token_hash});
}

Error not_good() {
    return {Refusal::Unauthorised, "invitation_not_good"};
}

struct Found {
    UserId user;
    std::string code_hash;
};

// Every guess is counted before it is looked at, so that many at once are no more.
std::optional<Found> guess(store::Transaction& tx, std::string_view token_hash, Clock clock) {
    auto const most = limit_on(tx, "invitation_guesses", clock.today);
    auto const row = tx.first(sql::kTakeGuess, {token_hash, to_text(clock.now), most});
    if (!row) return std::nullopt;
    return Found{row->id<UserId>("user_id"), row->text("code_hash")};
}

audit::Pending entry(Acceptance const& acceptance, Clock clock, std::string_view action,
                     UserId const& user) {
    return {{user.value, "", acceptance.request_id, clock.now},
            {std::string{action}, "user", user.value}};
}

}  // namespace

Result<Invitation> invite(Work& work, UserId const& user) {
    if (!work.actor().may(Permission::Administer)) return not_an_administrator();
    if (work.actor().user == user) return Error{Refusal::Conflict, "not_your_own"};
    auto const row = work.tx().first(sql::kUserById, {user, work.actor().partnership});
    if (!row) return not_found("no_such_user");
    if (row->text("kind") != "person") return Error{Refusal::Conflict, "not_a_person"};
    auto const hours = limit_on(work.tx(), "invitation_hours", work.clock().today);
    Invitation const made{random_hex(kTokenBytes), work.clock().now + std::chrono::hours{hours}};
    work.tx().execute(sql::kInvite, {user, sha256_hex(made.token), work.actor().user, work.now(),
                                     to_text(made.expires_at)});
    work.note({"user.invite", "user", user.value});
    return made;
}

Result<std::string> approve_invitation(Work& work, UserId const& user) {
    if (!work.actor().may(Permission::ApproveAccounts)) return not_an_approver();
    auto const row =
        work.tx().first(sql::kInvitationOf, {user, work.actor().partnership, work.now()});
    bool const decides = row && decides_about(work, user, row->id<AgencyId>("agency_id"), false,
                                              row->text("invited_by"));
    if (!decides) return not_found("no_such_invitation");
    auto const code = random_base32(kCodeBytes);
    work.tx().execute(sql::kApproveInvitation,
                      {user, work.actor().user, code_digest(code, row->text("token_hash"))});
    work.note({"user.approve_invitation", "user", user.value});
    return in_groups(code, '-');
}

Result<Done> accept_invitation(store::Database& database, Acceptance const& acceptance,
                               PasswordCost cost, Clock clock, store::Deadline deadline) {
    if (auto const weak = weakness_of(acceptance.password); !weak.empty()) {
        return invalid({{"password", weak}});
    }
    auto const token_hash = sha256_hex(acceptance.token);
    auto const given = code_digest(acceptance.code, token_hash);
    std::optional<Found> found;
    std::string weakness;
    database.write(deadline, [&](store::Transaction& tx) {
        found = guess(tx, token_hash, clock);
        if (!found) return;
        // Whoever knows the code may try another password: that is no guess of the code.
        if (found->code_hash == given) {
            weakness = weakness_for(tx, found->user, acceptance.password);
            if (!weakness.empty()) return;
        } else {
            std::array const entries{
                entry(acceptance, clock, "user.refuse_invitation", found->user)};
            audit::append(tx, entries);
        }
        tx.commit();
    });
    if (!found || found->code_hash != given) return not_good();
    if (!weakness.empty()) return invalid({{"password", weakness}});

    auto const hash = hash_password(acceptance.password, cost);
    bool taken = false;
    database.write(deadline, [&](store::Transaction& tx) {
        // It may have been used, or a new one made, meanwhile.
        taken = tx.execute(sql::kTakeInvitation, {token_hash, given}) == 1;
        if (!taken) return;
        tx.execute(sql::kChoosePassword, {found->user, hash});
        tx.execute(sql::kDeleteSessionsOfUser, {found->user});
        std::array const entries{entry(acceptance, clock, "user.set_password", found->user)};
        audit::append(tx, entries);
        tx.commit();
    });
    if (!taken) return not_good();
    return Done{};
}

}  // namespace waymark::access
