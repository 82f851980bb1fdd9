#include <algorithm>

#include "base/words.h"
#include "documents/documents.h"

namespace hoiquan::documents {

namespace {

constexpr Words<Direction, 3> kDirections{{{Direction::incoming, "incoming"},
                                           {Direction::outgoing, "outgoing"},
                                           {Direction::draft, "draft"}}};

constexpr Words<Status, 3> kStatuses{{{Status::registered, "registered"},
                                      {Status::in_review, "in_review"},
                                      {Status::assigned, "assigned"}}};

constexpr Words<Urgency, 4> kUrgencies{{{Urgency::normal, "normal"},
                                        {Urgency::urgent, "urgent"},
                                        {Urgency::very_urgent, "very_urgent"},
                                        {Urgency::express, "express"}}};

constexpr Words<DeadlineKind, 5> kDeadlineKinds{
    {{DeadlineKind::fixed_date, "fixed_date"},
     {DeadlineKind::from_issue_date, "from_issue_date"},
     {DeadlineKind::standing, "standing"},
     {DeadlineKind::awaiting_decision, "awaiting_decision"},
     {DeadlineKind::none_given, "none_given"}}};

constexpr Words<Recurrence, 5> kRecurrences{{{Recurrence::monthly, "monthly"},
                                             {Recurrence::quarterly, "quarterly"},
                                             {Recurrence::half_yearly, "half_yearly"},
                                             {Recurrence::yearly, "yearly"},
                                             {Recurrence::regular, "regular"}}};

constexpr Words<Sort, 8> kSorts{{{Sort::created_at_down, "-created_at"},
                                 {Sort::created_at, "created_at"},
                                 {Sort::issue_date_down, "-issue_date"},
                                 {Sort::issue_date, "issue_date"},
                                 {Sort::subject, "subject"},
                                 {Sort::subject_down, "-subject"},
                                 {Sort::number, "number"},
                                 {Sort::number_down, "-number"}}};

constexpr Words<Origin, 2> kOrigins{{{Origin::reader, "reader"}, {Origin::person, "person"}}};

constexpr std::array<std::string_view, 21> kDocumentTypes{
    "conclusion", "directive",       "resolution", "plan",   "programme",       "notice",
    "decision",   "official_letter", "guidance",   "report", "regulation",      "working_rules",
    "scheme",     "submission",      "minutes",    "law",    "circular_letter", "decree",
    "circular",   "proposal",        "other"};

constexpr std::array<std::string_view, 13> kRelationKinds{"cites",
                                                          "based_on",
                                                          "reviews",
                                                          "continues",
                                                          "implements",
                                                          "guides",
                                                          "replaces",
                                                          "amends",
                                                          "repeals",
                                                          "corrects",
                                                          "replies_to",
                                                          "forwards",
                                                          "annex_of"};

}  // namespace

std::string_view to_string(Direction direction) {
    return word_of(kDirections, direction);
}

std::optional<Direction> parse_direction(std::string_view text) {
    return value_of(kDirections, text);
}

std::string_view to_string(Status status) {
    return word_of(kStatuses, status);
}

std::optional<Status> parse_status(std::string_view text) {
    return value_of(kStatuses, text);
}

std::string_view to_string(Urgency urgency) {
    return word_of(kUrgencies, urgency);
}

std::optional<Urgency> parse_urgency(std::string_view text) {
    return value_of(kUrgencies, text);
}

std::string_view to_string(DeadlineKind kind) {
    return word_of(kDeadlineKinds, kind);
}

std::optional<DeadlineKind> parse_deadline_kind(std::string_view text) {
    return value_of(kDeadlineKinds, text);
}

std::string_view to_string(Recurrence recurrence) {
    return word_of(kRecurrences, recurrence);
}

std::optional<Recurrence> parse_recurrence(std::string_view text) {
    return value_of(kRecurrences, text);
}

std::string_view to_string(Sort sort) {
    return word_of(kSorts, sort);
}

std::optional<Sort> parse_sort(std::string_view text) {
    return value_of(kSorts, text);
}

std::string_view to_string(Origin origin) {
    return word_of(kOrigins, origin);
}

std::optional<Origin> parse_origin(std::string_view text) {
    return value_of(kOrigins, text);
}

bool is_document_type(std::string_view text) {
    return std::find(kDocumentTypes.begin(), kDocumentTypes.end(), text) != kDocumentTypes.end();
}

bool is_relation_kind(std::string_view text) {
    return std::find(kRelationKinds.begin(), kRelationKinds.end(), text) != kRelationKinds.end();
}

}  // namespace hoiquan::documents
