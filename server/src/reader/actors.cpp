#include "reader/actors.h"

#include <algorithm>

#include "reader/bodies.h"
#include "reader/name_reader.h"
#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

const PhraseSet& orders() {
    static const PhraseSet set{"giao",
                               "giao cho",
                               "yêu cầu",
                               "đề nghị",
                               "phân công",
                               "chỉ đạo",
                               "ủy quyền",
                               "ủy quyền cho"};
    return set;
}

/// What may stand before the actor: circumstance, reason, time.
const PhraseSet& adverbials() {
    static const PhraseSet set{
        "căn cứ",           "trên cơ sở", "đối với",     "để",         "theo",
        "trong quá trình",  "hằng năm",   "hàng năm",    "hằng tháng", "hàng tháng",
        "hằng quý",         "hàng quý",   "định kỳ",     "trường hợp", "trước mắt",
        "ngoài ra",         "đồng thời",  "bên cạnh đó", "khi",        "nhằm",
        "sau khi",          "trước khi",  "trong đó",    "trong năm",  "trong tháng",
        "trong thời gian",  "từ",         "với",         "thực hiện",  "trước ngày",
        "trong trường hợp", "bên cạnh",   "song song",   "riêng",      "nhận được",
        "sau khi nhận"};
    return set;
}

/// "giao X …" anywhere behind a comma, or at the start.
std::optional<Actor> read_order(const Text& text, std::size_t w, std::size_t end) {
    const auto order = orders().at(text, w, end);
    if (!order || text.word(w) == U"chỉ") {
        return std::nullopt;
    }
    // "Phân công cán bộ theo dõi …": whoever reads this assigns, and acts.
    static const PhraseSet staff{
        "cán bộ", "công chức", "viên chức", "nhân viên", "người phụ trách"};
    static const PhraseSet own_people{"đảng viên",
                                      "hội viên",
                                      "đoàn viên",
                                      "giáo viên",
                                      "thành viên",
                                      "ủy viên",
                                      "cấp ủy viên",
                                      "lãnh đạo",
                                      "từng đồng chí"};
    const bool charges = text.word(w) == U"phân" && own_people.at(text, w + order->words, end);
    if (charges || staff.at(text, w + order->words, end)) {
        return std::nullopt;
    }
    auto actor = read_name(text, w + order->words, end);
    if (actor) {
        actor->ordered = true;
        actor->confidence = std::max(actor->confidence, 0.86);
    }
    return actor;
}

/// "X yêu cầu Y …": Y acts.
std::optional<Actor> passed_on(const Text& text, const Actor& actor, std::size_t end) {
    const std::size_t w = text.word_from(actor.rest);
    if (actor.heading || w >= text.words().size() || text.words()[w].end > end) {
        return std::nullopt;
    }
    return read_order(text, w, end);
}

/// The actor at a word behind a comma.
std::optional<Actor> behind_comma(const Text& text, std::size_t w, std::size_t end) {
    if (auto ordered = read_order(text, w, end)) {
        return ordered;
    }
    static const PhraseSet verbs{"chủ trì"};
    auto actor = verbs.at(text, w, end) ? std::nullopt : read_name(text, w, end);
    if (actor && actor->heading) {
        return std::nullopt;
    }
    if (actor) {
        actor->confidence = 0.7;
    }
    return actor;
}

/// A verb that is no participle of what stands before it.
bool strong_or_plain_verb(const Text& text, std::size_t w, std::size_t end) {
    static const PhraseSet plain{"hướng dẫn",
                                 "rà soát",
                                 "kiểm tra",
                                 "xử lý",
                                 "thực hiện",
                                 "tổ chức",
                                 "tiếp tục",
                                 "khẩn trương",
                                 "chủ động",
                                 "chỉ đạo",
                                 "phối hợp",
                                 "tập trung",
                                 "kịp thời",
                                 "thống nhất",
                                 "ưu tiên"};
    return plain.at(text, w, end).has_value();
}

/// Behind an introductory circumstance: the first name behind a comma (or right behind a time).
std::optional<Actor> behind_adverbial(const Text& text, std::size_t first, std::size_t end) {
    constexpr std::size_t farthest = 90;
    const auto intro = adverbials().at(text, first, end);
    if (!intro) {
        return std::nullopt;
    }
    const std::size_t direct = first + intro->words;
    static const PhraseSet times{"hằng năm",
                                 "hàng năm",
                                 "định kỳ",
                                 "hằng tháng",
                                 "hàng tháng",
                                 "hằng quý",
                                 "hàng quý",
                                 "đồng thời",
                                 "ngoài ra",
                                 "riêng"};
    if (times.at(text, first, end) && body_begins(text, direct, end)) {
        return read_name(text, direct, end);
    }
    static const PhraseSet about{"đối với"};
    const bool concerning = about.at(text, first, end).has_value();
    const auto& words = text.words();
    for (std::size_t w = direct; w < words.size() && words[w].end <= end && w < first + farthest;
         ++w) {
        const auto gap = text.gap_after(w - 1);
        if (gap.find_first_of(U".:;") != std::u32string_view::npos &&
            gap.find(U' ') != std::u32string_view::npos) {
            return std::nullopt;
        }
        if (gap.find_first_of(U",;") == std::u32string_view::npos) {
            continue;
        }
        if (auto actor = behind_comma(text, w, end)) {
            return actor;
        }
        // "Đối với hồ sơ bị mất, hướng dẫn …": the reader itself acts.
        if (concerning && strong_or_plain_verb(text, w, end)) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Actor> actor_of(const Text& text, Span sentence) {
    const std::size_t first = text.word_from(sentence.start);
    if (first >= text.words().size() || text.words()[first].end > sentence.end) {
        return std::nullopt;
    }
    if (auto ordered = read_order(text, first, sentence.end)) {
        return ordered;
    }
    // "Kiến nghị Giám đốc Sở X tổ chức kiểm điểm …", at the head of a sentence only.
    static const PhraseSet proposes{"kiến nghị", "kiến nghị với"};
    if (const auto hit = proposes.at(text, first, sentence.end)) {
        auto actor = read_name(text, first + hit->words, sentence.end);
        if (actor && !actor->heading) {
            actor->ordered = true;
            return actor;
        }
    }
    // "Riêng Bệnh viện …": the word singles out, it is no part of the name.
    const bool single = text.word(first) == U"riêng" && body_begins(text, first + 1, sentence.end);
    if (auto actor = read_name(text, single ? first + 1 : first, sentence.end)) {
        auto next = passed_on(text, *actor, sentence.end);
        return next ? next : actor;
    }
    auto actor = behind_adverbial(text, first, sentence.end);
    if (actor && !actor->ordered) {
        if (auto next = passed_on(text, *actor, sentence.end)) {
            return next;
        }
    }
    return actor;
}

std::optional<Actor> order_inside(const Text& text, Span sentence) {
    const auto& words = text.words();
    for (std::size_t w = text.word_from(sentence.start) + 1;
         w < words.size() && words[w].end <= sentence.end;
         ++w) {
        if (text.gap_after(w - 1).find_first_of(U",;.") == std::u32string_view::npos) {
            continue;
        }
        auto actor = read_order(text, w, sentence.end);
        if (actor && !actor->heading) {
            actor->behind_decision = true;
            return actor;
        }
    }
    return std::nullopt;
}

}  // namespace hoiquan::reader
