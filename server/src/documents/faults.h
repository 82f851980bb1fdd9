#pragma once

// What is wrong with a document or a review, all at once.

#include <string>
#include <vector>

#include "base/error.h"
#include "documents/review.h"

namespace hoiquan::documents {

/// `path` is the pointer of `input` in the request: "" or "/metadata".
std::vector<Fault> faults_of_input(const db::ReadTx& tx,
                                   const DocumentInput& input,
                                   const std::string& path);

/// Whether tasks can be given as the review says. `text_length` in code points.
std::vector<Fault> faults_of_content(const db::ReadTx& tx,
                                     const ReviewContent& content,
                                     std::size_t text_length);

/// Throws Error(invalid) when there are faults.
void throw_if_any(std::vector<Fault> faults);

}  // namespace hoiquan::documents
