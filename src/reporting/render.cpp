// The committee report as one page and as CSV.

#include "foundation/csv.h"
#include "foundation/digest.h"
#include "report_words.h"
#include "reporting/reporting.h"

#include <array>

namespace waymark::reporting {

namespace {

// Black on white, readable at 200%, tables that scroll rather than shrink, and a page for printing.
constexpr std::string_view kStyle =
    "body{font-family:Arial,sans-serif;font-size:1rem;line-height:1.5;color:#0b0c0c;"
    "max-width:70rem;margin:0 auto;padding:1rem}"
    "h1{font-size:2rem;line-height:1.2}h2{font-size:1.5rem;margin-top:3rem}"
    "h3{font-size:1.25rem;margin-top:2rem}"
    ".banner{border:2px solid #0b0c0c;padding:.5rem 1rem;font-weight:bold}"
    ".scroll{overflow-x:auto}"
    "table{border-collapse:collapse;width:100%;margin:.5rem 0}"
    "caption{text-align:left;font-weight:bold;padding:.25rem 0}"
    "th,td{border-bottom:1px solid #505a5f;padding:.35rem .6rem .35rem 0;vertical-align:top}"
    "th{text-align:left}td{text-align:right;font-variant-numeric:tabular-nums}"
    "thead th+th{text-align:right}"
    "dl{margin:.5rem 0}dt{font-weight:bold}dd{margin:0 0 .25rem}"
    "a{color:#1d70b8}a:focus{outline:3px solid #fd0;color:#0b0c0c}"
    "@media print{body{font-size:9pt;max-width:none;padding:0}nav{display:none}"
    ".scroll{overflow:visible}h2{break-before:page}table,dl{break-inside:avoid}"
    "thead{display:table-header-group}}";

std::string escaped(std::string_view text) {
    std::string out;
    for (char const c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string element(std::string_view name, std::string_view text, std::string_view more = {}) {
    std::string out{"<"};
    out.append(name).append(more).append(">").append(escaped(text));
    return out.append("</").append(name).append(">");
}

std::string term(std::string_view name, std::string_view text) {
    return element("dt", name) + element("dd", text) + "\n";
}

std::string period(Date from, Date to) {
    return words::day(from) + " to " + words::day(to);
}

std::string head(CommitteeReport const& report) {
    std::string title{words::kReportTitle};
    title += ": " + report.partnership_name;
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n";
    out += element("title", title) + "\n<style>" + std::string{kStyle} + "</style>\n</head>\n";
    out += "<body>\n<main>\n";
    if (report.is_demo) out += element("p", words::kDemonstration, " class=\"banner\"") + "\n";
    out += element("h1", title) + "\n<dl>\n";
    out += term(words::kPeriod, period(report.from, report.to));
    out += term(words::kPrevious, period(report.previous_from, report.previous_to));
    out += term(words::kMade, words::day(london_date(report.made_at)));
    return out + "</dl>\n" + element("p", report.suppression) + "\n";
}

std::string contents(CommitteeReport const& report) {
    std::string out = "<nav aria-labelledby=\"contents\">\n";
    out += element("h2", words::kContents, " id=\"contents\"") + "\n<ul>\n";
    for (auto const& section : report.sections) {
        out += "<li>" + element("a", section.title, " href=\"#" + escaped(section.code) + "\"") +
               "</li>\n";
    }
    return out + "</ul>\n</nav>\n";
}

std::string rows_of(Table const& table) {
    std::string out = "<thead>\n<tr>";
    for (auto const& column : table.columns) out += element("th", column, " scope=\"col\"");
    out += "</tr>\n</thead>\n<tbody>\n";
    for (auto const& row : table.rows) {
        out += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i) {
            out += i == 0 ? element("th", row[i], " scope=\"row\"") : element("td", row[i]);
        }
        out += "</tr>\n";
    }
    return out + "</tbody>\n";
}

// A wide table scrolls in a region of its own, which a keyboard can reach.
std::string table_html(Section const& section, Table const& table) {
    auto const id = escaped(section.code + "-" + table.code);
    std::string out = element("h3", table.title) +
                      "\n<div class=\"scroll\" role=\"region\" "
                      "tabindex=\"0\" aria-labelledby=\"" +
                      id + "\">\n<table>\n";
    out += element("caption", section.title + ": " + table.title, " id=\"" + id + "\"") + "\n";
    out += rows_of(table) + "</table>\n</div>\n<dl>\n";
    out += term(words::kDefinition, table.definition) + term(words::kBase, table.base);
    return out + term(words::kNotRecorded, table.not_recorded) +
           term(words::kSource, table.source) + "</dl>\n";
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view kAlphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            auto const byte = i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U;
            group = group << 8 | byte;
        }
        for (std::size_t k = 0; k < 4; ++k) {
            bool const is_padding = i + k > bytes.size();
            out += is_padding ? '=' : kAlphabet[group >> (18 - 6 * k) & 63];
        }
    }
    return out;
}

unsigned nibble(char c) {
    return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
}

}  // namespace

std::string to_html(CommitteeReport const& report) {
    auto page = head(report) + contents(report);
    if (report.sections.empty()) page += element("p", words::kNothingYet) + "\n";
    for (auto const& section : report.sections) {
        page +=
            "<section>\n" + element("h2", section.title, " id=\"" + escaped(section.code) + "\"");
        page += "\n" + element("p", section.text) + "\n";
        for (auto const& table : section.tables) page += table_html(section, table);
        page += "</section>\n";
    }
    return page + "</main>\n</body>\n</html>\n";
}

std::string const& style_hash() {
    static std::string const hash = [] {
        auto const hex = sha256_hex(kStyle);
        std::string bytes;
        for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
            bytes += static_cast<char>(nibble(hex[i]) << 4 | nibble(hex[i + 1]));
        }
        return "sha256-" + base64(bytes);
    }();
    return hash;
}

std::string to_csv(CommitteeReport const& report, Table const& table) {
    std::string out;
    csv::Writer writer{out};
    for (auto const& column : table.columns) writer.text(column);
    writer.end_row();
    for (auto const& row : table.rows) {
        for (auto const& cell : row) writer.text(cell);
        writer.end_row();
    }
    auto const line = [&](std::string_view name, std::string_view text) {
        writer.text(name).text(text);
        writer.end_row();
    };
    line(words::kPeriod, period(report.from, report.to));
    line(words::kPrevious, period(report.previous_from, report.previous_to));
    line(words::kDefinition, table.definition);
    line(words::kBase, table.base);
    line(words::kNotRecorded, table.not_recorded);
    line(words::kSource, table.source);
    line("c", report.suppression);
    if (report.is_demo) line(words::kDemonstration, "");
    return out;
}

}  // namespace waymark::reporting
