// Folding, letters and sounds: the small steps that comparison stands on.

#include "nicknames.h"
#include "phonetic.h"
#include "similarity.h"

#include "matching/matching.h"

#include <gtest/gtest.h>

namespace waymark::matching {

namespace {

TEST(FoldName, BringsSpellingsOfOneNameTogether) {
    EXPECT_EQ(fold_name("Mr O'Brien-Smith"), "obrien smith");
    EXPECT_EQ(fold_name("O\u2019BRIEN"), "obrien");
    EXPECT_EQ(fold_name("  Łukasz   Szymański "), "lukasz szymanski");
    EXPECT_EQ(fold_name("Æthelred Ångström-Weiß"), "aethelred angstrom weiss");
    EXPECT_EQ(fold_name("Dr. Prof. J.P. Smith Jnr"), "j p smith");
    EXPECT_EQ(fold_name("Сергей Иванов"), "sergej ivanov");
    EXPECT_FALSE(fold_name("محمد").empty());
    EXPECT_EQ(fold_name("Master"), "master") << "a title alone is a name";
    EXPECT_EQ(fold_name("---"), "");
    EXPECT_EQ(fold_name("Jo\xFFhn"), "john") << "what is not UTF-8 is dropped";
}

TEST(FoldWords, JoinsApostrophesAndSpellsOutAnd) {
    EXPECT_EQ(fold_words("King's Arms & Hotel, (The)"), "kings arms and hotel the");
}

TEST(FoldPhone, GivesTheNationalFormOrNothing) {
    for (auto const* typed : {"07700 900123", "+44 7700 900123", "+44 (0)7700 900123",
                              "0044-7700-900-123", "447700900123", "7700900123"}) {
        EXPECT_EQ(fold_phone(typed), "07700900123") << typed;
    }
    EXPECT_EQ(fold_phone("01723 55501"), "0172355501") << "a national number of nine digits";
    EXPECT_EQ(fold_phone("+48 601 234 567"), "+48601234567");
    for (auto const* typed : {"", "n/a", "12345", "0770 090", "+44 12", "07700 900123 ext 4"}) {
        EXPECT_EQ(fold_phone(typed), "") << typed;
    }
}

TEST(FoldEmail, GivesOneFormOrNothing) {
    EXPECT_EQ(fold_email(" Amy.Ward@Example.ORG "), "amy.ward@example.org");
    EXPECT_EQ(fold_email("amy@googlemail.com"), "amy@gmail.com");
    for (auto const* typed : {"", "amy", "@example.org", "a@b@c.org", "a b@c.org", "amy@org"}) {
        EXPECT_EQ(fold_email(typed), "") << typed;
    }
}

TEST(FoldPostcode, GivesOneFormOrNothing) {
    EXPECT_EQ(fold_postcode("yo111aa"), "YO11 1AA");
    EXPECT_EQ(fold_postcode(" YO11  IAA"), "YO11 1AA");
    EXPECT_EQ(fold_postcode("m1 1ae"), "M1 1AE");
    EXPECT_EQ(fold_postcode("EC1A 1BB"), "EC1A 1BB");
    EXPECT_EQ(fold_postcode("SW1A1A0"), "SW1A 1AO");
    for (auto const* typed : {"", "YO11", "12345", "YO111 1AA", "Y@11 1AA", "ABCDE", "1O11 1AA"}) {
        EXPECT_EQ(fold_postcode(typed), "") << typed;
    }
}

TEST(EditDistance, CountsSlipsAndStopsAtItsLimit) {
    EXPECT_EQ(edit_distance("smith", "smith", 2), 0);
    EXPECT_EQ(edit_distance("smith", "smyth", 2), 1);
    EXPECT_EQ(edit_distance("john", "jhon", 2), 1) << "a swap of neighbours is one slip";
    EXPECT_EQ(edit_distance("", "ab", 2), 2);
    EXPECT_EQ(edit_distance("kitten", "sitting", 3), 3);
    EXPECT_EQ(edit_distance("kitten", "sitting", 2), 3) << "limit + 1 when it is more";
    EXPECT_TRUE(is_transposition("john", "jhon"));
    EXPECT_FALSE(is_transposition("john", "john"));
    EXPECT_FALSE(is_transposition("john", "hojn"));
}

// Published figures: Winkler 1990, table of examples.
TEST(JaroWinkler, AgreesWithThePublishedExamples) {
    EXPECT_NEAR(jaro_winkler("martha", "marhta"), 961, 2);
    EXPECT_NEAR(jaro_winkler("dwayne", "duane"), 840, 2);
    EXPECT_NEAR(jaro_winkler("dixon", "dicksonx"), 813, 2);
    EXPECT_EQ(jaro_winkler("abc", "xyz"), 0);
    EXPECT_EQ(jaro_winkler("", ""), 0);
}

TEST(SoundOf, IsOneForSpellingsOfOneName) {
    std::vector<std::vector<std::string>> const alike = {
        {"stephen", "steven", "stefan"},
        {"smith", "smyth", "smythe", "schmidt"},
        {"catherine", "katherine", "kathryn"},
        {"mohammed", "muhamad", "mohamed", "mehmed"},
        {"chowdhury", "choudhury", "chaudhry"},
        {"szymanski", "shimansky"},
        {"kowalski", "kovalska"},
        {"ahmed", "ahmad", "ahmet"},
        {"wright", "right", "rite"},
        {"thompson", "thomson", "tomson"},
        {"nicholas", "nikolas", "nicolas"},
        {"hussain", "hussein", "husain"},
        {"leigh", "lee"},
        {"geoffrey", "jeffrey"},
    };
    for (auto const& group : alike) {
        for (auto const& name : group) {
            EXPECT_EQ(sound_of(name), sound_of(group.front())) << name;
        }
    }
    EXPECT_NE(sound_of("smith"), sound_of("smart"));
    EXPECT_NE(sound_of("walker"), sound_of("wilson"));
    EXPECT_EQ(sound_of("42"), "");
}

TEST(Nicknames, ShareAGroupAndAreNotTransitive) {
    EXPECT_TRUE(are_aliases("bob", "robert"));
    EXPECT_TRUE(are_aliases("bert", "robert"));
    EXPECT_TRUE(are_aliases("bert", "albert"));
    EXPECT_FALSE(are_aliases("robert", "albert"));
    EXPECT_FALSE(are_aliases("alexander", "alexandra"));
    EXPECT_FALSE(are_aliases("xyz", "xyz"));
    EXPECT_TRUE(is_known_forename("peggy"));
    EXPECT_TRUE(aliases_of("xyz").empty());
}

}  // namespace

}  // namespace waymark::matching
