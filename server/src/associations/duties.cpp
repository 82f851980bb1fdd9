#include "associations/duties.h"

#include <algorithm>
#include <array>

namespace hoiquan::associations {

namespace {

constexpr std::array<std::string_view, 4> kStates{"due", "done", "done_late", "late"};

DutyState state_of(const Duty& duty, const Date& day) {
    if (duty.done_on && *duty.done_on <= day) {
        return *duty.done_on <= duty.due_on ? DutyState::done : DutyState::done_late;
    }
    return duty.due_on < day ? DutyState::late : DutyState::due;
}

/// The earliest entry of that year.
void take_done(Duty& duty, const std::vector<Entry>& entries, const char* day_field) {
    for (const auto& entry : entries) {
        const auto done = day_of(entry, day_field);
        if (number_of(entry, "year") == duty.number && done &&
            (!duty.done_on || *done < *duty.done_on)) {
            duty.done_on = done;
            duty.document = text_of(entry, "document");
        }
    }
}

struct Yearly {
    const char* kind;
    const char* setting;
    EntryKind entries;
    const char* day_field;
    int years_later;  ///< Between the year reported on and the due day.
};
constexpr std::array<Yearly, 2> kYearly{
    Yearly{"annual_report", "annual_report_due", EntryKind::report, "done_on", 0},
    Yearly{"disclosure", "disclosure_due", EntryKind::disclosure, "disclosed_on", 1}};

class Ledger {
public:
    Ledger(const Entries& entries, const Settings& settings, const Date& since, const Date& day)
        : entries_(entries), settings_(settings), since_(since), day_(day) {}

    void add_yearly(const Yearly& rule) {
        for (int due_year = since_.year(); due_year <= day_.year(); ++due_year) {
            const auto due = settings_.day_of_year(rule.setting, due_year);
            if (!due || *due < since_) {
                continue;
            }
            Duty duty{rule.kind,
                      due_year - rule.years_later,
                      *due,
                      {},
                      {},
                      DutyState::due,
                      {},
                      false,
                      {}};
            if (const auto* setting = settings_.on(rule.setting, *due)) {
                duty.basis = setting->basis;
                duty.is_confirmed = setting->is_confirmed;
            }
            take_done(duty, entries_.at(rule.entries), rule.day_field);
            duty.state = state_of(duty, day_);
            if (duty.state == DutyState::late) {
                duty.consequence = is_second_late(rule.kind) ? "associations.consequence_two_years"
                                                             : "associations.consequence_one_year";
            }
            out_.push_back(std::move(duty));
        }
    }

    void add_congresses() {
        for (const auto& term : entries_.at(EntryKind::term)) {
            const auto begins = day_of(term, "begins_on");
            const auto ends = day_of(term, "ends_on");
            if (!begins || !ends || *begins > day_) {
                continue;
            }
            Duty duty{"congress",
                      static_cast<int>(number_of(term, "number").value_or(0)),
                      *ends,
                      first_congress_after(*begins),
                      {},
                      DutyState::due,
                      "Điều lệ hội; Điều 19 Nghị định 126/2024/NĐ-CP",
                      true,
                      {}};
            duty.state = state_of(duty, day_);
            if (duty.state == DutyState::late) {
                duty.consequence = "associations.consequence_congress";
            }
            out_.push_back(std::move(duty));
        }
    }

    std::vector<Duty> newest_first() {
        std::stable_sort(out_.begin(), out_.end(), [](const Duty& a, const Duty& b) {
            return a.due_on > b.due_on;
        });
        return std::move(out_);
    }

private:
    /// The last one of the kind that was added is late too.
    bool is_second_late(std::string_view kind) const {
        const auto last = std::find_if(
            out_.rbegin(), out_.rend(), [&](const Duty& duty) { return duty.kind == kind; });
        return last != out_.rend() && last->state == DutyState::late;
    }

    std::optional<Date> first_congress_after(const Date& begins) const {
        std::optional<Date> found;
        for (const auto& congress : entries_.at(EntryKind::congress)) {
            const auto held = day_of(congress, "held_on");
            if (held && *held > begins && text_of(congress, "kind") != "extraordinary" &&
                (!found || *held < *found)) {
                found = held;
            }
        }
        return found;
    }

