// Folding of telephone numbers, e-mail addresses and postcodes to their one form.

#include "folding.h"

#include "matching/matching.h"

#include "foundation/text.h"

#include <algorithm>

namespace waymark::matching {

namespace {

constexpr std::string_view kPhonePunctuation = " ()-./\t";

// National significant numbers in the UK have 9 or 10 digits (Ofcom's National Telephone Numbering
// Plan), 7 to 10 is what the E.164 form allows; shorter ones are not numbers of persons.
std::string national_form(std::string_view significant) {
    bool const right_length = significant.size() == 9 || significant.size() == 10;
    if (!right_length || significant.front() == '0') return "";
    return "0" + std::string(significant);
}

std::string international_form(std::string_view digits) {
    if (digits.starts_with("44")) {
        digits.remove_prefix(2);
        if (digits.starts_with('0')) digits.remove_prefix(1);
        return national_form(digits);
    }
    bool const plausible = digits.size() >= 8 && digits.size() <= 15 && digits.front() != '0';
    return plausible ? "+" + std::string(digits) : "";
}

char upper(char c) {
    return is_letter(c) ? static_cast<char>(c - 32) : c;
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

// A9, A99, AA9, AA99, A9A, AA9A (BS 7666).
bool is_outward(std::string_view code) {
    if (code.size() < 2 || code.size() > 4 || !is_upper(code[0])) return false;
    std::size_t const digits_from = is_upper(code[1]) ? 2 : 1;
    std::string_view const rest = code.substr(digits_from);
    if (rest.empty() || rest.size() > 2 || !is_digit(rest[0])) return false;
    return rest.size() == 1 || is_digit(rest[1]) || is_upper(rest[1]);
}

// The last three are always digit, letter, letter, so O and 0, I and 1 there can be told apart.
std::string inward_from(std::string_view code) {
    std::string inward(code);
    if (inward[0] == 'O') inward[0] = '0';
    if (inward[0] == 'I') inward[0] = '1';
    for (std::size_t i = 1; i < 3; ++i) {
        if (inward[i] == '0') inward[i] = 'O';
        if (inward[i] == '1') inward[i] = 'I';
    }
    bool const formed = is_digit(inward[0]) && is_upper(inward[1]) && is_upper(inward[2]);
    return formed ? inward : "";
}

}  // namespace

std::string fold_phone(std::string_view text) {
    std::string const typed = trimmed(text);
    bool international = typed.starts_with('+');
    std::string digits;
    for (char const c : std::string_view(typed).substr(international ? 1 : 0)) {
        if (is_digit(c)) {
            digits += c;
        } else if (kPhonePunctuation.find(c) == std::string_view::npos) {
            return "";
        }
    }
    if (!international && digits.starts_with("00")) {
        digits.erase(0, 2);
        international = true;
    }
    if (international) return international_form(digits);
    if (digits.starts_with('0')) return national_form(std::string_view(digits).substr(1));
    if (digits.size() == 12 && digits.starts_with("44")) return international_form(digits);
    // A spreadsheet drops the first 0.
    bool const lost_zero =
        digits.size() == 10 && std::string_view("127").find(digits[0]) != std::string_view::npos;
    return lost_zero ? national_form(digits) : "";
}

std::string fold_email(std::string_view text) {
    std::string email = lower_ascii(trimmed(text));
    if (email.starts_with("mailto:")) email.erase(0, 7);
    auto const at = email.find('@');
    if (at == std::string::npos || at == 0 || email.find('@', at + 1) != std::string::npos) {
        return "";
    }
    bool const printable = std::all_of(email.begin(), email.end(), [](char c) {
        return c > ' ' && c < 0x7F && c != ',' && c != ':';
    });
    auto const dot = email.find('.', at);
    if (!printable || dot == std::string::npos || dot == at + 1 || email.back() == '.') return "";
    // One mailbox under two names.
    if (email.substr(at) == "@googlemail.com") email.replace(at, std::string::npos, "@gmail.com");
    return email;
}

std::string fold_postcode(std::string_view text) {
    std::string code;
    for (char const c : lower_ascii(text)) {
        if (is_letter(c) || is_digit(c)) {
            code += upper(c);
        } else if (c != ' ' && c != '.' && c != '-' && c != '\t') {
            return "";
        }
    }
    if (code.size() < 5 || code.size() > 7) return "";
    std::string_view const outward = std::string_view(code).substr(0, code.size() - 3);
    if (!is_outward(outward) && outward != "GIR") return "";
    std::string const inward = inward_from(std::string_view(code).substr(code.size() - 3));
    return inward.empty() ? "" : std::string(outward) + " " + inward;
}

}  // namespace waymark::matching
