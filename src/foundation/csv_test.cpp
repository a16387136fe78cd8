// Delimited files as they are met: quoted, damaged, huge, and hostile to whoever opens them.

#include "foundation/csv.h"

#include <gtest/gtest.h>

#include <sstream>

namespace waymark::csv {

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Read {
    Rows rows;
    std::vector<std::uint64_t> lines;
    std::vector<std::string> faults;
};

Read read(std::string const& text, Settings settings = {}) {
    std::istringstream file(text);
    Reader reader(file, std::move(settings));
    Read all;
    Row row;
    while (reader.next(row)) {
        all.rows.emplace_back(row.fields.begin(), row.fields.end());
        all.lines.push_back(row.line);
        all.faults.emplace_back(code_of(row.fault));
    }
    return all;
}

struct Sound {
    char const* name;
    std::string text;
    Rows rows;
};

// clang-format off
Sound const kSound[] = {
    {"Plain", "a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}},
    {"CarriageReturns", "a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}}},
    {"NoEndOnTheLastLine", "a,b\n1,2", {{"a", "b"}, {"1", "2"}}},
    {"ByteOrderMark", "\xEF\xBB\xBFmonth,b\n", {{"month", "b"}}},
    {"ByteOrderMarkBeforeAQuote", "\xEF\xBB\xBF\"month\",b\n", {{"month", "b"}}},
    {"EmptyFields", ",\n,,\n", {{"", ""}, {"", "", ""}}},
    {"EmptyFieldAtTheEndOfTheFile", "a,", {{"a", ""}}},
    {"EmptyLinesArePassedOver", "\n\r\na,b\n\n\n1,2\n\n", {{"a", "b"}, {"1", "2"}}},
    {"QuotedEmpty", "\"\"\n", {{""}}},
    {"QuotedSeparator", "\"a,b\",c\n", {{"a,b", "c"}}},
    {"QuotedLineEnds", "\"a\nb\r\nc\",d\n", {{"a\nb\r\nc", "d"}}},
    {"DoubledQuotes", "\"a \"\"b\"\" c\",\"\"\"\"\n", {{"a \"b\" c", "\""}}},
    {"QuoteInsideAPlainField", "5\" pipe,b\n", {{"5\" pipe", "b"}}},
    {"CarriageReturnInsideAField", "a\rb,c\n", {{"a\rb", "c"}}},
    {"Tabs", "a\tb\tc,d\n1\t2\t3,4\n", {{"a", "b", "c,d"}, {"1", "2", "3,4"}}},
    {"TabsInAQuotedNameDoNotMakeAFileOfTabs", "\"a\tb\tc\",d\n", {{"a\tb\tc", "d"}}},
    {"OneColumn", "a\nb\n", {{"a"}, {"b"}}},
    {"Nothing", "", {}},
    {"OnlyAByteOrderMark", "\xEF\xBB\xBF", {}},
};
// clang-format on

class SoundFile : public testing::TestWithParam<Sound> {};

TEST_P(SoundFile, IsReadAsItsWriterMeantIt) {
    auto const all = read(GetParam().text);

    EXPECT_EQ(all.rows, GetParam().rows);
    for (auto const& fault : all.faults) EXPECT_EQ(fault, "");
}

INSTANTIATE_TEST_SUITE_P(Csv, SoundFile, testing::ValuesIn(kSound),
                         [](auto const& tested) { return tested.param.name; });

struct Damaged {
    char const* name;
    std::string text;
    Rows rows;
    std::vector<std::uint64_t> lines;
    std::vector<std::string> faults;
};

Settings tight() {
    return {.separator = ',', .longest_field = 8, .longest_row = 20, .most_fields = 4};
}

// clang-format off
Damaged const kDamaged[] = {
    {"QuoteThatIsNeverClosedCostsOneLine", "a,\"b\nc,d\n",
     {{"a,\"b"}, {"c", "d"}}, {1, 2}, {"quote_not_closed", ""}},
    {"TextAfterAQuote", "\"a\"b,c\r\nd,e\n",
     {{"\"a\"b,c"}, {"d", "e"}}, {1, 2}, {"text_after_quote", ""}},
    {"FieldTooLong", "123456789,b\nc,d\n",
     {{"123456789,b"}, {"c", "d"}}, {1, 2}, {"field_too_long", ""}},
    {"FieldAsLongAsItMayBe", "12345678,\"12345678\"\n", {{"12345678", "12345678"}}, {1}, {""}},
    {"RowTooLong", "a,b\n1,1234567,1234567,1234567\nc,d\n",
     {{"a", "b"}, {"1,1234567,1234567,1234567"}, {"c", "d"}}, {1, 2, 3}, {"", "row_too_long", ""}},
    {"QuoteThatWouldSwallowTheFile", "a,\"b\n1,2\n3,4\n5,6\n7,8\n9,10\n\"11\",12\n",
     {{"a,\"b"}, {"1", "2"}, {"3", "4"}, {"5", "6"}, {"7", "8"}, {"9", "10"}, {"11", "12"}},
     {1, 2, 3, 4, 5, 6, 7}, {"row_too_long", "", "", "", "", "", ""}},
    {"TooManyFields", "1,2,3,4,5\n1,2,3,4\n",
     {{"1,2,3,4,5"}, {"1", "2", "3", "4"}}, {1, 2}, {"too_many_fields", ""}},
    {"LinesAreCountedThroughQuotesAndEmptyLines", "\n\"a\nb\",c\n\nd,e\n",
     {{"a\nb", "c"}, {"d", "e"}}, {2, 5}, {"", ""}},
};
// clang-format on

class DamagedFile : public testing::TestWithParam<Damaged> {};

TEST_P(DamagedFile, NamesTheLineAndGoesOnAtTheNext) {
    auto const all = read(GetParam().text, tight());

    EXPECT_EQ(all.rows, GetParam().rows);
    EXPECT_EQ(all.lines, GetParam().lines);
    EXPECT_EQ(all.faults, GetParam().faults);
}

INSTANTIATE_TEST_SUITE_P(Csv, DamagedFile, testing::ValuesIn(kDamaged),
                         [](auto const& tested) { return tested.param.name; });

TEST(Csv, ReadsTheSameWhereverTheBlocksOfTheFileEnd) {
    // Rows of 13 bytes, so that each way to end a field meets the end of a 64 KB block.
    std::string text;
    Rows expected;
    for (int i = 0; i < 30'000; ++i) {
        text += i % 2 == 0 ? "\"x\"\"y\",\"z,\"\r\n" : "ab\"c,d\"efgh\r\n";
        expected.push_back(i % 2 == 0 ? std::vector<std::string>{"x\"y", "z,"}
                                      : std::vector<std::string>{"ab\"c", "d\"efgh"});
    }
    for (std::size_t shift = 0; shift < 13; ++shift) {
        std::string const pad(shift, 'p');
        auto const all = read(pad + "," + pad + "\n" + text);
        ASSERT_EQ(all.rows.size(), expected.size() + 1);
        EXPECT_TRUE(std::equal(expected.begin(), expected.end(), all.rows.begin() + 1)) << shift;
        EXPECT_EQ(all.lines.back(), expected.size() + 1);
    }
}

TEST(Csv, HoldsNoMoreOfAnEndlessLineThanItsBeginning) {
    auto const all = read(std::string(5'000'000, 'x') + "\na,b\n");

    ASSERT_EQ(all.rows.size(), 2u);
    EXPECT_EQ(all.rows[0][0], std::string(1000, 'x'));
    EXPECT_EQ(all.faults[0], "row_too_long");
    EXPECT_EQ(all.rows[1], (std::vector<std::string>{"a", "b"}));
}

TEST(Csv, ShowsEveryByteOfTheFileOnceAndInOrder) {
    std::string text = "\xEF\xBB\xBF";
    for (int i = 0; i < 20'000; ++i) text += std::to_string(i) + ",\"x\"\n";
    std::string seen;

    read(text, {.on_read = [&](std::string_view bytes) { seen += bytes; }});

    EXPECT_EQ(seen, text);
}

std::string written(std::vector<std::string> const& fields, char separator = ',') {
    std::string out;
    Writer writer(out, separator);
    for (auto const& field : fields) writer.text(field);
    writer.end_row();
    return out;
}

TEST(CsvWriter, QuotesWhatWouldOtherwiseReadDifferently) {
    EXPECT_EQ(written({"a", "", "c d"}), "a,,c d\r\n");
    EXPECT_EQ(written({"a,b", "say \"no\"", "two\nlines", "x\ry"}),
              "\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\"x\ry\"\r\n");
    EXPECT_EQ(written({"a,b", "c\td"}, '\t'), "a,b\t\"c\td\"\r\n");
}

TEST(CsvWriter, WritesNumbersAndNothing) {
    std::string out;
    Writer(out).number(std::int64_t{-3}).number(-2.4646).nothing().text("x").end_row();
    EXPECT_EQ(out, "-3,-2.4646,,x\r\n");
}

TEST(CsvWriter, LeavesASpreadsheetNoFormulaToRun) {
    for (std::string const start : {"=", "+", "-", "@", "\t"}) {
        EXPECT_EQ(written({start + "cmd()"}), "'" + start + "cmd()\r\n");
    }
    EXPECT_EQ(written({"=A1,B1"}), "\"'=A1,B1\"\r\n");
    EXPECT_EQ(written({"+441904000000"}), "'+441904000000\r\n");
    EXPECT_EQ(written({"\r=1"}), "\"'\r=1\"\r\n");
    EXPECT_EQ(written({"-2.4646", "-3", "a=b"}), "-2.4646,-3,a=b\r\n") << "numbers stay numbers";
}

TEST(CsvWriter, WritesWhatTheReaderReadsBack) {
    Rows const rows = {{"a", "b,c", "d\"e\"", ""}, {"x\r\ny", " z ", "5\" pipe", "\"\""}};
    std::string text;
    Writer writer(text);
    for (auto const& row : rows) {
        for (auto const& field : row) writer.text(field);
        writer.end_row();
    }

    EXPECT_EQ(read(text).rows, rows);
}

}  // namespace

}  // namespace waymark::csv
