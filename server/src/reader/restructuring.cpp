#include <algorithm>

#include "base/text.h"
#include "reader/bodies.h"
#include "reader/draft.h"
#include "reader/numbers.h"
#include "reader/phrases.h"
#include "reader/restructuring_units.h"
#include "reader/sentences.h"

namespace hoiquan::reader {

namespace {

constexpr double kNamedSurely = 0.95;
constexpr double kUnits = 0.88;
constexpr double kBodies = 0.75;

enum class Act { join, divide, split, found, end, rename };

/// What the verb at this word does; "sắp xếp" and its like join units.
std::optional<Act> act_at(const Text& text, std::size_t word, std::size_t end) {
    static const PhraseSet join{"sắp xếp", "sáp nhập", "hợp nhất", "nhập", "điều chỉnh"};
    static const PhraseSet divide{"chia", "chia tách"};
    static const PhraseSet split{"tách", "điều chỉnh một phần"};
    static const PhraseSet found{"thành lập", "thành lập mới"};
    static const PhraseSet over{"giải thể",
                                "kết thúc hoạt động",
                                "chấm dứt hoạt động",
                                "kết thúc hoạt động của",
                                "chấm dứt hoạt động của"};
    static const PhraseSet named{"đổi tên"};
    if (named.at(text, word, end)) {
        return Act::rename;
    }
    if (over.at(text, word, end)) {
        return Act::end;
    }
    if (divide.at(text, word, end)) {
        return Act::divide;
    }
    if (split.at(text, word, end)) {
        return Act::split;
    }
    if (found.at(text, word, end)) {
        return Act::found;
    }
    return join.at(text, word, end) ? std::optional(Act::join) : std::nullopt;
}

/// The first word from `first` on that one of the phrases begins, and "thành" only where a result
/// follows ("thành phố", "thành viên" are other words).
std::optional<Hit> find_from(const Text& text,
                             const PhraseSet& set,
                             std::size_t first,
                             std::size_t end) {
    const auto& words = text.words();
    for (std::size_t w = first; w < words.size() && words[w].end <= end; ++w) {
        if (auto hit = set.at(text, w, end)) {
            return hit;
        }
    }
    return std::nullopt;
}

/// "… thành xã mới có tên gọi là …", "… vào xã …", "… để thành lập …".
struct Joint {
    Hit hit;
    bool into = false;  ///< "vào": the receiver goes on.
};

std::optional<Joint> joint_in(const Text& text, std::size_t first, std::size_t end) {
    static const PhraseSet made{
        "thành", "để thành lập", "để hình thành", "và lấy tên là", "thành lập"};
    static const PhraseSet other_words{"thành phố",
                                       "thành viên",
                                       "thành ủy",
                                       "thành phần",
                                       "thành tích",
                                       "thành đoàn",
                                       "thành phố mới"};
    static const PhraseSet into{"vào"};
    const auto& words = text.words();
    for (std::size_t w = first; w < words.size() && words[w].end <= end; ++w) {
        if (into.at(text, w, end)) {
            return Joint{*into.at(text, w, end), true};
        }
        const auto hit = made.at(text, w, end);
        if (hit && !other_words.at(text, w, end)) {
            return Joint{*hit, false};
        }
    }
    return std::nullopt;
}

struct Clause {
    Act act = Act::join;
    Span span;
    std::vector<FoundUnit> from;
    std::vector<FoundUnit> into;
    bool receiver = false;  ///< The result was there before ("vào").
    bool named = false;     ///< "có tên gọi là".
};

struct ClauseReader {
    const Text& text;
    Span sentence;

    Span rest(std::size_t word) const {
        return word < text.words().size() && text.words()[word].start < sentence.end
                   ? Span{text.words()[word].start, sentence.end}
                   : Span{};
    }

    Span before(std::size_t first, const Hit& stop) const {
        return {text.words()[first].start, stop.span.start};
    }

    /// "Sáp nhập A và B thành C", "Nhập A vào B".
    std::optional<Clause> joined(Act act, std::size_t verb_end) const {
        const auto joint = joint_in(text, verb_end, sentence.end);
        if (!joint) {
            return std::nullopt;
        }
        Clause clause{
            act, sentence, units_in(text, before(verb_end, joint->hit)), {}, joint->into, false};
        const Span result = rest(joint->hit.word + joint->hit.words);
        clause.into = results_in(text, result, clause.named);
        return clause;
    }

