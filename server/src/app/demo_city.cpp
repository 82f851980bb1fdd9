#include "app/demo_city.h"

#include <array>
#include <optional>
#include <utility>

#include "organisations/organisations.h"

namespace hoiquan::app {

namespace {

using organisations::NewOrganisation;

const PartialDate kFounded{*Date::of(2015, 1, 1), DatePrecision::year};

/// One body: key, name, kind, the body above (part of, or led by), other ways to write its name.
struct Body {
    std::string key;
    std::string name;
    std::string kind;
    std::string part_of;
    std::string led_by;
    std::vector<std::string> aliases;
};

const std::vector<Body> kCityBodies{
    {"thanh_uy",
     "Thành ủy Minh Hà",
     "party_committee",
     "",
     "",
     {"Thành ủy", "BCH Đảng bộ thành phố"}},
    {"btv",
     "Ban Thường vụ Thành ủy Minh Hà",
     "standing_committee",
     "thanh_uy",
     "",
     {"Ban Thường vụ Thành ủy"}},
    {"van_phong",
     "Văn phòng Thành ủy Minh Hà",
     "party_office",
     "thanh_uy",
     "",
     {"Văn phòng Thành ủy"}},
    {"dan_van",
     "Ban Dân vận Thành ủy Minh Hà",
     "party_board",
     "thanh_uy",
     "",
     {"Ban Dân vận Thành ủy"}},
    {"to_chuc",
     "Ban Tổ chức Thành ủy Minh Hà",
     "party_board",
     "thanh_uy",
     "",
     {"Ban Tổ chức Thành ủy"}},
    {"tuyen_giao",
     "Ban Tuyên giáo Thành ủy Minh Hà",
     "party_board",
     "thanh_uy",
     "",
     {"Ban Tuyên giáo Thành ủy"}},
    {"kiem_tra",
     "Ủy ban Kiểm tra Thành ủy Minh Hà",
     "party_board",
     "thanh_uy",
     "",
     {"Ủy ban Kiểm tra Thành ủy"}},
    {"hdnd",
     "Hội đồng nhân dân thành phố Minh Hà",
     "peoples_council",
     "",
     "thanh_uy",
     {"HĐND thành phố"}},
    {"ubnd",
     "Ủy ban nhân dân thành phố Minh Hà",
     "peoples_committee",
     "",
     "thanh_uy",
     {"Ủy ban nhân dân thành phố", "UBND thành phố"}},
    {"noi_vu",
     "Phòng Nội vụ thành phố Minh Hà",
     "government_office",
     "ubnd",
     "",
     {"Phòng Nội vụ thành phố"}},
    {"tai_chinh",
     "Phòng Tài chính - Kế hoạch thành phố Minh Hà",
     "government_office",
     "ubnd",
     "",
     {"Phòng Tài chính - Kế hoạch thành phố"}},
    {"mttq",
     "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Minh Hà",
     "fatherland_front",
     "",
     "thanh_uy",
     {"Ủy ban Mặt trận Tổ quốc Việt Nam thành phố",
      "Mặt trận Tổ quốc thành phố",
      "Mặt trận Tổ quốc"}},
    {"cong_doan",
     "Liên đoàn Lao động thành phố Minh Hà",
     "socio_political_organisation",
     "",
     "thanh_uy",
     {}},
    {"nong_dan",
     "Hội Nông dân thành phố Minh Hà",
     "socio_political_organisation",
     "",
     "thanh_uy",
     {}},
    {"thanh_doan", "Thành đoàn Minh Hà", "socio_political_organisation", "", "thanh_uy", {}},
    {"phu_nu",
     "Hội Liên hiệp Phụ nữ thành phố Minh Hà",
     "socio_political_organisation",
     "",
     "thanh_uy",
     {}},
    {"cuu_chien_binh",
     "Hội Cựu chiến binh thành phố Minh Hà",
     "socio_political_organisation",
     "",
     "thanh_uy",
     {}},
};

/// The city's associations, named "Hội … thành phố Minh Hà".
constexpr std::array<std::pair<const char*, const char*>, 12> kCityAssociations{{
    {"chu_thap_do", "Hội Chữ thập đỏ thành phố"},
    {"nguoi_cao_tuoi", "Hội Người cao tuổi thành phố"},
    {"khuyen_hoc", "Hội Khuyến học thành phố"},
    {"da_cam", "Hội Nạn nhân chất độc da cam thành phố"},
    {"thanh_nien_xung_phong", "Hội Cựu thanh niên xung phong thành phố"},
    {"nguoi_mu", "Hội Người mù thành phố"},
    {"bao_tro", "Hội Bảo trợ người khuyết tật và trẻ mồ côi thành phố"},
    {"dong_y", "Hội Đông y thành phố"},
    {"luat_gia", "Hội Luật gia thành phố"},
    {"cuu_giao_chuc", "Hội Cựu giáo chức thành phố"},
    {"tu_yeu_nuoc", "Hội Tù yêu nước thành phố"},
    {"sinh_vat_canh", "Hội Sinh vật cảnh thành phố"},
}};

constexpr std::array<std::pair<const char*, const char*>, 4> kWards{{
    {"tan_lap", "Tân Lập"},
    {"hoa_thuan", "Hòa Thuận"},
    {"phu_xuan", "Phú Xuân"},
    {"dong_son", "Đông Sơn"},
}};

constexpr int kCellsInWard = 3;

class Maker {
public:
    explicit Maker(db::WriteTx& tx) : tx_(tx) {
        builder_.acting = auth::HeldRole{};
        builder_.acting->role = auth::Role::administrator;
        builder_.acting->reach = auth::Reach::subtree;
    }

