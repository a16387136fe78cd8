#include "access/sign_in.h"

#include "access/approvals.h"
#include "access/second_factor.h"
#include "access_sql.h"
#include "accounts_sql.h"
#include "api_tokens_sql.h"
#include "foundation/digest.h"
#include "foundation/text.h"
#include "second_factor_sql.h"
#include "sign_in_parts.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace waymark::access {

namespace {

constexpr std::chrono::seconds kLongestWait{15 * 60};

// How many failures in a row cost nothing, and how long after the last one they are forgotten. A
// whole office can share an address, and its staff mistype a few times every morning.
struct Patience {
    std::string_view kind;
    int free_failures;
    std::chrono::hours forget_after;
};
constexpr Patience kAccount{"account", 5, std::chrono::hours{24}};
constexpr Patience kAddress{"address", 30, std::chrono::hours{1}};

std::string bucket(Patience const& patience, std::string_view value) {
    return sha256_hex(std::string{patience.kind} + ":" + std::string{value});
}

// 0 for the first few failures, then 1, 2, 4 ... seconds.
std::chrono::seconds wait_after(std::int64_t failures, Patience const& patience) {
    if (failures < patience.free_failures) return std::chrono::seconds{0};
    auto const doublings = std::min<std::int64_t>(failures - patience.free_failures, 10);
    return std::min(std::chrono::seconds{1LL << doublings}, kLongestWait);
}

bool must_wait(store::Transaction& tx, Patience const& patience, std::string_view value,
               Instant now) {
    auto const row = tx.first(sql::kFailures, {bucket(patience, value)});
    return row && row->instant("last_at") + wait_after(row->integer("failures"), patience) > now;
}

void count(store::Transaction& tx, Patience const& patience, std::string_view value, Instant now) {
    tx.execute(sql::kCountFailure,
               {bucket(patience, value), to_text(now), to_text(now - patience.forget_after)});
}

struct Known {
    UserId user;
    std::string hash;
    bool has_second_factor;
};

// A hash that no password fits, so that an unknown address costs as much time as a known one.
std::string const& decoy_hash() {
    static std::string const hash = hash_password(random_hex(32), PasswordCost::Interactive);
    return hash;
}

audit::Pending entry(SignInAttempt const& attempt, Clock clock, std::string_view action,
                     std::string const& user, std::string detail = {}) {
    return sign_in_entry(attempt.request_id, clock, action, user, std::move(detail));
}

// How the second factor was answered.
Answer answer_of(store::Transaction& tx, UserId const& user, SignInAttempt const& attempt,
                 Instant now) {
    if (!has_second_factor(tx, user)) return Answer::Right;
    if (attempt.assertion) {
        return take_assertion(tx, user, Purpose::SignIn, *attempt.assertion,
                              attempt.with.relying_party, now);
    }
    return take_code(tx, user, attempt.code, attempt.with, now) ? Answer::Right : Answer::Wrong;
}

// Nothing when there is no passkey to be asked for, or no address that one could be of.
std::optional<PasskeyQuestion> question_for(store::Transaction& tx, UserId const& user,
                                            SignInAttempt const& attempt, Instant now) {
    if (!attempt.with.relying_party.is_set() || !has_passkeys(tx, user)) return std::nullopt;
    return new_question(tx, user, Purpose::SignIn, now);
}

void refuse(store::Database& database, SignInAttempt const& attempt, Clock clock,
            std::optional<Known> const& known, store::Deadline deadline) {
    database.write(deadline, [&](store::Transaction& tx) {
        count_failure(tx, attempt.email, attempt.network_address, clock.now);
        std::array const entries{
            entry(attempt, clock, "session.refuse", known ? known->user.value : std::string{})};
        audit::append(tx, entries);
        tx.commit();
    });
}

// Whether the account is closed only because nobody has confirmed or used it: whoever has given all
// that signing in asks for is told, so that they know whom to ask.
bool has_lapsed(store::Transaction& tx, UserId const& user, bool valid, Date today) {
    if (valid) return !is_in_use(tx, user, today);
    return tx.first(sql::kHasLapsed, {user, to_text(today)}).has_value();
}

// Somebody knows the password: its owner may want to hear of it.
std::optional<PasskeyQuestion> ask_for_second_factor(store::Database& database,
                                                     SignInAttempt const& attempt, Clock clock,
                                                     UserId const& user, store::Deadline deadline) {
    std::optional<PasskeyQuestion> question;
    database.write(deadline, [&](store::Transaction& tx) {
        question = question_for(tx, user, attempt, clock.now);
        std::array const entries{entry(attempt, clock, "session.ask_code", user.value)};
        audit::append(tx, entries);
        tx.commit();
    });
    return question;
}

// The password was right. What was answered to is used up, and there is something new to answer to.
std::optional<PasskeyQuestion> refuse_second_factor(store::Database& database,
                                                    SignInAttempt const& attempt, Clock clock,
                                                    UserId const& user, Answer answer,
                                                    store::Deadline deadline) {
    std::optional<PasskeyQuestion> question;
    database.write(deadline, [&](store::Transaction& tx) {
        if (attempt.assertion) spend_challenge(tx, user, *attempt.assertion);
        question = question_for(tx, user, attempt, clock.now);
        count_failure(tx, attempt.email, attempt.network_address, clock.now);
        std::string detail = answer == Answer::CounterWentBack ? "counter_went_back" : "";
        std::array const entries{
            entry(attempt, clock, "session.refuse", user.value, std::move(detail))};
        audit::append(tx, entries);
        tx.commit();
    });
    return question;
}

}  // namespace

