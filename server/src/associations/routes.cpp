#include <algorithm>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "associations/associations.h"
#include "associations/json.h"
#include "associations/service.h"
#include "organisations/json.h"
#include "platform/http/json_reader.h"

namespace hoiquan::associations {

namespace {

namespace json = boost::json;
using http::Guard;
using http::Request;

constexpr std::array<std::string_view, 5> kSorts{
    "name", "name_down", "class", "status", "confirmed_at"};
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2200;

/// Query parameters with all their faults at once.
class QueryReader {
public:
    explicit QueryReader(const Request& request) : request_(request) {}

    template <class Parse>
    auto choice(const char* name, Parse parse) -> decltype(parse(std::string_view())) {
        const auto text = request_.query(name);
        if (!text || text->empty()) {
            return std::nullopt;
        }
        auto value = parse(std::string_view(*text));
        if (!value) {
            faults_.push_back({std::string("/") + name, "field.unknown_value", {{"value", *text}}});
        }
        return value;
    }
    void check() {
        if (!faults_.empty()) {
            throw Error(ErrorCode::invalid, "field.faults", std::move(faults_));
        }
    }

private:
    const Request& request_;
    std::vector<Fault> faults_;
};

std::optional<std::string> short_word(std::string_view text) {
    constexpr std::size_t longest = 50;
    return text.size() <= longest ? std::optional<std::string>(text) : std::nullopt;
}

std::optional<int> year_of(std::string_view text) {
    const auto day = Date::parse_iso(std::string(text) + "-01-01");
    const bool fits = day && day->year() >= kFirstYear && day->year() <= kLastYear;
    return fits ? std::optional(day->year()) : std::nullopt;
}

ListQuery query_from(const Request& request, bool is_paged) {
    QueryReader reader(request);
    ListQuery query;
    query.as_of = reader.choice("as_of", Date::parse_iso);
    query.search = request.query("search").value_or("");
    query.class_code = reader.choice("class", one_of<kClasses>);
    query.status = reader.choice("status", one_of<kStatuses>);
    query.flag = reader.choice("flag", parse_flag);
    query.level = reader.choice("level", short_word);
    query.under = reader.choice("under_id", OrganisationId::parse);
    if (is_paged) {
        const auto page = request.page();
        query.limit = page.limit;
        query.offset = page.offset;
        query.sort = reader.choice("sort", one_of<kSorts>).value_or("name");
    }
    reader.check();
    return query;
}

std::optional<Date> as_of(const Request& request) {
    QueryReader reader(request);
    const auto day = reader.choice("as_of", Date::parse_iso);
    reader.check();
    return day;
}

http::Response get_list(Request& request) {
    const auto query = query_from(request, true);
    return http::ok(request.read([&](const db::ReadTx& tx) {
        return to_json(list(tx, request.actor(), query), query.limit, query.offset);
    }));
}

http::Response get_counts(Request& request) {
    const auto query = query_from(request, false);
    return http::ok(request.read(
        [&](const db::ReadTx& tx) { return to_json(counts(tx, request.actor(), query)); }));
}

json::array entries_json(std::vector<Entry> entries) {
    json::array out;
    for (auto& entry : entries) {
        out.emplace_back(std::move(entry));
    }
    return out;
}

json::value page_json(const db::ReadTx& tx,
                      const auth::Actor& actor,
                      const OrganisationId& id,
                      const Date& day) {
    const auto now = standing(tx, actor, id, day);
    const auto all = profiles(tx, id);
    const auto settings = load_settings(tx);
    auto found = all_entries(tx, id);
    auto out = profile_page_json(now, all, day);
    json::array duty_rows;
    for (const auto& duty : duties(all, found, settings, day)) {
        duty_rows.push_back(to_json(duty));
    }
    json::array warning_rows;
    for (const auto& warning : warnings(all, found, settings, day)) {
        warning_rows.push_back(to_json(warning));
    }
    out["duties"] = std::move(duty_rows);
    out["warnings"] = std::move(warning_rows);
    json::object lists;
    for (auto& [kind, rows] : found) {
        lists[to_string(kind)] = entries_json(std::move(rows));
    }
    out["entries"] = std::move(lists);
    return out;
}

http::Response get_one(Request& request) {
    const auto id = request.id<OrganisationId>();
    const auto asked = as_of(request);
    return request.read([&](const db::ReadTx& tx) {
        auto body = page_json(tx, request.actor(), id, asked.value_or(tx.today()));
        const auto version = body.as_object().at("version").as_int64();
        return http::ok_versioned(body, version);
    });
}

http::Response put_profile(Request& request) {
    const auto id = request.id<OrganisationId>();
    const auto version = request.if_match();
    const auto input = profile_from_json(request.json());
    return http::ok(request.write([&](db::WriteTx& tx) {
        save_profile(tx, request.actor(), id, version, input);
        return page_json(tx, request.actor(), id, tx.today());
    }));
}

http::Response post_confirmation(Request& request) {
    const auto id = request.id<OrganisationId>();
    const auto version = request.if_match();
    return http::ok(request.write([&](db::WriteTx& tx) {
        confirm(tx, request.actor(), id, version);
        return page_json(tx, request.actor(), id, tx.today());
    }));
}

http::Response get_history(Request& request) {
    const auto id = request.id<OrganisationId>();
    const auto page = request.page();
    return http::ok(request.read([&](const db::ReadTx& tx) {
        standing(tx, request.actor(), id, tx.today());
        return organisations::to_json(
            organisations::history(tx, id.str(), page.limit, page.offset));
    }));
}

EntryKind kind_in_path(const Request& request) {
    const auto kind = parse_entry_kind(request.param("kind"));
    if (!kind) {
        throw Error(ErrorCode::not_found, "http.not_found");
    }
    return *kind;
}

/// Of posts also: who held one between two days.
bool is_between(const Entry& entry,
                const std::optional<Date>& from,
                const std::optional<Date>& to) {
    const auto begins = day_of(entry, "from");
    const auto ends = day_of(entry, "to");
    return (!to || !begins || *begins <= *to) && (!from || !ends || *ends > *from);
}

http::Response get_entries(Request& request) {
    const auto id = request.id<OrganisationId>();
    const auto kind = kind_in_path(request);
    QueryReader reader(request);
    const auto from = reader.choice("from", Date::parse_iso);
    const auto to = reader.choice("to", Date::parse_iso);
    const auto post = reader.choice("post", short_word);
    reader.check();
    return http::ok(request.read([&](const db::ReadTx& tx) {
        standing(tx, request.actor(), id, tx.today());
        auto rows = entries(tx, id, kind);
        std::erase_if(rows, [&](const Entry& entry) {
            return !is_between(entry, from, to) || (post && text_of(entry, "post") != *post);
        });
        return json::value(json::object{{"items", entries_json(std::move(rows))}});
    }));
}

http::Response post_entry(Request& request) {
    const auto id = request.id<OrganisationId>();
    const auto kind = kind_in_path(request);
    const auto input = request.json();
    return http::created(request.write([&](db::WriteTx& tx) {
        const auto made = add_entry(tx, request.actor(), id, kind, input);
        auto body = page_json(tx, request.actor(), id, tx.today()).as_object();
        body["entry_id"] = made.str();
        return json::value(std::move(body));
    }));
}

http::Response put_entry(Request& request) {
    const auto kind = kind_in_path(request);
    const auto entry = request.id<EntryId>();
    const auto version = request.if_match();
    const auto input = request.json();
    return http::ok(request.write([&](db::WriteTx& tx) {
        const auto id = update_entry(tx, request.actor(), {kind, entry, version}, input);
        return page_json(tx, request.actor(), id, tx.today());
    }));
}

http::Response post_removal(Request& request) {
    const auto kind = kind_in_path(request);
    const auto entry = request.id<EntryId>();
    const auto version = request.if_match();
    http::JsonReader reader(request.json());
    constexpr std::size_t longest = 1000;
    const auto reason = reader.required_text("reason", longest);
    reader.check();
    return http::ok(request.write([&](db::WriteTx& tx) {
        const auto id = remove_entry(tx, request.actor(), {kind, entry, version}, reason);
        return page_json(tx, request.actor(), id, tx.today());
    }));
}

http::Response get_money(Request& request) {
    QueryReader reader(request);
    const auto year = reader.choice("year", year_of);
    const auto one = reader.choice("association_id", OrganisationId::parse);
    reader.check();
    return http::ok(request.read([&](const db::ReadTx& tx) {
        return to_json(money_sums(tx, request.actor(), year.value_or(tx.today().year()), one));
    }));
}

http::Response get_settings(Request& request) {
    return http::ok(request.read([&](const db::ReadTx& tx) {
        json::array out;
        const auto settings = load_settings(tx);
        for (const auto& setting : settings.rows()) {
            out.push_back(to_json(setting));
        }
        return json::value(json::object{{"items", std::move(out)}});
    }));
}

http::Response post_setting(Request& request) {
    const auto input = setting_from_json(request.json());
    request.write([&](db::WriteTx& tx) { add_setting(tx, request.actor(), input); });
    return http::created(to_json(input));
}

}  // namespace

void add_routes(http::Router& router, const SignSources& sources) {
    router.get("/api/v1/associations", Guard::signed_in, get_list);
    router.get("/api/v1/associations/counts", Guard::signed_in, get_counts);
    router.get("/api/v1/associations/money", Guard::signed_in, get_money);
    router.get("/api/v1/associations/health", Guard::signed_in, [sources](Request& request) {
        QueryReader reader(request);
        const auto day = reader.choice("as_of", Date::parse_iso);
        const auto under = reader.choice("under_id", OrganisationId::parse);
        reader.check();
        return http::ok(request.read([&](const db::ReadTx& tx) {
            return to_json(
                roll_up_health(tx, request.actor(), under, day.value_or(tx.today()), sources));
        }));
    });
    router.get("/api/v1/associations/{id}", Guard::signed_in, get_one);
    router.get("/api/v1/associations/{id}/health", Guard::signed_in, [sources](Request& request) {
        const auto id = request.id<OrganisationId>();
        const auto day = as_of(request);
        return http::ok(request.read([&](const db::ReadTx& tx) {
            return to_json(health(tx, request.actor(), id, day.value_or(tx.today()), sources));
        }));
    });
    router.put("/api/v1/associations/{id}/profile", Guard::signed_in, put_profile);
    router.post("/api/v1/associations/{id}/confirmation", Guard::signed_in, post_confirmation);
    router.get("/api/v1/associations/{id}/history", Guard::signed_in, get_history);
    router.get("/api/v1/associations/{id}/entries/{kind}", Guard::signed_in, get_entries);
    router.post("/api/v1/associations/{id}/entries/{kind}", Guard::signed_in, post_entry);
    router.put("/api/v1/association-entries/{kind}/{id}", Guard::signed_in, put_entry);
    router.post("/api/v1/association-entries/{kind}/{id}/removal", Guard::signed_in, post_removal);
    router.get("/api/v1/association-settings", Guard::signed_in, get_settings);
    router.post("/api/v1/association-settings", Guard::administrator, post_setting);
}

}  // namespace hoiquan::associations