    /// "Thành lập phường X trên cơ sở …".
    std::optional<Clause> founded(std::size_t verb_end) const {
        static const PhraseSet basis{"trên cơ sở", "từ việc", "trên cơ sở tổ chức lại"};
        const auto hit = find_from(text, basis, verb_end, sentence.end);
        const Span made = hit ? before(verb_end, *hit) : rest(verb_end);
        Clause clause{Act::found, sentence, {}, {}, false, false};
        clause.into = results_in(text, made, clause.named);
        if (hit) {
            clause.from = units_in(text, rest(hit->word + hit->words));
            return clause;
        }
        // Committees and working groups are founded every day; units are not.
        const bool unit = !clause.into.empty() && clause.into.front().unit.kind != kBodyKind;
        return unit ? std::optional(clause) : std::nullopt;
    }

    std::optional<Clause> at(std::size_t word, Act act) const {
        static const PhraseSet longest{"kết thúc hoạt động của",
                                       "chấm dứt hoạt động của",
                                       "kết thúc hoạt động",
                                       "chấm dứt hoạt động",
                                       "chia tách",
                                       "thành lập mới",
                                       "sắp xếp",
                                       "sáp nhập",
                                       "hợp nhất",
                                       "điều chỉnh",
                                       "đổi tên",
                                       "giải thể",
                                       "thành lập",
                                       "nhập",
                                       "chia",
                                       "tách"};
        const auto verb = longest.at(text, word, sentence.end);
        if (!verb || rest(word + verb->words).empty()) {
            return std::nullopt;
        }
        const std::size_t next = word + verb->words;
        if (act == Act::found) {
            return founded(next);
        }
        if (act == Act::end) {
            return Clause{act, sentence, units_in(text, rest(next)), {}, false, false};
        }
        return joined(act, next);
    }
};

bool any_part(const std::vector<FoundUnit>& units) {
    return std::any_of(
        units.begin(), units.end(), [](const FoundUnit& found) { return !found.unit.whole; });
}

/// The name without its kind, folded.
std::string bare_name(const ProposedUnit& unit) {
    const std::string name = fold(unit.name);
    const std::string kind = fold(unit.kind);
    return name.starts_with(kind + " ") ? name.substr(kind.size() + 1) : name;
}

std::string_view code_of(const Clause& clause) {
    if (clause.act == Act::end) {
        return "dissolve";
    }
    if (clause.act == Act::rename) {
        return "rename";
    }
    if (clause.from.empty()) {
        return "establish";
    }
    if (clause.act == Act::split && clause.into.size() == 1) {
        return "split_off";
    }
    if (any_part(clause.from)) {
        return "reorganise";
    }
    if (clause.from.size() == 1 && clause.into.size() > 1) {
        return "divide";
    }
    if (clause.receiver) {
        return "absorb";
    }
    if (clause.into.size() > 1) {
        return "reorganise";
    }
    if (clause.from.size() > 1) {
        return "consolidate";
    }
    const ProposedUnit& old = clause.from.front().unit;
    const ProposedUnit& made = clause.into.front().unit;
    return bare_name(old) == bare_name(made) && old.kind != made.kind ? "change_kind"
                                                                      : "reorganise";
}

/// A clause that says what becomes of named units.
bool complete(const Clause& clause) {
    if (clause.act == Act::end) {
        return !clause.from.empty();
    }
    if (clause.act == Act::found) {
        return !clause.into.empty();
    }
    const bool one_to_one = clause.from.size() == 1 && clause.into.size() == 1 &&
                            clause.from.front().unit.name == clause.into.front().unit.name;
    return !clause.from.empty() && !clause.into.empty() && !one_to_one;
}

/// The clauses of one sentence: the verb opens it, or stands behind its number or a semicolon.
std::optional<Clause> clause_of(const Text& text, Span sentence) {
    static const PhraseSet openers{
        "thực hiện", "quyết định", "nay", "việc", "thống nhất", "đồng ý", "tiến hành"};
    std::size_t word = text.word_from(sentence.start);
    if (const auto opener = openers.at(text, word, sentence.end)) {
        word += opener->words;
    }
    const auto act = act_at(text, word, sentence.end);
    if (!act) {
        return std::nullopt;
    }
    const auto clause = ClauseReader{text, sentence}.at(word, *act);
    return clause && complete(*clause) ? clause : std::nullopt;
}

/// From when on all of it holds: the day the new units begin to work, else the day of effect.
struct Effect {
    std::optional<std::string> date;
};

std::optional<std::string> day_behind(const Text& text, const Hit& cue, std::size_t end) {
    constexpr std::size_t near = 8;
    const auto& words = text.words();
    const std::size_t first = cue.word + cue.words;
    for (std::size_t w = first; w < words.size() && words[w].end <= end && w < first + near; ++w) {
        if (text.gap_after(w - 1).find(U". ") != std::u32string_view::npos) {
            break;
        }
        if (const auto date = date_at(text, w, end);
            date && date->date.precision == DatePrecision::day) {
            return date->last.iso();
        }
    }
    return std::nullopt;
}

std::optional<std::string> effective_from(const Draft& draft, const Text& text) {
    static const PhraseSet work{"chính thức hoạt động", "bắt đầu hoạt động", "đi vào hoạt động"};
    static const PhraseSet effect{"có hiệu lực"};
    static const PhraseSet signed_on{"kể từ ngày ký",
                                     "từ ngày ký",
                                     "kể từ ngày được thông qua",
                                     "từ ngày được thông qua",
                                     "kể từ ngày ban hành"};
    for (const PhraseSet* set : {&work, &effect}) {
        const auto hit = set->find(text, text.all());
        if (auto day = hit ? day_behind(text, *hit, text.size()) : std::nullopt) {
            return day;
        }
    }
    const auto hit = effect.find(text, text.all());
    constexpr std::size_t near = 80;
    const bool at_once =
        hit && signed_on.in(text, {hit->span.end, std::min(hit->span.end + near, text.size())});
    const auto& date = draft.metadata.date;
    return at_once && date && date->size() == 10 ? date : std::nullopt;
}

std::vector<ProposedUnit> put_units(Draft& draft,
                                    const std::string& pointer,
                                    const std::vector<FoundUnit>& found,
                                    double confidence) {
    std::vector<ProposedUnit> out;
    for (const FoundUnit& unit : found) {
        put_place(draft, pointer + "/" + std::to_string(out.size()), unit.span, confidence);
        out.push_back(unit.unit);
    }
    return out;
}

void put_event(Draft& draft,
               const Text& text,
               const Clause& clause,
               const std::optional<std::string>& effective) {
    static const PhraseSet from_day{"kể từ ngày", "từ ngày"};
    const bool bodies = std::any_of(clause.from.begin(), clause.from.end(), [](const auto& found) {
        return found.unit.kind == kBodyKind;
    });
    const double confidence = bodies ? kBodies : clause.named ? kNamedSurely : kUnits;
    const std::string pointer = "/events/" + std::to_string(draft.events.size());
    ProposedEvent event;
    event.kind = code_of(clause);
    event.text = text.utf8(clause.span);
    put_place(draft, pointer, clause.span, confidence);
    event.from = put_units(draft, pointer + "/from", clause.from, confidence);
    event.into = put_units(draft, pointer + "/into", clause.into, confidence);
    const auto own = from_day.find(text, clause.span);
    event.effective_date = own ? day_behind(text, *own, clause.span.end) : std::nullopt;
    if (!event.effective_date) {
        event.effective_date = effective;
    }
    draft.events.push_back(std::move(event));
}

}  // namespace

void put_events(Draft& draft, const Text& text, const Outline& outline) {
    std::optional<std::string> effective;
    bool looked = false;
    for (const Item& item : outline.items) {
        if (item.kind == SectionKind::background) {
            continue;
        }
        for (const Span sentence : sentences_of(text, item.block.content())) {
            const auto clause = clause_of(text, sentence);
            if (!clause) {
                continue;
            }
            if (!looked) {
                effective = effective_from(draft, text);
                looked = true;
            }
            put_event(draft, text, *clause, effective);
        }
    }
}

}  // namespace hoiquan::reader
