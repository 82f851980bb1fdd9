#include "documents/file_store.h"

#include <algorithm>
#include <array>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <sodium.h>

#include "base/text.h"
#include "documents/sql.h"

namespace hoiquan::documents::store {

namespace {

constexpr std::size_t kChunkBytes = std::size_t{256} << 10;

/// By the name alone: the client's word is not taken, and files are never shown inline.
std::string_view media_type_of(std::string_view name) {
    using Pair = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Pair, 10> types{
        {{".txt", "text/plain"},
         {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
         {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
         {".doc", "application/msword"},
         {".xls", "application/vnd.ms-excel"},
         {".pdf", "application/pdf"},
         {".jpg", "image/jpeg"},
         {".jpeg", "image/jpeg"},
         {".png", "image/png"},
         {".zip", "application/zip"}}};
    const auto lower = to_lower(name);
    for (const auto& [ending, type] : types) {
        if (lower.ends_with(ending)) {
            return type;
        }
    }
    return "application/octet-stream";
}

std::string sha256_of(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(
        hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

FileRef file_of(const db::Row& row) {
    return {row.get<FileId>(0),
            row.get<std::string>(1),
            row.get<std::string>(2),
            row.integer(3),
            row.get<std::string>(4)};
}

}  // namespace

FileRef insert_file(db::WriteTx& tx, const auth::Actor& actor, const NewFile& file) {
    FileRef out{tx.new_id<FileId>(),
                file.name,
                std::string(media_type_of(file.name)),
                static_cast<std::int64_t>(file.bytes.size()),
                sha256_of(file.bytes)};
    tx.exec(sql::insert_file,
            {out.id,
             actor.organisation(),
             out.name,
             out.media_type,
             out.size_bytes,
             out.sha256,
             actor.user,
             tx.now()});
    const std::string_view bytes = file.bytes;
    std::int64_t position = 0;
    for (std::size_t at = 0; at < bytes.size(); at += kChunkBytes) {
        tx.exec(sql::insert_chunk,
                {out.id, position++, db::Param::Blob{bytes.substr(at, kChunkBytes)}});
    }
    return out;
}

std::optional<FileRef> find_file(const db::ReadTx& tx, const auth::Actor& actor, const FileId& id) {
    return tx.find(sql::find_file, auth::scoped(tx, actor, {id}), file_of);
}

FileRefs file_refs(const db::ReadTx& tx, const std::vector<FileId>& ids) {
    boost::json::array wanted;
    for (const auto& id : ids) {
        wanted.emplace_back(id.str());
    }
    FileRefs out;
    if (wanted.empty()) {
        return out;
    }
    tx.each(sql::file_refs, {boost::json::serialize(wanted)}, [&](const db::Row& row) {
        auto file = file_of(row);
        out.emplace(file.id, std::move(file));
    });
    return out;
}

std::string read_bytes(const db::ReadTx& tx, const FileId& id) {
    std::string out;
    tx.each(sql::list_chunks, {id}, [&](const db::Row& row) { out += row.blob(0); });
    return out;
}

}  // namespace hoiquan::documents::store
