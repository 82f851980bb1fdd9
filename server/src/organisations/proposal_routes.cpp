#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "organisations/event_json.h"
#include "organisations/proposals.h"
#include "organisations/queries.h"

namespace hoiquan::organisations {

namespace {

namespace json = boost::json;
using http::Guard;
using http::Request;

json::array bodies_json(const std::vector<ProposedBody>& bodies) {
    json::array out;
    for (const auto& body : bodies) {
        out.push_back(json::object{
            {"name", body.name}, {"kind", body.kind}, {"share", to_string(body.share)}});
    }
    return out;
}

json::object to_json(const Proposal& proposal) {
    const auto& proposed = proposal.proposed;
    return {
        {"id", proposal.id.str()},
        {"document_id", proposal.document.str()},
        {"basis_text", proposal.basis},
        {"code", to_string(proposed.code)},
        {"text", proposed.clause},
        {"from", bodies_json(proposed.from)},
        {"into", bodies_json(proposed.into)},
        {"effective_date",
         proposed.effective ? json::value(proposed.effective->iso()) : json::value(nullptr)},
        {"status", to_string(proposal.status)},
        {"event_id", proposal.event ? json::value(proposal.event->str()) : json::value(nullptr)},
        {"reason", proposal.reason},
        {"decided_by", proposal.decided_by},
        {"decided_at",
         proposal.decided_at ? json::value(proposal.decided_at->iso()) : json::value(nullptr)}};
}

http::Response get_proposals(Request& request) {
    const auto status = queries::choice_query(request, "status", parse_proposal_status);
    const auto paging = request.page();
    const auto page = request.read([&](const db::ReadTx& tx) {
        return list_proposals(tx, request.actor(), status, paging.limit, paging.offset);
    });
    json::array items;
    for (const auto& item : page.items) {
        items.push_back(to_json(item));
    }
    return http::ok(http::page_json(std::move(items), page.total, paging.limit, paging.offset));
}

http::Response dismiss_one(Request& request) {
    const auto id = request.id<ProposalId>();
    const auto reason = reason_from_json(request.json());
    request.write([&](db::WriteTx& tx) { dismiss(tx, request.actor(), id, reason); });
    return http::no_content();
}

}  // namespace

void add_proposal_routes(http::Router& router) {
    const std::string base = "/api/v1/events/proposals";
    router.get(base, Guard::administrator, get_proposals);
    router.post(base + "/{id}/dismiss", Guard::administrator, dismiss_one);
}

}  // namespace hoiquan::organisations
