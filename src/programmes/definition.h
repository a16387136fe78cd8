#pragma once

// What a programme says: its fields, its risk questionnaire, its measures, its stages and its
// vocabularies, as read from programmes/<code>/<version>.json and checked.
//
// Everything here is plain data that never changes once loaded. A case keeps the version of the
// programme it was opened under for life, so a label or a weight that changes tomorrow does not
// rewrite what was asked and answered yesterday.

#include "foundation/dates.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark::programmes {

// Names one version of a programme, with the hub's extension if the hub has one.
struct Ref {
    std::string code;       // antisocial_behaviour
    std::string version;    // 2026
    std::string extension;  // area code and version, as SCA/2026; empty when there is none

    auto operator<=>(Ref const&) const = default;
};

// One entry of a code list. An entry is never deleted: it is given a last day, so that what was
// recorded under it keeps its label.
struct Option {
    std::string code;
    std::string label;
    std::string group;  // what reports add it up under; empty in lists that have no groups
    std::optional<Date> valid_from;
    std::optional<Date> valid_to;  // the last day it may be chosen

    bool offered_on(Date day) const {
        return (!valid_from || *valid_from <= day) && (!valid_to || day <= *valid_to);
    }
    bool operator==(Option const&) const = default;
};

enum class FieldType { Text, LongText, Date, Number, YesNoUnknown, Choice, Choices };

// When something must have been answered.
enum class Point { Opening, Review, Closing };

// The answers to a YesNoUnknown field. "Not known" is an answer: nobody is written down as "no"
// because nobody asked.
inline constexpr std::string_view kYes = "yes";
inline constexpr std::string_view kNo = "no";
inline constexpr std::string_view kNotKnown = "not_known";

// A heading that fields stand under.
struct Section {
    std::string code;
    std::string label;
    bool core;

    bool operator==(Section const&) const = default;
};

struct Field {
    std::string code;
    std::string label;
    std::string hint;
    std::string section;
    FieldType type;
    std::vector<Option> options;     // of Choice and Choices; empty for the others
    std::vector<Point> required_at;  // may be answered at any time, must be answered by these
    bool core;                       // recorded by every hub; false when a hub's extension added it

    bool required(Point point) const;
    bool operator==(Field const&) const = default;
};

struct Answer {
    std::string code;
    std::string label;
    int weight;

    bool operator==(Answer const&) const = default;
};

// Every question offers `not_known`, which always weighs more than the lowest answer: what nobody
// knows is not counted as safe.
struct Question {
    std::string code;
    std::string text;
    std::string help;
    std::vector<Answer> answers;
    bool core;  // only core questions count into the score and the band

    bool operator==(Question const&) const = default;
};

struct Band {
    std::string code;
    std::string label;
    int from_score;     // the lowest core score of the band; the first band's is 0
    int reassess_days;  // calendar days until the risk is assessed again

    bool operator==(Band const&) const = default;
};

struct Questionnaire {
    std::string code;
    std::string version;
    std::string title;
    std::string source;
    std::vector<Question> questions;
    std::vector<Band> bands;               // lowest first
    std::vector<Option> override_reasons;  // why a worker may set another band than the score's

    Question const* question(std::string_view wanted) const;
    Band const* band(std::string_view wanted) const;
    int highest_score() const;  // of the core questions
    bool operator==(Questionnaire const&) const = default;
};

// The same at opening, at each review and at closing, and the same in every hub and programme: a
// measure's code means one thing in every file, which the loader holds to.
enum class MeasureKind { Scale, Band, Score, Choice, Number };

struct Measure {
    std::string code;
    std::string label;
    std::string question;  // as put to the person, or to the worker
    std::string definition;
    MeasureKind kind;
    int lowest;                   // of Scale, Score and Number
    int highest;                  // of Scale, Score and Number
    std::vector<Option> options;  // of Choice, Band and (as labels of its points) Scale; the order
                                  // given is from most to least harm
    bool lower_is_better;

    bool operator==(Measure const&) const = default;
};

// Measures that code outside this module reads by name; every programme has them.
inline constexpr std::string_view kRiskBand = "risk_band";
inline constexpr std::string_view kRiskScore = "risk_score";
inline constexpr std::string_view kFrequency = "frequency";
inline constexpr std::string_view kFeelsSafe = "feels_safe";
inline constexpr std::string_view kConfidenceInAgencies = "confidence_in_agencies";

