#pragma once

// What the form of a file cannot say: codes that do not exist, bands out of order, stages nobody
// can reach, measures that mean something else elsewhere. Each function reports all it finds.

#include "reader.h"

#include <vector>

namespace waymark::programmes {

// A definition with the file it came from.
struct CoreFile {
    std::string file;
    Definition definition;
};

struct ExtensionFile {
    std::string file;
    Extension extension;
};

// One file on its own. `file` must be <code>/<version>.json.
void check_core(Definition const& definition, Faults& faults);
// One extension against the programme it extends.
void check_extension(Extension const& extension, Definition const& core, Faults& faults);
// The file must be <code>/extensions/<AREA>/<version>.json.
void check_extension_name(Extension const& extension, Faults& faults);

// Files against each other: one measure code means one thing in all, programmes of one version
// take the same measures, and no two versions begin on one day.
void check_together(std::vector<CoreFile> const& cores, std::vector<Fault>& faults);
void check_together(std::vector<ExtensionFile> const& extensions, std::vector<Fault>& faults);

// Parts of the above, shared by both kinds of file. `at` is the JSON pointer of the list.
void check_fields(std::vector<Field> const& fields, std::vector<Section> const& sections,
                  std::string const& at, Faults& faults);
void check_questions(std::vector<Question> const& questions, std::string const& at, Faults& faults);
void check_options(std::vector<Option> const& options, std::string const& at, Faults& faults);
void check_period(std::optional<Date> from, std::optional<Date> to, std::string const& at,
                  Faults& faults);
void check_stages(std::vector<Stage> const& stages, Faults& faults);
void check_measures(Definition const& definition, Faults& faults);

// Reports `duplicate_code` at every entry whose code stood earlier in the list.
template <class Thing>
void check_codes_differ(std::vector<Thing> const& things, std::string const& at, Faults& faults) {
    for (std::size_t i = 0; i < things.size(); ++i) {
        for (std::size_t earlier = 0; earlier < i; ++earlier) {
            if (things[earlier].code != things[i].code) continue;
            faults.add(below(below(at, i), "code"), "duplicate_code",
                       "Give this entry another code: \"" + things[i].code +
                           "\" stands earlier in the list.");
            break;
        }
    }
}

}  // namespace waymark::programmes
