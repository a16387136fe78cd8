// The directory, for administrators. access refuses everybody else, whatever stands here.

#include "access/accounts.h"
#include "access/invitations.h"
#include "access/second_factor.h"
#include "access/sign_on.h"
#include "http/directory_json.h"
#include "http/http.h"

namespace waymark::http {

namespace {

access::Validity validity_from(Body& body) {
    return {body.date("valid_from"), body.optional_date("valid_to")};
}

access::Area area_from(Body& body) {
    return {
        {}, body.text("code", 3), body.text("name"), body.text("gss_code", 9), validity_from(body),
        1};
}

access::Agency agency_from(Body& body) {
    return {{}, body.text("code", 40), body.text("name"), body.text("kind"), validity_from(body),
            1};
}

access::Team team_from(Body& body) {
    return {{},
            body.id<AgencyId>("agency_id"),
            body.optional_id<AreaId>("area_id"),
            body.text("name"),
            validity_from(body),
            1};
}

access::User user_from(Body& body) {
    access::User user{
        .id = {},
        .agency = body.id<AgencyId>("agency_id"),
        .email = {},
        .name = body.text("name"),
        .job_title = body.text("job_title", 120),
        .phone = body.text("phone", 40),
        .valid = validity_from(body),
        .roles = {},
    };
    // Those that are over stay in the list, so it grows with the years.
    for (auto& one : body.objects("roles", 200)) {
        user.roles.push_back({one.text("role"), one.text("held_at"), one.text("held_at_id", 40),
                              validity_from(one)});
    }
    return user;
}

Response list_users(access::Work& work, Services const&, Request& request) {
    auto const limit = request.limit();
    auto const found = access::users(work, request.query_id<UserId>("after"), limit);
    if (!found) return refuse(found.error());
    bool const more = found->size() == static_cast<std::size_t>(limit);
    return ok(JsonObject{{"users", array_of(*found, user_json)},
                         {"next", more ? JsonValue(found->back().id.value) : JsonValue(nullptr)}});
}

Response user_answer(access::Work& work, UserId const& id, int status) {
    auto const found = access::user(work, id);
    if (!found) return refuse(found.error());
    return status == 201 ? created(user_json(*found), found->revision,
                                   "/api/v1/administration/users/" + id.value)
                         : ok(user_json(*found), found->revision);
}

Response get_user(access::Work& work, Services const&, Request& request) {
    return user_answer(work, request.id<UserId>(), 200);
}

Response create_user(access::Work& work, Services const&, Request& request) {
    auto user = user_from(request.body);
    user.email = request.body.text("email", 254);
    if (auto kind = request.body.text("kind"); !kind.empty()) user.kind = std::move(kind);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const made = access::create_user(work, user);
    return made ? user_answer(work, *made, 201) : refuse(made.error());
}

Response update_user(access::Work& work, Services const&, Request& request) {
    auto user = user_from(request.body);
    user.id = request.id<UserId>();
    user.revision = request.revision();
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const changed = access::update_user(work, user);
    return changed ? user_answer(work, user.id, 200) : refuse(changed.error());
}

Response invite_user(access::Work& work, Services const&, Request& request) {
    auto const made = access::invite(work, request.id<UserId>());
    if (!made) return refuse(made.error());
    return ok(JsonObject{{"token", made->token}, {"expires_at", to_text(made->expires_at)}});
}

Response reset_second_factor(access::Work& work, Services const&, Request& request) {
    auto const checked = request.body.text("identity_checked");
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const done = access::reset_second_factor(work, request.id<UserId>(), checked);
    return done ? no_content() : refuse(done.error());
}

Response reset_sign_on(access::Work& work, Services const&, Request& request) {
    auto const checked = request.body.text("identity_checked");
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const done = access::reset_sign_on(work, request.id<UserId>(), checked);
    return done ? no_content() : refuse(done.error());
}

Response list_areas(access::Work& work, Services const&, Request&) {
    return ok(
        JsonObject{{"areas", array_of(access::areas(work, access::Include::Former), area_json)}});
}

Response create_area(access::Work& work, Services const&, Request& request) {
    auto const area = area_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const made = access::create_area(work, area);
    if (!made) return refuse(made.error());
    auto const found = access::area(work, *made);
    return found ? created(area_json(*found), found->revision) : refuse(found.error());
}

Response update_area(access::Work& work, Services const&, Request& request) {
    auto area = area_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    area.id = request.id<AreaId>();
    area.revision = request.revision();
    auto const changed = access::update_area(work, area);
    return changed ? ok(area_json(*changed), changed->revision) : refuse(changed.error());
}

Response list_agencies(access::Work& work, Services const&, Request&) {
    return ok(JsonObject{
        {"agencies", array_of(access::agencies(work, access::Include::Former), agency_json)}});
}

Response create_agency(access::Work& work, Services const&, Request& request) {
    auto const agency = agency_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const made = access::create_agency(work, agency);
    if (!made) return refuse(made.error());
    auto const found = access::agency(work, *made);
    return found ? created(agency_json(*found), found->revision) : refuse(found.error());
}

Response update_agency(access::Work& work, Services const&, Request& request) {
    auto agency = agency_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    agency.id = request.id<AgencyId>();
    agency.revision = request.revision();
    auto const changed = access::update_agency(work, agency);
    return changed ? ok(agency_json(*changed), changed->revision) : refuse(changed.error());
}

Response list_teams(access::Work& work, Services const&, Request&) {
    return ok(
        JsonObject{{"teams", array_of(access::teams(work, access::Include::Former), team_json)}});
}

Response create_team(access::Work& work, Services const&, Request& request) {
    auto const team = team_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const made = access::create_team(work, team);
    if (!made) return refuse(made.error());
    auto const found = access::team(work, *made);
    return found ? created(team_json(*found), found->revision) : refuse(found.error());
}

Response update_team(access::Work& work, Services const&, Request& request) {
    auto team = team_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    team.id = request.id<TeamId>();
    team.revision = request.revision();
    auto const changed = access::update_team(work, team);
    return changed ? ok(team_json(*changed), changed->revision) : refuse(changed.error());
}

Response list_roles(access::Work&, Services const&, Request&) {
    return ok(JsonObject{{"roles", array_of(access::roles(), [](access::Role const& role) {
                              JsonArray permissions, held_at;
                              for (std::size_t i = 0; i < role.permissions.size(); ++i) {
                                  if (!role.permissions.test(i)) continue;
                                  permissions.emplace_back(
                                      access::permission_code(static_cast<access::Permission>(i)));
                              }
                              if (role.at_partnership) held_at.emplace_back("partnership");
                              if (role.at_area) held_at.emplace_back("area");
                              if (role.at_team) held_at.emplace_back("team");
                              return JsonObject{{"code", role.code},
                                                {"permissions", std::move(permissions)},
                                                {"held_at", std::move(held_at)}};
                          })}});
}

}  // namespace

std::vector<Route> administration_routes() {
    using enum access::Permission;
    auto const edit = Precondition::IfMatch;
    auto const none = Precondition::None;
    auto const write = Mode::Write;
    return {
        {"GET", "/administration/users", Administer, "user.list", list_users},
        {"POST", "/administration/users", Administer, "user.create", create_user, write, none,
         Create::Yes},
        {"GET", "/administration/users/{id}", Administer, "user.read", get_user},
        {"PUT", "/administration/users/{id}", Administer, "user.change", update_user, write, edit},
        {"PUT", "/administration/users/{id}/invitation", Administer, "user.invite", invite_user,
         write},
        {"PUT", "/administration/users/{id}/second-factor-reset", Administer,
         "user.reset_second_factor", reset_second_factor, write},
        {"PUT", "/administration/users/{id}/sign-on-reset", Administer, "user.reset_sign_on",
         reset_sign_on, write},
        {"GET", "/administration/areas", Administer, "area.list", list_areas},
        {"POST", "/administration/areas", Administer, "area.create", create_area, write, none,
         Create::Yes},
        {"PUT", "/administration/areas/{id}", Administer, "area.change", update_area, write, edit},
        {"GET", "/administration/agencies", Administer, "agency.list", list_agencies},
        {"POST", "/administration/agencies", Administer, "agency.create", create_agency, write,
         none, Create::Yes},
        {"PUT", "/administration/agencies/{id}", Administer, "agency.change", update_agency, write,
         edit},
        {"GET", "/administration/teams", Administer, "team.list", list_teams},
        {"POST", "/administration/teams", Administer, "team.create", create_team, write, none,
         Create::Yes},
        {"PUT", "/administration/teams/{id}", Administer, "team.change", update_team, write, edit},
        {"GET", "/administration/roles", Administer, "", list_roles},
    };
}

}  // namespace waymark::http
