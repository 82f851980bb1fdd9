#include "associations/flags.h"

#include <algorithm>
#include <set>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "associations/sql.h"

namespace hoiquan::associations {

namespace {

constexpr std::array<std::string_view, kFlags.size()> kFlagNames{"term_warning_1",
                                                                 "term_warning_2",
                                                                 "term_warning_3",
                                                                 "term_overdue",
                                                                 "no_report_1_year",
                                                                 "no_report_2_years",
                                                                 "board_incomplete",
                                                                 "dormant"};
constexpr int kYearsAhead = 2;
constexpr std::size_t kWarnings = 3;

bool covers(const Span& span, const Date& day) {
    return span.from <= day && day < span.to;
}

/// Asks what holds on one day; the days on which an answer may change are collected beforehand.
class Judge {
public:
    Judge(const FlagFacts& facts, const Settings& settings, const Date& today)
        : facts_(facts), settings_(settings), last_year_(today.year() + kYearsAhead) {}

    std::set<Date> turning_points() const {
        std::set<Date> out;
        for (const auto& profile : facts_.profiles) {
            out.insert(profile.span.from);
            out.insert(profile.span.to);
        }
        for (const auto& span : facts_.board) {
            out.insert(span.from);
            out.insert(span.to);
        }
        for (const auto& term : facts_.terms) {
            add_term(term, out);
        }
        add_reports(out);
        for (const auto& day : facts_.activity) {
            out.insert(day);
            if (const auto months = settings_.number_on("dormant_after_months", day)) {
                out.insert(plus_months(day, *months));
            }
        }
        if (!facts_.profiles.empty()) {
            const auto& start = facts_.profiles.front().span.from;
            if (const auto months = settings_.number_on("dormant_after_months", start)) {
                out.insert(plus_months(start, *months));
            }
        }
        for (const auto& row : settings_.rows()) {
            out.insert(row.valid_from);
        }
        out.erase(far_future());
        return out;
    }

    bool holds(Flag flag, const Date& day) const {
        const auto* profile = profile_on(day);
        if (profile == nullptr || profile->stage != "active") {
            return false;
        }
        switch (flag) {
            case Flag::term_warning_1:
            case Flag::term_warning_2:
            case Flag::term_warning_3:
                return warning_on(day) == flag;
            case Flag::term_overdue: {
                const auto* term = term_on(day);
                return term != nullptr && term->ends_on < day;
            }
            case Flag::no_report_1_year:
                return missing_reports(day) >= 1;
            case Flag::no_report_2_years:
                return missing_reports(day) >= 2;
            case Flag::board_incomplete:
                return is_board_incomplete(*profile, day);
            case Flag::dormant:
                return is_dormant(day);
        }
        return false;
    }

private:
    void add_term(const FlagFacts::Term& term, std::set<Date>& out) const {
        out.insert(term.begins_on);
        out.insert(term.ends_on);
        out.insert(term.ends_on.plus_days(1));
        for (const int months : settings_.numbers_on("term_warning_months", term.ends_on)) {
            out.insert(plus_months(term.ends_on, -months));
        }
    }

    void add_reports(std::set<Date>& out) const {
        if (facts_.profiles.empty()) {
            return;
        }
        for (int year = facts_.profiles.front().span.from.year(); year <= last_year_; ++year) {
            if (const auto due = settings_.day_of_year("annual_report_due", year)) {
                out.insert(due->plus_days(1));
            }
        }
        for (const auto& [year, day] : facts_.reports) {
            out.insert(day);
        }
    }

    const FlagFacts::Profile* profile_on(const Date& day) const {
        const auto found = std::find_if(facts_.profiles.begin(),
                                        facts_.profiles.end(),
                                        [&](const auto& row) { return covers(row.span, day); });
        return found == facts_.profiles.end() ? nullptr : &*found;
    }

    /// The last one that has begun.
    const FlagFacts::Term* term_on(const Date& day) const {
        const FlagFacts::Term* found = nullptr;
        for (const auto& term : facts_.terms) {
            if (term.begins_on <= day) {
                found = &term;
            }
        }
        return found;
    }

    std::optional<Flag> warning_on(const Date& day) const {
        const auto* term = term_on(day);
        if (term == nullptr || term->ends_on < day) {
            return std::nullopt;
        }
        std::optional<Flag> out;
        const auto months = settings_.numbers_on("term_warning_months", term->ends_on);
        for (std::size_t i = 0; i < months.size() && i < kWarnings; ++i) {
            if (day >= plus_months(term->ends_on, -months[i])) {
                out = kFlags[i];
            }
        }
        return out;
    }

