#include "reader/encodings.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/text.h"
#include "reader/text_view.h"

namespace hoiquan::reader {

namespace {

/// TCVN3 from 0xA0 on; '?' where it has no letter.
constexpr std::u32string_view kTcvn3 =
    U"?ĂÂÊÔƠƯĐăâêôơưđ??????àảãáạ?ằẳẵắ?"
    U"??????ặầẩẫấậè?ẻẽéẹềểễếệìỉ???ĩíịò"
    U"?ỏõóọồổỗốộờởỡớợù?ủũúụừửữứựỳỷỹýỵ?";
constexpr char32_t kTcvn3From = 0xA0;

struct Pair {
    char32_t byte;
    char32_t letter;
};

/// Where Windows-1258 differs from Latin-1; the tones combine with the letter before.
constexpr std::array<Pair, 22> kWindows1258{
    {{0xC3, U'Ă'},   {0xE3, U'ă'},   {0xD0, U'Đ'},   {0xF0, U'đ'},   {0xD5, U'Ơ'},   {0xF5, U'ơ'},
     {0xDD, U'Ư'},   {0xFD, U'ư'},   {0xCC, 0x0300}, {0xD2, 0x0309}, {0xDE, 0x0303}, {0xEC, 0x0301},
     {0xF2, 0x0323}, {0xFE, 0x20AB}, {0x85, 0x2026}, {0x91, 0x2018}, {0x92, 0x2019}, {0x93, 0x201C},
     {0x94, 0x201D}, {0x96, 0x2013}, {0x97, 0x2014}, {0x80, 0x20AC}}};

/// VNI: letters that stand alone.
constexpr std::array<Pair, 18> kVniAlone{{{U'ô', U'ơ'},
                                          {U'ö', U'ư'},
                                          {U'ñ', U'đ'},
                                          {U'ì', U'ì'},
                                          {U'í', U'í'},
                                          {U'æ', U'ỉ'},
                                          {U'ó', U'ĩ'},
                                          {U'ò', U'ị'},
                                          {U'î', U'ỵ'},
                                          {U'Ô', U'Ơ'},
                                          {U'Ö', U'Ư'},
                                          {U'Ñ', U'Đ'},
                                          {U'Ì', U'Ì'},
                                          {U'Í', U'Í'},
                                          {U'Æ', U'Ỉ'},
                                          {U'Ó', U'Ĩ'},
                                          {U'Ò', U'Ị'},
                                          {U'Î', U'Ỵ'}}};

struct Sign {
    char32_t byte;
    std::u32string_view marks;  ///< To be combined with the letter before.
};

/// VNI: signs behind a letter, in small letters.
constexpr std::array<Sign, 17> kVniSigns{{{U'ø', U"\u0300"},
                                          {U'ù', U"\u0301"},
                                          {U'û', U"\u0309"},
                                          {U'õ', U"\u0303"},
                                          {U'ï', U"\u0323"},
                                          {U'â', U"\u0302"},
                                          {U'à', U"\u0302\u0300"},
                                          {U'á', U"\u0302\u0301"},
                                          {U'å', U"\u0302\u0309"},
                                          {U'ã', U"\u0302\u0303"},
                                          {U'ä', U"\u0302\u0323"},
                                          {U'ê', U"\u0306"},
                                          {U'è', U"\u0306\u0300"},
                                          {U'é', U"\u0306\u0301"},
                                          {U'ú', U"\u0306\u0309"},
                                          {U'ü', U"\u0306\u0303"},
                                          {U'ë', U"\u0306\u0323"}}};

constexpr std::size_t kSample = 20'000;  ///< Code points that are looked at.

template <std::size_t n>
char32_t mapped(const std::array<Pair, n>& table, char32_t c) {
    const auto found =
        std::find_if(table.begin(), table.end(), [c](const Pair& pair) { return pair.byte == c; });
    return found == table.end() ? c : found->letter;
}

bool is_plain_small(char32_t c) {
    return c >= U'a' && c <= U'z';
}

bool is_plain_capital(char32_t c) {
    return c >= U'A' && c <= U'Z';
}

/// Puts a piece into capitals if its plain letters are, and there are at least `least` of them.
/// Returns whether it did.
bool raise(std::u32string& text, std::size_t start, std::size_t end, std::ptrdiff_t least) {
    const auto piece = std::u32string_view(text).substr(start, end - start);
    if (std::any_of(piece.begin(), piece.end(), is_plain_small) ||
        std::count_if(piece.begin(), piece.end(), is_plain_capital) < least) {
        return false;
    }
    const std::u32string raised = to_code_points(to_upper(to_utf8(piece)));
    if (raised.size() == piece.size()) {
        std::copy(raised.begin(), raised.end(), text.begin() + static_cast<std::ptrdiff_t>(start));
    }
    return true;
}

/// TCVN3 writes capitals with tones as small letters in another font: where the plain letters of a
/// line or a word are all capitals the others are too.
void raise_capitals(std::u32string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(U'\n', at), text.size());
        const bool whole = raise(text, at, end, 1);
        for (std::size_t word = at; !whole && word < end;) {
            const std::size_t next = std::min(text.find(U' ', word), end);
            raise(text, word, next, 2);
            word = next + 1;
        }
        at = end + 1;
    }
}

