#pragma once

// The answer of a use case: the value asked for, or why it was refused.
//
// A refusal is something a *user* can cause and put right. It carries stable codes, never a
// sentence and never anything that was typed, so it can be logged and shown without leaking.
// What an operator must fix is an exception; what a programmer got wrong is an assertion.

#include <cassert>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace waymark {

enum class Refusal {
    Invalid,       // what was sent has mistakes; see the fields
    Forbidden,     // this actor may never do this
    NotFound,      // no such thing, or not for this actor's eyes: the two look the same
    Conflict,      // the thing is not in a state that allows it
    Stale,         // somebody else changed it since it was read
    Unauthorised,  // nobody is signed in, or the sign-in failed
    TooMany,       // tried too often; wait
};

struct FieldError {
    std::string field;  // the name in the request, with a path such as people[0].date_of_birth
    std::string code;   // required, not_offered, too_long, ...

    bool operator==(FieldError const&) const = default;
};

struct Error {
    Refusal refusal;
    std::string code;
    std::vector<FieldError> fields = {};
};

template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return state_.index() == 0; }

    T const& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(value()); }
    T const* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    Error const& error() const {
        assert(state_.index() == 1);
        return *std::get_if<1>(&state_);
    }

  private:
    T& value() {
        assert(state_.index() == 0);
        return *std::get_if<0>(&state_);
    }
    T const& value() const {
        assert(state_.index() == 0);
        return *std::get_if<0>(&state_);
    }

    std::variant<T, Error> state_;
};

// For use cases that have nothing to give back.
struct Done {};

inline Error invalid(std::vector<FieldError> fields) {
    return {Refusal::Invalid, "check_answers", std::move(fields)};
}

}  // namespace waymark
