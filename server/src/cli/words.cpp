#include "cli/words.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "base/error.h"

namespace hoiquan::cli {

namespace {

using Sentence = std::pair<std::string_view, std::string_view>;

// The keys that the commands can meet; requests over HTTP are translated by the client.
constexpr std::array<Sentence, 20> kSentences{{
    {"accounts.not_found", "Không có tài khoản này."},
    {"auth.bad_full_name", "Họ và tên dài từ 1 đến 200 ký tự."},
    {"auth.bad_login",
     "Tên đăng nhập dài từ 3 đến 64 ký tự, chỉ gồm chữ thường không dấu, chữ số, dấu chấm, gạch "
     "dưới và gạch nối."},
    {"auth.busy", "Máy chủ thiếu bộ nhớ để tính mật khẩu. Thử lại sau ít phút."},
    {"auth.login_taken", "Tên đăng nhập này đã có người dùng."},
    {"db.busy", "Cơ sở dữ liệu đang bận. Thử lại sau ít giây."},
    {"db.schema_changed",
     "Lược đồ cơ sở dữ liệu đã bị sửa ngoài chương trình. Không chạy tiếp để tránh hỏng dữ liệu."},
    {"db.schema_too_new", "Dữ liệu thuộc bản Hội Quán mới hơn. Cài bản mới rồi chạy lại."},
    {"db.schema_too_old",
     "Lược đồ cơ sở dữ liệu còn cũ. Sao lưu, chạy hoiquan migrate rồi làm lại."},
    {"db.text_refused", "Có ký tự mà cơ sở dữ liệu không nhận."},
    {"db.unreachable", "Không mở được cơ sở dữ liệu. Kiểm tra --data hoặc --database."},
    {"documents.secret_mark",
     "Văn bản có dấu chỉ độ mật, không được đưa vào hệ thống. Hãy xử lý theo chế độ tài liệu "
     "mật."},
    {"field.faults", "Thông tin chưa đúng:"},
    {"organisations.not_found", "Không tìm thấy cơ quan này."},
    {"reader.broken_bytes",
     "Một số ký tự không đúng mã UTF-8. Lưu lại tệp bằng UTF-8 rồi đọc lại."},
    {"reader.docx_broken", "Tệp DOCX bị hỏng. Mở bằng Word, lưu lại rồi đọc lại."},
    {"reader.docx_too_large", "Tệp DOCX quá lớn khi giải nén nên không được đọc."},
    {"reader.format_unknown",
     "Định dạng này chưa đọc được. Lưu văn bản thành DOCX hoặc TXT rồi đọc lại."},
    {"reader.no_text", "Tệp không có chữ nào."},
    {"reader.too_long", "Văn bản quá dài nên không được đọc."},
}};

std::string explain_own(const Error& error) {
    const auto known = sentence_of(error.key());
    std::string out(known.empty() ? std::string_view(error.key()) : known);
    if (!error.detail().empty()) {
        out += " (" + error.detail() + ")";
    }
    for (const auto& fault : error.faults()) {
        const auto sentence = sentence_of(fault.key);
        out += "\n  " + (fault.field.empty() ? "" : fault.field.substr(1) + ": ") +
               std::string(sentence.empty() ? std::string_view(fault.key) : sentence);
    }
    return out;
}

}  // namespace

std::string_view sentence_of(std::string_view key) {
    const auto* const found =
        std::find_if(kSentences.begin(), kSentences.end(), [&](const Sentence& sentence) {
            return sentence.first == key;
        });
    return found == kSentences.end() ? std::string_view() : found->second;
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
