#include "import_rows.h"

#include "referrals/import.h"

#include "foundation/digest.h"
#include "foundation/text.h"

#include <algorithm>

namespace waymark::referrals {

namespace {

constexpr std::size_t kLongestColumnNameShown = 60;
constexpr std::string_view kImport = "import";  // the source, unless a row names another

using Names = std::vector<std::string_view>;

Names const kNeeded = {"source_reference", "area",          "programme_code", "subject_kind",
                       "how_known",        "what_happened", "risk_now",       "consent"};
Names const kOptional = {"source",        "referrer_agency", "referrer_name",  "referrer_contact",
                         "channel",       "class",           "where_happened", "happened_on",
                         "happened_note", "how_often",       "risk_now_note",  "safe_contact"};
Names const kOfPerson = {"role",  "given_names",  "family_name", "date_of_birth", "phone",
                         "email", "address_line", "town",        "postcode"};

bool holds(Names const& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// What the columns of the person at this place end in: nothing, _2, _3, ...
std::string ending_of(std::size_t person) {
    return person == 0 ? "" : "_" + std::to_string(person + 1);
}

bool is_of_person(std::string_view name) {
    for (std::size_t person = 0; person < kMostPeopleInRow; ++person) {
        auto const ending = ending_of(person);
        if (!name.ends_with(ending)) continue;
        if (holds(kOfPerson, name.substr(0, name.size() - ending.size()))) return true;
    }
    return false;
}

// "What happened" is what_happened.
std::string column_name(std::string_view written) {
    auto name = lower_ascii(trimmed(written));
    std::replace(name.begin(), name.end(), ' ', '_');
    return name;
}

// How a column that nobody knows is named to the operator: by its name, when it looks like one.
std::string shown_name(std::string const& name, std::size_t place, bool is_header) {
    bool const looks_like_one =
        !name.empty() && name.size() <= kLongestColumnNameShown &&
        std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        });
    return is_header && looks_like_one ? name : "column_" + std::to_string(place + 1);
}

// Reads the fields of one row by name.
class Fields {
  public:
    Fields(std::vector<std::string_view> const& fields, ImportColumns const& columns,
           ImportedRow& row)
        : fields_(fields), columns_(columns), row_(row) {}

    std::string text(std::string_view name) const {
        auto const found = columns_.at.find(name);
        return found == columns_.at.end() ? "" : trimmed(fields_[found->second]);
    }
    std::optional<Date> date(std::string const& name) {
        auto const written = text(name);
        if (written.empty()) return std::nullopt;
        auto const day = parse_date(written);
        if (!day) row_.mistakes.push_back({name, "not_a_date"});
        return day;
    }

