#include <array>
#include <string>

#include <sodium.h>

#include "organisations/events.h"
#include "organisations/sql.h"

namespace hoiquan::organisations {

namespace {

/// Fields are told apart by a byte that no text holds.
constexpr char kBetween = '\x1f';

class Digest {
public:
    Digest() { crypto_hash_sha256_init(&state_); }
    void line(std::string_view text) {
        add(text);
        add("\n");
    }
    std::string hex() {
        std::array<unsigned char, crypto_hash_sha256_BYTES> bytes{};
        crypto_hash_sha256_final(&state_, bytes.data());
        std::array<char, crypto_hash_sha256_BYTES * 2 + 1> text{};
        sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
        return text.data();
    }

private:
    void add(std::string_view text) {
        crypto_hash_sha256_update(
            &state_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }
    crypto_hash_sha256_state state_{};
};

void add_table(Digest& digest,
               const db::ReadTx& tx,
               std::string_view name,
               const db::Statement& statement,
               int columns) {
    digest.line(name);
    tx.each(statement, {}, [&](const db::Row& row) {
        std::string line;
        for (int i = 0; i < columns; ++i) {
            line += row.text(i);
            line += kBetween;
        }
        digest.line(line);
    });
}

}  // namespace

std::string state_hash(const db::ReadTx& tx, const Participants& participants) {
    Digest digest;
    add_table(digest, tx, "state", sql::all_states, 8);
    add_table(digest, tx, "name", sql::all_names, 6);
    add_table(digest, tx, "alias", sql::all_aliases, 4);
    add_table(digest, tx, "relation", sql::all_relations, 6);
    for (const auto& participant : participants) {
        participant->state(tx, [&](std::string_view line) { digest.line(line); });
    }
    return digest.hex();
}

}  // namespace hoiquan::organisations
