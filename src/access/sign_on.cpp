#include "access/sign_on.h"

#include "access/approvals.h"
#include "access/second_factor.h"
#include "access_sql.h"
#include "foundation/digest.h"
#include "foundation/text.h"
#include "second_factor_sql.h"
#include "sign_in_parts.h"
#include "sign_on_sql.h"

#include <array>

namespace waymark::access {

namespace {

Error refused() {
    return {Refusal::Unauthorised, "sign_on_failed"};
}

std::string browser_hash(std::string_view browser_token) {
    return sha256_hex(browser_token);
}

struct Account {
    UserId user;
    std::string email;
};

std::optional<Account> account_from(std::optional<store::Row> const& row, AgencyId const& agency) {
    if (!row || row->id<AgencyId>("agency_id") != agency) return std::nullopt;
    return Account{row->id<UserId>("id"), row->text("email")};
}

std::optional<Account> account_of(store::Transaction& tx, Identity const& identity) {
    auto const linked = tx.first(sql::kAccountOfIdentity, {identity.issuer, identity.subject});
    // Whoever is linked has that account or none, whatever their e-mail says.
    if (linked) return account_from(linked, identity.agency);
    auto const email = lower_ascii(trimmed(identity.email));
    if (email.empty()) return std::nullopt;
    return account_from(tx.first(sql::kAccountToLink, {email, identity.agency}), identity.agency);
}

// One sign-on in its last transaction: what came of it, and for whom.
class Ending {
  public:
    Ending(SignOnAttempt const& attempt, std::chrono::minutes longest, Clock clock)
        : attempt_(&attempt), longest_(longest), clock_(clock) {}

    Result<SignedIn> end(store::Transaction& tx, Identity const& identity,
                         std::optional<Account> account, std::string const* code);
    // Of a failure that is to be counted; the transaction of it has been rolled back.
    void count(store::Database& database, store::Deadline deadline) const;

  private:
    bool is_linked(store::Transaction& tx, Identity const& identity) const;
    Error await_code(store::Transaction& tx, Identity const& identity) const;

