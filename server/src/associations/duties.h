#pragma once

// What an association owes by law and its charter, and what in its papers asks for attention.
// Pure: worked out from the entries of its page, the settings and a day. Warnings never block.

#include <string>
#include <utility>
#include <vector>

#include "associations/entries.h"
#include "associations/register.h"
#include "associations/settings.h"

namespace hoiquan::associations {

enum class DutyState { due, done, done_late, late };
std::string_view to_string(DutyState state);

/// One duty: annual_report or disclosure of a year, congress at the end of a term.
struct Duty {
    std::string kind;
    int number = 0;  ///< The year, or the number of the term.
    Date due_on;
    std::optional<Date> done_on;
    std::optional<std::string> document;
    DutyState state = DutyState::due;
    std::string basis;  ///< Where the day comes from.
    bool is_confirmed = false;
    std::optional<std::string> consequence;  ///< Key of the locales: what law says follows.
};
/// Newest first. Duties begin with the first day of the oldest profile.
std::vector<Duty> duties(const std::vector<Profile>& profiles,
                         const Entries& entries,
                         const Settings& settings,
                         const Date& day);

/// Something to look at, as a sentence of the locales and the entry that it comes from.
struct Warning {
    std::string key;
    std::vector<std::pair<std::string, std::string>> args;
    std::string entry_kind;
    std::string entry_id;
    std::string basis;  ///< Of the setting; empty where the law itself is named in the sentence.
};
std::vector<Warning> warnings(const std::vector<Profile>& profiles,
                              const Entries& entries,
                              const Settings& settings,
                              const Date& day);

/// Of "YYYY-MM-DD" in a field; nothing when it is null.
std::optional<Date> day_of(const Entry& entry, const char* field);
std::optional<std::int64_t> number_of(const Entry& entry, const char* field);
std::string text_of(const Entry& entry, const char* field);

}  // namespace hoiquan::associations
