#include "reader/rtf.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "base/text.h"
#include "reader/encodings.h"

namespace hoiquan::reader {

namespace {

constexpr std::size_t kMaxDepth = 2000;

struct Group {
    bool skipped = false;          ///< A destination that holds no text of the document.
    bool deleted = false;          ///< Struck out by a tracked change.
    std::size_t unicode_skip = 1;  ///< Characters that stand in for one \u.
};

struct Control {
    std::string_view word;
    std::optional<int> value;
};

/// Destinations whose text is none of the document's.
bool is_foreign(std::string_view word) {
    static constexpr std::string_view kForeign[] = {
        "fonttbl",   "colortbl",  "stylesheet", "info",         "pict",
        "object",    "themedata", "datastore",  "listtable",    "listoverridetable",
        "rsidtbl",   "generator", "xmlnstbl",   "latentstyles", "fldinst",
        "bkmkstart", "bkmkend",   "filetbl",    "revtbl",       "pgdsctbl"};
    return std::find(std::begin(kForeign), std::end(kForeign), word) != std::end(kForeign);
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// Reads along the bytes, with a stack of groups.
class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    std::u32string read() {
        groups_.push_back({});
        while (at_ < bytes_.size() && groups_.size() < kMaxDepth) {
            step();
        }
        return std::move(out_);
    }

    bool is_windows_1258() const { return code_page_ == 1258; }

private:
    Group& group() { return groups_.back(); }

    void step() {
        const char c = bytes_[at_++];
        switch (c) {
            case '{':
                groups_.push_back(group());
                break;
            case '}':
                if (groups_.size() > 1) {
                    groups_.pop_back();
                }
                break;
            case '\\':
                control();
                break;
            case '\r':
            case '\n':
                break;
            default:
                put(static_cast<unsigned char>(c));
        }
    }

    void put(char32_t c) {
        if (pending_ > 0) {
            --pending_;
            return;
        }
        if (!group().skipped && !group().deleted) {
            out_ += c;
        }
    }

    void control() {
        if (at_ >= bytes_.size()) {
            return;
        }
        const char c = bytes_[at_];
        if (c == '\'') {
            hex_byte();
        } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            apply(read_control());
        } else {
            ++at_;
            symbol(c);
        }
    }

    void hex_byte() {
        const bool whole = at_ + 2 < bytes_.size();
        const int high = whole ? hex_value(bytes_[at_ + 1]) : -1;
        const int low = whole ? hex_value(bytes_[at_ + 2]) : -1;
        at_ = std::min(at_ + 3, bytes_.size());
        if (high >= 0 && low >= 0) {
            put(static_cast<char32_t>(high * 16 + low));
        }
    }

    void symbol(char c) {
        switch (c) {
            case '*':
                group().skipped = true;
                break;
            case '~':
                put(U' ');
                break;
            case '_':
                put(U'-');
                break;
            case '\\':
            case '{':
            case '}':
                put(static_cast<char32_t>(c));
                break;
            case '\n':
            case '\r':
                put(U'\n');
                break;
            default:
                break;
        }
    }

    Control read_control() {
        const std::size_t start = at_;
        while (at_ < bytes_.size() && ((bytes_[at_] >= 'a' && bytes_[at_] <= 'z') ||
                                       (bytes_[at_] >= 'A' && bytes_[at_] <= 'Z'))) {
            ++at_;
        }
        Control control{bytes_.substr(start, at_ - start), std::nullopt};
        const std::size_t digits = at_;
        at_ += at_ < bytes_.size() && bytes_[at_] == '-' ? 1 : 0;
        while (at_ < bytes_.size() && bytes_[at_] >= '0' && bytes_[at_] <= '9') {
            ++at_;
        }
        int value = 0;
        const char* end = bytes_.data() + at_;
        if (std::from_chars(bytes_.data() + digits, end, value).ec == std::errc() && at_ > digits) {
            control.value = value;
        }
        at_ += at_ < bytes_.size() && bytes_[at_] == ' ' ? 1 : 0;
        return control;
    }

    void apply(const Control& control) {
        const std::string_view word = control.word;
        if (word == "bin") {
            at_ += std::min<std::size_t>(
                static_cast<std::size_t>(std::max(control.value.value_or(0), 0)),
                bytes_.size() - at_);
        } else if (word == "u") {
            unicode(control.value.value_or(0));
        } else if (word == "uc") {
            group().unicode_skip =
                static_cast<std::size_t>(std::clamp(control.value.value_or(1), 0, 8));
        } else if (word == "ansicpg") {
            code_page_ = control.value.value_or(0);
        } else if (word == "deleted") {
            group().deleted = control.value.value_or(1) != 0;
        } else if (is_foreign(word)) {
            group().skipped = true;
        } else {
            text_of(word);
        }
    }

    void text_of(std::string_view word) {
        if (word == "par" || word == "line" || word == "row" || word == "sect" || word == "page") {
            put(U'\n');
        } else if (word == "tab" || word == "cell") {
            put(U'\t');
        } else if (word == "emdash" || word == "endash") {
            put(U'–');
        } else if (word == "lquote" || word == "rquote") {
            put(U'’');
        } else if (word == "ldblquote") {
            put(U'“');
        } else if (word == "rdblquote") {
            put(U'”');
        } else if (word == "bullet") {
            put(U'•');
        }
    }

    void unicode(int value) {
        pending_ = 0;
        const int code = value < 0 ? value + 65536 : value;
        const bool half = code >= 0xD800 && code <= 0xDFFF;
        put(half || code <= 0 || code > 0xFFFF ? U'\uFFFD' : static_cast<char32_t>(code));
        pending_ = group().unicode_skip;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::vector<Group> groups_;
    std::u32string out_;
    std::size_t pending_ = 0;  ///< Stand-ins still to be left out.
    int code_page_ = 0;
};

}  // namespace

std::string text_of_rtf(std::string_view bytes) {
    Reader reader(bytes);
    std::u32string text = reader.read();
    // Fonts of older encodings show only in the letters; `read_text` finds those out.
    if (reader.is_windows_1258() && !find_legacy(text)) {
        text = from_legacy(text, Legacy::windows_1258);
    }
    return to_utf8(text);
}

}  // namespace hoiquan::reader
