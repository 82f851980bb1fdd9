#include "platform/audit/chain.h"

#include <array>
#include <stdexcept>

#include <sodium.h>

namespace hoiquan::audit {

const std::string_view kFirstHash =
    "0000000000000000000000000000000000000000000000000000000000000000";

StoredEvent stored_event_from(const db::Row& row) {
    return {row.get<std::string>(0),
            row.get<std::string>(1),
            row.get<std::optional<std::string>>(2),
            row.get<std::optional<std::string>>(3),
            row.get<std::string>(4),
            row.get<std::string>(5),
            row.get<std::string>(6),
            row.get<std::string>(7),
            row.get<std::string>(8),
            row.get<std::string>(9),
            row.get<std::string>(10)};
}

std::string link(const std::string& key,
                 std::int64_t seq,
                 std::string_view previous,
                 const StoredEvent& event) {
    if (sodium_init() < 0 || key.size() != crypto_auth_KEYBYTES) {
        throw std::runtime_error("The audit key must have 32 bytes.");
    }
    std::string text = std::to_string(seq) + '\n';
    const auto add = [&](std::string_view part) {
        text += std::to_string(part.size()) + ':' + std::string(part) + '\n';
    };
    const auto add_optional = [&](const std::optional<std::string>& part) {
        if (part) {
            add(*part);
        } else {
            text += "-\n";
        }
    };
    add(previous);
    add(event.id);
    add(event.at);
    add_optional(event.user);
    add_optional(event.organisation);
    for (const auto* part : {&event.action,
                             &event.entity,
                             &event.entity_id,
                             &event.parent_entity_id,
                             &event.before_json,
                             &event.after_json,
                             &event.reason}) {
        add(*part);
    }
    std::array<unsigned char, crypto_auth_BYTES> mac{};
    crypto_auth(mac.data(),
                reinterpret_cast<const unsigned char*>(text.data()),
                text.size(),
                reinterpret_cast<const unsigned char*>(key.data()));
    std::array<char, 2 * crypto_auth_BYTES + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), mac.data(), mac.size());
    return hex.data();
}

}  // namespace hoiquan::audit
