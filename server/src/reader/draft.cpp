#include "reader/draft.h"

#include <array>

namespace hoiquan::reader {

namespace {

struct Field {
    std::string_view name;
    std::optional<std::string> Metadata::*member;
};

constexpr std::array<Field, 11> kFields{{{"parent_body", &Metadata::parent_body},
                                         {"issuing_body", &Metadata::issuing_body},
                                         {"number", &Metadata::number},
                                         {"symbol", &Metadata::symbol},
                                         {"place", &Metadata::place},
                                         {"date", &Metadata::date},
                                         {"type", &Metadata::type},
                                         {"subject", &Metadata::subject},
                                         {"signing_authority", &Metadata::signing_authority},
                                         {"signatory_position", &Metadata::signatory_position},
                                         {"signatory_name", &Metadata::signatory_name}}};

Task put_task(Draft& draft, const Text& text, const std::string& pointer, const FoundTask& found) {
    Task task;
    task.section = found.section;
    task.text = text.utf8(found.span);
    task.start = found.span.start;
    task.end = found.span.end;
    put_place(draft, pointer, found.span, found.confidence);
    put_place(draft, pointer + "/text", found.span, found.confidence);
    task.lead = put_names(draft, text, pointer + "/lead", found.lead, found.lead_confidence);
    task.cooperating = put_names(draft, text, pointer + "/cooperating", found.cooperating, 0.93);
    if (found.deadline) {
        task.deadline = text.one_line(found.deadline->phrase);
        put_place(draft, pointer + "/deadline", found.deadline->phrase, found.deadline->confidence);
        if (found.deadline->date) {
            task.deadline_date = found.deadline->date->iso();
            put_place(draft,
                      pointer + "/deadline_date",
                      found.deadline->phrase,
                      found.deadline->confidence);
        }
    }
    if (found.recurrence) {
        task.recurrence = found.recurrence->value;
        put_place(draft, pointer + "/recurrence", found.recurrence->span, 0.93);
    }
    if (found.report_to) {
        task.report_to = text.one_line(*found.report_to);
        put_place(draft, pointer + "/report_to", *found.report_to, 0.92);
    }
    return task;
}

}  // namespace

void put_place(Draft& draft, const std::string& pointer, Span span, double confidence) {
    draft.places[pointer] = {span.start, span.end, confidence};
}

std::vector<std::string> put_names(Draft& draft,
                                   const Text& text,
                                   const std::string& pointer,
                                   const std::vector<Span>& names,
                                   double confidence) {
    std::vector<std::string> out;
    for (const Span name : names) {
        put_place(draft, pointer + "/" + std::to_string(out.size()), name, confidence);
        out.push_back(text.one_line(name));
    }
    return out;
}

void put_metadata(Draft& draft, const Values& values) {
    for (const Field& field : kFields) {
        const auto found = values.find(field.name);
        if (found != values.end() && !found->second.text.empty()) {
            draft.metadata.*field.member = found->second.text;
            put_place(draft,
                      "/metadata/" + std::string(field.name),
                      found->second.span,
                      found->second.confidence);
        }
    }
}

void put_recipients(Draft& draft, const std::vector<FoundRecipient>& recipients) {
    for (const auto& found : recipients) {
        put_place(draft,
                  "/recipients/" + std::to_string(draft.recipients.size()),
                  found.span,
                  found.confidence);
        draft.recipients.push_back(found.recipient);
    }
}

void put_citations(Draft& draft, const std::vector<FoundCitation>& citations) {
    for (const auto& found : citations) {
        put_place(draft,
                  "/citations/" + std::to_string(draft.citations.size()),
                  found.span,
                  found.confidence);
        draft.citations.push_back(found.citation);
    }
}

void put_tasks(Draft& draft, const Text& text, const std::vector<FoundTask>& tasks) {
    for (const auto& found : tasks) {
        const std::string pointer = "/tasks/" + std::to_string(draft.tasks.size());
        Task task = put_task(draft, text, pointer, found);
        draft.tasks.push_back(std::move(task));
    }
}

}  // namespace hoiquan::reader
