#include "documents/review.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "base/error.h"
#include "base/text.h"
#include "documents/faults.h"
#include "documents/pages.h"
#include "documents/policy.h"
#include "documents/register.h"
#include "documents/relations.h"
#include "documents/review_json.h"
#include "documents/review_store.h"
#include "documents/store.h"
#include "documents/symbol_key.h"
#include "organisations/organisations.h"

namespace hoiquan::documents {

namespace json = boost::json;

namespace {

store::ReviewRow get_row(const db::ReadTx& tx, const DocumentId& id) {
    auto row = store::find_review(tx, id);
    if (!row) {
        throw Error(ErrorCode::not_found, "documents.no_review");
    }
    return std::move(*row);
}

store::Reading get_reading(const db::ReadTx& tx, const DocumentId& id) {
    auto reading = store::find_reading(tx, id);
    if (!reading) {
        throw Error(ErrorCode::not_found, "documents.no_review");
    }
    return std::move(*reading);
}

Review review_of(const db::ReadTx& tx, const auth::Actor& actor, const store::Record& record) {
    const auto& id = record.summary.id;
    const auto row = get_row(tx, id);
    auto reading = get_reading(tx, id);
    Review out;
    out.document = id;
    out.text = std::move(reading.text);
    out.page_starts = page_starts(tx, id);
    out.draft = load_draft(reading.draft_json);
    out.content = load_content(row.content_json);
    out.version = row.version;
    out.finished_at = row.finished_at;
    out.may_edit = !row.finished_at && may_edit(tx, actor, record.summary.organisation.id);
    auto bodies = bodies_of(out.content);
    const auto more = bodies_of(out.draft.content);
    bodies.insert(bodies.end(), more.begin(), more.end());
    out.names = organisations::refs(tx, bodies, tx.today());
    return out;
}

[[noreturn]] void throw_conflict(const db::ReadTx& tx,
                                 const auth::Actor& actor,
                                 const store::Record& record) {
    const auto current = review_of(tx, actor, record);
    throw Error(
        ErrorCode::conflict,
        current.finished_at ? "documents.review_ended_already" : "documents.changed_meanwhile")
        .with_current(json::serialize(to_json(current)));
}

std::map<std::string, std::string> tasks_by_key(const ReviewContent& content) {
    std::map<std::string, std::string> out;
    for (const auto& task : content.tasks) {
        ReviewContent alone;
        alone.tasks.push_back(task);
        out[task.key] = store_content(alone);
    }
    return out;
}

/// Which tasks were changed, added or taken away; the texts themselves stay in the review.
json::array changed_tasks(const ReviewContent& before, const ReviewContent& after) {
    const auto was = tasks_by_key(before);
    const auto now = tasks_by_key(after);
    json::array keys;
    for (const auto& [key, text] : now) {
        const auto old = was.find(key);
        if (old == was.end() || old->second != text) {
            keys.emplace_back(key);
        }
    }
    for (const auto& [key, text] : was) {
        if (!now.contains(key)) {
            keys.emplace_back(key);
        }
    }
    return keys;
}

std::int64_t count_included(const ReviewContent& content) {
    return std::count_if(content.tasks.begin(), content.tasks.end(), [](const ReviewTask& task) {
        return task.include;
    });
}

json::object facts_of_review(const ReviewContent& content) {
    auto facts = facts_of(content.metadata);
    facts["tasks"] = static_cast<std::int64_t>(content.tasks.size());
    facts["included"] = count_included(content);
    return facts;
}

/// Changes of bodies that the clerk left in go to the administrator.
void propose_changes(db::WriteTx& tx,
                     const DocumentId& id,
                     const OrganisationId& register_of,
                     const ReviewContent& content) {
    const auto found = load_draft(get_reading(tx, id).draft_json).found.events;
    std::vector<organisations::NewProposal> proposals;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto key = "e" + std::to_string(i + 1);
        const auto is_left_out = [&](const ReviewEvent& event) {
            return event.key == key && !event.include;
        };
        if (std::none_of(content.events.begin(), content.events.end(), is_left_out)) {
            proposals.push_back(proposal_of(found[i]));
        }
    }
    const auto& metadata = content.metadata;
    organisations::propose_events(
        tx, register_of, id, number_symbol(metadata.number, metadata.symbol), proposals);
}

/// Where one name was resolved to one body, it is plain which words meant which.
void learn_names(db::WriteTx& tx, const auth::Actor& actor, const ReviewContent& content) {
    std::set<std::string> learned;
    const auto learn = [&](const std::vector<std::string>& written,
                           const std::vector<OrganisationId>& bodies) {
        if (written.size() == 1 && bodies.size() == 1 && learned.insert(written.front()).second) {
            organisations::learn_name(tx, actor, written.front(), bodies.front());
        }
    };
    for (const auto& task : content.tasks) {
        if (task.include) {
            learn(task.lead_as_written, task.leads);
            learn(task.cooperating_as_written, task.cooperating);
        }
    }
}

}  // namespace

