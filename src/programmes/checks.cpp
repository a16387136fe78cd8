#include "checks.h"

#include "core_codes.h"

#include <algorithm>
#include <iterator>

namespace waymark::programmes {

namespace {

void check_named(bool same, std::string const& at, std::string_view code, Faults& faults) {
    if (!same) {
        faults.add(at, std::string(code), "Make this and the file's place the same, or move it.");
    }
}

void check_bands(Questionnaire const& risk, Faults& faults) {
    auto const& bands = risk.bands;
    check_codes_differ(bands, "/risk/bands", faults);
    if (bands.front().from_score != 0) {
        faults.add("/risk/bands/0/from_score", "first_band_not_zero",
                   "Start the first band at 0, so that every score is in a band.");
    }
    for (std::size_t i = 1; i < bands.size(); ++i) {
        auto const at = below("/risk/bands", i);
        if (bands[i].from_score <= bands[i - 1].from_score) {
            faults.add(below(at, "from_score"), "bands_not_ascending",
                       "Start this band above the one before it.");
        }
        if (bands[i].from_score > risk.highest_score()) {
            faults.add(below(at, "from_score"), "band_unreachable",
                       "Lower this: no answers add up to more than " +
                           std::to_string(risk.highest_score()) + ".");
        }
        if (bands[i].reassess_days > bands[i - 1].reassess_days) {
            faults.add(below(at, "reassess_days"), "reassess_later_at_higher_risk",
                       "Do not wait longer at a higher risk than at a lower one.");
        }
    }
}

template <class Groups>
void check_groups(std::vector<Option> const& options, Groups const& groups, std::string const& at,
                  Faults& faults) {
    for (std::size_t i = 0; i < options.size(); ++i) {
        auto const known = std::find(std::begin(groups), std::end(groups), options[i].group);
        if (known == std::end(groups)) {
            faults.add(below(at, i), "unknown_group",
                       "Give this entry one of the groups that reports add up.");
        }
    }
}

void check_lists(CodeLists const& lists, Faults& faults) {
    for (auto const& [name, list] : all_lists(lists)) {
        auto const at = below("/lists", name);
        check_options(*list, at, faults);
        for (auto const& core : core_lists()) {
            if (core.list != name) continue;
            for (auto const code : core.codes) {
                if (find_option(*list, code)) continue;
                faults.add(at, "core_code_missing",
                           "Add the county code " + std::string(code) + ".");
            }
        }
    }
    check_groups(lists.closing_reasons, kClosingGroups, "/lists/closing_reasons", faults);
    check_groups(lists.referral_decisions, kDecisionGroups, "/lists/referral_decisions", faults);
}

// Codes of an extension start so, and no core code does: a later core can never collide with what
// a hub has recorded for years.
constexpr std::string_view kLocalPrefix = "local_";

template <class Thing>
void check_core_prefix(std::vector<Thing> const& things, std::string const& at, Faults& faults) {
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (!things[i].code.starts_with(kLocalPrefix)) continue;
        faults.add(below(below(at, i), "code"), "local_prefix_in_core",
                   "Leave codes that start with local_ to the hubs' extensions.");
    }
}

template <class Thing>
void check_adds_only(std::vector<Thing> const& local, std::vector<Thing> const& core,
                     std::string const& at, Faults& faults) {
    for (std::size_t i = 0; i < local.size(); ++i) {
        auto const here = below(below(at, i), "code");
        auto const taken = std::any_of(core.begin(), core.end(),
                                       [&](Thing const& one) { return one.code == local[i].code; });
        if (taken) {
            faults.add(here, "core_redefined",
                       "Use another code: an extension cannot redefine what every hub records.");
        } else if (!local[i].code.starts_with(kLocalPrefix)) {
            faults.add(here, "local_prefix_missing",
                       "Start the code with local_, so that no later core can collide with it.");
        }
    }
}

}  // namespace

void check_core(Definition const& definition, Faults& faults) {
    auto const& ref = definition.ref;
    auto const& file = faults.file();
    check_named(file.starts_with(ref.code + "/"), "/code", "code_not_folder", faults);
    check_named(file.ends_with("/" + ref.version + ".json"), "/version", "version_not_file",
                faults);
    check_period(definition.valid_from, definition.valid_to, "", faults);
    check_codes_differ(definition.sections, "/sections", faults);
    check_fields(definition.fields, definition.sections, "/fields", faults);
    check_questions(definition.risk.questions, "/risk/questions", faults);
    check_core_prefix(definition.sections, "/sections", faults);
    check_core_prefix(definition.fields, "/fields", faults);
    check_core_prefix(definition.risk.questions, "/risk/questions", faults);
    check_bands(definition.risk, faults);
    check_options(definition.risk.override_reasons, "/risk/override_reasons", faults);
    check_measures(definition, faults);
    check_stages(definition.stages, faults);
    check_codes_differ(definition.actions, "/actions", faults);
    for (std::size_t i = 0; i < definition.actions.size(); ++i) {
        auto const& action = definition.actions[i];
        check_period(action.valid_from, action.valid_to, below("/actions", i), faults);
    }
    check_lists(definition.lists, faults);
}

void check_extension_name(Extension const& extension, Faults& faults) {
    auto const& file = faults.file();
    check_named(file.starts_with(extension.programme + "/extensions/"), "/programme",
                "code_not_folder", faults);
    check_named(file.find("/extensions/" + extension.area + "/") != std::string::npos, "/area",
                "area_not_folder", faults);
    check_named(file.ends_with("/" + extension.version + ".json"), "/version", "version_not_file",
                faults);
    check_period(extension.valid_from, extension.valid_to, "", faults);
}

void check_extension(Extension const& extension, Definition const& core, Faults& faults) {
    if (extension.valid_from < core.valid_from) {
        faults.add("/valid_from", "extension_before_programme",
                   "Start on or after " + to_text(core.valid_from) +
                       ", when the programme it extends begins.");
    }
    auto sections = core.sections;
    sections.insert(sections.end(), extension.sections.begin(), extension.sections.end());
    check_codes_differ(extension.sections, "/sections", faults);
    check_fields(extension.fields, sections, "/fields", faults);
    check_questions(extension.questions, "/questions", faults);
    check_adds_only(extension.sections, core.sections, "/sections", faults);
    check_adds_only(extension.fields, core.fields, "/fields", faults);
    check_adds_only(extension.questions, core.risk.questions, "/questions", faults);
}

}  // namespace waymark::programmes
