#include "app/demo_associations.h"

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <boost/json/object.hpp>

#include "associations/associations.h"

namespace hoiquan::app {

namespace {

namespace as = associations;
namespace json = boost::json;

constexpr std::int64_t kMillion = 1'000'000;
constexpr int kMonthsInYear = 12;
constexpr int kTermYears = 5;
constexpr int kKnownYears = 4;

/// One association: what it is, and how far it keeps its duties.
struct Story {
    const char* key;
    const char* class_code;
    const char* field;
    const char* served;
    const char* purpose;
    const char* activities;
    const char* office;
    const char* equipment;
    int term_ends_in;  ///< Months from today; negative: overdue.
    int seats;
    int holders;          ///< Of the board, the chair among them.
    int reports_missing;  ///< The last so many years.
    std::int64_t fees;    ///< Millions of đồng a year; so below.
    std::int64_t gifts;
    std::int64_t state;
    const char* task;  ///< That the State pays for.
};

constexpr std::array<Story, 12> kStories{{
    {"chu_thap_do",
     "assigned_task",
     "Nhân đạo, cứu trợ",
     "Người gặp hoàn cảnh khó khăn, người bị thiên tai",
     "Tập hợp cán bộ, hội viên, tình nguyện viên làm công tác nhân đạo, cứu trợ và chăm sóc sức "
     "khỏe cộng đồng.",
     "Hiến máu tình nguyện; cứu trợ khẩn cấp; trao quà Tết vì người nghèo",
     "lent",
     "own",
     5,
     7,
     7,
     0,
     42,
     310,
     90,
     "Vận động hiến máu tình nguyện"},
    {"nguoi_cao_tuoi",
     "assigned_task",
     "Chăm sóc người cao tuổi",
     "Người từ đủ 60 tuổi",
     "Chăm sóc, phát huy vai trò người cao tuổi trong gia đình và cộng đồng.",
     "Mừng thọ; câu lạc bộ liên thế hệ tự giúp nhau; khám mắt",
     "lent",
     "lent",
     28,
     7,
     6,
     0,
     65,
     48,
     60,
     "Chăm sóc và phát huy vai trò người cao tuổi"},
    {"khuyen_hoc",
     "assigned_task",
     "Giáo dục, khuyến học",
     "Học sinh, người học ở mọi lứa tuổi",
     "Khuyến khích, hỗ trợ phong trào học tập suốt đời, xây dựng xã hội học tập.",
     "Học bổng; gia đình học tập, dòng họ học tập",
     "lent",
     "own",
     15,
     5,
     5,
     0,
     20,
     260,
     45,
     "Xây dựng xã hội học tập"},
    {"da_cam",
     "assigned_task",
     "Trợ giúp nạn nhân chất độc",
     "Nạn nhân chất độc da cam/dioxin và gia đình",
     "Đại diện, bảo vệ quyền lợi và chăm sóc nạn nhân chất độc da cam.",
     "Thăm hỏi, tặng quà; hỗ trợ sinh kế; vận động làm nhà",
     "lent",
     "lent",
     10,
     5,
     4,
     1,
     6,
     180,
     40,
     "Chăm sóc nạn nhân chất độc da cam"},
    {"thanh_nien_xung_phong",
     "assigned_task",
     "Nghĩa tình đồng đội",
     "Cựu thanh niên xung phong",
     "Tập hợp cựu thanh niên xung phong, giúp nhau trong đời sống, giải quyết chế độ còn tồn đọng.",
     "Thăm hỏi hội viên ốm đau; làm nhà nghĩa tình",
     "none",
     "none",
     -7,
     5,
     3,
     2,
     9,
     25,
     20,
     "Rà soát chế độ cựu thanh niên xung phong"},
    {"nguoi_mu",
     "assigned_task",
     "Người khuyết tật",
     "Người mù",
     "Tập hợp, bảo vệ quyền lợi, dạy nghề và chăm lo đời sống người mù.",
     "Dạy chữ nổi; cơ sở tẩm quất; vay vốn việc làm",
     "own",
     "own",
     33,
     5,
     5,
     0,
     5,
     120,
     70,
     "Dạy chữ nổi, dạy nghề cho người mù"},
    {"bao_tro",
     "assigned_task",
     "Người khuyết tật",
     "Người khuyết tật, trẻ mồ côi, bệnh nhân nghèo",
     "Vận động nguồn lực bảo trợ người khuyết tật, trẻ mồ côi và bệnh nhân nghèo.",
     "Phẫu thuật mắt; xe lăn; đỡ đầu trẻ mồ côi",
     "lent",
     "none",
     2,
     5,
     5,
     0,
     4,
     420,
     30,
     "Trợ giúp người khuyết tật và trẻ mồ côi"},
    {"dong_y",
     "social_professional",
     "Y học cổ truyền",
     "Lương y, người hành nghề đông y",
     "Kế thừa, phát huy y học cổ truyền trong khám, chữa bệnh cho nhân dân.",
     "Khám chữa bệnh bằng đông y; trồng cây thuốc nam",
     "own",
     "own",
     40,
     7,
     7,
     0,
     35,
     15,
     0,
     ""},
    {"luat_gia",
     "social_professional",
     "Pháp luật",
     "Luật gia, cán bộ pháp luật",
     "Tập hợp luật gia, phổ biến pháp luật và trợ giúp pháp lý cho nhân dân.",
     "Tư vấn pháp luật; góp ý dự thảo văn bản",
     "lent",
     "lent",
     -2,
     5,
     4,
     1,
     12,
     8,
     25,
     "Phổ biến, giáo dục pháp luật"},
    {"cuu_giao_chuc",
     "social",
     "Giáo dục",
     "Nhà giáo đã nghỉ hưu",
     "Tập hợp nhà giáo đã nghỉ hưu, giúp nhau trong đời sống và tham gia khuyến học.",
     "Thăm hỏi; tặng sách; kể chuyện truyền thống cho học sinh",
     "none",
     "none",
     20,
     5,
     5,
     0,
     18,
     6,
     0,
     ""},
    {"tu_yeu_nuoc",
     "social",
     "Nghĩa tình đồng đội",
     "Người tù yêu nước",
     "Giữ gìn truyền thống, giúp nhau trong đời sống, giáo dục thế hệ trẻ.",
     "Gặp mặt truyền thống; tìm kiếm tư liệu",
     "none",
     "none",
     -19,
     5,
     2,
     2,
     2,
     10,
     0,
     ""},
    {"sinh_vat_canh",
     "social",
     "Sinh vật cảnh",
     "Người chơi cây cảnh, hoa, chim, cá cảnh",
     "Tập hợp người yêu sinh vật cảnh, gìn giữ cảnh quan, phát triển nghề.",
     "Hội hoa xuân; trưng bày cây cảnh",
     "none",
     "own",
     -30,
     5,
     5,
     4,
     0,
     0,
     0,
     ""},
}};

constexpr std::array<const char*, 12> kFamilies{"Nguyễn Văn",
                                                "Trần Thị",
                                                "Lê Văn",
                                                "Phạm Thị",
                                                "Hoàng Đình",
                                                "Võ Thị",
                                                "Đặng Hữu",
                                                "Bùi Thị",
                                                "Đỗ Xuân",
                                                "Hồ Thị",
                                                "Ngô Đức",
                                                "Dương Thị"};
constexpr std::array<const char*, 12> kGiven{"Hòa",
                                             "Lành",
                                             "Thuận",
                                             "Duyên",
                                             "Kháng",
                                             "Nhàn",
                                             "Tiến",
                                             "Thảo",
                                             "Minh",
                                             "Xuyến",
                                             "Lộc",
                                             "Ngân"};
constexpr std::array<const char*, 7> kPosts{"chair",
                                            "permanent_vice_chair",
                                            "vice_chair",
                                            "standing_member",
                                            "board_member",
                                            "board_member",
                                            "board_member"};

class Teller {
public:
    Teller(db::WriteTx& tx, const DemoCity& city, const Story& story, std::size_t place)
        : tx_(tx),
          story_(story),
          place_(place),
          clerk_(city.actors.at("vanthu")),
          id_(city.bodies.at(story.key)),
          board_(city.bodies.at("dan_van")),
          today_(tx.today()),
          ends_(as::plus_months(today_, story.term_ends_in)),
          begins_(as::plus_months(ends_, -kTermYears * kMonthsInYear)) {}

