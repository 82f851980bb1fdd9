#pragma once

// Which sentences are no tasks, whatever section they stand in.

#include "reader/text_view.h"

namespace hoiquan::reader {

/// Approval, appraisal, entry into force, whom to ask, who pays: no task.
bool is_no_task(const Text& text, Span sentence);
/// A look back: "Thời gian qua … đã …", "Sau 5 năm thực hiện …".
bool is_appraisal(const Text& text, Span content);
/// What a decision does itself: "Thành lập …", "Phê duyệt …".
bool is_performed(const Text& text, Span content);
/// Begins with a verb: "Rà soát …", "Tiếp tục …".
bool is_imperative(const Text& text, Span content);
/// "2. Yêu cầu các doanh nghiệp …" below "I. SỞ CÔNG THƯƠNG": the department requires it.
bool passes_on(const Text& text, Span content);
/// How many at most or at least: a norm.
bool is_norm(const Text& text, Span content);
/// A heading: short, without the end of a sentence.
bool is_heading(const Text& text, Span content);

}  // namespace hoiquan::reader
