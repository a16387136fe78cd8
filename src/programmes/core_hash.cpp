// A digest of what every hub shares, so that an extension can be shown to have changed none of it.
//
// Every member is written with its length before it, so that no two different definitions give the
// same text. A member added to a struct must be added here; core_hash_test.cpp changes each in
// turn.

#include "definition.h"
#include "foundation/digest.h"

namespace waymark::programmes {

namespace {

class Writer {
  public:
    void add(std::string const& text) {
        text_ += std::to_string(text.size());
        text_ += ':';
        text_ += text;
    }
    void add(int number) { add(std::to_string(number)); }
    void add(bool flag) { add(std::string(flag ? "true" : "false")); }
    void add(Date date) { add(to_text(date)); }
    void add(Point point) { add(static_cast<int>(point)); }
    void add(std::optional<Date> const& date) { add(date ? to_text(*date) : std::string()); }

    void add(Section const& one) { add_each(one.code, one.label); }
    void add(Option const& one) {
        add_each(one.code, one.label, one.group, one.valid_from, one.valid_to);
    }
    void add(Field const& one) {
        add_each(one.code, one.label, one.hint, one.section, static_cast<int>(one.type),
                 one.options, one.required_at);
    }
    void add(Answer const& one) { add_each(one.code, one.label, one.weight); }
    void add(Question const& one) { add_each(one.code, one.text, one.help, one.answers); }
    void add(Band const& one) { add_each(one.code, one.label, one.from_score, one.reassess_days); }
    void add(Measure const& one) {
        add_each(one.code, one.label, one.question, one.definition, static_cast<int>(one.kind),
                 one.lowest, one.highest, one.options, one.lower_is_better);
    }
    void add(Stage const& one) {
        add_each(one.code, one.label, one.help, one.may_move_to, one.closed);
    }
    void add(ActionKind const& one) {
        add_each(one.code, one.label, one.group, one.legal_basis, one.note, one.valid_from,
                 one.valid_to);
    }
    void add(Timings const& one) {
        add_each(one.acknowledge_working_days, one.triage_working_days,
                 one.urgent_triage_working_days, one.review_every_days,
                 one.victim_update_every_days, one.demand_window_days);
        for (auto const& [name, source] : one.sources) add_each(name, source);
    }

    template <class Thing>
    void add(std::vector<Thing> const& things) {
        text_ += '[';
        for (auto const& thing : things) add(thing);
        text_ += ']';
    }
    template <class Thing>
    void add_core(std::vector<Thing> const& things) {
        text_ += '[';
        for (auto const& thing : things) {
            if (thing.core) add(thing);
        }
        text_ += ']';
    }
    template <class... Parts>
    void add_each(Parts const&... parts) {
        (add(parts), ...);
    }

    std::string const& text() const { return text_; }

  private:
    std::string text_;
};

}  // namespace

std::string core_hash(Definition const& definition) {
    Writer out;
    out.add_each(definition.ref.code, definition.ref.version, definition.title, definition.summary,
                 definition.source, definition.valid_from, definition.valid_to);
    out.add_core(definition.sections);
    out.add_core(definition.fields);
    auto const& risk = definition.risk;
    out.add_each(risk.code, risk.version, risk.title, risk.source);
    out.add_core(risk.questions);
    out.add_each(risk.bands, risk.override_reasons, definition.measures, definition.stages,
                 definition.actions);
    for (auto const& [name, list] : all_lists(definition.lists)) out.add(*list);
    out.add(definition.timings);
    return sha256_hex(out.text());
}

}  // namespace waymark::programmes
