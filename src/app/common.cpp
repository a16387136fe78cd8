#include "app/common.h"

#include "access/directory.h"
#include "app/commands.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace waymark::app {

store::Settings store_settings(Settings const& settings) {
    return {
        .url = settings.database, .connections = settings.connections, .durable = settings.durable};
}

programmes::Catalogue load_programmes(Settings const& settings) {
    auto loaded = programmes::Catalogue::load(settings.programmes);
    if (auto const* faults = std::get_if<std::vector<programmes::Fault>>(&loaded)) {
        throw Stop{kRefused, "the programme files have mistakes:\n" + programmes::to_text(*faults)};
    }
    return std::get<programmes::Catalogue>(std::move(loaded));
}

PartnershipId only_partnership(store::Database& database) {
    auto const all = database.read(store::Deadline::after(std::chrono::seconds{30}),
                                   [](store::Transaction& tx) { return access::partnerships(tx); });
    if (all.empty()) {
        throw Stop{kRefused, "there is no partnership yet; run: waymark user add, or waymark demo"};
    }
    if (all.size() > 1) throw Stop{kRefused, "the database holds more than one partnership"};
    return all.front().id;
}

std::string words_of(Error const& error) {
    std::string words = error.code;
    for (auto const& field : error.fields) words += "\n  " + field.field + ": " + field.code;
    return words;
}

Progress::Progress(std::string_view what) : what_(what), terminal_(isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
    if (terminal_ && last_percent_ >= 0) std::cerr << "\n";
}

void Progress::show(double share, std::string_view detail) {
    constexpr int kWidth = 30;
    int const percent = static_cast<int>(std::clamp(share, 0.0, 1.0) * 100);
    if (percent == last_percent_) return;
    if (terminal_) {
        auto const filled = static_cast<std::size_t>(percent * kWidth / 100);
        std::cerr << "\r" << what_ << " [" << std::string(filled, '=')
                  << std::string(kWidth - filled, ' ') << "] " << percent << "% " << detail
                  << "\033[K" << std::flush;
    } else if (percent / 10 != last_percent_ / 10) {
        std::cerr << what_ << " " << percent << "% " << detail << "\n";
    }
    last_percent_ = percent;
}

}  // namespace waymark::app
