#include "reader/signature.h"

#include <algorithm>
#include <array>
#include <optional>

#include "reader/layout.h"
#include "reader/phrases.h"

namespace hoiquan::reader {

namespace {

const PhraseSet& offices() {
    static const PhraseSet set{"phó",
                               "chủ tịch",
                               "bí thư",
                               "trưởng",
                               "giám đốc",
                               "tổng giám đốc",
                               "chánh",
                               "bộ trưởng",
                               "thứ trưởng",
                               "thủ tướng",
                               "ủy viên",
                               "cục trưởng",
                               "vụ trưởng",
                               "chi cục trưởng",
                               "tổng cục trưởng",
                               "viện trưởng",
                               "hiệu trưởng",
                               "chủ nhiệm",
                               "tổng thanh tra",
                               "tổng kiểm toán",
                               "thống đốc",
                               "tổng bí thư",
                               "thường trực",
                               "đội trưởng",
                               "hạt trưởng",
                               "tổ trưởng",
                               "chỉ huy trưởng",
                               "chính ủy",
                               "tư lệnh",
                               "chủ nhiệm ủy ban",
                               "thủ trưởng",
                               "quyền",
                               "tổng biên tập",
                               "viện phó",
                               "hội trưởng",
                               "chủ trì",
                               "kiểm toán trưởng",
                               "chánh án"};
    return set;
}

/// How many words at the start of the line are written in capitals throughout.
std::size_t capital_words(const Text& text, Span line) {
    std::size_t count = 0;
    for (std::size_t w = text.word_from(line.start);
         w < text.words().size() && text.words()[w].end <= line.end;
         ++w) {
        const auto piece = text.piece(text.words()[w]);
        if (!std::all_of(piece.begin(), piece.end(), is_upper)) {
            break;
        }
        ++count;
    }
    return count;
}

/// "NGUYỄN VĂN AN": capitals throughout, told from an office by the family name.
bool is_name_in_capitals(const Text& text, Span line) {
    static const PhraseSet families{"nguyễn", "trần", "lê",   "phạm",  "hoàng", "huỳnh", "phan",
                                    "vũ",     "võ",   "đặng", "bùi",   "đỗ",    "hồ",    "ngô",
                                    "dương",  "lý",   "đinh", "đoàn",  "lâm",   "trịnh", "mai",
                                    "đào",    "cao",  "tạ",   "lương", "hà",    "tô",    "trương",
                                    "châu",   "thái", "kiều", "quách", "phùng"};
    const std::size_t first = text.word_from(line.start);
    std::size_t count = 0;
    while (first + count < text.words().size() && text.words()[first + count].end <= line.end) {
        ++count;
    }
    return is_capitals(text, line) && count >= 2 && count <= 5 && !offices().opens(text, line) &&
           families.opens(text, line) &&
           text.piece(line).find_first_of(U":;,()/0123456789") == std::u32string_view::npos;
}

std::optional<std::size_t> name_start(const Text& text, Span line) {
    const std::size_t count = capital_words(text, line);
    const std::size_t first = text.word_from(line.start);
    if (count < 2 || first + count >= text.words().size()) {
        return std::nullopt;
    }
    const Span rest{text.words()[first + count].start, line.end};
    return rest.start < line.end && looks_like_name(text, rest) ? std::optional(rest.start)
                                                                : std::nullopt;
}

struct SignatureReader {
    const Text& text;
    std::vector<Span> authority;
    std::vector<Span> position;
    Span name;

    void add_office(Span line) {
        const bool open = !authority.empty() && position.empty();
        const bool comma = open && text.raw()[authority.back().end - 1] == U',';
        if (open && (comma || !offices().opens(text, line))) {
            authority.push_back(line);
        } else {
            position.push_back(line);
        }
    }

    /// Returns false when the name was found.
    bool add(Span line) {
        static const PhraseSet signs{"đã ký", "ký tên", "chữ ký", "ký số", "signed"};
        if (is_separator(text, line) || signs.in(text, line)) {
            return true;
        }
        if (is_authority(text, line)) {
            authority.push_back(line);
            return true;
        }
        const bool signed_for = !authority.empty() || !position.empty();
        if (signed_for && is_name_in_capitals(text, line)) {
            name = line;
            return false;
        }
        if (is_capitals(text, line)) {
            add_office(line);
            return true;
        }
        if (const auto at = name_start(text, line)) {
            add_office(text.stripped({line.start, *at}, U""));
            name = {*at, line.end};
            return false;
        }
        if (offices().opens(text, line) && line.size() < 60 && name.empty()) {
            add_office(line);
            return true;
        }
        const bool office_known = !authority.empty() || !position.empty();
        if (office_known && looks_like_name(text, line)) {
            name = line;
            return false;
        }
        return true;
    }
};

}  // namespace

bool is_authority(const Text& text, Span line) {
    // The second letter is a capital too: "Q." begins names of ordinary words as well.
    constexpr std::array<std::u32string_view, 16> short_signs{U"T/M",
                                                              U"TM.",
                                                              U"TM ",
                                                              U"T.M",
                                                              U"KT.",
                                                              U"K/T",
                                                              U"K.T",
                                                              U"KT ",
                                                              U"TL.",
                                                              U"T/L",
                                                              U"T.L",
                                                              U"TL ",
                                                              U"TUQ.",
                                                              U"T/UQ",
                                                              U"TUQ ",
                                                              U"Q. "};
    const auto piece = text.piece(line);
    return std::any_of(short_signs.begin(), short_signs.end(), [&](std::u32string_view sign) {
        return piece.starts_with(sign);
    });
}

bool looks_like_name(const Text& text, Span line) {
    constexpr std::size_t longest = 45;
    if (line.size() > longest || is_capitals(text, line) ||
        text.piece(line).find_first_of(U":;,()/0123456789") != std::u32string_view::npos) {
        return false;
    }
    std::size_t count = 0;
    for (std::size_t w = text.word_from(line.start);
         w < text.words().size() && text.words()[w].end <= line.end;
         ++w) {
        static const PhraseSet ranks{"tướng", "tá", "úy", "sĩ", "sư"};
        const bool rank = count == 1 && ranks.at(text, w, line.end);
        if (!text.is_capital(w) && !rank) {
            return false;
        }
        ++count;
    }
    return count >= 2 && count <= 7;
}

bool opens_with_capitals(const Text& text, Span line) {
    return name_start(text, line).has_value();
}

Values read_signature(const Text& text, const std::vector<Span>& lines) {
    SignatureReader reader{text, {}, {}, {}};
    for (const Span line : lines) {
        if (!reader.add(line)) {
            break;
        }
    }
    Values values;
    if (!reader.authority.empty()) {
        values["signing_authority"] = as_written(text, reader.authority, 0.95);
    }
    if (!reader.position.empty()) {
        values["signatory_position"] =
            as_written(text, reader.position, reader.name.empty() ? 0.6 : 0.94);
    }
    if (!reader.name.empty()) {
        values["signatory_name"] = as_written(text, reader.name, 0.95);
    }
    return values;
}

}  // namespace hoiquan::reader