  private:
    std::vector<std::string_view> const& fields_;
    ImportColumns const& columns_;
    ImportedRow& row_;
};

void read_said(Fields& fields, Said& said) {
    said.source_kind = kImport;
    said.source = fields.text("source");
    if (said.source.empty()) said.source = kImport;
    said.channel = fields.text("channel");
    said.referrer_name = fields.text("referrer_name");
    said.referrer_contact = fields.text("referrer_contact");
    said.how_known = fields.text("how_known");
    said.programme_code = fields.text("programme_code");
    said.subject_kind = fields.text("subject_kind");
    said.class_code = fields.text("class");
    said.what_happened = fields.text("what_happened");
    said.where_happened = fields.text("where_happened");
    said.happened_on = fields.date("happened_on");
    said.happened_note = fields.text("happened_note");
    said.how_often = fields.text("how_often");
    said.risk_now = fields.text("risk_now");
    said.risk_now_note = fields.text("risk_now_note");
    said.consent = fields.text("consent");
    said.safe_contact = fields.text("safe_contact");
}

// Whoever is described in any column. Who they are, nobody has chosen.
void read_people(Fields& fields, ImportedRow& row) {
    for (std::size_t i = 0; i < kMostPeopleInRow; ++i) {
        auto const ending = ending_of(i);
        bool const is_named =
            std::any_of(kOfPerson.begin(), kOfPerson.end(), [&](std::string_view name) {
                return !fields.text(std::string{name} + ending).empty();
            });
        if (!is_named) continue;
        NewReferralPerson person;
        person.role = fields.text("role" + ending);
        person.given_names = fields.text("given_names" + ending);
        person.family_name = fields.text("family_name" + ending);
        person.date_of_birth = fields.date("date_of_birth" + ending);
        person.phone = fields.text("phone" + ending);
        person.email = fields.text("email" + ending);
        person.address_line = fields.text("address_line" + ending);
        person.town = fields.text("town" + ending);
        person.postcode = fields.text("postcode" + ending);
        row.referral.people.push_back(std::move(person));
        row.people_columns.push_back(ending);
    }
}

void check_cleanness(Fields const& fields, ImportColumns const& columns, ImportedRow& row) {
    for (auto const& [name, place] : columns.at) {
        if (is_clean_utf8(fields.text(name))) continue;
        row.mistakes.push_back({name, "not_clean_text"});
        row.is_clean_text = false;
    }
}

void check_reference(ImportedRow& row) {
    if (row.source_reference.empty()) {
        row.mistakes.push_back({"source_reference", "required"});
    } else if (row.is_clean_text && characters(row.source_reference) > kLongestSourceReference) {
        row.mistakes.push_back({"source_reference", "too_long"});
    }
}

// A column that is empty says as much as one that is not there.
std::string digest_of(Fields const& fields, ImportColumns const& columns) {
    std::string said;
    for (auto const& [name, place] : columns.at) {
        auto const text = fields.text(name);
        if (!text.empty()) said += name + '\0' + text + '\0';
    }
    return sha256_hex(said);
}

}  // namespace

ImportColumnNames import_column_names() {
    return {kNeeded, kOptional, kOfPerson};
}

Result<ImportColumns> import_columns_of(std::vector<std::string_view> const& header) {
    std::vector<std::string> names;
    for (auto const written : header) names.push_back(column_name(written));
    bool const is_header = std::any_of(names.begin(), names.end(),
                                       [](auto const& name) { return holds(kNeeded, name); });
    ImportColumns columns{header.size(), {}};
    std::vector<FieldError> mistakes;
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto const& name = names[i];
        if (!holds(kNeeded, name) && !holds(kOptional, name) && !is_of_person(name)) {
            mistakes.push_back({shown_name(name, i, is_header), "column_unknown"});
        } else if (!columns.at.emplace(name, i).second) {
            mistakes.push_back({name, "column_repeated"});
        }
    }
    for (auto const name : kNeeded) {
        if (!columns.at.contains(name)) {
            mistakes.push_back({std::string{name}, "column_missing"});
        }
    }
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    return columns;
}

ImportedRow imported_row_from(std::vector<std::string_view> const& written,
                              ImportColumns const& columns) {
    ImportedRow row;
    Fields fields{written, columns, row};
    check_cleanness(fields, columns, row);
    row.source_reference = fields.text("source_reference");
    row.area_code = fields.text("area");
    row.agency_code = fields.text("referrer_agency");
    check_reference(row);
    read_said(fields, row.referral);
    read_people(fields, row);
    row.digest = digest_of(fields, columns);
    return row;
}

std::vector<FieldError> by_column(ImportedRow const& row, std::vector<FieldError> const& mistakes) {
    std::vector<FieldError> named;
    for (auto [field, code] : mistakes) {
        if (field == "area_id") field = "area";
        if (field == "referrer_agency_id") field = "referrer_agency";
        if (auto const dot = field.find("]."); field.starts_with("people[")) {
            auto const person = parse_integer(field.substr(7, dot - 7)).value_or(0);
            field = field.substr(dot + 2) + row.people_columns.at(static_cast<std::size_t>(person));
        }
        named.push_back({std::move(field), std::move(code)});
    }
    return named;
}

}  // namespace waymark::referrals
