#include "audit/verify.h"

#include "audit/log.h"
#include "audit_sql.h"
#include "entry.h"
#include "stored_tree.h"

#include <algorithm>
#include <array>
#include <deque>
#include <limits>
#include <map>
#include <set>

namespace waymark::audit {

namespace {

// Clocks of several servers may differ a little, and an entry is written after its request began.
constexpr std::chrono::minutes kTolerance{10};
constexpr std::size_t kSuspects = 24;  // rows that are looked at to say what was done
constexpr std::int64_t kLongestShift = 1000;
constexpr std::uint64_t kRowsAtOnce = 10'000;
// A checkpoint stands for a new entry at least, so a page needs no more, but for the one after it.
constexpr std::uint64_t kCheckpointsAtOnce = kRowsAtOnce + 1;

// A row as it stands, kept to find out where it belongs.
struct Suspect {
    std::uint64_t stands_at;
    std::string before;  // the hash that stands before it
    std::string hash;
    std::string at, actor_id, agency_id, action, subject_kind, subject_id, detail, request_id,
        shown;
    std::optional<std::int64_t> revision;

    EntryText text() const {
        return {at,         actor_id, agency_id,  action, subject_kind,
                subject_id, detail,   request_id, shown,  revision};
    }
    // Whether what it says, at that place after that hash, gives this hash.
    bool fits(std::uint64_t place, std::string_view previous, std::string_view wanted) const {
        return hex_of(bytes_of(entry_hash(previous, static_cast<std::int64_t>(place), text()))) ==
               wanted;
    }
};

// What was done to the rows of which the first few fail. The rows after a change that was made
// without touching hashes still follow from the hash that stands there.
class Diagnosis {
  public:
    void add(Suspect row) {
        if (rows_.size() < kSuspects) rows_.push_back(std::move(row));
    }
    bool is_full() const { return rows_.size() == kSuspects; }
    bool is_empty() const { return rows_.empty(); }
    std::uint64_t place() const { return rows_.front().stands_at; }

    Fault fault() const {
        if (have_changed_places(false)) return Fault::Moved;
        if (rows_.size() == 1) return Fault::Altered;
        if (auto const shift = shift_of_the_rest(); shift > 0) return Fault::Missing;
        if (have_changed_places(true)) return Fault::Swapped;
        // The row after it follows from the hash that stands in it, so that hash was there.
        if (rows_[1].stands_at != rows_[0].stands_at + 1) return Fault::Altered;
        return Fault::Spliced;
    }

  private:
    // With their hashes, or leaving those where they were.
    bool have_changed_places(bool with_hash) const {
        for (auto const& row : rows_) {
            for (auto const& place : rows_) {
                if (&row == &place) continue;
                auto const& wanted = with_hash ? row.hash : place.hash;
                if (row.fits(place.stands_at, place.before, wanted)) return true;
                // Neighbours: what stood before the place is what stands in it now.
                if (with_hash && row.fits(place.stands_at, place.hash, wanted)) return true;
            }
        }
        return false;
    }

    // How far the rows after the first stand from where they were written; 0 when nowhere near.
    std::int64_t shift_of_the_rest() const {
        auto const& row = rows_[1];
        for (std::int64_t shift = 1; shift <= kLongestShift; ++shift) {
            auto const place = row.stands_at + static_cast<std::uint64_t>(shift);
            if (row.fits(place, row.before, row.hash)) return shift;
        }
        return 0;
    }

    std::vector<Suspect> rows_;
};

// The whole check. Rows are read a page at a time; what else a page needs is read between pages.
class Verifier {
  public:
    Verifier(store::Transaction& tx, Trust const& trust) : tx_(&tx), trust_(&trust) {
        auto const head = tx.first(sql::kReadHead, {});
        head_sequence_ = head ? static_cast<std::uint64_t>(head->integer("sequence")) : 0;
        head_hash_ = head ? head->text("hash") : "";
        for (auto const level : kStoredLevels) {
            stored_nodes_[level] =
                static_cast<std::uint64_t>(tx.first(sql::kCountNodes, {level})->integer("nodes"));
        }
        for (auto const& note : trust.held) held_.emplace(note.checkpoint.size, note);
        for (auto const& row : tx.all(sql::kWitnesses, {})) {
            if (auto key = VerifierKey::parse(row.text("key"))) witnesses_.push_back(*key);
        }
    }

    Verification run(std::function<void(std::uint64_t)> const& progress) {
        while (page()) {
            if (progress) progress(last_);
        }
        if (!diagnosis_.is_empty() && found_.fault == Fault::None) {
            fail(diagnosis_.fault(), diagnosis_.place());
        }
        if (found_.fault == Fault::None) check_end();
        found_.entries = last_;
        if (found_.fault == Fault::None) {
            found_.head = hash_;
            found_.root = tree_.root();
        }
        return found_;
    }

