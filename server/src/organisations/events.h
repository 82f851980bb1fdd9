#pragma once

// Bodies through time: what happens to them, carried out in one transaction, undone while nothing
// depends on it. Part of the public face (included by organisations.h). Decision record 0005.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/dates.h"
#include "base/ids.h"
#include "platform/auth/auth.h"
#include "platform/db/db.h"
#include "platform/http/http.h"

namespace hoiquan::organisations {

using EventId = Id<struct OrganisationEventTag>;
using ProposalId = Id<struct EventProposalTag>;
using QuestionId = Id<struct EventQuestionTag>;

enum class EventCode {
    establish,
    consolidate,
    absorb,
    divide,
    split_off,
    reorganise,
    rename,
    change_kind,
    transfer,
    suspend,
    resume,
    dissolve
};
std::string_view to_string(EventCode code);
std::optional<EventCode> parse_event_code(std::string_view text);

enum class Share { whole, part };
std::string_view to_string(Share share);
std::optional<Share> parse_share(std::string_view text);

/// Of a dissolution: by its own will, or by decision of an authority.
enum class Ground { own_will, by_decision };
std::string_view to_string(Ground ground);
std::optional<Ground> parse_ground(std::string_view text);

/// What an event asks of the modules that keep records on bodies: who answers for the open records
/// of `from` from the date on.
struct Succession {
    OrganisationId from;
    bool ends = false;               ///< `from` is no more from the date on; else nothing moves.
    std::vector<std::size_t> heirs;  ///< Places in Outcome::bodies; the owner first. May be empty.
    bool needs_decision = false;     ///< The owner is one for the time being.
};
/// A body that an event leads to. In a preview a new one has no id yet.
struct OutcomeBody {
    OrganisationId id;  ///< Empty: made by the event.
    std::string name;
};
struct Outcome {
    EventCode code = EventCode::establish;
    Date date;
    std::vector<OutcomeBody> bodies;
    std::vector<Succession> successions;
};

enum class Effect { moves, stays, needs_decision, ends };
std::string_view to_string(Effect effect);

/// One line of a preview: so many records of one kind, of one body.
struct EffectLine {
    std::string module;  ///< "organisations", "tasks", "accounts" …
    std::string what;    ///< "open_tasks", "roles", "children" …
    Effect effect = Effect::stays;
    OrganisationId from;
    std::optional<std::size_t> to;  ///< Place in Outcome::bodies.
    std::int64_t count = 0;
    std::vector<std::string> examples;  ///< Titles of the first ones.
};

/// What stands in the way of an undo.
struct Dependant {
    std::string module;
    std::string what;  ///< As in EffectLine, or "events", "relations" …
    std::int64_t count = 0;
    std::vector<std::string> examples;
};

/// A record that the event gave to somebody only for the time being.
struct Question {
    std::string entity;
    std::string entity_id;
    OrganisationId from;
    OrganisationId provisional;
};

/// A module that keeps records on bodies. The application registers one of each.
class EventParticipant {
public:
    EventParticipant() = default;
    EventParticipant(const EventParticipant&) = delete;
    EventParticipant& operator=(const EventParticipant&) = delete;
    virtual ~EventParticipant() = default;

