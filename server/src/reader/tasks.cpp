#include "reader/tasks.h"

#include <algorithm>

#include "reader/paragraphs.h"
#include "reader/phrases.h"
#include "reader/sentences.h"
#include "reader/task_groups.h"
#include "reader/task_rules.h"

namespace hoiquan::reader {

namespace {

struct Lead {
    std::vector<Span> names;
    double confidence = 0.0;
    std::vector<Span> cooperating;  ///< Named in the heading above.
    bool heading = false;           ///< A heading names the body whose duties stand below.
};

struct Work {
    std::size_t item = 0;
    Lead lead;
    bool forced = false;  ///< The point above was taken apart: each item is a task.
};

bool is_numbered(Mark mark) {
    return mark == Mark::number || mark == Mark::decimal || mark == Mark::decimal3 ||
           mark == Mark::letter || mark == Mark::article || mark == Mark::bracket;
}

struct TaskReader {
    const Text& text;
    const Outline& outline;
    const TaskContext& context;
    bool sections = false;
    std::vector<Work> work;
    std::vector<FoundTask> tasks;

    const Item& item(std::size_t i) const { return outline.items[i]; }
    Span content(std::size_t i) const { return item(i).block.content(); }

    SectionKind kind(std::size_t i) const {
        const SectionKind own = item(i).kind;
        return own == SectionKind::unknown && !sections ? SectionKind::duties : own;
    }

    std::optional<Actor> actor(std::size_t i) const {
        static const PhraseSet prefixes{"trách nhiệm của", "nhiệm vụ của", "đối với"};
        Span span = content(i);
        const bool heading = is_heading(text, span);
        const auto prefix = prefixes.at(text, text.word_from(span.start), span.end);
        if (prefix && heading) {
            span.start = prefix->span.end;
        }
        const Span sentence = heading ? span : first_sentence(span);
        static const PhraseSet decisions{"đồng ý",
                                         "thống nhất",
                                         "nhất trí",
                                         "cơ bản thống nhất",
                                         "chấp thuận",
                                         "phê duyệt",
                                         "ghi nhận",
                                         "cơ bản đồng ý"};
        const bool decided =
            !heading && decisions.opens(text, sentence) && is_no_task(text, sentence);
        if (decided) {
            return order_inside(text, sentence);
        }
        auto found = actor_of(text, sentence);
        return found || heading ? found : behind_title(sentence);
    }

    /// "Khám sức khỏe: Hội đồng … tổ chức khám …".
    std::optional<Actor> behind_title(Span sentence) const {
        constexpr std::size_t longest = 80;
        const auto colon = text.piece(sentence).substr(0, longest).find(U": ");
        if (colon == std::u32string_view::npos) {
            return std::nullopt;
        }
        const auto found = actor_of(text, {sentence.start + colon + 2, sentence.end});
        return found && !found->heading ? found : std::nullopt;
    }

    /// A title over paragraphs: a heading, or one short sentence that names nobody.
    bool is_title(std::size_t i) const {
        constexpr std::size_t longest = 170;
        const Span span = content(i);
        if (is_heading(text, span)) {
            return true;
        }
        return item(i).block.marker.mark != Mark::none && span.size() < longest && !actor(i) &&
               sentences_of(text, span).size() == 1 && !is_no_task(text, span);
    }

    Span first_sentence(Span span) const {
        const auto all = sentences_of(text, span);
        return all.empty() ? span : all.front();
    }

    /// A paragraph that goes on with the duty above unless it names an actor, date or partner.
    bool breaks_off(std::size_t i) const {
        const Span span = content(i);
        const auto recurrence = recurrence_in(text, span);
        return actor(i) || deadline_in(text, span, context.issued) ||
               (recurrence && recurrence->phrase) || !cooperating_in(text, span).empty();
    }

    /// The item, or anything below it, names its own actor, date, period or partner.
    bool own(std::size_t i) const {
        for (std::size_t k = i; k <= item(i).last; ++k) {
            const Span span = content(k);
            if (actor(k) || deadline_in(text, span, context.issued) || recurrence_in(text, span) ||
                !cooperating_in(text, span).empty()) {
                return true;
            }
            for (const Span sentence : sentences_of(text, span)) {
                const auto later = actor_of(text, sentence);
                if (later && later->ordered) {
                    return true;
                }
            }
        }
        return false;
    }