bool covers(const ReviewContent& content, const Obligation& obligation) {
    // Half of the sentence: a task that only touches it with its last word does not say it.
    return std::any_of(content.tasks.begin(), content.tasks.end(), [&](const ReviewTask& task) {
        if (!task.include || !task.start || !task.end) {
            return false;
        }
        const auto shared =
            std::min(*task.end, obligation.end) - std::max(*task.start, obligation.start);
        return shared * 2 >= obligation.end - obligation.start && shared > 0;
    });
}

std::vector<OrganisationId> bodies_of(const ReviewContent& content) {
    std::vector<OrganisationId> out;
    if (content.metadata.issuer) {
        out.push_back(*content.metadata.issuer);
    }
    for (const auto& task : content.tasks) {
        out.insert(out.end(), task.leads.begin(), task.leads.end());
        out.insert(out.end(), task.cooperating.begin(), task.cooperating.end());
        if (task.monitor) {
            out.push_back(*task.monitor);
        }
    }
    return out;
}

Review get_review(const db::ReadTx& tx, const auth::Actor& actor, const DocumentId& id) {
    return review_of(tx, actor, get_record(tx, actor, id));
}

void save_review(db::WriteTx& tx,
                 const auth::Actor& actor,
                 const DocumentId& id,
                 std::int64_t version,
                 const ReviewContent& content) {
    const auto record = get_changeable(tx, actor, id);
    const auto before = load_content(get_row(tx, id).content_json);
    if (!store::update_review(tx, id, version, store_content(content), actor.user)) {
        throw_conflict(tx, actor, record);
    }
    auto event = event_of("documents.review_saved", id);
    set_difference(event, facts_of_review(before), facts_of_review(content));
    event.after.as_object()["changed_tasks"] = changed_tasks(before, content);
    audit::record(tx, actor, event);
}

AssignableReview take_review(db::WriteTx& tx,
                             const auth::Actor& actor,
                             const DocumentId& id,
                             std::int64_t version) {
    const auto record = get_changeable(tx, actor, id);
    const auto row = get_row(tx, id);
    if (row.finished_at || row.version != version) {
        throw_conflict(tx, actor, record);
    }
    auto content = load_content(row.content_json);
    throw_if_any(faults_of_content(tx, content, length(get_reading(tx, id).text)));
    learn_names(tx, actor, content);
    if (!store::finish_review(tx, id, version) ||
        !store::update(tx, id, record.summary.version, content.metadata, Status::assigned)) {
        throw_conflict(tx, actor, record);
    }
    const auto& register_of = record.summary.organisation.id;
    store::insert_recipients(tx, id, content.recipients);
    write_relations(tx, id, register_of, content.citations);
    propose_changes(tx, id, register_of, content);
    link_to_named(tx, id, register_of, content.metadata);
    auto event = event_of("documents.review_finished", id);
    set_difference(event, facts_of(record.input), facts_of(content.metadata));
    event.after.as_object()["tasks"] = count_included(content);
    audit::record(tx, actor, event);
    return {get_summary(tx, actor, id), std::move(content), version + 1};
}

}  // namespace hoiquan::documents
