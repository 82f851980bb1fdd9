#include "reader/bodies.h"

#include <algorithm>
#include <array>

#include "reader/body_words.h"
#include "reader/document_types.h"

namespace hoiquan::reader {

namespace {

/// "Tổ chức" is a noun in these, else a verb.
const PhraseSet& organisation_nouns() {
    static const PhraseSet set{
        "tổ chức đảng",      "tổ chức chính trị",  "tổ chức hội",          "tổ chức đoàn",
        "tổ chức công đoàn", "tổ chức liên quan",  "tổ chức có liên quan", "tổ chức xã hội",
        "tổ chức khác",      "tổ chức thành viên", "tổ chức cơ sở",        "tổ chức tín dụng",
        "tổ chức kinh tế",   "tổ chức quần chúng", "tổ chức mặt trận",     "báo cáo viên",
        "tổ chức ct",        "tổ chức cơ sở đảng", "bảo vệ thực vật",      "tổ chức phi chính phủ",
        "tổ chức tôn giáo"};
    return set;
}

/// "Lãnh đạo, chỉ đạo …", "Tổ chức, triển khai …": words of a body's name that are verbs here.
bool enumerated_verbs(const Text& text, std::size_t word, std::size_t end) {
    static const PhraseSet both{"lãnh đạo", "tổ chức"};
    const auto hit = both.at(text, word, end);
    return hit && text.gap_after(word + 1).starts_with(U",") &&
           predicates().at(text, word + 2, end) && !body_heads().at(text, word + 2, end);
}

}  // namespace

bool body_begins(const Text& text, std::size_t word, std::size_t end) {
    std::size_t at = word;
    if (const auto determiner = body_determiners().at(text, at, end)) {
        if (!body_heads().at(text, at, end) || text.word(at) == U"các") {
            at += determiner->words;
        }
    }
    if (at >= text.words().size() || text.words()[at].end > end) {
        return false;
    }
    // "Phòng, chống tội phạm", "phòng, ngừa".
    static const PhraseSet guarded{"chống", "ngừa", "tránh", "trừ"};
    const bool guards = text.word(at) == U"phòng" && guarded.at(text, at + 1, end);
    if (guards || no_body_heads().at(text, at, end) || enumerated_verbs(text, at, end)) {
        return false;
    }
    const bool bare_verb = at == word && text.word(at) == U"tổ" && text.word(at + 1) == U"chức" &&
                           !organisation_nouns().at(text, at, end);
    if (bare_verb) {
        return false;
    }
    return body_heads().at(text, at, end).has_value();
}

namespace {

/// "Thi đua, | khen thưởng", "chủ | đầu tư", "hệ thống | thông tin": no verb, but half a noun.
bool ends_compound(const Text& text, std::size_t word, std::size_t end) {
    struct Compound {
        PhraseSet first;
        PhraseSet second;
    };
    static const std::array<Compound, 5> all{
        Compound{{"thi đua"}, {"khen thưởng"}},
        Compound{{"chủ", "nhà"}, {"đầu tư"}},
        Compound{{"phát thanh"}, {"truyền hình"}},
        Compound{{"công nghệ", "hệ thống", "an toàn", "cổng", "phương tiện"}, {"thông tin"}},
        Compound{{"hậu", "thường", "tổng", "đào"}, {"cần", "trực ban", "phụ trách", "tạo lập"}}};
    if (word == 0) {
        return false;
    }
    const std::size_t at_comma = text.words()[word - 1].end;
    return std::any_of(all.begin(), all.end(), [&](const Compound& one) {
        // A comma or a dash may stand between the halves.
        const auto half = word > 1 ? one.first.at(text, word - 2, at_comma) : std::nullopt;
        const bool joined = (half && half->words == 2) || one.first.at(text, word - 1, at_comma);
        return joined && one.second.at(text, word, end);
    });
}

}  // namespace

std::optional<Hit> predicate_at(const Text& text, std::size_t word, std::size_t end) {
    const PhraseSet& nouns = organisation_nouns();
    // "Dự" is to attend; these are things.
    static const PhraseSet things{"dự án",
                                  "dự toán",
                                  "dự thảo",
                                  "dự kiến",
                                  "dự phòng",
                                  "giao thông",
                                  "giao dịch",
                                  "cử tri",
                                  "xét nghiệm",
                                  "ký túc",
                                  "hợp tác xã",
                                  "trình độ",
                                  "lập pháp",
                                  "lập trường"};
    if (things.at(text, word, end) || ends_compound(text, word, end)) {
        return std::nullopt;
    }
    const auto hit = predicates().at(text, word, end);
    if (!hit || word == 0 || nouns.at(text, word, end)) {
        return word == 0 ? hit : std::nullopt;
    }
    // "Ban chỉ đạo", "Ủy ban kiểm tra": a body's name in small letters.
    static const PhraseSet of_office{"chỉ đạo",
                                     "quản lý",
                                     "tổ chức",
                                     "kiểm tra",
                                     "thanh tra",
                                     "giám sát",
                                     "vận động",
                                     "xây dựng",
                                     "soạn thảo",
                                     "chấp hành"};
    static const PhraseSet office{"ban", "ủy ban", "hội đồng", "tổ", "tiểu ban"};
    if (of_office.at(text, word, end) && office.before(text, word, 0)) {
        return std::nullopt;
    }
    static const PhraseSet organisations{"tổ chức"};
    static const PhraseSet others{"cá nhân", "doanh nghiệp", "đơn vị", "đoàn thể", "cơ quan"};
    const bool listed = hit->words == 2 && organisations.at(text, word, end) &&
                        text.gap_after(word + 1).starts_with(U",") &&
                        others.at(text, word + 2, end);
    if (listed) {
        return std::nullopt;
    }
    // "Ngoại giao", "công trình": the second half of a word; "cấp trên cơ sở" is one too.
    static const PhraseSet compounds{
        "ngoại giao", "chuyển giao", "bàn giao",  "đăng ký",   "thư ký",       "chữ ký",
        "nhật ký",    "công trình",  "quy trình", "lộ trình",  "chương trình", "tiến trình",
        "giáo trình", "tờ trình",    "bầu cử",    "ứng cử",    "vận chuyển",   "luân chuyển",
        "di chuyển",  "tham dự",     "cuộc họp",  "kỳ họp",    "phiên họp",    "cởi mở",
        "sơ xét",     "thành xóa",   "kiểm xét",  "chính xét", "thành lập",    "độc lập",
        "công lập",   "thiết lập",   "tạo lập",   "xác lập",   "dân lập",      "tự lập",
        "sáng lập",   "đối lập",     "cô lập",    "tiếp nhận", "xác nhận",     "công nhận",
        "ghi nhận",   "chứng nhận"};
    const bool half = hit->words == 1 && compounds.at(text, word - 1, end);
    const bool above = text.word(word) == U"trên" && text.word(word - 1) == U"cấp";
    return half || above ? std::nullopt : hit;
}

bool strong_predicate_at(const Text& text, std::size_t word, std::size_t end) {
    return strong_predicates().at(text, word, end).has_value() && !ends_compound(text, word, end);
}

namespace {

/// An issuer's name is over before this word.
bool issuer_ends(const Text& text, std::size_t w, std::size_t end) {
    static const PhraseSet stops{
        "về",      "khóa",     "thực hiện", "phê duyệt", "ban hành",   "quy định",  "sửa đổi",
        "trình",   "do",       "để",        "trong",     "năm",        "hướng dẫn", "theo",
        "đã",      "kèm theo", "tại",       "số",        "triển khai", "tiếp tục",  "nhằm",
        "yêu cầu", "kết luận", "thông qua", "công bố",   "có",         "được",      "bị",
        "đối với", "vừa",      "mới",       "ký",        "chỉ đạo",    "giao"};
    static const PhraseSet together{"ban bí thư", "thủ tướng"};
    const auto gap = text.gap_after(w - 1);
    const bool comma = gap.find(U',') != std::u32string_view::npos;
    if (gap.find_first_of(U".;:()[]“”\"\'") != std::u32string_view::npos ||
        (comma && !text.is_capital(w))) {
        return true;
    }
    // "… của Chủ tịch UBND tỉnh, UBND xã yêu cầu": another body speaks behind the comma.
    if (comma && body_begins(text, w, end) && !together.at(text, w, end)) {
        return true;
    }
    const bool joined = text.word(w) == U"và";
    const bool other_document =
        (joined || comma) && type_names().at(text, comma ? w : w + 1, end).has_value();
    return other_document || (joined && !text.is_capital(w + 1)) ||
           (!text.is_capital(w) && stops.at(text, w, end));
}

}  // namespace

Span issuer_name(const Text& text, std::size_t word, std::size_t end) {
    constexpr std::size_t longest = 24;
    const auto& words = text.words();
    if (word >= words.size() || words[word].end > end || !text.is_capital(word)) {
        return {};
    }
    Span name = words[word];
    for (std::size_t w = word + 1; w < words.size() && words[w].end <= end && w < word + longest;
         ++w) {
        if (issuer_ends(text, w, end)) {
            break;
        }
        name.end = words[w].end;
    }
    return name;
}

}  // namespace hoiquan::reader