    void make_city() {
        for (const auto& body : kCityBodies) {
            add(body);
            builder_.acting->organisation = city_.bodies.at("thanh_uy");
        }
        add({"dia_ban", "Thành phố Minh Hà", "territory", "", "", {}});
        for (const auto& [key, name] : kCityAssociations) {
            add({key, std::string(name) + " Minh Hà", "mass_association", "", "thanh_uy", {name}},
                "dia_ban");
        }
        for (const auto& [key, name] : kWards) {
            make_ward(key, name);
        }
        relate("mttq", organisations::RelationKind::located_in, "dia_ban");
        for (const char* key :
             {"cong_doan", "nong_dan", "thanh_doan", "phu_nu", "cuu_chien_binh"}) {
            relate(key, organisations::RelationKind::member_of, "mttq");
        }
    }

    void make_users(const std::string& password_hash) {
        for (const auto& account : demo_accounts()) {
            users_[account.login] =
                auth::create_user(tx_, {account.login, account.full_name, "", true}, password_hash)
                    .id;
        }
        builder_.user = users_.at("quantri");
    }

    void grant_roles() {
        for (const auto& account : demo_accounts()) {
            const auto& user = users_.at(account.login);
            const auto role = auth::grant_role(tx_,
                                               {{},
                                                user,
                                                city_.bodies.at(account.organisation),
                                                account.role,
                                                account.reach,
                                                tx_.today(),
                                                far_future()});
            city_.actors[account.login] = {user, role, false};
        }
    }

    DemoCity take() { return std::move(city_); }

private:
    std::optional<OrganisationId> find(const std::string& key) const {
        const auto found = city_.bodies.find(key);
        return found == city_.bodies.end() ? std::nullopt : std::optional(found->second);
    }

    void add(const Body& body, const std::string& located_in = "") {
        NewOrganisation input;
        input.name = body.name;
        input.kind = body.kind;
        input.valid_from = kFounded;
        input.aliases = body.aliases;
        input.part_of = find(body.part_of);
        input.led_by = find(body.led_by);
        input.located_in = find(located_in);
        city_.bodies[body.key] = organisations::create(tx_, builder_, input);
    }

