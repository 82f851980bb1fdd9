#include <array>
#include <map>
#include <utility>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "organisations/csv.h"
#include "organisations/organisations.h"
#include "organisations/sql.h"
#include "organisations/store.h"

namespace hoiquan::organisations {

namespace {

namespace json = boost::json;

constexpr int kColumns = 12;
/// Columns of sql/export.sql.
enum Column : std::uint8_t {
    id,
    code,
    name,
    short_name,
    kind,
    level,
    status,
    valid_from,
    valid_from_precision,
    valid_to,
    parent_id,
    parent_code
};
using Exported = std::array<std::string, kColumns>;

std::vector<Exported> rows_of(const db::ReadTx& tx,
                              const View& view,
                              const std::optional<Tree>& which) {
    std::optional<std::string> tree;
    if (which) {
        tree = *which == Tree::territory ? "territory" : "party";
    }
    return tx.list(
        sql::export_rows, {view.as_of, store::known_at(view), tree}, [](const db::Row& row) {
            Exported out;
            for (int i = 0; i < kColumns; ++i) {
                if (!row.is_null(i)) {
                    out.at(static_cast<std::size_t>(i)) = row.get<std::string>(i);
                }
            }
            return out;
        });
}

std::string partial(const std::string& date, const std::string& precision) {
    const auto day = Date::parse_iso(date).value_or(Date());
    return to_iso(PartialDate{day, parse_date_precision(precision).value_or(DatePrecision::day)});
}

std::string end_of(const std::string& date) {
    return date == far_future().iso() ? std::string() : date;
}

void set_if(json::object& object, const char* key, const std::string& value) {
    if (!value.empty()) {
        object[key] = value;
    }
}

/// Popolo's end dates are the last day on which it was so.
std::string last_day(const std::string& exclusive_end) {
    const auto end = end_of(exclusive_end);
    const auto day = Date::parse_iso(end);
    return day ? day->plus_days(-1).iso() : std::string();
}

using Names = std::map<std::string, json::array>;

Names other_names(const db::ReadTx& tx, const View& view) {
    Names out;
    tx.each(sql::export_names, {store::known_at(view)}, [&](const db::Row& row) {
        json::object name{{"name", row.get<std::string>(1)}};
        set_if(name, "start_date", partial(row.get<std::string>(2), row.get<std::string>(3)));
        set_if(name, "end_date", last_day(row.get<std::string>(4)));
        out[row.get<std::string>(0)].push_back(std::move(name));
    });
    return out;
}

json::object organisation_of(const Exported& row, Names& names) {
    json::object out{{"id", row[id]}, {"name", row[name]}, {"classification", row[kind]}};
    // Names besides the one of the day.
    json::array others;
    for (auto& other : names[row[id]]) {
        if (other.as_object().at("name").as_string() != std::string_view(row[name])) {
            others.push_back(std::move(other));
        }
    }
    if (!row[short_name].empty()) {
        others.push_back(json::object{{"name", row[short_name]}, {"note", "abbreviation"}});
    }
    if (!others.empty()) {
        out["other_names"] = std::move(others);
    }
    if (!row[code].empty()) {
        out["identifiers"] =
            json::array{json::object{{"scheme", "code"}, {"identifier", row[code]}}};
    }
    set_if(out, "parent_id", row[parent_id]);
    out["founding_date"] = partial(row[valid_from], row[valid_from_precision]);
    set_if(out, "dissolution_date", end_of(row[valid_to]));
    set_if(out, "level", row[level]);
    out["status"] = row[status];
    return out;
}

json::value reference(const std::string& uuid) {
    return json::object{{"@id", "urn:uuid:" + uuid}};
}

/// Change events of the W3C organization ontology.
class ChangeEvents {
public:
    void add_event(const db::Row& row) {
        auto event_id = row.get<std::string>(0);
        if (events_.empty() || last_id_ != event_id) {
            last_id_ = std::move(event_id);
            index_[last_id_] = events_.size();
            events_.push_back(json::object{
                {"@type", "org:ChangeEvent"},
                {"@id", "urn:uuid:" + last_id_},
                {"classification", row.get<std::string>(1)},
                {"dct:date", partial(row.get<std::string>(2), row.get<std::string>(3))},
                {"dct:source", row.get<std::string>(4)},
                {"dct:description", row.get<std::string>(5)},
                {"org:originalOrganization", json::array()},
                {"org:resultingOrganization", json::array()},
                {"lineage", json::array()}});
        }
        if (!row.is_null(6)) {
            events_.back().as_object()["lineage"].as_array().push_back(
                json::object{{"from", "urn:uuid:" + row.get<std::string>(6)},
                             {"to", "urn:uuid:" + row.get<std::string>(7)}});
        }
    }
    /// What ended or was made is told apart by the part; what goes on stands on both sides.
    void add_part(const std::string& event, const std::string& body, const std::string& part) {
        auto& object = events_[index_.at(event)].as_object();
        if (part != "made") {
            object["org:originalOrganization"].as_array().push_back(reference(body));
        }
        if (part != "ended") {
            object["org:resultingOrganization"].as_array().push_back(reference(body));
        }
    }
    json::array take() { return std::move(events_); }

private:
    json::array events_;
    std::string last_id_;
    std::map<std::string, std::size_t> index_;
};

}  // namespace

std::string export_csv(const db::ReadTx& tx, const View& view, const std::optional<Tree>& which) {
    auto out = csv_line({"code",
                         "full_name",
                         "level",
                         "parent_code",
                         "kind",
                         "status",
                         "valid_from",
                         "valid_to",
                         "id",
                         "parent_id"});
    for (const auto& row : rows_of(tx, view, which)) {
        out += csv_line({row[code],
                         row[name],
                         row[level],
                         row[parent_code],
                         row[kind],
                         row[status],
                         partial(row[valid_from], row[valid_from_precision]),
                         end_of(row[valid_to]),
                         row[id],
                         row[parent_id]});
    }
    return out;
}

std::string export_json(const db::ReadTx& tx, const View& view, const std::optional<Tree>& which) {
    json::array organizations;
    auto names = other_names(tx, view);
    for (const auto& row : rows_of(tx, view, which)) {
        organizations.push_back(organisation_of(row, names));
    }
    ChangeEvents events;
    const db::Params upto{view.as_of, store::known_at(view)};
    tx.each(sql::export_events, upto, [&](const db::Row& row) { events.add_event(row); });
    tx.each(sql::export_parts, upto, [&](const db::Row& row) {
        events.add_part(row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2));
    });
    const json::object out{
        {"@context", {{"org", "http://www.w3.org/ns/org#"}, {"dct", "http://purl.org/dc/terms/"}}},
        {"as_of", view.as_of.iso()},
        {"known_on", view.known_on ? json::value(view.known_on->iso()) : json::value(nullptr)},
        {"organizations", std::move(organizations)},
        {"change_events", events.take()}};
    return json::serialize(out) + "\n";
}

}  // namespace hoiquan::organisations
