#pragma once

// The rows that one event writes: gathered, then written many at a time.

#include <optional>
#include <string>
#include <vector>

#include <boost/json/array.hpp>

#include "organisations/organisations.h"

namespace hoiquan::organisations {

enum class Part { ended, made, kept, changed };
std::string_view to_string(Part part);

struct EventRow {
    EventId id;
    EventCode code = EventCode::establish;
    PartialDate date;
    std::optional<DocumentId> basis_document;
    std::string basis_text;
    std::string reason;
    std::optional<Ground> ground;
    std::string summary;
    bool concerns_territory = false;
    std::optional<UserId> recorded_by;
    OrganisationId recorded_for;  ///< Empty: the program itself.
    std::optional<EventId> corrects;
};

struct StateFact {
    std::string row;
    OrganisationId of;
    std::string kind;
    std::optional<std::string> level;
    std::optional<std::string> code;
    std::string status = "active";
    PartialDate from;
    Date to = far_future();
    bool holds_on(const Date& date) const { return from.date <= date && date < to; }
};
struct NameFact {
    std::string row;
    OrganisationId of;
    std::string name;
    std::optional<std::string> short_name;
    PartialDate from;
    Date to = far_future();
    bool holds_on(const Date& date) const { return from.date <= date && date < to; }
};
struct RelationFact {
    std::string row;
    std::string kind;  ///< Also inherited_by, which is no RelationKind of the outside.
    OrganisationId from_id;
    OrganisationId to_id;
    PartialDate from;
    Date to = far_future();
    bool holds_on(const Date& date) const { return from.date <= date && date < to; }
};

/// What is believed now about some bodies, over all days.
struct Facts {
    std::vector<StateFact> states;        ///< By body and day.
    std::vector<NameFact> names;          ///< By body and day.
    std::vector<RelationFact> relations;  ///< Both directions.
};
Facts facts_of(const db::ReadTx& tx, const std::vector<OrganisationId>& bodies);

/// `row` of the facts given is not used: each becomes a new row, made by the event.
class Ledger {
public:
    /// Writes the event itself.
    Ledger(db::WriteTx& tx, const EventRow& event);
    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;
    ~Ledger() = default;

    const EventId& event() const { return event_; }
    OrganisationId add_organisation();
    void add(const StateFact& fact);
    void add(const NameFact& fact);
    void add(const RelationFact& fact);
    /// From `date` on the fact holds no longer; all of it when it began on that day or later.
    void end(const StateFact& fact, const Date& date);
    void end(const NameFact& fact, const Date& date);
    void end(const RelationFact& fact, const Date& date);
    void add_part(const OrganisationId& body, Part part);
    void add_edge(const OrganisationId& from, const OrganisationId& to, Share share);
    void add_questions(const std::vector<Question>& questions);
    /// Writes what was gathered.
    void flush(const Progress& progress);

private:
    struct Table {
        boost::json::array made;
        boost::json::array ended;
        boost::json::array copied;
    };
    void insert(const EventRow& event);
    template <class Fact>
    void end_in(Table& table, const Fact& fact, const Date& date);

    db::WriteTx& tx_;
    EventId event_;
    boost::json::array organisations_;
    Table states_;
    Table names_;
    Table relations_;
    boost::json::array parts_;
    boost::json::array edges_;
    boost::json::array questions_;
};

/// Ends what the event wrote and writes again what it ended, as it was.
void take_back(db::WriteTx& tx, const EventId& event);

/// For the planner, after many rows were written.
void refresh_statistics(db::WriteTx& tx);

/// The rows `items` in pieces that one statement takes.
void in_pieces(const boost::json::array& items,
               const std::function<void(const std::string& json, std::int64_t count)>& piece);

}  // namespace hoiquan::organisations
