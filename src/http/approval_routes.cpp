// The second person for accounts: what waits for their decision, and the decisions. access says
// whose each of them is.

#include "access/api_tokens.h"
#include "access/approvals.h"
#include "access/invitations.h"
#include "http/directory_json.h"
#include "http/http.h"
#include "http/names.h"

namespace waymark::http {

namespace {

// What an approver needs to know the person by; the rest of the account is the administrator's.
JsonObject person_json(Names& names, access::User const& user) {
    return {{"id", user.id.value},
            {"name", user.name},
            {"email", user.email},
            {"job_title", user.job_title},
            {"phone", user.phone},
            {"agency_name", names.agency(user.agency)},
            {"valid_from", to_text(user.valid.from)},
            {"valid_to", or_null(user.valid.to)}};
}

// Null for the whole partnership.
JsonValue place_name(access::Work& work, access::RoleHeld const& role) {
    if (role.held_at == "area") {
        auto const area = access::area(work, {role.held_at_id});
        if (area) return JsonValue(area->name);
    }
    if (role.held_at == "team") {
        auto const team = access::team(work, {role.held_at_id});
        if (team) return JsonValue(team->name);
    }
    return JsonValue(nullptr);
}

JsonObject role_with_place(access::Work& work, access::RoleHeld const& role) {
    auto json = role_json(role);
    json["place_name"] = place_name(work, role);
    return json;
}

Response list_account_approvals(access::Work& work, Services const&, Request&) {
    auto const waiting = access::what_waits(work);
    if (!waiting) return refuse(waiting.error());
    Names names{work};
    JsonArray roles, invitations, accounts;
    for (auto const& one : waiting->roles) {
        auto const& role = one.user.roles.front();
        roles.push_back(JsonObject{{"id", role.id},
                                   {"user", person_json(names, one.user)},
                                   {"role", role_with_place(work, role)},
                                   {"proposed_by_name", names.user(one.proposed_by)}});
    }
    for (auto const& one : waiting->invitations) {
        invitations.push_back(JsonObject{
            {"user", person_json(names, one.user)},
            {"invited_by_name", names.user(one.invited_by)},
            {"approved_by_name",
             one.approved_by.empty() ? JsonValue(nullptr) : JsonValue(names.user(one.approved_by))},
            {"expires_at", to_text(one.expires_at)}});
    }
    for (auto const& one : waiting->accounts) {
        accounts.push_back(JsonObject{
            {"user", person_json(names, one.user)},
            {"roles", array_of(one.user.roles,
                               [&](auto const& role) { return role_with_place(work, role); })},
            {"confirmed_on", or_null(one.confirmed_on)},
            {"due_on", to_text(one.due_on)},
            {"last_seen_on", or_null(one.last_seen_on)}});
    }
    return ok(JsonObject{{"roles", std::move(roles)},
                         {"invitations", std::move(invitations)},
                         {"accounts", std::move(accounts)}});
}

Response decide_role(access::Work& work, Services const&, Request& request) {
    auto const decision = request.body.text("decision");
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const done = access::decide_role(work, request.parameter("id"), decision);
    return done ? no_content() : refuse(done.error());
}

Response decide_account(access::Work& work, Services const&, Request& request) {
    auto const decision = request.body.text("decision");
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const done = access::decide_account(work, request.id<UserId>(), decision);
    return done ? no_content() : refuse(done.error());
}

Response approve_invitation(access::Work& work, Services const&, Request& request) {
    auto const code = access::approve_invitation(work, request.id<UserId>());
    return code ? ok(JsonObject{{"code", *code}}) : refuse(code.error());
}

JsonValue token_json(std::optional<access::TokenFacts> const& token) {
    if (!token) return JsonValue(nullptr);
    return JsonObject{
        {"permissions", array_of(token->permissions, [](std::string const& code) { return code; })},
        {"made_on", to_text(token->made_on)},
        {"ends_on", to_text(token->ends_on)},
        {"last_used_on", or_null(token->last_used_on)}};
}

Response list_system_accounts(access::Work& work, Services const&, Request&) {
    auto const accounts = access::system_accounts(work);
    if (!accounts) return refuse(accounts.error());
    Names names{work};
    JsonArray list;
    for (auto const& one : *accounts) {
        list.push_back(JsonObject{
            {"user", person_json(names, one.user)},
            {"roles", array_of(one.user.roles,
                               [&](auto const& role) { return role_with_place(work, role); })},
            {"token", token_json(one.token)}});
    }
    return ok(JsonObject{{"accounts", std::move(list)},
                         {"permissions", array_of(access::token_permissions(),
                                                  [](std::string const& code) { return code; })}});
}

Response make_system_token(access::Work& work, Services const&, Request& request) {
    access::TokenWishes wishes{request.body.texts("permissions", 20), request.body.date("ends_on")};
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const token = access::make_token(work, request.id<UserId>(), wishes);
    return token ? ok(JsonObject{{"token", *token}}) : refuse(token.error());
}

Response end_system_token(access::Work& work, Services const&, Request& request) {
    auto const done = access::end_token(work, request.id<UserId>());
    return done ? no_content() : refuse(done.error());
}

}  // namespace

std::vector<Route> approval_routes() {
    using enum access::Permission;
    auto const write = Mode::Write;
    return {
        {"GET", "/account-approvals", ApproveAccounts, "user.list_waiting", list_account_approvals},
        {"PUT", "/account-approvals/roles/{id}", ApproveAccounts, "user.approve_role", decide_role,
         write},
        {"PUT", "/account-approvals/accounts/{id}", ApproveAccounts, "user.confirm", decide_account,
         write},
        {"PUT", "/account-approvals/invitations/{id}", ApproveAccounts, "user.approve_invitation",
         approve_invitation, write},
        {"GET", "/system-accounts", ApproveAccounts, "user.list_systems", list_system_accounts},
        {"PUT", "/system-accounts/{id}/token", ApproveAccounts, "user.make_token",
         make_system_token, write},
        {"DELETE", "/system-accounts/{id}/token", ApproveAccounts, "user.end_token",
         end_system_token, write},
    };
}

}  // namespace waymark::http
