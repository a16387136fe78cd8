// What the audit promises: a chain in which every kind of tampering shows, at its place.

#include "audit/audit.h"
#include "audit/log.h"
#include "audit/verify.h"
#include "foundation/text.h"

#include "test_world.h"

#include <gtest/gtest.h>

#include <thread>

namespace waymark::audit {

namespace {

std::vector<Pending> changes(TestWorld& world, int count, std::string const& subject = "case-1") {
    std::vector<Pending> entries;
    for (int i = 1; i <= count; ++i) {
        entries.push_back({{world.user("amal").value, "agency", "request", world.clock.now},
                           {"case.change", "case", subject, i, "title,stage"}});
    }
    return entries;
}

// A world whose audit ends with ten entries about "case-1".
class AuditTest : public testing::Test {
  protected:
    // As now, whatever the world's clock says: checkpoints are made by the machine's own.
    AuditTest() {
        world.clock = system_clock();
        write(changes(world, 10));
        last = static_cast<std::int64_t>(verification().entries);
    }

    void write(std::vector<Pending> const& entries) {
        auto tx = world.database().begin(store::Mode::Write, store::Deadline::never());
        append(tx, entries);
        tx.commit();
    }

    Verification verification(Trust const& trust = {}) {
        auto tx = world.database().begin(store::Mode::Read, store::Deadline::never());
        return verify(tx, trust);
    }

    // Does what the triggers forbid, as somebody who owns the database could.
    void tamper(std::string const& sql) {
        if (world.database().engine() == store::Engine::Sqlite) {
            for (std::string const name :
                 {"audit_entry_no_update", "audit_entry_no_delete", "audit_checkpoint_no_update",
                  "audit_checkpoint_no_delete"}) {
                world.run("DROP TRIGGER IF EXISTS " + name);
            }
            world.run(sql);
        } else {
            for (std::string const change : {"DISABLE", "ENABLE"}) {
                for (std::string const table : {"audit_entry", "audit_checkpoint"}) {
                    world.run("ALTER TABLE " + table + " " + change + " TRIGGER USER");
                }
                if (change == "DISABLE") world.run(sql);
            }
        }
    }

    // The row of a place stands in another's, with or without its hash.
    void exchange(std::string const& one, std::string const& other) {
        tamper("UPDATE audit_entry SET sequence = -1 WHERE sequence = " + one);
        tamper("UPDATE audit_entry SET sequence = " + one + " WHERE sequence = " + other);
        tamper("UPDATE audit_entry SET sequence = " + other + " WHERE sequence = -1");
    }
    void exchange_hashes(std::string const& one, std::string const& other) {
        auto const hash = [&](std::string const& place) {
            return world.value("SELECT hash FROM audit_entry WHERE sequence = " + place);
        };
        auto const [first, second] = std::pair{hash(one), hash(other)};
        tamper("UPDATE audit_entry SET hash = '" + second + "' WHERE sequence = " + one);
        tamper("UPDATE audit_entry SET hash = '" + first + "' WHERE sequence = " + other);
    }

    SignedNote checkpoint() {
        make_checkpoint(world.database(), key, store::Deadline::never());
        auto tx = world.database().begin(store::Mode::Read, store::Deadline::never());
        return newest_checkpoint(tx).value();
    }
    Trust trust() const { return {{key.verifier()}, {}}; }

    // All that somebody can do who owns the database and knows how it is made, but for signing:
    // the entries from a place on are taken away and written again, with the whole chain.
    void rewrite_from(std::int64_t place, int count) {
        auto const before = world.value("SELECT hash FROM audit_entry WHERE sequence = " +
                                        std::to_string(place - 1));
        tamper("DELETE FROM audit_entry WHERE sequence >= " + std::to_string(place));
        tamper("DELETE FROM audit_node");
        world.run("UPDATE audit_head SET sequence = " + std::to_string(place - 1) + ", hash = '" +
                  before + "'");
        write(changes(world, count, "case-2"));
    }

