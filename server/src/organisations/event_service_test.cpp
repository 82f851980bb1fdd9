// What each kind of event does to bodies, what it is refused for, and what a participant is asked.

#include <algorithm>
#include <map>

#include <doctest/doctest.h>

#include "base/error.h"
#include "organisations/fixture_test.h"
#include "platform/db/testing.h"

namespace hoiquan::organisations {

namespace {

using namespace fixture;  // NOLINT(google-build-using-namespace): the words of these tests

/// A module that keeps nothing and remembers what it was asked.
class StandIn : public EventParticipant {
public:
    std::vector<EffectLine> effect(const db::ReadTx&, const Outcome& outcome) const override {
        std::vector<EffectLine> out;
        for (const auto& succession : outcome.successions) {
            out.push_back(
                {"members",
                 "members",
                 succession.needs_decision ? Effect::needs_decision : Effect::moves,
                 succession.from,
                 succession.heirs.empty() ? std::nullopt : std::optional(succession.heirs.front()),
                 12,
                 {}});
        }
        return out;
    }
    std::vector<Question> carry_out(db::WriteTx&,
                                    const EventId&,
                                    const Outcome& outcome) const override {
        ++carried_out;
        for (const auto& body : outcome.bodies) {
            CHECK_FALSE(body.id.empty());
        }
        return {};
    }
    std::vector<Dependant> dependants(const db::ReadTx&,
                                      const EventId&,
                                      const std::vector<OrganisationId>&) const override {
        return holds_on ? std::vector<Dependant>{{"members", "members", 3, {"Nguyễn Văn An"}}}
                        : std::vector<Dependant>();
    }
    void undo(db::WriteTx&, const EventId&) const override { ++undone; }
    void state(const db::ReadTx&, const std::function<void(std::string_view)>&) const override {}

