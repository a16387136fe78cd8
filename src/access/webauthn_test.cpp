// What is believed of a passkey, with real keys and signatures: only what was made for us, by the
// person, and signed by the key that we know.

#include "access/webauthn.h"

#include "foundation/digest.h"
#include "soft_passkey.h"

#include <gtest/gtest.h>

#include <random>

namespace waymark::access {

namespace {

RelyingParty const kUs{"waymark.example.gov.uk", "https://waymark.example.gov.uk"};
constexpr char const* kChallenge = "c29tZXRoaW5nIHJhbmRvbQ";

struct EveryKind : testing::TestWithParam<KeyKind> {
    SoftPasskey device{GetParam()};
    PublicKey key = credential_from(device.attested(), kUs).value().key;
};

TEST_P(EveryKind, OfKeyIsReadAndItsSignatureBelieved) {
    auto const made = credential_from(device.attested(), kUs);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->id, base64url_of("a credential"));
    EXPECT_EQ(made->counter, 0);
    EXPECT_EQ(counter_signed_by(key, device.used_for(kChallenge), kUs), 1);
    EXPECT_EQ(counter_signed_by(key, device.used_for(kChallenge), kUs), 2);
}

TEST_P(EveryKind, OfSignatureIsRefusedWhenAnythingWasAltered) {
    auto const good = device.used_for(kChallenge);
    ASSERT_TRUE(counter_signed_by(key, good, kUs));
    auto altered = good;
    altered.signature[altered.signature.size() / 2] ^= 1;
    EXPECT_FALSE(counter_signed_by(key, altered, kUs));
    altered = good;
    altered.client.raw += " ";
    EXPECT_FALSE(counter_signed_by(key, altered, kUs));
    altered = good;
    altered.authenticator_data.back() ^= 1;  // the counter
    EXPECT_FALSE(counter_signed_by(key, altered, kUs));
    SoftPasskey other{GetParam()};
    EXPECT_FALSE(counter_signed_by(key, other.used_for(kChallenge), kUs));
}

INSTANTIATE_TEST_SUITE_P(Webauthn, EveryKind,
                         testing::Values(KeyKind::P256, KeyKind::Ed25519, KeyKind::Rsa2048));

struct WebauthnTest : testing::Test {
    // Signed rightly, whatever it says.
    std::optional<std::int64_t> counter() {
        return counter_signed_by(key, device.used_for(kChallenge), kUs);
    }

