// `waymark witness`: what another agency runs to hold the log to what it showed before, and what
// says at the server who may.

#include "access/directory.h"
#include "app/commands.h"
#include "app/common.h"
#include "app/files.h"
#include "app/keys.h"
#include "audit/log.h"
#include "audit/witness.h"
#include "foundation/text.h"
#include "http/json.h"
#include "store/migrations.h"

#include <curl/curl.h>

#include <csignal>
#include <filesystem>
#include <iostream>
#include <thread>

namespace waymark::app {

namespace {

constexpr long kSecondsForAnswer = 20;
constexpr std::size_t kLongestAnswer = 200'000;

volatile std::sig_atomic_t told_to_stop = 0;

audit::SigningKey witness_key_in(std::string const& file) {
    auto const key = audit::SigningKey::parse(text_of_file(file));
    if (!key || key->verifier().kind != audit::KeyKind::Witness) {
        throw Stop{kRefused, file + " holds no key of a witness; make one: waymark witness key"};
    }
    return *key;
}

bool is_this_machine(std::string const& url) {
    for (std::string const known : {"http://127.0.0.1", "http://[::1]", "http://localhost"}) {
        if (url == known || url.starts_with(known + ":") || url.starts_with(known + "/")) {
            return true;
        }
    }
    return false;
}

std::size_t take_piece(char* data, std::size_t, std::size_t size, void* text) {
    auto& answer = *static_cast<std::string*>(text);
    if (answer.size() + size > kLongestAnswer) return 0;
    answer.append(data, size);
    return size;
}

struct Answer {
    long status = 0;
    std::string body;
    std::string trouble;  // why there is no answer
};

// Posts JSON over TLS with the certificates this machine trusts, or those of a file.
Answer post(std::string const& url, std::string const& ca_file, std::string const& body) {
    Answer answer;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> const curl{curl_easy_init(),
                                                                   &curl_easy_cleanup};
    if (!curl) throw Stop{kFailed, "the network library did not start"};
    curl_slist* headers = curl_slist_append(nullptr, "Content-Type: application/json");
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> const kept{headers,
                                                                           &curl_slist_free_all};
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, kSecondsForAnswer);
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!ca_file.empty()) curl_easy_setopt(curl.get(), CURLOPT_CAINFO, ca_file.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take_piece);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer.body);
    if (auto const code = curl_easy_perform(curl.get()); code != CURLE_OK) {
        answer.trouble = curl_easy_strerror(code);
    }
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer.status);
    return answer;
}

std::string text_of(http::JsonObject const& object) {
    return boost::json::serialize(object);
}

struct Offer {
    audit::SignedNote note;
    audit::Proof proof;
};

std::optional<Offer> offer_from(std::string const& body) {
    constexpr std::size_t kDepth = 4;
    auto const object = http::parse_object(body, kDepth);
    auto const* note_text = object ? object->if_contains("note") : nullptr;
    auto const* hashes = object ? object->if_contains("proof") : nullptr;
    if (!note_text || !note_text->is_string() || !hashes || !hashes->is_array()) return {};
    auto note = audit::SignedNote::parse(std::string_view{note_text->get_string()});
    if (!note) return {};
    Offer offer{std::move(*note), {}};
    for (auto const& hash : hashes->get_array()) {
        auto const bytes = hash.is_string() ? bytes_from_base64(std::string_view{hash.get_string()})
                                            : std::nullopt;
        if (!bytes || bytes->size() != sizeof(Digest)) return {};
        std::copy(bytes->begin(), bytes->end(), offer.proof.emplace_back().begin());
    }
    return offer;
}

class WitnessRun {
  public:
    explicit WitnessRun(WitnessWishes const& wishes)
        : wishes_(&wishes),
          key_(witness_key_in(wishes.key)),
          log_(log_key_from(wishes.log_key)),
          api_(wishes.log + "/api/v1/witness/") {
        if (!wishes.log.starts_with("https://") && !is_this_machine(wishes.log)) {
            throw Stop{kWrongUse, "--log is the server's address, such as https://waymark.example"};
        }
        if (std::filesystem::exists(wishes.state)) {
            held_ = audit::SignedNote::parse(text_of_file(wishes.state));
            if (!held_) throw Stop{kRefused, wishes.state + " holds no checkpoint"};
        }
    }

    // One look: kDone when it signed, kAuditBroken when it refused, kFailed when nothing came.
    int look() {
        auto const at = system_clock().now;
        auto const size = held_ ? held_->checkpoint.size : 0;
        auto const asked =
            post(api_ + "checkpoint", wishes_->ca,
                 text_of(http::JsonObject{
                     {"name", key_.verifier().name},
                     {"held_size", size},
                     {"at", to_text(at)},
                     {"signature",
                      audit::sign_request(key_, "checkpoint " + std::to_string(size), at)}}));
        if (asked.status != 200) return no_answer(asked);
        auto const offer = offer_from(asked.body);
        if (!offer) return say(kFailed, "what the server sent is no checkpoint");
        auto const judgement = audit::judge(held_, offer->note, offer->proof, log_, at);
        auto const head = std::to_string(offer->note.checkpoint.size) + " entries";
        if (judgement != audit::Judgement::Continues && judgement != audit::Judgement::SameAsHeld) {
            return say(
                kAuditBroken,
                "NOT SIGNED, " + head + ": " + std::string{audit::words_of(judgement)} +
                    (held_ ? "; what was signed before is in " + wishes_->state : std::string{}));
        }
        return sign(*offer, at, head + ", " + std::string{audit::words_of(judgement)});
    }

