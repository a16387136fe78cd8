#pragma once

// Programmes as checked data: what a hub records for a kind of work, and how it is scored.
//
// Pure but for Catalogue::load, which reads files. Nothing here knows who is asking; what a case
// does with a definition is for `cases`. A set of files with any fault is refused whole.

#include "foundation/dates.h"
#include "foundation/result.h"
#include "programmes/definition.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace waymark::programmes {

// Something an editor of a programme file must put right. It quotes only the file.
struct Fault {
    std::string file;     // below the programmes folder: antisocial_behaviour/2026.json
    std::string path;     // a JSON pointer: /risk/questions/3/answers/0/weight
    std::string code;     // stable: duplicate_code, stage_unreachable, ...
    std::string message;  // a sentence that says what to do

    auto operator<=>(Fault const&) const = default;
};

// One line a fault, for the terminal: "file path: message (code)".
std::string to_text(std::vector<Fault> const& faults);

struct SourceFile {
    std::string path;  // below the programmes folder, with forward slashes
    std::string text;
};

class Catalogue;
using Loaded = std::variant<Catalogue, std::vector<Fault>>;

// Every version of every programme, with and without each hub's extensions. Immutable, so it may
// be read from any thread; the pointers it gives live as long as it does.
class Catalogue {
  public:
    // Reads <code>/<version>.json and <code>/extensions/<AREA>/<version>.json below `directory`,
    // and the two schemas in it. Answers every fault of every file, sorted by file and path.
    static Loaded load(std::filesystem::path const& directory);
    // The same from texts: `files` holds schema.json and extension-schema.json too.
    static Loaded read(std::vector<SourceFile> const& files);

    // Nullptr when that version, or that extension of it, does not exist.
    Definition const* find(Ref const& ref) const;

    // What a case opened by that hub on that day runs under: the newest version then valid, with
    // the newest extension of it that the hub has then. Nothing when the programme is unknown or
    // not yet, or no longer, offered.
    std::optional<Ref> current(std::string_view code, std::string_view area_code, Date on) const;

    // The newest version of each programme on that day, without extensions, by code.
    std::vector<Definition const*> offered(Date on) const;
    // The same with the extensions of one hub.
    std::vector<Definition const*> offered(std::string_view area_code, Date on) const;

    // Everything loaded, bare and extended, ordered by code, version and extension.
    std::vector<Definition> const& all() const { return definitions_; }

  private:
    explicit Catalogue(std::vector<Definition> definitions);

    std::vector<Definition> definitions_;
};

struct Assessment {
    int score;        // core questions only, so that hubs can be compared
    int local_score;  // the hub's own questions; never counts into the band
    std::string band;
    int reassess_days;

    bool operator==(Assessment const&) const = default;
};

// Answers by question code. Refuses with Invalid, naming the question: `required` when one has no
// answer, `not_offered` when the answer is none of its own, `not_asked` when there is no such
// question. Every mistake at once.
Result<Assessment> score(Questionnaire const& questionnaire,
                         std::map<std::string, std::string> const& answers);

// Answers by field code; all but Choices take one value at most. `on` is the day they were given:
// an option that has since been withdrawn stays a good answer. Refuses with Invalid, naming the
// field, every mistake at once: `required` when this point needs it and it is absent or blank,
// `not_asked`, `not_offered` (also when the option is not offered on that day), `too_many`,
// `repeated`, `not_a_date`, `not_a_number`, `too_long`, `not_clean_text`.
Result<Done> check_answers(Definition const& definition, Point point, Date on,
                           std::map<std::string, std::vector<std::string>> const& answers);

// The longest answers taken, in characters.
inline constexpr std::size_t kLongestText = 200;
inline constexpr std::size_t kLongestLongText = 5000;

std::string_view to_code(FieldType type);    // text, long_text, date, number, ...
std::string_view to_code(Point point);       // opening, review, closing
std::string_view to_code(MeasureKind kind);  // scale, band, score, choice, number

}  // namespace waymark::programmes
