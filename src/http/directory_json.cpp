#include "http/directory_json.h"

namespace waymark::http {

JsonObject area_json(access::Area const& area) {
    return {{"id", area.id.value},
            {"code", area.code},
            {"name", area.name},
            {"gss_code", area.gss_code},
            {"valid_from", to_text(area.valid.from)},
            {"valid_to", or_null(area.valid.to)},
            {"revision", area.revision}};
}

JsonObject agency_json(access::Agency const& agency) {
    return {{"id", agency.id.value},
            {"code", agency.code},
            {"name", agency.name},
            {"kind", agency.kind},
            {"valid_from", to_text(agency.valid.from)},
            {"valid_to", or_null(agency.valid.to)},
            {"revision", agency.revision}};
}

JsonObject team_json(access::Team const& team) {
    return {{"id", team.id.value},
            {"agency_id", team.agency.value},
            {"area_id", or_null(team.area)},
            {"name", team.name},
            {"valid_from", to_text(team.valid.from)},
            {"valid_to", or_null(team.valid.to)},
            {"revision", team.revision}};
}

JsonObject role_json(access::RoleHeld const& role) {
    return {{"role", role.role},
            {"held_at", role.held_at},
            {"held_at_id", role.held_at_id},
            {"valid_from", to_text(role.valid.from)},
            {"valid_to", or_null(role.valid.to)},
            {"waits", role.waits}};
}

JsonObject user_json(access::User const& user) {
    return {{"id", user.id.value},
            {"agency_id", user.agency.value},
            {"email", user.email},
            {"name", user.name},
            {"job_title", user.job_title},
            {"phone", user.phone},
            {"valid_from", to_text(user.valid.from)},
            {"valid_to", or_null(user.valid.to)},
            {"kind", user.kind},
            {"lapses_on", or_null(user.lapses_on)},
            {"revision", user.revision},
            {"roles", array_of(user.roles, role_json)}};
}

}  // namespace waymark::http
