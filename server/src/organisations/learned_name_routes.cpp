#include <boost/json/object.hpp>

#include "organisations/json.h"
#include "organisations/learned_names.h"
#include "platform/http/http.h"
#include "platform/http/json_reader.h"

namespace hoiquan::organisations {

namespace json = boost::json;
using http::Guard;
using http::Request;

namespace {

json::value item_json(const LearnedName& name) {
    return json::object{{"id", name.id.str()},
                        {"written", name.written},
                        {"organisation", to_json(name.meant)},
                        {"is_there", name.is_there},
                        {"learned_by", name.learned_by},
                        {"learned_at", name.learned_at.iso()}};
}

http::Response list_page(Request& request) {
    const auto paging = request.page();
    const auto search = request.query("search").value_or("");
    const auto page = request.read([&](const db::ReadTx& tx) {
        return list_learned_names(tx, request.actor(), search, paging.limit, paging.offset);
    });
    json::array items;
    for (const auto& name : page.items) {
        items.push_back(item_json(name));
    }
    return http::ok(http::page_json(std::move(items), page.total, paging.limit, paging.offset));
}

http::Response change(Request& request) {
    const auto id = request.id<LearnedNameId>();
    http::JsonReader reader(request.json());
    const auto meant = reader.id<OrganisationId>("organisation_id");
    if (!meant && !reader.has("organisation_id")) {
        reader.fault("organisation_id", "field.required");
    }
    reader.check();
    request.write([&](db::WriteTx& tx) { change_learned_name(tx, request.actor(), id, *meant); });
    return http::no_content();
}

http::Response forget(Request& request) {
    const auto id = request.id<LearnedNameId>();
    request.write([&](db::WriteTx& tx) { forget_learned_name(tx, request.actor(), id); });
    return http::no_content();
}

}  // namespace

void add_learned_name_routes(http::Router& router) {
    const std::string base = "/api/v1/learned-names";
    router.get(base, Guard::clerk, list_page);
    router.put(base + "/{id}", Guard::clerk, change);
    router.del(base + "/{id}", Guard::clerk, forget);
}

}  // namespace hoiquan::organisations
