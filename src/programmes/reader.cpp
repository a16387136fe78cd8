#include "reader.h"

#include "codes.h"

#include <boost/json.hpp>

namespace waymark::programmes {

namespace {

namespace json = boost::json;

// A JSON object and where it stands in its file.
class Node {
  public:
    Node(json::value const& value, std::string path, Faults& faults)
        : object_(value.as_object()), path_(std::move(path)), faults_(faults) {}

    std::string text(std::string_view name) const {
        auto const* found = object_.if_contains(name);
        return found ? std::string(found->as_string()) : std::string();
    }
    int number(std::string_view name, int otherwise = 0) const {
        auto const* found = object_.if_contains(name);
        return found ? found->to_number<int>() : otherwise;
    }
    bool flag(std::string_view name) const { return object_.at(name).as_bool(); }

    std::optional<Date> date(std::string_view name) const {
        auto const written = text(name);
        if (written.empty()) return std::nullopt;
        auto const date = parse_date(written);
        if (!date) {
            faults_.add(below(path_, name), "not_a_date", "Use a day that is in the calendar.");
        }
        return date;
    }
    std::vector<std::string> texts(std::string_view name) const {
        std::vector<std::string> all;
        auto const* found = object_.if_contains(name);
        if (!found) return all;
        for (auto const& one : found->as_array()) all.emplace_back(one.as_string());
        return all;
    }
    Node child(std::string_view name) const {
        return {object_.at(name), below(path_, name), faults_};
    }
    template <class Read>
    auto each(std::string_view name, Read const& read) const {
        std::vector<decltype(read(std::declval<Node const&>()))> all;
        auto const* found = object_.if_contains(name);
        if (!found) return all;
        auto const& array = found->as_array();
        for (std::size_t i = 0; i < array.size(); ++i) {
            all.push_back(read(Node(array[i], below(below(path_, name), i), faults_)));
        }
        return all;
    }

