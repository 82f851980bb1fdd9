#include <algorithm>
#include <array>
#include <utility>

#include "tasks/tasks.h"

namespace hoiquan::tasks {

namespace {

constexpr std::array<std::pair<Status, std::string_view>, 11> kStatuses{{
    {Status::done_on_time, "done_on_time"},
    {Status::done_late, "done_late"},
    {Status::done_unassessed, "done_unassessed"},
    {Status::awaiting_acceptance, "awaiting_acceptance"},
    {Status::standing, "standing"},
    {Status::awaiting_decision, "awaiting_decision"},
    {Status::unassigned, "unassigned"},
    {Status::no_due_date, "no_due_date"},
    {Status::overdue, "overdue"},
    {Status::due_soon, "due_soon"},
    {Status::in_progress, "in_progress"},
}};
constexpr std::array<std::pair<Alert, std::string_view>, 4> kAlerts{{
    {Alert::green, "green"},
    {Alert::yellow, "yellow"},
    {Alert::red, "red"},
    {Alert::deep_red, "deep_red"},
}};
constexpr std::array<std::pair<Level, std::string_view>, 3> kLevels{
    {{Level::leaf, "leaf"}, {Level::top, "top"}, {Level::all, "all"}}};
constexpr std::array<std::pair<Part, std::string_view>, 3> kParts{
    {{Part::lead, "lead"}, {Part::cooperating, "cooperating"}, {Part::monitor, "monitor"}}};
constexpr std::array<std::pair<Mark, std::string_view>, 3> kMarks{
    {{Mark::returned, "returned"},
     {Mark::ready_to_close, "ready_to_close"},
     {Mark::unled, "unled"}}};
constexpr std::array<std::pair<Side, std::string_view>, 3> kSides{
    {{Side::give, "give"}, {Side::judge, "judge"}, {Side::work, "work"}}};
constexpr std::array<std::pair<Decision, std::string_view>, 2> kDecisions{
    {{Decision::accepted, "accepted"}, {Decision::refused, "refused"}}};
constexpr std::array<std::pair<May, std::string_view>, 5> kMay{{
    {May::edit, "edit"},
    {May::add_note, "add_note"},
    {May::file_evidence, "file_evidence"},
    {May::decide_evidence, "decide_evidence"},
    {May::close, "close"},
}};
constexpr std::array<std::string_view, 9> kSorts{"due_date",
                                                 "-due_date",
                                                 "position",
                                                 "created_at",
                                                 "-created_at",
                                                 "lead",
                                                 "-lead",
                                                 "status",
                                                 "-status"};

template <class Table, class E>
std::string_view name_in(const Table& table, E value) {
    const auto found = std::find_if(
        table.begin(), table.end(), [&](const auto& row) { return row.first == value; });
    return found->second;
}

template <class E, class Table>
std::optional<E> value_in(const Table& table, std::string_view name) {
    const auto found = std::find_if(
        table.begin(), table.end(), [&](const auto& row) { return row.second == name; });
    return found == table.end() ? std::nullopt : std::optional<E>(found->first);
}

}  // namespace

std::string_view to_string(Status status) {
    return name_in(kStatuses, status);
}
std::optional<Status> parse_status(std::string_view text) {
    return value_in<Status>(kStatuses, text);
}
std::string_view to_string(Alert alert) {
    return name_in(kAlerts, alert);
}
std::optional<Alert> parse_alert(std::string_view text) {
    return value_in<Alert>(kAlerts, text);
}
std::optional<Level> parse_level(std::string_view text) {
    return value_in<Level>(kLevels, text);
}
std::string_view to_string(Level level) {
    return name_in(kLevels, level);
}
std::optional<Part> parse_part(std::string_view text) {
    return value_in<Part>(kParts, text);
}
std::string_view to_string(Part part) {
    return name_in(kParts, part);
}
std::string_view to_string(Mark mark) {
    return name_in(kMarks, mark);
}
std::optional<Mark> parse_mark(std::string_view text) {
    return value_in<Mark>(kMarks, text);
}
std::string_view to_string(Side side) {
    return name_in(kSides, side);
}
std::string_view to_string(Decision decision) {
    return name_in(kDecisions, decision);
}
std::optional<Decision> parse_decision(std::string_view text) {
    return value_in<Decision>(kDecisions, text);
}
std::string_view to_string(May may) {
    return name_in(kMay, may);
}

const std::vector<Status>& all_statuses() {
    static const std::vector<Status> all = [] {
        std::vector<Status> out;
        out.reserve(kStatuses.size());
        for (const auto& row : kStatuses) {
            out.push_back(row.first);
        }
        return out;
    }();
    return all;
}

bool is_done(Status status) {
    return status == Status::done_on_time || status == Status::done_late ||
           status == Status::done_unassessed;
}

bool is_sort(std::string_view text) {
    return std::find(kSorts.begin(), kSorts.end(), text) != kSorts.end();
}

}  // namespace hoiquan::tasks