    /// What no section makes a task.
    bool is_refused(std::size_t i, Span task, const std::optional<Actor>& who) const {
        const Span span = content(i);
        const bool later = task.start > span.start && task.end <= outline.whole(i).end;
        if (is_no_task(text, first_sentence(later ? task : span)) &&
            !(who && who->behind_decision)) {
            return true;
        }
        if (kind(i) == SectionKind::unknown && is_norm(text, span)) {
            return true;
        }
        const bool acts = who && !who->heading;
        constexpr std::size_t one_thought = 400;
        const Span whole = outline.whole(i);
        if (!acts && !(who && who->heading) && whole.size() < one_thought &&
            !is_imperative(text, span) && is_norm(text, whole)) {
            return true;
        }
        const bool article = item(i).block.marker.mark == Mark::article;
        return !acts && (is_appraisal(text, span) || (article && is_performed(text, span)));
    }

    bool accepts(std::size_t i,
                 const FoundTask& task,
                 const std::optional<Actor>& who,
                 bool forced) const {
        if (is_refused(i, task.span, who)) {
            return false;
        }
        const Span span = content(i);
        const bool acts = who && !who->heading;
        const bool timed = task.recurrence || (task.deadline && task.deadline->date);
        if (item(i).closing) {
            return timed;
        }
        switch (kind(i)) {
            case SectionKind::background:
                return false;
            case SectionKind::funding:
                return acts || (forced && is_imperative(text, span));
            case SectionKind::duties:
                return true;
            case SectionKind::unknown:
                break;
        }
        const bool point = item(i).block.marker.mark == Mark::number && is_imperative(text, span) &&
                           !is_heading(text, span);
        return forced || acts || timed || point;
    }

    double confidence_of(std::size_t i, bool acts) const {
        if (kind(i) == SectionKind::duties) {
            return acts ? 0.96 : 0.93;
        }
        return acts ? 0.87 : 0.72;
    }

    /// Where one name of a list ends is less sure.
    bool is_list(const std::vector<Span>& names) const {
        return names.size() > 1 || (!names.empty() && text.piece(names.front()).find(U',') !=
                                                          std::u32string_view::npos);
    }

    /// One task over `span`; `i` is the item that says who and what.
    void emit(std::size_t i, Span span, const Lead& lead, std::optional<Actor> who, bool forced) {
        FoundTask task;
        task.span = text.trimmed(span);
        task.section = item(i).section;
        task.cooperating = cooperating_in(text, task.span);
        if (task.cooperating.empty()) {
            task.cooperating = lead.cooperating;
        }
        task.deadline = deadline_in(text, task.span, context.issued);
        task.recurrence = recurrence_in(text, task.span);
        task.report_to = report_to_in(text, task.span);
        if (task.recurrence && task.recurrence->phrase &&
            (!task.deadline || task.deadline->yearless)) {
            task.deadline = Deadline{*task.recurrence->phrase, std::nullopt, 0.8};
        }
        if (who && lead.heading && (passes_on(text, content(i)) || leads_others(i, lead))) {
            who.reset();
        }
        task.lead = who ? who->names : lead.names;
        task.lead_confidence = who ? who->confidence : lead.names.empty() ? 0.7 : lead.confidence;
        if (is_list(task.lead)) {
            task.lead_confidence = std::min(task.lead_confidence, 0.88);
        }
        task.confidence = confidence_of(i, who.has_value());
        const bool name_only = who && who->heading && task.span.end <= item(i).span().end &&
                               item(i).block.marker.mark != Mark::article;
        if (!name_only && accepts(i, task, who, forced)) {
            tasks.push_back(std::move(task));
        }
    }

    /// "Lãnh đạo UBND xã …" below "2.1. Đảng ủy UBND xã": the committee leads, and acts.
    bool leads_others(std::size_t i, const Lead& lead) const {
        static const PhraseSet leads{"lãnh đạo"};
        static const PhraseSet committees{"đảng ủy",
                                          "đảng uỷ",
                                          "ban cán sự đảng",
                                          "đảng đoàn",
                                          "ban thường vụ",
                                          "các đảng ủy",
                                          "các đảng uỷ",
                                          "cấp ủy",
                                          "huyện ủy",
                                          "tỉnh ủy",
                                          "thành ủy"};
        return leads.opens(text, content(i)) && !lead.names.empty() &&
               committees.opens(text, lead.names.front());
    }

