// What the loader refuses. tests/scenarios/programmes_faults.tsv starts from the shipped files,
// changes one thing a row, and says every fault that must then be named, and no other.

#include "test_files.h"

#include <algorithm>
#include <boost/json.hpp>

namespace waymark::programmes {

namespace {

namespace json = boost::json;

struct Scenario {
    std::string when;
    std::vector<Row> changes;
    std::string expect;
};

// A row without a `when` is a further change of the scenario above it.
std::vector<Scenario> scenarios() {
    std::vector<Scenario> all;
    for (auto const& row : scenario_rows("programmes_faults")) {
        if (!row.at("when").empty()) all.push_back({row.at("when"), {}, row.at("expect")});
        all.back().changes.push_back(row);
    }
    return all;
}

SourceFile& file_of(std::vector<SourceFile>& files, std::string const& path) {
    for (auto& file : files) {
        if (file.path == path) return file;
    }
    ADD_FAILURE() << "no file " << path;
    std::abort();
}

json::value* must_find(json::value& document, std::string const& pointer) {
    boost::system::error_code wrong;
    auto* found = document.find_pointer(pointer, wrong);
    EXPECT_TRUE(found) << "nothing at " << pointer;
    if (!found) std::abort();
    return found;
}

void remove_at(json::value& document, std::string const& pointer) {
    must_find(document, pointer);
    auto const slash = pointer.rfind('/');
    auto* parent = must_find(document, pointer.substr(0, slash));
    auto const last = pointer.substr(slash + 1);
    if (parent->is_object()) {
        parent->as_object().erase(last);
    } else {
        auto& array = parent->as_array();
        array.erase(array.begin() + static_cast<std::ptrdiff_t>(*parse_integer(last)));
    }
}

void edit(SourceFile& file, Row const& row) {
    auto document = json::parse(file.text);
    auto const& pointer = row.at("pointer");
    auto const& change = row.at("change");
    if (change == "remove") {
        remove_at(document, pointer);
    } else if (change == "append") {
        must_find(document, pointer)->as_array().push_back(json::parse(row.at("value")));
    } else if (change == "set") {
        *must_find(document, pointer) = json::parse(row.at("value"));
    } else if (change == "add") {
        auto const slash = pointer.rfind('/');
        must_find(document, pointer.substr(0, slash))
            ->as_object()
            .emplace(pointer.substr(slash + 1), json::parse(row.at("value")));
    } else {
        ADD_FAILURE() << "no such change: " << change;
    }
    file.text = json::serialize(document);
}

void apply(std::vector<SourceFile>& files, Row const& row) {
    auto const& change = row.at("change");
    auto const& path = row.at("file");
    if (change == "text") {
        file_of(files, path).text = row.at("value");
    } else if (change == "new") {
        files.push_back({path, row.at("value")});
    } else if (change == "copy") {
        files.push_back({row.at("value"), file_of(files, path).text});
    } else if (change == "move") {
        file_of(files, path).path = row.at("value");
    } else if (change == "delete") {
        std::erase_if(files, [&](SourceFile const& file) { return file.path == path; });
    } else if (change != "nothing") {
        edit(file_of(files, path), row);
    }
}

// "file path code", one a fault, joined as in the table.
std::string summary_of(std::vector<Fault> const& faults) {
    std::vector<std::string> lines;
    for (auto const& fault : faults) {
        lines.push_back(
            trimmed(fault.file + " " + (fault.path.empty() ? "-" : fault.path) + " " + fault.code));
    }
    return join(lines, "; ");
}

class AFileWithAFault : public testing::TestWithParam<Scenario> {};

TEST_P(AFileWithAFault, IsRefusedWithEveryFaultNamed) {
    auto files = shipped_files();
    for (auto const& row : GetParam().changes) apply(files, row);

    auto const loaded = Catalogue::read(files);

    auto const* faults = std::get_if<std::vector<Fault>>(&loaded);
    if (GetParam().expect == "sound") {
        EXPECT_FALSE(faults) << to_text(*faults);
        return;
    }
    ASSERT_TRUE(faults) << "it was read as if nothing were wrong";
    EXPECT_EQ(summary_of(*faults), GetParam().expect);
    for (auto const& fault : *faults) {
        EXPECT_GT(fault.message.size(), 15U) << fault.code << " does not say what to do";
    }
}

INSTANTIATE_TEST_SUITE_P(When, AFileWithAFault, testing::ValuesIn(scenarios()),
                         [](auto const& one) { return test_name(one.param.when); });

TEST(LoadingAFolder, ThatDoesNotExistIsAFaultAndNotAnEmptyCatalogue) {
    auto const loaded = Catalogue::load(source_folder() / "programmes" / "no_such_folder");

    auto const* faults = std::get_if<std::vector<Fault>>(&loaded);
    ASSERT_TRUE(faults);
    EXPECT_EQ(summary_of(*faults), "- unreadable");
}

TEST(NotJson, IsReportedWithItsLine) {
    auto files = shipped_files();
    file_of(files, "antisocial_behaviour/2026.json").text = "{\n  \"code\": \"x\",\n  oops\n}";

    auto const loaded = Catalogue::read(files);

    auto const* faults = std::get_if<std::vector<Fault>>(&loaded);
    ASSERT_TRUE(faults);
    ASSERT_EQ(faults->size(), 1U);
    EXPECT_NE(faults->front().message.find("line 3"), std::string::npos) << faults->front().message;
}

}  // namespace

}  // namespace waymark::programmes