bool must_wait(store::Transaction& tx, std::string_view email, std::string_view network_address,
               Instant now) {
    return (!email.empty() && must_wait(tx, kAccount, email, now)) ||
           must_wait(tx, kAddress, network_address, now);
}

void count_failure(store::Transaction& tx, std::string_view email, std::string_view network_address,
                   Instant now) {
    if (!email.empty()) count(tx, kAccount, email, now);
    count(tx, kAddress, network_address, now);
}

void begin_session(store::Transaction& tx, SignedIn const& signed_in, std::string_view email,
                   std::string_view request_id, std::chrono::minutes longest, Clock clock) {
    auto const idle_since = to_text(clock.now - longest);
    tx.execute(sql::kDeleteOldSessions, {to_text(clock.now), idle_since});
    tx.execute(sql::kInsertSession,
               {sha256_hex(signed_in.session_token), signed_in.user, signed_in.csrf_token,
                to_text(clock.now), to_text(clock.now + longest), signed_in.second_factor_proved});
    tx.execute(sql::kSeen, {signed_in.user, to_text(clock.today)});
    // Only the account's count: one right guess must not clear an address that tries many.
    tx.execute(sql::kForgetFailures, {bucket(kAccount, email)});
    tx.execute(sql::kForgetOldFailures, {to_text(clock.now - kAccount.forget_after)});
    std::array const entries{
        sign_in_entry(request_id, clock, "session.create", signed_in.user.value)};
    audit::append(tx, entries);
}

audit::Pending sign_in_entry(std::string_view request_id, Clock clock, std::string_view action,
                             std::string const& user, std::string detail) {
    return {{user.empty() ? "system:sign-in" : user, "", std::string{request_id}, clock.now},
            {std::string{action}, "user", user, std::nullopt, std::move(detail)}};
}

std::optional<Error> refusal_of_reset(Work& work, UserId const& user,
                                      std::string_view identity_checked) {
    if (!work.actor().may(Permission::Administer)) return Error{Refusal::Forbidden, "not_allowed"};
    if (user == work.actor().user) return Error{Refusal::Forbidden, "not_your_own"};
    if (!work.tx().first(sql::kEmailOf, {user, work.actor().partnership})) {
        return not_found("no_such_user");
    }
    if (identity_checked != "in_person" && identity_checked != "known_number") {
        return invalid(
            {{"identity_checked", identity_checked.empty() ? "required" : "not_offered"}});
    }
    return std::nullopt;
}

