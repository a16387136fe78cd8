// Adding passkeys, signing in with them and removing them, with real signatures of keys made here.

#include "access/passkeys.h"

#include "access/memory.h"
#include "access/second_factor.h"
#include "access/sign_in.h"
#include "soft_passkey.h"
#include "test_world.h"

#include <gtest/gtest.h>

namespace waymark::access {

namespace {

using std::chrono::seconds;

RelyingParty const kUs{"waymark.example.gov.uk", "https://waymark.example.gov.uk"};

std::vector<FieldError> one(std::string const& field, std::string const& code) {
    return {{field, code}};
}

struct PasskeysTest : testing::Test {
    template <class Do>
    auto as(std::string const& who, Do&& act) {
        auto work = world.work_as(who);
        auto result = act(static_cast<Work&>(work));
        if (result) work.finish();
        return result;
    }
    Result<PasskeyOffer> begin(Proof const& proof = {kPassword}, std::string const& name = "Phone",
                               std::string const& who = "amal") {
        return as(who, [&](Work& work) { return begin_passkey(work, name, proof, with()); });
    }
    Result<AddedPasskey> add(NewPasskey const& made, std::string const& name = "Phone",
                             std::string const& who = "amal", std::string const& session = "") {
        return as(who, [&](Work& work) { return add_passkey(work, name, made, kUs, session); });
    }
    CheckedWith with() const { return {kUs, &world.sealing_key}; }
    // Gives the recovery codes.
    AddedPasskey set_up(std::string const& who = "amal") {
        auto const offer = begin({kPassword}, "Phone", who);
        return *add(device.made_for(offer->question.challenge), "Phone", who);
    }
    Result<Done> remove(PasskeyId const& id, Proof const& proof) {
        return as("amal", [&](Work& work) { return remove_passkey(work, id, proof, with(), ""); });
    }
    // What the actor's own passkey answers when it is asked again.
    Assertion again() {
        auto work = world.work_as("amal");
        auto const asked_again = ask_for_passkey(work);
        work.finish();
        return device.used_for(asked_again.challenge);
    }
    Result<SignedIn> sign_in_with(std::optional<Assertion> const& assertion,
                                  std::string const& code = "", std::string const& who = "amal",
                                  std::string const& password = kPassword) {
        question.reset();
        return sign_in(
            world.database(),
            {who + "@example.org", password, "192.0.2.1", "test", code, assertion, with()},
            std::chrono::hours{12}, world.clock, store::Deadline::after(seconds{20}), &question);
    }
    // A challenge for signing in.
    std::string asked(std::string const& who = "amal") {
        EXPECT_EQ(sign_in_with({}, "", who).error().code, "second_factor_needed");
        return question.value().challenge;
    }
    void expect_refused(Assertion const& assertion) {
        auto const refused = sign_in_with(assertion);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, "second_factor_wrong");
        EXPECT_EQ(world.value("SELECT count(*) FROM user_session"), "0");
        world.run("DELETE FROM user_sign_in_failure");
    }

