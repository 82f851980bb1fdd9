#include "members/faults.h"

#include <algorithm>

#include "base/text.h"
#include "members/identity.h"

namespace hoiquan::members {

namespace {

constexpr int kFirstYear = 1900;

// Letters of any script and the few signs that names are written with.
bool may_stand_in_name(char32_t c) {
    if (c >= 0x80) {
        return c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF && c != 0x2019) &&
               c < 0x1F000;
    }
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::u32string_view(U" .'-(),").find(c) != std::u32string_view::npos;
}

bool is_letter(char32_t c) {
    return c >= 0xC0 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name(std::string_view text) {
    const auto points = to_code_points(text);
    return std::all_of(points.begin(), points.end(), may_stand_in_name) &&
           std::any_of(points.begin(), points.end(), is_letter);
}

void check_dates(const MemberInput& input, const Date& today, std::vector<Fault>& out) {
    if (input.joined_on && input.joined_on->date > today) {
        out.push_back({"/joined_on", "members.joined_in_future", {}});
    }
    if (input.joined_on && input.birth_year && input.joined_on->date.year() <= *input.birth_year) {
        out.push_back({"/joined_on", "members.joined_before_birth", {}});
    }
    if (input.left_on && input.left_on->date > today) {
        out.push_back({"/left_on", "members.left_in_future", {}});
    }
    // What is known to the year alone may lie before a day of the same year.
    const auto last = [](const PartialDate& date) {
        return date.precision == DatePrecision::year    ? *Date::of(date.date.year(), 12, 31)
               : date.precision == DatePrecision::month ? date.date.last_of_month()
                                                        : date.date;
    };
    if (input.joined_on && input.left_on && last(*input.left_on) < input.joined_on->date) {
        out.push_back({"/left_on", "members.left_before_joined", {}});
    }
}

void check_leaving(const MemberInput& input,
                   const std::vector<LeftReason>& reasons,
                   std::vector<Fault>& out) {
    if (input.left_on && !input.left_reason) {
        out.push_back({"/left_reason", "members.left_reason_missing", {}});
    }
    if (!input.left_on && input.left_reason) {
        out.push_back({"/left_on", "members.left_on_missing", {}});
    }
    const auto is_it = [&](const LeftReason& known) { return known.code == *input.left_reason; };
    if (input.left_reason && std::none_of(reasons.begin(), reasons.end(), is_it)) {
        out.push_back({"/left_reason", "field.unknown_value", {{"value", *input.left_reason}}});
    }
}

}  // namespace

std::vector<Fault> faults_of(const MemberInput& input,
                             const std::vector<LeftReason>& reasons,
                             const Date& today) {
    std::vector<Fault> out;
    if (input.full_name.empty()) {
        out.push_back({"/full_name", "field.required", {}});
    } else if (!is_name(input.full_name)) {
        out.push_back({"/full_name", "members.not_a_name", {{"value", input.full_name}}});
    }
    if (input.birth_year && (*input.birth_year < kFirstYear || *input.birth_year > today.year())) {
        out.push_back({"/birth_year",
                       "members.birth_year_out_of_range",
                       {{"value", std::to_string(*input.birth_year)}}});
    }
    check_dates(input, today, out);
    check_leaving(input, reasons, out);
    if (input.identity) {
        if (const auto key = identity_fault(*input.identity, input.birth_year)) {
            out.push_back({"/identity", *key, {}});
        }
    }
    return out;
}

std::string name_sort_key(std::string_view full_name) {
    const std::string whole = collapse_blanks(full_name);
    const std::size_t blank = whole.rfind(' ');
    const std::string given = blank == std::string::npos ? whole : whole.substr(blank + 1);
    return sort_key(given) + " " + sort_key(whole);
}

}  // namespace hoiquan::members
