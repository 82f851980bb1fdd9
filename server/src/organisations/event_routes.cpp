#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "organisations/event_json.h"
#include "organisations/organisations.h"
#include "organisations/queries.h"

namespace hoiquan::organisations {

namespace {

namespace json = boost::json;
using http::Guard;
using http::Request;
using queries::array_of;
using queries::choice_query;
using queries::date_query;
using queries::refuse;
using queries::view_of;

http::Response get_lineage(Request& request) {
    const auto id = request.id<OrganisationId>();
    return http::ok(request.read([&](const db::ReadTx& tx) {
        const auto view = view_of(request, tx);
        get(tx, request.actor(), id, view);
        auto out = to_json(lineage(tx, id, view));
        out.as_object()["organisation_id"] = id.str();
        out.as_object()["as_of"] = view.as_of.iso();
        return out;
    }));
}

http::Response get_timeline(Request& request) {
    const auto id = request.id<OrganisationId>();
    return http::ok(request.read([&](const db::ReadTx& tx) {
        const auto view = view_of(request, tx);
        auto out = to_json(timeline(tx, request.actor(), id, view));
        out.as_object()["as_of"] = view.as_of.iso();
        return out;
    }));
}

Date required_date(const Request& request, std::string_view name) {
    const auto date = date_query(request, name);
    if (!date) {
        refuse(name, "field.required");
    }
    return *date;
}

http::Response get_comparison(Request& request) {
    Comparison asked;
    asked.from = required_date(request, "from");
    asked.to = required_date(request, "to");
    asked.known_on = date_query(request, "known_on");
    asked.which = choice_query(request, "relation", parse_tree);
    asked.change = choice_query(request, "change", parse_change);
    const auto paging = request.page();
    asked.limit = paging.limit;
    asked.offset = paging.offset;
    return http::ok(request.read([&](const db::ReadTx& tx) {
        const auto page = compare(tx, request.actor(), asked);
        std::vector<OrganisationId> above;
        for (const auto& item : page.items) {
            for (const auto& parent : {item.parent_before, item.parent_after}) {
                if (parent) {
                    above.push_back(*parent);
                }
            }
        }
        const auto names = refs(tx, above, asked.to);
        json::array items;
        for (const auto& item : page.items) {
            items.push_back(to_json(item, names));
        }
        json::object counts{{"added", 0}, {"ended", 0}, {"renamed", 0}, {"moved", 0}};
        for (const auto& [change, count] : page.counts) {
            counts[change] = count;
        }
        auto body = http::page_json(std::move(items), page.total, asked.limit, asked.offset);
        body.as_object()["from"] = asked.from.iso();
        body.as_object()["to"] = asked.to.iso();
        body.as_object()["counts"] = std::move(counts);
        return body;
    }));
}

http::Response get_events(Request& request) {
    EventQuery query;
    query.body = choice_query(request, "organisation_id", OrganisationId::parse);
    query.from = date_query(request, "from");
    query.to = date_query(request, "to");
    query.with_undone = request.query("with_undone").value_or("") == "true";
    const auto paging = request.page();
    query.limit = paging.limit;
    query.offset = paging.offset;
    const auto page =
        request.read([&](const db::ReadTx& tx) { return list_events(tx, request.actor(), query); });
    return http::ok(http::page_json(array_of(page.items), page.total, query.limit, query.offset));
}

http::Response get_one(Request& request) {
    const auto id = request.id<EventId>();
    return http::ok(request.read(
        [&](const db::ReadTx& tx) { return to_json(describe_event(tx, request.actor(), id)); }));
}

}  // namespace

void add_event_routes(http::Router& router, const Participants& participants) {
    const std::string bodies = "/api/v1/organisations";
    const std::string events = "/api/v1/events";
    router.get(bodies + "/compare", Guard::signed_in, get_comparison);
    router.get(bodies + "/{id}/lineage", Guard::signed_in, get_lineage);
    router.get(bodies + "/{id}/timeline", Guard::signed_in, get_timeline);
    router.post(bodies + "/events/preview", Guard::administrator, [participants](Request& request) {
        const auto input = new_event_from_json(request.json());
        return http::ok(request.read([&](const db::ReadTx& tx) {
            return to_json(preview(tx, request.actor(), input, participants));
        }));
    });
    router.get(events, Guard::signed_in, get_events);
    router.post(events, Guard::administrator, [participants](Request& request) {
        const auto input = new_event_from_json(request.json());
        return http::created(request.write([&](db::WriteTx& tx) {
            const auto id = carry_out(tx, request.actor(), input, participants);
            return to_json(describe_event(tx, request.actor(), id));
        }));
    });
    router.get(events + "/{id}", Guard::signed_in, get_one);
    router.post(events + "/{id}/undo", Guard::administrator, [participants](Request& request) {
        const auto id = request.id<EventId>();
        const auto reason = reason_from_json(request.json());
        return http::ok(request.write([&](db::WriteTx& tx) {
            undo(tx, request.actor(), id, reason, participants);
            return to_json(describe_event(tx, request.actor(), id));
        }));
    });
}

}  // namespace hoiquan::organisations
