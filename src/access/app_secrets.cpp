// Sealing, opening and finding the secrets of authenticator apps.

#include "access/app_secrets.h"

#include "kept_secrets.h"
#include "second_factor_sql.h"

#include <optional>

namespace waymark::access {

namespace {

constexpr std::string_view kMark = "sealed:";
constexpr std::int64_t kAtOnce = 50;
constexpr std::int64_t kAll = 1'000'000'000;

std::string about(UserId const& user, Secret which) {
    return (which == Secret::InUse ? "second_factor:in_use:" : "second_factor:pending:") +
           user.value;
}

// sealed:KEY:BODY, both base64.
std::string text_of(sealing::Sealed const& sealed) {
    return std::string{kMark} + sealed.key + ":" + sealed.body;
}

sealing::Sealed sealed_from(std::string_view kept) {
    kept.remove_prefix(kMark.size());
    auto const between = kept.find(':');
    if (between == std::string_view::npos) return {};
    return {std::string{kept.substr(0, between)}, std::string{kept.substr(between + 1)}};
}

bool opens(sealing::SealingKey const& key, UserId const& user, Secret which,
           std::string const& kept) {
    return !is_sealed(kept) || key.open(sealed_from(kept), about(user, which)).has_value();
}

std::string sealed_if_clear(CheckedWith const& with, UserId const& user, Secret which,
                            std::string const& kept) {
    return kept.empty() || is_sealed(kept) ? kept : sealed_secret(with, user, which, kept);
}

}  // namespace

SecondFactorUnchecked::SecondFactorUnchecked(UserId const& user)
    : store::Failure("the second factor of user " + user.value +
                     " cannot be checked: sealing_key is not the key that it was sealed with") {}

bool is_sealed(std::string_view kept) {
    return kept.starts_with(kMark);
}

std::string sealed_secret(CheckedWith const& with, UserId const& user, Secret which,
                          std::string_view secret) {
    if (with.sealing_key == nullptr) throw SecondFactorUnchecked{user};
    return text_of(with.sealing_key->seal(secret, about(user, which)));
}

std::string opened_secret(CheckedWith const& with, UserId const& user, Secret which,
                          std::string const& kept) {
    if (!is_sealed(kept)) return kept;
    if (with.sealing_key == nullptr) throw SecondFactorUnchecked{user};
    auto secret = with.sealing_key->open(sealed_from(kept), about(user, which));
    if (!secret) throw SecondFactorUnchecked{user};
    return *secret;
}

void seal_row(store::Transaction& tx, CheckedWith const& with, store::Row const& row) {
    auto const user = row.id<UserId>("user_id");
    auto const secret = row.text("secret");
    auto const pending = row.text("pending_secret");
    tx.execute(sql::kReplaceSecrets,
               {user, secret, pending, sealed_if_clear(with, user, Secret::InUse, secret),
                sealed_if_clear(with, user, Secret::Pending, pending)});
}

bool are_any_secrets_sealed(store::Transaction& tx) {
    return tx.first(sql::kSealedSecrets, {std::int64_t{1}}).has_value();
}

int secrets_not_opened(store::Transaction& tx, sealing::SealingKey const& key) {
    int closed = 0;
    for (auto const& row : tx.all(sql::kSealedSecrets, {kAll})) {
        auto const user = row.id<UserId>("user_id");
        if (!opens(key, user, Secret::InUse, row.text("secret")) ||
            !opens(key, user, Secret::Pending, row.text("pending_secret"))) {
            ++closed;
        }
    }
    return closed;
}

int seal_clear_secrets(store::Database& database, sealing::SealingKey const& key,
                       store::Deadline deadline) {
    CheckedWith const with{{}, &key};
    int sealed = 0;
    for (int some = 1; some > 0; sealed += some) {
        some = database.write(deadline, [&](store::Transaction& tx) {
            auto const rows = tx.all(sql::kClearSecrets, {kAtOnce});
            for (auto const& row : rows) seal_row(tx, with, row);
            tx.commit();
            return static_cast<int>(rows.size());
        });
    }
    return sealed;
}

}  // namespace waymark::access
