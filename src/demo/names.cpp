#include "names.h"

#include <array>
#include <vector>

namespace waymark::demo {

namespace {

using List = std::vector<std::string_view>;

struct Names {
    List female, male, family;
};

Names const& names_of(NameCulture culture) {
    static std::array<Names, 8> const all = {{
        // British
        {{"Amelia",  "Margaret", "Susan",   "Chloe",    "Emily",   "Dorothy",  "Katie",
          "Rebecca", "Lauren",   "Jean",    "Patricia", "Hannah",  "Lucy",     "Elizabeth",
          "Joanne",  "Tracey",   "Holly",   "Grace",    "Abigail", "Kathleen", "Gemma",
          "Alison",  "Zoe",      "Eleanor", "Brenda",   "Stacey",  "Megan"},
         {"Thomas",      "Daniel",  "Robert", "William",  "Jack",     "Stephen", "Kevin",
          "Christopher", "Matthew", "Oliver", "George",   "Anthony",  "Callum",  "Liam",
          "Peter",       "Alan",    "Samuel", "Benjamin", "Nicholas", "Gary",    "Edward",
          "Michael",     "Joshua",  "Harry",  "Leonard",  "Raymond",  "Kyle"},
         {"Barker",   "Hodgson",   "Metcalfe",  "Sykes",     "Thackray", "Pickles",   "Wade",
          "Lister",   "Holroyd",   "Atkinson",  "Dobson",    "Fawcett",  "Harker",    "Kirby",
          "Marsden",  "Nettleton", "Outhwaite", "Pearson",   "Raine",    "Stockdale", "Tennant",
          "Umpleby",  "Verity",    "Whiteley",  "Ellwood",   "Brayshaw", "Coates",    "Dunn",
          "Eastwood", "Foxton",    "Garbutt",   "Hebden",    "Ingham",   "Jagger",    "Lumley",
          "Mawson",   "Newsome",   "Ogden",     "Priestley", "Rudd",     "Swales",    "Theakstone",
          "Ward",     "Yeadon",    "Smith",     "Taylor",    "Brown",    "Wilson",    "Robson",
          "Clark",    "Walker",    "Wright",    "Green",     "Hall",     "Wood",      "Harrison",
          "Simpson",  "Cooper"}},
        // Polish
        {{"Agnieszka", "Katarzyna", "Magdalena", "Zofia", "Joanna", "Ewa", "Aleksandra", "Beata"},
         {"Piotr", "Tomasz", "Krzysztof", "Marcin", "Jakub", "Pawel", "Andrzej", "Łukasz"},
         {"Kowalski", "Wiśniewski", "Nowak", "Zieliński", "Wójcik", "Kamiński", "Lewandowski",
          "Mazur", "Krawczyk", "Dąbrowski"}},
        // South Asian
        {{"Ayesha", "Fatima", "Priya", "Sana", "Anjali", "Zainab", "Harpreet", "Meera", "Nadia"},
         {"Imran", "Mohammed", "Rajesh", "Bilal", "Arjun", "Yusuf", "Gurpreet", "Tariq", "Sanjay"},
         {"Khan", "Patel", "Hussain", "Singh", "Begum", "Sharma", "Malik", "Chaudhry", "Mistry",
          "Iqbal"}},
        // Romanian
        {{"Ioana", "Andreea", "Elena", "Mihaela", "Raluca", "Simona"},
         {"Andrei", "Ionuț", "Mihai", "Florin", "Cristian", "Vasile"},
         {"Popescu", "Ionescu", "Dumitru", "Stan", "Munteanu", "Rusu", "Moldovan"}},
        // Irish, and Irish Travellers
        {{"Siobhan", "Aoife", "Bridget", "Maeve", "Orla", "Kathleen"},
         {"Patrick", "Declan", "Cormac", "Martin", "Brendan", "Eoin"},
         {"O'Brien", "Doherty", "McDonagh", "Connors", "Fitzgerald", "Ó Súilleabháin", "Maughan"}},
        // Nepali: families of the garrison
        {{"Sita", "Sunita", "Maya", "Anju", "Bimala"},
         {"Ram", "Bishnu", "Dipendra", "Suresh", "Prakash"},
         {"Gurung", "Rai", "Thapa", "Limbu", "Tamang", "Pun"}},
        // Arabic
        {{"Layla", "Amal", "Hana", "Rania", "Yasmin", "Noor"},
         {"Ahmad", "Omar", "Khalid", "Hassan", "Samir", "Bashar"},
         {"al-Hassan", "Haddad", "Mansour", "Aziz", "Darwish", "Saleh"}},
        // Chinese
        {{"Mei Ling", "Xiu", "Jing", "Hui Min", "Yan"},
         {"Wei", "Jun", "Ka Ho", "Ming", "Chi Wai"},
         {"Chen", "Wong", "Li", "Cheung", "Zhang", "Lam"}},
    }};
    return all[static_cast<std::size_t>(culture)];
}

}  // namespace

NameCulture draw_culture(Random& random) {
    return static_cast<NameCulture>(
        random.weighted({0.80, 0.05, 0.045, 0.03, 0.025, 0.02, 0.015, 0.015}));
}

std::string given_name(Random& random, NameCulture culture, std::string_view gender) {
    auto const& names = names_of(culture);
    bool const female = gender == "female" || (gender != "male" && random.chance(0.5));
    return std::string{random.pick(female ? names.female : names.male)};
}

std::string family_name(Random& random, NameCulture culture) {
    return std::string{random.pick(names_of(culture).family)};
}

std::string family_name_for(std::string const& family, NameCulture culture,
                            std::string_view gender) {
    bool const follows = culture == NameCulture::Polish && gender == "female";
    if (!follows || !family.ends_with("ki")) return family;
    return family.substr(0, family.size() - 1) + "a";
}

std::string_view short_form(std::string_view given) {
    struct Pair {
        std::string_view given, short_form;
    };
    static constexpr Pair kPairs[] = {
        {"Margaret", "Maggie"},   {"Elizabeth", "Liz"},  {"Katarzyna", "Kasia"},
        {"Robert", "Rob"},        {"Patricia", "Pat"},   {"William", "Billy"},
        {"Christopher", "Chris"}, {"Mohammed", "Mo"},    {"Rebecca", "Becky"},
        {"Daniel", "Danny"},      {"Aleksandra", "Ola"}, {"Patrick", "Paddy"},
        {"Benjamin", "Ben"},      {"Anthony", "Tony"},   {"Kathleen", "Kath"},
        {"Thomas", "Tommy"}};
    for (auto const& pair : kPairs) {
        if (pair.given == given) return pair.short_form;
    }
    return {};
}

}  // namespace waymark::demo
