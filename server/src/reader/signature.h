#pragma once

// The block of the signature: on whose behalf, which office, who.

#include <vector>

#include "reader/values.h"

namespace hoiquan::reader {

/// "T/M …", "KT. …", "TL. …": the line says on whose behalf is signed.
bool is_authority(const Text& text, Span line);
/// Two to six words that all begin with a capital and are not all capitals.
bool looks_like_name(const Text& text, Span line);
/// Capitals, then a person's name: "CHỦ TỊCH Lê Văn A".
bool opens_with_capitals(const Text& text, Span line);

Values read_signature(const Text& text, const std::vector<Span>& lines);

}  // namespace hoiquan::reader