  private:
    json::object const& object_;
    std::string path_;
    Faults& faults_;
};

Option option(Node const& node) {
    return {.code = node.text("code"),
            .label = node.text("label"),
            .group = node.text("group"),
            .valid_from = node.date("valid_from"),
            .valid_to = node.date("valid_to")};
}

Section section(Node const& node, bool core) {
    return {.code = node.text("code"), .label = node.text("label"), .core = core};
}

Field field(Node const& node, bool core) {
    Field made{.code = node.text("code"),
               .label = node.text("label"),
               .hint = node.text("hint"),
               .section = node.text("section"),
               .type = field_type(node.text("type")),
               .options = node.each("options", option),
               .required_at = {},
               .core = core};
    for (auto const& at : node.texts("required_at")) made.required_at.push_back(point(at));
    return made;
}

Question question(Node const& node, bool core) {
    return {.code = node.text("code"),
            .text = node.text("text"),
            .help = node.text("help"),
            .answers = node.each("answers",
                                 [](Node const& one) {
                                     return Answer{.code = one.text("code"),
                                                   .label = one.text("label"),
                                                   .weight = one.number("weight")};
                                 }),
            .core = core};
}

Band band(Node const& node) {
    return {.code = node.text("code"),
            .label = node.text("label"),
            .from_score = node.number("from_score"),
            .reassess_days = node.number("reassess_days")};
}

Questionnaire questionnaire(Node const& node) {
    return {
        .code = node.text("code"),
        .version = node.text("version"),
        .title = node.text("title"),
        .source = node.text("source"),
        .questions = node.each("questions", [](Node const& one) { return question(one, true); }),
        .bands = node.each("bands", band),
        .override_reasons = node.each("override_reasons", option)};
}

Measure measure(Node const& node) {
    return {.code = node.text("code"),
            .label = node.text("label"),
            .question = node.text("question"),
            .definition = node.text("definition"),
            .kind = measure_kind(node.text("kind")),
            .lowest = node.number("lowest"),
            .highest = node.number("highest"),
            .options = node.each("options", option),
            .lower_is_better = node.flag("lower_is_better")};
}

Stage stage(Node const& node) {
    return {.code = node.text("code"),
            .label = node.text("label"),
            .help = node.text("help"),
            .may_move_to = node.texts("may_move_to"),
            .closed = node.flag("closed")};
}

ActionKind action(Node const& node) {
    return {.code = node.text("code"),
            .label = node.text("label"),
            .group = node.text("group"),
            .legal_basis = node.text("legal_basis"),
            .note = node.text("note"),
            .valid_from = node.date("valid_from"),
            .valid_to = node.date("valid_to")};
}

CodeLists code_lists(Node const& node) {
    auto const list = [&](std::string_view name) { return node.each(name, option); };
    return {.roles = list("roles"),
            .subject_kinds = list("subject_kinds"),
            .classes = list("classes"),
            .harm_test = list("harm_test"),
            .intake_sources = list("intake_sources"),
            .referral_decisions = list("referral_decisions"),
            .action_results = list("action_results"),
            .outcome_results = list("outcome_results"),
            .closing_reasons = list("closing_reasons"),
            .update_channels = list("update_channels"),
            .not_told_reasons = list("not_told_reasons"),
            .not_taken_reasons = list("not_taken_reasons")};
}

Timings timings(Node const& node) {
    Timings made{};
    auto const take = [&](std::string const& name) {
        auto const timing = node.child(name);
        made.sources[name] = timing.text("source");
        return timing.number("value");
    };
    made.acknowledge_working_days = take("acknowledge_working_days");
    made.triage_working_days = take("triage_working_days");
    made.urgent_triage_working_days = take("urgent_triage_working_days");
    made.review_every_days = take("review_every_days");
    made.victim_update_every_days = take("victim_update_every_days");
    made.demand_window_days = take("demand_window_days");
    return made;
}

template <class Thing>
void append(std::vector<Thing>& to, std::vector<Thing> const& more) {
    to.insert(to.end(), more.begin(), more.end());
}

}  // namespace

Definition read_definition(boost::json::value const& document, Faults& faults) {
    Node const node(document, "", faults);
    return {
        .ref = {.code = node.text("code"), .version = node.text("version"), .extension = {}},
        .title = node.text("title"),
        .summary = node.text("summary"),
        .source = node.text("source"),
        .valid_from = node.date("valid_from").value_or(Date{}),
        .valid_to = node.date("valid_to"),
        .extension_title = {},
        .extension_source = {},
        .extension_valid_from = {},
        .extension_valid_to = {},
        .sections = node.each("sections", [](Node const& one) { return section(one, true); }),
        .fields = node.each("fields", [](Node const& one) { return field(one, true); }),
        .risk = questionnaire(node.child("risk")),
        .measures = node.each("measures", measure),
        .stages = node.each("stages", stage),
        .actions = node.each("actions", action),
        .lists = code_lists(node.child("lists")),
        .timings = timings(node.child("timings")),
    };
}

Extension read_extension(boost::json::value const& document, Faults& faults) {
    Node const node(document, "", faults);
    return {
        .programme = node.text("programme"),
        .extends = node.text("extends"),
        .area = node.text("area"),
        .version = node.text("version"),
        .title = node.text("title"),
        .source = node.text("source"),
        .valid_from = node.date("valid_from").value_or(Date{}),
        .valid_to = node.date("valid_to"),
        .sections = node.each("sections", [](Node const& one) { return section(one, false); }),
        .fields = node.each("fields", [](Node const& one) { return field(one, false); }),
        .questions = node.each("questions", [](Node const& one) { return question(one, false); }),
    };
}

Definition merged(Definition const& core, Extension const& extension) {
    Definition made = core;
    made.ref.extension = extension.area + "/" + extension.version;
    made.extension_title = extension.title;
    made.extension_source = extension.source;
    made.extension_valid_from = extension.valid_from;
    made.extension_valid_to = extension.valid_to;
    append(made.sections, extension.sections);
    append(made.fields, extension.fields);
    append(made.risk.questions, extension.questions);
    return made;
}

}  // namespace waymark::programmes
