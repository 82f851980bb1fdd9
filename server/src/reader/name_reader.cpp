#include "reader/name_reader.h"

#include <algorithm>

#include "reader/bodies.h"
#include "reader/name_ends.h"
#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

constexpr std::size_t kLongestName = 70;  ///< Words.

/// Words that are a verb and a part of names: "cơ quan quản lý nhà nước".
const PhraseSet& verbal_nouns() {
    static const PhraseSet set{
        "quản lý",      "tham mưu",  "kiểm tra",     "thanh tra",  "giám sát",  "chủ quản",
        "thẩm định",    "chủ trì",   "phối hợp",     "soạn thảo",  "thực hiện", "tổ chức",
        "hướng dẫn",    "chỉ đạo",   "nghiên cứu",   "đào tạo",    "xây dựng",  "thông tin",
        "báo cáo",      "phục vụ",   "giúp việc",    "đầu tư",     "bảo vệ",    "thống kê",
        "truyền thông", "hỗ trợ",    "tuyên truyền", "cung cấp",   "khai thác", "kiểm soát",
        "lãnh đạo",     "tiếp nhận", "đề nghị",      "ban hành",   "đề xuất",   "hoạt động",
        "thi công",     "thiết kế",  "cung ứng",     "vận chuyển", "điều trị",  "kiểm định",
        "vận hành"};
    return set;
}

const PhraseSet& background() {
    static const PhraseSet set{"đã", "đang", "chưa", "là", "do", "bị", "còn", "không", "vẫn", "sẽ"};
    return set;
}

/// The reading of one name phrase.
struct NameReader {
    const Text& text;
    std::size_t start;
    std::size_t end;
    bool relative = false;        ///< Behind "được": only a strong predicate ends the name.
    std::size_t chain = 0;        ///< A verbal noun may follow another one here.
    std::size_t weak_end = 0;     ///< Behind "được": the first verb after the one it governs.
    std::size_t last_resort = 0;  ///< As weak_end, but the verb may as well be governed too.
    bool doubtful = false;        ///< A verb was taken for a part of the name.
    std::size_t governed = 0;     ///< Words before this one are governed by "được".

    std::size_t word_end(std::size_t w) const { return text.words()[w].end; }

    /// "… được giao", "các hội có phạm vi hoạt động trong tỉnh": a clause inside the name.
    void enter_relative(std::size_t w) {
        static const PhraseSet having{"có phạm vi",
                                      "có trụ sở",
                                      "có nhu cầu",
                                      "có rừng",
                                      "có biển",
                                      "có tên",
                                      "có dự án",
                                      "có chức năng",
                                      "có điều kiện",
                                      "có công trình"};
        relative = relative || text.word(w) == U"được" || having.at(text, w, end).has_value();
    }

    /// "Các hội được kiểm tra | chuẩn bị hồ sơ": the second verb is what they are to do.
    void note_weak_end(std::size_t w, const std::optional<Hit>& predicate) {
        if (!predicate || w < governed || weak_end != 0) {
            return;
        }
        const bool first = governed == 0 || text.word(w - 1) == U"được";
        if (first) {
            governed = w + predicate->words;
        } else if (w > governed || !verbal_nouns().at(text, w, end)) {
            weak_end = w;
        } else if (last_resort == 0) {
            last_resort = w;
        }
    }

    /// "Tỉnh đoàn", "Công đoàn": the word at `w` is half a name.
    bool youth_union(std::size_t w) const {
        static const PhraseSet unions{"tỉnh đoàn",
                                      "thành đoàn",
                                      "huyện đoàn",
                                      "công đoàn",
                                      "xã đoàn",
                                      "phường đoàn",
                                      "liên đoàn",
                                      "quân đoàn",
                                      "sư đoàn"};
        return w > 0 && unions.at(text, w - 1, end);
    }

