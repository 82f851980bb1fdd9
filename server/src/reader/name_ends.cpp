#include "reader/name_ends.h"

#include <algorithm>

#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

/// "Sở Nông nghiệp và Môi trường | quan trắc": the field of a ministry or department is made of
/// words of two syllables, the first with a capital; behind one of them its name is whole.
bool field_is_whole(const Text& text, std::size_t word, std::size_t start) {
    static const PhraseSet offices{"sở", "bộ"};
    static const PhraseSet staff{"chỉ huy", "tư lệnh", "tổng tham mưu", "chính trị"};
    constexpr std::size_t longest = 12;
    static const PhraseSet small{"các", "và", "của", "thuộc", "tại", "trong", "từ", "cấp"};
    if (word > 0 && small.before(text, word, start)) {
        return false;
    }
    const auto blank = [&](std::size_t before) {
        const auto gap = text.gap_after(before);
        return std::all_of(gap.begin(), gap.end(), is_blank);
    };
    if (word < 3 || !text.is_capital(word - 2) || text.is_capital(word - 1) || !blank(word - 2)) {
        return false;
    }
    for (std::size_t k = word - 2; k + longest > word && k > 0; --k) {
        const std::size_t office = k - 1;
        if (text.words()[office].start < start) {
            return false;
        }
        if (offices.at(text, office, text.words()[office].end)) {
            return text.is_capital(office) && text.is_capital(k) &&
                   !staff.at(text, k, text.words()[word].end);
        }
    }
    return false;
}

}  // namespace

bool closed_before(const Text& text, std::size_t word, Span within) {
    const std::size_t end = within.end;
    static const PhraseSet closers{"tỉnh",
                                   "xã",
                                   "phường",
                                   "đặc khu",
                                   "trung ương",
                                   "liên quan",
                                   "cùng cấp",
                                   "trực thuộc",
                                   "địa phương",
                                   "thành phố",
                                   "trên địa bàn",
                                   "khu phố",
                                   "chức năng",
                                   "tỉnh ủy",
                                   "thành ủy",
                                   "huyện ủy",
                                   "đảng ủy"};
    // "tỉnh ủy", "xã hội", "xã biên giới", "phường trung tâm", "địa phương cấp xã".
    static const PhraseSet goes_on{
        "ủy",         "đoàn",    "đội",     "hội",        "biên",        "miền",       "vùng",
        "đảo",        "nghèo",   "mới",     "khác",       "có",          "liên quan",  "trực thuộc",
        "thuộc",      "trong",   "ngoài",   "trên",       "tại",         "ở",          "và",
        "các",        "cũ",      "được",    "này",        "nêu",         "nói",        "còn",
        "cấp",        "trung",   "quản",    "nơi",        "với",         "hoặc",       "đã",
        "theo",       "thông",   "của",     "lân cận",    "giáp",        "ven",        "lớn",
        "mình",       "đặc",     "do",      "là",         "đang",        "đồng",       "không",
        "gồm",        "từ",      "chưa",    "sẽ",         "về",          "làm",        "sáp",
        "tham",       "phụ",     "nhiệm",   "nghiên",     "chịu",        "thành viên", "nơi có",
        "chuyên môn", "đặc thù", "xã",      "phường",     "cơ quan",     "khối",       "quân sự",
        "bộ",         "công an", "vận tải", "trọng điểm", "nghề nghiệp", "bị",         "nông thôn",
        "thực phẩm"};
    if (word == 0 || word >= text.words().size() || text.is_capital(word) ||
        is_digit(text.word(word)[0])) {
        return false;
    }
    const auto gap = text.gap_after(word - 1);
    static const PhraseSet cooperative{"hợp tác xã"};
    const bool counted =
        word > 1 && text.word(word - 2) == U"số" && is_digit(text.word(word - 1)[0]);
    return std::all_of(gap.begin(), gap.end(), is_blank) &&
           (counted || field_is_whole(text, word, within.start) ||
            (closers.before(text, word, 0).has_value() && !cooperative.before(text, word, 0))) &&
           !goes_on.at(text, word, end);
}

bool is_given_part(const Text& text, std::size_t word, std::size_t end) {
    static const PhraseSet part{"là cơ quan",
                                "là đơn vị",
                                "là đầu mối",
                                "là bộ phận",
                                "là thường trực",
                                "là nòng cốt",
                                "là tổ trưởng",
                                "là trưởng ban"};
    return part.at(text, word, end).has_value();
}

bool object_in_name(const Text& text, std::size_t word, std::size_t start) {
    static const PhraseSet verbs{
        "quản lý", "kiểm soát", "phát triển", "hỗ trợ", "phục vụ", "xúc tiến", "bảo vệ", "đào tạo"};
    static const PhraseSet objects{
        "đầu tư",    "xây dựng",   "khai thác",    "vận hành",  "bảo trì",    "xúc tiến",
        "đào tạo",   "bảo tồn",    "sử dụng",      "bảo vệ",    "kiểm định",  "thi công",
        "điều hành", "nghiên cứu", "truyền thông", "thông tin", "thanh toán", "tư vấn",
        "ứng dụng",  "hỗ trợ",     "phục vụ",      "cung ứng",  "giám sát",   "kiểm soát",
        "bồi dưỡng", "phát triển", "chuyển đổi"};
    if (!objects.at(text, word, text.raw().size())) {
        return false;
    }
    const auto before = verbs.before(text, word, start);
    return before && text.is_capital(before->word) && before->word > text.word_from(start);
}

}  // namespace hoiquan::reader
