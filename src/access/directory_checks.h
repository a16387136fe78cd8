#pragma once

// What every entry of the directory is checked for, and what every edit of one ends with. Private
// to access.

#include "access/directory.h"

namespace waymark::access {

Error not_an_administrator();
Error not_an_approver();

void check_name(std::vector<FieldError>& mistakes, std::string const& field,
                std::string const& value);
void check_validity(std::vector<FieldError>& mistakes, Validity const& valid);

// What records are filed under, from the entry's creation on.
void add_scope(store::Transaction& tx, std::string_view kind, std::string_view id);

// Refuses when the revision had moved on, else records the change and reads back.
template <class Read>
auto changed(Work& work, std::int64_t rows, std::string_view kind, std::string const& id,
             std::int64_t revision, Read read) -> decltype(read()) {
    auto found = read();
    if (!found) return found;
    if (rows != 1) return stale();
    work.note({std::string{kind} + ".change", std::string{kind}, id, revision + 1});
    return found;
}

}  // namespace waymark::access
