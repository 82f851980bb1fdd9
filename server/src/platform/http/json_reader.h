#pragma once

// Takes fields out of a JSON object and collects every fault, not the first.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "base/dates.h"
#include "base/error.h"

namespace hoiquan::http {

class JsonReader {
public:
    /// Takes a copy; `value` must be an object, else a fault. `path` is the pointer of `value` in
    /// the request.
    explicit JsonReader(const boost::json::value& value, std::string path = {});

    /// Null, absent and "" are nothing.
    bool has(std::string_view name) const;
    /// Trimmed, NFC; fault "field.required" when missing or empty, "field.too_long" over `max`
    /// characters.
    std::string required_text(std::string_view name, std::size_t max);
    /// Null and absent and "" are nothing.
    std::optional<std::string> text(std::string_view name, std::size_t max);
    std::optional<Date> date(std::string_view name);                 ///< fault "field.bad_date"
    std::optional<PartialDate> partial_date(std::string_view name);  ///< fault "field.bad_date"
    std::optional<std::int64_t> integer(std::string_view name, std::int64_t min, std::int64_t max);
    bool boolean(std::string_view name, bool otherwise);
    std::vector<std::string> texts(std::string_view name, std::size_t max_items, std::size_t max);
    template <class IdT>
    std::optional<IdT> id(std::string_view name) {
        const auto value = text(name, 36);
        if (!value) {
            return std::nullopt;
        }
        auto parsed = IdT::parse(*value);
        if (!parsed) {
            fault(name, "field.bad_id");
        }
        return parsed;
    }
    template <class IdT>
    std::vector<IdT> ids(std::string_view name, std::size_t max_items) {
        std::vector<IdT> out;
        for (const auto& value : texts(name, max_items, 36)) {
            if (auto parsed = IdT::parse(value)) {
                out.push_back(*parsed);
            } else {
                fault(name, "field.bad_id");
            }
        }
        return out;
    }
    /// `parse`: string_view -> optional<E>; fault "field.unknown_value".
    template <class Parse>
    auto choice(std::string_view name, Parse parse) -> decltype(parse(std::string_view())) {
        const auto value = text(name, 100);
        if (!value) {
            return std::nullopt;
        }
        auto parsed = parse(std::string_view(*value));
        if (!parsed) {
            fault(name, "field.unknown_value");
        }
        return parsed;
    }
    /// The elements of an array of objects, each with its own reader; join their faults with
    /// take().
    std::vector<JsonReader> objects(std::string_view name, std::size_t max_items);
    void take(JsonReader& child);

    void fault(std::string_view name,
               std::string key,
               std::vector<std::pair<std::string, std::string>> args = {});
    /// Throws Error(invalid, "field.faults") with all faults, if any; unknown keys are faults too
    /// ("field.unknown").
    void check();

private:
    const boost::json::value* find(std::string_view name);
    void find_unknown();
    boost::json::object owned_;
    std::string path_;
    std::vector<std::string> known_;
    std::vector<Fault> faults_;
};

}  // namespace hoiquan::http
