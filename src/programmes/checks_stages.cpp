// Checks of the way a case goes: every stage can be reached, and from each a case can be closed.

#include "checks.h"

#include <algorithm>
#include <set>

namespace waymark::programmes {

namespace {

using Codes = std::set<std::string>;

Stage const* stage_of(std::vector<Stage> const& stages, std::string const& code) {
    auto const found = std::find_if(stages.begin(), stages.end(),
                                    [&](Stage const& one) { return one.code == code; });
    return found == stages.end() ? nullptr : &*found;
}

Codes reached_from(std::vector<Stage> const& stages, std::string const& start) {
    Codes reached = {start};
    std::vector<std::string> waiting = {start};
    while (!waiting.empty()) {
        auto const* stage = stage_of(stages, waiting.back());
        waiting.pop_back();
        if (!stage) continue;
        for (auto const& next : stage->may_move_to) {
            if (reached.insert(next).second) waiting.push_back(next);
        }
    }
    return reached;
}

void check_moves(std::vector<Stage> const& stages, std::size_t index, Faults& faults) {
    auto const& moves = stages[index].may_move_to;
    for (std::size_t i = 0; i < moves.size(); ++i) {
        auto const at = below(below(below("/stages", index), "may_move_to"), i);
        if (moves[i] == stages[index].code) {
            faults.add(at, "stage_moves_to_itself", "Remove the stage's own code.");
        } else if (!stage_of(stages, moves[i])) {
            faults.add(at, "unknown_stage", "Use the code of a stage of this programme.");
        }
    }
}

}  // namespace

void check_stages(std::vector<Stage> const& stages, Faults& faults) {
    check_codes_differ(stages, "/stages", faults);
    auto const closed = [](Stage const& stage) { return stage.closed; };
    if (stages.front().closed) {
        faults.add("/stages/0/closed", "first_stage_closed", "A case must open at an open stage.");
    }
    auto const can_end = std::any_of(stages.begin(), stages.end(), closed);
    if (!can_end) {
        faults.add("/stages", "no_closed_stage", "Add a stage with \"closed\": true.");
    }
    auto const reached = reached_from(stages, stages.front().code);
    for (std::size_t i = 0; i < stages.size(); ++i) {
        check_moves(stages, i, faults);
        auto const at = below("/stages", i);
        if (!reached.contains(stages[i].code)) {
            faults.add(at, "stage_unreachable",
                       "Let an earlier stage move to this one, or remove it.");
        }
        auto const onward = reached_from(stages, stages[i].code);
        auto const ends = std::any_of(stages.begin(), stages.end(), [&](Stage const& one) {
            return one.closed && onward.contains(one.code);
        });
        if (can_end && !ends) {
            faults.add(below(at, "may_move_to"), "stage_dead_end",
                       "Add a move that leads to a closed stage: a case here could never end.");
        }
    }
}

}  // namespace waymark::programmes