    SignOnAttempt const* attempt_;
    std::chrono::minutes longest_;
    Clock clock_;
    std::optional<Account> account_;
};

bool Ending::is_linked(store::Transaction& tx, Identity const& identity) const {
    auto const& user = account_->user;
    if (tx.execute(sql::kLinkIdentity,
                   {identity.issuer, identity.subject, user, to_text(clock_.now)}) == 1) {
        std::array const entries{sign_in_entry(attempt_->request_id, clock_, "user.link_sign_on",
                                               user.value, identity.provider)};
        audit::append(tx, entries);
        return true;
    }
    auto const row = tx.first(sql::kIdentityOf, {user});
    return row && row->text("issuer") == identity.issuer &&
           row->text("subject") == identity.subject;
}

Error Ending::await_code(store::Transaction& tx, Identity const& identity) const {
    tx.execute(sql::kForgetOldSignOnCodes, {to_text(clock_.now)});
    tx.execute(sql::kAwaitSignOnCode, {browser_hash(attempt_->browser_token), account_->user,
                                       identity.agency, identity.provider, identity.issuer,
                                       identity.subject, to_text(clock_.now + kCodeWithin)});
    std::array const entries{
        sign_in_entry(attempt_->request_id, clock_, "session.ask_code", account_->user.value)};
    audit::append(tx, entries);
    tx.commit();
    return {Refusal::Unauthorised, "second_factor_needed"};
}

Result<SignedIn> Ending::end(store::Transaction& tx, Identity const& identity,
                             std::optional<Account> account, std::string const* code) {
    account_ = std::move(account);
    if (must_wait(tx, account_ ? account_->email : std::string{}, attempt_->network_address,
                  clock_.now)) {
        return Error{Refusal::TooMany, "wait_and_try_again"};
    }
    if (!account_ || !tx.first(sql::kUser, {account_->user, to_text(clock_.today)})) {
        return refused();
    }
    // As sign_in does: one that is being set up is waited for, so that none is passed by.
    hold_second_factor(tx, account_->user);
    bool const asks = !identity.second_factor && has_second_factor(tx, account_->user);
    if (asks && !code) return await_code(tx, identity);
    if (asks && !take_code(tx, account_->user, *code, attempt_->with, clock_.now)) {
        return Error{Refusal::Unauthorised, "second_factor_wrong"};
    }
    if (!is_in_use(tx, account_->user, clock_.today)) {
        return Error{Refusal::Unauthorised, "account_lapsed"};
    }
    if (!is_linked(tx, identity)) return refused();
    tx.execute(sql::kTakeSignOnCode, {browser_hash(attempt_->browser_token)});
    SignedIn const signed_in{random_hex(32), random_hex(16), account_->user,
                             identity.second_factor};
    begin_session(tx, signed_in, account_->email, attempt_->request_id, longest_, clock_);
    tx.commit();
    return signed_in;
}

void Ending::count(store::Database& database, store::Deadline deadline) const {
    database.write(deadline, [&](store::Transaction& tx) {
        count_failure(tx, account_ ? account_->email : std::string{}, attempt_->network_address,
                      clock_.now);
        std::array const entries{sign_in_entry(attempt_->request_id, clock_, "session.refuse",
                                               account_ ? account_->user.value : std::string{})};
        audit::append(tx, entries);
        tx.commit();
    });
}

bool counts_as_failure(Result<SignedIn> const& result) {
    return !result && (result.error().code == "sign_on_failed" ||
                       result.error().code == "second_factor_wrong");
}

}  // namespace

std::string sign_on_nonce(SignOnBegun const& begun) {
    return sha256_hex("nonce:" + begun.browser_token + ":" + begun.state);
}

std::string sign_on_verifier(SignOnBegun const& begun) {
    return sha256_hex("verifier:" + begun.browser_token + ":" + begun.state);
}

SignOnBegun begin_sign_on(store::Database& database, std::string_view provider, Clock clock,
                          store::Deadline deadline) {
    SignOnBegun begun{random_hex(32), random_hex(32)};
    database.write(deadline, [&](store::Transaction& tx) {
        tx.execute(sql::kForgetOldSignOns, {to_text(clock.now)});
        tx.execute(sql::kBeginSignOn, {sha256_hex(begun.state), browser_hash(begun.browser_token),
                                       std::string{provider}, to_text(clock.now + kSignOnWithin)});
        tx.commit();
    });
    return begun;
}

std::optional<std::string> sign_on_under_way(store::Database& database, SignOnBegun const& begun,
                                             Clock clock, store::Deadline deadline) {
    return database.read(deadline, [&](store::Transaction& tx) -> std::optional<std::string> {
        auto const row = tx.first(
            sql::kSignOn,
            {sha256_hex(begun.state), browser_hash(begun.browser_token), to_text(clock.now)});
        return row ? std::optional{row->text("provider")} : std::nullopt;
    });
}

std::optional<std::string> take_sign_on(store::Database& database, SignOnBegun const& begun,
                                        Clock clock, store::Deadline deadline) {
    return database.write(deadline, [&](store::Transaction& tx) -> std::optional<std::string> {
        auto const row = tx.first(
            sql::kTakeSignOn,
            {sha256_hex(begun.state), browser_hash(begun.browser_token), to_text(clock.now)});
        if (!row) return std::nullopt;
        auto provider = row->text("provider");
        tx.commit();
        return provider;
    });
}

Result<SignedIn> finish_sign_on(store::Database& database, SignOnAttempt const& attempt,
                                Identity const& identity, std::chrono::minutes longest, Clock clock,
                                store::Deadline deadline) {
    Ending ending{attempt, longest, clock};
    auto result = database.write(deadline, [&](store::Transaction& tx) {
        return ending.end(tx, identity, account_of(tx, identity), nullptr);
    });
    if (counts_as_failure(result)) ending.count(database, deadline);
    return result;
}

Result<SignedIn> finish_sign_on_with_code(store::Database& database, SignOnAttempt const& attempt,
                                          std::string_view code, std::chrono::minutes longest,
                                          Clock clock, store::Deadline deadline) {
    Ending ending{attempt, longest, clock};
    std::string const given{code};
    auto result = database.write(deadline, [&](store::Transaction& tx) -> Result<SignedIn> {
        auto const row =
            tx.first(sql::kSignOnCode, {browser_hash(attempt.browser_token), to_text(clock.now)});
        if (!row) return ending.end(tx, {}, std::nullopt, &given);
        Identity const identity{row->text("provider"),
                                row->text("issuer"),
                                row->text("subject"),
                                {},
                                row->id<AgencyId>("agency_id")};
        // Asked again: the account may have moved to another agency since.
        auto account = account_from(
            tx.first(sql::kAccountWithAgency, {row->id<UserId>("user_id"), identity.agency}),
            identity.agency);
        return ending.end(tx, identity, std::move(account), &given);
    });
    if (counts_as_failure(result)) ending.count(database, deadline);
    return result;
}

Error refuse_sign_on(store::Database& database, SignOnAttempt const& attempt, Clock clock,
                     store::Deadline deadline) {
    bool const wait = database.read(deadline, [&](store::Transaction& tx) {
        return must_wait(tx, "", attempt.network_address, clock.now);
    });
    if (wait) return {Refusal::TooMany, "wait_and_try_again"};
    Ending{attempt, {}, clock}.count(database, deadline);
    return refused();
}

Result<Done> reset_sign_on(Work& work, UserId const& user, std::string_view identity_checked) {
    if (auto refused = refusal_of_reset(work, user, identity_checked)) return std::move(*refused);
    work.tx().execute(sql::kForgetSignOnCodesOf, {user});
    if (work.tx().execute(sql::kUnlinkIdentity, {user}) == 0) {
        return Error{Refusal::Conflict, "not_linked"};
    }
    end_sessions(work, user);
    work.note(
        {"user.reset_sign_on", "user", user.value, std::nullopt, std::string{identity_checked}});
    return Done{};
}

}  // namespace waymark::access
