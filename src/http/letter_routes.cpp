// Letters about a case: checked, written, agreed and read.

#include "access/directory.h"
#include "cases/letters.h"
#include "http/http.h"
#include "http/names.h"

#include <cmath>

namespace waymark::http {

namespace {

std::string_view side_code(screening::Side side) {
    return side == screening::Side::Harm ? "harm" : "any";
}

JsonObject head_json(cases::Letter const& letter, Names& names) {
    return {{"id", letter.id.value},
            {"number", letter.number},
            {"to_name", letter.to_name},
            {"acting_name", letter.acting_name},
            {"route", letter.route},
            {"subject", letter.subject},
            {"side", side_code(letter.side)},
            {"state", letter.state},
            {"made_by_name", names.user(letter.made_by.value)},
            {"made_at", to_text(letter.made_at)}};
}

JsonObject letter_json(access::Work& work, cases::Letter const& letter) {
    Names names{work};
    auto json = head_json(letter, names);
    auto const writer = access::colleague(work, letter.made_by.value);
    json["case_id"] = letter.case_id.value;
    json["case_reference"] = letter.case_reference;
    json["person_id"] = letter.person.value;
    json["goes_to"] = letter.goes_to;
    json["body"] = letter.body;
    json["answer"] = letter.answer;
    json["from_agency"] = writer ? writer->agency_name : "";
    json["from_phone"] = writer ? writer->phone : "";
    json["decided_by_name"] = letter.decided_by ? names.user(letter.decided_by->value) : "";
    json["decided_at"] = letter.decided_at ? JsonValue(to_text(*letter.decided_at)) : nullptr;
    json["may_decide"] = letter.may_decide;
    json["revision"] = letter.revision;
    return json;
}

cases::NewLetter letter_from(Body& body) {
    cases::NewLetter letter{.person = {body.text("person_id", 40)},
                            .acting_name = body.text("acting_name", cases::kLongestAddressee),
                            .route = body.text("route", 40),
                            .address = std::nullopt,
                            .acting_address = body.text("acting_address", cases::kLongestAddressee),
                            .subject = body.text("subject", cases::kLongestSubject),
                            .body = body.text("body", cases::kLongestBody),
                            .safe_contact_read = body.flag("safe_contact_read")};
    if (auto const address = body.optional_number("address")) {
        // What is no whole number is no address of theirs either.
        bool const is_one = std::abs(*address) < 1000 && std::floor(*address) == *address;
        letter.address = is_one ? static_cast<std::int64_t>(*address) : -1;
    }
    return letter;
}

Response check_letter(access::Work& work, Services const&, Request& request) {
    auto const wanted = letter_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const check = cases::check_letter(work, request.id<CaseId>(), wanted);
    if (!check) return refuse(check.error());
    return ok(JsonObject{{"side", side_code(check->side)},
                         {"findings", array_of(check->findings, [](auto const& one) {
                              return JsonObject{{"field", one.field},
                                                {"code", one.what.code},
                                                {"found", one.what.found}};
                          })}});
}

Response write_letter(access::Work& work, Services const&, Request& request) {
    auto const wanted = letter_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const id = cases::write_letter(work, request.id<CaseId>(), wanted);
    if (!id) return refuse(id.error());
    return created(letter_json(work, *cases::letter(work, *id)), 1, "/api/v1/letters/" + id->value);
}

Response list_letters(access::Work& work, Services const&, Request& request) {
    auto const found = cases::letters(work, request.id<CaseId>());
    if (!found) return refuse(found.error());
    Names names{work};
    return ok(JsonObject{
        {"letters", array_of(*found, [&](auto const& one) { return head_json(one, names); })}});
}

Response get_letter(access::Work& work, Services const&, Request& request) {
    auto const found = cases::letter(work, request.id<cases::LetterId>());
    return found ? ok(letter_json(work, *found), found->revision) : refuse(found.error());
}

Response decide_letter(access::Work& work, Services const&, Request& request) {
    auto const decision = request.body.text("decision", 20);
    auto const answer = request.body.text("answer", cases::kLongestBody);
    auto problems = request.body.problems();
    if (decision != "agreed" && decision != "refused") {
        problems.push_back({"decision", "not_offered"});
    }
    if (!problems.empty()) return refuse(invalid(problems));
    auto const done = cases::decide_letter(work, {.id = request.id<cases::LetterId>(),
                                                  .revision = request.revision(),
                                                  .agreed = decision == "agreed",
                                                  .answer = answer});
    return done ? no_content() : refuse(done.error());
}

}  // namespace

std::vector<Route> letter_routes() {
    using enum access::Permission;
    auto const none = Precondition::None;
    return {
        {"GET", "/cases/{id}/letters", ReadCases, "letter.list", list_letters},
        {"POST", "/cases/{id}/letters", RunCases, "letter.write", write_letter, Mode::Write, none,
         Create::Yes},
        {"POST", "/cases/{id}/letters/check", RunCases, "letter.check", check_letter},
        {"GET", "/letters/{id}", ReadCases, "letter.read", get_letter},
        {"PUT", "/letters/{id}/decision", RunCases, "letter.decide", decide_letter, Mode::Write,
         Precondition::IfMatch},
    };
}

}  // namespace waymark::http
