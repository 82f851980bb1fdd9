#pragma once

// What the reader found in a document beyond its tasks. Part of documents.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "organisations/organisations.h"
#include "reader/reader.h"

namespace hoiquan::documents {

/// Code points of the text.
struct TextSpan {
    std::int64_t start = 0;
    std::int64_t end = 0;
};

/// A weakness that an assessment lists.
struct Finding {
    std::string section;
    std::string text;
    TextSpan span;
};

/// An order to make the document known.
struct Dissemination {
    std::string text;
    std::vector<std::string> by;  ///< As written; empty if nobody is named.
    std::vector<std::string> to;
    TextSpan span;
};

struct ProposedUnit {
    std::string name;  ///< As written.
    std::string kind;  ///< As written, in small letters; "body" for others than units.
    bool whole = true;
};

/// A change of units or bodies that the document decides; carried out in the register by a person.
struct ProposedEvent {
    std::string code;  ///< As of organisations::EventCode.
    std::string text;
    std::vector<ProposedUnit> from;
    std::vector<ProposedUnit> into;
    std::optional<std::string> effective_date;  ///< "YYYY-MM-DD".
    TextSpan span;
    double confidence = 0.0;
};

struct Found {
    std::vector<Finding> findings;
    std::vector<Dissemination> dissemination;
    std::vector<ProposedEvent> events;
};

Found found_in(const reader::Draft& read);
organisations::NewProposal proposal_of(const ProposedEvent& event);

/// {"findings":[…],"dissemination":[…],"events":[…]}
boost::json::object to_json(const Found& found);
/// What to_json wrote; a draft of an earlier version lacks it.
Found found_from_json(const boost::json::object& draft);

}  // namespace hoiquan::documents
