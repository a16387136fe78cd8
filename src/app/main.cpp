// The command line: reads it, reads the settings, runs one command, and says what went wrong.

#include "app/commands.h"
#include "app/common.h"
#include "demo/demo.h"
#include "http/server.h"
#include "referrals/import.h"
#include "store/backup.h"
#include "store/migrations.h"

#include <sodium.h>
#include <CLI/CLI.hpp>

#include <iostream>

namespace {

using namespace waymark::app;

constexpr char const* kFooter =
    "Exit codes: 0 done; 1 failed; 2 wrong command, flag or setting; 3 refused (would overwrite,\n"
    "other schema, unsafe for production, mistakes in a file); 4 an import left rows out;\n"
    "5 the audit does not verify.";

// The columns that a file of referrals may have, a few to a line.
std::string referral_columns() {
    auto const listed = [](std::string const& what, std::vector<std::string_view> const& names) {
        constexpr std::size_t kToALine = 5;
        std::string text = what;
        for (std::size_t i = 0; i < names.size(); ++i) {
            text += (i % kToALine == 0 ? "\n  " : ", ") + std::string{names[i]};
        }
        return text + "\n";
    };
    auto const names = waymark::referrals::import_column_names();
    return listed("Columns that are needed:", names.needed) +
           listed("Columns that may be there:", names.optional) +
           listed("And of each person, the second in role_2 and so on, up to nine:",
                  names.of_person) +
           "Codes are the programme's; dates are like 2026-02-01. A row is known again by its\n"
           "source_reference, so the same file can be imported again.\n\n";
}

// Adds a flag for every setting, and the one that names the file.
void add_settings(CLI::App& command, std::string& file, Flags& flags) {
    command.add_option("--config", file, "TOML file with settings")->envname("WAYMARK_CONFIG");
    for (auto const& rule : setting_rules()) {
        std::string name{rule.name};
        auto const help = std::string{rule.purpose} + " (" + std::string{rule.expects} + ")";
        command
            .add_option_function<std::string>(
                "--" + dashed(name),
                [name, &flags](std::string const& value) { flags[name] = value; }, help)
            ->group("Settings");
    }
}

struct CommandLine {
    CLI::App app{
        "Waymark: multi-agency case management and outcome measurement for community "
        "safety partnerships"};
    std::string config;
    Flags flags;
    std::function<int(Settings const&)> command;

    std::string grant_to, file, kind, of_key, agency;
    VerifyWishes verify;
    WitnessWishes witness;
    bool force = false;
    ImportIncidents incidents;
    ImportReferrals referrals;
    DemoWishes demo{2021, "", "full", ""};
    NewUser user{"", "", "administrator", "", "council", "council", ""};
    CommitteeWishes committee;

    CLI::App* add(CLI::App& parent, char const* name, char const* help,
                  std::function<int(Settings const&)> run) {
        auto* const sub = parent.add_subcommand(name, help);
        add_settings(*sub, config, flags);
        sub->callback([this, run = std::move(run)] { command = run; });
        sub->footer(kFooter);
        return sub;
    }

