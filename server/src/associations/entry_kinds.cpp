#include "associations/entry_kinds.h"

#include "associations/sql.h"

namespace hoiquan::associations {

namespace {

constexpr std::int64_t kShort = 200;
constexpr std::int64_t kLong = 4000;
constexpr std::int64_t kFirstYear = 1900;
constexpr std::int64_t kLastYear = 2200;
constexpr std::int64_t kMostTerms = 99;
constexpr std::int64_t kMostSeats = 999;
constexpr std::int64_t kMostPeople = 10'000'000;
constexpr std::int64_t kMostMoney = 1'000'000'000'000'000;

Field text(std::string_view name, std::int64_t most = kShort) {
    return {name, FieldType::text, false, 0, most};
}
Field day(std::string_view name) {
    return {name, FieldType::day};
}
Field whole(std::string_view name, std::int64_t least, std::int64_t most) {
    return {name, FieldType::whole, false, least, most};
}
Field yes_no(std::string_view name) {
    return {name, FieldType::yes_no};
}
Field choice(std::string_view name, std::vector<std::string_view> choices) {
    return {name, FieldType::choice, true, 0, 0, std::move(choices)};
}
Field required(Field field) {
    field.is_required = true;
    return field;
}

bool is_after(const Entry& entry, const char* first, const char* second) {
    const auto* a = entry.if_contains(first);
    const auto* b = entry.if_contains(second);
    return a != nullptr && b != nullptr && a->is_string() && b->is_string() &&
           a->as_string() > b->as_string();
}

bool has(const Entry& entry, const char* name) {
    const auto* value = entry.if_contains(name);
    return value != nullptr && !value->is_null();
}

bool is(const Entry& entry, const char* name, std::string_view word) {
    const auto* value = entry.if_contains(name);
    return value != nullptr && value->is_string() && value->as_string() == word;
}

void check_term(const Entry& entry, std::vector<Fault>& faults) {
    if (is_after(entry, "begins_on", "ends_on")) {
        faults.push_back({"/ends_on", "associations.ends_before_it_begins", {}});
    }
}

void check_charter(const Entry& entry, std::vector<Fault>& faults) {
    if (is_after(entry, "adopted_on", "approved_on")) {
        faults.push_back({"/approved_on", "associations.approved_before_adopted", {}});
    }
}

void check_congress(const Entry& entry, std::vector<Fault>& faults) {
    if (!has(entry, "held_on") && !has(entry, "due_on")) {
        faults.push_back({"/due_on", "field.required", {}});
    }
    if (has(entry, "present") && has(entry, "convened") &&
        entry.at("present").as_int64() > entry.at("convened").as_int64()) {
        faults.push_back({"/present", "associations.more_present_than_convened", {}});
    }
}

void check_held(const Entry& entry, std::vector<Fault>& faults) {
    if (is_after(entry, "from", "to")) {
        faults.push_back({"/to", "associations.ends_before_it_begins", {}});
    }
}

/// State money is paid against an assigned task alone (domain handbook 4).
void check_money(const Entry& entry, std::vector<Fault>& faults) {
    if (!is(entry, "source", "state")) {
        return;
    }
    for (const auto* name : {"decision_number", "decision_date"}) {
        if (!has(entry, name)) {
            faults.push_back(
                {std::string("/") + name, "associations.state_money_needs_decision", {}});
        }
    }
    if (!has(entry, "task_id") && !has(entry, "task_title")) {
        faults.push_back({"/task_title", "associations.state_money_needs_task", {}});
    }
}

KindRules charter() {
    return {"charter",
            {required(whole("number", 1, kMostTerms)),
             day("adopted_on"),
             day("approved_on"),
             text("approved_by"),
             text("document"),
             text("purpose", kLong),
             whole("term_years", 1, kMostTerms),
             whole("board_seats", 1, kMostSeats)},
            &sql::insert_charter,
            &sql::update_charter,
            &sql::remove_charter,
            &sql::list_charter,
            &sql::find_charter,
            false,
            check_charter};
}

KindRules term() {
    return {"term",
            {required(whole("number", 1, kMostTerms)),
             required(day("begins_on")),
             required(day("ends_on")),
             whole("board_seats", 1, kMostSeats)},
            &sql::insert_term,
            &sql::update_term,
            &sql::remove_term,
            &sql::list_term,
            &sql::find_term,
            false,
            check_term};
}

KindRules congress() {
    return {"congress",
            {choice("kind", {"founding", "ordinary", "extraordinary"}),
             whole("term_number", 1, kMostTerms),
             day("due_on"),
             day("reported_on"),
             text("opinion"),
             day("opinion_on"),
             day("held_on"),
             whole("convened", 0, kMostPeople),
             whole("present", 0, kMostPeople),
             text("result", kLong)},
            &sql::insert_congress,
            &sql::update_congress,
            &sql::remove_congress,
            &sql::list_congress,
            &sql::find_congress,
            false,
            check_congress};
}

KindRules post() {
    auto key = text("search_key");
    key.is_derived = true;
    return {"post",
            {required(text("full_name")),
             key,
             whole("birth_year", kFirstYear, kLastYear),
             choice("post",
                    {"chair",
                     "permanent_vice_chair",
                     "vice_chair",
                     "secretary",
                     "standing_member",
                     "board_member",
                     "inspection_head",
                     "inspection_member"}),
             whole("term_number", 1, kMostTerms),
             {"congress_id", FieldType::id},
             text("elected_by"),
             yes_no("is_full_time"),
             yes_no("is_retired"),
             text("prior_opinion")},
            &sql::insert_post,
            &sql::update_post,
            &sql::remove_post,
            &sql::list_post,
            &sql::find_post,
            true,
            check_held};
}

KindRules branch() {
    return {"branch",
            {required(text("name")), text("place"), whole("member_count", 0, kMostPeople)},
            &sql::insert_branch,
            &sql::update_branch,
            &sql::remove_branch,
            &sql::list_branch,
            &sql::find_branch,
            true,
            check_held};
}

KindRules asset() {
    return {"asset",
            {choice("kind", {"premises", "land", "equipment", "vehicle", "fund", "other"}),
             required(text("name")),
             choice("tenure", {"own", "lent"}),
             text("lender"),
             text("address"),
             required(whole("value", 0, kMostMoney))},
            &sql::insert_asset,
            &sql::update_asset,
            &sql::remove_asset,
            &sql::list_asset,
            &sql::find_asset,
            true,
            check_held};
}

KindRules money() {
    return {"money",
            {choice("direction", {"income", "spending"}),
             choice("source", {"fees", "gifts_cash", "gifts_in_kind", "services", "state"}),
             required(whole("year", kFirstYear, kLastYear)),
             required(day("booked_on")),
             required(whole("amount", 0, kMostMoney)),
             {"task_id", FieldType::id},
             text("task_title"),
             text("decision_number"),
             day("decision_date"),
             text("note")},
            &sql::insert_money,
            &sql::update_money,
            &sql::remove_money,
            &sql::list_money,
            &sql::find_money,
            false,
            check_money};
}

KindRules disclosure() {
    return {"disclosure",
            {required(whole("year", kFirstYear, kLastYear)),
             required(day("disclosed_on")),
             text("place"),
             text("document")},
            &sql::insert_disclosure,
            &sql::update_disclosure,
            &sql::remove_disclosure,
            &sql::list_disclosure,
            &sql::find_disclosure,
            false,
            nullptr};
}

KindRules report() {
    return {"report",
            {required(whole("year", kFirstYear, kLastYear)),
             required(day("done_on")),
             text("document")},
            &sql::insert_report,
            &sql::update_report,
            &sql::remove_report,
            &sql::list_report,
            &sql::find_report,
            false,
            nullptr};
}

}  // namespace

const KindRules& rules_of(EntryKind kind) {
    static const std::array<KindRules, kEntryKinds.size()> all{
        charter(), term(), congress(), post(), branch(), asset(), money(), disclosure(), report()};
    return all.at(static_cast<std::size_t>(kind));
}

std::string_view to_string(EntryKind kind) {
    return rules_of(kind).name;
}

std::optional<EntryKind> parse_entry_kind(std::string_view text) {
    for (const auto kind : kEntryKinds) {
        if (to_string(kind) == text) {
            return kind;
        }
    }
    return std::nullopt;
}

}  // namespace hoiquan::associations