    void tell() {
        profile();
        terms();
        leaders();
        branches_and_assets();
        for (int back = 1; back <= kKnownYears; ++back) {
            year_of(today_.year() - back, back);
        }
    }

private:
    void add(as::EntryKind kind, json::object input) {
        as::add_entry(tx_, clerk_, id_, kind, std::move(input));
    }

    static std::string on(int year, const char* month_and_day) {
        return std::to_string(year) + "-" + month_and_day;
    }

    void profile() {
        as::ProfileFacts facts;
        facts.class_code = story_.class_code;
        facts.stage = "active";
        facts.field = story_.field;
        facts.served = story_.served;
        facts.purpose = story_.purpose;
        facts.activities = story_.activities;
        facts.permitted_by = "Chủ tịch Ủy ban nhân dân tỉnh";
        facts.supervisor = board_;
        facts.office = story_.office;
        facts.equipment = story_.equipment;
        if (facts.office != "none") {
            facts.office_address = "Số " + std::to_string(10 + place_) + " đường Trần Hưng Đạo";
        }
        facts.board_seats = story_.seats;
        const auto since = Date::of(today_.year() - kKnownYears, 1, 1).value_or(today_);
        as::save_profile(tx_, clerk_, id_, 1, {facts, since});
    }

    void terms() {
        const auto before = as::plus_months(begins_, -kTermYears * kMonthsInYear);
        add(as::EntryKind::charter,
            {{"number", 1},
             {"adopted_on", before.iso()},
             {"approved_on", before.plus_days(30).iso()},
             {"approved_by", "Chủ tịch Ủy ban nhân dân tỉnh"},
             {"document", "Điều lệ hội"},
             {"purpose", story_.purpose},
             {"term_years", kTermYears},
             {"board_seats", story_.seats}});
        add(as::EntryKind::term,
            {{"number", 2}, {"begins_on", before.iso()}, {"ends_on", begins_.iso()}});
        add(as::EntryKind::term,
            {{"number", 3},
             {"begins_on", begins_.iso()},
             {"ends_on", ends_.iso()},
             {"board_seats", story_.seats}});
        add(as::EntryKind::congress,
            {{"kind", "ordinary"},
             {"term_number", 3},
             {"due_on", begins_.iso()},
             {"reported_on", begins_.plus_days(-45).iso()},
             {"opinion", "Công văn đồng ý tổ chức đại hội"},
             {"opinion_on", begins_.plus_days(-20).iso()},
             {"held_on", begins_.iso()},
             {"convened", 120},
             {"present", 112},
             {"result", "Bầu Ban Chấp hành nhiệm kỳ 3, thông qua nghị quyết"}});
    }

