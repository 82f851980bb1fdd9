#include "organisations/proposals.h"

#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/error.h"
#include "base/text.h"
#include "base/words.h"
#include "organisations/sql.h"
#include "platform/audit/audit.h"

namespace hoiquan::organisations {

namespace json = boost::json;

namespace {

std::string store_bodies(const std::vector<ProposedBody>& bodies) {
    json::array out;
    for (const auto& body : bodies) {
        out.push_back(json::array{body.name, body.kind, to_string(body.share)});
    }
    return json::serialize(out);
}

std::vector<ProposedBody> load_bodies(std::string_view text) {
    std::vector<ProposedBody> out;
    const auto stored = json::parse(text);
    for (const auto& item : stored.as_array()) {
        const auto& body = item.as_array();
        out.push_back({std::string(body.at(0).as_string()),
                       std::string(body.at(1).as_string()),
                       parse_share(body.at(2).as_string()).value_or(Share::whole)});
    }
    return out;
}

Proposal proposal_of(const db::Row& row) {
    Proposal out;
    out.id = row.get<ProposalId>(0);
    out.document = row.get<DocumentId>(1);
    out.basis = row.get<std::string>(2);
    out.proposed.code = parse_event_code(row.text(3)).value_or(EventCode::reorganise);
    out.proposed.clause = row.get<std::string>(4);
    out.proposed.from = load_bodies(row.text(5));
    out.proposed.into = load_bodies(row.text(6));
    out.proposed.effective = row.get<std::optional<Date>>(7);
    out.status = parse_proposal_status(row.text(8)).value_or(ProposalStatus::open);
    out.event = row.get<std::optional<EventId>>(9);
    out.reason = row.get<std::string>(10);
    out.decided_by = row.get<std::string>(11);
    out.decided_at = row.get<std::optional<Instant>>(12);
    return out;
}

void demand_administrator(const auth::Actor& actor) {
    if (!actor.is(auth::Role::administrator)) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
}

struct Decision {
    ProposalStatus status = ProposalStatus::dismissed;
    std::optional<EventId> made;
    std::string reason;
};

void decide(db::WriteTx& tx,
            const auth::Actor& actor,
            const ProposalId& id,
            const Decision& decision) {
    const auto& [status, made, reason] = decision;
    check_open(tx, actor, id);
    tx.exec(sql::decide_proposal, {to_string(status), made, reason, actor.user, tx.now(), id});
    audit::Event event;
    event.action = status == ProposalStatus::dismissed ? "organisations.proposal_dismissed"
                                                       : "organisations.proposal_carried_out";
    event.entity = "event_proposal";
    event.entity_id = id.str();
    event.after = json::object{{"status", to_string(status)},
                               {"event_id", made ? json::value(made->str()) : nullptr}};
    event.reason = reason;
    audit::record(tx, actor, event);
}

constexpr Words<ProposalStatus, 3> kStatuses{{{ProposalStatus::open, "open"},
                                              {ProposalStatus::carried_out, "carried_out"},
                                              {ProposalStatus::dismissed, "dismissed"}}};

}  // namespace

std::string_view to_string(ProposalStatus status) {
    return word_of(kStatuses, status);
}

std::optional<ProposalStatus> parse_proposal_status(std::string_view text) {
    return value_of(kStatuses, text);
}

void propose_events(db::WriteTx& tx,
                    const OrganisationId& register_of,
                    const DocumentId& document,
                    const std::string& basis,
                    const std::vector<NewProposal>& proposals) {
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        const auto& proposal = proposals[i];
        tx.exec(sql::insert_proposal,
                {tx.new_id<ProposalId>(),
                 register_of,
                 document,
                 basis,
                 to_string(proposal.code),
                 proposal.clause,
                 store_bodies(proposal.from),
                 store_bodies(proposal.into),
                 proposal.effective,
                 tx.now(),
                 i});
    }
}

ProposalPage list_proposals(const db::ReadTx& tx,
                            const auth::Actor& actor,
                            std::optional<ProposalStatus> status,
                            int limit,
                            int offset) {
    demand_administrator(actor);
    const auto wanted = status ? std::optional(std::string(to_string(*status))) : std::nullopt;
    ProposalPage out;
    out.items =
        tx.list(sql::list_proposals, auth::scoped(tx, actor, {wanted, limit, offset}), proposal_of);
    out.total = tx.integer(sql::count_proposals, auth::scoped(tx, actor, {wanted}));
    return out;
}

void check_open(const db::ReadTx& tx, const auth::Actor& actor, const ProposalId& id) {
    demand_administrator(actor);
    const auto status = tx.find(sql::find_proposal,
                                auth::scoped(tx, actor, {id}),
                                [](const db::Row& row) { return row.get<std::string>(0); });
    if (!status) {
        throw Error(ErrorCode::not_found, "organisations.proposal_not_found");
    }
    if (*status != to_string(ProposalStatus::open)) {
        throw Error(ErrorCode::conflict, "organisations.proposal_decided");
    }
}

void mark_carried_out(db::WriteTx& tx,
                      const auth::Actor& actor,
                      const ProposalId& id,
                      const EventId& event) {
    decide(tx, actor, id, {ProposalStatus::carried_out, event, {}});
}

void reopen_proposals(db::WriteTx& tx, const EventId& event) {
    tx.exec(sql::reopen_proposals, {event});
}

void dismiss(db::WriteTx& tx,
             const auth::Actor& actor,
             const ProposalId& id,
             const std::string& reason) {
    demand_administrator(actor);
    if (trim(reason).empty()) {
        throw Error(ErrorCode::invalid, "field.faults", {{"/reason", "field.required", {}}});
    }
    decide(tx, actor, id, {ProposalStatus::dismissed, std::nullopt, reason});
}

}  // namespace hoiquan::organisations
