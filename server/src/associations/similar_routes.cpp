#include <algorithm>
#include <charconv>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "associations/similar_json.h"
#include "associations/similar_service.h"
#include "base/error.h"
#include "platform/http/http.h"
#include "platform/http/json_reader.h"

namespace hoiquan::associations {

namespace json = boost::json;
using http::Guard;
using http::Request;

namespace {

constexpr std::size_t kMostGroups = 200;

[[noreturn]] void refuse(const char* name, const char* key, const std::string& value) {
    throw Error(
        ErrorCode::invalid, "field.faults", {{"/" + std::string(name), key, {{"value", value}}}});
}

double min_score(const Request& request) {
    constexpr double otherwise = 0.5;
    const auto text = request.query("min").value_or("");
    if (text.empty()) {
        return otherwise;
    }
    double value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !(value >= 0 && value <= 1)) {
        refuse("min", "similar.bad_score", text);
    }
    return value;
}

SimilarReach reach(const Request& request) {
    const auto text = request.query("reach").value_or("");
    if (text.empty() || text == "anywhere") {
        return SimilarReach::anywhere;
    }
    if (text == "same_unit") {
        return SimilarReach::same_unit;
    }
    if (text != "same_province") {
        refuse("reach", "field.unknown_value", text);
    }
    return SimilarReach::same_province;
}

enum class Marks { open, marked, all };

Marks marks(const Request& request) {
    const auto text = request.query("marks").value_or("");
    if (text.empty() || text == "open") {
        return Marks::open;
    }
    if (text == "marked") {
        return Marks::marked;
    }
    if (text != "all") {
        refuse("marks", "field.unknown_value", text);
    }
    return Marks::all;
}

std::optional<OrganisationId> association(const Request& request) {
    const auto text = request.query("association_id").value_or("");
    if (text.empty()) {
        return std::nullopt;
    }
    auto id = OrganisationId::parse(text);
    if (!id) {
        refuse("association_id", "field.bad_id", text);
    }
    return id;
}

void keep_asked(SimilarResult& result,
                const SimilarInput& input,
                Marks which,
                const std::optional<OrganisationId>& of) {
    std::erase_if(result.pairs, [&](const SimilarPair& pair) {
        const bool is_marked = mark_of(input, pair) != nullptr;
        const bool is_asked = which == Marks::all || is_marked == (which == Marks::marked);
        return !is_asked || (of && pair.first != of->str() && pair.second != of->str());
    });
    std::erase_if(result.groups, [&](const SimilarGroup& group) {
        return of && std::find(group.ids.begin(), group.ids.end(), of->str()) == group.ids.end();
    });
    result.groups.resize(std::min(result.groups.size(), kMostGroups));
}

http::Response list_page(Request& request, const MemberKeys& members) {
    const auto paging = request.page();
    SimilarOptions options;
    options.min_score = min_score(request);
    options.reach = reach(request);
    const auto which = marks(request);
    const auto of = association(request);
    const auto input = request.read(
        [&](const db::ReadTx& tx) { return similar_input(tx, request.actor(), members); });
    // Between the two reads, so that no transaction waits for the comparison.
    auto result = compare(input, options);
    keep_asked(result, input, which, of);
    const auto first = std::min(static_cast<std::size_t>(paging.offset), result.pairs.size());
    const auto last = std::min(first + static_cast<std::size_t>(paging.limit), result.pairs.size());
    std::vector<OrganisationId> ids;
    for (auto i = first; i < last; ++i) {
        ids.emplace_back(result.pairs[i].first);
        ids.emplace_back(result.pairs[i].second);
    }
    for (const auto& group : result.groups) {
        for (const auto& id : group.ids) {
            ids.emplace_back(id);
        }
    }
    const auto names = request.read(
        [&](const db::ReadTx& tx) { return organisations::refs(tx, ids, tx.today()); });
    json::array items;
    for (auto i = first; i < last; ++i) {
        items.push_back(to_json(result.pairs[i], mark_of(input, result.pairs[i]), names));
    }
    json::array groups;
    for (const auto& group : result.groups) {
        groups.push_back(to_json(group, names));
    }
    auto page = http::page_json(std::move(items),
                                static_cast<std::int64_t>(result.pairs.size()),
                                paging.limit,
                                paging.offset)
                    .as_object();
    page["groups"] = std::move(groups);
    page["compared"] = input.subjects.size();
    return http::ok(page);
}

http::Response mark(Request& request) {
    http::JsonReader reader(request.json());
    const auto first = reader.id<OrganisationId>("first_id");
    const auto second = reader.id<OrganisationId>("second_id");
    for (const char* name : {"first_id", "second_id"}) {
        if (!reader.has(name)) {
            reader.fault(name, "field.required");
        }
    }
    constexpr std::size_t longest = 1000;
    const auto reason = reader.required_text("reason", longest);
    reader.check();
    const auto made = request.write([&](db::WriteTx& tx) {
        return mark_different(tx, request.actor(), {*first, *second, reason});
    });
    return http::created(to_json(made));
}

http::Response unmark(Request& request) {
    const auto id = request.id<SimilarMarkId>();
    request.write([&](db::WriteTx& tx) { remove_mark(tx, request.actor(), id); });
    return http::no_content();
}

}  // namespace

void add_similar_routes(http::Router& router, const MemberKeys& members) {
    const std::string base = "/api/v1/associations/similar";
    router.get(base, Guard::signed_in, [members](Request& request) {
        return list_page(request, members);
    });
    router.post(base + "/marks", Guard::clerk, mark);
    router.del(base + "/marks/{id}", Guard::clerk, unmark);
}

}  // namespace hoiquan::associations