    bool holds_on = false;
    mutable int carried_out = 0;
    mutable int undone = 0;
};

NewEvent event(EventCode code, const char* date, std::vector<OrganisationId> bodies) {
    NewEvent out;
    out.code = code;
    out.date = from(date);
    out.basis_text = "15-QĐ/TU";
    out.reason = "Sắp xếp tổ chức";
    out.bodies = std::move(bodies);
    return out;
}

ResultBody made(const char* name) {
    ResultBody out;
    out.name = name;
    return out;
}

std::vector<std::string> faults_of(const std::function<void()>& change) {
    try {
        change();
    } catch (const Error& error) {
        std::vector<std::string> keys;
        for (const auto& fault : error.faults()) {
            keys.push_back(fault.field + " " + fault.key);
        }
        return keys.empty() ? std::vector<std::string>{error.key()} : keys;
    }
    return {};
}
using Keys = std::vector<std::string>;

/// Name -> name of what it is part of or led by.
std::map<std::string, std::string> tree_on(const db::ReadTx& tx,
                                           const City& city,
                                           const char* date) {
    ListQuery query;
    query.view.as_of = day(date);
    query.limit = 200;
    std::map<std::string, std::string> out;
    for (const auto& body : list(tx, city.clerk, query).items) {
        out[body.name] = body.parent ? body.parent->name : "";
    }
    return out;
}

OrganisationId made_by(const db::ReadTx& tx,
                       const City& city,
                       const EventId& id,
                       std::size_t i = 0) {
    std::vector<OrganisationId> out;
    for (const auto& part : describe_event(tx, city.administrator, id).parts) {
        if (part.part == "made") {
            out.push_back(part.body);
        }
    }
    return out.at(i);
}

std::string hash(const db::ReadTx& tx) {
    return state_hash(tx, {});
}

}  // namespace

TEST_CASE("events: a merger makes one body, its parts end, what hung on them hangs on it") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        const auto stand_in = std::make_shared<StandIn>();
        database.write([&](db::WriteTx& tx) {
            const auto before = hash(tx);
            auto input =
                event(EventCode::consolidate, "2026-03-01", {city.board, city.ward_committee});
            input.results = {made("Ban chung")};
            const auto shown = preview(tx, city.administrator, input, {stand_in});
            REQUIRE(shown.outcome.bodies.size() == 1);
            CHECK(shown.outcome.bodies.front().id.empty());
            REQUIRE(shown.lines.size() == 3);
            CHECK(shown.lines.front().what == "children");
            CHECK(shown.lines.front().count == 2);
            CHECK(shown.names.front() == "Đảng ủy phường Bến Đá");
            CHECK(shown.lines.back().count == 12);
            CHECK(hash(tx) == before);

            const auto id = carry_out(tx, city.administrator, input, {stand_in});
            CHECK(stand_in->carried_out == 1);
            const auto then = tree_on(tx, city, "2026-02-28");
            const auto now = tree_on(tx, city, "2026-03-01");
            CHECK(then.contains("Đảng ủy phường Bến Đá"));
            CHECK_FALSE(then.contains("Ban chung"));
            CHECK_FALSE(now.contains("Đảng ủy phường Bến Đá"));
            CHECK(now.at("Ban chung") == "Thành ủy Sông Lam");
            CHECK(now.at("UBND phường Bến Đá") == "Ban chung");
            const auto graph = lineage(tx, city.board, {day("2026-03-01"), {}});
            REQUIRE(graph.edges.size() == 1);
            CHECK(graph.edges.front().successor == made_by(tx, city, id));
            CHECK(graph.edges.front().share == Share::whole);
            // The heirs answer for the records of who ended.
            const auto heir = actor_at(
                city.clerk.user, made_by(tx, city, id), auth::Role::clerk, auth::Reach::self);
            CHECK(reaches(tx, heir, city.board));

            undo(tx, city.administrator, id, "Nhập nhầm", {stand_in});
            CHECK(stand_in->undone == 1);
            CHECK(hash(tx) == before);
            CHECK(tree_on(tx, city, "2026-03-01") == then);
            CHECK_FALSE(reaches(tx, heir, city.board));
            CHECK(describe_event(tx, city.clerk, id).event.undo_reason == "Nhập nhầm");
            CHECK(faults_of([&] { undo(tx, city.administrator, id, "", {}); }) ==
                  Keys{"organisations.event_undone_already"});
        });
    });
}

TEST_CASE("events: what was believed before a late entry can still be asked") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            auto input = event(EventCode::dissolve, "2025-01", {city.ward_association});
            input.ground = Ground::own_will;
            carry_out(tx, city.administrator, input, {});
        });
        database.read([&](const db::ReadTx& tx) {
            ListQuery query;
            query.search = "Hội Người cao tuổi phường";
            query.view.as_of = day("2026-01-01");
            CHECK(list(tx, city.clerk, query).total == 0);
            // Yesterday nobody had entered anything, not even the city.
            query.view.known_on = tx.today().plus_days(-1);
            CHECK(list(tx, city.clerk, query).total == 0);
            query.view = {day("2024-12-31"), {}};
            CHECK(list(tx, city.clerk, query).total == 1);
            const auto life = timeline(tx, city.clerk, city.ward_association, {tx.today(), {}});
            REQUIRE(life.events.size() == 1);
            CHECK(life.events.front().part == "ended");
            CHECK(life.events.front().event.date.precision == DatePrecision::month);
            CHECK(life.body.until == day("2025-01-01"));
        });
    });
}

TEST_CASE("events: a divided body leaves questions, moves are obeyed") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            auto input = event(EventCode::divide, "2026-03-01", {city.ward_committee});
            input.results = {made("Đảng ủy phường A"), made("Đảng ủy phường B")};
            input.moves = {{city.ward_association, 1}};
            const auto id = carry_out(tx, city.administrator, input, {});
            const auto now = tree_on(tx, city, "2026-03-01");
            CHECK(now.at("UBND phường Bến Đá") == "Đảng ủy phường A");
            CHECK(now.at("Hội Người cao tuổi phường Bến Đá") == "Đảng ủy phường B");
            const auto told = describe_event(tx, city.administrator, id);
            REQUIRE(told.questions.size() == 1);
            CHECK(told.questions.front().provisional == made_by(tx, city, id, 0));
            CHECK(told.edges.size() == 2);
            CHECK(told.edges.front().share == Share::part);
            CHECK(told.may_undo);
        });
    });
}

