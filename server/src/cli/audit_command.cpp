#include <iostream>

#include "app/installation.h"
#include "cli/commands.h"
#include "platform/audit/audit.h"

namespace hoiquan::cli {

int verify_audit(const config::Settings& settings,
                 const std::optional<std::filesystem::path>& anchor_file) {
    const auto installation = app::Installation::open_existing(settings);
    db::check_schema(installation->database());
    if (!std::filesystem::exists(installation->keys_dir() / "audit.key")) {
        std::cerr << "Không thấy khóa nhật ký " << (installation->keys_dir() / "audit.key").string()
                  << ". Hãy chép khóa của hệ thống này vào đó rồi chạy lại.\n";
        return 1;
    }
    const auto key = audit::load_or_make_key(installation->keys_dir());
    const auto result = audit::verify(installation->database(), key, anchor_file);
    for (const auto& finding : result.findings) {
        std::cout << finding.kind << "\tsố " << finding.seq << '\t' << finding.event_id << '\t'
                  << finding.what << '\n';
    }
    std::cout << "Đã kiểm tra " << result.events << " sự kiện, " << result.unsealed
              << " chưa niêm phong, " << result.findings.size() << " sai lệch.\n";
    return result.findings.empty() ? 0 : 1;
}

}  // namespace hoiquan::cli
