#include <array>

#include "reader/deadlines.h"
#include "reader/numbers.h"
#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

const PhraseSet& periods() {
    static const PhraseSet set{"hằng năm",
                               "hàng năm",
                               "mỗi năm",
                               "hằng tháng",
                               "hàng tháng",
                               "mỗi tháng",
                               "hằng quý",
                               "hàng quý",
                               "mỗi quý",
                               "6 tháng một lần",
                               "sáu tháng một lần",
                               "06 tháng một lần",
                               "6 tháng và hằng năm",
                               "hàng tuần",
                               "hằng tuần",
                               "định kỳ",
                               "6 tháng hằng năm",
                               "sáu tháng",
                               "6 tháng hàng năm",
                               "của tháng trước đó",
                               "06 tháng",
                               "6 tháng"};
    return set;
}

constexpr std::array<const char*, 22> kValues{
    "yearly",      "yearly",    "yearly",      "monthly",     "monthly",     "monthly",
    "quarterly",   "quarterly", "quarterly",   "half-yearly", "half-yearly", "half-yearly",
    "half-yearly", "regular",   "regular",     "regular",     "half-yearly", "half-yearly",
    "half-yearly", "monthly",   "half-yearly", "half-yearly"};

/// "ngân sách hằng năm", "kế hoạch hằng năm": the period belongs to a thing, not to the duty.
bool of_a_thing(const Text& text, std::size_t word, std::size_t start) {
    static const PhraseSet things{
        "ngân sách", "ngân sách nhà nước", "nhà nước", "dự toán",           "kế hoạch", "nguồn",
        "kinh phí",  "thường xuyên",       "và",       "chương trình",      "chi",      "nhiệm vụ",
        "năm",       "chỉ tiêu",           "phí",      "báo cáo tài chính", "công tác", "tư pháp",
        "định kỳ",   "sinh hoạt",          "bồi dưỡng"};
    return things.before(text, word, start).has_value();
}

/// "Định kỳ" says when only in front of a verb or a period.
bool adverb_of_time(const Text& text, std::size_t word, std::size_t end) {
    static const PhraseSet acts{
        "báo cáo", "tổ chức",   "kiểm tra", "rà soát",  "đánh giá",  "sơ kết",    "tổng hợp",
        "gửi",     "tiến hành", "họp",      "giao ban", "thông báo", "hằng",      "hàng",
        "6",       "06",        "cập nhật", "sáu",      "tổng kết",  "thực hiện", "công bố",
        "mỗi",     "có",        "giám sát", "làm việc", "nghe",      "thống kê"};
    return acts.at(text, word, end).has_value();
}

bool stands_alone(const Text& text, const Hit& hit, Span span) {
    if (hit.word == text.word_from(span.start)) {
        return true;
    }
    const auto gap = text.gap_after(hit.word - 1);
    return text.is_capital(hit.word) || gap.find_first_of(U".;:(") != std::u32string_view::npos;
}

/// "trước ngày 15/12 hằng năm", "ngày 20 hằng tháng": the date in front of the period.
std::optional<Span> returning_date(const Text& text, std::size_t word, std::size_t start) {
    static const PhraseSet opens{"trước ngày",
                                 "chậm nhất ngày",
                                 "chậm nhất là ngày",
                                 "vào ngày",
                                 "ngày",
                                 "đúng ngày",
                                 "trước",
                                 "đúng"};
    constexpr std::size_t kFarthest = 6;
    for (std::size_t back = kFarthest; back >= 2; --back) {
        if (back > word || text.words()[word - back].start < start) {
            continue;
        }
        const std::size_t w = word - back;
        if (!opens.at(text, w, text.words()[word].start)) {
            continue;
        }
        for (std::size_t k = w; k < word; ++k) {
            if (is_digit(text.word(k)[0])) {
                return Span{text.words()[w].start, text.words()[word].start};
            }
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Recurrence> recurrence_in(const Text& text, Span span) {
    static const PhraseSet reports{
        "báo cáo", "kết quả thực hiện", "định kỳ", "sơ kết", "tổng kết", "kết quả"};
    constexpr std::size_t kSameDuty = 24;  ///< Words.
    const auto& words = text.words();
    std::optional<Recurrence> regularly;
    std::size_t regular_word = 0;
    for (std::size_t w = text.word_from(span.start); w < words.size() && words[w].end <= span.end;
         ++w) {
        const auto hit = periods().at(text, w, span.end);
        if (!hit || text.word(w)[0] == U'0' || (text.word(w)[0] == U'6' && hit->words < 3)) {
            continue;
        }
        const bool regular = text.word(w) == U"định";
        if (regular) {
            // "Định kỳ hằng năm": the period behind it says more.
            if (periods().at(text, w + 2, span.end)) {
                continue;
            }
            if (!regularly && adverb_of_time(text, w + hit->words, span.end)) {
                regularly = Recurrence{"regular", hit->span, std::nullopt};
                regular_word = w;
            }
            continue;
        }
        const auto date = returning_date(text, w, span.start);
        const bool after_regular = w >= 2 && text.word(w - 2) == U"định";
        const bool reported = reports.in(
            text,
            {w > 14 ? std::max(span.start, words[w - 14].start) : span.start, hit->span.start});
        const bool said = regularly && w < regular_word + kSameDuty;
        const bool thing = of_a_thing(text, w, span.start) && !after_regular && !said;
        if (date || (!thing && (stands_alone(text, *hit, span) || after_regular || reported))) {
            Recurrence found{kValues.at(hit->id), hit->span, std::nullopt};
            if (date) {
                found.phrase = Span{date->start, hit->span.end};
            }
            return found;
        }
        w += hit->words - 1;
    }
    return regularly;
}

std::optional<Recurrence> recurrence_of_label(const Text& text, Span value) {
    static const PhraseSet always{"thường xuyên", "định kỳ", "liên tục"};
    const auto& words = text.words();
    for (std::size_t w = text.word_from(value.start); w < words.size() && words[w].end <= value.end;
         ++w) {
        const auto hit = periods().at(text, w, value.end);
        if (hit && text.word(w) != U"định") {
            return Recurrence{kValues.at(hit->id), hit->span, std::nullopt};
        }
    }
    if (const auto hit = always.find(text, value)) {
        return Recurrence{"regular", hit->span, std::nullopt};
    }
    return std::nullopt;
}

}  // namespace hoiquan::reader
