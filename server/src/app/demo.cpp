#include "app/demo.h"

#include <iostream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "accounts/accounts.h"
#include "app/demo_associations.h"
#include "app/demo_city.h"
#include "app/demo_clock.h"
#include "app/demo_text.h"
#include "app/installation.h"
#include "documents/documents.h"
#include "platform/audit/audit.h"
#include "tasks/tasks.h"

namespace hoiquan::app {

namespace {

constexpr const char* kPassword = "Hoi-Quan-2026";
constexpr int kIssuedDaysAgo = 60;

/// Plays the life of the invented Conclusion, day by day, through the same functions that the
/// routes call.
class Story {
public:
    Story(Installation& installation, DemoClock& clock, DemoCity city)
        : installation_(installation),
          clock_(clock),
          city_(std::move(city)),
          today_(clock.today()) {}

    void tell() {
        receive();
        review();
        assign();
        work();
        leave_one_in_review();
    }

private:
    db::Database& database() { return installation_.database(); }
    const auth::Actor& actor(const std::string& login) const { return city_.actors.at(login); }
    OrganisationId body(const std::string& key) const { return city_.bodies.at(key); }

    void receive() {
        clock_.move_to(today_.plus_days(-kIssuedDaysAgo + 1));
        document_ = documents::register_file(
            database(),
            actor("vanthu"),
            {"ket-luan-68-kl-tu.txt", demo_conclusion(today_.plus_days(-kIssuedDaysAgo), today_)},
            documents::Direction::outgoing);
    }

    documents::ReviewTask& point(documents::ReviewContent& content, const std::string& section) {
        for (auto& task : content.tasks) {
            if (task.section == section) {
                return task;
            }
        }
        throw std::runtime_error("The reader no longer finds point " + section +
                                 " of the demonstration text.");
    }

    void lead(documents::ReviewContent& content,
              const std::string& section,
              const std::vector<std::string>& keys) {
        auto& task = point(content, section);
        task.leads.clear();
        for (const auto& key : keys) {
            task.leads.push_back(body(key));
        }
    }

    void review() {
        clock_.move_to(today_.plus_days(-kIssuedDaysAgo + 2));
        database().write([&](db::WriteTx& tx) {
            auto saved = documents::get_saved_review(tx, actor("vanthu"), document_);
            auto& content = saved.content;
            for (auto& task : content.tasks) {
                task.monitor = body("dan_van");
            }
            lead(content, "II.1", {"ubnd"});
            point(content, "II.1").cooperating = {body("mttq")};
            lead(content, "II.2", {"noi_vu"});
            lead(content, "II.3", {"mttq"});
            lead(content, "II.4", {"nguoi_cao_tuoi", "khuyen_hoc"});
            lead(content, "II.5", {"chu_thap_do"});
            lead(content, "II.6", {"tai_chinh"});
            lead(content,
                 "II.7",
                 {"chu_thap_do", "nguoi_cao_tuoi", "khuyen_hoc", "da_cam", "dong_y", "luat_gia"});
            lead(content, "II.9", {"dang_uy_tan_lap", "dang_uy_hoa_thuan"});
            lead(content, "III.1", {"dan_van", "van_phong"});
            lead(content, "III.2", {"kiem_tra"});
            auto& regular = point(content, "III.1");
            regular.deadline_kind = documents::DeadlineKind::standing;
            auto& waits = point(content, "II.9");
            waits.deadline_kind = documents::DeadlineKind::awaiting_decision;
            waits.no_due_reason = "Chờ hướng dẫn sắp xếp của Ban Thường vụ Tỉnh ủy";
            documents::save_review(tx, actor("vanthu"), document_, saved.version, content);
        });
    }

    void assign() {
        database().write([&](db::WriteTx& tx) {
            const auto saved = documents::get_saved_review(tx, actor("vanthu"), document_);
            tasks::assign(tx, actor("vanthu"), document_, saved.version);
        });
    }

    /// The one task of the body under that point.
    tasks::Task task_of(const db::ReadTx& tx, const std::string& section, const std::string& key) {
        tasks::ListQuery query;
        query.document = document_;
        query.lead = body(key);
        constexpr int all = 100;
        query.limit = all;
        for (const auto& task : tasks::list(tx, actor("vanthu"), query).items) {
            if (task.section == section) {
                return task;
            }
        }
        throw std::runtime_error("No task of " + key + " under point " + section + ".");
    }

    void note(const std::string& section,
              const std::string& key,
              const std::string& text,
              int percent) {
        database().write([&](db::WriteTx& tx) {
            tasks::add_note(tx, worker(key), task_of(tx, section, key).id, text, percent);
        });
    }

    void prove(const std::string& section,
               const std::string& key,
               const std::string& number,
               int days_ago) {
        database().write([&](db::WriteTx& tx) {
            tasks::file_evidence(tx,
                                 worker(key),
                                 task_of(tx, section, key).id,
                                 {number,
                                  today_.plus_days(-days_ago),
                                  "Ban Dân vận Thành ủy",
                                  "Đã hoàn thành theo yêu cầu",
                                  std::nullopt});
        });
    }

