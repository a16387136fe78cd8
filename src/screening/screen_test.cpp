// What a letter may not say, and to whom. The cases for which organisations were reprimanded are
// named here.

#include "screening/screen.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace waymark::screening {

namespace {

Address const kOldHome{"4 Cliff Street", "Scarborough", "YO11 2AB"};
Address const kNewHome{"17 Mill Lane", "Malton", "YO17 7QZ"};
Address const kHis{"Flat 2, 30 Castle Road", "Scarborough", "YO11 1XX"};

Person vic() {
    return {{"Victoria", "Marsh", "Vicky"},
            {"07700 900111"},
            {"vic@example.org"},
            {kOldHome, kNewHome}};
}
Person tom() {
    return {{"Tom", "Harker"}, {"07700 900222"}, {"tom@example.org"}, {kHis}};
}
Person nell() {
    return {{"Nell", "Watcher"}, {"01723 555 012"}, {}, {{"6 Cliff Street", "", "YO11 2AB"}}, true};
}

Screen to_tom() {
    return {Side::Harm,
            tom(),
            kHis,
            {vic(), nell()},
            {{"Bay View Flats", {"1 Sea Walk", "", ""}}},
            "SCA-2026-4471",
            {"01723 232323"},
            {"hub@example.gov.uk"}};
}
Screen to_vic(Address const& goes_to) {
    return {Side::Any, vic(), goes_to, {tom(), nell()}, {}, "SCA-2026-4471", {"01723 232323"}, {}};
}

std::string codes(Screen const& screen, std::string_view text) {
    std::string all;
    for (auto const& one : findings(screen, text)) all += one.code + " ";
    return all;
}

struct Told {
    std::string text, codes;
};

class ToWhoeverIsSaidToCauseHarm : public testing::TestWithParam<Told> {};

TEST_P(ToWhoeverIsSaidToCauseHarm, NothingOfAnybodyElseGoes) {
    EXPECT_EQ(codes(to_tom(), GetParam().text), GetParam().codes) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Letters, ToWhoeverIsSaidToCauseHarm,
    testing::Values(
        Told{"You must not go near 17 Mill Lane.", "other_address "},
        Told{"You must not go near 17 MILL LN, Malton.", "other_address "},
        Told{"You must not enter Mill Lane.", "other_address "},
        Told{"She is at number 17a Mill Lane now", "other_address "},
        Told{"Do not go to YO17 7QZ.", "other_address "},
        Told{"Do not go to yo177qz", "other_address "},
        // Also where nobody is known to live: it cannot be asked whether that is the place.
        Told{"Do not go to LS1 4AP.", "other_address "},
        Told{"Ring 07700900111 to say sorry", "other_contact "},
        Told{"Ring +44 7700 900 111", "other_contact "},
        Told{"Ring 0113 496 0000", "other_contact "},
        Told{"Write to VIC@example.org.", "other_contact "},
        Told{"Victoria has asked you to stop", "other_name "},
        Told{"vicky's things", "other_name "}, Told{"Ms MARSH", "other_name "},
        Told{"Nell saw you", "other_name "}, Told{"It happened at Bay View Flats", "place "},
        Told{"Keep away from Sea Walk", "place "},
        Told{"Our reference SCA-2026-4471", "case_reference "},
        // What is theirs or ours may go.
        Told{"Dear Tom Harker of Flat 2, 30 Castle Road, YO11 1XX, ring 01723 232323 or write to "
             "hub@example.gov.uk. We have your number as 07700 900222.",
             ""},
        Told{"You were seen on 3 June 2026 at 10.30 with 12 others.", ""}));

// North Yorkshire's neighbours were reprimanded for each of these.
TEST(Reprimanded, AnAddressInALetterToTheAllegedAbuser) {
    EXPECT_EQ(codes(to_tom(), "The non-molestation order covers 17 Mill Lane, Malton, YO17 7QZ."),
              "other_address other_address ");
}

TEST(Reprimanded, TheNewAddressPostedToTheOldHome) {
    EXPECT_EQ(codes(to_vic(kOldHome), "We have noted that you live at 17 Mill Lane, YO17 7QZ now."),
              "own_other_address own_other_address ");
    EXPECT_EQ(codes(to_vic(kNewHome), "We have noted that you live at 17 Mill Lane, YO17 7QZ now."),
              "");
}

TEST(Reprimanded, AWholeAssessmentSentToAFormerPartner) {
    EXPECT_EQ(codes(to_tom(),
                    "Assessment of Victoria Marsh, reported by Nell Watcher, "
                    "telephone 01723 555012"),
              "other_contact other_name other_name other_name other_name ");
}

TEST(ALetter, ToAVictimMayNameWhoHarmedButNotWhoToldUs) {
    EXPECT_EQ(codes(to_vic(kNewHome), "Tom Harker has been warned."), "");
    EXPECT_EQ(codes(to_vic(kNewHome), "Nell Watcher told us."), "other_name other_name ");
    EXPECT_EQ(codes(to_vic(kNewHome), "He lives at 30 Castle Road."), "other_address ");
    EXPECT_EQ(codes(to_vic(kNewHome), "His number is 07700 900222"), "other_contact ");
    EXPECT_EQ(codes(to_vic(kNewHome), "Refuge helpline: 0808 2000 247"), "");
}

TEST(AName, ThatIsAlsoAWordIsFoundWhereItIsWrittenAsOne) {
    auto screen = to_tom();
    screen.others = {{{"Will", "Young"}, {}, {}, {}}};
    EXPECT_EQ(codes(screen, "We will write to young people"), "");
    EXPECT_EQ(codes(screen, "We told Will"), "other_name ");
}

TEST(AName, ThatTheRecipientHasTooMayGo) {
    auto screen = to_tom();
    screen.others = {{{"Anna", "Harker"}, {}, {}, {kHis}}};
    EXPECT_EQ(codes(screen, "Dear Mr Harker of 30 Castle Road"), "");
    EXPECT_EQ(codes(screen, "Dear Mr Harker, Anna says"), "other_name ");
}

TEST(AName, ThatOneWhoToldUsSharesWithAnotherMayGo) {
    auto screen = to_vic(kNewHome);
    screen.others.push_back({{"Maud", "Harker"}, {}, {}, {}, true});
    EXPECT_EQ(codes(screen, "Tom Harker has been warned."), "");
    EXPECT_EQ(codes(screen, "Maud Harker saw it."), "other_name ");
}

TEST(AnAddress, IsTheSameHoweverItIsWritten) {
    EXPECT_TRUE(is_same({"4 Cliff St.", "", "yo112ab"}, kOldHome));
    EXPECT_TRUE(is_same({"4 Cliff Street", "", ""}, kOldHome));
    EXPECT_FALSE(is_same({"6 Cliff Street", "", "YO11 2AB"}, kOldHome));
    EXPECT_FALSE(is_same({"", "", "YO11 2AB"}, kOldHome));
}

}  // namespace

}  // namespace waymark::screening
