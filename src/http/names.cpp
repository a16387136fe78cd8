#include "http/names.h"

namespace waymark::http {

std::string Names::user(std::string const& id) {
    if (id.empty()) return {};
    if (id.starts_with("system:")) return "Waymark";
    if (id == work_->actor().user.value) return work_->actor().name;
    auto const known = users_.find(id);
    if (known != users_.end()) return known->second;
    auto const found = access::colleague(*work_, id);
    return users_[id] = found ? found->name : std::string{};
}

JsonValue Names::user_or_null(std::optional<UserId> const& id) {
    return id ? JsonValue(user(id->value)) : JsonValue(nullptr);
}

std::string Names::agency(AgencyId const& id) {
    if (id.empty()) return {};
    auto const known = agencies_.find(id.value);
    if (known != agencies_.end()) return known->second;
    auto const found = access::agency(*work_, id);
    return agencies_[id.value] = found ? found->name : std::string{};
}

}  // namespace waymark::http
