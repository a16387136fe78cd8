#include "referrals_sql.h"

#include <string>

namespace waymark::referrals::sql {

namespace {

// What a line of a list shows. More than its headline is not read from what happened.
constexpr char const* kSummaryColumns =
    "r.id, r.reference, r.state, r.area_id, r.programme_code, r.subject_kind, r.class, r.source, "
    "r.risk_now, r.received_at, r.triage_due_on, r.owner_user_id, r.escalated_at, r.decision, "
    "r.decided_at, r.created_at, r.revision, substr(r.what_happened, 1, 200) AS what_happened";

std::string summaries_of(std::string const& rest) {
    return std::string{"SELECT "} + kSummaryColumns + rest;
}

// A referral closes with anybody that it names who is on record, with the place that it is about,
// and with the case that came of it.
std::string open_referral(std::string const& id) {
    return " {open SELECT n.person_id AS id FROM referral_person n WHERE n.referral_id = " + id +
           " UNION ALL SELECT f.place_id FROM referral_record f WHERE f.id = " + id +
           " UNION ALL SELECT f.case_id FROM referral_record f WHERE f.id = " + id + "}";
}

enum class Narrowed { No, Yes };

// $1 and $2: after when and which; $3: how many; when narrowed, $4: area; $5: due before.
std::string page_of(std::string const& state, std::string const& compare,
                    std::string const& direction, Narrowed narrowed) {
    std::string const in_order =
        " ORDER BY sort_at" + direction + ", referral_id" + direction + " LIMIT $3";
    std::string arm = "SELECT s.sort_at, s.referral_id FROM referral_scope s";
    if (narrowed == Narrowed::Yes) arm += " JOIN referral_record r ON r.id = s.referral_id";
    arm += " WHERE s.scope = {scope} AND s.state = '" + state +
           "' AND (s.sort_at, s.referral_id) " + compare + " ($1, $2)" +
           open_referral("s.referral_id");
    if (narrowed == Narrowed::Yes) {
        arm +=
            " AND (CAST($4 AS TEXT) IS NULL OR r.area_id = $4)"
            " AND (CAST($5 AS TEXT) IS NULL OR r.triage_due_on < $5)";
    }
    // The first of all scopes are found before a referral is looked at.
    return summaries_of(", v.sort_at FROM (SELECT sort_at, referral_id FROM ({arms}" + arm +
                        in_order + "{end}) u" + in_order +
                        ") v JOIN referral_record r ON r.id = v.referral_id" + in_order);
}

}  // namespace

// $2: the reader. Somebody else's draft does not exist, whatever the reader's scopes.
access::ScopedSql const kFind{"referrals.find", 2, R"sql(
    SELECT r.id, r.reference, r.state, r.area_id, r.draft, r.source_kind, r.source, r.channel,
           r.referrer_name, r.referrer_contact, r.referrer_agency_id, r.how_known,
           r.programme_code, r.subject_kind, r.class, r.what_happened, r.where_happened, r.place_id,
           r.happened_on, r.happened_note, r.how_often, r.risk_now, r.risk_now_note, r.consent,
           r.safe_contact, r.received_at, r.triage_due_on, r.owner_user_id, r.escalated_at,
           r.decision, r.decision_reason, r.decided_at, r.decided_by, r.case_id,
           r.referrer_told_on, r.referrer_told_how, r.revision, r.created_at, r.created_by
      FROM referral_record r
     WHERE r.id = $1
       AND ((r.state = 'draft' AND r.created_by = $2)
            OR EXISTS (SELECT 1 FROM referral_scope s
                        WHERE s.referral_id = r.id AND s.scope IN {scopes}))
)sql" + open_referral("r.id")};

access::IdsSql const kSummaries{
    "referrals.summaries",
    summaries_of(" FROM referral_record r WHERE r.id IN {ids} AND EXISTS (SELECT 1 FROM "
                 "referral_scope s WHERE s.referral_id = r.id AND s.scope IN {scopes})" +
                 open_referral("r.id"))};

access::ScopedSql const kAllWaiting{"referrals.all_waiting", 3,
                                    page_of("waiting", ">", "", Narrowed::No)};
access::ScopedSql const kAllDecided{"referrals.all_decided", 3,
                                    page_of("decided", "<", " DESC", Narrowed::No)};
access::ScopedSql const kWaiting{"referrals.waiting", 5,
                                 page_of("waiting", ">", "", Narrowed::Yes)};
access::ScopedSql const kDecided{"referrals.decided", 5,
                                 page_of("decided", "<", " DESC", Narrowed::Yes)};

namespace {

// Those waiting are few and stand together by area in an index of their own.
std::string waiting_counted(std::string const& where) {
    return "SELECT count(*) AS waiting, "
           "coalesce(sum(CASE WHEN r.triage_due_on < $1 THEN 1 ELSE 0 END), 0) AS overdue "
           "FROM referral_record r WHERE r.state = 'waiting'" +
           where +
           " AND EXISTS (SELECT 1 FROM referral_scope s WHERE s.referral_id = r.id"
           " AND s.state = 'waiting' AND s.scope IN {scopes})" +
           open_referral("r.id");
}

}  // namespace

access::ScopedSql const kCountWaiting{"referrals.count_waiting", 1, waiting_counted("")};
access::ScopedSql const kCountWaitingIn{"referrals.count_waiting_in", 2,
                                        waiting_counted(" AND r.area_id = $2")};

namespace {

std::string const kDraftsText = summaries_of(
    ", r.created_at AS sort_at FROM referral_record r WHERE r.created_by = $1 "
    "AND r.state = 'draft' AND (r.created_at, r.id) < ($2, $3) "
    "ORDER BY r.created_at DESC, r.id DESC LIMIT $4");

}  // namespace

store::Sql const kDrafts{"referrals.drafts", kDraftsText};

store::Sql const kCountDrafts{"referrals.count_drafts", R"sql(
    SELECT count(*) AS total FROM referral_record WHERE created_by = $1 AND state = 'draft'
)sql"};

// Of a referral that kFind has given.
store::Sql const kPeople{"referrals.people", R"sql(
    SELECT id, role, given_names, family_name, date_of_birth, phone, email, address_line, town,
           postcode, person_id, choice, choice_at, choice_by, shown
      FROM referral_person
     WHERE referral_id = $1
     ORDER BY position
)sql"};

store::Sql const kInsertDraft{"referrals.insert_draft", R"sql(
    INSERT INTO referral_record (id, partnership_id, state, draft, created_at, created_by,
                                 updated_at)
    VALUES ($1, $2, 'draft', $3, $4, $5, $4)
)sql"};

store::Sql const kSaveDraft{"referrals.save_draft", R"sql(
    UPDATE referral_record SET draft = $3, revision = revision + 1, updated_at = $4
     WHERE id = $1 AND revision = $2 AND state = 'draft'
)sql"};

store::Sql const kDiscard{"referrals.discard", R"sql(
    DELETE FROM referral_record WHERE id = $1 AND revision = $2 AND state = 'draft'
)sql"};

store::Sql const kOwnedWaiting{"referrals.owned_waiting", R"sql(
    SELECT id, revision FROM referral_record WHERE owner_user_id = $1 AND state = 'waiting'
)sql"};

// Changes nothing, but keeps others from changing it until the transaction ends.
store::Sql const kHold{"referrals.hold", R"sql(
    UPDATE referral_record SET revision = revision WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kNextReference{"referrals.next_reference", R"sql(
    INSERT INTO referral_reference_counter (area_id, year, last) VALUES ($1, $2, 1)
    ON CONFLICT (area_id, year) DO UPDATE SET last = referral_reference_counter.last + 1
    RETURNING last
)sql"};

store::Sql const kHasReference{"referrals.has_reference", R"sql(
    SELECT id FROM referral_record WHERE reference = $1
)sql"};

store::Sql const kSend{"referrals.send", R"sql(
    UPDATE referral_record
       SET state = 'waiting', draft = '', reference = $2, area_id = $3, source_kind = $4,
           source = $5, channel = $6, referrer_name = $7, referrer_contact = $8,
           referrer_agency_id = $9, how_known = $10, programme_code = $11, subject_kind = $12,
           class = $13, what_happened = $14, where_happened = $15, place_id = $16,
           happened_on = $17, happened_note = $18, how_often = $19, risk_now = $20,
           risk_now_note = $21, consent = $22, safe_contact = $23, received_at = $24,
           triage_due_on = $25, revision = revision + 1, updated_at = $24
     WHERE id = $1
)sql"};

store::Sql const kInsertPerson{"referrals.insert_person", R"sql(
    INSERT INTO referral_person (id, referral_id, position, role, given_names, family_name,
                                 date_of_birth, phone, email, address_line, town, postcode,
                                 person_id, choice, choice_at, choice_by, shown)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
)sql"};

store::Sql const kFile{"referrals.file", R"sql(
    INSERT INTO referral_scope (scope, state, sort_at, referral_id) VALUES ($1, 'waiting', $2, $3)
)sql"};

store::Sql const kSetOwner{"referrals.set_owner", R"sql(
    UPDATE referral_record SET owner_user_id = $3, revision = revision + 1, updated_at = $4
     WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kChoose{"referrals.choose", R"sql(
    UPDATE referral_person
       SET person_id = $2, choice = $3, choice_at = $4, choice_by = $5, shown = $6
     WHERE id = $1
)sql"};

// Of a referral that is held.
store::Sql const kRaiseRevision{"referrals.raise_revision", R"sql(
    UPDATE referral_record SET revision = revision + 1, updated_at = $2 WHERE id = $1
)sql"};

store::Sql const kDecide{"referrals.decide", R"sql(
    UPDATE referral_record
       SET state = 'decided', decision = $2, decision_reason = $3, decided_at = $4,
           decided_by = $5, case_id = $6, revision = revision + 1, updated_at = $4
     WHERE id = $1
)sql"};

store::Sql const kRefile{"referrals.refile", R"sql(
    UPDATE referral_scope SET state = 'decided', sort_at = $2 WHERE referral_id = $1
)sql"};

store::Sql const kTold{"referrals.told", R"sql(
    UPDATE referral_record
       SET referrer_told_on = $3, referrer_told_how = $4, revision = revision + 1, updated_at = $5
     WHERE id = $1 AND revision = $2
)sql"};

// The revision stays: nobody's edit is out of date because a day went by.
store::Sql const kEscalate{"referrals.escalate", R"sql(
    UPDATE referral_record SET escalated_at = $3
     WHERE partnership_id = $1 AND state = 'waiting' AND triage_due_on < $2
       AND escalated_at IS NULL
    RETURNING id
)sql"};

// For an operator's command alone, which sees the whole partnership.
store::Sql const kFindImported{"referrals.find_imported", R"sql(
    SELECT content_digest FROM referral_import
     WHERE partnership_id = $1 AND sender = $2 AND source_reference = $3
)sql"};

store::Sql const kInsertImported{"referrals.insert_imported", R"sql(
    INSERT INTO referral_import (partnership_id, sender, source_reference, content_digest,
                                 referral_id)
    VALUES ($1, $2, $3, $4, $5)
)sql"};

}  // namespace waymark::referrals::sql