    TestWorld world;
    SoftPasskey device;
    std::optional<PasskeyQuestion> question;
};

TEST_F(PasskeysTest, IsAskedForAtSignInOnceItWasAdded) {
    auto const offer = begin();
    ASSERT_TRUE(offer);
    EXPECT_EQ(offer->user_name, "amal@example.org");
    EXPECT_TRUE(offer->question.credential_ids.empty());
    EXPECT_TRUE(sign_in_with({}));  // not added yet
    auto const added = add(device.made_for(offer->question.challenge));
    ASSERT_TRUE(added);
    EXPECT_EQ(added->recovery_codes.size(), 10u);
    EXPECT_EQ(sign_in_with({}).error().code, "second_factor_needed");
    ASSERT_TRUE(question);
    EXPECT_EQ(question->credential_ids, (std::vector<std::string>{"YSBjcmVkZW50aWFs"}));
    EXPECT_EQ(question->challenge.size(), 43u);  // 32 bytes
    EXPECT_TRUE(sign_in_with(device.used_for(question->challenge)));
    EXPECT_TRUE(sign_in_with({}, added->recovery_codes[0]));
    EXPECT_EQ(sign_in_with({}, added->recovery_codes[0]).error().code, "second_factor_wrong");
    EXPECT_EQ(world.value("SELECT last_used_at FROM user_passkey"), to_text(world.clock.now));
    auto const trail = world.audit_trail();
    EXPECT_NE(trail.find("user.add_passkey"), std::string::npos);
}

TEST_F(PasskeysTest, NobodyIsAskedWhoDoesNotKnowThePassword) {
    set_up();
    EXPECT_EQ(sign_in_with({}, "", "amal", "not the pass phrase").error().code, "sign_in_failed");
    EXPECT_FALSE(question);
    EXPECT_EQ(world.value("SELECT count(*) FROM user_challenge"), "0");
    auto const challenge = asked();
    EXPECT_EQ(sign_in_with(device.used_for(challenge), "", "amal", "not it").error().code,
              "sign_in_failed");
}

TEST_F(PasskeysTest, AChallengeIsGoodOnceForFiveMinutes) {
    set_up();
    auto const challenge = asked();
    EXPECT_EQ(world.value("SELECT count(*) FROM user_challenge WHERE challenge_hash = '" +
                          challenge + "'"),
              "0");  // a digest of it is kept
    ASSERT_TRUE(sign_in_with(device.used_for(challenge)));
    world.run("DELETE FROM user_session");
    expect_refused(device.used_for(challenge));  // a good signature over what was used
    auto const late = asked();
    world.pass(seconds{5 * 60});
    expect_refused(device.used_for(late));
    auto const in_time = asked();
    world.pass(seconds{5 * 60 - 1});
    EXPECT_TRUE(sign_in_with(device.used_for(in_time)));
}

TEST_F(PasskeysTest, AWrongAnswerUsesTheChallengeUpAndGivesAnother) {
    set_up();
    auto const challenge = asked();
    auto wrong = device.used_for(challenge);
    wrong.signature[9] ^= 1;
    expect_refused(wrong);
    ASSERT_TRUE(question);
    auto const another = question->challenge;
    EXPECT_NE(another, challenge);
    expect_refused(device.used_for(challenge));
    EXPECT_TRUE(sign_in_with(device.used_for(another)));
}

TEST_F(PasskeysTest, AChallengeIsForOneUserAndOnePurpose) {
    set_up();
    SoftPasskey other{KeyKind::Ed25519, "bea's"};
    auto const offer = begin({kPassword}, "Key", "bea");
    auto const making = offer->question.challenge;
    expect_refused(device.used_for(making));
    ASSERT_TRUE(add(other.made_for(making), "Key", "bea"));
    expect_refused(device.used_for(asked("bea")));
    // Nor is another user's passkey good, though the challenge is one's own.
    expect_refused(other.used_for(asked()));
    EXPECT_EQ(world.value("SELECT count(*) FROM audit_entry WHERE detail = 'counter_went_back'"),
              "0");           // it is not known, rather than copied
    expect_refused(again());  // of a change
    EXPECT_EQ(remove({"nothing"}, {kPassword}).error().code, "no_such_passkey");
    auto const id = as("amal", [](Work& work) { return Result{passkeys(work)}; })->front().id;
    EXPECT_EQ(remove(id, {kPassword, "", device.used_for(asked())}).error().fields,
              one("assertion", "wrong"));
    EXPECT_EQ(add(SoftPasskey{KeyKind::P256, "new"}.made_for(asked()), "Key").error().code,
              "nothing_to_confirm");
}

TEST_F(PasskeysTest, AnAnswerForAnotherPageIsRefused) {
    set_up();
    device.origin = "https://waymark.example.gov.uk.evil.example";
    expect_refused(device.used_for(asked()));
    device.origin = kUs.origin;
    device.cross_origin = true;
    expect_refused(device.used_for(asked()));
    device.cross_origin = false;
    device.relying_party_id = "evil.example";
    expect_refused(device.used_for(asked()));
    device.relying_party_id = kUs.id;
    device.flags = 0x01;  // there, and not verified
    expect_refused(device.used_for(asked()));
    device.flags = 0x04;
    expect_refused(device.used_for(asked()));
    device.flags = 0x05;
    auto made_again = device.used_for(asked());
    made_again.client.type = "webauthn.create";
    expect_refused(made_again);
    EXPECT_TRUE(sign_in_with(device.used_for(asked())));
}

TEST_F(PasskeysTest, ACounterThatGoesBackIsRefusedAndNoted) {
    set_up();
    device.counter = 41;
    ASSERT_TRUE(sign_in_with(device.used_for(asked())));
    world.run("DELETE FROM user_session");
    device.counts_by = 0;
    for (std::uint32_t const counter : {41u, 42u, 0u}) {  // it was 42
        device.counter = counter;
        expect_refused(device.used_for(asked()));
    }
    device.counts_by = 1;
    EXPECT_EQ(world.value("SELECT count(*) FROM audit_entry WHERE action = 'session.refuse' AND "
                          "detail = 'counter_went_back'"),
              "3");
    // In a session too.
    device.counter = 1;
    auto const id = as("amal", [](Work& work) { return Result{passkeys(work)}; })->front().id;
    auto const copied = again();
    auto const refused = remove(id, {kPassword, "", copied});
    EXPECT_EQ(refused.error().fields, one("assertion", "counter_went_back"));
    world.database().write(store::Deadline::after(seconds{20}), [&](store::Transaction& tx) {
        after_refusal(tx, {world.user("amal").value, "", "test", world.clock.now}, copied,
                      refused.error());
        tx.commit();
    });
    EXPECT_EQ(world.value("SELECT count(*) FROM audit_entry WHERE action = 'user.refuse_passkey' "
                          "AND detail = 'counter_went_back'"),
              "1");
    device.counter = 50;
    EXPECT_EQ(remove(id, {kPassword, "", device.used_for(copied.client.challenge)}).error().fields,
              one("assertion", "wrong"));  // used up
}

TEST_F(PasskeysTest, ADeviceThatDoesNotCountIsGoodAgainAndAgain) {
    device.counts_by = 0;
    set_up();
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(sign_in_with(device.used_for(asked())));
}

TEST_F(PasskeysTest, WrongAnswersSoonHaveToWait) {
    set_up();
    SoftPasskey stranger;
    auto const challenge = asked();
    std::string last;
    for (int i = 0; i < 8; ++i) last = sign_in_with(stranger.used_for(challenge)).error().code;
    EXPECT_EQ(last, "wait_and_try_again");
    EXPECT_FALSE(question);
}

TEST_F(PasskeysTest, AddingNeedsThePasswordAndWhatIsInUse) {
    EXPECT_EQ(begin({""}, "").error().fields,
              (std::vector<FieldError>{{"name", "required"}, {"current_password", "required"}}));
    EXPECT_EQ(begin({"not the pass phrase"}).error().fields, one("current_password", "wrong"));
    EXPECT_EQ(begin({kPassword}, std::string(61, 'x')).error().fields, one("name", "too_long"));
    auto const codes = set_up().recovery_codes;
    EXPECT_EQ(begin({kPassword}, "Key").error().fields, one("code", "required"));
    EXPECT_EQ(begin({kPassword, "000000"}, "Key").error().fields, one("code", "wrong"));
    EXPECT_EQ(begin({kPassword, "", again()}, "Phone").error().fields, one("name", "taken"));
    auto const offer = begin({kPassword, "", again()}, "Key");
    ASSERT_TRUE(offer);
    EXPECT_EQ(offer->question.credential_ids.size(), 1u);
    SoftPasskey key{KeyKind::Rsa2048, "another"};
    auto const added = add(key.made_for(offer->question.challenge), "Key");
    ASSERT_TRUE(added);
    EXPECT_TRUE(added->recovery_codes.empty());  // those of before stay good
    EXPECT_TRUE(begin({kPassword, codes[0]}, "Third"));
    EXPECT_TRUE(sign_in_with(key.used_for(asked())));
    EXPECT_TRUE(sign_in_with(device.used_for(asked())));
}

TEST_F(PasskeysTest, AddsNothingThatIsNotRight) {
    auto const begun = [&] { return begin()->question.challenge; };
    EXPECT_EQ(add(device.made_for("bm90IGFza2Vk")).error().code, "nothing_to_confirm");
    auto challenge = begun();
    world.pass(seconds{5 * 60});
    EXPECT_EQ(add(device.made_for(challenge)).error().code, "nothing_to_confirm");
    challenge = begun();
    EXPECT_EQ(add(device.made_for(challenge), "Phone", "bea").error().code, "nothing_to_confirm");
    device.flags = 0x01;
    EXPECT_EQ(add(device.made_for(challenge)).error().fields, one("passkey", "wrong"));
    device.flags = 0x05;
    device.origin = "https://evil.example";
    EXPECT_EQ(add(device.made_for(challenge)).error().fields, one("passkey", "wrong"));
    device.origin = kUs.origin;
    auto made = device.made_for(challenge);
    made.client.type = "webauthn.get";
    EXPECT_EQ(add(made).error().fields, one("passkey", "wrong"));
    EXPECT_EQ(world.value("SELECT count(*) FROM user_passkey"), "0");
    ASSERT_TRUE(add(device.made_for(challenge)));
    EXPECT_EQ(add(device.made_for(challenge)).error().code, "nothing_to_confirm");
    // The same one for somebody else.
    challenge = begin({kPassword}, "Phone", "bea")->question.challenge;
    EXPECT_EQ(add(device.made_for(challenge), "Phone", "bea").error().code, "passkey_known");
    auto const nowhere =
        as("bea", [&](Work& work) { return begin_passkey(work, "Phone", {kPassword}, {}); });
    EXPECT_EQ(nowhere.error().code, "no_public_origin");
}

TEST_F(PasskeysTest, AddingAndRemovingEndTheOtherSessions) {
    auto const here = sign_in_with({});
    ASSERT_TRUE(here && sign_in_with({}));
    auto const challenge = begin()->question.challenge;
    EXPECT_EQ(world.value("SELECT count(*) FROM user_session"), "2");
    auto const added = add(device.made_for(challenge), "Phone", "amal", here->session_token);
    ASSERT_TRUE(added);
    EXPECT_EQ(world.value("SELECT count(*) FROM user_session"), "1");
    ASSERT_TRUE(sign_in_with(device.used_for(asked())));
    ASSERT_TRUE(as("amal", [&](Work& work) {
        return remove_passkey(work, added->id, {kPassword, added->recovery_codes[0]}, with(),
                              here->session_token);
    }));
    EXPECT_EQ(world.value("SELECT count(*) FROM user_session"), "1");
}

TEST_F(PasskeysTest, IsRemovedWithThePasswordAndWhatIsInUse) {
    auto const added = set_up();
    EXPECT_EQ(remove(added.id, {"wrong"}).error().fields,
              (std::vector<FieldError>{{"current_password", "wrong"}, {"code", "required"}}));
    EXPECT_EQ(remove(added.id, {kPassword}).error().fields, one("code", "required"));
    EXPECT_EQ(world.value("SELECT count(*) FROM user_passkey"), "1");
    ASSERT_TRUE(remove(added.id, {kPassword, "", again()}));
    EXPECT_EQ(world.value("SELECT count(*) FROM user_passkey"), "0");
    EXPECT_EQ(world.value("SELECT count(*) FROM user_recovery_code"), "0");
    EXPECT_TRUE(sign_in_with({}));
}

TEST_F(PasskeysTest, TheLastSecondFactorStaysWhereOneIsRequired) {
    auto const added = set_up();
    world.run("UPDATE org_partnership SET is_demo = 0");
    auto const as_required = [&](auto act) {
        auto tx = world.database().begin(store::Mode::Write, store::Deadline::after(seconds{20}));
        auto work = Gate::on_behalf_of(tx, world.user("amal"), world.clock, "test", true);
        auto done = act(*work);
        if (done) Gate::finish(*work);
        return done;
    };
    auto const without_passkey = [&](Work& work) {
        return remove_passkey(work, added.id, {kPassword, added.recovery_codes[0]}, with(), "");
    };
    auto const last_passkey = as_required(without_passkey);
    ASSERT_FALSE(last_passkey);
    EXPECT_EQ(last_passkey.error().code, "last_second_factor");
    world.run("INSERT INTO user_second_factor (user_id, secret) VALUES ('" +
              world.user("amal").value + "', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')");
    ASSERT_TRUE(as_required(without_passkey));
    EXPECT_NE(world.value("SELECT count(*) FROM user_recovery_code"), "0");
    auto const without_app = [&](Work& work) {
        return remove_app(work, {kPassword, added.recovery_codes[1]}, with(), "");
    };
    auto const last_app = as_required(without_app);
    ASSERT_FALSE(last_app);
    EXPECT_EQ(last_app.error().code, "last_second_factor");
    EXPECT_TRUE(as("amal", without_app));
    EXPECT_EQ(as("amal", without_app).error().code, "no_app_in_use");
    EXPECT_TRUE(sign_in_with({}));
}

TEST_F(PasskeysTest, IsTakenAwayByAnAdministratorWithTheRest) {
    set_up();
    (void)asked();
    ASSERT_TRUE(as("admin", [&](Work& work) {
        return reset_second_factor(work, world.user("amal"), "in_person");
    }));
    EXPECT_EQ(world.value("SELECT count(*) FROM user_passkey"), "0");
    EXPECT_EQ(world.value("SELECT count(*) FROM user_challenge"), "0");
    EXPECT_TRUE(sign_in_with({}));
}

// What is remembered of who somebody is must not outlive it.
TEST_F(PasskeysTest, CountsAsTheSecondFactorThatIsRequired) {
    world.run("UPDATE org_partnership SET is_demo = 0");
    Memory memory;
    auto const here = sign_in_with({});
    auto const state = [&] {
        auto tx = world.database().begin(store::Mode::Read, store::Deadline::after(seconds{20}));
        SessionView session;
        auto work = Gate::admit(tx, memory, here->session_token, {.second_factor_required = true},
                                world.clock, "test", session);
        return work->actor().second_factor;
    };
    EXPECT_EQ(state(), SecondFactor::Needed);
    auto const offer = begin();
    ASSERT_TRUE(
        add(device.made_for(offer->question.challenge), "Phone", "amal", here->session_token));
    EXPECT_EQ(state(), SecondFactor::On);
    world.run("DELETE FROM user_passkey");
    EXPECT_EQ(state(), SecondFactor::Needed);
}

TEST_F(PasskeysTest, AreTenAtMost) {
    auto const codes = set_up().recovery_codes;
    for (std::size_t i = 1; i < kMostPasskeys; ++i) {
        auto const name = "Key " + std::to_string(i);
        auto const offer = begin({kPassword, codes[i - 1]}, name);
        ASSERT_TRUE(offer) << i;
        ASSERT_TRUE(
            add(SoftPasskey{KeyKind::P256, name}.made_for(offer->question.challenge), name));
    }
    EXPECT_EQ(begin({kPassword, codes[9]}, "Eleventh").error().code, "too_many_passkeys");
}

}  // namespace

}  // namespace waymark::access
