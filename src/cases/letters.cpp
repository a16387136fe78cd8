#include "cases/letters.h"

#include "access/directory.h"
#include "cases/case_people.h"
#include "foundation/text.h"
#include "letters_sql.h"
#include "notices/notices.h"
#include "people/people.h"
#include "places/places.h"
#include "standing.h"

#include <algorithm>
#include <array>

namespace waymark::cases {

namespace {

constexpr std::array<std::string_view, 3> kRoutes = {"post", "email", "by_hand"};

bool causes_harm(std::string_view role) {
    return role == "alleged_perpetrator" || role == "both";
}
bool told_us(std::string_view role) {
    return role == "reporter" || role == "witness";
}

std::string_view side_code(screening::Side side) {
    return side == screening::Side::Harm ? "harm" : "any";
}

screening::Address plain(people::Address const& address) {
    return {address.line, address.town, address.postcode};
}

std::string one_line(screening::Address const& address) {
    std::vector<std::string> parts;
    for (auto const& part : {address.line, address.town, address.postcode}) {
        if (!is_blank(part)) parts.push_back(part);
    }
    return join(parts, ", ");
}

bool is_current(people::Address const& address, Date today) {
    return !address.to_on || *address.to_on >= today;
}

screening::Person known(people::Person const& person) {
    screening::Person one;
    for (auto const& name : {person.given_names, person.family_name}) {
        for (auto& part : split(name, ' ')) one.names.push_back(std::move(part));
    }
    for (auto const& alias : person.aliases) {
        one.names.push_back(alias.given_names);
        one.names.push_back(alias.family_name);
    }
    one.phones.push_back(person.phone);
    one.emails.push_back(person.email);
    for (auto const& address : person.addresses) one.addresses.push_back(plain(address));
    return one;
}

// Everybody on a case, once, with what they are in it.
struct Somebody {
    people::Person person;
    bool causes_harm = false, is_victim = false, told_us = false, is_professional = true;
};

std::vector<Somebody> everybody_on(access::Work& work, CaseId const& id) {
    std::vector<Somebody> all;
    auto const links = people(work, id);
    if (!links) return all;
    for (auto const& link : *links) {
        auto one = std::find_if(all.begin(), all.end(), [&](Somebody const& somebody) {
            return somebody.person.id == link.person_id;
        });
        if (one == all.end()) {
            auto person = people::find(work, link.person_id);
            if (!person) continue;
            one = all.insert(all.end(), {std::move(*person)});
        }
        one->causes_harm = one->causes_harm || causes_harm(link.role);
        one->is_victim = one->is_victim || link.role == "victim";
        one->told_us = one->told_us || told_us(link.role);
        one->is_professional = one->is_professional && link.role == "professional";
    }
    return all;
}

bool lives_with(people::Person const& one, people::Person const& other, Date today) {
    for (auto const& first : one.addresses) {
        for (auto const& second : other.addresses) {
            if (is_current(first, today) && is_current(second, today) &&
                screening::is_same(plain(first), plain(second))) {
                return true;
            }
        }
    }
    return false;
}

// Said to have caused harm to one of these people in another case that the writer sees.
bool harmed_elsewhere(access::Work& work, people::Person const& person,
                      std::vector<Somebody> const& everybody) {
    auto const involvements = cases_of(work, person.id);
    if (!involvements) return false;
    for (auto const& one : *involvements) {
        if (!causes_harm(one.role)) continue;
        auto const there = people(work, one.in_case.id);
        if (!there) continue;
        for (auto const& link : *there) {
            bool const is_here =
                std::any_of(everybody.begin(), everybody.end(), [&](Somebody const& somebody) {
                    return somebody.person.id == link.person_id && link.person_id != person.id;
                });
            if (is_here) return true;
        }
    }
    return false;
}

// What a letter is held against, and where it goes.
struct Made {
    people::Person to;
    screening::Screen screen;
    std::string goes_to;
};

class Maker {
  public:
    Maker(access::Work& work, Standing const& standing, NewLetter const& letter,
          UserId const& writer)
        : work_(work),
          writer_(writer),
          standing_(standing),
          letter_(letter),
          today_(work.clock().today),
          everybody_(everybody_on(work, standing.id)) {}