  private:
    struct Node {
        int level;
        std::uint64_t position;
        Digest hash;
    };

    void fail(Fault fault, std::uint64_t at) {
        if (found_.fault != Fault::None) return;
        found_.fault = fault;
        found_.at = at;
    }

    // False when there is nothing more to read, or to find.
    bool page() {
        load_checkpoints();
        std::uint64_t rows = 0;
        nodes_.clear();
        std::array<store::Value, 2> const values{rows_read_ == 0
                                                     ? std::numeric_limits<std::int64_t>::min()
                                                     : static_cast<std::int64_t>(last_sequence_),
                                                 kRowsAtOnce};
        tx_->each(sql::kChainAfter, values, [&](store::Row const& row) {
            ++rows;
            if (found_.fault == Fault::None && !diagnosis_.is_full()) take(row);
        });
        rows_read_ += rows;
        if (found_.fault == Fault::None && diagnosis_.is_empty()) {
            check_nodes();
            check_cosignatures();
        }
        return rows == kRowsAtOnce && found_.fault == Fault::None && !diagnosis_.is_full();
    }

    void take(store::Row const& row) {
        last_sequence_ = row.integer("sequence");
        auto const place = last_ + 1;
        if (last_sequence_ != static_cast<std::int64_t>(place)) {
            bool const is_gap = last_sequence_ > static_cast<std::int64_t>(place);
            if (diagnosis_.is_empty()) fail(is_gap ? Fault::Missing : Fault::Spliced, place);
            return;
        }
        if (place > head_sequence_) return fail(Fault::BeyondHead, place);
        // In the order of kChainAfter.
        auto const& cells = row.cells();
        EntryText const entry{cells[1].text,  cells[2].text,
                              cells[3].text,  cells[4].text,
                              cells[5].text,  cells[6].text,
                              cells[8].text,  cells[9].text,
                              cells[10].text, row.optional_integer("revision")};
        auto const& stored = cells[11].text;
        auto const hash = entry_hash(hash_, last_sequence_, entry);
        bool const fits = hex_of(bytes_of(hash)) == stored;
        if (!fits) suspect(place, entry, stored);
        hash_ = stored;
        last_ = place;
        if (!diagnosis_.is_empty()) return;
        check_clock(entry.at);
        tree_.add(leaf_hash(hash), [this](int level, std::uint64_t position, Digest const& root) {
            if (level % kTileLevels == 0) nodes_.push_back({level, position, root});
        });
        check_heads();
    }

    void suspect(std::uint64_t place, EntryText const& entry, std::string const& stored) {
        diagnosis_.add({place, hash_, stored, std::string{entry.at}, std::string{entry.actor_id},
                        std::string{entry.agency_id}, std::string{entry.action},
                        std::string{entry.subject_kind}, std::string{entry.subject_id},
                        std::string{entry.detail}, std::string{entry.request_id},
                        std::string{entry.shown}, entry.revision});
    }

    void load_checkpoints() {
        for (auto const& row :
             tx_->all(sql::kCheckpointsAfter, {static_cast<std::int64_t>(checkpoints_read_),
                                               kCheckpointsAtOnce - checkpoints_.size()})) {
            checkpoints_read_ = static_cast<std::uint64_t>(row.integer("size"));
            checkpoints_.emplace_back(checkpoints_read_, SignedNote::parse(row.text("note")));
        }
        expect_next();
    }

    // What the times of the entries before the next checkpoint may be.
    void expect_next() {
        bool const is_known = !checkpoints_.empty() && checkpoints_.front().second;
        latest_ = is_known ? to_text(checkpoints_.front().second->checkpoint.at + kTolerance) : "";
        earliest_ = last_checkpoint_at_ ? to_text(*last_checkpoint_at_ - kTolerance) : "";
    }

    void check_clock(std::string_view at) {
        if (at < earliest_ || (!latest_.empty() && at > latest_)) fail(Fault::WrongClock, last_);
    }

    void check_heads() {
        while (!checkpoints_.empty() && checkpoints_.front().first == last_) {
            check_checkpoint(checkpoints_.front().second);
            checkpoints_.pop_front();
            expect_next();
        }
        auto const [from, to] = held_.equal_range(last_);
        for (auto at = from; at != to; ++at) {
            if (at->second.checkpoint.root != tree_.root()) {
                // Checkpoints that anybody may have signed tell nothing of where it begins.
                bool const are_signed = !trust_->log_keys.empty();
                return fail(Fault::Forked, (are_signed ? last_good_ : last_held_) + 1);
            }
            last_held_ = last_;
        }
    }

