#include "screening/screen.h"

#include "foundation/text.h"
#include "matching/address.h"
#include "matching/matching.h"

#include <algorithm>
#include <array>
#include <set>

namespace waymark::screening {

namespace {

// Shorter names, and numbers with fewer digits, would be found in any text.
constexpr std::size_t kShortestName = 3;
constexpr int kFewestDigits = 9;

// Names that are also words: found only where they are written as a name.
constexpr std::array<std::string_view, 24> kAlsoWords = {
    "will",  "may",  "grace", "hope",   "faith", "joy",   "rose",  "mark",
    "bill",  "sue",  "june",  "april",  "dawn",  "young", "green", "brown",
    "white", "long", "short", "street", "house", "park",  "hill",  "day"};

bool is_also_a_word(std::string_view name) {
    return std::find(kAlsoWords.begin(), kAlsoWords.end(), name) != kAlsoWords.end();
}

bool is_word_byte(char c) {
    auto const byte = static_cast<unsigned char>(c);
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || byte >= 0x80 || c == '\'';
}

struct Word {
    std::string text, folded;
    bool is_capital;  // or of a script that has none
};

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_word_byte(text[at])) {
            ++at;
            continue;
        }
        auto end = at;
        while (end < text.size() && is_word_byte(text[end])) ++end;
        std::string const word{text.substr(at, end - at)};
        auto const folded = matching::fold_words(word);
        bool const is_small = word[0] >= 'a' && word[0] <= 'z';
        if (!folded.empty()) words.push_back({word, folded, !is_small});
        at = end;
    }
    return words;
}

// A postcode ends in a digit and two letters; one slip is forgiven, as folding forgives it.
std::string postcode_in(std::string const& text) {
    auto const end = text.substr(text.size() - std::min<std::size_t>(text.size(), 3));
    auto const letters = std::count_if(end.begin(), end.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    return letters >= 2 ? matching::fold_postcode(text) : std::string{};
}

class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text), words_(words_of(text)) {}

    bool has_name(std::string const& name) const {
        auto const parts = words_of(name);
        if (parts.empty() || matching::fold_words(name).size() < kShortestName) return false;
        for (std::size_t at = 0; at + parts.size() <= words_.size(); ++at) {
            bool all = true;
            for (std::size_t i = 0; i < parts.size() && all; ++i) {
                all = is_name(words_[at + i], parts[i].folded);
            }
            if (all) return true;
        }
        return false;
    }

    bool has_words(std::string const& wanted) const {
        auto const parts = words_of(wanted);
        if (parts.empty()) return false;
        auto const found = std::search(
            words_.begin(), words_.end(), parts.begin(), parts.end(),
            [](Word const& one, Word const& other) { return one.folded == other.folded; });
        return found != words_.end();
    }

    // The house in its street, or, `anywhere`, any house or none in it.
    bool has_address(Address const& address, bool anywhere) const {
        auto const known = matching::parse_address(address.line, address.postcode);
        if (known.street.empty()) {
            return matching::fold_words(address.line).size() > kShortestName &&
                   has_words(address.line);
        }
        auto const street = words_of(known.street);
        for (std::size_t at = 0; at + street.size() <= words_.size(); ++at) {
            bool same = true;
            for (std::size_t i = 0; i < street.size() && same; ++i) {
                same = words_[at + i].folded == street[i].folded;
            }
            if (!same) continue;
            auto const after = at + street.size();
            bool const is_type = after < words_.size() && !known.street_type.empty() &&
                                 type_of(words_[after].folded) == known.street_type;
            if (anywhere && is_type) return true;
            // "12 Cliff", "12a Cliff Street", "flat 3, 12 Cliff Street"
            if (at > 0 && !known.number.empty() && is_number(words_[at - 1].folded, known.number)) {
                return true;
            }
        }
        return false;
    }

    std::vector<std::string> postcodes() const {
        std::vector<std::string> found;
        for (std::size_t at = 0; at < words_.size(); ++at) {
            auto const alone = postcode_in(words_[at].text);
            if (!alone.empty()) found.push_back(alone);
            if (at + 1 == words_.size()) continue;
            auto const pair = postcode_in(words_[at].text + " " + words_[at + 1].text);
            if (!pair.empty()) found.push_back(pair);
        }
        return found;
    }

    // Runs of digits with what people write between them.
    std::vector<std::string> phones() const {
        std::vector<std::string> found;
        std::string run;
        int digits = 0;
        auto const close = [&] {
            if (digits >= kFewestDigits) {
                auto const folded = matching::fold_phone(run);
                found.push_back(folded.empty() ? run : folded);
            }
            run.clear();
            digits = 0;
        };
        for (char const c : text_) {
            bool const is_digit = c >= '0' && c <= '9';
            if (is_digit || c == '+' || c == ' ' || c == '-' || c == '.' || c == '(' || c == ')' ||
                c == '/') {
                run += c;
                digits += is_digit ? 1 : 0;
            } else {
                close();
            }
        }
        close();
        return found;
    }

    std::vector<std::string> emails() const {
        std::vector<std::string> found;
        std::string word;
        auto const close = [&] {
            while (!word.empty() && (word.back() == '.' || word.back() == ':')) word.pop_back();
            if (word.find('@') != std::string::npos) {
                auto const folded = matching::fold_email(word);
                found.push_back(folded.empty() ? word : folded);
            }
            word.clear();
        };
        for (char const c : text_) {
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ';' ||
                c == '<' || c == '>' || c == '(' || c == ')' || c == '"') {
                close();
            } else {
                word += c;
            }
        }
        close();
        return found;
    }

  private:
    // Also with the s of whose it is.
    static bool is_name(Word const& word, std::string const& name) {
        bool const same = word.folded == name || word.folded == name + "s";
        return same && (word.is_capital || !is_also_a_word(name));
    }

    static std::string type_of(std::string const& word) {
        return matching::parse_address("1 any " + word, "").street_type;
    }

    // "12" of "12", "12a" or "12-14".
    static bool is_number(std::string const& word, std::string const& number) {
        return word == number || (word.size() == number.size() + 1 && word.starts_with(number) &&
                                  (word.back() < '0' || word.back() > '9'));
    }

    std::string_view text_;
    std::vector<Word> words_;
};

