#include <utility>

#include <boost/json/object.hpp>

#include "base/text.h"
#include "platform/audit/audit.h"
#include "tasks/service.h"
#include "tasks/store.h"

namespace hoiquan::tasks {

namespace {

/// Makes the tasks of one review, in its order.
class Assigner {
public:
    Assigner(db::WriteTx& tx, const auth::Actor& actor, const documents::AssignableReview& review)
        : tx_(tx), actor_(actor), review_(review) {
        brief_.number = review.content.metadata.number;
        brief_.symbol = review.content.metadata.symbol;
    }

    Assigned run() {
        for (const auto& source : review_.content.tasks) {
            if (source.include) {
                make(source);
            }
        }
        return made_;
    }

private:
    void make(const documents::ReviewTask& source) {
        if (source.leads.size() <= 1) {
            const auto lead =
                source.leads.empty() ? std::nullopt : std::optional(source.leads.front());
            insert_one(source, lead, std::nullopt, false);
            return;
        }
        const auto parent = insert_one(source, std::nullopt, std::nullopt, true);
        for (const auto& lead : source.leads) {
            insert_one(source, lead, parent, false);
        }
    }

    TaskId insert_one(const documents::ReviewTask& source,
                      const std::optional<OrganisationId>& lead,
                      const std::optional<TaskId>& parent,
                      bool is_parent) {
        const std::string lead_name = lead ? organisations::ref(tx_, *lead, tx_.today()).name : "";
        TaskInput words;
        words.title = title_of(source.text);
        NewTask row{review_.document.organisation.id,
                    review_.document.id,
                    parent,
                    is_parent,
                    ++position_,
                    source,
                    words.title,
                    "",
                    std::nullopt,
                    false};
        row.search_key = search_key_of(words, source.text, lead_name, brief_);
        row.lead_key = lead ? std::optional(sort_key(lead_name)) : std::nullopt;
        row.due_was_decided = source.due_date && !source.deadline_as_written;
        auto id = insert(tx_, actor_, row);
        assign_bodies(id, source, lead);
        (is_parent ? made_.parents : made_.created) += 1;
        record(id, lead, parent);
        return id;
    }

    void assign_bodies(const TaskId& id,
                       const documents::ReviewTask& source,
                       const std::optional<OrganisationId>& lead) {
        if (lead) {
            insert_assignment(tx_, id, Part::lead, *lead);
        }
        for (const auto& body : source.cooperating) {
            insert_assignment(tx_, id, Part::cooperating, body);
        }
        if (source.monitor) {
            insert_assignment(tx_, id, Part::monitor, *source.monitor);
        }
    }

    void record(const TaskId& id,
                const std::optional<OrganisationId>& lead,
                const std::optional<TaskId>& parent) {
        boost::json::object facts{{"document_id", review_.document.id.str()}};
        if (lead) {
            facts["lead_id"] = lead->str();
        }
        if (parent) {
            facts["parent_id"] = parent->str();
        }
        audit::record(tx_,
                      actor_,
                      {.action = "task.assigned",
                       .entity = "task",
                       .entity_id = id.str(),
                       .before = nullptr,
                       .after = std::move(facts),
                       .reason = {},
                       .parent_entity_id = {}});
    }

    db::WriteTx& tx_;
    const auth::Actor& actor_;
    const documents::AssignableReview& review_;
    documents::DocumentBrief brief_;
    Assigned made_;
    int position_ = 0;
};

}  // namespace

Assigned assign(db::WriteTx& tx,
                const auth::Actor& actor,
                const DocumentId& document,
                std::int64_t review_version) {
    const auto review = documents::take_review(tx, actor, document, review_version);
    return Assigner(tx, actor, review).run();
}

}  // namespace hoiquan::tasks
