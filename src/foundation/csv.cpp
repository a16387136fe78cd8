// Delimited text: a reader that keeps one row in memory, and a writer.

#include "foundation/csv.h"

#include "foundation/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <istream>
#include <ostream>

namespace waymark::csv {

namespace {

constexpr std::size_t kBlock = 64 * 1024;
constexpr std::size_t kMostOfFaultyLine = 1000;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr char kQuote = '"';

char likely_separator(std::string_view line) {
    bool is_quoted = false;
    std::size_t commas = 0;
    std::size_t tabs = 0;
    for (char const c : line) {
        if (c == kQuote) is_quoted = !is_quoted;
        if (is_quoted) continue;
        if (c == '\n') break;
        if (c == ',') ++commas;
        if (c == '\t') ++tabs;
    }
    return tabs > commas ? '\t' : ',';
}

bool begins_like_a_formula(std::string_view value) {
    return !value.empty() && std::string_view{"=+-@\t\r"}.find(value.front()) != value.npos;
}

}  // namespace

std::string_view code_of(Fault fault) {
    switch (fault) {
        case Fault::None:
            return "";
        case Fault::FieldTooLong:
            return "field_too_long";
        case Fault::RowTooLong:
            return "row_too_long";
        case Fault::TooManyFields:
            return "too_many_fields";
        case Fault::QuoteNotClosed:
            return "quote_not_closed";
        case Fault::TextAfterQuote:
            return "text_after_quote";
    }
    return "";
}

Reader::Reader(std::istream& file, Settings settings)
    : file_(file), settings_(std::move(settings)) {}

bool Reader::next(Row& row) {
    if (!is_begun_) begin();
    if (!pass_over_empty_lines()) return false;
    pieces_.clear();
    unescaped_.clear();
    fault_ = Fault::None;
    std::size_t position = 0;
    After after = After::Field;
    while (after == After::Field) after = read_field(position);

    row.line = line_;
    row.fault = fault_;
    row.fields.clear();
    if (after == After::Faulty) {
        give_faulty(row);
    } else {
        give(row);
        go_past(position);
    }
    return true;
}

void Reader::begin() {
    is_begun_ = true;
    fill();
    if (window_.starts_with(kByteOrderMark)) start_ = kByteOrderMark.size();
    if (settings_.separator == '\0') settings_.separator = likely_separator(window_);
}

// The byte at that distance from the start of the row, reading on when need be.
int Reader::at(std::size_t from_start) {
    while (start_ + from_start >= window_.size()) {
        if (!fill()) return kEnd;
    }
    return static_cast<unsigned char>(window_[start_ + from_start]);
}

// Reads a block more, and lets go of what lies before the current row.
bool Reader::fill() {
    if (is_at_end_) return false;
    window_.erase(0, start_);
    start_ = 0;
    auto const before = window_.size();
    window_.resize(before + kBlock);
    file_.read(window_.data() + before, kBlock);
    auto const count = static_cast<std::size_t>(file_.gcount());
    window_.resize(before + count);
    if (count < kBlock) is_at_end_ = true;
    if (settings_.on_read) settings_.on_read(std::string_view{window_}.substr(before));
    return count > 0;
}

bool Reader::pass_over_empty_lines() {
    for (;;) {
        int const first = at(0);
        if (first == kEnd) return false;
        if (first == '\n') {
            go_past(1);
        } else if (first == '\r' && at(1) == '\n') {
            go_past(2);
        } else {
            return true;
        }
    }
}

void Reader::go_past(std::size_t length) {
    auto const* const from = window_.data() + start_;
    line_ += static_cast<std::uint64_t>(std::count(from, from + length, '\n'));
    start_ += length;
}

Reader::After Reader::faulty(Fault fault) {
    fault_ = fault;
    return After::Faulty;
}

Reader::After Reader::read_field(std::size_t& position) {
    if (pieces_.size() == settings_.most_fields) return faulty(Fault::TooManyFields);
    return at(position) == kQuote ? read_quoted(position) : read_plain(position);
}

Reader::After Reader::read_plain(std::size_t& position) {
    auto const from = position;
    for (;; ++position) {
        if (position > settings_.longest_row) return faulty(Fault::RowTooLong);
        int const c = at(position);
        if (c == kEnd || c == '\n' || c == settings_.separator) break;
        if (c == '\r' && at(position + 1) == '\n') break;
    }
    return end_field(position, {from, position - from, false});
}

Reader::After Reader::read_quoted(std::size_t& position) {
    auto const from = ++position;
    auto const kept = unescaped_.size();
    auto copied = from;  // what lies before it and after `from` is in unescaped_
    for (;; ++position) {
        if (position > settings_.longest_row) return faulty(Fault::RowTooLong);
        int const c = at(position);
        if (c == kEnd) return faulty(Fault::QuoteNotClosed);
        if (c != kQuote) continue;
        if (at(position + 1) != kQuote) break;
        ++position;
        unescaped_.append(window_, start_ + copied, position - copied);
        copied = position + 1;
    }
    auto piece = Piece{from, position - from, false};
    if (copied != from) {
        unescaped_.append(window_, start_ + copied, position - copied);
        piece = {kept, unescaped_.size() - kept, true};
    }
    ++position;
    return end_field(position, piece);
}

// Moves past what ends a field, and says whether another follows.
Reader::After Reader::end_field(std::size_t& position, Piece piece) {
    if (piece.length > settings_.longest_field) return faulty(Fault::FieldTooLong);
    pieces_.push_back(piece);
    int const c = at(position);
    if (c == kEnd) return After::Row;
    ++position;
    if (c == settings_.separator) return After::Field;
    if (c == '\n') return After::Row;
    if (c == '\r' && at(position) == '\n') {
        ++position;
        return After::Row;
    }
    return faulty(Fault::TextAfterQuote);
}

void Reader::give(Row& row) {
    std::string_view const plain = std::string_view{window_}.substr(start_);
    std::string_view const unescaped = unescaped_;
    for (auto const& piece : pieces_) {
        row.fields.push_back(
            (piece.is_unescaped ? unescaped : plain).substr(piece.from, piece.length));
    }
}

// Gives the beginning of the line and goes to the next, holding no more than a block of it.
void Reader::give_faulty(Row& row) {
    unescaped_.clear();
    for (;;) {
        auto const rest = std::string_view{window_}.substr(start_);
        auto const end = rest.find('\n');
        auto const line = rest.substr(0, end);
        unescaped_ +=
            line.substr(0, kMostOfFaultyLine - std::min(kMostOfFaultyLine, unescaped_.size()));
        go_past(end == rest.npos ? rest.size() : end + 1);
        if (end != rest.npos || !fill()) break;
    }
    if (unescaped_.ends_with('\r')) unescaped_.pop_back();
    row.fields.push_back(unescaped_);
}

void Writer::next_field() {
    if (!is_first_) out_ += separator_;
    is_first_ = false;
}

Writer& Writer::text(std::string_view value) {
    next_field();
    std::string_view const guard = begins_like_a_formula(value) && !parse_number(value) ? "'" : "";
    auto const is_special = [&](char c) {
        return c == separator_ || c == kQuote || c == '\n' || c == '\r';
    };
    if (std::none_of(value.begin(), value.end(), is_special)) {
        out_ += guard;
        out_ += value;
        return *this;
    }
    out_ += kQuote;
    out_ += guard;
    for (char const c : value) {
        if (c == kQuote) out_ += kQuote;
        out_ += c;
    }
    out_ += kQuote;
    return *this;
}

Writer& Writer::number(std::int64_t value) {
    next_field();
    out_ += std::to_string(value);
    return *this;
}

Writer& Writer::number(double value) {
    next_field();
    std::array<char, 32> buffer;
    auto const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    out_.append(buffer.data(), end);
    return *this;
}

Writer& Writer::nothing() {
    next_field();
    return *this;
}

void Writer::end_row() {
    out_ += "\r\n";
    is_first_ = true;
}

void Rejects::add(Row const& row, std::string_view reason) {
    if (file_ == nullptr) return;
    std::string text;
    Writer writer(text);
    if (!is_headed_) {
        writer.text("line").text("reason");
        for (auto const& name : header_) writer.text(name);
        writer.end_row();
        is_headed_ = true;
    }
    writer.number(static_cast<std::int64_t>(row.line)).text(reason);
    for (auto const field : row.fields) writer.text(field);
    writer.end_row();
    *file_ << text;
}

}  // namespace waymark::csv