  private:
    int sign(Offer const& offer, Instant at, std::string const& words) {
        auto const signature = audit::cosign(key_, offer.note.checkpoint, at);
        auto note = offer.note;
        // In place of the one that it gave before, where there is nothing new.
        std::erase_if(note.signatures,
                      [&](audit::Signature const& one) { return one.id == signature.id; });
        note.signatures.push_back(signature);
        // Kept before it is sent: what was signed once is never forgotten.
        write_private_file(wishes_->state, note.text());
        held_ = std::move(note);
        auto line = signature.line();
        line.pop_back();
        auto const sent = post(api_ + "cosignature", wishes_->ca,
                               text_of(http::JsonObject{{"name", key_.verifier().name},
                                                        {"size", offer.note.checkpoint.size},
                                                        {"signature", line}}));
        if (sent.status != 204) return no_answer(sent);
        return say(kDone, "signed, " + words);
    }

    static int no_answer(Answer const& answer) {
        if (answer.status == 404) return say(kFailed, "the server has signed no checkpoint yet");
        if (answer.status == 401) {
            return say(kFailed,
                       "the server does not know this witness, or the clocks differ; its operator "
                       "adds one with: waymark witness add");
        }
        return say(kFailed, answer.status == 0
                                ? "no answer: " + answer.trouble
                                : "the server answered " + std::to_string(answer.status));
    }

    static int say(int code, std::string const& words) {
        auto& out = code == kDone ? std::cout : std::cerr;
        out << to_text(system_clock().now) << " " << words << std::endl;
        return code;
    }

    WitnessWishes const* wishes_;
    audit::SigningKey key_;
    audit::VerifierKey log_;
    std::string api_;
    std::optional<audit::SignedNote> held_;
};

void wait_for(int seconds) {
    auto const until = std::chrono::steady_clock::now() + std::chrono::seconds{seconds};
    while (told_to_stop == 0 && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(std::chrono::milliseconds{100});
    }
}

}  // namespace

int make_witness_key(std::string const& name, std::string const& file) {
    if (std::filesystem::exists(file)) {
        throw Stop{kRefused, file + " is there already; a key that was used is not written over"};
    }
    auto const key = audit::SigningKey::make(name, audit::KeyKind::Witness);
    if (!audit::VerifierKey::parse(key.verifier().text())) {
        throw Stop{kWrongUse,
                   "NAME is of letters, digits, dots and slashes, such as "
                   "police.example/waymark"};
    }
    write_private_file(file, key.text() + "\n");
    std::cout << "The private key is in " << file
              << ": keep it to yourself.\nThe public key, for the server's operator:\n"
              << key.verifier().text() << "\n";
    return kDone;
}

int run_witness(WitnessWishes const& wishes) {
    curl_global_init(CURL_GLOBAL_DEFAULT);
    WitnessRun run{wishes};
    if (wishes.once) return run.look();
    std::signal(SIGINT, [](int) { told_to_stop = 1; });
    std::signal(SIGTERM, [](int) { told_to_stop = 1; });
    int worst = kDone;
    while (told_to_stop == 0) {
        if (run.look() == kAuditBroken) worst = kAuditBroken;
        wait_for(wishes.every);
    }
    return worst;
}

int add_witness(Settings const& settings, std::string const& key, std::string const& agency) {
    store::Database database{store_settings(settings)};
    store::require_current_schema(database);
    auto const partnership = only_partnership(database);
    auto const given = key_given(key);
    database.write(store::Deadline::after(std::chrono::seconds{30}), [&](store::Transaction& tx) {
        auto work = access::Gate::for_system(tx, partnership, system_clock(), "witness-add");
        std::optional<AgencyId> id;
        for (auto const& one : access::agencies(work, access::Include::Current)) {
            if (one.code == agency) id = one.id;
        }
        if (!id) throw Stop{kRefused, "there is no agency with the code " + agency};
        auto const added = audit::add_witness(tx, id->value, given, work.clock());
        if (!added) throw Stop{kRefused, "the witness was not added: " + words_of(added.error())};
        work.note({"witness.add", "agency", id->value, std::nullopt, sha256_hex(given)});
        access::Gate::finish(work);
    });
    std::cout << "Added. It signs from its next look on.\n";
    return kDone;
}

int end_witness(Settings const& settings, std::string const& name) {
    store::Database database{store_settings(settings)};
    store::require_current_schema(database);
    auto const partnership = only_partnership(database);
    database.write(store::Deadline::after(std::chrono::seconds{30}), [&](store::Transaction& tx) {
        auto work = access::Gate::for_system(tx, partnership, system_clock(), "witness-end");
        if (!audit::end_witness(tx, name, work.clock())) {
            throw Stop{kRefused, "there is no such witness: " + name};
        }
        work.note({"witness.end", "none", ""});
        access::Gate::finish(work);
    });
    std::cout << "It signs no more.\n";
    return kDone;
}

int list_witnesses(Settings const& settings) {
    store::Database database{store_settings(settings)};
    store::require_current_schema(database);
    database.read(store::Deadline::after(std::chrono::seconds{30}), [&](store::Transaction& tx) {
        for (auto const& one : audit::witnesses(tx)) {
            std::cout << one.key.text() << "\n  from " << to_text(one.from)
                      << (one.to ? " to " + to_text(*one.to) : std::string{}) << ", "
                      << (one.seen_at ? "last signed " + std::to_string(one.seen_size) +
                                            " entries at " + to_text(*one.seen_at)
                                      : std::string{"has not signed yet"})
                      << "\n";
        }
    });
    return kDone;
}

}  // namespace waymark::app
