#include "platform/http/json_reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base/text.h"

namespace hoiquan::http {

namespace json = boost::json;

JsonReader::JsonReader(const json::value& value, std::string path) : path_(std::move(path)) {
    if (value.is_object()) {
        owned_ = value.as_object();
    } else {
        faults_.push_back({path_, "field.not_an_object", {}});
    }
}

const json::value* JsonReader::find(std::string_view name) {
    if (std::find(known_.begin(), known_.end(), name) == known_.end()) {
        known_.emplace_back(name);
    }
    const auto* value = owned_.if_contains(name);
    return value == nullptr || value->is_null() ? nullptr : value;
}

bool JsonReader::has(std::string_view name) const {
    const auto* value = owned_.if_contains(name);
    return value != nullptr && !value->is_null() &&
           !(value->is_string() && value->get_string().empty());
}

void JsonReader::fault(std::string_view name,
                       std::string key,
                       std::vector<std::pair<std::string, std::string>> args) {
    faults_.push_back({path_ + "/" + std::string(name), std::move(key), std::move(args)});
}

std::optional<std::string> JsonReader::text(std::string_view name, std::size_t max) {
    const auto* value = find(name);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_string()) {
        fault(name, "field.not_a_text");
        return std::nullopt;
    }
    std::string out(trim(value->as_string()));
    if (out.find('\0') != std::string::npos) {
        fault(name, "field.bad_character");
        return std::nullopt;
    }
    if (length(out) > max) {
        fault(name, "field.too_long", {{"max", std::to_string(max)}});
        return std::nullopt;
    }
    return out.empty() ? std::nullopt : std::optional(std::move(out));
}

std::string JsonReader::required_text(std::string_view name, std::size_t max) {
    const auto before = faults_.size();
    auto out = text(name, max);
    if (!out && faults_.size() == before) {
        fault(name, "field.required");
    }
    return out.value_or("");
}

std::optional<Date> JsonReader::date(std::string_view name) {
    const auto value = text(name, 40);
    if (!value) {
        return std::nullopt;
    }
    const auto date = Date::parse_iso(*value);
    if (!date) {
        fault(name, "field.bad_date", {{"value", *value}});
    }
    return date;
}

std::optional<PartialDate> JsonReader::partial_date(std::string_view name) {
    const auto value = text(name, 40);
    if (!value) {
        return std::nullopt;
    }
    const auto date = parse_partial_date(*value);
    if (!date) {
        fault(name, "field.bad_date", {{"value", *value}});
    }
    return date;
}

std::optional<std::int64_t> JsonReader::integer(std::string_view name,
                                                std::int64_t min,
                                                std::int64_t max) {
    const auto* value = find(name);
    if (value == nullptr) {
        return std::nullopt;
    }
    json::error_code error;
    const auto number = value->to_number<std::int64_t>(error);
    if (error || number < min || number > max) {
        fault(
            name, "field.bad_number", {{"min", std::to_string(min)}, {"max", std::to_string(max)}});
        return std::nullopt;
    }
    return number;
}

bool JsonReader::boolean(std::string_view name, bool otherwise) {
    const auto* value = find(name);
    if (value == nullptr) {
        return otherwise;
    }
    if (!value->is_bool()) {
        fault(name, "field.not_a_boolean");
        return otherwise;
    }
    return value->as_bool();
}

std::vector<std::string> JsonReader::texts(std::string_view name,
                                           std::size_t max_items,
                                           std::size_t max) {
    std::vector<std::string> out;
    const auto* value = find(name);
    if (value == nullptr) {
        return out;
    }
    if (!value->is_array() || value->as_array().size() > max_items) {
        fault(name,
              value->is_array() ? "field.too_many" : "field.not_a_list",
              {{"max", std::to_string(max_items)}});
        return out;
    }
    std::size_t i = 0;
    for (const auto& item : value->as_array()) {
        const auto at = std::string(name) + "/" + std::to_string(i++);
        if (!item.is_string()) {
            fault(at, "field.not_a_text");
        } else if (length(item.as_string()) > max) {
            fault(at, "field.too_long", {{"max", std::to_string(max)}});
        } else if (const auto text = trim(item.as_string()); !text.empty()) {
            out.emplace_back(text);
        }
    }
    return out;
}

std::vector<JsonReader> JsonReader::objects(std::string_view name, std::size_t max_items) {
    std::vector<JsonReader> out;
    const auto* value = find(name);
    if (value == nullptr) {
        return out;
    }
    if (!value->is_array() || value->as_array().size() > max_items) {
        fault(name,
              value->is_array() ? "field.too_many" : "field.not_a_list",
              {{"max", std::to_string(max_items)}});
        return out;
    }
    std::size_t i = 0;
    for (const auto& item : value->as_array()) {
        out.emplace_back(item, path_ + "/" + std::string(name) + "/" + std::to_string(i++));
    }
    return out;
}

void JsonReader::take(JsonReader& child) {
    child.find_unknown();
    faults_.insert(faults_.end(),
                   std::make_move_iterator(child.faults_.begin()),
                   std::make_move_iterator(child.faults_.end()));
    child.faults_.clear();
}

void JsonReader::find_unknown() {
    for (const auto& member : owned_) {
        if (std::find(known_.begin(), known_.end(), std::string_view(member.key())) ==
            known_.end()) {
            fault(member.key(), "field.unknown");
        }
    }
}

void JsonReader::check() {
    find_unknown();
    if (!faults_.empty()) {
        throw Error(ErrorCode::invalid, "field.faults", std::move(faults_));
    }
}

}  // namespace hoiquan::http