    const Entries& entries_;
    const Settings& settings_;
    Date since_;
    Date day_;
    std::vector<Duty> out_;
};

constexpr std::array<std::string_view, 3> kHeads{"chair", "permanent_vice_chair", "vice_chair"};

bool is_head(const Entry& post) {
    return std::find(kHeads.begin(), kHeads.end(), text_of(post, "post")) != kHeads.end();
}

bool lasts(const Entry& post, const Date& day) {
    const auto from = day_of(post, "from");
    const auto to = day_of(post, "to");
    return from && *from <= day && (!to || day < *to);
}

class Reviewer {
public:
    Reviewer(const Entries& entries, const Settings& settings, const Date& day)
        : entries_(entries), settings_(settings), day_(day) {}

    void congresses(const Profile* profile) {
        for (const auto& congress : entries_.at(EntryKind::congress)) {
            const auto held = day_of(congress, "held_on");
            if (!held) {
                continue;
            }
            quorum(congress, *held);
            const auto reported = day_of(congress, "reported_on");
            if (!reported || *reported > *held) {
                add("associations.warning_not_reported", {{"date", held->dd_mm_yyyy()}}, congress);
            } else if (profile != nullptr && profile->facts.class_code == "assigned_task" &&
                       text_of(congress, "opinion").empty()) {
                add("associations.warning_no_opinion", {{"date", held->dd_mm_yyyy()}}, congress);
            }
        }
    }

    void terms() {
        for (const auto& term : entries_.at(EntryKind::term)) {
            const auto begins = day_of(term, "begins_on");
            const auto ends = day_of(term, "ends_on");
            const auto* rule = begins ? settings_.on("longest_term_years", *begins) : nullptr;
            constexpr int months = 12;
            if (rule != nullptr && ends &&
                *ends > plus_months(*begins, std::stoi(rule->value) * months)) {
                add("associations.warning_term_too_long",
                    {{"number", std::to_string(number_of(term, "number").value_or(0))},
                     {"years", rule->value}},
                    term,
                    rule->basis,
                    "term");
            }
        }
    }

    void posts(const Profile* profile) {
        const bool needs_opinion =
            profile != nullptr && profile->facts.class_code == "assigned_task";
        int full_time = 0;
        for (const auto& post : entries_.at(EntryKind::post)) {
            if (!lasts(post, day_) || !is_head(post)) {
                continue;
            }
            if (needs_opinion && text_of(post, "prior_opinion").empty()) {
                add("associations.warning_post_without_opinion", named(post), post, {}, "post");
            }
            age(post);
            in_a_row(post);
            const auto* is_full_time = post.if_contains("is_full_time");
            if (text_of(post, "post") != "chair" && is_full_time != nullptr &&
                is_full_time->is_bool() && is_full_time->as_bool()) {
                ++full_time;
            }
        }
        const auto most = settings_.number_on("most_full_time_vice_chairs", day_);
        if (most && full_time > *most) {
            out_.push_back({"associations.warning_many_vice_chairs",
                            {{"count", std::to_string(full_time)}, {"most", std::to_string(*most)}},
                            "post",
                            {},
                            settings_.on("most_full_time_vice_chairs", day_)->basis});
        }
    }

    std::vector<Warning> take() { return std::move(out_); }

private:
    using Args = std::vector<std::pair<std::string, std::string>>;

    void add(const char* key,
             Args args,
             const Entry& entry,
             std::string basis = {},
             std::string kind = "congress") {
        out_.push_back(
            {key, std::move(args), std::move(kind), text_of(entry, "id"), std::move(basis)});
    }

    static Args named(const Entry& post) { return {{"name", text_of(post, "full_name")}}; }

