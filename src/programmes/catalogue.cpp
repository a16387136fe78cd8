// Reading the files of a folder into a catalogue, and finding what applies on a day.

#include "checks.h"
#include "form.h"
#include "foundation/text.h"
#include "json_text.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <set>

namespace waymark::programmes {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCoreSchema = "schema.json";
constexpr std::string_view kExtensionSchema = "extension-schema.json";

enum class FileKind { Schema, Core, Extension, Ignored, Stray };

FileKind kind_of(std::string const& path) {
    if (path == kCoreSchema || path == kExtensionSchema) return FileKind::Schema;
    if (path == "README.md") return FileKind::Ignored;
    if (!path.ends_with(".json")) return FileKind::Stray;
    auto const parts = split(path, '/');
    if (parts.size() == 2) return FileKind::Core;
    if (parts.size() == 4 && parts[1] == "extensions") return FileKind::Extension;
    return FileKind::Stray;
}

// One reading of a set of files: everything found so far, right or wrong.
class Reading {
  public:
    explicit Reading(std::vector<SourceFile> const& files) {
        for (auto const& file : files) take(file);
        auto const core_form = form(kCoreSchema);
        auto const extension_form = form(kExtensionSchema);
        if (!core_form || !extension_form) return;
        for (auto const* file : core_files_) read_core(*file, *core_form);
        for (auto const* file : extension_files_) read_extension_file(*file, *extension_form);
        check_together(cores_, faults_);
        check_together(extensions_, faults_);
        if (core_files_.empty()) {
            faults_.push_back({"", "", "no_programmes", "Add a programme: there is none here."});
        }
    }

    // A measure may differ from the same one in several files: said once is enough.
    std::vector<Fault> faults() {
        std::sort(faults_.begin(), faults_.end());
        auto const same = [](Fault const& one, Fault const& other) {
            return one.file == other.file && one.path == other.path && one.code == other.code;
        };
        faults_.erase(std::unique(faults_.begin(), faults_.end(), same), faults_.end());
        return std::move(faults_);
    }
    bool sound() const { return faults_.empty(); }

    std::vector<Definition> definitions() const {
        std::vector<Definition> all;
        for (auto const& core : cores_) all.push_back(core.definition);
        for (auto const& one : extensions_) {
            all.push_back(merged(*core_of(one.extension), one.extension));
        }
        std::sort(all.begin(), all.end(), [](Definition const& one, Definition const& other) {
            return one.ref < other.ref;
        });
        return all;
    }

  private:
    void take(SourceFile const& file) {
        switch (kind_of(file.path)) {
            case FileKind::Schema:
                schemas_.push_back(&file);
                break;
            case FileKind::Core:
                core_files_.push_back(&file);
                break;
            case FileKind::Extension:
                extension_files_.push_back(&file);
                break;
            case FileKind::Ignored:
                break;
            case FileKind::Stray:
                faults_.push_back({file.path, "", "unexpected_file",
                                   "Move this file: programmes are <code>/<version>.json and "
                                   "extensions <code>/extensions/<AREA>/<version>.json."});
        }
    }

    std::unique_ptr<Form const> form(std::string_view name) {
        Faults faults(std::string(name), faults_);
        for (auto const* schema : schemas_) {
            if (schema->path == name) return Form::read(schema->text, faults);
        }
        faults.add("", "schema_missing", "Restore this file: nothing can be checked without it.");
        return nullptr;
    }

    void read_core(SourceFile const& file, Form const& core_form) {
        Faults faults(file.path, faults_);
        boost::json::value document;
        if (!read_json(file.text, document, faults)) return;
        core_form.check(document, faults);
        if (!faults.none()) return;
        auto definition = read_definition(document, faults);
        check_core(definition, faults);
        cores_.push_back({file.path, std::move(definition)});
    }

    void read_extension_file(SourceFile const& file, Form const& extension_form) {
        Faults faults(file.path, faults_);
        boost::json::value document;
        if (!read_json(file.text, document, faults)) return;
        extension_form.check(document, faults);
        if (!faults.none()) return;
        auto extension = read_extension(document, faults);
        check_extension_name(extension, faults);
        if (auto const* core = core_of(extension)) {
            check_extension(extension, *core, faults);
        } else if (!core_file_exists(extension)) {
            faults.add("/extends", "unknown_programme_version",
                       "Name a version of this programme that has a file.");
        }
        extensions_.push_back({file.path, std::move(extension)});
    }

