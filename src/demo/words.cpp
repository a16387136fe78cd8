#include "words.h"

namespace waymark::demo {

namespace {

using List = std::vector<std::string_view>;

std::string one_of(Random& random, List const& list) {
    return std::string{random.pick(list)};
}

}  // namespace

std::vector<Behaviour> const& behaviours() {
    // clang-format off
    static std::vector<Behaviour> const all = {
        {"noise", "Noise at night", "Loud music and shouting from a neighbouring home, three or four nights a week, until two in the morning.", "nuisance", false, 22},
        {"rowdy_behaviour", "Rowdy groups outside", "A group gathers outside most evenings, shouting and kicking a ball against the wall. It stops when a patrol passes and starts again.", "nuisance", false, 14},
        {"harassment", "Harassment between neighbours", "Followed to the shop, stared at through the window and called names since a dispute over a fence.", "personal", false, 13},
        {"verbal_abuse", "Verbal abuse in the street", "Shouted at on the way home, in front of the children, on five occasions this month.", "personal", false, 10},
        {"threats", "Threats from a neighbour", "Told that the windows would go in if there was another complaint.", "personal", false, 8},
        {"vandalism", "Damage to cars and fences", "Wing mirrors broken and a fence kicked in, always at the weekend.", "environmental", false, 8},
        {"drugs", "Drug use on a stairwell", "People who do not live here use the stairwell. There is a smell, and foil and needles are left.", "nuisance", false, 9},
        {"street_drinking", "Street drinking by the shops", "The same few people drink on the benches from the morning and shout at those who pass.", "nuisance", false, 5},
        {"vehicle_nuisance", "Off-road motorcycles", "Two motorcycles on the field and the footpath after school. Somebody will be hurt.", "nuisance", false, 5},
        {"animals", "Dog out of control", "A dog barks all day and has gone for another dog on the green.", "nuisance", false, 4},
        {"fly_tipping", "Waste left in the back lane", "Bags and a mattress again, the third time since the spring. Rats have been seen.", "environmental", false, 3},
        {"youth", "Young people gathering", "Up to thirty young people most evenings; fires, broken glass and shop staff abused.", "nuisance", true, 8},
        {"alcohol", "Street drinking and fights", "Drinking from midday, fights at closing time and nobody to call who comes.", "nuisance", true, 6},
        {"drugs", "Dealing in the open", "Short visits to parked cars all afternoon. Residents no longer use the place.", "nuisance", true, 5},
        {"damage", "Damage to shelters and lights", "Shelters smashed and lights pulled down as soon as they are mended.", "environmental", true, 5},
        {"vehicles", "Car meets", "Engines, music and racing until one in the morning at weekends.", "nuisance", true, 4},
        {"litter", "Litter and broken glass", "Glass on the grass where small children play, every weekend of the season.", "environmental", true, 3},
    };
    // clang-format on
    return all;
}

std::size_t draw_behaviour(Random& random, bool is_place) {
    std::vector<double> weights;
    for (auto const& one : behaviours())
        weights.push_back(one.is_place == is_place ? one.weight : 0);
    return random.weighted(weights);
}

std::string effect_words(Random& random) {
    return one_of(random, {"Sleeps badly and has moved the child's bed to the back of the house.",
                           "Will not go out after dark and has stopped having visitors.",
                           "Off work with stress for a fortnight.",
                           "Annoyed rather than afraid, but it wears the whole street down.",
                           "Afraid to be seen complaining. Asks that nobody comes in uniform.",
                           "Has asked for a move, although the home suits in every other way.",
                           "Tearful on the telephone. Says that it never stops."});
}

std::string note_words(Random& random, std::string_view nature) {
    if (nature == "opinion") {
        return one_of(random,
                      {"My view: the trouble follows two or three visitors rather than the "
                       "tenant, who cannot keep them out.",
                       "I think that a visit by both agencies together would be heard better "
                       "than another letter.",
                       "It seems calmer since the start of term, but it is early to say.",
                       "I am not sure that we have heard from everybody in the block."});
    }
    if (nature == "third_party") {
        return one_of(random,
                      {"A neighbour, who does not want to be named, says that it is worst on "
                       "pay day.",
                       "The school says that attendance has dropped since September.",
                       "The landlord has had two complaints from other homes in the block."});
    }
    return one_of(random, {"Diary sheets came back: eleven entries in fourteen days.",
                           "Joint visit made. Nobody at home; a card was left.",
                           "Noise recording equipment fitted for a week.",
                           "Spoke with the alleged perpetrator, who denies it and agreed to meet.",
                           "Patrol log shows two visits last week and nothing seen.",
                           "Warning explained in person and understood.",
                           "Locks changed and a door viewer fitted.",
                           "Tenancy file read: one earlier warning, four years ago."});
}

std::string contact_words(Random& random) {
    return one_of(random,
                  {"Rang as agreed. A quieter week; one night of shouting on Saturday.",
                   "Told what has been done and what comes next. Content with that.",
                   "Upset that it is not over. Talked through the case review and how to ask "
                   "for one.",
                   "No answer at the agreed time. Will try again tomorrow.",
                   "Glad of the visit. Says that the children sleep again."});
}

std::string incident_words(Random& random, Behaviour const& behaviour) {
    return std::string{behaviour.title} + ". " +
           one_of(random, {"Reported by the victim on the next morning.",
                           "Two calls in one evening.", "Lasted about an hour.",
                           "Seen by a patrol on passing.", "Caught on the door camera."});
}

std::string review_words(Random& random, double change) {
    if (change < -0.1) {
        return one_of(random,
                      {"Better than last time: fewer reports and the plan is being kept. Carry "
                       "on, and step down if it holds.",
                       "Two quiet weeks. The contract is being kept. Keep the updates going."});
    }
    if (change > 0.1) {
        return one_of(random, {"Worse. More reports, and some now of threats. Bring the next step "
                               "forward.",
                               "The warning made no difference. Evidence goes to the solicitor."});
    }
    return one_of(random, {"Much the same. One action late; its agency was asked to say why.",
                           "Little change yet. The joint visit is still to come.",
                           "Quieter, but only because of the weather, the residents say."});
}

std::string closing_words(Random& random, std::string_view group) {
    if (group == "resolved") {
        return one_of(random,
                      {"It has stopped. Nothing was reported in the last four weeks, and those "
                       "affected agree to close.",
                       "The plan worked: visits, a contract kept for twelve weeks, and support "
                       "that goes on without us."});
    }
    if (group == "not_for_us") {
        return one_of(random,
                      {"Not a matter for this partnership. Passed on to those who can act, with "
                       "agreement.",
                       "Opened on what proved to be something else. Those affected were told."});
    }
    return one_of(random,
                  {"What could be done was done, and it has not stopped. Those affected know how "
                   "to come back and how to ask for a case review.",
                   "Closed without a finding. There was not enough to act on.",
                   "No contact for six weeks in spite of four tries by safe ways."});
}

std::string goal_words(Random& random, bool is_place) {
    if (is_place) {
        return one_of(random, {"Half as many incidents here next summer as last.",
                               "Residents use the place again in the evening.",
                               "Shop staff are no longer abused at work."});
    }
    return one_of(random, {"To sleep through the night.", "To feel safe walking home.",
                           "That the shouting and the threats stop.",
                           "That the children can play outside again.",
                           "To be told what happens without having to ask."});
}

std::string action_words(std::string_view tool) {
    struct Pair {
        std::string_view tool, text;
    };
    static constexpr Pair kPairs[] = {
        {"visit", "Visit both homes together and explain what is expected"},
        {"warning_letter", "Send a first warning letter and record that it was received"},
        {"mediation", "Offer mediation to both sides"},
        {"acceptable_behaviour_contract",
         "Draw up an acceptable behaviour contract for six months"},
        {"tenancy_warning", "Serve a tenancy warning"},
        {"home_security", "Fit a door viewer, window locks and a light"},
        {"victim_support", "Refer for emotional support, with agreement"},
        {"mental_health_referral", "Ask the mental health team for an assessment"},
        {"substance_misuse_referral", "Offer an appointment with the recovery service"},
        {"youth_support_referral", "Offer a place on the youth project"},
        {"community_protection_warning", "Prepare a community protection warning"},
        {"fire_visit", "Carry out a safe and well visit"},
        {"joint_visit", "Walk the place together at the time when it happens"},
        {"residents_survey", "Ask the residents and traders what they see and want"},
        {"lighting", "Mend the lights and add one at the steps"},
        {"clean_up", "Clear glass and graffiti, and again within a day of each report"},
        {"patrols", "Patrol at the times that the analysis shows"},
        {"youth_outreach", "Send the detached youth team on Fridays and Saturdays"},
        {"cctv", "Move the camera so that it sees the shelters"},
        {"planting_and_repair", "Cut back the planting and mend the railings"},
    };
    for (auto const& pair : kPairs) {
        if (pair.tool == tool) return std::string{pair.text};
    }
    return "Agree the next step with the lead worker and report back";
}

std::string why_not_words(Random& random, std::string_view result) {
    if (result == "refused") return "Offered twice and declined.";
    if (result == "overtaken_by_events") {
        return one_of(random, {"No longer needed: it stopped before then.",
                               "The tenant moved out before it could be done."});
    }
    return one_of(random, {"Nobody was free in time. The agency's manager knows.",
                           "The service has no places until next quarter."});
}

std::string decision_words(std::string_view decision) {
    if (decision == "advise") return "Advice given on keeping a diary and on when to call again.";
    if (decision == "signpost")
        return "Signposted to the service that deals with this, and it agreed.";
    if (decision == "another_panel") return "For the panel that meets on this. Passed on today.";
    return "Not anti-social behaviour as the programme defines it. The reason was explained.";
}

std::string answer_words(Random& random, std::string_view field, bool is_place) {
    if (field == "effect_on_person") return effect_words(random);
    if (field == "problem_statement") {
        return "Groups meet here most evenings of the season. Residents and staff report damage, "
               "shouting and broken glass, and avoid the place.";
    }
    if (field == "objective")
        return "Fewer incidents within six months, and people using the place.";
    if (field == "causes") {
        return "Nowhere else to go that is dry and lit; nobody looks after the place after six.";
    }
    if (field == "what_worked") {
        return one_of(random, {"Light and repair within a day, and the youth team on Fridays.",
                               "Patrols at the right hour. The signs made no difference."});
    }
    return is_place ? "Seen on a walk with residents." : "Told by the person in their own words.";
}

}  // namespace waymark::demo
