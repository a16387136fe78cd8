// When a witness signs, and what it refuses; keys and notes as texts.

#include "audit/witness.h"

#include <gtest/gtest.h>

namespace waymark::audit {

namespace {

Instant const kNow{std::chrono::seconds{1'800'000'000}};

// A log that a test can grow, and rewrite.
struct Log {
    SigningKey key = SigningKey::make_log();
    std::vector<Digest> leaves;

    void grow(int count, std::string const& what) {
        for (int i = 0; i < count; ++i) {
            leaves.push_back(leaf_hash(sha256(what + std::to_string(i))));
        }
    }
    Subtree over() const {
        return [this](int level, std::uint64_t position) {
            GrowingTree part;
            for (std::uint64_t i = 0; i < (std::uint64_t{1} << level); ++i) {
                part.add(leaves[(position << level) + i]);
            }
            return part.root();
        };
    }
    SignedNote head(Instant at = kNow) const {
        Checkpoint const checkpoint{key.verifier().name, leaves.size(),
                                    root_of(leaves.size(), over()), at};
        return {checkpoint, {sign(key, checkpoint)}};
    }
    Proof since(SignedNote const& held) const {
        return consistency_proof(held.checkpoint.size, leaves.size(), over());
    }
};

class WitnessTest : public testing::Test {
  protected:
    WitnessTest() {
        log.grow(5, "first");
        held = log.head();
    }
    Judgement judged(SignedNote const& offered, Proof const& proof) {
        return judge(held, offered, proof, log.key.verifier(), kNow);
    }

    Log log;
    SignedNote held;
};

TEST_F(WitnessTest, SignsWhatContinues) {
    EXPECT_EQ(judge({}, held, {}, log.key.verifier(), kNow), Judgement::Continues);
    EXPECT_EQ(judged(held, {}), Judgement::SameAsHeld);
    log.grow(6, "more");
    EXPECT_EQ(judged(log.head(), log.since(held)), Judgement::Continues);
}

TEST_F(WitnessTest, RefusesWhatDoesNot) {
    log.grow(6, "more");
    EXPECT_EQ(judged(log.head(), {}), Judgement::Forked) << "without a proof";
    Log other{log.key, {}};
    other.grow(11, "other");
    EXPECT_EQ(judged(other.head(), other.since(held)), Judgement::Forked);
    other.leaves.resize(5);
    EXPECT_EQ(judged(other.head(), {}), Judgement::Forked) << "of the same size";
    log.leaves.resize(4);
    EXPECT_EQ(judged(log.head(), {}), Judgement::RolledBack);
}

TEST_F(WitnessTest, RefusesAnotherKeyAnotherLogAndAnotherTime) {
    Log other{SigningKey::make_log(), log.leaves};
    EXPECT_EQ(judged(other.head(), {}), Judgement::NotSigned);
    auto renamed = held.checkpoint;
    renamed.origin = "another";
    EXPECT_EQ(judged({renamed, {sign(log.key, renamed)}}, {}), Judgement::OtherLog);
    EXPECT_EQ(judged(log.head(kNow + std::chrono::hours{1}), {}), Judgement::WrongClock);
    log.grow(6, "more");
    EXPECT_EQ(judged(log.head(kNow - std::chrono::hours{1}), log.since(held)),
              Judgement::WrongClock);
}

TEST_F(WitnessTest, ReadsKeysAndNotesAsItWritesThem) {
    auto const witness = SigningKey::make("police.example/waymark", KeyKind::Witness);
    EXPECT_EQ(SigningKey::parse(witness.text())->verifier(), witness.verifier());
    EXPECT_EQ(VerifierKey::parse(witness.verifier().text()), witness.verifier());
    auto note = held;
    note.signatures.push_back(cosign(witness, held.checkpoint, kNow));
    auto const again = SignedNote::parse(note.text());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->text(), note.text());
    EXPECT_TRUE(is_signed_by(*again, log.key.verifier()));
    EXPECT_EQ(cosigned_at(*again, witness.verifier()), kNow);
    EXPECT_FALSE(cosigned_at(held, witness.verifier()));
}

TEST_F(WitnessTest, TakesNoKeyOrNoteThatIsNone) {
    auto const key = log.key.verifier().text();
    EXPECT_FALSE(VerifierKey::parse(""));
    EXPECT_FALSE(VerifierKey::parse("a+b+c"));
    EXPECT_FALSE(VerifierKey::parse("x" + key)) << "the id is of another name";
    EXPECT_FALSE(VerifierKey::parse(key.substr(0, key.size() - 4)));
    EXPECT_FALSE(SigningKey::parse(key)) << "a public key";
    auto const text = held.text();
    EXPECT_FALSE(SignedNote::parse(text.substr(1, 40)));
    EXPECT_FALSE(SignedNote::parse("a\n01\n" + text.substr(text.find('\n', 40) + 1)));
    EXPECT_FALSE(SignedNote::parse(text + "a line that is no signature\n"));
    auto changed = text;
    changed[changed.find("\n5\n") + 1] = '6';
    EXPECT_FALSE(is_signed_by(*SignedNote::parse(changed), log.key.verifier()));
}

TEST_F(WitnessTest, AsksSoThatNobodyElseCan) {
    auto const witness = SigningKey::make("police", KeyKind::Witness);
    auto const other = SigningKey::make("police", KeyKind::Witness);
    auto const signature = sign_request(witness, "checkpoint 5", kNow);
    EXPECT_TRUE(is_request_of(witness.verifier(), "checkpoint 5", kNow, signature));
    EXPECT_FALSE(is_request_of(other.verifier(), "checkpoint 5", kNow, signature));
    EXPECT_FALSE(is_request_of(witness.verifier(), "checkpoint 6", kNow, signature));
    EXPECT_FALSE(is_request_of(witness.verifier(), "checkpoint 5", kNow + std::chrono::seconds{1},
                               signature));
    EXPECT_FALSE(is_request_of(witness.verifier(), "checkpoint 5", kNow, "not base64!"));
}

}  // namespace

}  // namespace waymark::audit