    void relate(const std::string& from, organisations::RelationKind kind, const std::string& to) {
        const auto& id = city_.bodies.at(from);
        const auto detail = organisations::get(tx_, builder_, id, {tx_.today(), std::nullopt});
        organisations::add_relation(
            tx_, builder_, id, detail.version, {kind, city_.bodies.at(to), kFounded});
    }

    void make_ward(const std::string& key, const std::string& name) {
        const std::string land = "phuong_" + key;
        const std::string party = "dang_uy_" + key;
        add({land, "Phường " + name, "territory", "dia_ban", "", {}});
        add({party, "Đảng ủy phường " + name, "party_committee", "", "thanh_uy", {}}, land);
        add({"ubnd_" + key,
             "Ủy ban nhân dân phường " + name,
             "peoples_committee",
             "",
             party,
             {"UBND phường " + name}},
            land);
        add({"mttq_" + key,
             "Ủy ban Mặt trận Tổ quốc Việt Nam phường " + name,
             "fatherland_front",
             "",
             party,
             {}},
            land);
        const std::string cell_key = "chi_bo_" + key;
        const std::string cell_name = "Chi bộ khu phố ";
        const std::string ward = " phường " + name;
        for (int i = 1; i <= kCellsInWard; ++i) {
            const auto number = std::to_string(i);
            add({cell_key + number, cell_name + number + ward, "party_cell", party, "", {}}, land);
        }
        for (const char* association : {"Hội Người cao tuổi phường ", "Hội Chữ thập đỏ phường "}) {
            add({association + key, association + name, "mass_association", "", party, {}}, land);
        }
    }

    db::WriteTx& tx_;
    auth::Actor builder_;  ///< The administrator, before the role is granted.
    std::map<std::string, UserId> users_;
    DemoCity city_;
};

}  // namespace

const std::vector<DemoAccount>& demo_accounts() {
    using auth::Reach;
    using auth::Role;
    static const std::vector<DemoAccount> accounts{
        {"quantri",
         "Đỗ Quang Huy",
         "thanh_uy",
         Role::administrator,
         Reach::subtree,
         "quản trị hệ thống"},
        {"vanthu",
         "Nguyễn Thị Mai",
         "thanh_uy",
         Role::clerk,
         Reach::subtree,
         "văn thư Thành ủy: tiếp nhận, rà soát, giao việc"},
        {"danvan",
         "Trần Văn Bình",
         "dan_van",
         Role::monitor,
         Reach::self,
         "Ban Dân vận: theo dõi, nghiệm thu"},
        {"lanhdao",
         "Lê Minh Tường",
         "thanh_uy",
         Role::leader,
         Reach::subtree,
         "lãnh đạo Thành ủy: xem toàn bộ"},
        {"ubnd",
         "Phạm Hồng Sơn",
         "ubnd",
         Role::officer,
         Reach::self,
         "UBND thành phố: cơ quan chủ trì"},
        {"mattran",
         "Vũ Thị Lan",
         "mttq",
         Role::officer,
         Reach::self,
         "Mặt trận thành phố: cơ quan chủ trì"},
        {"chuthapdo",
         "Hoàng Văn Phúc",
         "chu_thap_do",
         Role::officer,
         Reach::self,
         "Hội Chữ thập đỏ: cơ quan chủ trì"},
        {"tanlap",
         "Bùi Thị Hạnh",
         "dang_uy_tan_lap",
         Role::clerk,
         Reach::subtree,
         "văn thư Đảng ủy phường Tân Lập"},
    };
    return accounts;
}

DemoCity make_demo_city(db::WriteTx& tx, const std::string& password_hash) {
    Maker maker(tx);
    maker.make_users(password_hash);
    maker.make_city();
    maker.grant_roles();
    return maker.take();
}

}  // namespace hoiquan::app