    bool noun_place(std::size_t w) const {
        static const PhraseSet noun_before{"các",
                                           "ban",
                                           "ủy ban",
                                           "tổ",
                                           "phòng",
                                           "bộ phận",
                                           "công tác",
                                           "cán bộ",
                                           "hội đồng",
                                           "trung tâm",
                                           "đội",
                                           "lực lượng",
                                           "người",
                                           "viện",
                                           "trường",
                                           "cục",
                                           "được giao",
                                           "làm công tác"};
        // "Môi trường", "quân đội": the last syllable alone would be a noun of that kind.
        static const PhraseSet compounds{"môi trường",
                                         "thị trường",
                                         "hiện trường",
                                         "quân đội",
                                         "bộ đội",
                                         "dân tộc",
                                         "dự phòng",
                                         "quốc phòng",
                                         "biên phòng",
                                         "đoàn trường",
                                         "nhà trường",
                                         "thuộc trường"};
        static const PhraseSet office_before{
            "cơ quan", "đơn vị", "tổ chức", "ngành", "cơ sở", "doanh nghiệp"};
        static const PhraseSet office_nouns{
            "quản lý",      "tham mưu",  "kiểm tra",  "thanh tra", "chủ quản",
            "thẩm định",    "soạn thảo", "chủ trì",   "giúp việc", "giám sát",
            "đào tạo",      "phối hợp",  "thực hiện", "báo cáo",   "thống kê",
            "truyền thông", "thi công",  "thiết kế",  "cung ứng",  "cung cấp",
            "vận chuyển",   "điều trị",  "kiểm định", "vận hành",  "tiếp nhận"};
        if (!verbal_nouns().at(text, w, end)) {
            return false;
        }
        // "Đoàn giám sát", but "Tỉnh đoàn | phối hợp …".
        static const PhraseSet missions{"kiểm tra", "giám sát", "thanh tra", "kiểm toán"};
        static const PhraseSet mission{"đoàn"};
        if (missions.at(text, w, end) && mission.before(text, w, 0) && w > 0 &&
            !youth_union(w - 1)) {
            return true;
        }
        static const PhraseSet personnel{"tổ chức cán bộ"};
        const bool named = noun_before.before(text, w, 0) && !personnel.before(text, w, 0) &&
                           !compounds.before(text, w, 0);
        static const PhraseSet main_verbs{"chủ trì", "tham mưu", "tổ chức", "hướng dẫn"};
        if (named || (chain == w && !main_verbs.at(text, w, end))) {
            return true;
        }
        const bool with =
            text.word(w) == U"phối" && (text.word(w + 2) == U"với" || text.word(w + 2) == U"cùng");
        static const PhraseSet told{"báo cáo kết quả",
                                    "báo cáo tình hình",
                                    "báo cáo về",
                                    "báo cáo cho",
                                    "báo cáo bằng",
                                    "báo cáo tiến độ"};
        static const PhraseSet to_body{"tham mưu", "báo cáo"};
        // "Các đơn vị | tham mưu UBND …": somebody is advised, or told.
        if (told.at(text, w, end) || (to_body.at(text, w, end) && body_begins(text, w + 2, end))) {
            return false;
        }
        // "Các ban tổ chức | tham mưu cấp ủy …".
        static const PhraseSet named_so{"ban tổ chức"};
        return !with && office_before.before(text, w, 0) && !named_so.before(text, w, 0) &&
               office_nouns.at(text, w, end) && later_predicate(w);
    }

    /// "Đồng chí Ủy viên phụ trách địa bàn | theo dõi …": the charge of a person, if a verb
    /// follows.
    bool charge_of_person(std::size_t w) const {
        static const PhraseSet people{"đồng chí",
                                      "ủy viên",
                                      "phó chủ tịch",
                                      "phó giám đốc",
                                      "lãnh đạo",
                                      "các phó",
                                      "cấp ủy viên",
                                      "phó trưởng"};
        constexpr std::size_t longest = 14;
        if (text.word(w) != U"phụ" || !people.in(text, {start, text.words()[w].start})) {
            return false;
        }
        for (std::size_t k = w + 2;
             k < w + longest && k < text.words().size() && word_end(k) <= end;
             ++k) {
            if (!only_blanks(text.gap_after(k - 1))) {
                return false;
            }
            if (!text.is_capital(k) && predicate_at(text, k, end)) {
                return true;
            }
        }
        return false;
    }

    /// "Ban Chỉ đạo xây dựng nông thôn mới | tham mưu …": what the board is there for.
    bool purpose(std::size_t w) const {
        static const PhraseSet boards{"ban chỉ đạo",
                                      "ban chỉ huy",
                                      "ban vận động",
                                      "tổ công tác",
                                      "hội đồng",
                                      "tiểu ban",
                                      "tổ giúp việc",
                                      "đoàn công tác"};
        static const PhraseSet purposes{"chuyển đổi số",
                                        "xây dựng nông thôn mới",
                                        "xây dựng quy chế dân chủ",
                                        "thực hiện quy chế dân chủ",
                                        "tháo gỡ khó khăn",
                                        "phát triển",
                                        "giảm nghèo",
                                        "tuyển dụng viên chức",
                                        "tuyển dụng công chức",
                                        "thi đua",
                                        "bảo vệ bí mật",
                                        "giải phóng mặt bằng",
                                        "xét tuyển",
                                        "sắp xếp tổ chức",
                                        "cải cách hành chính"};
        return boards.before(text, w, start) && purposes.at(text, w, end);
    }