bool holds(std::vector<std::string> const& list, std::string const& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

std::vector<std::string> folded(std::vector<std::string> const& list,
                                std::string (*fold)(std::string_view)) {
    std::vector<std::string> all;
    for (auto const& one : list) {
        if (auto text = fold(one); !text.empty()) all.push_back(std::move(text));
    }
    return all;
}

class Findings {
  public:
    Findings(Screen const& screen, std::string_view text) : screen_(screen), reader_(text) {}

    std::vector<Finding> all() {
        postcodes();
        contacts();
        for (auto const& one : screen_.others) {
            names(one);
            addresses(one.addresses, "other_address");
        }
        std::vector<Address> elsewhere;
        for (auto const& address : screen_.recipient.addresses) {
            if (!is_same(address, screen_.goes_to)) elsewhere.push_back(address);
        }
        addresses(elsewhere, "own_other_address");
        if (is_strict()) places();
        return std::move(found_);
    }

  private:
    bool is_strict() const { return screen_.side == Side::Harm; }

    void add(std::string code, std::string found) {
        Finding one{std::move(code), std::move(found)};
        if (std::find(found_.begin(), found_.end(), one) == found_.end()) {
            found_.push_back(std::move(one));
        }
    }

    void postcodes() {
        std::set<std::string> others, own;
        for (auto const& one : screen_.others) {
            for (auto const& address : one.addresses) {
                others.insert(matching::fold_postcode(address.postcode));
            }
        }
        for (auto const& address : screen_.recipient.addresses) {
            own.insert(matching::fold_postcode(address.postcode));
        }
        auto const here =
            matching::parse_address(screen_.goes_to.line, screen_.goes_to.postcode).postcode;
        for (auto const& postcode : reader_.postcodes()) {
            if (postcode == here) continue;
            if (own.contains(postcode)) {
                add("own_other_address", postcode);
            } else if (is_strict() || others.contains(postcode)) {
                add("other_address", postcode);
            }
        }
    }

    void contacts() {
        contacts_of(reader_.phones(), &Person::phones, screen_.our_phones, matching::fold_phone);
        contacts_of(reader_.emails(), &Person::emails, screen_.our_emails, matching::fold_email);
    }

    void contacts_of(std::vector<std::string> const& in_text,
                     std::vector<std::string> Person::*which, std::vector<std::string> const& ours,
                     std::string (*fold)(std::string_view)) {
        auto const own = folded(screen_.recipient.*which, fold);
        auto const office = folded(ours, fold);
        std::vector<std::string> others;
        for (auto const& one : screen_.others) {
            for (auto& text : folded(one.*which, fold)) others.push_back(std::move(text));
        }
        for (auto const& one : in_text) {
            if (holds(own, one) || holds(office, one)) continue;
            if (is_strict() || holds(others, one)) add("other_contact", one);
        }
    }

    void names(Person const& one) {
        if (!is_strict() && !one.told_us) return;
        auto open = screen_.recipient.names;
        // A name that they share with somebody who may be named says nothing of them.
        for (auto const& other : screen_.others) {
            if (is_strict() || other.told_us) continue;
            open.insert(open.end(), other.names.begin(), other.names.end());
        }
        auto const free = folded(open, matching::fold_words);
        for (auto const& name : one.names) {
            if (holds(free, matching::fold_words(name))) continue;
            if (reader_.has_name(name)) add("other_name", name);
        }
    }

    void addresses(std::vector<Address> const& list, std::string const& code) {
        for (auto const& address : list) {
            if (is_same(address, screen_.goes_to)) continue;
            if (reader_.has_address(address, is_strict())) add(code, address.line);
        }
    }

    void places() {
        for (auto const& place : screen_.places) {
            if (is_same(place.address, screen_.goes_to)) continue;
            if (matching::fold_words(place.name).size() > kShortestName &&
                reader_.has_words(place.name)) {
                add("place", place.name);
            }
            if (reader_.has_address(place.address, true)) add("place", place.address.line);
        }
        if (reader_.has_words(screen_.reference)) add("case_reference", screen_.reference);
    }

    Screen const& screen_;
    Reader reader_;
    std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> findings(Screen const& screen, std::string_view text) {
    return Findings{screen, text}.all();
}

bool is_same(Address const& one, Address const& other) {
    return matching::compare_addresses(matching::parse_address(one.line, one.postcode),
                                       matching::parse_address(other.line, other.postcode)) >=
           matching::AddressLevel::Close;
}

}  // namespace waymark::screening
