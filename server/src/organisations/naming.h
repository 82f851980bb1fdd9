#pragma once

// How names are written down for searching and for comparing with the words of a document.

#include <string>
#include <string_view>

namespace hoiquan::organisations {

/// NFC, one kind of dash without blanks around it, no quotation marks, single blanks.
std::string plain(std::string_view text);

/// The one form in which names are compared: folded, full forms replaced by their abbreviations, no
/// punctuation at the ends; so "Uỷ ban nhân dân Phường 1." = "UBND phường 1".
std::string match_key(std::string_view text);

/// Lower case with diacritics, abbreviated like match_key: tells names apart that fold alike.
std::string exact_match_key(std::string_view text);

/// Replaces `from` by `to` where it stands as whole words.
std::string replace_words(std::string text, std::string_view from, std::string_view to);

}  // namespace hoiquan::organisations