    virtual std::vector<EffectLine> effect(const db::ReadTx& tx, const Outcome& outcome) const = 0;
    /// Rows written bear `event` in made_by, rows ended in ended_by. Gives what waits for a
    /// decision.
    virtual std::vector<Question> carry_out(db::WriteTx& tx,
                                            const EventId& event,
                                            const Outcome& outcome) const = 0;
    /// Records of the module that refer to one of the bodies `made` by the event, or changed what
    /// the event wrote.
    virtual std::vector<Dependant> dependants(const db::ReadTx& tx,
                                              const EventId& event,
                                              const std::vector<OrganisationId>& made) const = 0;
    virtual void undo(db::WriteTx& tx, const EventId& event) const = 0;
    /// Every fact of the module that events change, as believed now, one line each, in an order
    /// that depends on the facts alone.
    virtual void state(const db::ReadTx& tx,
                       const std::function<void(std::string_view)>& line) const = 0;
};
using Participants = std::vector<std::shared_ptr<const EventParticipant>>;

/// SHA-256 over everything that is believed now of the bodies and of what the participants keep,
/// over all days, without times of recording; 64 hexadecimal digits.
std::string state_hash(const db::ReadTx& tx, const Participants& participants);

// ---- Entering an event
// ---------------------------------------------------------------------------

/// A body that an event makes, or (`id`) one that goes on.
struct ResultBody {
    std::optional<OrganisationId> id;
    std::string name;
    std::optional<std::string> short_name;
    std::string kind;  ///< Empty: as the first predecessor.
    std::optional<std::string> level;
    std::optional<std::string> code;
    /// When none of the three is given: those of the first predecessor.
    std::optional<OrganisationId> part_of;
    std::optional<OrganisationId> led_by;
    std::optional<OrganisationId> located_in;
};
struct ResultEdge {
    OrganisationId from;
    std::size_t to = 0;  ///< Place in NewEvent::results.
    Share share = Share::whole;
};
/// A body below a predecessor that goes to another heir than the first.
struct Move {
    OrganisationId body;
    std::size_t to = 0;
};
enum class RelationKind;
struct NewEvent {
    EventCode code = EventCode::establish;
    PartialDate date;
    std::optional<DocumentId> basis_document;
    std::string basis_text;  ///< Number and symbol as on the paper.
    std::string reason;
    std::optional<Ground> ground;           ///< dissolve.
    std::vector<OrganisationId> bodies;     ///< To whom it happens.
    std::vector<ResultBody> results;        ///< What comes out of it.
    std::vector<ResultEdge> edges;          ///< reorganise; the other codes say them by themselves.
    std::vector<Move> moves;                ///< divide, split_off, reorganise.
    std::string name;                       ///< rename.
    std::optional<std::string> short_name;  ///< rename.
    std::optional<std::string> kind;        ///< change_kind.
    std::optional<std::string> level;       ///< change_kind.
    std::optional<RelationKind> relation;   ///< transfer.
    std::optional<OrganisationId> to;       ///< transfer.
    std::optional<EventId> corrects;        ///< Undone in the same transaction.
    std::optional<ProposalId> proposal;     ///< Of a document; recorded with this event.
};

/// What an event would do. Nothing is written.
struct Preview {
    Outcome outcome;
    std::vector<EffectLine> lines;
    std::vector<std::string> names;  ///< Of `from` in each line.
};
/// By an administrator within whose reach all bodies are. Error(invalid) with every fault at once.
Preview preview(const db::ReadTx& tx,
                const auth::Actor& actor,
                const NewEvent& input,
                const Participants& participants);
EventId carry_out(db::WriteTx& tx,
                  const auth::Actor& actor,
                  const NewEvent& input,
                  const Participants& participants);
/// Refused with Error(conflict, "organisations.event_has_dependants") while something depends on
/// the event; each fault names what and how much.
void undo(db::WriteTx& tx,
          const auth::Actor& actor,
          const EventId& event,
          const std::string& reason,
          const Participants& participants);

// ---- What is known of events
// ---------------------------------------------------------------------

struct Event {
    EventId id;
    EventCode code = EventCode::establish;
    PartialDate date;
    std::optional<DocumentId> basis_document;
    std::string basis_text;
    std::string reason;
    std::optional<Ground> ground;
    std::string summary;
    bool concerns_territory = false;
    Instant recorded_at;
    std::string recorded_by;  ///< Full name; empty for the program itself.
    std::optional<OrganisationId> recorded_for;
    std::optional<EventId> corrects;
    std::optional<Instant> undone_at;
    std::string undo_reason;
};
/// Error(not_found) when there is none.
Event get_event(const db::ReadTx& tx, const EventId& id);

/// A body as a graph through time shows it.
struct GraphNode {
    OrganisationId id;
    std::string name;
    std::optional<std::string> short_name;
    std::string kind;
    std::optional<std::string> level;
    std::optional<std::string> code;
    std::string status;
    Date since;
    Date until;  ///< Exclusive; far_future() when open.
};
struct Edge {
    EventId event;
    EventCode code = EventCode::reorganise;
    PartialDate date;
    OrganisationId predecessor;
    OrganisationId successor;
    Share share = Share::whole;
};
/// Predecessors and successors over any number of events, as known at the view; names of the day.
struct Lineage {
    std::vector<GraphNode> nodes;
    std::vector<Edge> edges;
};
struct View;
Lineage lineage(const db::ReadTx& tx, const OrganisationId& id, const View& view);
/// Those that bear the code on the day.
std::vector<GraphNode> find_by_code(const db::ReadTx& tx, std::string_view code, const View& view);

struct EventQuery {
    std::optional<OrganisationId> body;
    std::optional<Date> from;
    std::optional<Date> to;
    bool with_undone = false;
    int limit = 50;
    int offset = 0;
};
struct EventPage {
    std::vector<Event> items;  ///< Newest day first.
    std::int64_t total = 0;
};
EventPage list_events(const db::ReadTx& tx, const auth::Actor& actor, const EventQuery& query);

struct EventPart {
    OrganisationId body;
    std::string part;  ///< ended, made, kept, changed
};
/// The first parts, edges and open questions, and how many there are of each ("ended", "made",
/// "kept", "changed", "edges", "questions").
struct EventDetail {
    Event event;
    std::vector<EventPart> parts;
    std::vector<Edge> edges;
    std::vector<Question> questions;
    std::vector<std::pair<std::string, std::int64_t>> counts;
    std::vector<GraphNode> nodes;  ///< Of all bodies named; names of the day before or nearest.
    bool may_undo = false;         ///< By right; whether something depends on it shows the undo.
};
EventDetail describe_event(const db::ReadTx& tx, const auth::Actor& actor, const EventId& id);

/// The whole life of one body.
struct StateSpan {
    std::string kind;
    std::optional<std::string> level;
    std::optional<std::string> code;
    std::string status;
    PartialDate from;
    Date to;
};
struct EventOfBody {
    Event event;
    std::string part;
};
struct Name;
struct Relation;
struct Timeline;
Timeline timeline(const db::ReadTx& tx,
                  const auth::Actor& actor,
                  const OrganisationId& id,
                  const View& view);

enum class Change { added, ended, renamed, moved };
std::string_view to_string(Change change);
std::optional<Change> parse_change(std::string_view text);
enum class Tree;
struct Comparison {
    Date from;
    Date to;
    std::optional<Date> known_on;
    std::optional<Tree> which;
    std::optional<Change> change;
    int limit = 50;
    int offset = 0;
};
struct Difference {
    Change change = Change::added;
    OrganisationId id;
    std::string kind;
    std::optional<std::string> level;
    std::optional<std::string> code_before;
    std::optional<std::string> code_after;
    std::optional<std::string> name_before;
    std::optional<std::string> name_after;
    std::optional<OrganisationId> parent_before;
    std::optional<OrganisationId> parent_after;
};
struct DifferencePage {
    std::vector<Difference> items;
    std::vector<std::pair<std::string, std::int64_t>> counts;  ///< Of each change.
    std::int64_t total = 0;                                    ///< Of the change asked for.
};
DifferencePage compare(const db::ReadTx& tx, const auth::Actor& actor, const Comparison& asked);

void add_event_routes(http::Router& router, const Participants& participants);
void add_proposal_routes(http::Router& router);

/// As undo, by the program itself: for the console.
void undo_at_console(db::WriteTx& tx,
                     const EventId& event,
                     const std::string& reason,
                     const Participants& participants);

/// code, full_name, level, parent_code, kind, status, valid_from, valid_to, id, parent_id; the
/// territories or the bodies only when a tree is named.
std::string export_csv(const db::ReadTx& tx, const View& view, const std::optional<Tree>& which);
/// Popolo organisations and W3C ORG change events.
std::string export_json(const db::ReadTx& tx, const View& view, const std::optional<Tree>& which);

// ---- The administrative units of the country ---------------------------------------------------

/// One file as it came, with the name that messages call it by.
struct TextFile {
    std::string name;
    std::string text;
};
struct UnitReform {
    TextFile before;
    TextFile after;
    TextFile mapping;
    TextFile mapping_provinces;
    Date effective;
    std::string basis;
    PartialDate before_since;  ///< Since when units that are not in the register yet are shown.
};
struct UnitReformResult {
    EventId event;
    std::int64_t units_before = 0;
    std::int64_t units_after = 0;
    std::int64_t made_before = 0;  ///< Units of the state before that were not in the register.
    std::int64_t unchanged = 0;    ///< Keep their node.
    std::int64_t renamed = 0;
    std::int64_t ended = 0;
    std::int64_t made = 0;
    std::int64_t edges = 0;
};
/// Steps done of all steps.
using Progress = std::function<void(std::int64_t done, std::int64_t all)>;
/// Changes territories only; bodies located there follow by a plan of their own. Error(invalid)
/// with every fault of the files at once: Fault::field is "/<file>:<line>". Error(conflict) when
/// the reform of that day is there already.
UnitReformResult import_admin_units(db::WriteTx& tx,
                                    const UnitReform& reform,
                                    const Progress& progress);

}  // namespace hoiquan::organisations
