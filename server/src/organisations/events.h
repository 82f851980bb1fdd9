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

namespace hoiquan::organisations {

using EventId = Id<struct OrganisationEventTag>;
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

/// What an event asks of the modules that keep records on bodies: who answers for the records of
/// `from` from the date on. Empty `heirs`: nobody; then the records stay and wait for a decision.
struct Succession {
    OrganisationId from;
    bool ends = false;               ///< `from` is no more from the date on.
    std::vector<std::size_t> heirs;  ///< Places in Outcome::bodies; the provisional owner first.
    bool is_clear() const { return heirs.size() == 1; }
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

/// Refused with Error(conflict, "organisations.event_has_dependants") while something depends on
/// the event; each fault names what and how much. By the program itself, for the console.
void undo_at_console(db::WriteTx& tx,
                     const EventId& event,
                     const std::string& reason,
                     const Participants& participants);

enum class Tree;
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
