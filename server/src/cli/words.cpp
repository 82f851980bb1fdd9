#include "cli/words.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "app/embedded.h"
#include "base/error.h"

namespace hoiquan::cli {

namespace {

using Sentence = std::pair<std::string_view, std::string_view>;

// Where somebody at the console can do more than somebody at the page.
constexpr std::array<Sentence, 5> kAtConsole{{
    {"auth.busy", "Máy chủ thiếu bộ nhớ để tính mật khẩu. Thử lại sau ít phút."},
    {"db.schema_too_old",
     "Lược đồ cơ sở dữ liệu còn cũ. Sao lưu, chạy hoiquan migrate rồi làm lại."},
    {"db.unreachable", "Không mở được cơ sở dữ liệu. Kiểm tra --data hoặc --database."},
    {"field.faults", "Thông tin chưa đúng:"},
    {"organisations.import_faults", "Tệp có chỗ sai, chưa nhập gì:"},
}};

const boost::json::object& words_of_pages() {
    static const boost::json::object words = boost::json::parse(app::vietnamese()).as_object();
    return words;
}

std::string raw_sentence(std::string_view key) {
    const auto* const own = std::find_if(kAtConsole.begin(),
                                         kAtConsole.end(),
                                         [&](const Sentence& known) { return known.first == key; });
    if (own != kAtConsole.end()) {
        return std::string(own->second);
    }
    const auto* const found = words_of_pages().if_contains(key);
    return std::string(found == nullptr ? key : std::string_view(found->as_string()));
}

std::string explain_own(const Error& error) {
    auto out = sentence_of(error.key());
    if (!error.detail().empty()) {
        out += " (" + error.detail() + ")";
    }
    for (const auto& fault : error.faults()) {
        out += "\n  " + (fault.field.empty() ? "" : fault.field.substr(1) + ": ") +
               sentence_of(fault.key, fault.args);
    }
    return out;
}

}  // namespace

std::string sentence_of(std::string_view key, const SentenceArgs& args) {
    auto out = raw_sentence(key);
    for (const auto& [name, value] : args) {
        const auto place = "{" + name + "}";
        if (const auto at = out.find(place); at != std::string::npos) {
            out.replace(at, place.size(), value);
        }
    }
    return out;
}

std::string explain(const std::exception& error) {
    if (const auto* ours = dynamic_cast<const Error*>(&error)) {
        return explain_own(*ours);
    }
    if (const auto* file = dynamic_cast<const std::filesystem::filesystem_error*>(&error)) {
        return "Không dùng được tệp hoặc thư mục " + file->path1().string() + ": " +
               file->code().message() + ".";
    }
    return error.what();
}

}  // namespace hoiquan::cli
