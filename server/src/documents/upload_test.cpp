#include "documents/upload.h"

#include <doctest/doctest.h>

#include "base/error.h"
#include "documents/draft.h"
#include "documents/fixture_test.h"

namespace hoiquan::documents {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests

std::string key_of_refusal(const std::string& name, const std::string& bytes) {
    auto clerk = actor_at(UserId("u"), OrganisationId("o"), auth::Role::clerk);
    try {
        read_upload(clerk, {name, bytes}, Direction::incoming);
    } catch (const Error& error) {
        return error.faults().empty() ? error.key() : error.key() + " " + error.faults()[0].key;
    }
    return "read";
}

}  // namespace

TEST_CASE("read_upload: a mark of state secrecy is refused before anything is kept") {
    CHECK(key_of_refusal("van-ban.txt", "THÀNH ỦY SÔNG LAM\n\nMẬT\n\nKẾT LUẬN\nvề một việc\n") ==
          "documents.secret_mark");
    CHECK(key_of_refusal("van-ban.txt", "KẾT LUẬN\nvề công tác bảo vệ bí mật nhà nước\n") ==
          "read");
}

TEST_CASE("read_upload: what cannot be read says so") {
    CHECK(key_of_refusal("a.txt", "") == "documents.file_empty");
    CHECK(key_of_refusal("a/b.txt", "x") == "field.faults documents.bad_file_name");
    CHECK(key_of_refusal("a.docx", "PK\x03\x04 not a document")
              .starts_with("documents.unreadable_file"));
}

TEST_CASE("draft_of: the reader's fields under the names of the contract") {
    reader::Draft read;
    read.metadata.date = "2022-07";
    read.metadata.type = "conclusion";
    read.metadata.signatory_name = "Nguyễn Văn Ký";
    reader::Task task;
    task.text = "làm";
    task.end = 3;
    task.recurrence = "half-yearly";
    read.tasks.push_back(task);
    task.recurrence = "regular";
    read.tasks.push_back(task);
    task.deadline_date = "2026-12-15";
    read.tasks.push_back(task);
    read.places["/metadata/signatory_name"] = {1, 2, 0.5};
    read.places["/tasks/0/lead/1"] = {3, 4, 0.5};
    read.places["/citations/0/date"] = {5, 6, 0.5};
    const auto draft = draft_of(read, Direction::incoming);
    const auto& content = draft.content;
    CHECK(to_iso(*content.metadata.issue_date) == "2022-07");
    CHECK(content.metadata.signer_name == "Nguyễn Văn Ký");
    CHECK(content.tasks[0].recurrence == Recurrence::half_yearly);
    CHECK(content.tasks[0].deadline_kind == DeadlineKind::none_given);
    CHECK(content.tasks[1].deadline_kind == DeadlineKind::standing);
    CHECK(content.tasks[2].deadline_kind == DeadlineKind::fixed_date);
    CHECK(draft.places.contains("/metadata/signer_name"));
    CHECK(draft.places.contains("/tasks/0/lead_as_written/1"));
    CHECK(draft.places.contains("/citations/0/issue_date"));
}

}  // namespace hoiquan::documents