    /// A paragraph, cut where a later sentence names a new actor.
    void emit_paragraph(std::size_t i, Span span, const Lead& lead, bool forced) {
        const auto sentences = sentences_of(text, {content(i).start, span.end});
        std::size_t start = span.start;
        std::optional<Actor> who = actor(i);
        for (std::size_t s = 1; s < sentences.size(); ++s) {
            const auto next = actor_of(text, sentences[s]);
            const bool fresh = next && !next->heading && next->confidence > 0.8 &&
                               (next->ordered || is_other(text, *next, who));
            if (!fresh || is_no_task(text, sentences[s])) {
                continue;
            }
            emit(i, {start, sentences[s].start}, lead, who, forced);
            start = sentences[s].start;
            who = next;
        }
        emit(i, {start, span.end}, lead, who, forced);
    }

    /// What the items below a point inherit.
    Lead lead_below(std::size_t i, const std::optional<Actor>& who, const Lead& above) const {
        Lead lead =
            who ? Lead{who->names, who->confidence, {}, who->heading && !who->ordered} : above;
        const Span span = content(i);
        if (text.piece(span).ends_with(U":")) {
            lead.cooperating = cooperating_in(text, span);
        }
        return lead;
    }

    /// "Giao Bộ Nội vụ:" or "Chính phủ yêu cầu các bộ:" above a list: who acts in its items.
    bool heads_list(std::size_t i) const {
        return item(i).block.marker.mark == Mark::none && text.piece(content(i)).ends_with(U":") &&
               actor(i).has_value();
    }

    void push_children(std::size_t i, const Lead& lead, bool forced) {
        const auto& children = item(i).children;
        std::vector<Work> below;
        Lead current = lead;
        for (std::size_t k = 0; k < children.size(); ++k) {
            const std::size_t child = children[k];
            const bool more =
                k + 1 < children.size() && item(children[k + 1]).block.marker.mark != Mark::none;
            if (more && heads_list(child)) {
                current = lead_below(child, actor(child), lead);
            } else {
                below.push_back({child, current, forced});
            }
        }
        work.insert(work.end(), below.rbegin(), below.rend());
    }

    bool is_section(std::size_t i) const {
        const Mark mark = item(i).block.marker.mark;
        if (item(i).children.empty()) {
            return false;
        }
        if (mark == Mark::roman || mark == Mark::capital || mark == Mark::part) {
            return true;
        }
        return mark == Mark::article && is_heading(text, content(i));
    }

    /// Labels stand below numbered items of their own.
    bool labels_deeper(std::size_t i) const {
        return std::any_of(item(i).children.begin(), item(i).children.end(), [&](std::size_t c) {
            return is_numbered(item(c).block.marker.mark) && has_labels(text, outline, c);
        });
    }

    /// Paragraphs below a point: each with an actor, date or partner of its own begins a task.
    void read_paragraphs(const Work& point) {
        const std::size_t i = point.item;
        const bool heading = is_title(i);
        std::size_t owner = i;
        Span current = item(i).span();
        bool first = heading;
        const Lead lead = lead_below(i, actor(i), point.lead);
        for (const std::size_t child : item(i).children) {
            const bool joins = first || !breaks_off(child);
            if (joins && (first || !is_no_task(text, first_sentence(content(owner))))) {
                current.end = outline.whole(child).end;
                owner = first ? child : owner;
            } else {
                flush(i, owner, current, lead, point.forced);
                owner = child;
                current = outline.whole(child);
            }
            first = false;
        }
        flush(i, owner, current, lead, point.forced);
    }

    void flush(std::size_t head, std::size_t owner, Span span, const Lead& lead, bool forced) {
        const bool headed = owner != head && span.start == item(head).span().start;
        if (headed && told_apart(head, owner)) {
            emit_paragraph(owner, outline.whole(owner), lead, forced);
        } else if (headed) {
            const auto who = actor(owner);
            emit(owner, span, lead, who ? who : actor(head), forced);
        } else {
            emit_paragraph(owner, span, lead, forced);
        }
    }

    /// The paragraph below a title holds several duties, or a decision in front of the duty:
    /// "Chính phủ cơ bản thống nhất … Giao Bộ …".
    bool told_apart(std::size_t head, std::size_t paragraph) const {
        const Span span = content(paragraph);
        const std::size_t orders = orders_in(text, span);
        return orders > 1 || (orders > 0 && is_no_task(text, first_sentence(span))) ||
               (!actor(head) && actors_in(text, span) > 1);
    }

    /// A point without own items below is one task over all its lines.
    void read_whole(const Work& point) {
        const std::size_t i = point.item;
        const bool heading = is_heading(text, content(i));
        const auto who = actor(i);
        const std::size_t says = heading && !who ? item(i).children.front() : i;
        emit(says,
             outline.whole(i),
             point.lead,
             who ? who : actor(says),
             point.forced || (who && kind(i) != SectionKind::background));
    }

