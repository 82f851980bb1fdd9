#include <set>
#include <utility>

#include "base/error.h"
#include "organisations/event_store.h"
#include "organisations/organisations.h"
#include "organisations/store.h"

namespace hoiquan::organisations {

Event get_event(const db::ReadTx& tx, const EventId& id) {
    auto event = store::find_event(tx, id);
    if (!event) {
        throw Error(ErrorCode::not_found, "organisations.event_not_found");
    }
    return std::move(*event);
}

Lineage lineage(const db::ReadTx& tx, const OrganisationId& id, const View& view) {
    Lineage out;
    out.edges = store::lineage(tx, id, store::known_at(view));
    std::set<OrganisationId> ids{id};
    for (const auto& edge : out.edges) {
        ids.insert(edge.predecessor);
        ids.insert(edge.successor);
    }
    out.nodes = store::nodes(tx, {ids.begin(), ids.end()}, view.as_of, store::known_at(view));
    return out;
}

std::vector<GraphNode> find_by_code(const db::ReadTx& tx, std::string_view code, const View& view) {
    return store::nodes(tx, store::find_by_code(tx, code, view), view.as_of, store::known_at(view));
}

}  // namespace hoiquan::organisations
