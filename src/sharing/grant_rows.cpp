#include "grant_rows.h"

#include <array>
#include <utility>

namespace waymark::sharing {

namespace {

constexpr std::array<std::pair<Depth, std::string_view>, 3> kDepths{
    {{Depth::Existence, "existence"}, {Depth::Summary, "summary"}, {Depth::Content, "content"}}};
constexpr std::array<std::pair<To, std::string_view>, 3> kTo{
    {{To::Agency, "agency"}, {To::Team, "team"}, {To::User, "user"}}};
constexpr std::array<std::pair<Origin, std::string_view>, 4> kOrigins{
    {{Origin::Given, "given"},
     {Origin::Partner, "partner"},
     {Origin::Asked, "asked"},
     {Origin::Emergency, "emergency"}}};

template <class Codes, class Value>
std::string_view code_of(Codes const& codes, Value value) {
    for (auto const& [one, code] : codes) {
        if (one == value) return code;
    }
    return {};
}

template <class Value, class Codes>
std::optional<Value> value_of(Codes const& codes, std::string_view wanted) {
    for (auto const& [one, code] : codes) {
        if (code == wanted) return one;
    }
    return std::nullopt;
}

}  // namespace

std::string_view depth_code(Depth depth) {
    return code_of(kDepths, depth);
}

std::optional<Depth> depth_from(std::string_view code) {
    return value_of<Depth>(kDepths, code);
}

std::string_view to_code(To to) {
    return code_of(kTo, to);
}

std::optional<To> to_from(std::string_view code) {
    return value_of<To>(kTo, code);
}

std::string_view origin_code(Origin origin) {
    return code_of(kOrigins, origin);
}

Grant grant_from(store::Row const& row) {
    return {.id = row.id<GrantId>("id"),
            .record_id = row.text("record_id"),
            .to = *to_from(row.text("to_kind")),
            .to_id = row.text("to_id"),
            .to_agency = row.id<AgencyId>("to_agency_id"),
            .depth = *depth_from(row.text("depth")),
            .purpose = row.text("purpose"),
            .gateway = row.text("gateway"),
            .agreement = row.optional_id<AgreementId>("agreement_id"),
            .reason = row.text("reason"),
            .origin = row.text("origin"),
            .given_by = row.id<UserId>("given_by"),
            .given_at = row.instant("given_at"),
            .until = row.instant("until"),
            .ended_at = row.optional_instant("ended_at"),
            .ending = row.text_or_empty("ending"),
            .end_reason = row.text("end_reason"),
            .revision = row.integer("revision")};
}

}  // namespace waymark::sharing
