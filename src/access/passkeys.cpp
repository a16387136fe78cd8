#include "access/passkeys.h"

#include "access/own_password.h"
#include "access/second_factor.h"
#include "foundation/digest.h"
#include "foundation/text.h"
#include "passkeys_sql.h"
#include "second_factor_sql.h"

#include <sodium.h>

#include <algorithm>

namespace waymark::access {

namespace {

constexpr std::chrono::minutes kChallengeIsGoodFor{5};
constexpr std::size_t kChallengeBytes = 32;

std::string_view code_of(Purpose purpose) {
    switch (purpose) {
        case Purpose::SignIn:
            return "sign_in";
        case Purpose::Change:
            return "change";
        case Purpose::Add:
            break;
    }
    return "add";
}

Passkey passkey_from(store::Row const& row) {
    return {row.id<PasskeyId>("id"), row.text("name"), row.text("credential_id"),
            row.instant("made_at"), row.optional_instant("last_used_at")};
}

std::vector<Passkey> passkeys_of(store::Transaction& tx, UserId const& user) {
    std::vector<Passkey> all;
    for (auto const& row : tx.all(sql::kPasskeys, {user})) all.push_back(passkey_from(row));
    return all;
}

std::string mistake_in_name(std::string_view name, std::vector<Passkey> const& others) {
    if (is_blank(name)) return "required";
    if (characters(name) > kLongestPasskeyName) return "too_long";
    bool const taken = std::any_of(others.begin(), others.end(),
                                   [&](Passkey const& other) { return other.name == name; });
    return taken ? "taken" : "";
}

bool take_challenge(store::Transaction& tx, UserId const& user, Purpose purpose,
                    ClientData const& client, Instant now) {
    return tx.execute(sql::kTakeChallenge,
                      {sha256_hex(client.challenge), user, code_of(purpose), to_text(now)}) == 1;
}

void end_other_sessions(Work& work, std::string_view session_token) {
    work.tx().execute(sql::kDeleteOtherSessions, {work.actor().user, sha256_hex(session_token)});
}

void add_mistake(std::vector<FieldError>& mistakes, Answer answer) {
    if (answer == Answer::Wrong) mistakes.push_back({"assertion", "wrong"});
    if (answer == Answer::CounterWentBack) mistakes.push_back({"assertion", "counter_went_back"});
}

}  // namespace

std::vector<FieldError> mistakes_in(Work& work, Proof const& proof, CheckedWith const& with,
                                    std::vector<FieldError> others) {
    auto const& user = work.actor().user;
    auto mistakes = std::move(others);
    if (auto const wrong = mistake_in_own_password(work, proof.current_password); !wrong.empty()) {
        mistakes.push_back({"current_password", wrong});
    }
    if (!has_second_factor(work.tx(), user)) return mistakes;
    if (proof.code.empty() && !proof.assertion) mistakes.push_back({"code", "required"});
    // Only with the right password, so that neither is tried out without the other.
    if (!mistakes.empty()) return mistakes;
    if (proof.assertion) {
        add_mistake(mistakes, take_assertion(work.tx(), user, Purpose::Change, *proof.assertion,
                                             with.relying_party, work.clock().now));
    } else if (!take_code(work.tx(), user, proof.code, with, work.clock().now)) {
        mistakes.push_back({"code", "wrong"});
    }
    return mistakes;
}

void after_refusal(store::Transaction& tx, audit::Origin const& origin, Assertion const& assertion,
                   Error const& refusal) {
    UserId const user{origin.actor_id};
    spend_challenge(tx, user, assertion);
    FieldError const copied{"assertion", "counter_went_back"};
    if (std::count(refusal.fields.begin(), refusal.fields.end(), copied) == 0) return;
    audit::Pending const entry{
        origin, {"user.refuse_passkey", "user", user.value, std::nullopt, copied.code}};
    audit::append(tx, std::span{&entry, 1});
}

std::vector<Passkey> passkeys(Work& work) {
    return passkeys_of(work.tx(), work.actor().user);
}

PasskeyQuestion ask_for_passkey(Work& work) {
    return new_question(work.tx(), work.actor().user, Purpose::Change, work.clock().now);
}

Result<PasskeyOffer> begin_passkey(Work& work, std::string_view name, Proof const& proof,
                                   CheckedWith const& with) {
    if (!with.relying_party.is_set()) return Error{Refusal::Conflict, "no_public_origin"};
    auto const& user = work.actor().user;
    auto const others = passkeys_of(work.tx(), user);
    if (others.size() >= kMostPasskeys) return Error{Refusal::Conflict, "too_many_passkeys"};
    std::vector<FieldError> mistakes;
    if (auto const wrong = mistake_in_name(trimmed(name), others); !wrong.empty()) {
        mistakes.push_back({"name", wrong});
    }
    mistakes = mistakes_in(work, proof, with, std::move(mistakes));
    if (!mistakes.empty()) return invalid(std::move(mistakes));

    work.note({"user.begin_passkey", "user", user.value});
    auto const row = work.tx().first(sql::kEmailOf, {user, work.actor().partnership});
    return PasskeyOffer{new_question(work.tx(), user, Purpose::Add, work.clock().now),
                        row->text("email")};
}

Result<AddedPasskey> add_passkey(Work& work, std::string_view name, NewPasskey const& made,
                                 RelyingParty const& relying_party,
                                 std::string_view session_token) {
    auto const& user = work.actor().user;
    auto& tx = work.tx();
    hold_second_factor(tx, user);
    if (!take_challenge(tx, user, Purpose::Add, made.client, work.clock().now)) {
        return Error{Refusal::Conflict, "nothing_to_confirm"};
    }
    auto const plain_name = trimmed(name);
    auto const others = passkeys_of(tx, user);
    if (others.size() >= kMostPasskeys) return Error{Refusal::Conflict, "too_many_passkeys"};
    if (auto const wrong = mistake_in_name(plain_name, others); !wrong.empty()) {
        return invalid({{"name", wrong}});
    }
    auto const credential = credential_from(made.authenticator_data, relying_party);
    if (!credential || !is_ours(made.client, Ceremony::Make, relying_party)) {
        return invalid({{"passkey", "wrong"}});
    }
    if (tx.first(sql::kPasskeyKnown, {credential->id})) {
        return Error{Refusal::Conflict, "passkey_known"};
    }
    bool const is_first = !has_second_factor(tx, user);
    AddedPasskey added{new_id<PasskeyId>(work.clock().now), {}};
    tx.execute(sql::kInsertPasskey,
               {added.id, user, plain_name, credential->id, credential->key.algorithm,
                base64_of(credential->key.bytes), credential->counter, work.now()});
    end_other_sessions(work, session_token);
    work.note({"user.add_passkey", "user", user.value, std::nullopt, added.id.value});
    if (is_first) added.recovery_codes = new_recovery_codes(tx, user);
    return added;
}

Result<Done> remove_passkey(Work& work, PasskeyId const& id, Proof const& proof,
                            CheckedWith const& with, std::string_view session_token) {
    auto const& user = work.actor().user;
    auto& tx = work.tx();
    hold_second_factor(tx, user);
    auto const all = passkeys_of(tx, user);
    bool const is_known =
        std::any_of(all.begin(), all.end(), [&](Passkey const& one) { return one.id == id; });
    if (!is_known) return not_found("no_such_passkey");
    bool const is_last = all.size() == 1 && !has_app(tx, user);
    if (is_last && work.actor().second_factor_required) {
        return Error{Refusal::Conflict, "last_second_factor"};
    }
    if (auto mistakes = mistakes_in(work, proof, with); !mistakes.empty()) {
        return invalid(std::move(mistakes));
    }
    tx.execute(sql::kDeletePasskey, {user, id});
    if (is_last) tx.execute(sql::kForgetRecoveryCodes, {user});
    end_other_sessions(work, session_token);
    work.note({"user.remove_passkey", "user", user.value, std::nullopt, id.value});
    return Done{};
}

bool has_passkeys(store::Transaction& tx, UserId const& user) {
    return tx.first(sql::kPasskeys, {user}).has_value();
}

PasskeyQuestion new_question(store::Transaction& tx, UserId const& user, Purpose purpose,
                             Instant now) {
    std::string random(kChallengeBytes, '\0');
    randombytes_buf(random.data(), random.size());
    PasskeyQuestion question{base64url_of(random), {}};
    tx.execute(sql::kForgetOldChallenges, {to_text(now)});
    tx.execute(sql::kInsertChallenge, {sha256_hex(question.challenge), user, code_of(purpose),
                                       to_text(now + kChallengeIsGoodFor)});
    for (auto const& one : passkeys_of(tx, user)) {
        question.credential_ids.push_back(one.credential_id);
    }
    return question;
}

Answer take_assertion(store::Transaction& tx, UserId const& user, Purpose purpose,
                      Assertion const& assertion, RelyingParty const& relying_party, Instant now) {
    bool const was_asked = take_challenge(tx, user, purpose, assertion.client, now);
    auto const row = tx.first(sql::kPasskey, {user, assertion.credential_id});
    if (!was_asked || !row || !is_ours(assertion.client, Ceremony::Use, relying_party)) {
        return Answer::Wrong;
    }
    auto const bytes = bytes_from_base64(row->text("public_key"));
    if (!bytes) throw store::Failure("a passkey's public key is not base64");
    auto const counter =
        counter_signed_by({row->small("algorithm"), *bytes}, assertion, relying_party);
    if (!counter) return Answer::Wrong;
    bool const counts_on =
        tx.execute(sql::kUsePasskey, {user, row->id<PasskeyId>("id"), *counter, to_text(now)}) == 1;
    return counts_on ? Answer::Right : Answer::CounterWentBack;
}

void spend_challenge(store::Transaction& tx, UserId const& user, Assertion const& assertion) {
    tx.execute(sql::kSpendChallenge, {sha256_hex(assertion.client.challenge), user});
}

void forget_passkeys(store::Transaction& tx, UserId const& user) {
    tx.execute(sql::kForgetPasskeys, {user});
    tx.execute(sql::kForgetChallenges, {user});
}

}  // namespace waymark::access
