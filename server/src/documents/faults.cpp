#include "documents/faults.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace hoiquan::documents {

namespace {

/// Asks once for each body, however many tasks name it.
class Bodies {
public:
    explicit Bodies(const db::ReadTx& tx) : tx_(tx) {}
    bool exist_today(const OrganisationId& id) {
        const auto known = known_.find(id);
        if (known != known_.end()) {
            return known->second;
        }
        return known_.emplace(id, organisations::exists_on(tx_, id, tx_.today())).first->second;
    }
    Date today() const { return tx_.today(); }

private:
    const db::ReadTx& tx_;
    std::map<OrganisationId, bool> known_;
};

class TaskCheck {
public:
    TaskCheck(Bodies& bodies, const ReviewContent& content, std::size_t text_length)
        : bodies_(bodies), content_(content), text_length_(text_length) {}

    std::vector<Fault> run() {
        for (std::size_t i = 0; i < content_.tasks.size(); ++i) {
            path_ = "/tasks/" + std::to_string(i);
            const auto& task = content_.tasks[i];
            if (!keys_.insert(task.key).second) {
                fault("/key", "documents.task_key_twice");
            }
            if (task.include) {
                check_text(task);
                check_deadline(task);
                check_bodies(task);
            }
        }
        return std::move(faults_);
    }

private:
    void fault(const std::string& field,
               const char* key,
               std::vector<std::pair<std::string, std::string>> args = {}) {
        faults_.push_back({path_ + field, key, std::move(args)});
    }

    void check_text(const ReviewTask& task) {
        if (task.text.empty()) {
            fault("/text", "field.required");
        }
        const bool half_a_place = task.start.has_value() != task.end.has_value();
        const bool outside =
            task.start && task.end &&
            (*task.start >= *task.end || *task.end > static_cast<std::int64_t>(text_length_));
        if (half_a_place || outside) {
            fault("/start", "documents.place_outside_text");
        }
    }

    void check_deadline(const ReviewTask& task) {
        const bool wants_date = task.deadline_kind == DeadlineKind::fixed_date ||
                                task.deadline_kind == DeadlineKind::from_issue_date;
        if (wants_date && !task.due_date) {
            fault("/due_date", "documents.due_date_missing");
        }
        if (!wants_date && task.due_date) {
            fault("/due_date", "documents.due_date_not_wanted");
        }
        const auto& issued = content_.metadata.issue_date;
        if (task.due_date && issued && *task.due_date < issued->date) {
            fault("/due_date",
                  "documents.due_before_issue",
                  {{"date", task.due_date->dd_mm_yyyy()}, {"issued", to_display(*issued)}});
        }
    }

    void check_body(const std::string& field, const OrganisationId& id) {
        if (!bodies_.exist_today(id)) {
            fault(
                field, "organisations.not_there_on_date", {{"date", bodies_.today().dd_mm_yyyy()}});
        }
    }

    void check_bodies(const ReviewTask& task) {
        std::set<OrganisationId> taking_part;
        for (std::size_t i = 0; i < task.leads.size(); ++i) {
            const auto field = "/leads/" + std::to_string(i);
            check_body(field, task.leads[i]);
            if (!taking_part.insert(task.leads[i]).second) {
                fault(field, "documents.body_twice");
            }
        }
        for (std::size_t i = 0; i < task.cooperating.size(); ++i) {
            const auto field = "/cooperating/" + std::to_string(i);
            check_body(field, task.cooperating[i]);
            if (!taking_part.insert(task.cooperating[i]).second) {
                fault(field, "documents.body_twice");
            }
        }
        if (task.monitor) {
            check_body("/monitor", *task.monitor);
        }
    }

    Bodies& bodies_;
    const ReviewContent& content_;
    std::size_t text_length_;
    std::string path_;
    std::set<std::string> keys_;
    std::vector<Fault> faults_;
};

void append(std::vector<Fault>& faults, std::vector<Fault> more) {
    faults.insert(
        faults.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::vector<Fault> faults_of_dates(const DocumentInput& input,
                                   const Date& today,
                                   const std::string& path) {
    std::vector<Fault> faults;
    if (input.issue_date && input.issue_date->date > today) {
        faults.push_back({path + "/issue_date",
                          "documents.issue_date_in_future",
                          {{"date", to_display(*input.issue_date)}}});
    }
    if (!input.received_date) {
        return faults;
    }
    const auto received = input.received_date->dd_mm_yyyy();
    if (*input.received_date > today) {
        faults.push_back(
            {path + "/received_date", "documents.received_date_in_future", {{"date", received}}});
    }
    if (input.issue_date && *input.received_date < input.issue_date->date) {
        faults.push_back({path + "/received_date",
                          "documents.received_before_issue",
                          {{"date", received}, {"issued", to_display(*input.issue_date)}}});
    }
    return faults;
}

}  // namespace

std::vector<Fault> faults_of_input(const db::ReadTx& tx,
                                   const DocumentInput& input,
                                   const std::string& path) {
    std::vector<Fault> faults;
    if (!is_document_type(input.document_type)) {
        faults.push_back({path + "/document_type",
                          input.document_type.empty() ? "field.required" : "field.unknown_value",
                          {}});
    }
    if (input.subject.empty()) {
        faults.push_back({path + "/subject", "field.required", {}});
    }
    if (input.issuer && organisations::refs(tx, {*input.issuer}, tx.today()).empty()) {
        faults.push_back({path + "/issuer_id", "organisations.not_found", {}});
    }
    append(faults, faults_of_dates(input, tx.today(), path));
    return faults;
}

std::vector<Fault> faults_of_content(const db::ReadTx& tx,
                                     const ReviewContent& content,
                                     std::size_t text_length) {
    auto faults = faults_of_input(tx, content.metadata, "/metadata");
    for (std::size_t i = 0; i < content.citations.size(); ++i) {
        if (!is_relation_kind(content.citations[i].relation)) {
            faults.push_back(
                {"/citations/" + std::to_string(i) + "/relation", "field.unknown_value", {}});
        }
    }
    Bodies bodies(tx);
    append(faults, TaskCheck(bodies, content, text_length).run());
    return faults;
}

void throw_if_any(std::vector<Fault> faults) {
    if (!faults.empty()) {
        throw Error(ErrorCode::invalid, "field.faults", std::move(faults));
    }
}

}  // namespace hoiquan::documents