    void read_point(const Work& point) {
        const std::size_t i = point.item;
        const auto& children = item(i).children;
        if (has_labels(text, outline, i)) {
            if (labels_deeper(i)) {
                push_children(i, lead_below(i, actor(i), point.lead), false);
                return;
            }
            for (FoundTask& task : read_groups(text, outline, i)) {
                tasks.push_back(std::move(task));
            }
            return;
        }
        if (children.empty()) {
            emit_paragraph(i, item(i).span(), point.lead, point.forced);
            return;
        }
        const bool marked = std::any_of(children.begin(), children.end(), [&](std::size_t c) {
            return item(c).block.marker.mark != Mark::none;
        });
        const bool any_own =
            std::any_of(children.begin(), children.end(), [&](std::size_t c) { return own(c); });
        const bool one = children.size() == 1 && item(children.front()).children.empty() &&
                         is_heading(text, content(i)) && !marked;
        if (!any_own || (one && !told_apart(i, children.front()))) {
            read_whole(point);
        } else if (!marked) {
            read_paragraphs(point);
        } else {
            const auto who = actor(i);
            push_children(i,
                          lead_below(i, who, point.lead),
                          point.forced || who || kind(i) == SectionKind::duties);
        }
    }

    /// "II. PHÂN CÔNG NHIỆM VỤ" with nothing below it.
    bool is_empty_section(std::size_t i) const {
        const Mark mark = item(i).block.marker.mark;
        const bool section = mark == Mark::roman || mark == Mark::capital || mark == Mark::part ||
                             mark == Mark::article;
        return item(i).children.empty() && section && is_heading(text, content(i)) &&
               (mark == Mark::part || is_capitals(text, content(i)) || !actor(i));
    }

    /// An appraisal that ends in orders.
    bool turns_to_duties(std::size_t i) const {
        const auto& children = item(i).children;
        return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
            return kind(child) == SectionKind::duties;
        });
    }

    void read_item(const Work& next) {
        if (kind(next.item) == SectionKind::background) {
            if (turns_to_duties(next.item)) {
                push_children(next.item, next.lead, false);
            }
            return;
        }
        if (is_empty_section(next.item)) {
            return;
        }
        if (is_section(next.item) && !duty_of_one(next.item)) {
            push_children(
                next.item, lead_below(next.item, section_lead(next.item), next.lead), false);
        } else {
            read_point(next);
        }
    }

    /// "II. CÔNG AN TỈNH" over paragraphs: one duty, as below a point.
    bool duty_of_one(std::size_t i) const {
        const auto& children = item(i).children;
        const bool marked = std::any_of(children.begin(), children.end(), [&](std::size_t c) {
            return item(c).block.marker.mark != Mark::none;
        });
        const auto who = actor(i);
        return !marked && item(i).block.marker.mark != Mark::article && who && who->heading &&
               !who->ordered;
    }

    /// "Điều 5. Trách nhiệm của Sở …" names who acts below it.
    std::optional<Actor> section_lead(std::size_t i) const {
        const auto who = actor(i);
        const bool list = text.piece(content(i)).ends_with(U":");
        return who && (who->heading || list) ? who : std::nullopt;
    }

    void run() {
        const Lead lead{context.addressed, 0.86, {}, false};
        const bool no_items = outline.opening == outline.items.size();
        for (std::size_t r = outline.roots.size(); r-- > 0;) {
            const std::size_t root = outline.roots[r];
            const bool opening = root < outline.opening;
            if (!opening) {
                work.push_back({root, lead, false});
            } else if (no_items && actor(root)) {
                work.push_back({root, {}, false});
            }
        }
        while (!work.empty()) {
            const Work next = work.back();
            work.pop_back();
            read_item(next);
        }
    }
};

}  // namespace

std::vector<FoundTask> read_tasks(const Text& text,
                                  const Outline& outline,
                                  const TaskContext& context) {
    TaskReader reader{text, outline, context, false, {}, {}};
    reader.sections = std::any_of(outline.items.begin(), outline.items.end(), [](const Item& item) {
        const Mark mark = item.block.marker.mark;
        return mark == Mark::roman || mark == Mark::capital || mark == Mark::article ||
               mark == Mark::part;
    });
    reader.run();
    std::sort(reader.tasks.begin(), reader.tasks.end(), [](const FoundTask& a, const FoundTask& b) {
        return a.span.start < b.span.start;
    });
    return reader.tasks;
}

}  // namespace hoiquan::reader