    void define();
    void define_imports();
    void define_users_and_reports();
    void define_witnesses();
};

void CommandLine::define() {
    app.set_version_flag("--version", "waymark " WAYMARK_VERSION);
    app.require_subcommand(1);
    app.footer(kFooter);
    add(app, "serve", "Serve the web application and the API", serve);
    auto* const migrate_command =
        add(app, "migrate", "Bring the database's schema up to date",
            [this](Settings const& settings) { return migrate(settings, grant_to); });
    migrate_command->add_option("--grant-to", grant_to,
                                "PostgreSQL role that serves, and may not rewrite the audit");
    auto* const verifying =
        add(app, "verify-audit", "Check the audit from its first entry to its last",
            [this](Settings const& settings) { return verify_audit(settings, verify); });
    verifying->add_option("--log-key", verify.log_keys,
                          "a public key of the log, or a file that holds it; may be repeated");
    verifying->add_option("--held", verify.held,
                          "a file with a checkpoint that somebody kept; may be repeated");
    add(app, "audit-key", "Print the public key that checks the audit's signed heads",
        print_audit_key);
    auto* const backup_command =
        add(app, "backup", "Write a checked copy of the database while the server runs",
            [this](Settings const& settings) { return backup(settings, file); });
    backup_command->add_option("FILE", file, "where to write it")->required();
    auto* const restore_command =
        add(app, "restore", "Put a backup back",
            [this](Settings const& settings) { return restore(settings, file, force); });
    restore_command->add_option("FILE", file, "the backup")->required();
    restore_command->add_flag("--force", force, "overwrite what is there");
    auto* const demo_command =
        add(app, "demo", "Make a demonstration partnership in a new database",
            [this](Settings const& settings) { return make_demo(settings, demo); });
    demo_command->add_option("--seed", demo.seed, "the same seed gives the same records");
    demo_command->add_option("--as-of", demo.as_of, "the last day on which anything happened");
    demo_command->add_option("--size", demo.size, "small or full")
        ->check(CLI::IsMember({"small", "full"}));
    demo_command->add_option("--boundaries", demo.boundaries, "folder of boundary files to import");
    define_imports();
    define_users_and_reports();
    define_witnesses();
}

void CommandLine::define_witnesses() {
    auto* const witnessing =
        app.add_subcommand("witness", "Another agency's proof that the audit was not rewritten");
    witnessing->require_subcommand(1);
    auto* const key = add(*witnessing, "key", "Make a witness's key",
                          [this](Settings const&) { return make_witness_key(of_key, file); });
    key->add_option("NAME", of_key, "such as police.example/waymark")->required();
    key->add_option("--out", file, "where to write the private key")->required();
    auto* const run =
        add(*witnessing, "run", "Sign the audit's heads, once a minute, until told to stop",
            [this](Settings const&) { return run_witness(witness); });
    run->add_option("--log", witness.log, "the server, such as https://waymark.example")
        ->required();
    run->add_option("--log-key", witness.log_key, "the log's public key, or a file with it")
        ->required();
    run->add_option("--key", witness.key, "file of this witness's private key")->required();
    run->add_option("--state", witness.state, "file to keep the last signed checkpoint in")
        ->required();
    run->add_option("--ca", witness.ca, "certificates to trust, unless the machine's own");
    run->add_option("--every", witness.every, "seconds between looks")
        ->check(CLI::Range(1, 86'400));
    run->add_flag("--once", witness.once, "look once");
    auto* const adding =
        add(*witnessing, "add", "Let a witness sign",
            [this](Settings const& settings) { return add_witness(settings, of_key, agency); });
    adding->add_option("KEY", of_key, "its public key, or a file that holds it")->required();
    adding->add_option("--agency", agency, "code of the agency that runs it")->required();
    auto* const ending =
        add(*witnessing, "end", "Let a witness sign no more",
            [this](Settings const& settings) { return end_witness(settings, of_key); });
    ending->add_option("NAME", of_key, "its name")->required();
    add(*witnessing, "list", "List the witnesses, and when each signed last", list_witnesses);
}

void CommandLine::define_imports() {
    auto* const import_command = app.add_subcommand("import", "Read a file into the database");
    import_command->require_subcommand(1);
    auto* const rows = add(
        *import_command, "incidents", "Recorded incidents: data.police.uk CSV, or tab-separated",
        [this](Settings const& settings) { return import_incidents(settings, incidents); });
    rows->add_option("FILE", incidents.file, "the file")->required();
    rows->add_option("--source", incidents.source, "a name to know it by");
    rows->add_option("--rejected", incidents.rejected, "where to write rows that were left out");
    rows->add_option("--in-no-area", incidents.outside, "where to list what lies in no area");
    auto* const referral_rows =
        add(*import_command, "referrals", "Referrals, each to its hub's queue: CSV with a header",
            [this](Settings const& settings) { return import_referrals(settings, referrals); });
    referral_rows->add_option("FILE", referrals.file, "the file")->required();
    referral_rows->add_option("--rejected", referrals.rejected,
                              "where to write rows that were left out");
    referral_rows->footer(referral_columns() + kFooter);
    auto* const outlines =
        add(*import_command, "boundaries", "Boundaries: GeoJSON or TopoJSON",
            [this](Settings const& settings) { return import_boundaries(settings, file, kind); });
    outlines->add_option("FILE", file, "the file")->required();
    outlines->add_option("--kind", kind, "district, ward or lsoa; else their codes say it");
}

void CommandLine::define_users_and_reports() {
    auto* const user_command = app.add_subcommand("user", "Who may sign in");
    user_command->require_subcommand(1);
    auto* const adding =
        add(*user_command, "add", "Add a user; the password is asked for or read from input",
            [this](Settings const& settings) { return add_user(settings, user); });
    adding->add_option("EMAIL", user.email, "e-mail address")->required();
    adding->add_option("--name", user.name, "as colleagues see it")->required();
    adding->add_option("--role", user.role, "administrator unless given");
    adding->add_option("--area", user.held_at, "code of the area where the role is held");
    adding->add_option("--agency", user.agency, "code of their agency; made when there is none");
    adding->add_option("--agency-kind", user.agency_kind, "kind of an agency that is made");
    adding->add_option("--partnership", user.partnership,
                       "name of the partnership, the first time");
    auto* const confirming =
        add(*user_command, "confirm", "Say that an account is still needed, also one that lapsed",
            [this](Settings const& settings) { return confirm_user(settings, user.email); });
    confirming->add_option("EMAIL", user.email, "e-mail address")->required();
    add(*user_command, "list", "List users with their roles", list_users);

    auto* const report_command = app.add_subcommand("report", "Print a report");
    report_command->require_subcommand(1);
    auto* const report =
        add(*report_command, "committee", "The committee report for a period, as HTML and CSV",
            [this](Settings const& settings) { return committee_report(settings, committee); });
    report->add_option("--from", committee.from, "first day, such as 2025-10-01")->required();
    report->add_option("--to", committee.to, "last day")->required();
    report->add_option("--out", committee.out,
                       "folder for report.html and one CSV a table; else HTML is printed");
}

int say(int code, std::string const& message) {
    std::cerr << "waymark: " << message << "\n";
    return code;
}

}  // namespace

int main(int argc, char** argv) {
    if (sodium_init() < 0) return say(kFailed, "the cryptography library did not start");
    CommandLine line;
    line.define();
    try {
        line.app.parse(argc, argv);
    } catch (CLI::ParseError const& error) {
        return line.app.exit(error) == 0 ? kDone : kWrongUse;
    }
    try {
        auto const file = line.config.empty() ? std::nullopt : std::optional{line.config};
        return line.command(read_settings(file, process_environment(), line.flags));
    } catch (BadSetting const& bad) {
        return say(kWrongUse, bad.what());
    } catch (Stop const& stop) {
        return say(stop.code, stop.message);
    } catch (waymark::demo::CannotMake const& refused) {
        return say(kRefused, refused.what());
    } catch (waymark::store::WouldOverwrite const& refused) {
        return say(kRefused, std::string{refused.what()} + "; use --force to overwrite it");
    } catch (waymark::store::SchemaMismatch const& refused) {
        return say(kRefused, refused.what());
    } catch (waymark::http::BadCertificate const& refused) {
        return say(kRefused, refused.what());
    } catch (std::exception const& trouble) {
        return say(kFailed, trouble.what());
    }
}
