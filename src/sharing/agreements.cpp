#include "sharing/agreements.h"

#include "access/directory.h"
#include "agreements_sql.h"
#include "checks.h"
#include "foundation/text.h"

namespace waymark::sharing {

namespace {

std::vector<Code> codes_of(access::Work& work, char const* kind) {
    std::vector<Code> codes;
    for (auto const& row : work.tx().all(sql::kCodes, {kind, to_text(work.clock().today)})) {
        codes.push_back({row.text("code"), row.text("name"), row.text("source")});
    }
    return codes;
}

Agreement agreement_from(access::Work& work, store::Row const& row) {
    Agreement agreement{.id = row.id<AgreementId>("id"),
                        .title = row.text("title"),
                        .covers = row.text("covers"),
                        .starts_on = row.date("starts_on"),
                        .review_on = row.date("review_on"),
                        .ends_on = row.date("ends_on"),
                        .parties = {},
                        .purposes = {},
                        .gateways = {},
                        .revision = row.integer("revision")};
    for (auto const& party : work.tx().all(sql::kParties, {agreement.id})) {
        agreement.parties.push_back(party.id<AgencyId>("agency_id"));
    }
    for (auto const& code : work.tx().all(sql::kAgreementCodes, {agreement.id})) {
        auto& list = code.text("kind") == "purpose" ? agreement.purposes : agreement.gateways;
        list.push_back(code.text("code"));
    }
    return agreement;
}

std::vector<Agreement> read(access::Work& work, std::optional<AgreementId> const& id) {
    std::vector<Agreement> list;
    for (auto const& row : work.tx().all(sql::kAgreements, {work.actor().partnership, id})) {
        list.push_back(agreement_from(work, row));
    }
    return list;
}

void check_days(std::vector<FieldError>& mistakes, Agreement const& agreement) {
    if (agreement.ends_on < agreement.starts_on) mistakes.push_back({"ends_on", "before_start"});
    if (agreement.review_on < agreement.starts_on) {
        mistakes.push_back({"review_on", "before_start"});
    } else if (agreement.review_on > agreement.ends_on) {
        mistakes.push_back({"review_on", "after_end"});
    }
}

void check_codes(std::vector<FieldError>& mistakes, std::string const& field,
                 std::vector<std::string> const& chosen, std::vector<Code> const& offered) {
    if (chosen.empty()) mistakes.push_back({field, "required"});
    if (!std::all_of(chosen.begin(), chosen.end(),
                     [&](std::string const& code) { return is_among(offered, code); })) {
        mistakes.push_back({field, "not_offered"});
    }
}

std::vector<FieldError> mistakes_in(access::Work& work, Agreement const& agreement) {
    std::vector<FieldError> mistakes;
    check_text(mistakes, "title", agreement.title, kLongestTitle, Needed::Yes);
    check_text(mistakes, "covers", agreement.covers, kLongestCovers, Needed::No);
    check_days(mistakes, agreement);
    if (agreement.parties.size() < 2) mistakes.push_back({"parties", "too_few"});
    if (!std::all_of(agreement.parties.begin(), agreement.parties.end(),
                     [&](AgencyId const& id) { return bool(access::agency(work, id)); })) {
        mistakes.push_back({"parties", "not_offered"});
    }
    check_codes(mistakes, "purposes", agreement.purposes, purposes(work));
    check_codes(mistakes, "gateways", agreement.gateways, gateways(work));
    return mistakes;
}

// Each once: the same twice is not a mistake worth telling.
template <class Value>
std::vector<Value> once(std::vector<Value> values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

void insert_parts(access::Work& work, AgreementId const& id, Agreement const& agreement) {
    for (auto const& party : agreement.parties) work.tx().execute(sql::kInsertParty, {id, party});
    for (auto const& code : agreement.purposes) {
        work.tx().execute(sql::kInsertAgreementCode, {id, "purpose", code});
    }
    for (auto const& code : agreement.gateways) {
        work.tx().execute(sql::kInsertAgreementCode, {id, "gateway", code});
    }
}

Agreement without_repeats(Agreement agreement) {
    agreement.parties = once(std::move(agreement.parties));
    agreement.purposes = once(std::move(agreement.purposes));
    agreement.gateways = once(std::move(agreement.gateways));
    return agreement;
}

}  // namespace

void check_text(std::vector<FieldError>& mistakes, std::string const& field,
                std::string const& text, std::size_t longest, Needed needed) {
    if (needed == Needed::Yes && is_blank(text)) mistakes.push_back({field, "required"});
    if (!is_clean_utf8(text)) mistakes.push_back({field, "not_clean_text"});
    if (characters(text) > longest) mistakes.push_back({field, "too_long"});
}

std::vector<Code> purposes(access::Work& work) {
    return codes_of(work, "purpose");
}

std::vector<Code> gateways(access::Work& work) {
    return codes_of(work, "gateway");
}

std::int64_t limit(access::Work& work, std::string_view code) {
    auto const row = work.tx().first(sql::kLimit, {code, to_text(work.clock().today)});
    if (!row) throw store::Failure("a limit of sharing is not in the database");
    return row->integer("value");
}

bool Agreement::names(AgencyId const& agency) const {
    return is_in(parties, agency);
}

std::vector<Agreement> agreements(access::Work& work) {
    return read(work, std::nullopt);
}

std::optional<Agreement> agreement(access::Work& work, AgreementId const& id) {
    auto found = read(work, id);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

Result<AgreementId> create_agreement(access::Work& work, Agreement const& request) {
    if (!work.actor().may(access::Permission::ManageAgreements)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    auto const wanted = without_repeats(request);
    if (auto mistakes = mistakes_in(work, wanted); !mistakes.empty()) {
        return invalid(std::move(mistakes));
    }
    auto const id = new_id<AgreementId>(work.clock().now);
    work.tx().execute(
        sql::kInsertAgreement,
        {id, work.actor().partnership, wanted.title, wanted.covers, to_text(wanted.starts_on),
         to_text(wanted.review_on), to_text(wanted.ends_on), work.actor().user, work.now()});
    insert_parts(work, id, wanted);
    work.note({"agreement.create", "agreement", id.value, 1});
    return id;
}

Result<std::int64_t> change_agreement(access::Work& work, Agreement const& request) {
    if (!work.actor().may(access::Permission::ManageAgreements)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    if (!agreement(work, request.id)) return access::not_found("no_such_agreement");
    auto const wanted = without_repeats(request);
    if (auto mistakes = mistakes_in(work, wanted); !mistakes.empty()) {
        return invalid(std::move(mistakes));
    }
    auto const changed = work.tx().execute(
        sql::kChangeAgreement,
        {wanted.id, work.actor().partnership, wanted.revision, wanted.title, wanted.covers,
         to_text(wanted.starts_on), to_text(wanted.review_on), to_text(wanted.ends_on)});
    if (changed != 1) return access::stale();
    work.tx().execute(sql::kDeleteParties, {wanted.id});
    work.tx().execute(sql::kDeleteAgreementCodes, {wanted.id});
    insert_parts(work, wanted.id, wanted);
    work.note({"agreement.change", "agreement", wanted.id.value, wanted.revision + 1});
    return wanted.revision + 1;
}

}  // namespace waymark::sharing