    // Adds what is wrong with who it goes to and how.
    std::optional<Made> make(std::vector<FieldError>& mistakes) {
        auto const to =
            std::find_if(everybody_.begin(), everybody_.end(),
                         [&](Somebody const& one) { return one.person.id == letter_.person; });
        if (to == everybody_.end()) {
            mistakes.push_back({"person_id", "not_in_case"});
            return std::nullopt;
        }
        Made made{.to = to->person, .screen = {}, .goes_to = {}};
        auto& screen = made.screen;
        screen.side = side_of(*to);
        screen.recipient = known(to->person);
        for (auto const& one : everybody_) {
            if (one.person.id == letter_.person || one.is_professional) continue;
            screen.others.push_back(known(one.person));
            screen.others.back().told_us = one.told_us;
        }
        if (auto const list = places(work_, standing_.id)) {
            for (auto const& link : *list) add_place(screen, link.place_id);
        }
        screen.reference = standing_.reference;
        if (auto const writer = access::colleague(work_, writer_.value)) {
            screen.our_phones.push_back(writer->phone);
        }
        check_route(mistakes, made);
        return made;
    }

  private:
    screening::Side side_of(Somebody const& to) {
        bool harm = to.causes_harm || harmed_elsewhere(work_, to.person, everybody_);
        // A victim who lives with whoever harms them is a victim; what is kept from them is the
        // post.
        for (auto const& one : everybody_) {
            harm = harm ||
                   (!to.is_victim && one.causes_harm && lives_with(one.person, to.person, today_));
        }
        return harm ? screening::Side::Harm : screening::Side::Any;
    }

    void add_place(screening::Screen& screen, PlaceId const& id) {
        auto const place = places::find(work_, id);
        if (!place) return;
        screen.places.push_back({place->name, {place->line, place->town, place->postcode}});
    }

    void check_route(std::vector<FieldError>& mistakes, Made& made) {
        auto const before = mistakes.size();
        auto const& to = made.to;
        if (std::find(kRoutes.begin(), kRoutes.end(), letter_.route) == kRoutes.end()) {
            mistakes.push_back({"route", "not_offered"});
        }
        check_text(mistakes, "acting_name", letter_.acting_name, kLongestAddressee, Needed::No);
        bool const is_acting = !is_blank(letter_.acting_name);
        if (!is_blank(to.safe_contact) && !letter_.safe_contact_read && !is_acting) {
            mistakes.push_back({"safe_contact_read", "required"});
        }
        if (mistakes.size() != before || letter_.route == "by_hand") return;
        if (is_acting) {
            check_text(mistakes, "acting_address", letter_.acting_address, kLongestAddressee,
                       Needed::Yes);
            made.goes_to = trimmed(letter_.acting_address);
            if (letter_.route != "post") return;
            made.screen.goes_to.line = made.goes_to;
            if (is_kept_from(made, made.screen.goes_to)) {
                mistakes.push_back({"acting_address", "shared_with_harm"});
            }
            return;
        }
        if (letter_.route == "email") {
            if (is_blank(to.email) || to.email_is_safe != "yes") {
                mistakes.push_back({"route", "not_safe"});
            }
            made.goes_to = to.email;
        } else {
            check_address(mistakes, made);
        }
    }

    void check_address(std::vector<FieldError>& mistakes, Made& made) {
        auto const& list = made.to.addresses;
        if (!letter_.address) {
            mistakes.push_back({"address", "required"});
            return;
        }
        if (*letter_.address < 0 || *letter_.address >= static_cast<std::int64_t>(list.size())) {
            mistakes.push_back({"address", "not_found"});
            return;
        }
        auto const& address = list[static_cast<std::size_t>(*letter_.address)];
        if (!is_current(address, today_)) {
            mistakes.push_back({"address", "has_ended"});
        } else if (is_kept_from(made, plain(address))) {
            mistakes.push_back({"address", "shared_with_harm"});
        }
        made.screen.goes_to = plain(address);
        made.goes_to = one_line(made.screen.goes_to);
    }