std::u32string from_tcvn3(std::u32string_view text) {
    std::u32string out(text);
    for (char32_t& c : out) {
        const bool letter = c >= kTcvn3From && c < 0x100 && kTcvn3[c - kTcvn3From] != U'?';
        c = letter ? kTcvn3[c - kTcvn3From] : c;
    }
    raise_capitals(out);
    return out;
}

std::u32string from_vni(std::u32string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (const char32_t c : text) {
        const char32_t small = lower_of(c);
        const auto sign = std::find_if(
            kVniSigns.begin(), kVniSigns.end(), [&](const Sign& one) { return one.byte == small; });
        const bool behind_letter = !out.empty() && is_letter(out.back());
        if (sign != kVniSigns.end() && behind_letter && c >= 0x80 && c < 0x100) {
            out += sign->marks;
        } else {
            out += mapped(kVniAlone, c);
        }
    }
    return out;
}

std::u32string from_windows_1258(std::u32string_view text) {
    std::u32string out(text);
    for (char32_t& c : out) {
        c = mapped(kWindows1258, c);
    }
    return out;
}

const std::unordered_set<std::u32string>& frequent_syllables() {
    // clang-format off
    static const std::unordered_set<std::u32string> set{
        U"và", U"của", U"các", U"công", U"nhân", U"dân", U"ủy", U"uỷ", U"đảng", U"hội", U"thực",
        U"hiện", U"định", U"việc", U"tổ", U"chức", U"trong", U"có", U"được", U"theo", U"về",
        U"cấp", U"tỉnh", U"xã", U"phường", U"thành", U"phố", U"nhiệm", U"vụ", U"quyết", U"nghị",
        U"số", U"ngày", U"tháng", U"năm", U"báo", U"cáo", U"cán", U"bộ", U"địa", U"phương",
        U"hoạt", U"động", U"quản", U"lý", U"để", U"với", U"những", U"đến", U"cơ", U"quan", U"đơn",
        U"vị", U"triển", U"khai", U"kế", U"hoạch", U"kết", U"quả", U"chỉ", U"đạo", U"phối", U"hợp",
        U"đồng", U"chủ", U"tịch", U"nước", U"việt", U"nơi", U"nhận", U"lưu", U"văn", U"phòng"};
    // clang-format on
    return set;
}

bool has_high_bytes(std::u32string_view text) {
    return std::any_of(text.begin(), text.end(), [](char32_t c) { return c >= 0x80 && c < 0x100; });
}

}  // namespace

std::u32string from_legacy(std::u32string_view text, Legacy encoding) {
    std::u32string out = encoding == Legacy::tcvn3 ? from_tcvn3(text)
                         : encoding == Legacy::vni ? from_vni(text)
                                                   : from_windows_1258(text);
    return to_code_points(to_nfc(to_utf8(out)));
}

double vietnamese_share(std::u32string_view text) {
    const Text words{std::u32string(text.substr(0, kSample))};
    std::size_t known = 0;
    std::size_t letters = 0;
    for (std::size_t w = 0; w < words.words().size(); ++w) {
        const auto word = words.word(w);
        if (word.empty() || is_digit(word.front())) {
            continue;
        }
        ++letters;
        // Only syllables that need Vietnamese letters tell anything.
        const bool marked =
            std::any_of(word.begin(), word.end(), [](char32_t c) { return c >= 0x80; });
        known += marked && frequent_syllables().contains(std::u32string(word)) ? 1 : 0;
    }
    constexpr std::size_t least = 3;  // Two words may be chance.
    return known < least ? 0.0 : static_cast<double>(known) / static_cast<double>(letters);
}

std::optional<Legacy> find_legacy(std::u32string_view text) {
    constexpr double clearly = 0.04;
    const auto sample = text.substr(0, kSample);
    if (!has_high_bytes(sample)) {
        return std::nullopt;
    }
    double best = vietnamese_share(sample) + clearly;
    std::optional<Legacy> found;
    for (const Legacy encoding : {Legacy::windows_1258, Legacy::tcvn3, Legacy::vni}) {
        const double share = vietnamese_share(from_legacy(sample, encoding));
        if (share > best) {
            best = share;
            found = encoding;
        }
    }
    return found;
}

}  // namespace hoiquan::reader
