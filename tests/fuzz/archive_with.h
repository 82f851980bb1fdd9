#pragma once

// An archive of one part, so that the fuzzer need not learn to compress.

#include <string>
#include <string_view>

#include <zip.h>

inline std::string archive_with(const char* name, std::string_view part) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (source == nullptr) {
        return {};
    }
    zip_source_keep(source);
    std::string bytes;
    if (zip_t* zip = zip_open_from_source(source, ZIP_TRUNCATE, &error)) {
        zip_source_t* content = zip_source_buffer(zip, part.data(), part.size(), 0);
        const auto index = zip_file_add(zip, name, content, 0);
        if (index >= 0) {
            zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
        }
        if (zip_close(zip) == 0 && zip_source_open(source) == 0) {
            zip_source_seek(source, 0, SEEK_END);
            bytes.resize(static_cast<std::size_t>(zip_source_tell(source)));
            zip_source_seek(source, 0, SEEK_SET);
            zip_source_read(source, bytes.data(), bytes.size());
            zip_source_close(source);
        }
    }
    zip_source_free(source);
    return bytes;
}
