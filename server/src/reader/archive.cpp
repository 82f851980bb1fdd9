#include "reader/archive.h"

#include <memory>

#include <zip.h>

namespace hoiquan::reader {

namespace {

// A document of 400 pages has some 40 parts and 20 MB of XML; a bomb has far more.
constexpr zip_int64_t kMaxEntries = 5000;
constexpr zip_uint64_t kMaxPartBytes = 64'000'000;
constexpr zip_uint64_t kMaxTotalBytes = 128'000'000;
constexpr zip_uint64_t kMaxRatio = 250;
constexpr zip_uint64_t kRatioFromBytes = 2'000'000;

struct CloseZip {
    void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Zip = std::unique_ptr<zip_t, CloseZip>;
using File = std::unique_ptr<zip_file_t, CloseFile>;

Zip open_zip(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (zip == nullptr && source != nullptr) {
        zip_source_free(source);
    }
    zip_error_fini(&error);
    return Zip(zip);
}

/// Text parts only: pictures and embedded files are of no use here.
bool is_wanted(std::string_view name) {
    if (name == "content.xml") {
        return true;  // OpenDocument
    }
    return name.starts_with("word/") && name.ends_with(".xml") &&
           name.find('/', 5) == std::string_view::npos;
}

bool is_bomb(const zip_stat_t& stat) {
    return stat.size > kRatioFromBytes && stat.comp_size > 0 &&
           stat.size / stat.comp_size > kMaxRatio;
}

std::optional<std::string> read_entry(zip_t* zip, zip_uint64_t index, zip_uint64_t size) {
    const File file(zip_fopen_index(zip, index, 0));
    if (!file) {
        return std::nullopt;
    }
    std::string content(size, '\0');
    const zip_int64_t n = zip_fread(file.get(), content.data(), size);
    if (n < 0 || static_cast<zip_uint64_t>(n) != size) {
        return std::nullopt;
    }
    return content;
}

}  // namespace

std::optional<Archive> Archive::open(std::string_view bytes, std::string& problem) {
    const Zip zip = open_zip(bytes);
    if (!zip) {
        problem = "reader.docx_broken";
        return std::nullopt;
    }
    const zip_int64_t count = zip_get_num_entries(zip.get(), 0);
    problem = count > kMaxEntries ? "reader.docx_too_large" : "";
    Archive archive;
    zip_uint64_t total = 0;
    for (zip_int64_t i = 0; i < count && problem.empty(); ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        zip_stat_t stat;
        constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
        if (zip_stat_index(zip.get(), index, 0, &stat) != 0 || (stat.valid & needed) != needed ||
            !is_wanted(stat.name)) {
            continue;
        }
        total += stat.size;
        if (stat.size > kMaxPartBytes || total > kMaxTotalBytes || is_bomb(stat)) {
            problem = "reader.docx_too_large";
            break;
        }
        auto content = read_entry(zip.get(), index, stat.size);
        if (!content) {
            problem = "reader.docx_broken";
            break;
        }
        archive.parts_[stat.name] = std::move(*content);
    }
    return problem.empty() ? std::optional(std::move(archive)) : std::nullopt;
}

std::string_view Archive::part(std::string_view name) const {
    const auto found = parts_.find(name);
    return found == parts_.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<std::string> Archive::names_with(std::string_view prefix) const {
    std::vector<std::string> names;
    for (const auto& [name, content] : parts_) {
        if (name.starts_with(prefix)) {
            names.push_back(name);
        }
    }
    return names;
}

}  // namespace hoiquan::reader