TEST_CASE("events: many to many, with a part that goes on; a code of one that ends is free") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            auto input =
                event(EventCode::reorganise, "2026-03-01", {city.board, city.ward_committee});
            ResultBody goes_on;
            goes_on.id = city.board;
            input.results = {goes_on, made("Đảng ủy phường mới")};
            input.edges = {{city.board, 0, Share::part},
                           {city.board, 1, Share::part},
                           {city.ward_committee, 1, Share::whole}};
            const auto id = carry_out(tx, city.administrator, input, {});
            const auto now = tree_on(tx, city, "2026-03-01");
            CHECK(now.contains("Ban Dân vận Thành ủy Sông Lam"));
            CHECK(now.at("UBND phường Bến Đá") == "Đảng ủy phường mới");
            const auto back = lineage(tx, made_by(tx, city, id), {day("2026-03-01"), {}});
            CHECK(back.edges.size() == 3);
        });
    });
}

TEST_CASE("events: in the future nothing happens before its day; a correction replaces the event") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            const auto before = hash(tx);
            auto input = event(EventCode::suspend, "2027-01-01", {city.ward_association});
            const auto wrong = carry_out(tx, city.administrator, input, {});
            const auto status = [&](const char* date) {
                return timeline(tx, city.clerk, city.ward_association, {day(date), {}}).body.status;
            };
            CHECK(status("2026-12-31") == "active");
            CHECK(status("2027-01-01") == "suspended");
            input.date = from("2028-01-01");
            input.corrects = wrong;
            const auto right = carry_out(tx, city.administrator, input, {});
            CHECK(status("2027-01-01") == "active");
            CHECK(status("2028-01-01") == "suspended");
            CHECK(describe_event(tx, city.clerk, right).event.corrects == wrong);
            CHECK(describe_event(tx, city.clerk, wrong).event.undone_at.has_value());
            EventQuery query;
            query.body = city.ward_association;
            CHECK(list_events(tx, city.clerk, query).total == 1);
            query.with_undone = true;
            CHECK(list_events(tx, city.clerk, query).total == 2);
            undo(tx, city.administrator, right, "", {});
            CHECK(hash(tx) == before);
        });
    });
}

TEST_CASE("undo: refused while something depends on the event, with what") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        const auto stand_in = std::make_shared<StandIn>();
        const auto first = database.write([&](db::WriteTx& tx) {
            auto input = event(EventCode::absorb, "2026-03-01", {city.ward_committee});
            ResultBody receiver;
            receiver.id = city.board;
            input.results = {receiver};
            const auto id = carry_out(tx, city.administrator, input, {stand_in});
            auto later = event(EventCode::transfer, "2026-03-02", {city.ward_association});
            later.relation = RelationKind::led_by;
            later.to = city.committee;
            carry_out(tx, city.administrator, later, {stand_in});
            return id;
        });
        const auto try_undo = [&] {
            return faults_of([&] {
                database.write(
                    [&](db::WriteTx& tx) { undo(tx, city.administrator, first, "", {stand_in}); });
            });
        };
        CHECK(try_undo() == Keys{"/organisations/relations organisations.depends_on_event"});
        stand_in->holds_on = true;
        CHECK(try_undo() == Keys{"/organisations/relations organisations.depends_on_event",
                                 "/members/members organisations.depends_on_event"});
        CHECK(stand_in->undone == 0);
    });
}

