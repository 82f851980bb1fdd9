#include "associations/settings.h"

#include <algorithm>
#include <charconv>

#include <boost/json/object.hpp>

#include "associations/flags.h"
#include "associations/sql.h"
#include "base/error.h"
#include "platform/audit/audit.h"

namespace hoiquan::associations {

namespace {

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = failed == std::errc() && end == text.data() + text.size();
    return whole ? std::optional(value) : std::nullopt;
}

std::vector<int> numbers(std::string_view text) {
    std::vector<int> out;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find(',', from), text.size());
        const auto value = number(text.substr(from, end - from));
        if (!value) {
            return {};
        }
        out.push_back(*value);
        from = end + 1;
    }
    std::sort(out.rbegin(), out.rend());
    return out;
}

std::optional<Date> day_in_year(const std::string& value, int year) {
    constexpr int four_digits = 1000;
    const auto in = year < four_digits ? four_digits : year;
    return Date::parse_iso(std::to_string(in) + "-" + value);
}

/// Whether the value reads as the others of its code do.
bool fits(const std::string& code, const std::string& value) {
    constexpr int leap_free_year = 2025;
    if (code == "annual_report_due" || code == "disclosure_due") {
        return day_in_year(value, leap_free_year).has_value();
    }
    if (code == "term_warning_months") {
        return !numbers(value).empty();
    }
    const auto whole = number(value);
    return whole && *whole >= 0;
}

}  // namespace

const Setting* Settings::on(std::string_view code, const Date& day) const {
    const Setting* found = nullptr;
    for (const auto& row : rows_) {
        if (row.code == code && row.valid_from <= day) {
            found = &row;
        }
    }
    return found;
}

std::optional<int> Settings::number_on(std::string_view code, const Date& day) const {
    const auto* row = on(code, day);
    return row == nullptr ? std::nullopt : number(row->value);
}

std::vector<int> Settings::numbers_on(std::string_view code, const Date& day) const {
    const auto* row = on(code, day);
    return row == nullptr ? std::vector<int>() : numbers(row->value);
}

std::optional<Date> Settings::day_of_year(std::string_view code, int year) const {
    const auto last = Date::of(year, 12, 31);
    const auto* row = last ? on(code, *last) : nullptr;
    return row == nullptr ? std::nullopt : day_in_year(row->value, year);
}

std::vector<Date> Settings::changes(std::string_view code) const {
    std::vector<Date> out;
    for (const auto& row : rows_) {
        if (row.code == code) {
            out.push_back(row.valid_from);
        }
    }
    return out;
}

Settings load_settings(const db::ReadTx& tx) {
    return Settings(tx.list(sql::list_settings, {}, [](const db::Row& row) {
        return Setting{row.get<std::string>(0),
                       row.get<std::string>(1),
                       row.get<Date>(2),
                       row.get<std::string>(3),
                       row.get<bool>(4)};
    }));
}

void add_setting(db::WriteTx& tx, const auth::Actor& actor, const Setting& setting) {
    if (!actor.is(auth::Role::administrator) && !actor.is_console) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
    const auto settings = load_settings(tx);
    std::vector<Fault> faults;
    const auto& rows = settings.rows();
    if (std::none_of(rows.begin(), rows.end(), [&](const Setting& row) {
            return row.code == setting.code;
        })) {
        faults.push_back({"/code", "field.unknown_value", {{"value", setting.code}}});
    } else if (!fits(setting.code, setting.value)) {
        faults.push_back({"/value", "associations.setting_value_wrong", {}});
    }
    if (std::any_of(rows.begin(), rows.end(), [&](const Setting& row) {
            return row.code == setting.code && row.valid_from == setting.valid_from;
        })) {
        faults.push_back({"/valid_from", "associations.setting_day_taken", {}});
    }
    if (!faults.empty()) {
        throw Error(ErrorCode::invalid, "field.faults", std::move(faults));
    }
    const auto id = tx.new_id<RelationId>();
    tx.exec(
        sql::insert_setting,
        {id, setting.code, setting.value, setting.valid_from, setting.basis, setting.is_confirmed});
    audit::record(tx,
                  actor,
                  {.action = "association_setting.added",
                   .entity = "association_setting",
                   .entity_id = id.str(),
                   .before = nullptr,
                   .after = boost::json::object{{"code", setting.code},
                                                {"value", setting.value},
                                                {"valid_from", setting.valid_from.iso()},
                                                {"basis", setting.basis}},
                   .reason = {},
                   .parent_entity_id = {}});
    refresh_all_flags(tx);
}

Date plus_months(const Date& day, int months) {
    constexpr int in_a_year = 12;
    const int all = day.year() * in_a_year + static_cast<int>(day.month()) - 1 + months;
    const int year = all / in_a_year;
    const auto month = static_cast<unsigned>(all % in_a_year) + 1;
    if (const auto same = Date::of(year, month, day.day())) {
        return *same;
    }
    return Date::of(year, month, 1).value_or(day).last_of_month();
}

}  // namespace hoiquan::associations
