#pragma once

// The shipped programme files as the tests start from, and scenario tables.

#include "programmes.h"

#include <gtest/gtest.h>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "foundation/text.h"

namespace waymark::programmes {

inline std::filesystem::path source_folder() {
    return WAYMARK_SOURCE_DIR;
}

inline std::string text_of(std::filesystem::path const& path) {
    std::ifstream in(path, std::ios::binary);
    EXPECT_TRUE(in) << path;
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<SourceFile> shipped_files() {
    std::vector<SourceFile> files;
    for (char const* name :
         {"schema.json", "extension-schema.json", "antisocial_behaviour/2026.json",
          "antisocial_behaviour/extensions/SCA/2026.json", "place_problem_solving/2026.json",
          "place_problem_solving/extensions/HAR/2026.json"}) {
        files.push_back({name, text_of(source_folder() / "programmes" / name)});
    }
    return files;
}

// The catalogue, or a failed test that prints the faults.
inline Catalogue expect_sound(Loaded loaded) {
    if (auto const* faults = std::get_if<std::vector<Fault>>(&loaded)) {
        ADD_FAILURE() << to_text(*faults);
        std::abort();
    }
    return std::get<Catalogue>(std::move(loaded));
}

inline Catalogue const& shipped() {
    static Catalogue const kCatalogue =
        expect_sound(Catalogue::load(source_folder() / "programmes"));
    return kCatalogue;
}

inline Definition const& asb() {
    return *shipped().find({"antisocial_behaviour", "2026", ""});
}

using Row = std::map<std::string, std::string>;

// tests/scenarios/<name>.tsv: the first line names the columns; lines that start with # explain.
inline std::vector<Row> scenario_rows(std::string const& name) {
    std::istringstream in(text_of(source_folder() / "tests" / "scenarios" / (name + ".tsv")));
    std::vector<std::string> columns;
    std::vector<Row> rows;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.starts_with("#")) continue;
        auto const cells = split(line, '\t');
        if (columns.empty()) {
            columns = cells;
            continue;
        }
        EXPECT_EQ(cells.size(), columns.size()) << line;
        Row row;
        for (std::size_t i = 0; i < columns.size() && i < cells.size(); ++i) {
            row[columns[i]] = cells[i];
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

// A name that gtest takes, from a sentence.
inline std::string test_name(std::string const& sentence) {
    std::string name;
    bool capital = true;
    for (char const c : sentence) {
        bool const letter = std::isalnum(static_cast<unsigned char>(c)) != 0;
        if (letter) {
            name += capital ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
        }
        capital = !letter;
    }
    return name;
}

}  // namespace waymark::programmes
