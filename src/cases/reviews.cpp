#include "cases/reviews.h"

#include "filing.h"
#include "involving.h"
#include "people/people.h"
#include "reviews_sql.h"
#include "standing.h"
#include "updates_due.h"

namespace waymark::cases {

namespace {

using store::text_of;

constexpr std::string_view kNoContact = "no_contact";

Review review_from(store::Row const& row) {
    return {row.id<ReviewId>("id"),     row.date("held_on"),
            row.text("summary"),        row.optional_date("next_review_on"),
            row.instant("recorded_at"), row.id<UserId>("recorded_by")};
}

Agreement agreement_from(store::Row const& row) {
    return {row.id<AgreementId>("id"),     row.id<PersonId>("person_id"),    row.text("channel"),
            row.small("every_days"),       row.optional_date("next_due_on"), row.date("agreed_on"),
            row.optional_date("ended_on"), row.integer("revision")};
}

Update update_from(store::Row const& row) {
    return {row.id<UpdateId>("id"),
            row.id<AgreementId>("agreement_id"),
            row.id<PersonId>("person_id"),
            row.date("given_on"),
            row.text("channel"),
            row.text("result"),
            row.text("note"),
            row.optional_date("was_due_on"),
            row.id<UserId>("recorded_by")};
}

// Whether somebody else could answer or read it. Only a plain "no" on the person's record stops a
// channel: what nobody asked is for the worker to find out, not for us to guess.
bool is_unsafe(people::Person const& person, std::string_view channel) {
    if (channel == "phone" || channel == "phone_no_message" || channel == "text") {
        return person.phone_is_safe == "no";
    }
    return channel == "email" && person.email_is_safe == "no";
}

// Refuses with Conflict `unsafe_channel`.
Result<Done> check_safe(access::Work& work, PersonId const& id, std::string_view channel) {
    auto const person = people::find(work, id);
    if (!person) return person.error();
    if (is_unsafe(*person, channel)) return Error{Refusal::Conflict, "unsafe_channel"};
    return Done{};
}

std::vector<FieldError> mistakes_in(access::Work& work, Standing const& standing,
                                    programmes::Definition const& definition,
                                    NewReview const& request, Date held_on, Date next) {
    std::vector<FieldError> mistakes;
    check_text(mistakes, "summary", request.summary, kLongestBody, Needed::Yes);
    check_day(mistakes, "held_on", work, held_on);
    if (held_on < standing.opened_on) mistakes.push_back({"held_on", "before_opening"});
    if (next <= held_on) mistakes.push_back({"next_review_on", "not_after_review"});
    check_given_answers(mistakes, definition, programmes::Point::Review, held_on,
                        recorded_answers(work, standing.id), request.answers);
    mistakes.insert(mistakes.end(), request.also_wrong.begin(), request.also_wrong.end());
    return mistakes;
}

std::vector<FieldError> mistakes_in(access::Work& work, programmes::Definition const& definition,
                                    NewAgreement const& request) {
    std::vector<FieldError> mistakes;
    if (!has_person(work, request.case_id, request.person_id)) {
        mistakes.push_back({"person_id", "not_in_case"});
    } else if (!work.tx().first(sql::kHasOneToBeTold, {request.case_id, request.person_id})) {
        mistakes.push_back({"person_id", "not_to_be_told"});
    }
    check_code(mistakes, "channel", request.channel, definition.lists.update_channels,
               work.clock().today);
    bool const in_range = request.every_days >= 1 && request.every_days <= kLongestUpdateGapDays;
    if (request.channel != kNoContact && !in_range) {
        mistakes.push_back({"every_days", "out_of_range"});
    }
    return mistakes;
}

std::vector<FieldError> mistakes_in(access::Work& work, programmes::Definition const& definition,
                                    Agreement const& agreement, NewUpdate const& request,
                                    Date given_on) {
    std::vector<FieldError> mistakes;
    if (request.result.empty()) {
        mistakes.push_back({"result", "required"});
    } else if (request.result != "given" && request.result != "tried" &&
               request.result != "declined") {
        mistakes.push_back({"result", "not_offered"});
    }
    check_code(mistakes, "channel", request.channel, definition.lists.update_channels, given_on);
    check_text(mistakes, "note", request.note, kLongestBody, Needed::No);
    check_day(mistakes, "given_on", work, given_on);
    if (given_on < agreement.agreed_on) mistakes.push_back({"given_on", "before_agreement"});
    return mistakes;
}

// What was only tried is still owed.
std::optional<Date> next_due(Agreement const& agreement, NewUpdate const& request, Date given_on) {
    if (request.result == "tried" || agreement.channel == kNoContact) return agreement.next_due_on;
    return add_days(given_on, agreement.every_days);
}

void insert(access::Work& work, NewUpdate const& request, Agreement const& agreement,
            UpdateId const& id, Date given_on) {
    work.tx().execute(
        sql::kInsertUpdate,
        {id, agreement.id, request.case_id, to_text(given_on), request.channel, request.result,
         request.note, text_of(agreement.next_due_on), work.now(), work.actor().user});
    write_entries(work, request.case_id,
                  {{.kind = "update",
                    .body = request.note,
                    .detail = request.result + "," + request.channel,
                    .about_id = agreement.person_id.value,
                    .happened_at = instant_on(work, given_on)}});
}

void note_change(access::Work& work, Standing const& standing, std::string field) {
    work.note({"case.change", "case", standing.id.value, standing.revision + 1, std::move(field)});
}

}  // namespace

void follow_updates_due(access::Work& work, Standing const& standing) {
    work.tx().execute(sql::kFollowUpdatesDue, {standing.id});
    raise_revision(work, standing);
    refile_due(work, standing.id);
}

Result<ReviewId> record_review(access::Work& work, programmes::Catalogue const& catalogue,
                               NewReview const& request) {
    auto const standing = to_work_on_open(work, request.case_id);
    if (!standing) return standing.error();
    auto const& definition = definition_of(catalogue, standing->programme);
    auto const held_on = request.held_on.value_or(work.clock().today);
    auto const next =
        request.next_review_on.value_or(add_days(held_on, definition.timings.review_every_days));
    auto mistakes = mistakes_in(work, *standing, definition, request, held_on, next);
    if (!mistakes.empty()) return invalid(std::move(mistakes));

    auto const id = new_id<ReviewId>(work.clock().now);
    work.tx().execute(sql::kInsertReview, {id, request.case_id, to_text(held_on), request.summary,
                                           to_text(next), work.now(), work.actor().user});
    work.tx().execute(sql::kSetNextReview, {request.case_id, to_text(next)});
    store_answers(work, request.case_id, request.answers);
    raise_revision(work, *standing);
    write_entries(work, request.case_id,
                  {{.kind = "review",
                    .body = request.summary,
                    .detail = to_text(next),
                    .about_id = id.value,
                    .happened_at = instant_on(work, held_on)}});
    refile_due(work, request.case_id);
    note_change(work, *standing, "review");
    return id;
}

Result<std::vector<Review>> reviews(access::Work& work, CaseId const& id) {
    auto const standing = to_read(work, id);
    if (!standing) return standing.error();
    std::vector<Review> list;
    for (auto const& row : work.tx().all(sql::kReviews, {id})) list.push_back(review_from(row));
    work.note({"case.read", "case", id.value, std::nullopt, "reviews"});
    return list;
}

Result<AgreementId> agree_updates(access::Work& work, programmes::Catalogue const& catalogue,
                                  NewAgreement const& request) {
    auto const standing = to_work_on_open(work, request.case_id);
    if (!standing) return standing.error();
    auto mistakes = mistakes_in(work, definition_of(catalogue, standing->programme), request);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    auto const safe = check_safe(work, request.person_id, request.channel);
    if (!safe) return safe.error();

    auto const id = new_id<AgreementId>(work.clock().now);
    auto const today = work.clock().today;
    bool const no_contact = request.channel == kNoContact;
    auto const every_days = no_contact ? 0 : request.every_days;
    auto const due = no_contact ? std::nullopt : std::optional{add_days(today, every_days)};
    work.tx().execute(sql::kInsertAgreement,
                      {id, request.case_id, request.person_id, request.channel, every_days,
                       text_of(due), to_text(today), work.actor().user});
    work.tx().execute(sql::kEndOtherAgreements,
                      {request.case_id, request.person_id, id, to_text(today)});
    follow_updates_due(work, *standing);
    write_entries(work, request.case_id,
                  {{.kind = "update_agreed",
                    .detail = request.channel + "," + std::to_string(every_days),
                    .about_id = request.person_id.value}});
    note_change(work, *standing, "update_agreement");
    return id;
}

Result<std::vector<Agreement>> agreements(access::Work& work, CaseId const& id) {
    auto const standing = to_read(work, id);
    if (!standing) return standing.error();
    std::vector<Agreement> list;
    for (auto const& row : work.tx().all(sql::kAgreements, {id})) {
        list.push_back(agreement_from(row));
    }
    work.note({"case.read", "case", id.value, std::nullopt, "update_agreements"});
    return list;
}

Result<UpdateId> record_update(access::Work& work, programmes::Catalogue const& catalogue,
                               NewUpdate const& request) {
    auto const standing = to_work_on(work, request.case_id);
    if (!standing) return standing.error();
    auto const row = work.tx().first(sql::kAgreement, {request.agreement_id, request.case_id});
    if (!row) return access::not_found("no_such_agreement");
    auto const agreement = agreement_from(*row);
    if (agreement.ended_on) return Error{Refusal::Conflict, "agreement_ended"};
    auto const given_on = request.given_on.value_or(work.clock().today);
    auto mistakes = mistakes_in(work, definition_of(catalogue, standing->programme), agreement,
                                request, given_on);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    auto const safe = check_safe(work, agreement.person_id, request.channel);
    if (!safe) return safe.error();

    auto const next = next_due(agreement, request, given_on);
    if (work.tx().execute(sql::kSetNextDue, {agreement.id, request.revision, text_of(next)}) != 1) {
        return access::stale();
    }
    auto const id = new_id<UpdateId>(work.clock().now);
    insert(work, request, agreement, id, given_on);
    follow_updates_due(work, *standing);
    note_change(work, *standing, "update");
    return id;
}

Result<std::vector<Update>> updates(access::Work& work, CaseId const& id) {
    auto const standing = to_read(work, id);
    if (!standing) return standing.error();
    std::vector<Update> list;
    for (auto const& row : work.tx().all(sql::kUpdates, {id})) list.push_back(update_from(row));
    work.note({"case.read", "case", id.value, std::nullopt, "updates"});
    return list;
}

}  // namespace waymark::cases