    /// "Ban Quản lý dự án đầu tư xây dựng tỉnh".
    bool investment(std::size_t w) const {
        static const PhraseSet project{"dự án", "đầu tư", "qlda", "bqlda"};
        static const PhraseSet built{"đầu tư", "xây dựng"};
        return built.at(text, w, end) && project.before(text, w, start) && later_predicate(w);
    }

    static bool only_blanks(std::u32string_view gap) {
        return std::all_of(gap.begin(), gap.end(), is_blank);
    }

    /// A predicate follows soon, so this one belongs to the name.
    bool later_predicate(std::size_t w) const {
        bool weak = false;
        for (std::size_t k = w + 2; k < w + 14 && k < text.words().size() && word_end(k) <= end;
             ++k) {
            if (text.gap_after(k - 1).find_first_of(U".;:") != std::u32string_view::npos) {
                return false;
            }
            if (strong_predicate_at(text, k, end)) {
                return true;
            }
            weak = weak || (!text.is_capital(k) && predicate_at(text, k, end));
        }
        // A whole sentence has a verb; a heading may have none.
        if (!weak && text.piece({start, end}).ends_with(U".")) {
            return false;
        }
        return text.word(w) != U"phối" && text.word(w) != U"chủ" && text.word(w) != U"thực";
    }

    bool ends_at(std::size_t w) {
        if (text.is_capital(w)) {
            return false;
        }
        if (strong_predicate_at(text, w, end)) {
            return true;
        }
        const auto predicate = predicate_at(text, w, end);
        // "các sở giáo dục và đào tạo": no predicate begins behind the "và" of a name.
        if (predicate && text.word(w - 1) == U"và") {
            return false;
        }
        if (relative) {
            note_weak_end(w, predicate);
            return false;
        }
        if (!predicate) {
            return closed_before(text, w, {start, end});
        }
        const bool noun = noun_place(w) || charge_of_person(w) || investment(w) || purpose(w) ||
                          (object_in_name(text, w, start) && later_predicate(w));
        chain = noun ? w + predicate->words : 0;
        doubtful = doubtful || noun;
        return !noun;
    }
};

enum class Gap { inside, heading_end, stop };

/// What the punctuation between two words means for a name.
Gap read_gap(const Text& text, std::size_t before, std::size_t w, std::size_t end) {
    const auto gap = text.gap_after(before);
    if (gap.find_first_of(U".!?…") != std::u32string_view::npos &&
        gap.find(U' ') != std::u32string_view::npos &&
        gap.find(U'(') == std::u32string_view::npos) {
        return Gap::stop;
    }
    if (gap.find(U':') != std::u32string_view::npos) {
        const bool list = text.is_capital(w) && !predicate_at(text, w, end);
        return list ? Gap::inside : Gap::heading_end;
    }
    if (gap.find(U';') != std::u32string_view::npos) {
        return body_begins(text, w, end) ? Gap::inside : Gap::stop;
    }
    return Gap::inside;
}

/// Circumstances put between commas behind the name end it too.
bool adverbial_behind_comma(const Text& text, std::size_t w, std::size_t end) {
    static const PhraseSet set{"trên cơ sở",
                               "căn cứ",
                               "theo",
                               "trong",
                               "đặc biệt là",
                               "nhất là",
                               "ngoài",
                               "để",
                               "khi",
                               "nếu",
                               "tùy",
                               "bằng",
                               "nhằm",
                               "với",
                               "có",
                               "đặc biệt",
                               "qua đó",
                               "trước mắt"};
    return text.gap_after(w - 1).find(U',') != std::u32string_view::npos && !text.is_capital(w) &&
           set.at(text, w, end).has_value();
}

/// True for a circumstance that ends a name: "theo chức năng", "trong quá trình".
bool circumstance(const Text& text, std::size_t w, std::size_t end) {
    static const PhraseSet set{"theo chức năng",
                               "theo nhiệm vụ",
                               "theo thẩm quyền",
                               "trong phạm vi",
                               "trong quá trình",
                               "theo quy định",
                               "theo phân công",
                               "có trách nhiệm",
                               "nêu trên",
                               "để",
                               "nhằm",
                               "theo phạm vi",
                               "theo phân cấp",
                               "theo lĩnh vực"};
    return !text.is_capital(w) && set.at(text, w, end).has_value();
}

std::optional<Actor> finish(const Text& text, Span whole, std::size_t rest, double confidence) {
    whole = text.stripped(whole, U",;: -");
    if (whole.empty()) {
        return std::nullopt;
    }
    Actor actor;
    actor.whole = whole;
    actor.rest = rest;
    actor.names = split_names(text, whole, false);
    actor.confidence = confidence;
    return actor;
}

/// Walks along the words of a name.
struct NameWalk {
    const Text& text;
    std::size_t first;
    std::size_t end;
    NameReader reader;
    std::optional<Actor> found;

    enum class Step { inside, over, no_name };