    void check_checkpoint(std::optional<SignedNote> const& note) {
        ++found_.checkpoints;
        if (!note || note->checkpoint.size != last_ || !is_by_the_log(*note)) {
            return fail(Fault::WrongKey, last_good_ + 1);
        }
        auto const& checkpoint = note->checkpoint;
        if (checkpoint.root != tree_.root()) return fail(Fault::Forked, last_good_ + 1);
        if (last_checkpoint_at_ && checkpoint.at + kTolerance < *last_checkpoint_at_) {
            return fail(Fault::WrongClock, last_);
        }
        last_checkpoint_at_ = checkpoint.at;
        last_good_ = last_;
        to_see_witnessed_.push_back(*note);
    }

    bool is_by_the_log(SignedNote const& note) const {
        auto const& keys = trust_->log_keys;
        return keys.empty() || std::any_of(keys.begin(), keys.end(), [&](VerifierKey const& key) {
                   return is_signed_by(note, key);
               });
    }

    void check_nodes() {
        for (auto const& [level, position, hash] : nodes_) {
            if (position >= stored_nodes_[level]) continue;
            auto const at = static_cast<std::int64_t>(position);
            auto const row = tx_->first(sql::kNodes, {level, at, at});
            if (!row || row->text("hash") != hex_of(bytes_of(hash))) {
                fail(Fault::TreeDiffers, (position << level) + 1);
            }
        }
    }

    void check_cosignatures() {
        for (auto& note : to_see_witnessed_) {
            auto const size = note.checkpoint.size;
            std::set<std::string> seen_by;
            for (auto const& row :
                 tx_->all(sql::kCosignatures, {static_cast<std::int64_t>(size)})) {
                auto const signature = Signature::parse(row.text("line"));
                note.signatures.clear();
                if (signature) note.signatures.push_back(*signature);
                bool const is_right = std::any_of(
                    witnesses_.begin(), witnesses_.end(),
                    [&](VerifierKey const& key) { return cosigned_at(note, key).has_value(); });
                if (!is_right) return fail(Fault::WrongKey, size);
                seen_by.insert(row.text("agency_id"));
            }
            if (seen_by.size() >= kEnoughWitnesses) found_.witnessed = size;
        }
        to_see_witnessed_.clear();
    }

    void check_end() {
        auto const held = held_.empty() ? 0 : held_.rbegin()->first;
        auto const signed_size = checkpoints_.empty() ? 0 : checkpoints_.front().first;
        if (head_sequence_ > last_ || held > last_ || signed_size > last_) {
            return fail(Fault::CutOff, last_ + 1);
        }
        if (head_hash_ != hash_) return fail(Fault::HeadDiffers, last_);
        if (held > checkpoints_read_) fail(Fault::CheckpointsRolledBack, checkpoints_read_ + 1);
    }

    store::Transaction* tx_;
    Trust const* trust_;
    Verification found_;

    std::uint64_t head_sequence_ = 0;
    std::string head_hash_;
    std::map<int, std::uint64_t> stored_nodes_;
    std::multimap<std::uint64_t, SignedNote> held_;
    std::vector<VerifierKey> witnesses_;

    std::uint64_t rows_read_ = 0;
    std::int64_t last_sequence_ = 0;
    std::uint64_t last_ = 0;  // the last entry that was taken
    std::string hash_;        // that stands in it
    GrowingTree tree_;
    std::vector<Node> nodes_;  // that the page completed
    Diagnosis diagnosis_;

    std::deque<std::pair<std::uint64_t, std::optional<SignedNote>>> checkpoints_;
    std::uint64_t checkpoints_read_ = 0;
    std::uint64_t last_good_ = 0;  // entries up to here are those that the log signed
    std::uint64_t last_held_ = 0;  // and up to here, those of a checkpoint that is held
    std::optional<Instant> last_checkpoint_at_;
    std::vector<SignedNote> to_see_witnessed_;
    std::string earliest_, latest_;  // times of entries up to the next checkpoint
};

}  // namespace

Verification verify(store::Transaction& tx, Trust const& trust,
                    std::function<void(std::uint64_t)> const& progress) {
    return Verifier{tx, trust}.run(progress);
}

std::string_view code_of(Fault fault) {
    switch (fault) {
        case Fault::None:
            return "none";
        case Fault::Altered:
            return "altered";
        case Fault::Missing:
            return "missing";
        case Fault::Moved:
            return "moved";
        case Fault::Swapped:
            return "swapped";
        case Fault::Spliced:
            return "spliced";
        case Fault::CutOff:
            return "cut_off";
        case Fault::BeyondHead:
            return "beyond_head";
        case Fault::HeadDiffers:
            return "head_differs";
        case Fault::WrongClock:
            return "wrong_clock";
        case Fault::TreeDiffers:
            return "tree_differs";
        case Fault::WrongKey:
            return "wrong_key";
        case Fault::Forked:
            return "forked";
        case Fault::CheckpointsRolledBack:
            break;
    }
    return "checkpoints_rolled_back";
}

}  // namespace waymark::audit
