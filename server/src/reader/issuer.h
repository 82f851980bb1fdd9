#pragma once

// Names of bodies in the header, and the issuer of a text that lost its header.

#include <optional>

#include "reader/layout.h"
#include "reader/values.h"

namespace hoiquan::reader {

/// Lines of the letterhead to names: "ỦY BAN NHÂN DÂN | TỈNH …" is one, "BAN CHẤP HÀNH TRUNG ƯƠNG |
/// VĂN PHÒNG" two. A name is a list of pieces: beside its lines may stand another column.
std::vector<std::vector<Span>> join_bodies(const Text& text, const std::vector<Span>& lines);

/// From a subject that begins "của … về …".
std::optional<Value> issuer_from_subject(const Text& text, Span subject);

/// From the sentences of the body: "Ban … hướng dẫn một số nội dung như sau".
std::optional<Value> issuer_from_body(const Text& text, const std::vector<Block>& blocks);

}  // namespace hoiquan::reader
