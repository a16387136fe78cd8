#include "figures.h"

#include <cstdio>
#include <fstream>
#include <stdexcept>

namespace waymark::bench {

namespace {

std::string number(double value) {
    char text[40];
    std::snprintf(text, sizeof text, value >= 100 ? "%.0f" : "%.3g", value);
    return text;
}

}  // namespace

void Figures::add(Figure figure) {
    if (all_.empty()) {
        std::printf("%-58s %12s %-10s %12s %s\n", "figure", "measured", "unit", "bar", "met");
    }
    std::string bar = "-", met = "-";
    if (figure.kind != Bar::None) {
        bar = (figure.kind == Bar::AtMost ? "<= " : ">= ") + number(figure.bar);
        met = figure.met() ? "yes" : "NO";
    }
    std::printf("%-58s %12s %-10s %12s %s\n", figure.name.c_str(), number(figure.figure).c_str(),
                figure.unit.c_str(), bar.c_str(), met.c_str());
    std::fflush(stdout);
    all_.push_back(std::move(figure));
}

void Figures::write(std::string const& folder, std::string const& name) const {
    std::ofstream file{folder + "/" + name + ".jsonl"};
    for (auto const& one : all_) {
        bool const has_bar = one.kind != Bar::None;
        file << R"({"name":")" << one.name << R"(","figure":)" << one.figure << R"(,"unit":")"
             << one.unit << R"(","bar":)" << (has_bar ? std::to_string(one.bar) : "null")
             << R"(,"met":)"
             << (!has_bar    ? "null"
                 : one.met() ? "true"
                             : "false")
             << "}\n";
    }
    if (!file.flush()) throw std::runtime_error("cannot write the figures into " + folder);
}

int Figures::missed() const {
    int count = 0;
    for (auto const& one : all_) count += one.met() ? 0 : 1;
    return count;
}

}  // namespace waymark::bench
