#include "office/zip.h"

#include <algorithm>
#include <array>

#include <zip.h>

#include "base/error.h"

namespace hoiquan::office {

namespace {

// 1 January 1980, the first moment the format knows.
constexpr zip_uint16_t kFixedTime = 0;
constexpr zip_uint16_t kFixedDate = (1 << 5) | 1;

// A small part may shrink a great deal for honest reasons; the ratio is looked at above this size.
constexpr zip_uint64_t kRatioFromBytes = 1u << 20;

[[noreturn]] void fail(const char* what) {
    throw Error(ErrorCode::unavailable, "office.package_failed").with_detail(what);
}

struct SourceCloser {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, SourceCloser>;

struct ArchiveDiscarder {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, ArchiveDiscarder>;

struct FileCloser {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using File = std::unique_ptr<zip_file_t, FileCloser>;

void add_part(zip_t* archive, const ZipPart& part) {
    zip_source_t* content =
        zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), /*freep=*/0);
    if (content == nullptr) {
        fail("zip_source_buffer");
    }
    const zip_int64_t index = zip_file_add(archive, part.name.c_str(), content, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(content);
        fail("zip_file_add");
    }
    const auto at = static_cast<zip_uint64_t>(index);
    if (zip_file_set_dostime(archive, at, kFixedTime, kFixedDate, 0) != 0 ||
        zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, 6) != 0) {
        fail("zip entry");
    }
}

std::string content_of(zip_source_t* source) {
    zip_stat_t status{};
    if (zip_source_stat(source, &status) != 0 || (status.valid & ZIP_STAT_SIZE) == 0 ||
        zip_source_open(source) != 0) {
        fail("zip_source_open");
    }
    std::string bytes(static_cast<std::size_t>(status.size), '\0');
    const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (got != static_cast<zip_int64_t>(bytes.size())) {
        fail("zip_source_read");
    }
    return bytes;
}

}  // namespace

std::string pack(const std::vector<ZipPart>& parts) {
    zip_error_t error{};
    Source source(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (source == nullptr) {
        fail("zip_source_buffer_create");
    }
    Archive archive(zip_open_from_source(source.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
    if (archive == nullptr) {
        fail("zip_open_from_source");
    }
    // The archive now owns one reference; ours keeps the bytes alive after it is closed.
    zip_source_keep(source.get());
    for (const ZipPart& part : parts) {
        add_part(archive.get(), part);
    }
    if (zip_close(archive.get()) != 0) {
        fail("zip_close");
    }
    static_cast<void>(archive.release());
    return content_of(source.get());
}

struct ZipReader::State {
    Archive archive;
    ZipLimits limits;
    Keys keys;

    [[noreturn]] void broken(const char* what) const {
        throw Error(ErrorCode::invalid, keys.broken).with_detail(what);
    }
    [[noreturn]] void too_large(const char* what) const {
        throw Error(ErrorCode::too_large, keys.too_large).with_detail(what);
    }
    std::optional<zip_uint64_t> locate(const std::string& name) const {
        const zip_int64_t index = zip_name_locate(archive.get(), name.c_str(), ZIP_FL_ENC_GUESS);
        return index < 0 ? std::nullopt
                         : std::optional<zip_uint64_t>(static_cast<zip_uint64_t>(index));
    }
};

ZipReader::ZipReader(std::string_view bytes, ZipLimits limits, Keys keys)
    : state_(std::make_unique<State>()) {
    state_->limits = limits;
    state_->keys = keys;
    zip_error_t error{};
    Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error));
    if (source == nullptr) {
        fail("zip_source_buffer_create");
    }
    state_->archive.reset(zip_open_from_source(source.get(), ZIP_RDONLY, &error));
    if (state_->archive == nullptr) {
        zip_error_fini(&error);
        state_->broken("not a zip");
    }
    static_cast<void>(source.release());  // Owned by the archive from here on.
}

ZipReader::~ZipReader() = default;

bool ZipReader::has(const std::string& name) const {
    return state_->locate(name).has_value();
}

void ZipReader::read(const std::string& name,
                     const std::function<void(std::string_view)>& sink) const {
    const std::optional<zip_uint64_t> index = state_->locate(name);
    zip_stat_t status{};
    if (!index || zip_stat_index(state_->archive.get(), *index, 0, &status) != 0) {
        state_->broken("part missing");
    }
    const File file(zip_fopen_index(state_->archive.get(), *index, 0));
    if (file == nullptr) {
        state_->broken("part cannot be opened");
    }
    // What the directory claims may be a lie, so the bytes are counted as they come.
    const zip_uint64_t by_ratio =
        std::max<zip_uint64_t>(status.comp_size * state_->limits.ratio, kRatioFromBytes);
    const zip_uint64_t allowed = std::min<zip_uint64_t>(state_->limits.part_bytes, by_ratio);
    std::array<char, 65536> buffer;
    zip_uint64_t total = 0;
    for (;;) {
        const zip_int64_t got = zip_fread(file.get(), buffer.data(), buffer.size());
        if (got < 0) {
            state_->broken("part damaged");
        }
        if (got == 0) {
            return;
        }
        total += static_cast<zip_uint64_t>(got);
        if (total > allowed) {
            state_->too_large("part");
        }
        sink(std::string_view(buffer.data(), static_cast<std::size_t>(got)));
    }
}

std::optional<std::string> ZipReader::read(const std::string& name) const {
    if (!has(name)) {
        return std::nullopt;
    }
    std::string bytes;
    read(name, [&](std::string_view piece) { bytes += piece; });
    return bytes;
}

}  // namespace hoiquan::office