    SoftPasskey device;
    PublicKey key = credential_from(device.attested(), kUs).value().key;
};

TEST_F(WebauthnTest, NeedsThePersonToBeThereAndVerified) {
    for (int const flags : {0x00, 0x01, 0x04}) {
        device.flags = static_cast<unsigned char>(flags);
        EXPECT_FALSE(counter()) << flags;
        EXPECT_FALSE(credential_from(device.attested(), kUs)) << flags;
    }
    device.flags = 0x01 | 0x04;
    EXPECT_TRUE(counter());
    EXPECT_TRUE(credential_from(device.attested(), kUs));
}

TEST_F(WebauthnTest, IsForOneRelyingPartyAlone) {
    EXPECT_FALSE(
        counter_signed_by(key, device.used_for(kChallenge), {"waymark.example.org", kUs.origin}));
    EXPECT_FALSE(counter_signed_by(key, device.used_for(kChallenge), {}));
    EXPECT_FALSE(credential_from(device.attested(), {}));
    device.relying_party_id = "waymark.example.org";
    EXPECT_FALSE(counter());
    EXPECT_FALSE(credential_from(device.attested(), kUs));
}

TEST_F(WebauthnTest, AKeyOfOneAlgorithmIsNoneOfAnother) {
    auto const good = device.used_for(kChallenge);
    for (int const algorithm : {-8, -257, -37, 0}) {
        EXPECT_FALSE(counter_signed_by({algorithm, key.bytes}, good, kUs)) << algorithm;
    }
    EXPECT_FALSE(counter_signed_by({-7, ""}, good, kUs));
    EXPECT_FALSE(counter_signed_by({-7, std::string(64, '\1')}, good, kUs));  // not on the curve
}

// An ES256 key whose algorithm was rewritten: -7 to -8, -47 (ES256K), -37 (PS256).
TEST_F(WebauthnTest, TakesNoOtherAlgorithm) {
    auto data = device.attested();
    auto const at = data.find(std::string{"\x01\x02\x03\x26", 4}) + 3;
    ASSERT_LT(at, data.size());
    data[at] = '\x27';
    EXPECT_FALSE(credential_from(data, kUs));
    data.replace(at, 1, "\x38\x2e");
    EXPECT_FALSE(credential_from(data, kUs));
    data.replace(at, 2, "\x38\x24");
    EXPECT_FALSE(credential_from(data, kUs));
}

TEST_F(WebauthnTest, TakesNoPointThatIsNotOnTheCurve) {
    auto data = device.attested();
    data.back() ^= 1;  // of y
    EXPECT_FALSE(credential_from(data, kUs));
}

TEST_F(WebauthnTest, BelievesOurOwnPageAlone) {
    auto const of = [&](std::string_view type) { return device.client(type, kChallenge); };
    EXPECT_TRUE(is_ours(of("webauthn.get"), Ceremony::Use, kUs));
    EXPECT_TRUE(is_ours(of("webauthn.create"), Ceremony::Make, kUs));
    EXPECT_FALSE(is_ours(of("webauthn.create"), Ceremony::Use, kUs));
    EXPECT_FALSE(is_ours(of("webauthn.get"), Ceremony::Make, kUs));
    EXPECT_FALSE(is_ours(of(""), Ceremony::Use, kUs));
    EXPECT_FALSE(is_ours(of("webauthn.get"), Ceremony::Use, {}));
    device.cross_origin = true;
    EXPECT_FALSE(is_ours(of("webauthn.get"), Ceremony::Use, kUs));
    device.cross_origin = false;
    for (auto const* origin :
         {"https://waymark.example.gov.uk.example.org", "http://waymark.example.gov.uk",
          "https://waymark.example.gov.uk:8443", "https://login.waymark.example.gov.uk", ""}) {
        device.origin = origin;
        EXPECT_FALSE(is_ours(of("webauthn.get"), Ceremony::Use, kUs)) << origin;
    }
}

// A key of a million entries, as a head of ten bytes says, is not looked for.
TEST_F(WebauthnTest, BelievesNoLengthThatIsLongerThanWhatIsThere) {
    auto const made = device.attested();
    auto const until_key = made.substr(0, made.size() - device.cose_key().size());
    for (auto const* lie : {"\xbb\x7f\xff\xff\xff\xff\xff\xff\xff", "\xba\x40\xff\xff\xff",
                            "\xbf\xff", "\xa1\x01\x5b\x7f\xff\xff\xff\xff\xff\xff\xff"}) {
        EXPECT_FALSE(credential_from(until_key + lie, kUs));
    }
    EXPECT_FALSE(credential_from(made + "\xa0", kUs));  // something after it
    device.flags = 0x05 | 0x80;                         // and what extensions say
    EXPECT_FALSE(credential_from(device.attested(), kUs));
    EXPECT_TRUE(credential_from(device.attested() + "\xa1\x6b"
                                                    "credProtect\x02",
                                kUs));
    EXPECT_FALSE(counter());
}

// Cut short anywhere, or with some bytes turned: nothing, or at most another key; never a crash.
TEST_F(WebauthnTest, ReadsAnyBytes) {
    for (auto const kind : {KeyKind::P256, KeyKind::Ed25519, KeyKind::Rsa2048}) {
        auto const good = SoftPasskey{kind}.attested();
        for (std::size_t size = 0; size < good.size(); ++size) {
            EXPECT_FALSE(credential_from(good.substr(0, size), kUs)) << size;
        }
    }
    std::mt19937 random{1};
    auto const any = [&](std::size_t below) { return random() % below; };
    auto const assertion = device.used_for(kChallenge);
    auto const made = device.attested();
    for (int i = 0; i < 3000; ++i) {
        auto bad = assertion;
        auto data = made;
        for (std::size_t turns = 1 + any(4); turns > 0; --turns) {
            data[any(data.size())] = static_cast<char>(random());
            bad.authenticator_data[any(bad.authenticator_data.size())] ^=
                static_cast<char>(1 + any(255));
            bad.signature[any(bad.signature.size())] = static_cast<char>(random());
        }
        bad.authenticator_data.resize(any(bad.authenticator_data.size() + 1));
        (void)credential_from(data, kUs);
        EXPECT_FALSE(counter_signed_by(key, bad, kUs));
        std::string noise(any(400), '\0');
        for (auto& c : noise) c = static_cast<char>(random());
        EXPECT_FALSE(credential_from(noise, kUs));
        (void)credential_from(std::string{bytes_of(sha256(kUs.id))} + noise, kUs);
    }
}

TEST(RelyingParty, IsReadFromAnOrigin) {
    auto const ours = relying_party_from("https://waymark.example.gov.uk");
    ASSERT_TRUE(ours);
    EXPECT_EQ(ours->id, "waymark.example.gov.uk");
    EXPECT_EQ(ours->origin, "https://waymark.example.gov.uk");
    EXPECT_EQ(relying_party_from("https://waymark.example.gov.uk:8443")->id,
              "waymark.example.gov.uk");
    EXPECT_EQ(relying_party_from("http://localhost:8080")->id, "localhost");
    EXPECT_TRUE(relying_party_from("https://localhost"));
    for (auto const* wrong :
         {"", "https://", "waymark.example.gov.uk", "http://waymark.example.gov.uk",
          "https://Waymark.example.gov.uk", "https://waymark.example.gov.uk/", "https://192.0.2.1",
          "http://127.0.0.1:8080", "https://[::1]", "https://a.gov.uk:443", "http://localhost:80",
          "https://a.gov.uk:", "https://a.gov.uk:0", "https://a.gov.uk:08",
          "https://a.gov.uk:65536", "https://user@a.gov.uk", "https://.gov.uk", "https://gov.uk.",
          "ftp://a.gov.uk"}) {
        EXPECT_FALSE(relying_party_from(wrong)) << wrong;
    }
}

}  // namespace

}  // namespace waymark::access
