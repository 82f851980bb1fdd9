#include <utility>

#include "base/error.h"
#include "organisations/listing.h"
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

/// What it is part of on the day; else what leads it.
const store::RelationRow* find_parent(const std::vector<store::RelationRow>& relations,
                                      const OrganisationId& id,
                                      const Date& date) {
    for (const auto kind : {RelationKind::part_of, RelationKind::led_by}) {
        for (const auto& relation : relations) {
            if (relation.from == id && relation.kind == kind && relation.holds_on(date)) {
                return &relation;
            }
        }
    }
    return nullptr;
}

Relation describe(const store::RelationRow& row, const OrganisationId& id, const Refs& names) {
    const bool is_up = row.from == id;
    const auto& other = is_up ? row.to : row.from;
    return {row.id,
            row.kind,
            is_up ? Direction::up : Direction::down,
            names.at(other),
            row.valid_from,
            row.valid_to};
}

void describe_relations(Detail& out,
                        const db::ReadTx& tx,
                        const std::vector<store::RelationRow>& rows,
                        const Date& as_of) {
    const auto& id = out.organisation.id;
    std::vector<OrganisationId> others;
    others.reserve(rows.size());
    for (const auto& row : rows) {
        others.push_back(row.from == id ? row.to : row.from);
    }
    const auto names = refs(tx, others, as_of);
    for (const auto& row : rows) {
        out.relations.push_back(describe(row, id, names));
    }
    if (const auto* parent = find_parent(rows, id, as_of)) {
        out.organisation.parent = names.at(parent->to);
    }
}

/// The name on the day; else the nearest one. `names` is newest first and not empty.
const Name& nearest_name(const std::vector<Name>& names, const Date& date) {
    const Name* next = nullptr;
    for (const auto& name : names) {
        if (name.valid_from.date <= date) {
            return name.valid_to > date || next == nullptr ? name : *next;
        }
        next = &name;
    }
    return names.back();
}

}  // namespace

Refs refs(const db::ReadTx& tx, const std::vector<OrganisationId>& ids, const Date& as_of) {
    return store::refs(tx, ids, as_of);
}

OrganisationRef ref(const db::ReadTx& tx, const OrganisationId& id, const Date& as_of) {
    auto found = store::refs(tx, {id}, as_of);
    if (found.empty()) {
        throw Error(ErrorCode::not_found, "organisations.not_found");
    }
    return std::move(found.begin()->second);
}

bool exists_on(const db::ReadTx& tx, const OrganisationId& id, const Date& date) {
    return store::exists_on(tx, id, date);
}

bool reaches(const db::ReadTx& tx, const auth::Actor& actor, const OrganisationId& id) {
    return store::reaches(tx, actor, id);
}

std::optional<OrganisationId> find_one(const db::ReadTx& tx, std::string_view code_or_name) {
    const auto found = store::find_one(tx, code_or_name);
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

std::vector<Kind> kinds(const db::ReadTx& tx) {
    return store::list_kinds(tx);
}

Page list(const db::ReadTx& tx, const auth::Actor& actor, const ListQuery& query) {
    demand_reader(actor);
    return find_page(tx, query);
}

std::vector<Node> tree(const db::ReadTx& tx,
                       const auth::Actor& actor,
                       const View& view,
                       Tree which,
                       const std::optional<OrganisationId>& parent) {
    demand_reader(actor);
    return parent ? store::tree_children(tx, view, which, *parent)
                  : store::tree_roots(tx, view, which);
}

Detail get(const db::ReadTx& tx,
           const auth::Actor& actor,
           const OrganisationId& id,
           const View& view) {
    demand_reader(actor);
    const auto state = store::find_state(tx, id, view);
    if (!state) {
        throw Error(ErrorCode::not_found, "organisations.not_found");
    }
    Detail out;
    for (auto& row : store::list_names(tx, id, view)) {
        out.names.push_back(std::move(row.name));
    }
    if (out.names.empty()) {
        throw Error(ErrorCode::not_found, "organisations.not_found");
    }
    const auto& name = nearest_name(out.names, view.as_of);
    out.organisation = {id,
                        name.name,
                        name.short_name,
                        state->kind,
                        state->level,
                        state->code,
                        state->valid_from,
                        state->valid_to,
                        {}};
    out.aliases = store::list_aliases(tx, id, view);
    describe_relations(out, tx, store::list_relations(tx, id, view), view.as_of);
    out.version = state->version;
    out.as_of = view.as_of;
    out.may_edit = may_edit(tx, actor, id, state->is_territory);
    return out;
}

HistoryPage history(const db::ReadTx& tx, std::string_view entity_id, int limit, int offset) {
    HistoryPage page{{}, audit::count_history(tx, entity_id), limit, offset};
    auto entries = audit::history(tx, entity_id, limit, offset);
    std::vector<OrganisationId> ids;
    for (const auto& entry : entries) {
        if (entry.organisation) {
            ids.push_back(*entry.organisation);
        }
    }
    const auto names = refs(tx, ids, tx.today());
    for (auto& entry : entries) {
        std::optional<OrganisationRef> name;
        if (entry.organisation && names.contains(*entry.organisation)) {
            name = names.at(*entry.organisation);
        }
        page.items.push_back({std::move(entry), std::move(name)});
    }
    return page;
}

}  // namespace hoiquan::organisations