    void leaders() {
        constexpr int oldest = 1948;
        const bool is_assigned = std::string_view(story_.class_code) == "assigned_task";
        for (int i = 0; i < story_.holders; ++i) {
            const auto n = static_cast<std::size_t>(i);
            const auto name = std::string(kFamilies.at((place_ + n) % kFamilies.size())) + " " +
                              kGiven.at((place_ * 5 + n * 7) % kGiven.size());
            json::object post{{"full_name", name},
                              {"birth_year", oldest + static_cast<int>(place_ + n * 4)},
                              {"post", kPosts.at(n)},
                              {"term_number", 3},
                              {"elected_by", "Đại hội nhiệm kỳ 3"},
                              {"is_full_time", i == 0},
                              {"is_retired", i < 2},
                              {"from", begins_.iso()}};
            if (is_assigned && i < 3) {
                post["prior_opinion"] = "Thông báo của Ban Thường vụ Thành ủy";
            }
            add(as::EntryKind::post, std::move(post));
        }
    }

    void branches_and_assets() {
        for (const char* ward : {"Tân Lập", "Hòa Thuận", "Phú Xuân", "Đông Sơn"}) {
            add(as::EntryKind::branch,
                {{"name", std::string("Chi hội phường ") + ward},
                 {"place", std::string("Phường ") + ward},
                 {"from", begins_.iso()}});
        }
        const std::string_view office = story_.office;
        if (office != "none") {
            add(as::EntryKind::asset,
                {{"kind", "premises"},
                 {"name", "Trụ sở làm việc"},
                 {"tenure", office},
                 {"lender",
                  office == "lent" ? json::value("UBND thành phố") : json::value(nullptr)},
                 {"value", office == "own" ? 850 * kMillion : 0},
                 {"from", begins_.iso()}});
        }
        if (std::string_view(story_.equipment) == "own") {
            add(as::EntryKind::asset,
                {{"kind", "equipment"},
                 {"name", "Máy vi tính, bàn ghế làm việc"},
                 {"tenure", "own"},
                 {"value", 36 * kMillion},
                 {"from", begins_.iso()}});
        }
    }

    void book(int year, const char* source, std::int64_t millions) {
        if (millions == 0) {
            return;
        }
        json::object input{{"direction", "income"},
                           {"source", source},
                           {"year", year},
                           {"booked_on", on(year, "09-15")},
                           {"amount", millions * kMillion}};
        if (std::string_view(source) == "state") {
            input["task_title"] = story_.task;
            input["decision_number"] = std::to_string(20 + place_) + "/QĐ-UBND";
            input["decision_date"] = on(year, "01-20");
        }
        add(as::EntryKind::money, input);
        input["direction"] = "spending";
        input["booked_on"] = on(year, "12-20");
        add(as::EntryKind::money, std::move(input));
    }

    void year_of(int year, int back) {
        if (back <= story_.reports_missing) {
            return;
        }
        add(as::EntryKind::report,
            {{"year", year},
             {"done_on", on(year, place_ % 3 == 0 ? "12-08" : "11-25")},
             {"document", std::to_string(10 + back) + "-BC/HH"}});
        const auto disclosed = on(year + 1, "02-20");
        if (disclosed <= today_.iso()) {
            add(as::EntryKind::disclosure,
                {{"year", year}, {"disclosed_on", disclosed}, {"place", "Hội nghị Ban Chấp hành"}});
        }
        book(year, "fees", story_.fees);
        book(year, "gifts_cash", story_.gifts);
        book(year, "state", story_.state);
    }

    db::WriteTx& tx_;
    const Story& story_;
    std::size_t place_;
    const auth::Actor& clerk_;
    OrganisationId id_;
    OrganisationId board_;
    Date today_;
    Date ends_;
    Date begins_;
};

}  // namespace

void make_demo_associations(db::Database& database, const DemoCity& city) {
    for (std::size_t i = 0; i < kStories.size(); ++i) {
        database.write([&](db::WriteTx& tx) { Teller(tx, city, kStories[i], i).tell(); });
    }
}

}  // namespace hoiquan::app
