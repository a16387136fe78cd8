#include "access/second_factor.h"

#include "access/sign_in.h"
#include "foundation/digest.h"
#include "foundation/text.h"
#include "kept_secrets.h"
#include "plain_codes.h"
#include "second_factor_sql.h"
#include "sign_in_parts.h"

#include <liboath/oath.h>

#include <optional>

namespace waymark::access {

namespace {

constexpr unsigned kStepSeconds = 30;
constexpr std::size_t kStepsEitherWay = 1;
constexpr std::size_t kSecretBytes = 20;  // as long as the digest, RFC 4226 section 4
// 120 bits: so many that a digest without salt or cost is enough (ASVS 5.0.0, 6.5.2, asks 112).
constexpr std::size_t kRecoveryBytes = 15;

bool is_of_an_app(std::string const& code) {
    return code.size() == 6 && code.find_first_not_of("0123456789") == std::string::npos;
}

// The half minute that the code is of, when it is of one near now.
std::optional<std::int64_t> step_of(std::string const& secret, std::string const& code,
                                    Instant now) {
    auto const key = from_base32(secret);
    auto const seconds =
        std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    int away = 0;
    auto const found = oath_totp_validate2(key.data(), key.size(), seconds, kStepSeconds, 0,
                                           kStepsEitherWay, &away, code.c_str());
    if (found < 0) return std::nullopt;
    return seconds / kStepSeconds + away;
}

bool take_step(store::Transaction& tx, UserId const& user, std::string const& secret,
               std::string const& code, Instant now) {
    if (!is_of_an_app(code)) return false;
    auto const step = step_of(secret, code, now);
    return step && tx.first(sql::kTakeStep, {user, *step}).has_value();
}

// A code of the app in use. Its secret is sealed then, if it was not before.
bool take_code_of_app(store::Transaction& tx, UserId const& user, std::string const& code,
                      CheckedWith const& with, Instant now) {
    auto const row = tx.first(sql::kSecondFactor, {user});
    if (!row || row->text("secret").empty() || !is_of_an_app(code)) return false;
    auto const secret = opened_secret(with, user, Secret::InUse, row->text("secret"));
    if (!take_step(tx, user, secret, code, now)) return false;
    seal_row(tx, with, *row);
    return true;
}

// The name of the account in the app's list; what is not plain is escaped (RFC 3986).
std::string escaped(std::string_view text) {
    std::string made;
    for (unsigned char const c : text) {
        bool const plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                           (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_';
        if (plain) {
            made += static_cast<char>(c);
        } else {
            constexpr char const* kDigits = "0123456789ABCDEF";
            made += {'%', kDigits[c / 16], kDigits[c % 16]};
        }
    }
    return made;
}

}  // namespace

Result<NewSecret> begin_second_factor(Work& work, Proof const& proof, CheckedWith const& with) {
    auto const& user = work.actor().user;
    if (auto mistakes = mistakes_in(work, proof, with); !mistakes.empty()) {
        return invalid(std::move(mistakes));
    }

    auto const secret = random_base32(kSecretBytes);
    work.tx().execute(sql::kSetPendingSecret,
                      {user, sealed_secret(with, user, Secret::Pending, secret)});
    work.note({"user.begin_second_factor", "user", user.value});
    auto const email =
        work.tx().first(sql::kEmailOf, {user, work.actor().partnership})->text("email");
    return NewSecret{in_groups(secret, ' '), "otpauth://totp/Waymark:" + escaped(email) +
                                                 "?secret=" + secret + "&issuer=Waymark"};
}

Result<std::vector<std::string>> confirm_second_factor(Work& work, std::string_view code,
                                                       CheckedWith const& with,
                                                       std::string_view session_token) {
    auto const& user = work.actor().user;
    auto const row = work.tx().first(sql::kSecondFactor, {user});
    auto const kept = row ? row->text("pending_secret") : std::string{};
    if (kept.empty()) return Error{Refusal::Conflict, "nothing_to_confirm"};
    if (code.empty()) return invalid({{"code", "required"}});
    auto const pending = opened_secret(with, user, Secret::Pending, kept);
    hold_second_factor(work.tx(), user);
    work.tx().execute(sql::kForgetCodesTaken, {user});
    if (!take_step(work.tx(), user, pending, without_gaps(code), work.clock().now)) {
        return invalid({{"code", "wrong"}});
    }
    work.tx().execute(sql::kConfirmSecret,
                      {user, sealed_secret(with, user, Secret::InUse, pending), work.now()});
    work.tx().execute(sql::kDeleteOtherSessions, {user, sha256_hex(session_token)});
    work.note({"user.set_second_factor", "user", user.value});
    return new_recovery_codes(work.tx(), user);
}

Result<Done> remove_app(Work& work, Proof const& proof, CheckedWith const& with,
                        std::string_view session_token) {
    auto const& user = work.actor().user;
    auto& tx = work.tx();
    hold_second_factor(tx, user);
    if (!has_app(tx, user)) return Error{Refusal::Conflict, "no_app_in_use"};
    bool const is_last = !has_passkeys(tx, user);
    if (is_last && work.actor().second_factor_required) {
        return Error{Refusal::Conflict, "last_second_factor"};
    }
    if (auto mistakes = mistakes_in(work, proof, with); !mistakes.empty()) {
        return invalid(std::move(mistakes));
    }
    tx.execute(sql::kForgetSecondFactor, {user});
    if (is_last) tx.execute(sql::kForgetRecoveryCodes, {user});
    tx.execute(sql::kDeleteOtherSessions, {user, sha256_hex(session_token)});
    work.note({"user.remove_second_factor", "user", user.value});
    return Done{};
}

Result<Done> reset_second_factor(Work& work, UserId const& user,
                                 std::string_view identity_checked) {
    if (auto refused = refusal_of_reset(work, user, identity_checked)) return std::move(*refused);
    work.tx().execute(sql::kForgetSecondFactor, {user});
    work.tx().execute(sql::kForgetCodesTaken, {user});
    work.tx().execute(sql::kForgetRecoveryCodes, {user});
    forget_passkeys(work.tx(), user);
    end_sessions(work, user);
    work.note({"user.reset_second_factor", "user", user.value, std::nullopt,
               std::string{identity_checked}});
    return Done{};
}

void hold_second_factor(store::Transaction& tx, UserId const& user) {
    tx.execute(sql::kHoldSecondFactor, {user});
}

bool has_second_factor(store::Transaction& tx, UserId const& user) {
    return has_app(tx, user) || has_passkeys(tx, user);
}

bool has_app(store::Transaction& tx, UserId const& user) {
    auto const row = tx.first(sql::kSecondFactor, {user});
    return row && !row->text("secret").empty();
}

std::vector<std::string> new_recovery_codes(store::Transaction& tx, UserId const& user) {
    tx.execute(sql::kForgetRecoveryCodes, {user});
    std::vector<std::string> codes;
    for (int i = 0; i < kRecoveryCodes; ++i) {
        auto const code = random_base32(kRecoveryBytes);
        tx.execute(sql::kInsertRecoveryCode, {user, sha256_hex(code)});
        codes.push_back(in_groups(code, '-'));
    }
    return codes;
}

bool take_code(store::Transaction& tx, UserId const& user, std::string_view code,
               CheckedWith const& with, Instant now) {
    auto const plain = without_gaps(code);
    if (plain.empty()) return false;
    if (take_code_of_app(tx, user, plain, with, now)) return true;
    return tx.execute(sql::kUseRecoveryCode, {user, sha256_hex(plain), to_text(now)}) == 1;
}

}  // namespace waymark::access