    Definition const* core_of(Extension const& extension) const {
        for (auto const& core : cores_) {
            auto const& ref = core.definition.ref;
            if (ref.code == extension.programme && ref.version == extension.extends) {
                return &core.definition;
            }
        }
        return nullptr;
    }

    // A programme whose file could not be read is not an unknown one.
    bool core_file_exists(Extension const& extension) const {
        auto const path = extension.programme + "/" + extension.extends + ".json";
        return std::any_of(core_files_.begin(), core_files_.end(),
                           [&](SourceFile const* file) { return file->path == path; });
    }

    std::vector<SourceFile const*> schemas_;
    std::vector<SourceFile const*> core_files_;
    std::vector<SourceFile const*> extension_files_;
    std::vector<CoreFile> cores_;
    std::vector<ExtensionFile> extensions_;
    std::vector<Fault> faults_;
};

bool extension_valid_on(Definition const& definition, Date on) {
    return definition.extension_valid_from && *definition.extension_valid_from <= on &&
           (!definition.extension_valid_to || on <= *definition.extension_valid_to);
}

}  // namespace

std::string to_text(std::vector<Fault> const& faults) {
    std::string text;
    for (auto const& fault : faults) {
        text += fault.file + " " + fault.path + ": " + fault.message + " (" + fault.code + ")\n";
    }
    return text;
}

Catalogue::Catalogue(std::vector<Definition> definitions) : definitions_(std::move(definitions)) {}

Loaded Catalogue::read(std::vector<SourceFile> const& files) {
    Reading reading(files);
    if (!reading.sound()) return reading.faults();
    return Catalogue(reading.definitions());
}

Loaded Catalogue::load(fs::path const& directory) {
    std::vector<SourceFile> files;
    std::error_code wrong;
    for (fs::recursive_directory_iterator it(directory, wrong), end; !wrong && it != end;
         it.increment(wrong)) {
        if (!it->is_regular_file()) continue;
        std::ifstream in(it->path(), std::ios::binary);
        files.push_back({fs::relative(it->path(), directory).generic_string(),
                         {std::istreambuf_iterator<char>(in), {}}});
        if (!in) wrong = std::make_error_code(std::errc::io_error);
    }
    if (wrong) {
        return std::vector<Fault>{
            {"", "", "unreadable", "Make the programmes folder and its files readable."}};
    }
    std::sort(files.begin(), files.end(),
              [](SourceFile const& one, SourceFile const& other) { return one.path < other.path; });
    return read(files);
}

Definition const* Catalogue::find(Ref const& ref) const {
    auto const at = std::lower_bound(
        definitions_.begin(), definitions_.end(), ref,
        [](Definition const& definition, Ref const& wanted) { return definition.ref < wanted; });
    return at != definitions_.end() && at->ref == ref ? &*at : nullptr;
}

std::optional<Ref> Catalogue::current(std::string_view code, std::string_view area_code,
                                      Date on) const {
    Definition const* core = nullptr;
    for (auto const& one : definitions_) {
        if (one.ref.code != code || !one.ref.extension.empty() || !one.offered_on(on)) continue;
        if (!core || core->valid_from < one.valid_from) core = &one;
    }
    if (!core) return std::nullopt;

    auto const area = std::string(area_code) + "/";
    Definition const* chosen = core;
    for (auto const& one : definitions_) {
        if (one.ref.code != code || one.ref.version != core->ref.version) continue;
        if (!one.ref.extension.starts_with(area) || !extension_valid_on(one, on)) continue;
        if (chosen == core || chosen->extension_valid_from < one.extension_valid_from) {
            chosen = &one;
        }
    }
    return chosen->ref;
}

std::vector<Definition const*> Catalogue::offered(Date on) const {
    return offered("", on);
}

std::vector<Definition const*> Catalogue::offered(std::string_view area_code, Date on) const {
    std::set<std::string> codes;
    for (auto const& one : definitions_) codes.insert(one.ref.code);
    std::vector<Definition const*> all;
    for (auto const& code : codes) {
        if (auto const ref = current(code, area_code, on)) all.push_back(find(*ref));
    }
    return all;
}

}  // namespace waymark::programmes
