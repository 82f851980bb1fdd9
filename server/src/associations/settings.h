#pragma once

// Rules that law or the managing body may change: each value from the day on which it holds, with
// the text it comes from.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "platform/auth/auth.h"
#include "platform/db/db.h"

namespace hoiquan::associations {

struct Setting {
    std::string code;
    std::string value;
    Date valid_from;
    std::string basis;
    bool is_confirmed = false;  ///< False: the value was not seen in a text in force.
};

/// All settings, read once for a request.
class Settings {
public:
    explicit Settings(std::vector<Setting> rows) : rows_(std::move(rows)) {}
    /// The one that holds on the day; nothing when none does yet.
    const Setting* on(std::string_view code, const Date& day) const;
    std::optional<int> number_on(std::string_view code, const Date& day) const;
    /// Of "12,6,3", largest first.
    std::vector<int> numbers_on(std::string_view code, const Date& day) const;
    /// The day of that year, of a setting like "12-01".
    std::optional<Date> day_of_year(std::string_view code, int year) const;
    const std::vector<Setting>& rows() const { return rows_; }
    /// All days from which a value of the code holds.
    std::vector<Date> changes(std::string_view code) const;

private:
    std::vector<Setting> rows_;  // By code, then by day.
};
Settings load_settings(const db::ReadTx& tx);
/// By an administrator. Signs of all associations are worked out anew.
void add_setting(db::WriteTx& tx, const auth::Actor& actor, const Setting& setting);

/// The day so many months later, the last of the month where that month is shorter.
Date plus_months(const Date& day, int months);

}  // namespace hoiquan::associations
