// The only file that knows the schema library.

#include "form.h"

#include "json_text.h"

#include <boost/json.hpp>

// Without this the library ends the whole program on a schema that it cannot read.
#define VALIJSON_USE_EXCEPTIONS 1

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
#pragma GCC diagnostic pop

namespace waymark::programmes {

namespace {

// What the library says begins with one of these. The first two only wrap what went wrong deeper.
struct Wording {
    std::string_view begins;
    std::string_view code;
    std::string_view message;
};

constexpr Wording kWordings[] = {
    {"Failed to validate against schema associated with property", "", ""},
    {"Failed to validate item #", "", ""},
    {"Missing required property", "missing_member", "Add the member "},
    {"Object contains a property", "unknown_member",
     "Remove or respell this member: nothing of this name belongs here."},
    {"Value type not permitted", "wrong_type",
     "Write another kind of value here: see the schema for text, number, true or false, or list."},
    {"Failed to match regex", "wrong_form",
     "Rewrite this: codes are lower case with underscores, dates are YYYY-MM-DD, versions are a "
     "year, areas are three capitals, and no text may be blank."},
    {"Failed to match against any enum", "not_one_of",
     "Use one of the words that the schema lists here."},
    {"Array should contain no fewer", "too_few", "Add entries: the schema asks for more here."},
    {"String should be no more", "too_long", "Shorten this text."},
    {"Expected number", "out_of_range", "Use a number within the range the schema gives."},
    {"Elements at indexes", "repeated", "Remove the entry that is there twice."},
};

std::string between_quotes(std::string const& text) {
    auto const last = text.rfind('\'');
    auto const first = last == std::string::npos ? last : text.rfind('\'', last - 1);
    return first == std::string::npos ? "" : text.substr(first + 1, last - first - 1);
}

// The library writes its way down as <root>, ["fields"], [0].
std::string pointer_from(std::vector<std::string> const& context) {
    std::string path;
    for (auto const& step : context) {
        if (step.size() > 4 && step.starts_with("[\"")) {
            path = below(path, std::string_view(step).substr(2, step.size() - 4));
        } else if (step.starts_with("[")) {
            path += "/" + step.substr(1, step.size() - 2);
        }
    }
    return path;
}

void report(valijson::ValidationResults::Error const& error, Faults& faults) {
    auto const path = pointer_from(error.context);
    for (auto const& wording : kWordings) {
        if (!std::string_view(error.description).starts_with(wording.begins)) continue;
        if (wording.code.empty()) return;
        auto message = std::string(wording.message);
        if (wording.code == "missing_member") {
            message += "\"" + between_quotes(error.description) + "\".";
        }
        auto const at = wording.code == "unknown_member"
                            ? below(path, between_quotes(error.description))
                            : path;
        faults.add(at, std::string(wording.code), std::move(message));
        return;
    }
    faults.add(path, "wrong_form", error.description);
}

}  // namespace

struct Form::Compiled {
    valijson::Schema schema;
};

Form::Form(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
Form::~Form() = default;

std::unique_ptr<Form const> Form::read(std::string const& text, Faults& faults) {
    boost::json::value document;
    if (!read_json(text, document, faults)) return nullptr;
    auto compiled = std::make_unique<Compiled>();
    try {
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        valijson::adapters::BoostJsonAdapter const adapter(document);
        parser.populateSchema(adapter, compiled->schema);
    } catch (std::exception const&) {
        faults.add("", "schema_unusable", "Restore the schema: it cannot be used as it stands.");
        return nullptr;
    }
    return std::unique_ptr<Form const>(new Form(std::move(compiled)));
}

void Form::check(boost::json::value const& document, Faults& faults) const {
    valijson::Validator validator;
    valijson::ValidationResults results;
    valijson::adapters::BoostJsonAdapter const adapter(document);
    if (validator.validate(compiled_->schema, adapter, &results)) return;
    for (auto const& error : results) report(error, faults);
    // A refusal that this file cannot put into words is still a refusal.
    if (faults.none()) faults.add("", "wrong_form", "The file does not have the schema's form.");
}

}  // namespace waymark::programmes
