#include "reader/task_groups.h"

#include <algorithm>

#include "reader/labels.h"
#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

bool tells(Label label) {
    return label == Label::lead || label == Label::cooperating || label == Label::time;
}

struct Group {
    std::size_t first = kNoItem;
    std::size_t last = kNoItem;
    std::vector<Span> lead;
    std::vector<Span> cooperating;
    std::optional<Span> time;
    bool told = false;
};

struct GroupReader {
    const Text& text;
    const Outline& outline;
    std::size_t point;
    std::vector<Group> groups;
    std::vector<FoundTask> apart;  ///< Bodies with dates of their own below a label.

    Span block(std::size_t item) const { return outline.items[item].span(); }

    std::vector<Span> bodies(Span value) const {
        std::vector<Span> names;
        std::size_t start = value.start;
        bool first_leads = false;
        static const PhraseSet leads{"chủ trì"};
        for (std::size_t at = value.start; at <= value.end; ++at) {
            if (at < value.end && text.raw()[at] != U';') {
                continue;
            }
            const Span part = text.trimmed({start, at});
            start = at + 1;
            if (part.empty() || first_leads) {
                continue;
            }
            for (const Span name : split_names(text, names_before_predicate(text, part), true)) {
                names.push_back(name);
            }
            first_leads = leads.in(text, part);
        }
        return names;
    }

    void take(Group& group, const LabelLine& label, std::size_t item) {
        Span value = label.value;
        if (value.empty() && outline.items[item].last > item) {
            value = {block(item + 1).start, block(outline.items[item].last).end};
        }
        if (label.label == Label::lead) {
            const auto names = bodies(value);
            group.lead.insert(group.lead.end(), names.begin(), names.end());
        } else if (label.label == Label::cooperating) {
            const auto names = split_names(text, names_before_predicate(text, value), true);
            group.cooperating.insert(group.cooperating.end(), names.begin(), names.end());
        } else if (label.label == Label::time) {
            group.time = value;
        }
        group.told = group.told || tells(label.label);
    }

    /// Single bodies with their own dates below "Thời gian:" are tasks of their own.
    bool dates_apart(std::size_t item) {
        std::vector<FoundTask> found;
        for (const std::size_t child : outline.items[item].children) {
            const Span content = outline.items[child].block.content();
            const auto actor = actor_of(text, content);
            const auto deadline = deadline_in(text, content, std::nullopt);
            if (!actor || actor->heading || !deadline) {
                return false;
            }
            FoundTask task;
            task.span = outline.whole(child);
            task.section = outline.items[child].section;
            task.lead = actor->names;
            task.cooperating = cooperating_in(text, content);
            task.deadline = deadline;
            task.report_to = report_to_in(text, content);
            task.confidence = 0.85;
            task.lead_confidence = actor->confidence;
            found.push_back(task);
        }
        apart.insert(apart.end(), found.begin(), found.end());
        return !found.empty();
    }

    void add(std::size_t item) {
        const auto label = label_of(text, outline.items[item].block);
        const bool fresh =
            groups.empty() || (groups.back().told && (!label || label->label == Label::content));
        if (fresh) {
            groups.push_back({item, item, {}, {}, std::nullopt, false});
        }
        Group& group = groups.back();
        if (label && label->label == Label::time && dates_apart(item)) {
            group.told = true;
            return;
        }
        group.last = item;
        if (label) {
            take(group, *label, item);
        }
    }

    void read() {
        const std::size_t end = outline.items[point].last;
        for (std::size_t item = point + 1; item <= end; ++item) {
            add(item);
            const auto label = label_of(text, outline.items[item].block);
            if (label && tells(label->label)) {
                const std::size_t below = outline.items[item].last;
                const bool bullets = below > item;
                if (bullets && groups.back().last >= item) {
                    groups.back().last = below;
                }
                item = std::max(item, below);
            }
        }
    }

    FoundTask task_of(const Group& group, bool alone) const {
        FoundTask task;
        task.span = {alone ? block(point).start : block(group.first).start,
                     outline.items[group.last].span().end};
        task.section = outline.items[group.first].section;
        task.lead = group.lead;
        task.cooperating = group.cooperating;
        task.confidence = 0.92;
        task.lead_confidence = group.lead.empty() ? 0.6 : 0.93;
        if (group.time) {
            task.recurrence = recurrence_of_label(text, *group.time);
            task.deadline = deadline_of_label(text, *group.time);
            // "Thường xuyên" says how often, not by when.
            const bool plan = text.lower_piece(*group.time).starts_with(U"theo");
            if (task.recurrence && !task.recurrence->phrase && task.deadline &&
                !task.deadline->date && !plan) {
                task.deadline.reset();
            }
        }
        task.report_to = report_to_in(text, task.span);
        return task;
    }
};

}  // namespace

bool has_labels(const Text& text, const Outline& outline, std::size_t item) {
    for (std::size_t i = item + 1; i <= outline.items[item].last; ++i) {
        const auto label = label_of(text, outline.items[i].block);
        if (label && tells(label->label)) {
            return true;
        }
    }
    return false;
}

std::vector<FoundTask> read_groups(const Text& text, const Outline& outline, std::size_t item) {
    GroupReader reader{text, outline, item, {}, {}};
    reader.read();
    std::vector<FoundTask> tasks;
    const auto told = static_cast<std::size_t>(std::count_if(
        reader.groups.begin(), reader.groups.end(), [](const Group& g) { return g.told; }));
    for (const Group& group : reader.groups) {
        if (group.told) {
            tasks.push_back(reader.task_of(group, told == 1 && reader.apart.empty()));
        }
    }
    tasks.insert(tasks.end(), reader.apart.begin(), reader.apart.end());
    return tasks;
}

}  // namespace hoiquan::reader
