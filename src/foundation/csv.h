#pragma once

// Comma- and tab-separated files, read as a stream and written safely.
//
// Written here because the library Debian has for it (libcsv 3.0.3) gives no line numbers and no
// limits, and says nothing of what it mends: an import must name the line it refuses, and must not
// be filled up by one stray quotation mark.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::csv {

enum class Fault {
    None,
    FieldTooLong,
    RowTooLong,
    TooManyFields,
    QuoteNotClosed,  // a field starts with a quotation mark and the file ends before another
    TextAfterQuote,  // "like" this
};

std::string_view code_of(Fault fault);  // field_too_long, ...; empty for None

struct Settings {
    char separator = '\0';                  // comma or tab: whichever the first line has more of
    std::size_t longest_field = 64 * 1024;  // in bytes
    std::size_t longest_row = 1024 * 1024;
    std::size_t most_fields = 1000;
    // Sees all bytes of the file, in order, as they are read: for a digest or a count.
    std::function<void(std::string_view)> on_read = {};
};

struct Row {
    std::uint64_t line = 0;  // of the file, from 1, where the row starts
    Fault fault = Fault::None;
    // Of a row with a fault, one: the line it starts on, at most 1,000 bytes of it. They refer to
    // the reader's memory and last until its next row.
    std::vector<std::string_view> fields = {};
};

// Reads rows as RFC 4180 has them: fields may be quoted, a doubled quotation mark stands for one,
// and a quoted field may hold separators and line ends. Also taken: LF for CRLF, a byte order mark,
// a last line without an end, and a quotation mark inside a field that does not start with one,
// which stands for itself. Empty lines are passed over. What the bytes mean is not looked at.
//
// After a row with a fault, reading goes on at the next line, so that one stray quotation mark
// costs one line. Memory is bounded by the longest row, whatever the file.
class Reader {
  public:
    explicit Reader(std::istream& file, Settings settings = {});

    // The next row; false at the end of the file.
    bool next(Row& row);

    char separator() const { return settings_.separator; }

  private:
    static constexpr int kEnd = -1;
    enum class After { Field, Row, Faulty };
    struct Piece {  // a field, from the start of the row in the window, or in unescaped_
        std::size_t from, length;
        bool is_unescaped;
    };

    int at(std::size_t from_start);
    bool fill();
    void begin();
    bool pass_over_empty_lines();
    After read_field(std::size_t& position);
    After read_plain(std::size_t& position);
    After read_quoted(std::size_t& position);
    After end_field(std::size_t& position, Piece piece);
    After faulty(Fault fault);
    void give(Row& row);
    void give_faulty(Row& row);
    void go_past(std::size_t length);

    std::istream& file_;
    Settings settings_;
    std::string window_;      // the current row and what was read beyond it
    std::size_t start_ = 0;   // of the current row
    std::uint64_t line_ = 1;  // of start_
    bool is_begun_ = false;
    bool is_at_end_ = false;  // of the file; the window may hold more
    Fault fault_ = Fault::None;
    std::vector<Piece> pieces_;
    std::string unescaped_;  // fields of the current row that had doubled quotation marks
};

// Writes rows, ending in CRLF, at the end of a text that the caller empties as it pleases.
//
// A spreadsheet runs a cell that begins with = + - @ or a tab as a formula, which whoever filled in
// the field could use to send the sheet's data elsewhere. Such text is written with an apostrophe
// before it, unless all of it is a plain number.
class Writer {
  public:
    explicit Writer(std::string& out, char separator = ',') : out_(out), separator_(separator) {}

    Writer& text(std::string_view value);
    Writer& number(std::int64_t value);
    Writer& number(double value);  // the shortest text that reads back the same
    Writer& nothing();             // an empty field
    void end_row();

  private:
    void next_field();

    std::string& out_;
    char separator_;
    bool is_first_ = true;
};

// The rows of an import that were left out, each with its line and why, under the file's own
// header: put right, it can be imported again. Nothing is written while there is none.
class Rejects {
  public:
    // `file` may be null: then nothing is written at all.
    Rejects(std::ostream* file, std::vector<std::string_view> const& header)
        : file_(file), header_(header.begin(), header.end()) {}

    void add(Row const& row, std::string_view reason);

  private:
    std::ostream* file_;
    std::vector<std::string> header_;
    bool is_headed_ = false;
};

}  // namespace waymark::csv