std::string hash_password(std::string_view password, PasswordCost cost) {
    bool const minimal = cost == PasswordCost::Minimal;
    std::array<char, crypto_pwhash_STRBYTES> out;
    int const failed = crypto_pwhash_str(
        out.data(), password.data(), password.size(),
        minimal ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_INTERACTIVE,
        minimal ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_INTERACTIVE);
    if (failed != 0) throw store::Unavailable("not enough memory to hash a password");
    return out.data();
}

bool password_fits(std::string const& hash, std::string_view password) {
    return password.size() <= kLongestPassword &&
           crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

Result<SignedIn> sign_in(store::Database& database, SignInAttempt const& attempt,
                         std::chrono::minutes longest, Clock clock, store::Deadline deadline,
                         std::optional<PasskeyQuestion>* question) {
    std::optional<PasskeyQuestion> unasked;
    auto& asked = question == nullptr ? unasked : *question;
    SignInAttempt tried = attempt;
    tried.email = lower_ascii(trimmed(attempt.email));

    bool wait = false;
    std::optional<Known> known;
    database.read(deadline, [&](store::Transaction& tx) {
        wait = must_wait(tx, tried.email, tried.network_address, clock.now);
        if (auto const row = tx.first(sql::kCredentials, {tried.email})) {
            auto const user = row->id<UserId>("id");
            known = Known{user, row->text("password_hash"), has_second_factor(tx, user)};
        }
    });
    if (wait) return Error{Refusal::TooMany, "wait_and_try_again"};

    auto const& hash = known ? known->hash : decoy_hash();
    if (!password_fits(hash, tried.password) || !known) {
        refuse(database, tried, clock, known, deadline);
        return Error{Refusal::Unauthorised, "sign_in_failed"};
    }
    if (known->has_second_factor && tried.code.empty() && !tried.assertion) {
        asked = ask_for_second_factor(database, tried, clock, known->user, deadline);
        return Error{Refusal::Unauthorised, "second_factor_needed"};
    }

    SignedIn const signed_in{random_hex(32), random_hex(16), known->user};
    bool valid = false;
    bool lapsed = false;
    auto answer = Answer::Right;
    database.write(deadline, [&](store::Transaction& tx) {
        valid = tx.first(sql::kUser, {known->user, to_text(clock.today)}).has_value();
        // Asked again here, and one that is being set up is waited for, so that none is passed by.
        hold_second_factor(tx, known->user);
        answer = answer_of(tx, known->user, tried, clock.now);
        if (answer != Answer::Right) return;
        lapsed = has_lapsed(tx, known->user, valid, clock.today);
        if (!valid || lapsed) return;
        begin_session(tx, signed_in, tried.email, tried.request_id, longest, clock);
        tx.commit();
    });
    if (lapsed) {
        refuse(database, tried, clock, known, deadline);
        return Error{Refusal::Unauthorised, "account_lapsed"};
    }
    if (!valid) {
        refuse(database, tried, clock, known, deadline);
        return Error{Refusal::Unauthorised, "sign_in_failed"};
    }
    if (answer != Answer::Right) {
        asked = refuse_second_factor(database, tried, clock, known->user, answer, deadline);
        return Error{Refusal::Unauthorised, "second_factor_wrong"};
    }
    return signed_in;
}

void sign_out(Work& work, std::string_view session_token) {
    work.tx().execute(sql::kDeleteSession, {sha256_hex(session_token)});
    work.note({"session.end", "user", work.actor().user.value});
}

void end_sessions(Work& work, UserId const& user) {
    work.tx().execute(sql::kDeleteSessionsOfUser, {user});
    work.note({"session.revoke", "user", user.value});
}

void touch_session(store::Transaction& tx, std::string_view session_token, Instant now) {
    auto const digest = sha256_hex(session_token);
    if (tx.execute(sql::kTouchSession, {digest, to_text(now)}) == 0) {
        tx.execute(sql::kTouchToken, {digest, to_text(london_date(now))});
    }
}

}  // namespace waymark::access
