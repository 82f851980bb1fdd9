#include "documents/upload.h"

#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "documents/draft.h"
#include "documents/file_store.h"
#include "documents/policy.h"
#include "documents/register.h"
#include "documents/relations.h"
#include "documents/review_json.h"
#include "documents/review_store.h"
#include "documents/store.h"
#include "intake/intake.h"
#include "platform/config/log.h"

namespace hoiquan::documents {

namespace {

constexpr std::size_t kMaxFileName = 255;
/// Of a scan that is kept beside a task: a mark of secrecy stands on the first page.
constexpr std::size_t kPagesWithMarks = 2;

[[noreturn]] void refuse_secret(const auth::Actor& actor) {
    // No number, subject or file name: what is secret must not live on in the log.
    config::log_warning("refused", {{"user", actor.user.str()}});
    throw Error(ErrorCode::invalid, "documents.secret_mark");
}

void check_name(const std::string& name) {
    const bool has_control =
        name.find_first_of(std::string_view("\0\r\n\t/\\", 6)) != std::string::npos;
    if (trim(name).empty() || length(name) > kMaxFileName || has_control) {
        throw Error(
            ErrorCode::invalid, "field.faults", {{"/file_name", "documents.bad_file_name", {}}});
    }
}

void check_bytes(const NewFile& file) {
    if (file.bytes.empty()) {
        throw Error(ErrorCode::invalid, "documents.file_empty");
    }
}

void check_new(const auth::Actor& actor, const NewFile& file) {
    if (!may_register(actor)) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
    check_name(file.name);
    check_bytes(file);
}

std::vector<Fault> faults_of_reading(const reader::Draft& read) {
    std::vector<Fault> faults;
    faults.reserve(read.problems.size());
    for (const auto& problem : read.problems) {
        faults.push_back({"", problem.key, {}});
    }
    return faults;
}

/// Until the review says better: a line of the list needs something to be known by.
std::string name_without_ending(const std::string& file_name) {
    return file_name.substr(0, file_name.rfind('.'));
}

}  // namespace

void check_file(const auth::Actor& actor, const NewFile& file) {
    if (!may_store_file(actor)) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
    check_name(file.name);
    check_bytes(file);
    intake::Options options;
    options.stop_behind = kPagesWithMarks;
    if (intake::read(file.bytes, file.name, options).draft.secrecy) {
        refuse_secret(actor);
    }
}

bool is_slow(const auth::Actor& actor, const NewFile& file) {
    check_new(actor, file);
    return intake::is_slow(file.bytes);
}

ReadUpload read_upload(const auth::Actor& actor,
                       NewFile file,
                       Direction direction,
                       const OnPage& on_page) {
    check_new(actor, file);
    intake::Options options;
    options.on_page = on_page;
    auto reading = intake::read(file.bytes, file.name, options);
    auto& read = reading.draft;
    if (read.secrecy) {
        refuse_secret(actor);
    }
    if (trim(read.text).empty()) {
        throw Error(ErrorCode::invalid, "documents.unreadable_file", faults_of_reading(read));
    }
    auto draft = draft_of(read, direction);
    auto pages = pages_of(reading);
    return {std::move(file), std::move(read.text), std::move(draft), std::move(pages)};
}

DocumentId register_upload(db::WriteTx& tx, const auth::Actor& actor, const ReadUpload& upload) {
    if (!may_register(actor)) {
        throw Error(ErrorCode::forbidden, "auth.wrong_role");
    }
    const auto file = store::insert_file(tx, actor, upload.file);
    auto draft = upload.draft;
    resolve_bodies(tx, actor, draft.content);
    auto input = draft.content.metadata;
    if (input.subject.empty()) {
        input.subject = name_without_ending(upload.file.name);
    }
    auto id =
        store::insert(tx, {input, actor.organisation(), Status::in_review, file.id, actor.user});
    store::insert_reading(tx, id, {upload.text, store_draft(draft)}, kReaderVersion);
    insert_pages(tx, id, upload.pages);
    store::insert_review(tx, id, store_content(draft.content), actor.user);
    link_to_named(tx, id, actor.organisation(), input);
    auto event = event_of("documents.uploaded", id);
    auto facts = facts_of(input);
    facts["file_sha256"] = file.sha256;
    facts["tasks"] = static_cast<std::int64_t>(draft.content.tasks.size());
    event.after = std::move(facts);
    audit::record(tx, actor, event);
    return id;
}

}  // namespace hoiquan::documents
