#include <memory>
#include <string>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "members/import_routes.h"
#include "members/json.h"
#include "members/queries.h"
#include "members/service.h"
#include "members/sheets.h"
#include "organisations/json.h"

namespace hoiquan::members {

namespace {

namespace json = boost::json;
using http::Guard;
using http::Request;

constexpr int kMostExported = 1'000'000;
constexpr int kMostDoubles = 200;

ListQuery list_query(const Request& request) {
    ListQuery query;
    query.search = request.query("search").value_or("");
    query.branch = queries::text(request, "branch");
    query.kind = queries::choice(request, "kind", parse_kind);
    query.status = queries::choice(request, "status", parse_status).value_or(Status::active);
    query.sort = queries::choice(request, "sort", [](std::string_view text) {
                     return is_sort(text) ? std::optional<std::string>(text) : std::nullopt;
                 }).value_or("name");
    return query;
}

/// The record of the reading comes before the answer, in a transaction of its own.
OrganisationId opened(Request& request, const char* what) {
    const auto association = request.id<OrganisationId>();
    request.write([&](db::WriteTx& tx) { open_names(tx, request.actor(), association, what); });
    return association;
}

http::Response list_members(Request& request) {
    auto query = list_query(request);
    const auto paging = request.page();
    query.limit = paging.limit;
    query.offset = paging.offset;
    const auto association = opened(request, "list");
    const auto page =
        request.read([&](const db::ReadTx& tx) { return store::list(tx, association, query); });
    json::array items;
    for (const auto& member : page.items) {
        items.push_back(to_json(member));
    }
    return http::ok(http::page_json(std::move(items), page.total, query.limit, query.offset));
}

http::Response answer(Request& request, const OrganisationId& association, const MemberId& id) {
    const auto member =
        request.read([&](const db::ReadTx& tx) { return get(tx, association, id); });
    return http::ok_versioned(to_json(member), member.version);
}

http::Response get_member(Request& request) {
    const auto association = opened(request, "member");
    return answer(request, association, request.id<MemberId>("member_id"));
}

http::Response create_member(Request& request) {
    const auto association = request.id<OrganisationId>();
    const auto keys = queries::keys(request);
    request.read([&](const db::ReadTx& tx) { demand_names(tx, request.actor(), association); });
    const auto input = member_input_from_json(request.json());
    const auto id = request.write(
        [&](db::WriteTx& tx) { return create(tx, request.actor(), keys, association, input); });
    auto response = answer(request, association, id);
    response.status = 201;
    return response;
}

http::Response update_member(Request& request) {
    const auto association = request.id<OrganisationId>();
    const auto keys = queries::keys(request);
    request.read([&](const db::ReadTx& tx) { demand_names(tx, request.actor(), association); });
    const auto id = request.id<MemberId>("member_id");
    request.read([&](const db::ReadTx& tx) { get(tx, association, id); });
    Member member;
    member.id = id;
    member.version = request.if_match();
    const auto input = member_input_from_json(request.json());
    request.write([&](db::WriteTx& tx) { update(tx, request.actor(), keys, member, input); });
    return answer(request, association, id);
}

http::Response export_members(Request& request) {
    auto query = list_query(request);
    query.limit = kMostExported;
    const auto is_csv = queries::choice(request, "format", [](std::string_view text) {
        return text == "csv" || text == "xlsx" ? std::optional(text == "csv") : std::nullopt;
    });
    const auto association = opened(request, "export");
    ExportedList list;
    request.read([&](const db::ReadTx& tx) {
        list.association = organisations::ref(tx, association, tx.today()).name;
        list.at = tx.now();
        list.members = store::list(tx, association, query).items;
        list.reasons = left_reasons(tx);
    });
    if (is_csv.value_or(false)) {
        return http::download(to_csv(list), "text/csv; charset=utf-8", "Danh sách hội viên.csv");
    }
    return http::download(to_xlsx(list), queries::kXlsx, "Danh sách hội viên.xlsx");
}

http::Response list_doubles(Request& request) {
    const auto association = opened(request, "doubles");
    const auto pairs = request.read(
        [&](const db::ReadTx& tx) { return store::doubles(tx, association, kMostDoubles); });
    json::array items;
    for (const auto& pair : pairs) {
        items.push_back(to_json(pair));
    }
    return http::ok(json::object{{"items", std::move(items)}});
}

http::Response decide_one(Request& request) {
    const auto association = request.id<OrganisationId>();
    request.read([&](const db::ReadTx& tx) { demand_names(tx, request.actor(), association); });
    const auto input = double_input_from_json(request.json());
    request.write([&](db::WriteTx& tx) { decide_double(tx, request.actor(), association, input); });
    return http::no_content();
}

http::Response get_options(Request& request) {
    json::array reasons;
    request.read([&](const db::ReadTx& tx) {
        for (const auto& reason : left_reasons(tx)) {
            reasons.push_back(json::object{{"code", reason.code}, {"name", reason.name}});
        }
    });
    return http::ok(json::object{{"left_reasons", std::move(reasons)}});
}

http::Response get_counts(Request& request) {
    const auto association = request.id<OrganisationId>();
    const auto asked = queries::choice(request, "as_of", Date::parse_iso);
    return request.read([&](const db::ReadTx& tx) {
        const auto day = asked.value_or(tx.today());
        auto body = to_json(counts(tx, request.actor(), association, day));
        body.as_object()["as_of"] = day.iso();
        return http::ok(body);
    });
}

http::Response list_counts(Request& request) {
    const auto asked = queries::choice(request, "as_of", Date::parse_iso);
    const auto paging = request.page();
    return request.read([&](const db::ReadTx& tx) {
        const auto day = asked.value_or(tx.today());
        const auto page = counts_below(tx, request.actor(), day, paging.limit, paging.offset);
        json::array items;
        for (const auto& item : page.items) {
            items.push_back(json::object{{"association", organisations::to_json(item.association)},
                                         {"counts", to_json(item.counts)}});
        }
        auto body = http::page_json(std::move(items), page.total, paging.limit, paging.offset);
        body.as_object()["as_of"] = day.iso();
        body.as_object()["sum"] = to_json(page.sum);
        return http::ok(body);
    });
}

}  // namespace

void add_routes(http::Router& router) {
    const std::string members = "/api/v1/associations/{id}/members";
    router.get("/api/v1/members/counts", Guard::signed_in, list_counts);
    router.get("/api/v1/members/options", Guard::signed_in, get_options);
    router.get(members + "/counts", Guard::signed_in, get_counts);
    router.get(members + "/export", Guard::signed_in, export_members);
    router.get(members + "/doubles", Guard::signed_in, list_doubles);
    router.post(members + "/doubles", Guard::signed_in, decide_one);
    router.get(members, Guard::signed_in, list_members);
    router.post(members, Guard::signed_in, create_member);
    router.get(members + "/{member_id}", Guard::signed_in, get_member);
    router.put(members + "/{member_id}", Guard::signed_in, update_member);
    add_import_routes(router);
}

}  // namespace hoiquan::members
