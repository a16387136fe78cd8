#pragma once

// Keeps out of a letter what its recipient must not get: where others live, how they can be
// reached, who told us. Source: UK GDPR Article 5(1)(f), and the reprimands of the Information
// Commissioner over safe addresses sent to alleged abusers, 2022 and 2023.

#include <string>
#include <string_view>
#include <vector>

namespace waymark::screening {

struct Address {
    std::string line, town, postcode;
};

// Somebody, as far as the writer knows them.
struct Person {
    std::vector<std::string> names;  // given names, family name and aliases, each by itself
    std::vector<std::string> phones, emails;
    std::vector<Address> addresses;
    bool told_us = false;  // a reporter or a witness: their name goes to nobody else
};

struct Place {
    std::string name;
    Address address;
};

// How much is kept from the recipient.
enum class Side {
    Any,   // whose letter names nobody's address or number, and nobody who told us
    Harm,  // said to cause harm, of their household, or acting for them: nothing of anybody else
};

struct Screen {
    Side side = Side::Any;
    Person recipient;                                 // or whom the recipient acts for
    Address goes_to;                                  // where it is posted; empty when it is not
    std::vector<Person> others;                       // everybody else on the case
    std::vector<Place> places;                        // of the case; kept from the side of harm
    std::string reference;                            // of the case; likewise
    std::vector<std::string> our_phones, our_emails;  // may stand in any letter
};

struct Finding {
    std::string code;   // other_address, other_contact, other_name, place, case_reference,
                        // own_other_address
    std::string found;  // as the text or the record has it; for the writer alone

    bool operator==(Finding const&) const = default;
};

// Everything in the text that may not go, each once, in no order to rely on. `own_other_address` is
// an address of the recipient's that the letter does not go to: where it goes, others may open it.
std::vector<Finding> findings(Screen const& screen, std::string_view text);

// Whether two addresses are one, as far as both say.
bool is_same(Address const& one, Address const& other);

}  // namespace waymark::screening
