#pragma once

// What the command line does. Each command gives the program's exit code.

#include "app/settings.h"
#include "foundation/dates.h"

#include <optional>
#include <string>
#include <vector>

namespace waymark::app {

// Documented in docs/command-line.md and shown by --help.
enum ExitCode {
    kDone = 0,
    kFailed = 1,        // trouble that is not one of these: the message says what
    kWrongUse = 2,      // a command, flag or setting that is wrong
    kRefused = 3,       // would overwrite, newer schema, unsafe for production, mistakes in a file
    kRowsRejected = 4,  // an import that left rows out; the rest is in
    kAuditBroken = 5,   // the audit does not verify
};

// Thrown by a command: stops it with an exit code and a message for the operator.
struct Stop {
    int code;
    std::string message;
};

int serve(Settings const& settings);
int migrate(Settings const& settings, std::string const& grant_to);

// What is known from elsewhere than the database, to hold it to.
struct VerifyWishes {
    std::vector<std::string> log_keys;  // public keys of the log, or files that hold one
    std::vector<std::string> held;      // files of checkpoints that a witness or an officer kept
};
int verify_audit(Settings const& settings, VerifyWishes const& wishes);
int print_audit_key(Settings const& settings);

struct WitnessWishes {
    std::string log;      // the server's address
    std::string log_key;  // the log's public key, or the file that holds it
    std::string key;      // file of the witness's own private key
    std::string state;    // file of the checkpoint that was signed last
    std::string ca;       // certificates to trust, unless the machine's
    int every = 60;       // seconds
    bool once = false;
};
int make_witness_key(std::string const& name, std::string const& file);
int run_witness(WitnessWishes const& wishes);
int add_witness(Settings const& settings, std::string const& key, std::string const& agency);
int end_witness(Settings const& settings, std::string const& name);
int list_witnesses(Settings const& settings);

int backup(Settings const& settings, std::string const& file);
int restore(Settings const& settings, std::string const& file, bool force);

struct ImportIncidents {
    std::string file;
    std::string source;    // the file's name unless given
    std::string rejected;  // FILE.rejected.csv unless given
    std::string outside;   // FILE.in-no-area.csv unless given
};
int import_incidents(Settings const& settings, ImportIncidents const& what);
int import_boundaries(Settings const& settings, std::string const& file, std::string const& kind);

struct ImportReferrals {
    std::string file;
    std::string rejected;  // FILE.rejected.csv unless given
};
int import_referrals(Settings const& settings, ImportReferrals const& what);

struct DemoWishes {
    std::uint64_t seed;
    std::string as_of;  // today unless given
    std::string size;
    std::string boundaries;
};
int make_demo(Settings const& settings, DemoWishes const& wishes);

struct NewUser {
    std::string email, name, role, held_at, agency, agency_kind, partnership;
};
// Asks for the password on the terminal, or reads it from the first line of standard input.
int add_user(Settings const& settings, NewUser const& user);
int confirm_user(Settings const& settings, std::string const& email);
int list_users(Settings const& settings);

struct CommitteeWishes {
    std::string from, to;
    std::string out;  // a folder for the page and its tables; the page goes to standard output
                      // when none is given
};
int committee_report(Settings const& settings, CommitteeWishes const& wishes);

}  // namespace waymark::app