struct Stage {
    std::string code;
    std::string label;
    std::string help;
    std::vector<std::string> may_move_to;
    bool closed;  // the case is closed while it stands here; moving on from here is reopening

    bool operator==(Stage const&) const = default;
};

// Something a partnership can do. Powers are dated, because Parliament changes them.
struct ActionKind {
    std::string code;
    std::string label;
    std::string group;        // support, informal, agreement, formal, enforcement, place
    std::string legal_basis;  // empty when it needs none
    std::string note;         // limits and what must be checked before it is used
    std::optional<Date> valid_from;
    std::optional<Date> valid_to;

    bool offered_on(Date day) const {
        return (!valid_from || *valid_from <= day) && (!valid_to || day <= *valid_to);
    }
    bool operator==(ActionKind const&) const = default;
};

// The vocabularies. Codes that other modules rely on by name are listed in core_codes.cpp; a file
// that lacks one is refused.
struct CodeLists {
    std::vector<Option> roles;  // of people: victim, alleged_perpetrator, ...
    std::vector<Option>
        subject_kinds;              // person, household, place, premises, group, theme, business
    std::vector<Option> classes;    // personal, nuisance, environmental
    std::vector<Option> harm_test;  // harassment, alarm or distress: met, not_met, not_known
    std::vector<Option> intake_sources;
    std::vector<Option> referral_decisions;
    std::vector<Option> action_results;
    std::vector<Option> outcome_results;  // of an agreed outcome: met, partly_met, not_met, ...
    std::vector<Option> closing_reasons;  // group: resolved, not_resolved, not_for_us
    std::vector<Option> update_channels;
    std::vector<Option> not_told_reasons;   // why a victim was not told of an update or a closing
    std::vector<Option> not_taken_reasons;  // why a measure was not taken

    bool operator==(CodeLists const&) const = default;
};

// Every list with the name it has in the file, in the order above.
std::vector<std::pair<std::string_view, std::vector<Option> const*>> all_lists(
    CodeLists const& lists);

// Clocks. A working day is a weekday that is not a bank holiday in England.
struct Timings {
    int acknowledge_working_days;    // tell the referrer that it was received
    int triage_working_days;         // decide on a referral
    int urgent_triage_working_days;  // the same when somebody is said to be at risk now
    int review_every_days;           // calendar days
    int victim_update_every_days;    // calendar days
    int demand_window_days;          // incidents counted before opening and after closing
    std::map<std::string, std::string> sources;  // by the names above: where each figure is from

    bool operator==(Timings const&) const = default;
};

// One programme at one version, with one hub's extension merged in when `ref.extension` says so.
struct Definition {
    Ref ref;
    std::string title;
    std::string summary;
    std::string source;
    Date valid_from;
    std::optional<Date> valid_to;  // the last day a case may be opened under it
    std::string extension_title;   // empty when there is no extension
    std::string extension_source;
    std::optional<Date> extension_valid_from;
    std::optional<Date> extension_valid_to;

    std::vector<Section> sections;  // in page order, the hub's own last
    std::vector<Field> fields;      // core first, then the hub's
    Questionnaire risk;             // core first, then the hub's
    std::vector<Measure> measures;
    std::vector<Stage> stages;  // a case opens at the first
    std::vector<ActionKind> actions;
    CodeLists lists;
    Timings timings;

    // Each answers nullptr when the programme has no such code.
    Field const* field(std::string_view code) const;
    Measure const* measure(std::string_view code) const;
    Stage const* stage(std::string_view code) const;
    ActionKind const* action(std::string_view code) const;
    Option const* closing_reason(std::string_view code) const;

    bool has_role(std::string_view code) const;
    bool may_move(std::string_view from, std::string_view to) const;
    Stage const& first_stage() const { return stages.front(); }

    bool offered_on(Date day) const { return valid_from <= day && (!valid_to || day <= *valid_to); }
    bool operator==(Definition const&) const = default;
};

// The entry with this code, offered today or not; nullptr when there is none.
Option const* find_option(std::vector<Option> const& list, std::string_view code);
bool offers(std::vector<Option> const& list, std::string_view code, Date day);

// A digest of everything that every hub shares: fields, questions, bands, measures, stages, lists,
// actions and timings, without what an extension added. Two definitions of one version give the
// same digest whatever their extensions, or the extension has changed the core.
std::string core_hash(Definition const& definition);

}  // namespace waymark::programmes
