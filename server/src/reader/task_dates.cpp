#include <set>

#include "reader/deadlines.h"
#include "reader/draft.h"
#include "reader/sentences.h"

namespace hoiquan::reader {

namespace {

/// Clauses: sentences, and their parts behind a semicolon, and behind a comma if something else is
/// to be done there.
std::vector<Span> clauses_of(const Text& text, Span span) {
    std::vector<Span> clauses;
    for (const Span sentence : sentences_of(text, span)) {
        std::size_t start = sentence.start;
        for (std::size_t at = sentence.start; at < sentence.end; ++at) {
            const char32_t c = text.raw()[at];
            const bool listed =
                c == U';' || c == U'\n' || c == U'\t' ||
                (c == U',' && at + 1 < sentence.end && is_blank(text.raw()[at + 1]));
            if (listed) {
                clauses.push_back(text.trimmed({start, at}));
                start = at + 1;
            }
        }
        clauses.push_back(text.trimmed({start, sentence.end}));
    }
    return clauses;
}

struct DateWriter {
    Draft& draft;
    const Text& text;
    std::size_t task;
    std::set<std::string> known;

    void put(Span phrase,
             std::optional<Date> date,
             std::optional<std::string> recurrence,
             double confidence) {
        const std::string written = text.one_line(phrase);
        if (!known.insert(written).second) {
            return;
        }
        put_place(draft, "/dates/" + std::to_string(draft.dates.size()), phrase, confidence);
        draft.dates.push_back({task,
                               written,
                               date ? std::optional(date->iso()) : std::nullopt,
                               std::move(recurrence)});
    }
};

}  // namespace

void put_dates(Draft& draft, const Text& text, std::optional<Date> issued) {
    for (std::size_t t = 0; t < draft.tasks.size(); ++t) {
        DateWriter writer{draft, text, t, {}};
        const std::string pointer = "/tasks/" + std::to_string(t) + "/deadline";
        const Task& task = draft.tasks[t];
        // The date of the task comes first: it may stand in a cell of its own.
        if (const auto own = draft.places.find(pointer); own != draft.places.end()) {
            const auto date =
                task.deadline_date ? Date::parse_iso(*task.deadline_date) : std::nullopt;
            writer.put({own->second.start, own->second.end},
                       date,
                       date ? std::nullopt : task.recurrence,
                       own->second.confidence);
        }
        for (const Span clause : clauses_of(text, {task.start, task.end})) {
            const auto recurrence = recurrence_in(text, clause);
            const auto deadline = deadline_in(text, clause, issued);
            if (recurrence && recurrence->phrase) {
                writer.put(*recurrence->phrase, std::nullopt, recurrence->value, 0.85);
            } else if (deadline && (!deadline->yearless || !recurrence)) {
                writer.put(deadline->phrase, deadline->date, std::nullopt, deadline->confidence);
            }
        }
    }
}

}  // namespace hoiquan::reader
