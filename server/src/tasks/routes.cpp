#include <algorithm>
#include <utility>

#include <boost/json/object.hpp>

#include "organisations/json.h"
#include "platform/http/json_reader.h"
#include "tasks/json.h"
#include "tasks/tasks.h"

namespace hoiquan::tasks {

namespace {

namespace json = boost::json;
using http::Guard;
using http::Request;

/// Query parameters with all their faults at once.
class QueryReader {
public:
    explicit QueryReader(const Request& request) : request_(request) {}

    template <class Parse>
    auto choice(const char* name, Parse parse) -> decltype(parse(std::string_view())) {
        const auto text = request_.query(name);
        if (!text) {
            return std::nullopt;
        }
        auto value = parse(std::string_view(*text));
        if (!value) {
            faults_.push_back({std::string("/") + name, "field.unknown_value", {{"value", *text}}});
        }
        return value;
    }
    std::vector<Status> statuses() {
        std::vector<Status> out;
        const auto text = request_.query("status").value_or("");
        for (std::size_t from = 0; from < text.size();) {
            const auto end = std::min(text.find(',', from), text.size());
            const auto status = parse_status(std::string_view(text).substr(from, end - from));
            if (status) {
                out.push_back(*status);
            } else {
                faults_.push_back(
                    {"/status", "field.unknown_value", {{"value", text.substr(from, end - from)}}});
            }
            from = end + 1;
        }
        return out;
    }
    void check() {
        if (!faults_.empty()) {
            throw Error(ErrorCode::invalid, "field.faults", std::move(faults_));
        }
    }

private:
    const Request& request_;
    std::vector<Fault> faults_;
};

std::optional<std::string> sort_of(std::string_view text) {
    return is_sort(text) ? std::optional<std::string>(text) : std::nullopt;
}

ListQuery query_from(const Request& request) {
    QueryReader reader(request);
    const auto page = request.page();
    ListQuery query;
    query.as_of = reader.choice("as_of", Date::parse_iso);
    query.search = request.query("search").value_or("");
    query.statuses = reader.statuses();
    query.alert = reader.choice("alert", parse_alert);
    query.document = reader.choice("document_id", DocumentId::parse);
    query.parent = reader.choice("parent_id", TaskId::parse);
    query.lead = reader.choice("lead_id", OrganisationId::parse);
    query.monitor = reader.choice("monitor_id", OrganisationId::parse);
    query.deadline_kind = reader.choice("deadline_kind", documents::parse_deadline_kind);
    query.mine = reader.choice("mine", parse_part);
    query.mark = reader.choice("mark", parse_mark);
    query.level = reader.choice("level", parse_level).value_or(Level::leaf);
    query.sort = reader.choice("sort", sort_of).value_or("due_date");
    query.limit = page.limit;
    query.offset = page.offset;
    reader.check();
    return query;
}

http::Response list_tasks(Request& request) {
    const auto query = query_from(request);
    return http::ok(request.read([&](const db::ReadTx& tx) {
        return to_json(list(tx, request.actor(), query), query.limit, query.offset);
    }));
}

json::value detail_json(const db::ReadTx& tx, const Request& request, const TaskId& id) {
    return to_json(get(tx, request.actor(), id));
}

http::Response get_task(Request& request) {
    const auto id = request.id<TaskId>();
    return request.read([&](const db::ReadTx& tx) {
        const auto detail = get(tx, request.actor(), id);
        return http::ok_versioned(to_json(detail), detail.task.version);
    });
}

http::Response assign_tasks(Request& request) {
    const auto id = request.id<DocumentId>();
    const auto version = request.if_match();
    const auto made =
        request.write([&](db::WriteTx& tx) { return assign(tx, request.actor(), id, version); });
    return http::created(json::object{{"created", made.created}, {"parents", made.parents}});
}

http::Response update_task(Request& request) {
    const auto id = request.id<TaskId>();
    const auto version = request.if_match();
    const auto input = task_input_from_json(request.json());
    return http::ok(request.write([&](db::WriteTx& tx) {
        update(tx, request.actor(), id, version, input);
        return detail_json(tx, request, id);
    }));
}

http::Response post_note(Request& request) {
    const auto id = request.id<TaskId>();
    http::JsonReader reader(request.json());
    const auto text = reader.required_text("text", 2000);
    const auto percent = reader.integer("percent", 0, 100);
    reader.check();
    const auto whole = percent ? std::optional(static_cast<int>(*percent)) : std::nullopt;
    return http::created(request.write([&](db::WriteTx& tx) {
        add_note(tx, request.actor(), id, text, whole);
        return detail_json(tx, request, id);
    }));
}

http::Response post_evidence(Request& request) {
    const auto id = request.id<TaskId>();
    const auto input = new_evidence_from_json(request.json());
    return http::created(request.write([&](db::WriteTx& tx) {
        file_evidence(tx, request.actor(), id, input);
        return detail_json(tx, request, id);
    }));
}

http::Response post_decision(Request& request) {
    const auto id = request.id<EvidenceId>();
    http::JsonReader reader(request.json());
    const auto decision = reader.choice("decision", parse_decision);
    const auto reason = reader.text("reason", 1000);
    if (!reader.has("decision")) {
        reader.fault("decision", "field.required");
    }
    reader.check();
    return http::ok(request.write([&](db::WriteTx& tx) {
        const auto task =
            decide_evidence(tx, request.actor(), id, decision.value_or(Decision::refused), reason);
        return detail_json(tx, request, task);
    }));
}

http::Response post_close(Request& request) {
    const auto id = request.id<TaskId>();
    const auto version = request.if_match();
    std::optional<Date> done_date;
    if (!request.body().empty()) {
        http::JsonReader reader(request.json());
        done_date = reader.date("done_date");
        reader.check();
    }
    return http::ok(request.write([&](db::WriteTx& tx) {
        close(tx, request.actor(), id, version, done_date);
        return detail_json(tx, request, id);
    }));
}

http::Response get_history(Request& request) {
    const auto id = request.id<TaskId>();
    const auto page = request.page();
    return http::ok(request.read([&](const db::ReadTx& tx) {
        get(tx, request.actor(), id);
        return organisations::to_json(
            organisations::history(tx, id.str(), page.limit, page.offset));
    }));
}

http::Response get_home(Request& request) {
    return http::ok(request.read(
        [&](const db::ReadTx& tx) { return to_json(home(tx, request.actor()), tx.today()); }));
}

}  // namespace

void add_routes(http::Router& router) {
    router.get("/api/v1/home", Guard::signed_in, get_home);
    router.post("/api/v1/documents/{id}/tasks", Guard::clerk, assign_tasks);
    router.get("/api/v1/tasks", Guard::signed_in, list_tasks);
    router.get("/api/v1/tasks/{id}", Guard::signed_in, get_task);
    router.put("/api/v1/tasks/{id}", Guard::signed_in, update_task);
    router.post("/api/v1/tasks/{id}/notes", Guard::signed_in, post_note);
    router.post("/api/v1/tasks/{id}/evidence", Guard::signed_in, post_evidence);
    router.post("/api/v1/evidence/{id}/decision", Guard::signed_in, post_decision);
    router.post("/api/v1/tasks/{id}/close", Guard::signed_in, post_close);
    router.get("/api/v1/tasks/{id}/history", Guard::signed_in, get_history);
}

}  // namespace hoiquan::tasks