    Span so_far(std::size_t w) const {
        return {text.words()[first].start, text.words()[w - 1].end};
    }

    /// The last word inside of brackets that open before `w`, else nothing.
    std::optional<std::size_t> in_brackets(std::size_t w) const {
        const auto bracket = text.gap_after(w - 1).find(U'(');
        if (bracket == std::u32string_view::npos) {
            return std::nullopt;
        }
        const std::size_t open = text.words()[w - 1].end + bracket;
        const std::size_t close = closing_bracket(text, open, end);
        const std::size_t next = text.word_from(close);
        return close > open && next > w ? std::optional(next - 1) : std::nullopt;
    }

    Step finish_before(std::size_t w, double confidence) {
        found = finish(text, so_far(w), text.words()[w].start, confidence);
        return Step::over;
    }

    /// How sure it is that the name ends before `w`: less where the verb may be a noun of it
    /// ("Đoàn | giám sát", "dự án | đầu tư"), or where one such verb stands inside.
    double certainty(std::size_t w) const {
        if (reader.relative) {
            return 0.75;
        }
        const bool strong = strong_predicate_at(text, w, end);
        const bool either = !strong && verbal_nouns().at(text, w, end) && w < first + 3;
        return either || (reader.doubtful && !strong) ? 0.84 : 0.93;
    }

    /// "… đã, đang, không …"; but "không tổ chức liên hoan" forbids.
    bool tells_what_is(std::size_t w) const {
        return !text.is_capital(w) && background().at(text, w, end) &&
               !(text.word(w) == U"không" && predicate_at(text, w, end));
    }

    Step step(std::size_t w) {
        const Gap gap = read_gap(text, w - 1, w, end);
        if (gap == Gap::stop) {
            if (reader.relative) {
                found = governed_name();
            }
            return Step::over;
        }
        if (gap == Gap::heading_end) {
            return finish_before(w, reader.doubtful ? 0.84 : 0.93);
        }
        if (is_given_part(text, w, end)) {
            return finish_before(w, 0.85);
        }
        if (tells_what_is(w) && !reader.relative) {
            return Step::no_name;
        }
        if (reader.ends_at(w) || circumstance(text, w, end) ||
            (adverbial_behind_comma(text, w, end) && !reader.relative)) {
            return finish_before(w, certainty(w));
        }
        reader.enter_relative(w);
        return Step::inside;
    }

    /// A name with a clause in it and no strong predicate: it ends at a weaker one.
    std::optional<Actor> governed_name() const {
        const std::size_t stop = reader.weak_end != 0 ? reader.weak_end : reader.last_resort;
        return stop == 0 ? std::nullopt
                         : finish(text, so_far(stop), text.words()[stop].start, 0.65);
    }

    std::size_t first_offset() const { return text.words()[first].start; }

    std::optional<Actor> heading() const {
        const std::size_t last = text.word_from(end);
        // A whole sentence without a verb that we know is hardly a name.
        constexpr std::size_t many_words = 16;
        const bool sentence = text.piece({first_offset(), end}).ends_with(U".");
        const bool plain = !reader.doubtful && !sentence && last < first + many_words;
        auto actor = finish(text, {first_offset(), end}, end, plain ? 0.93 : 0.7);
        if (actor && last > first) {
            actor->whole = text.stripped({text.words()[first].start, end}, U",;:. ");
            actor->names = split_names(text, actor->whole, false);
            actor->heading = true;
        }
        return actor;
    }
};

}  // namespace

std::optional<Actor> read_name(const Text& text, std::size_t first, std::size_t end) {
    const auto& words = text.words();
    if (!body_begins(text, first, end)) {
        return std::nullopt;
    }
    NameWalk walk{text, first, end, {text, words[first].start, end}, {}};
    for (std::size_t w = first + 1; w < words.size() && words[w].end <= end; ++w) {
        if (w > first + kLongestName) {
            return std::nullopt;
        }
        if (const auto bracket = walk.in_brackets(w)) {
            w = *bracket;
            continue;
        }
        const auto step = walk.step(w);
        if (step != NameWalk::Step::inside) {
            return step == NameWalk::Step::over ? walk.found : std::nullopt;
        }
    }
    return walk.reader.relative ? walk.governed_name() : walk.heading();
}

Span names_before_predicate(const Text& text, Span value) {
    const std::size_t first = text.word_from(value.start);
    const auto& words = text.words();
    NameReader reader{text, value.start, value.end};
    for (std::size_t w = first + 1; w < words.size() && words[w].end <= value.end; ++w) {
        if (reader.ends_at(w) && !reader.relative) {
            return text.stripped({value.start, words[w - 1].end}, U",;. ");
        }
    }
    return text.stripped(value, U",;. ");
}

}  // namespace hoiquan::reader