    /// How many reports in a row, back from the last that was due, had not been sent by the day.
    int missing_reports(const Date& day) const {
        int missing = 0;
        const auto& since = facts_.profiles.front().span.from;
        for (int year = day.year(); year >= since.year(); --year) {
            const auto due = settings_.day_of_year("annual_report_due", year);
            if (!due || *due >= day || *due < since) {
                continue;
            }
            const auto sent = facts_.reports.find(year);
            if (sent != facts_.reports.end() && sent->second <= day) {
                break;
            }
            ++missing;
        }
        return missing;
    }

    bool is_board_incomplete(const FlagFacts::Profile& profile, const Date& day) const {
        const auto* term = term_on(day);
        const auto seats =
            term != nullptr && term->board_seats ? term->board_seats : profile.board_seats;
        return seats && std::count_if(facts_.board.begin(), facts_.board.end(), [&](const Span& x) {
                            return covers(x, day);
                        }) < *seats;
    }

    bool is_dormant(const Date& day) const {
        const auto months = settings_.number_on("dormant_after_months", day);
        if (!months) {
            return false;
        }
        auto last = facts_.profiles.front().span.from;
        for (const auto& done : facts_.activity) {
            if (done <= day) {
                last = std::max(last, done);
            }
        }
        return plus_months(last, *months) <= day;
    }

    const FlagFacts& facts_;
    const Settings& settings_;
    int last_year_;
};

template <class T>
std::optional<T> optional_at(const db::Row& row, int column) {
    return row.get<std::optional<T>>(column);
}

void take(FlagFacts& facts, const db::Row& row) {
    const auto what = row.text(0);
    const auto from = row.get<Date>(1);
    if (what == "activity") {
        facts.activity.push_back(from);
        return;
    }
    if (what == "report") {
        const auto year = row.get<int>(3);
        const auto known = facts.reports.emplace(year, from).first;
        known->second = std::min(known->second, from);
        facts.activity.push_back(from);
        return;
    }
    const auto to = row.get<Date>(2);
    if (what == "profile") {
        facts.profiles.push_back({{from, to}, row.get<std::string>(4), optional_at<int>(row, 3)});
    } else if (what == "term") {
        facts.terms.push_back({from, to, optional_at<int>(row, 3)});
    } else {
        facts.board.push_back({from, to});
    }
}

void write_flags(db::WriteTx& tx, const OrganisationId& id, const Settings& settings) {
    tx.exec(sql::delete_flags, {id});
    boost::json::array rows;
    for (const auto& found : flag_spans(flag_facts(tx, id), settings, tx.today())) {
        rows.push_back(
            boost::json::array{to_string(found.flag), found.span.from.iso(), found.span.to.iso()});
    }
    if (!rows.empty()) {
        tx.exec(sql::insert_flags, {boost::json::serialize(rows), id});
    }
}

}  // namespace

std::string_view to_string(Flag flag) {
    return kFlagNames[static_cast<std::size_t>(flag)];
}

std::optional<Flag> parse_flag(std::string_view text) {
    for (const auto flag : kFlags) {
        if (to_string(flag) == text) {
            return flag;
        }
    }
    return std::nullopt;
}

std::vector<FlagSpan> flag_spans(const FlagFacts& facts,
                                 const Settings& settings,
                                 const Date& today) {
    std::vector<FlagSpan> out;
    if (facts.profiles.empty()) {
        return out;
    }
    const Judge judge(facts, settings, today);
    const auto days = judge.turning_points();
    for (const auto flag : kFlags) {
        std::optional<Date> since;
        for (const auto& day : days) {
            const bool holds = judge.holds(flag, day);
            if (holds && !since) {
                since = day;
            } else if (!holds && since) {
                out.push_back({flag, {*since, day}});
                since.reset();
            }
        }
        if (since) {
            out.push_back({flag, {*since, far_future()}});
        }
    }
    return out;
}

FlagFacts flag_facts(const db::ReadTx& tx, const OrganisationId& id) {
    FlagFacts facts;
    tx.each(sql::flag_facts, {id}, [&](const db::Row& row) { take(facts, row); });
    return facts;
}

void refresh_flags(db::WriteTx& tx, const OrganisationId& id) {
    write_flags(tx, id, load_settings(tx));
}

void refresh_all_flags(db::WriteTx& tx) {
    const auto settings = load_settings(tx);
    const auto ids = tx.list(
        sql::profiled_bodies, {}, [](const db::Row& row) { return row.get<OrganisationId>(0); });
    for (const auto& id : ids) {
        write_flags(tx, id, settings);
    }
}

}  // namespace hoiquan::associations
