#pragma once

// Signs of an association that follow from its facts and the day: from when until when each holds.
// Worked out anew with every change of the facts (table association_flag is their index).

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "associations/settings.h"
#include "base/dates.h"
#include "base/ids.h"
#include "platform/db/db.h"

namespace hoiquan::associations {

/// term_warning_1 to 3: the first, second and last reminder before a term ends.
enum class Flag {
    term_warning_1,
    term_warning_2,
    term_warning_3,
    term_overdue,
    no_report_1_year,
    no_report_2_years,
    board_incomplete,
    dormant
};
inline constexpr std::array<Flag, 8> kFlags{Flag::term_warning_1,
                                            Flag::term_warning_2,
                                            Flag::term_warning_3,
                                            Flag::term_overdue,
                                            Flag::no_report_1_year,
                                            Flag::no_report_2_years,
                                            Flag::board_incomplete,
                                            Flag::dormant};
std::string_view to_string(Flag flag);
std::optional<Flag> parse_flag(std::string_view text);

struct Span {
    Date from;
    Date to = far_future();  ///< Exclusive.
};
struct FlagSpan {
    Flag flag = Flag::dormant;
    Span span;
};

/// What the signs depend on.
struct FlagFacts {
    struct Profile {
        Span span;
        std::string stage;
        std::optional<int> board_seats;
    };
    struct Term {
        Date begins_on;
        Date ends_on;
        std::optional<int> board_seats;
    };
    std::vector<Profile> profiles;  ///< Oldest first.
    std::vector<Term> terms;        ///< By their first day.
    std::vector<Span> board;        ///< Of each person who holds a seat of the board.
    std::map<int, Date> reports;    ///< Year -> the day on which its report was sent.
    std::vector<Date> activity;     ///< Days on which something that was done is recorded.
};

/// Pure. Days up to two years after `today` are looked at; what holds then holds on.
std::vector<FlagSpan> flag_spans(const FlagFacts& facts,
                                 const Settings& settings,
                                 const Date& today);

FlagFacts flag_facts(const db::ReadTx& tx, const OrganisationId& id);
void refresh_flags(db::WriteTx& tx, const OrganisationId& id);
void refresh_all_flags(db::WriteTx& tx);

}  // namespace hoiquan::associations
