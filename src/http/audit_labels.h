#pragma once

// What the records that entries of the audit are about are called, of those that the reader may
// see; and which entries are told at all.

#include "audit/audit.h"
#include "http/case_json.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace waymark::http {

class Labels {
  public:
    Labels(access::Work& work, std::vector<audit::ByActor> const& entries);

    // Nothing when there is no such record for the reader.
    std::optional<std::string> of(std::string const& id) const;
    // Not when it is about a record that does not exist for the reader, nor when its list showed
    // none that does.
    bool is_told(audit::ByActor const& look) const;
    // Whoever is told these names has looked at them.
    void note_shown_to(access::Work& work) const;

    // What kind of record a list of that action shows.
    static std::string kind_shown_by(std::string const& action);
    static bool is_record(std::string const& kind);
    static bool is_about_one(audit::Entry const& entry);

  private:
    void add(std::string const& kind, std::string const& id);
    template <class TypedId>
    std::vector<TypedId> ids_of(std::string const& kind) const;

    std::map<std::string, std::set<std::string>> ids_;
    std::map<std::string, std::string> labels_;
    std::vector<people::Summary> people_;
    std::vector<places::Summary> places_;
};

}  // namespace waymark::http
