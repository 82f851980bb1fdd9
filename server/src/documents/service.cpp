#include <utility>

#include <boost/json/serialize.hpp>

#include "base/error.h"
#include "documents/documents.h"
#include "documents/faults.h"
#include "documents/file_store.h"
#include "documents/input_json.h"
#include "documents/json.h"
#include "documents/policy.h"
#include "documents/register.h"
#include "documents/relations.h"
#include "documents/store.h"

namespace hoiquan::documents {

namespace json = boost::json;

namespace {

void demand_reader(const auth::Actor& actor) {
    if (!may_read(actor)) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
}

std::optional<organisations::OrganisationRef> issuer_of(const db::ReadTx& tx,
                                                        const DocumentInput& input) {
    if (!input.issuer) {
        return std::nullopt;
    }
    const auto day = input.issue_date ? input.issue_date->date : tx.today();
    const auto found = organisations::refs(tx, {*input.issuer}, day);
    return found.empty() ? std::nullopt : std::optional(found.begin()->second);
}

/// Gives the summaries the names of the bodies whose registers they stand in.
void name_registers(const db::ReadTx& tx, std::vector<DocumentSummary>& summaries) {
    std::vector<OrganisationId> ids;
    ids.reserve(summaries.size());
    for (const auto& summary : summaries) {
        ids.push_back(summary.organisation.id);
    }
    const auto names = organisations::refs(tx, ids, tx.today());
    for (auto& summary : summaries) {
        summary.organisation = names.at(summary.organisation.id);
    }
}

}  // namespace

store::Record get_record(const db::ReadTx& tx, const auth::Actor& actor, const DocumentId& id) {
    demand_reader(actor);
    auto record = store::find(tx, actor, id);
    if (!record) {
        throw Error(ErrorCode::not_found, "documents.not_found");
    }
    record->summary.organisation =
        organisations::ref(tx, record->summary.organisation.id, tx.today());
    return std::move(*record);
}

store::Record get_changeable(const db::ReadTx& tx, const auth::Actor& actor, const DocumentId& id) {
    auto record = get_record(tx, actor, id);
    if (!may_edit(tx, actor, record.summary.organisation.id)) {
        throw Error(ErrorCode::forbidden, "documents.may_not_edit");
    }
    return record;
}

Briefs briefs(const db::ReadTx& tx, const std::vector<DocumentId>& ids) {
    return store::briefs(tx, ids);
}

DocumentSummary get_summary(const db::ReadTx& tx, const auth::Actor& actor, const DocumentId& id) {
    return get_record(tx, actor, id).summary;
}

Page list(const db::ReadTx& tx, const auth::Actor& actor, const ListQuery& query) {
    demand_reader(actor);
    Page page;
    page.items = store::list(tx, actor, query);
    name_registers(tx, page.items);
    page.counts = store::count_by_status(tx, actor, query);
    for (const auto& [status, count] : page.counts) {
        if (!query.status || *query.status == status) {
            page.total += count;
        }
    }
    return page;
}

DocumentDetail get(const db::ReadTx& tx, const auth::Actor& actor, const DocumentId& id) {
    auto record = get_record(tx, actor, id);
    DocumentDetail out;
    out.issuer = issuer_of(tx, record.input);
    if (record.file) {
        out.file = store::file_refs(tx, {*record.file}).at(*record.file);
    }
    out.recipients = store::list_recipients(tx, id);
    out.relations = store::list_relations(tx, actor, id);
    out.cited_by = store::list_cited_by(tx, actor, id);
    out.has_review = record.has_review;
    // While the draft waits for review, what it says is changed there, in one place.
    out.may_edit = record.summary.status != Status::in_review &&
                   may_edit(tx, actor, record.summary.organisation.id);
    out.summary = std::move(record.summary);
    out.input = std::move(record.input);
    return out;
}

DocumentId create(db::WriteTx& tx, const auth::Actor& actor, const DocumentInput& input) {
    if (!may_register(actor)) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
    throw_if_any(faults_of_input(tx, input, ""));
    auto id = store::insert(
        tx, {input, actor.organisation(), Status::registered, std::nullopt, actor.user});
    link_to_named(tx, id, actor.organisation(), input);
    auto event = event_of("documents.registered", id);
    event.after = facts_of(input);
    audit::record(tx, actor, event);
    return id;
}

void update(db::WriteTx& tx,
            const auth::Actor& actor,
            const DocumentId& id,
            std::int64_t version,
            const DocumentInput& input) {
    const auto before = get_changeable(tx, actor, id);
    if (before.summary.status == Status::in_review) {
        throw Error(ErrorCode::invalid, "documents.edit_in_review");
    }
    throw_if_any(faults_of_input(tx, input, ""));
    if (!store::update(tx, id, version, input, before.summary.status)) {
        throw Error(ErrorCode::conflict, "documents.changed_meanwhile")
            .with_current(json::serialize(to_json(get(tx, actor, id))));
    }
    link_to_named(tx, id, before.summary.organisation.id, input);
    auto event = event_of("documents.changed", id);
    set_difference(event, facts_of(before.input), facts_of(input));
    audit::record(tx, actor, event);
}

audit::Event event_of(std::string action, const DocumentId& id) {
    audit::Event event;
    event.action = std::move(action);
    event.entity = "document";
    event.entity_id = id.str();
    return event;
}

json::object facts_of(const DocumentInput& input) {
    auto facts = input_json(input);
    facts.erase("signer_name");
    return facts;
}

void set_difference(audit::Event& event, const json::object& before, const json::object& after) {
    json::object was;
    json::object now;
    for (const auto& member : after) {
        const auto* old = before.if_contains(member.key());
        if (old == nullptr || *old != member.value()) {
            was[member.key()] = old == nullptr ? json::value(nullptr) : *old;
            now[member.key()] = member.value();
        }
    }
    event.before = std::move(was);
    event.after = std::move(now);
}

}  // namespace hoiquan::documents
