#include "http/passkey_json.h"

#include "foundation/digest.h"

#include <algorithm>

namespace waymark::http {

namespace {

constexpr std::size_t kLongest = 8 * 1024;  // characters of base64url

std::string bytes_in(Body& body, std::string_view name) {
    return bytes_from_base64url(body.text(name, kLongest)).value_or("");
}

std::string text_in(JsonObject const& object, std::string_view name) {
    auto const* found = object.if_contains(name);
    return found != nullptr && found->is_string() ? std::string{found->get_string()} : "";
}

bool is_cross_origin(JsonObject const& object) {
    auto const* found = object.if_contains("crossOrigin");
    bool const says_no = found == nullptr || (found->is_bool() && !found->get_bool());
    return !says_no || object.contains("topOrigin");
}

}  // namespace

access::ClientData client_data_from(std::string raw) {
    constexpr std::size_t kDepth = 4;
    auto const object = parse_object(raw, kDepth).value_or(JsonObject{});
    return {text_in(object, "type"), text_in(object, "challenge"), text_in(object, "origin"),
            is_cross_origin(object), std::move(raw)};
}

std::optional<access::Assertion> assertion_from(Body& body) {
    auto inner = body.optional_object("assertion");
    if (!inner) return std::nullopt;
    return access::Assertion{inner->text("credential_id", kLongest),
                             client_data_from(bytes_in(*inner, "client_data")),
                             bytes_in(*inner, "authenticator_data"), bytes_in(*inner, "signature")};
}

access::NewPasskey new_passkey_from(Body& body) {
    auto inner = body.optional_object("passkey");
    if (!inner) return {};
    return {client_data_from(bytes_in(*inner, "client_data")),
            bytes_in(*inner, "authenticator_data")};
}

access::Proof proof_from(Body& body) {
    return {body.text("current_password", 1024), body.text("code", 40), assertion_from(body)};
}

Response refuse_proof(access::Work& work, access::Proof const& proof, Error const& error) {
    auto response = refuse(error);
    bool const was_wrong =
        std::any_of(error.fields.begin(), error.fields.end(),
                    [](FieldError const& one) { return one.field == "assertion"; });
    if (proof.assertion && was_wrong) {
        response.although_refused = [origin = work.origin(), assertion = *proof.assertion,
                                     error](store::Transaction& tx) {
            access::after_refusal(tx, origin, assertion, error);
        };
    }
    return response;
}

JsonObject question_json(access::PasskeyQuestion const& question,
                         access::RelyingParty const& relying_party) {
    return {{"challenge", question.challenge},
            {"relying_party_id", relying_party.id},
            {"credential_ids",
             array_of(question.credential_ids, [](std::string const& one) { return one; })}};
}

}  // namespace waymark::http