TEST_CASE("events: every fault at once; out of reach is forbidden; only an administrator") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            const auto faults = [&](const NewEvent& input) {
                return faults_of([&] { preview(tx, city.administrator, input, {}); });
            };
            auto input = event(EventCode::consolidate, "2026-03-01", {city.board});
            input.basis_text = " ";
            input.results = {made("...")};
            CHECK(faults(input) == Keys{"/basis_text field.required",
                                        "/organisation_ids organisations.wrong_number_of_bodies",
                                        "/results/0/name organisations.name_without_letters"});
            CHECK(faults(event(EventCode::suspend, "2019-01-01", {city.board})) ==
                  Keys{"/organisation_ids/0 organisations.not_there_on_date"});
            CHECK(faults(event(EventCode::resume, "2026-01-01", {city.board})) ==
                  Keys{"/organisation_ids/0 organisations.not_suspended"});
            CHECK(faults(event(EventCode::suspend, "2026-01-01", {city.elsewhere})) ==
                  Keys{"organisations.may_not_edit"});
            auto end = event(EventCode::dissolve, "2026-01-01", {city.committee});
            end.ground = Ground::by_decision;
            CHECK(faults(end) == Keys{"/organisation_ids/0 organisations.leaves_orphans"});
            auto edges = event(EventCode::reorganise, "2026-01-01", {city.board});
            edges.results = {made("A"), made("B")};
            edges.edges = {{city.board, 0, Share::part}, {city.committee, 7, Share::whole}};
            CHECK(faults(edges) == Keys{"/edges/0/share organisations.share_does_not_fit",
                                        "/edges/1/from_id organisations.edge_from_elsewhere",
                                        "/edges/1/result field.unknown_value",
                                        "/results/1 organisations.result_without_edge"});
            auto name = event(EventCode::rename, "2026-01-01", {city.board});
            name.name = "Ban Dân vận Thành ủy Sông Lam";
            CHECK(faults(name) == Keys{"/name organisations.name_unchanged"});
            auto kind = event(EventCode::change_kind, "2026-01-01", {city.board});
            kind.kind = "territory";
            CHECK(faults(kind) == Keys{"/kind organisations.territories_apart"});
            auto basis = event(EventCode::suspend, "2026-01-01", {city.board});
            CHECK(faults_of([&] { carry_out(tx, city.clerk, basis, {}); }) ==
                  Keys{"auth.wrong_role"});
        });
        CHECK(faults_of([&] {
                  database.write([&](db::WriteTx& tx) {
                      auto basis = event(EventCode::suspend, "2026-01-01", {city.board});
                      basis.basis_document = tx.new_id<DocumentId>();
                      carry_out(tx, city.administrator, basis, {});
                  });
              }) == Keys{"/basis_document_id organisations.basis_not_found"});
    });
}

TEST_CASE("compare: added, ended, renamed and moved between two days") {
    db::testing::on_each_engine([](db::Database& database) {
        const auto city = database.write([](db::WriteTx& tx) { return make_city(tx); });
        database.write([&](db::WriteTx& tx) {
            auto name = event(EventCode::rename, "2026-02-01", {city.board});
            name.name = "Ban Công tác quần chúng";
            carry_out(tx, city.administrator, name, {});
            auto move = event(EventCode::transfer, "2026-02-01", {city.ward_association});
            move.relation = RelationKind::led_by;
            move.to = city.board;
            carry_out(tx, city.administrator, move, {});
            auto end = event(EventCode::dissolve, "2026-02-01", {city.ward_committee});
            end.ground = Ground::by_decision;
            carry_out(tx, city.administrator, end, {});
            Comparison asked;
            asked.from = day("2026-01-01");
            asked.to = day("2026-02-01");
            const auto page = compare(tx, city.clerk, asked);
            REQUIRE(page.total == 4);  // Besides, what hung on the dissolved one was moved.
            CHECK(page.items[0].change == Change::ended);
            CHECK(page.items[1].name_after == "Ban Công tác quần chúng");
            asked.change = Change::moved;
            CHECK(compare(tx, city.clerk, asked).total == 2);
            asked.from = day("2019-01-01");
            asked.change = Change::added;
            CHECK(compare(tx, city.clerk, asked).total == 10);
        });
    });
}

}  // namespace hoiquan::organisations
