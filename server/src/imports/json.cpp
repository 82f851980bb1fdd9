#include "imports/json.h"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

namespace hoiquan::imports {

namespace json = boost::json;

namespace {

json::value or_null(const std::optional<Instant>& at) {
    return at ? json::value(at->iso()) : json::value(nullptr);
}

std::string text_of(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value == nullptr || !value->is_string() ? std::string()
                                                   : std::string(value->get_string());
}

}  // namespace

json::array to_json(const std::vector<Reason>& reasons) {
    json::array out;
    for (const auto& reason : reasons) {
        json::object args;
        for (const auto& [name, value] : reason.args) {
            args[name] = value;
        }
        out.push_back(json::object{{"cell", reason.cell},
                                   {"row", reason.row},
                                   {"column", reason.column},
                                   {"key", reason.key},
                                   {"args", std::move(args)}});
    }
    return out;
}

std::vector<Reason> reasons_from_json(std::string_view text) {
    std::vector<Reason> out;
    const auto list = json::parse(text);
    for (const auto& item : list.as_array()) {
        const auto& object = item.as_object();
        Reason reason{text_of(object, "cell"),
                      object.at("row").to_number<std::size_t>(),
                      text_of(object, "column"),
                      text_of(object, "key"),
                      {}};
        for (const auto& arg : object.at("args").as_object()) {
            reason.args.emplace_back(arg.key(), std::string(arg.value().as_string()));
        }
        out.push_back(std::move(reason));
    }
    return out;
}

json::value to_json(const Batch& batch) {
    json::object counts;
    for (const auto& [outcome, count] : batch.counts) {
        counts[to_string(outcome)] = count;
    }
    return json::object{
        {"id", batch.id.str()},
        {"file_name", batch.file_name},
        {"sheet", batch.sheet},
        {"header_row", batch.header_row},
        {"state", to_string(batch.state)},
        {"faults", to_json(batch.faults)},
        {"notes", to_json(batch.notes)},
        {"created_by", batch.created_by},
        {"created_at", batch.created_at.iso()},
        {"confirmed_at", or_null(batch.confirmed_at)},
        {"undone_at", or_null(batch.undone_at)},
        {"undo_reason", batch.undo_reason ? json::value(*batch.undo_reason) : json::value(nullptr)},
        {"counts", std::move(counts)},
        {"version", batch.version}};
}

json::value to_json(const Row& row) {
    return json::object{
        {"number", row.number},
        {"outcome", to_string(row.outcome)},
        {"title", row.title},
        {"reasons", to_json(row.reasons)},
        {"record_id", row.record ? json::value(*row.record) : json::value(nullptr)}};
}

}  // namespace hoiquan::imports