    std::string at(std::int64_t back) { return std::to_string(last - back); }
    std::uint64_t place(std::int64_t back) { return static_cast<std::uint64_t>(last - back); }

    TestWorld world;
    SigningKey key = SigningKey::make_log();
    std::int64_t last = 0;
};

// What was done, and where.
#define EXPECT_FAULT(found, what, where)                           \
    do {                                                           \
        auto const verified = (found);                             \
        EXPECT_EQ(code_of(verified.fault), code_of(Fault::what));  \
        EXPECT_EQ(verified.at, static_cast<std::uint64_t>(where)); \
    } while (false)

TEST_F(AuditTest, IsWholeWhenNobodyTouchedIt) {
    EXPECT_FAULT(verification(), None, 0);
    EXPECT_GT(last, 10);
}

TEST_F(AuditTest, RefusesUpdateAndDelete) {
    EXPECT_THROW(world.run("UPDATE audit_entry SET detail = ''"), store::Failure);
    EXPECT_THROW(world.run("DELETE FROM audit_entry"), store::Failure);
    checkpoint();
    EXPECT_THROW(world.run("UPDATE audit_checkpoint SET note = ''"), store::Failure);
    EXPECT_THROW(world.run("DELETE FROM audit_checkpoint"), store::Failure);
}

TEST_F(AuditTest, NamesTheFirstAlteredEntry) {
    tamper("UPDATE audit_entry SET actor_id = 'somebody else' WHERE sequence = " + at(4));
    EXPECT_FAULT(verification(), Altered, place(4));
}

TEST_F(AuditTest, NamesWhatWasAddedToAnEntry) {
    tamper("UPDATE audit_entry SET shown = 'person-1' WHERE sequence = " + at(4));
    EXPECT_FAULT(verification(), Altered, place(4));
}

TEST_F(AuditTest, NamesAMissingEntry) {
    tamper("DELETE FROM audit_entry WHERE sequence = " + at(3));
    EXPECT_FAULT(verification(), Missing, place(3));
}

TEST_F(AuditTest, NamesAMissingEntryAlsoWhenTheRestMovedUp) {
    tamper("DELETE FROM audit_entry WHERE sequence = " + at(5));
    for (int back = 4; back >= 0; --back) {
        tamper("UPDATE audit_entry SET sequence = sequence - 1 WHERE sequence = " + at(back));
    }
    world.run("UPDATE audit_head SET sequence = sequence - 1");
    EXPECT_FAULT(verification(), Missing, place(5));
}

TEST_F(AuditTest, NoticesThatTheEndWasCutOff) {
    tamper("DELETE FROM audit_entry WHERE sequence > " + at(2));
    EXPECT_FAULT(verification(), CutOff, last - 1);
}

TEST_F(AuditTest, NoticesThatTheEndWasCutOffWithTheHeadPutBack) {
    checkpoint();
    tamper("DELETE FROM audit_entry WHERE sequence > " + at(2));
    world.run("UPDATE audit_head SET sequence = " + at(2) +
              ", hash = (SELECT hash FROM audit_entry WHERE sequence = " + at(2) + ")");
    EXPECT_FAULT(verification(), CutOff, last - 1);
}

TEST_F(AuditTest, NoticesEntriesThatChangedPlaces) {
    exchange(at(5), at(2));
    exchange_hashes(at(5), at(2));
    EXPECT_FAULT(verification(), Moved, place(5));
}

TEST_F(AuditTest, NoticesWholeRowsThatChangedPlaces) {
    exchange(at(5), at(2));
    EXPECT_FAULT(verification(), Swapped, place(5));
}

TEST_F(AuditTest, NoticesWholeRowsOfNeighboursThatChangedPlaces) {
    exchange(at(5), at(4));
    EXPECT_FAULT(verification(), Swapped, place(5));
}

TEST_F(AuditTest, NoticesARowThatIsOfAnotherLog) {
    tamper("UPDATE audit_entry SET subject_id = 'case-9', hash = '" + sha256_hex("elsewhere") +
           "' WHERE sequence = " + at(4));
    EXPECT_FAULT(verification(), Spliced, place(4));
}

TEST_F(AuditTest, NoticesAnEntryAddedBehindItsBack) {
    tamper(
        "INSERT INTO audit_entry (sequence, at, actor_id, agency_id, action, subject_kind, "
        "subject_id, revision, detail, request_id, hash) SELECT sequence + 1, at, actor_id, "
        "agency_id, action, subject_kind, subject_id, revision, detail, request_id, hash FROM "
        "audit_entry WHERE sequence = " +
        at(0));
    EXPECT_FAULT(verification(), BeyondHead, last + 1);
}

TEST_F(AuditTest, NoticesAHeadThatWasPutBack) {
    tamper("UPDATE audit_head SET sequence = sequence - 1");
    EXPECT_FAULT(verification(), BeyondHead, last);
}

TEST_F(AuditTest, NoticesAHistoryThatIsNotTheOneThatWasSigned) {
    checkpoint();
    auto const good = last;
    write(changes(world, 5));
    checkpoint();
    rewrite_from(good + 3, 3);
    // Without what was signed it looks whole.
    EXPECT_FAULT(verification(trust()), Forked, good + 1);
}

TEST_F(AuditTest, NoticesCheckpointsThatSomebodyElseSigned) {
    auto const held = checkpoint();
    rewrite_from(last - 2, 3);
    tamper("DELETE FROM audit_checkpoint");
    auto const other = SigningKey::make_log();
    make_checkpoint(world.database(), other, store::Deadline::never());
    EXPECT_FAULT(verification(trust()), WrongKey, 1);
    // Nobody who knows no key can tell; who holds what was signed before can.
    EXPECT_FAULT(verification(), None, 0);
    EXPECT_FAULT(verification({{}, {held}}), Forked, 1);
}

TEST_F(AuditTest, NoticesCheckpointsThatWereRolledBack) {
    checkpoint();
    auto const good = last;
    write(changes(world, 5));
    auto const held = checkpoint();
    tamper("DELETE FROM audit_checkpoint WHERE size > " + std::to_string(good));
    EXPECT_FAULT(verification({{key.verifier()}, {held}}), CheckpointsRolledBack, good + 1);
    tamper("DELETE FROM audit_entry WHERE sequence > " + std::to_string(good));
    world.run("UPDATE audit_head SET sequence = " + std::to_string(good) +
              ", hash = (SELECT hash FROM audit_entry WHERE sequence = " + std::to_string(good) +
              ")");
    EXPECT_FAULT(verification({{key.verifier()}, {held}}), CutOff, good + 1);
}

TEST_F(AuditTest, NoticesAClockThatWasTurnedBack) {
    checkpoint();
    world.pass(-std::chrono::hours{24});
    write(changes(world, 2));
    EXPECT_FAULT(verification(), WrongClock, last + 1);
}

TEST_F(AuditTest, NoticesAClockThatWasTurnedForward) {
    world.pass(std::chrono::hours{24});
    write(changes(world, 2));
    checkpoint();
    EXPECT_FAULT(verification(), WrongClock, last + 1);
}

TEST_F(AuditTest, NoticesATreeThatIsNotThatOfItsEntries) {
    write(changes(world, 600));
    checkpoint();
    EXPECT_FAULT(verification(trust()), None, 0);
    world.run("UPDATE audit_node SET hash = '" + sha256_hex("other") +
              "' WHERE level = 8 AND position = 1");
    EXPECT_FAULT(verification(trust()), TreeDiffers, 257);
}

TEST_F(AuditTest, ProvesThatItGoesOnAndThatAnEntryIsInIt) {
    auto const first = checkpoint();
    write(changes(world, 700));
    auto const second = checkpoint();
    auto tx = world.database().begin(store::Mode::Read, store::Deadline::never());
    auto const old_size = first.checkpoint.size;
    auto const size = second.checkpoint.size;
    auto const proof = consistency_between(tx, old_size, size);
    EXPECT_TRUE(
        is_consistent(old_size, first.checkpoint.root, size, second.checkpoint.root, proof));
    EXPECT_FALSE(
        is_consistent(old_size, second.checkpoint.root, size, second.checkpoint.root, proof));
    for (auto const sequence :
         {std::int64_t{1}, std::int64_t{256}, std::int64_t{300}, static_cast<std::int64_t>(size)}) {
        auto const hash = digest_from_hex(world.value(
            "SELECT hash FROM audit_entry WHERE sequence = " + std::to_string(sequence)));
        EXPECT_TRUE(is_included(leaf_hash(*hash), static_cast<std::uint64_t>(sequence - 1), size,
                                inclusion_of(tx, sequence, size), second.checkpoint.root));
    }
}

TEST_F(AuditTest, SignsNoHistoryThatDoesNotContinueWhatItSigned) {
    auto const signed_before = checkpoint();
    rewrite_from(last - 2, 5);
    EXPECT_THROW(checkpoint(), store::Failure);
    auto tx = world.database().begin(store::Mode::Read, store::Deadline::never());
    EXPECT_EQ(newest_checkpoint(tx)->checkpoint, signed_before.checkpoint);
}

TEST_F(AuditTest, SignsNothingWhenTheEndIsGone) {
    checkpoint();
    rewrite_from(last - 2, 1);
    EXPECT_THROW(checkpoint(), store::Failure);
}

// Lets a witness of that agency sign; gives how many entries are witnessed then.
std::uint64_t signed_by(TestWorld& world, SignedNote const& note, std::string const& name,
                        std::string const& agency) {
    auto const now = clock_at(note.checkpoint.at);
    auto const witness = SigningKey::make(name, KeyKind::Witness);
    auto tx = world.database().begin(store::Mode::Write, store::Deadline::never());
    EXPECT_TRUE(add_witness(tx, world.agency(agency).value, witness.verifier().text(), now));
    auto const line = cosign(witness, note.checkpoint, now.now).line();
    auto const read =
        read_cosignature(tx, *witness_named(tx, name, now), note.checkpoint.size, line);
    EXPECT_TRUE(read);
    keep_cosignature(tx, *read);
    auto const size = witnessed_size(tx, kEnoughWitnesses);
    tx.commit();
    return size;
}

TEST_F(AuditTest, IsWitnessedWhenTwoOtherAgenciesSigned) {
    auto const note = checkpoint();
    EXPECT_EQ(signed_by(world, note, "police", "police"), 0u);
    EXPECT_EQ(signed_by(world, note, "police.again", "police"), 0u) << "of one agency";
    EXPECT_EQ(verification(trust()).witnessed, 0u);
    EXPECT_EQ(signed_by(world, note, "housing", "housing"), note.checkpoint.size);
    EXPECT_EQ(verification(trust()).witnessed, note.checkpoint.size);
    auto tx = world.database().begin(store::Mode::Read, store::Deadline::never());
    EXPECT_EQ(newest_checkpoint(tx)->signatures.size(), 4u);
}

TEST_F(AuditTest, TakesNoSignatureThatIsNotOfTheWitness) {
    auto const note = checkpoint();
    auto const now = clock_at(note.checkpoint.at);
    auto const witness = SigningKey::make("police", KeyKind::Witness);
    auto const other = SigningKey::make("police", KeyKind::Witness);
    auto tx = world.database().begin(store::Mode::Write, store::Deadline::never());
    EXPECT_FALSE(add_witness(tx, "agency", key.verifier().text(), now)) << "a key of a log";
    ASSERT_TRUE(add_witness(tx, "agency", witness.verifier().text(), now));
    EXPECT_EQ(add_witness(tx, "agency", other.verifier().text(), now).error().code, "name_taken");
    auto const known = *witness_named(tx, "police", now);
    auto const size = note.checkpoint.size;
    auto const line = cosign(witness, note.checkpoint, now.now).line();
    EXPECT_FALSE(read_cosignature(tx, known, size, cosign(other, note.checkpoint, now.now).line()));
    EXPECT_FALSE(read_cosignature(tx, known, size - 1, line)) << "of no checkpoint";
    EXPECT_FALSE(read_cosignature(tx, known, size, "no line"));
    EXPECT_TRUE(read_cosignature(tx, known, size, line));
    ASSERT_TRUE(end_witness(tx, "police", now));
    EXPECT_FALSE(witness_named(tx, "police", now));
}

TEST_F(AuditTest, FindsWhoWasShownInAList) {
    auto entries = changes(world, 1);
    entries.front().note = {"person.search", "search", "", std::nullopt, "", {"ann", "bob"}};
    write(entries);
    for (bool const is_indexed : {false, true}) {
        if (is_indexed) index_shown(world.database(), store::Deadline::never());
        auto tx = world.database().begin(store::Mode::Read, store::Deadline::never());
        auto const found = about(tx, "bob", Include::Readings, std::nullopt, 5);
        ASSERT_EQ(found.size(), 1u);
        EXPECT_TRUE(found.front().was_shown);
        EXPECT_EQ(found.front().action, "person.search");
        EXPECT_TRUE(about(tx, "bob", Include::Changes, std::nullopt, 5).empty());
    }
}

TEST_F(AuditTest, TellsWhatChangedSinceARevision) {
    auto tx = world.database().begin(store::Mode::Read, store::Deadline::never());
    auto const changes = changes_since(tx, "case-1", 8);
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes.front().revision, 9);
    EXPECT_EQ(changes.front().detail, "title,stage");
}

TEST_F(AuditTest, PagesFromTheNewest) {
    auto tx = world.database().begin(store::Mode::Read, store::Deadline::never());
    auto const first = about(tx, "case-1", Include::Readings, std::nullopt, 6);
    auto const second = about(tx, "case-1", Include::Readings, first.back().sequence, 6);
    ASSERT_EQ(first.size(), 6u);
    ASSERT_EQ(second.size(), 4u);
    EXPECT_EQ(first.front().revision, 10);
    EXPECT_EQ(second.front().sequence, first.back().sequence - 1);
}

TEST_F(AuditTest, LeavesOutWhoLookedAndStillFillsThePage) {
    auto tx = world.database().begin(store::Mode::Write, store::Deadline::never());
    for (int i = 0; i < 8; ++i) {
        std::vector<Pending> const looked{
            {{world.user("amal").value, "", "", world.clock.now}, {"case.read", "case", "case-1"}}};
        append(tx, looked);
    }
    EXPECT_EQ(about(tx, "case-1", Include::Readings, std::nullopt, 6).front().action, "case.read");
    auto const changes = about(tx, "case-1", Include::Changes, std::nullopt, 6);
    ASSERT_EQ(changes.size(), 6u);
    EXPECT_EQ(changes.front().revision, 10);
}

TEST_F(AuditTest, KeepsTheChainWhenManyWriteAtOnce) {
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 4; ++writer) {
        writers.emplace_back([&] {
            for (int i = 0; i < 10; ++i) {
                world.database().write(
                    store::Deadline::after(std::chrono::seconds{30}), [&](store::Transaction& tx) {
                        std::vector<Pending> const entries{
                            {{"system:test", "", "", world.clock.now}, {"test.write", "test", ""}}};
                        append(tx, entries);
                        tx.commit();
                    });
            }
        });
    }
    for (auto& writer : writers) writer.join();
    EXPECT_FAULT(verification(), None, 0);
    EXPECT_EQ(verification().entries, last + 40);
}

}  // namespace

}  // namespace waymark::audit
