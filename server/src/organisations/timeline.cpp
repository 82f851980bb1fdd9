#include <set>
#include <utility>

#include "base/error.h"
#include "organisations/event_store.h"
#include "organisations/event_undo.h"
#include "organisations/organisations.h"
#include "organisations/policy.h"
#include "organisations/store.h"

namespace hoiquan::organisations {

namespace {

void demand_reader(const auth::Actor& actor) {
    if (!may_read(actor)) {
        throw Error(ErrorCode::unauthenticated, "auth.signed_out");
    }
}

}  // namespace

EventPage list_events(const db::ReadTx& tx, const auth::Actor& actor, const EventQuery& query) {
    demand_reader(actor);
    return {store::list_events(tx, query), store::count_events(tx, query)};
}

EventDetail describe_event(const db::ReadTx& tx, const auth::Actor& actor, const EventId& id) {
    constexpr int parts = 500;
    demand_reader(actor);
    EventDetail out;
    out.event = get_event(tx, id);
    out.parts = store::parts_of(tx, id, parts);
    out.edges = store::edges_of(tx, out.event, parts);
    out.questions = store::questions_of(tx, id, parts);
    out.counts = store::count_parts(tx, id);
    std::set<OrganisationId> bodies;
    for (const auto& part : out.parts) {
        bodies.insert(part.body);
    }
    for (const auto& edge : out.edges) {
        bodies.insert(edge.predecessor);
        bodies.insert(edge.successor);
    }
    for (const auto& question : out.questions) {
        bodies.insert(question.from);
        bodies.insert(question.provisional);
    }
    const auto day_before = out.event.date.date.plus_days(-1);
    // What an event made is no more believed in once it is undone; it is shown as it was till then.
    const auto known_at = out.event.undone_at
                              ? Instant(out.event.undone_at->unix_microseconds() - 1)
                              : store::known_at({day_before, {}});
    out.nodes = store::nodes(tx, {bodies.begin(), bodies.end()}, day_before, known_at);
    out.may_undo = !out.event.undone_at && may_undo(tx, actor, out.event);
    return out;
}

Timeline timeline(const db::ReadTx& tx,
                  const auth::Actor& actor,
                  const OrganisationId& id,
                  const View& view) {
    auto detail = get(tx, actor, id, view);
    auto nodes = store::nodes(tx, {id}, view.as_of, store::known_at(view));
    if (nodes.empty()) {
        throw Error(ErrorCode::not_found, "organisations.not_found");
    }
    return {std::move(nodes.front()),
            std::move(detail.names),
            store::states_known(tx, id, view),
            std::move(detail.relations),
            store::events_of(tx, id, view)};
}

DifferencePage compare(const db::ReadTx& tx, const auth::Actor& actor, const Comparison& asked) {
    demand_reader(actor);
    DifferencePage out{store::compare(tx, asked), store::compare_counts(tx, asked), 0};
    for (const auto& [change, count] : out.counts) {
        if (!asked.change || to_string(*asked.change) == change) {
            out.total += count;
        }
    }
    return out;
}

}  // namespace hoiquan::organisations
