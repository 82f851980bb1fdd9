#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "organisations/json.h"
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

int limit_query(const Request& request, int otherwise, int max) {
    const auto text = request.query("limit");
    if (!text) {
        return otherwise;
    }
    int value = 0;
    const auto* end = text->data() + text->size();
    const auto [stop, error] = std::from_chars(text->data(), end, value);
    if (error != std::errc() || stop != end || value < 1 || value > max) {
        refuse("limit", "field.bad_number", {{"min", "1"}, {"max", std::to_string(max)}});
    }
    return value;
}

http::Response answer(const Detail& detail) {
    return http::ok_versioned(to_json(detail), detail.version);
}

Detail get_now(const db::ReadTx& tx, const auth::Actor& actor, const OrganisationId& id) {
    return get(tx, actor, id, {tx.today(), {}});
}

http::Response list_kinds(Request& request) {
    const auto all = request.read([](const db::ReadTx& tx) { return kinds(tx); });
    return http::ok(json::object{{"items", array_of(all)}});
}

http::Response list_page(Request& request) {
    ListQuery query;
    query.search = request.query("search").value_or("");
    if (const auto kind = request.query("kind"); kind && !kind->empty()) {
        query.kind = kind;
    }
    query.sort = choice_query(request, "sort", parse_sort).value_or(Sort::name);
    query.counts_all = request.query("exact_total") == "true";
    const auto paging = request.page();
    query.limit = paging.limit;
    query.offset = paging.offset;
    const auto page = request.read([&](const db::ReadTx& tx) {
        query.view = view_of(request, tx);
        return list(tx, request.actor(), query);
    });
    auto body = http::page_json(array_of(page.items), page.total, query.limit, query.offset);
    body.as_object()["as_of"] = query.view.as_of.iso();
    body.as_object()["total_is_exact"] = page.is_exact;
    return http::ok(body);
}

http::Response get_tree(Request& request) {
    const auto which = choice_query(request, "relation", parse_tree).value_or(Tree::party);
    const auto parent = choice_query(request, "parent_id", OrganisationId::parse);
    return http::ok(request.read([&](const db::ReadTx& tx) {
        const auto view = view_of(request, tx);
        const auto nodes = tree(tx, request.actor(), view, which, parent);
        return json::value(json::object{{"as_of", view.as_of.iso()}, {"items", array_of(nodes)}});
    }));
}

http::Response get_candidates(Request& request) {
    constexpr int usual = 10;
    constexpr int largest = 50;
    const auto text = request.query("text").value_or("");
    if (text.empty()) {
        refuse("text", "field.required", {});
    }
    const int limit = limit_query(request, usual, largest);
    const auto as_of = date_query(request, "as_of");
    return http::ok(request.read([&](const db::ReadTx& tx) {
        return to_json(
            find_candidates(tx, request.actor(), text, as_of.value_or(tx.today()), limit));
    }));
}

http::Response create_one(Request& request) {
    const auto input = new_organisation_from_json(request.json());
    const auto made = request.write([&](db::WriteTx& tx) {
        return get_now(tx, request.actor(), create(tx, request.actor(), input));
    });
    return http::created(to_json(made));
}

http::Response get_one(Request& request) {
    const auto id = request.id<OrganisationId>();
    return answer(request.read(
        [&](const db::ReadTx& tx) { return get(tx, request.actor(), id, view_of(request, tx)); }));
}

/// POST of one more fact about a body: `read` makes it out of JSON, `change` writes it.
template <class Read, class Change>
http::Handler change_route(Read read, Change change) {
    return [read, change](Request& request) {
        const auto id = request.id<OrganisationId>();
        const auto version = request.if_match();
        const auto input = read(request.json());
        return answer(request.write([&](db::WriteTx& tx) {
            change(tx, request.actor(), id, version, input);
            return get_now(tx, request.actor(), id);
        }));
    };
}

http::Response get_history(Request& request) {
    const auto id = request.id<OrganisationId>();
    const auto paging = request.page();
    return http::ok(request.read([&](const db::ReadTx& tx) {
        get_now(tx, request.actor(), id);
        return to_json(history(tx, id.str(), paging.limit, paging.offset));
    }));
}

}  // namespace

void add_routes(http::Router& router) {
    const std::string base = "/api/v1/organisations";
    router.get("/api/v1/organisation-kinds", Guard::signed_in, list_kinds);
    router.get(base, Guard::signed_in, list_page);
    router.post(base, Guard::administrator, create_one);
    router.get(base + "/tree", Guard::signed_in, get_tree);
    router.get(base + "/candidates", Guard::signed_in, get_candidates);
    router.get(base + "/{id}", Guard::signed_in, get_one);
    router.post(
        base + "/{id}/names", Guard::administrator, change_route(new_name_from_json, rename));
    router.post(
        base + "/{id}/aliases", Guard::administrator, change_route(alias_from_json, add_alias));
    router.post(base + "/{id}/relations",
                Guard::administrator,
                change_route(new_relation_from_json, add_relation));
    router.get(base + "/{id}/history", Guard::signed_in, get_history);
    add_learned_name_routes(router);
}

}  // namespace hoiquan::organisations