    // Where somebody said to cause harm would find it. Also where one of them lived: a key may have
    // been kept, and post may be sent on.
    bool is_kept_from(Made const& made, screening::Address const& address) const {
        if (made.screen.side == screening::Side::Harm) return false;
        for (auto const& one : everybody_) {
            if (!one.causes_harm) continue;
            for (auto const& theirs : one.person.addresses) {
                if (screening::is_same(plain(theirs), address)) return true;
            }
        }
        return false;
    }

    access::Work& work_;
    UserId writer_;
    Standing const& standing_;
    NewLetter const& letter_;
    Date today_;
    std::vector<Somebody> everybody_;
};

std::vector<LetterFinding> findings_in(screening::Screen const& screen, std::string const& subject,
                                       std::string const& body) {
    std::vector<LetterFinding> all;
    for (auto& one : screening::findings(screen, subject)) all.push_back({"subject", one});
    for (auto& one : screening::findings(screen, body)) all.push_back({"body", one});
    return all;
}

void check_texts(std::vector<FieldError>& mistakes, NewLetter const& letter) {
    check_text(mistakes, "subject", letter.subject, kLongestSubject, Needed::Yes);
    check_text(mistakes, "body", letter.body, kLongestBody, Needed::Yes);
}

Letter letter_from(access::Work const& work, Standing const& standing, store::Row const& row) {
    Letter one{.id = row.id<LetterId>("id"),
               .case_id = row.id<CaseId>("case_id"),
               .case_reference = row.text("reference"),
               .number = row.text("number"),
               .person = row.id<PersonId>("person_id"),
               .to_name = row.text("to_name"),
               .acting_name = row.text_or_empty("acting_name"),
               .route = row.text("route"),
               .goes_to = row.text_or_empty("goes_to"),
               .subject = row.text("subject"),
               .body = row.text("body"),
               .side = row.text("side") == "harm" ? screening::Side::Harm : screening::Side::Any,
               .state = row.text("state"),
               .answer = row.text_or_empty("answer"),
               .made_by = row.id<UserId>("made_by"),
               .made_at = row.instant("made_at"),
               .decided_by = row.optional_id<UserId>("decided_by"),
               .decided_at = row.optional_instant("decided_at"),
               .revision = row.integer("revision"),
               .may_decide = false};
    one.may_decide =
        one.state == "waiting" && one.made_by != work.actor().user && may_run(work, standing);
    return one;
}

void tell_of(access::Work& work, CaseId const& id, std::string_view what, LetterId const& letter) {
    write_entries(work, id,
                  {{.kind = "letter", .detail = std::string{what}, .about_id = letter.value}});
}

// To run it, without holding it: nothing changes.
Result<Standing> to_check(access::Work& work, CaseId const& id) {
    auto standing = to_read(work, id);
    if (standing && !may_run(work, *standing)) return Error{Refusal::Forbidden, "not_your_case"};
    return standing;
}

}  // namespace

Result<LetterCheck> check_letter(access::Work& work, CaseId const& id, NewLetter const& letter) {
    auto const standing = to_check(work, id);
    if (!standing) return standing.error();
    std::vector<FieldError> mistakes;
    auto const made = Maker{work, *standing, letter, work.actor().user}.make(mistakes);
    check_texts(mistakes, letter);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    work.note({"letter.check", "case", id.value});
    return LetterCheck{made->screen.side, findings_in(made->screen, letter.subject, letter.body)};
}

Result<LetterId> write_letter(access::Work& work, CaseId const& id, NewLetter const& letter) {
    auto const standing = to_run(work, id);
    if (!standing) return standing.error();
    std::vector<FieldError> mistakes;
    auto const made = Maker{work, *standing, letter, work.actor().user}.make(mistakes);
    check_texts(mistakes, letter);
    if (mistakes.empty()) {
        for (auto const& one : findings_in(made->screen, letter.subject, letter.body)) {
            FieldError mistake{one.field, "tells_too_much"};
            if (mistakes.empty() || mistakes.back().field != mistake.field) {
                mistakes.push_back(std::move(mistake));
            }
        }
    }
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    auto const letter_id = new_id<LetterId>(work.clock().now);
    bool const waits = made->screen.side == screening::Side::Harm;
    auto const name = trimmed(made->to.given_names + " " + made->to.family_name);
    auto const used = work.tx().first(sql::kCountLetters, {})->integer("used");
    while (work.tx().execute(
               sql::kInsertLetter,
               {letter_id, id, "L-" + drawn_number(used), letter.person, name,
                trimmed(letter.acting_name), letter.route, made->goes_to, trimmed(letter.subject),
                letter.body, std::string{side_code(made->screen.side)},
                std::string{waits ? "waiting" : "agreed"}, work.actor().user, work.now()}) == 0) {
    }
    tell_of(work, id, waits ? "waits" : "written", letter_id);
    if (waits) {
        notices::tell(work, who_answers_for(work, *standing),
                      {"letter_waits", "letter", letter_id.value});
    }
    work.note({"letter.write", "letter", letter_id.value, 1});
    return letter_id;
}

Result<std::vector<Letter>> letters(access::Work& work, CaseId const& id) {
    auto const standing = to_read(work, id);
    if (!standing) return standing.error();
    std::vector<Letter> list;
    for (auto const& row : work.tx().all(sql::kLetters, {id, kMostRows})) {
        list.push_back(letter_from(work, *standing, row));
    }
    work.note({"letter.list", "case", id.value});
    return list;
}

Result<Letter> letter(access::Work& work, LetterId const& id) {
    auto const row = work.tx().first(sql::kLetter, {id});
    if (!row) return access::not_found("no_such_letter");
    auto const standing = to_read(work, row->id<CaseId>("case_id"));
    if (!standing) return access::not_found("no_such_letter");
    work.note({"letter.read", "letter", id.value});
    return letter_from(work, *standing, *row);
}

std::optional<std::string> letter_number(access::Work& work, LetterId const& id) {
    auto const row = work.tx().first(sql::kLetter, {id});
    if (!row || !to_read(work, row->id<CaseId>("case_id"))) return std::nullopt;
    return row->text("number");
}

Result<Done> decide_letter(access::Work& work, LetterDecision const& decision) {
    auto const row = work.tx().first(sql::kLetter, {decision.id});
    if (!row || !to_read(work, row->id<CaseId>("case_id"))) {
        return access::not_found("no_such_letter");
    }
    auto const standing = to_run(work, row->id<CaseId>("case_id"));
    if (!standing) return standing.error();
    auto const was = letter_from(work, *standing, *row);
    if (was.made_by == work.actor().user) return Error{Refusal::Forbidden, "not_your_own"};
    if (was.state != "waiting") return Error{Refusal::Conflict, "already_decided"};
    std::vector<FieldError> mistakes;
    check_text(mistakes, "answer", decision.answer, kLongestBody,
               decision.agreed ? Needed::No : Needed::Yes);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    if (decision.agreed) {
        // By hand: where it goes was checked when it was written, and is in the records no more.
        NewLetter const again{.person = was.person,
                              .acting_name = was.acting_name,
                              .route = "by_hand",
                              .safe_contact_read = true};
        auto made = Maker{work, *standing, again, was.made_by}.make(mistakes);
        if (made) made->screen.goes_to.line = was.goes_to;
        if (!made || !findings_in(made->screen, was.subject, was.body).empty()) {
            return Error{Refusal::Conflict, "tells_too_much_now"};
        }
    }
    auto const state = std::string{decision.agreed ? "agreed" : "refused"};
    if (work.tx().execute(sql::kDecideLetter, {decision.id, decision.revision, state,
                                               decision.answer, work.actor().user, work.now()}) !=
        1) {
        return access::stale();
    }
    tell_of(work, was.case_id, state, decision.id);
    notices::tell(work, {was.made_by}, {"letter_decided", "letter", decision.id.value});
    work.note({"letter.decide", "letter", decision.id.value, decision.revision + 1});
    return Done{};
}

}  // namespace waymark::cases