    void judge(const std::string& section,
               const std::string& key,
               tasks::Decision decision,
               const std::string& reason = "") {
        database().write([&](db::WriteTx& tx) {
            const auto detail = tasks::get(tx, actor("danvan"), task_of(tx, section, key).id);
            tasks::decide_evidence(tx,
                                   actor("danvan"),
                                   detail.evidence.front().id,
                                   decision,
                                   reason.empty() ? std::nullopt : std::optional(reason));
        });
    }

    void close(const std::string& section, const std::string& key) {
        database().write([&](db::WriteTx& tx) {
            const auto task = task_of(tx, section, key);
            tasks::close(tx, actor("danvan"), task.id, task.version, std::nullopt);
        });
    }

    /// The officer of the body; where the demonstration has no account for it, the city's clerk
    /// files on its behalf.
    auth::Actor worker(const std::string& key) const {
        for (const auto& account : demo_accounts()) {
            if (account.organisation == key && account.role == auth::Role::officer) {
                return actor(account.login);
            }
        }
        return actor("vanthu");
    }

    void work() {
        on_day(40);
        note("II.1", "ubnd", "Đã khảo sát trụ sở của 14 hội, đang tổng hợp nhu cầu.", 50);
        prove("II.1", "ubnd", "112/BC-UBND", 41);
        on_day(34);
        judge("II.1", "ubnd", tasks::Decision::accepted);
        close("II.1", "ubnd");
        on_day(15);
        prove("II.2", "noi_vu", "35/HD-PNV", 15);
        on_day(14);
        judge("II.2", "noi_vu", tasks::Decision::accepted);
        close("II.2", "noi_vu");
        on_day(8);
        prove("II.3", "mttq", "08-CTr/MTTQ", 9);
        on_day(6);
        judge("II.3",
              "mttq",
              tasks::Decision::refused,
              "Chương trình chưa có chữ ký của các hội phối hợp. Bổ sung bản ký kết rồi nộp lại.");
        on_day(3);
        note("II.5",
             "chu_thap_do",
             "Đã tổng hợp hoạt động nhân đạo của 3 phường, còn phường Đông Sơn.",
             70);
        prove("II.6", "tai_chinh", "21/BC-TCKH", 3);
        on_day(2);
        prove("II.7", "khuyen_hoc", "05/BC-HKH", 3);
        on_day(1);
        judge("II.7", "khuyen_hoc", tasks::Decision::accepted);
        close("II.7", "khuyen_hoc");
    }

    void on_day(int days_ago) { clock_.move_to(today_.plus_days(-days_ago)); }

    void leave_one_in_review() {
        on_day(0);
        documents::register_file(database(),
                                 actor("vanthu"),
                                 {"thong-bao-41-tb-vptu.txt", demo_notice(today_)},
                                 documents::Direction::outgoing);
    }

    Installation& installation_;
    DemoClock& clock_;
    DemoCity city_;
    Date today_;
    DocumentId document_;
};

void demand_empty(db::Database& database, const config::Settings& settings) {
    const bool is_used =
        database.read([](const db::ReadTx& tx) { return auth::count_users(tx) > 0; });
    if (is_used) {
        throw std::runtime_error(
            "Thư mục " + settings.data_dir.string() +
            " đã có dữ liệu. Dữ liệu trình diễn chỉ tạo được trong thư mục trống.");
    }
}

void print_sign_ins() {
    std::cout << "Tài khoản trình diễn (mật khẩu chung: " << kPassword << "):\n";
    for (const auto& account : demo_accounts()) {
        std::cout << "  " << account.login << std::string(12 - account.login.size(), ' ')
                  << account.full_name << ", " << account.what << '\n';
    }
}

}  // namespace

int make_demonstration(const config::Settings& settings) {
    auto owned_clock = std::make_unique<DemoClock>(asked_now());
    auto& clock = *owned_clock;
    const auto installation = Installation::open_with(settings, std::move(owned_clock));
    auto& database = installation->database();
    db::migrate(database);
    demand_empty(database, settings);
    const auto hash = auth::hash_password(kPassword, settings.argon2_memory_bytes);
    const Date today = clock.today();
    clock.move_to(today.plus_days(-kIssuedDaysAgo - 30));
    auto city = database.write([&](db::WriteTx& tx) {
        accounts::mark_demonstration(tx);
        return make_demo_city(tx, hash);
    });
    clock.move_to(today);
    make_demo_associations(database, city);
    Story(*installation, clock, std::move(city)).tell();
    const auto key = audit::load_or_make_key(installation->keys_dir());
    while (audit::seal(database, key) > 0) {
    }
    print_sign_ins();
    return 0;
}

}  // namespace hoiquan::app
