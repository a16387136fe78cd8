// The router and the API description list the same operations, so that what web/e2e/contract.mjs
// asks of each as every kind of person is asked of every route there is.

#include "foundation/text.h"
#include "http/http.h"
#include "test_world.h"

#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>

namespace waymark::http {

namespace {

// "GET /cases/{}": what a placeholder is called is each side's own matter.
std::string operation(std::string method, std::string const& path) {
    for (auto& c : method) c = static_cast<char>(std::toupper(c));
    return method + " " + std::regex_replace(path, std::regex{R"(\{[^}]*\})"}, "{}");
}

std::set<std::string> described() {
    std::ifstream file{source_path("api/openapi.yaml")};
    std::regex const path_line{R"(^  (/[^:]*):\s*$)"};
    std::regex const method_line{R"(^    (get|post|put|patch|delete|head|options):.*$)"};
    std::set<std::string> all;
    std::string path;
    std::smatch found;
    for (std::string line; std::getline(file, line);) {
        if (std::regex_match(line, found, path_line)) path = found[1];
        if (line.starts_with("components:")) path.clear();
        if (!path.empty() && std::regex_match(line, found, method_line)) {
            all.insert(operation(found[1], path));
        }
    }
    return all;
}

TEST(Routes, AreTheOperationsOfTheApiDescription) {
    // The edge answers signing in, invitations, signing on and witnesses, and the server the
    // description itself, before there is a route.
    std::set<std::string> routed = {"POST /session",
                                    "POST /invitation",
                                    "POST /witness/checkpoint",
                                    "POST /witness/cosignature",
                                    "GET /openapi.json",
                                    "GET /sign-on",
                                    "POST /sign-on",
                                    "POST /sign-on/return",
                                    "POST /sign-on/code"};
    for (auto const& route : all_routes()) {
        auto const made = operation(std::string{route.method}, std::string{route.path});
        EXPECT_TRUE(routed.insert(made).second) << made << " is there twice";
    }
    EXPECT_GT(routed.size(), 60u);
    EXPECT_EQ(routed, described());
}

}  // namespace

}  // namespace waymark::http