    void quorum(const Entry& congress, const Date& held) {
        const auto convened = number_of(congress, "convened");
        const auto present = number_of(congress, "present");
        const auto* rule = settings_.on("congress_quorum_percent", day_);
        constexpr int percent = 100;
        if (!convened || !present || rule == nullptr) {
            add("associations.warning_quorum_unknown", {{"date", held.dd_mm_yyyy()}}, congress);
        } else if (*present * percent <= *convened * std::stoi(rule->value)) {
            add("associations.warning_no_quorum",
                {{"date", held.dd_mm_yyyy()},
                 {"present", std::to_string(*present)},
                 {"convened", std::to_string(*convened)}},
                congress,
                rule->basis);
        }
    }

    /// Age counts by the year of birth, at the start of the time in the post.
    void age(const Entry& post) {
        const auto born = number_of(post, "birth_year");
        const auto from = day_of(post, "from");
        const auto* retired = post.if_contains("is_retired");
        const bool is_retired = retired != nullptr && retired->is_bool() && retired->as_bool();
        const auto* rule = from ? settings_.on("nomination_age_retired", *from) : nullptr;
        if (!born || rule == nullptr || !is_retired) {
            return;
        }
        const auto age = from->year() - *born;
        if (age > std::stoi(rule->value)) {
            auto args = named(post);
            args.emplace_back("age", std::to_string(age));
            args.emplace_back("most", rule->value);
            add("associations.warning_age", std::move(args), post, rule->basis, "post");
        }
    }

    /// Terms without a break in the same post, back from this one.
    void in_a_row(const Entry& post) {
        const auto number = number_of(post, "term_number");
        const auto* rule = settings_.on("most_consecutive_terms", day_);
        if (!number || rule == nullptr) {
            return;
        }
        int row = 1;
        for (auto before = *number - 1; served(post, before); --before) {
            ++row;
        }
        if (row > std::stoi(rule->value)) {
            auto args = named(post);
            args.emplace_back("count", std::to_string(row));
            args.emplace_back("most", rule->value);
            add("associations.warning_terms_in_a_row", std::move(args), post, rule->basis, "post");
        }
    }

    bool served(const Entry& post, std::int64_t term) const {
        const auto& all = entries_.at(EntryKind::post);
        return std::any_of(all.begin(), all.end(), [&](const Entry& other) {
            return number_of(other, "term_number") == term &&
                   text_of(other, "post") == text_of(post, "post") &&
                   text_of(other, "full_name") == text_of(post, "full_name") &&
                   number_of(other, "birth_year") == number_of(post, "birth_year");
        });
    }

    const Entries& entries_;
    const Settings& settings_;
    Date day_;
    std::vector<Warning> out_;
};

}  // namespace

std::string_view to_string(DutyState state) {
    return kStates.at(static_cast<std::size_t>(state));
}

std::optional<Date> day_of(const Entry& entry, const char* field) {
    const auto* value = entry.if_contains(field);
    return value != nullptr && value->is_string()
               ? Date::parse_iso(std::string_view(value->as_string()))
               : std::nullopt;
}

std::optional<std::int64_t> number_of(const Entry& entry, const char* field) {
    const auto* value = entry.if_contains(field);
    return value != nullptr && value->is_int64() ? std::optional(value->as_int64()) : std::nullopt;
}

std::string text_of(const Entry& entry, const char* field) {
    const auto* value = entry.if_contains(field);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

std::vector<Duty> duties(const std::vector<Profile>& profiles,
                         const Entries& entries,
                         const Settings& settings,
                         const Date& day) {
    if (profiles.empty()) {
        return {};
    }
    Ledger ledger(entries, settings, profiles.back().valid_from, day);
    for (const auto& rule : kYearly) {
        ledger.add_yearly(rule);
    }
    ledger.add_congresses();
    return ledger.newest_first();
}

std::vector<Warning> warnings(const std::vector<Profile>& profiles,
                              const Entries& entries,
                              const Settings& settings,
                              const Date& day) {
    Reviewer reviewer(entries, settings, day);
    const auto* profile = profile_on(profiles, day);
    reviewer.terms();
    reviewer.congresses(profile);
    reviewer.posts(profile);
    return reviewer.take();
}

}  // namespace hoiquan::associations
