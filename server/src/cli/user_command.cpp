#include <array>
#include <iostream>
#include <utility>

#include <boost/json/object.hpp>
#include <sodium.h>

#include "app/installation.h"
#include "base/error.h"
#include "cli/commands.h"
#include "organisations/organisations.h"
#include "platform/audit/audit.h"
#include "platform/auth/auth.h"

namespace hoiquan::cli {

namespace {

constexpr std::size_t kFirstPasswordBytes = 12;

/// 16 characters of base64url: long enough to be typed once and changed at first sign-in.
std::string make_first_password() {
    std::array<unsigned char, kFirstPasswordBytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::array<char,
               sodium_base64_ENCODED_LEN(kFirstPasswordBytes,
                                         sodium_base64_VARIANT_URLSAFE_NO_PADDING)>
        text{};
    sodium_bin2base64(text.data(),
                      text.size(),
                      bytes.data(),
                      bytes.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return text.data();
}

void record(db::WriteTx& tx,
            const std::string& action,
            const UserId& user,
            boost::json::object after) {
    audit::record_system(tx,
                         {.action = action,
                          .entity = "user",
                          .entity_id = user.str(),
                          .before = nullptr,
                          .after = std::move(after),
                          .reason = {},
                          .parent_entity_id = {}});
}

auth::User get_user(const db::ReadTx& tx, const std::string& login) {
    const auto user = auth::find_user_by_login(tx, login);
    if (!user) {
        throw Error(ErrorCode::not_found, "accounts.not_found")
            .with_detail("Không có tài khoản " + login + ".");
    }
    return *user;
}

}  // namespace

int user_add(const config::Settings& settings, const UserAddOptions& options) {
    const auto role = auth::parse_role(options.role);
    if (!role) {
        std::cerr << "Vai trò phải là một trong: administrator, clerk, monitor, officer, leader.\n";
        return 2;
    }
    const auto installation = app::Installation::open_existing(settings);
    db::check_schema(installation->database());
    const auto password = make_first_password();
    const auto hash = auth::hash_password(password, settings.argon2_memory_bytes);
    installation->database().write([&](db::WriteTx& tx) {
        const auto organisation = organisations::find_one(tx, options.organisation);
        if (!organisation) {
            throw Error(ErrorCode::not_found, "organisations.not_found")
                .with_detail("Không có đúng một cơ quan mang mã hoặc tên " + options.organisation +
                             ".");
        }
        const auto user =
            auth::create_user(tx, {options.login, options.full_name, password, false}, hash);
        const auto reach = options.subtree ? auth::Reach::subtree : auth::Reach::self;
        auth::grant_role(tx, {{}, user.id, *organisation, *role, reach, tx.today(), far_future()});
        record(tx, "accounts.created", user.id, {{"login", user.login}});
        record(tx,
               "accounts.role_granted",
               user.id,
               {{"role", auth::to_string(*role)},
                {"reach", auth::to_string(reach)},
                {"organisation_id", organisation->str()},
                {"valid_from", tx.today().iso()},
                {"valid_to", far_future().iso()}});
    });
    std::cout << "Đã tạo tài khoản " << options.login << ". Mật khẩu lần đầu: " << password << '\n';
    return 0;
}

int user_list(const config::Settings& settings) {
    const auto installation = app::Installation::open_existing(settings);
    db::check_schema(installation->database());
    installation->database().read([](const db::ReadTx& tx) {
        for (const auto& user : auth::list_users(tx)) {
            std::cout << user.login << '\t' << user.full_name << '\t'
                      << (user.is_active ? "đang dùng" : "đã khóa") << '\n';
        }
    });
    return 0;
}

int user_reset_password(const config::Settings& settings, const std::string& login) {
    const auto installation = app::Installation::open_existing(settings);
    db::check_schema(installation->database());
    const auto password = make_first_password();
    const auto hash = auth::hash_password(password, settings.argon2_memory_bytes);
    installation->database().write([&](db::WriteTx& tx) {
        const auto user = get_user(tx, login);
        auth::set_password(tx, user.id, hash, true);
        record(tx, "accounts.changed", user.id, {{"new_first_password", true}});
    });
    std::cout << "Mật khẩu lần đầu mới của " << login << ": " << password << '\n';
    return 0;
}

int user_block(const config::Settings& settings, const std::string& login) {
    const auto installation = app::Installation::open_existing(settings);
    db::check_schema(installation->database());
    installation->database().write([&](db::WriteTx& tx) {
        const auto user = get_user(tx, login);
        auth::set_active(tx, user.id, false);
        record(tx, "accounts.changed", user.id, {{"is_active", false}});
    });
    std::cout << "Đã khóa tài khoản " << login << ".\n";
    return 0;
}

}  // namespace hoiquan::cli
