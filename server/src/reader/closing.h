#pragma once

// The end of the document: recipients and signature; and the addressees at its top.

#include "reader/layout.h"
#include "reader/reader.h"
#include "reader/values.h"

namespace hoiquan::reader {

struct FoundRecipient {
    Span span;
    Recipient recipient;
    double confidence = 0.0;
};

struct Closing {
    std::size_t start = 0;  ///< Where the body ends.
    std::size_t end = 0;    ///< Where annexes and footnotes begin.
    std::vector<FoundRecipient> recipients;
    Values values;  ///< signing_authority, signatory_position, signatory_name.
};

Closing read_closing(const Text& text, const std::vector<Line>& lines, std::size_t body_start);

struct Addressees {
    std::vector<FoundRecipient> recipients;
    std::size_t body_start = 0;
    Span span;  ///< Empty if nobody is addressed.
};

/// "Kính gửi: …" at `body_start`, or "… điện:" with its list.
Addressees read_addressees(const Text& text,
                           const std::vector<Line>& lines,
                           std::size_t body_start);

/// What a recipient gets the document for, by the words in brackets.
std::optional<std::string> purpose_of(const Text& text, Span recipient);

}  // namespace hoiquan::reader
