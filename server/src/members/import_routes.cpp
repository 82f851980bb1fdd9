#include "members/import_routes.h"

#include <memory>
#include <string>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "imports/imports.h"
#include "members/member_import.h"
#include "members/queries.h"
#include "members/service.h"
#include "members/sheets.h"
#include "platform/http/json_reader.h"

namespace hoiquan::members {

namespace {

namespace json = boost::json;
using http::Guard;
using http::Request;

constexpr int kAccepted = 202;
/// Read while one waits, a second at most; larger ones in the background.
constexpr std::size_t kSmallFile = std::size_t{256} << 10;
constexpr std::size_t kLongestReason = 500;

OrganisationId demanded(Request& request) {
    const auto association = request.id<OrganisationId>();
    request.read([&](const db::ReadTx& tx) { demand_names(tx, request.actor(), association); });
    return association;
}

imports::Where where(const Request& request, const OrganisationId& association) {
    return {association, kImportKind, request.id<imports::BatchId>("batch_id")};
}

json::value batch_json(Request& request, const imports::Where& at) {
    return imports::to_json(
        request.read([&](const db::ReadTx& tx) { return imports::get(tx, at); }));
}

json::object reading_json(Request& request,
                          const OrganisationId& association,
                          const imports::ReadingStatus& status) {
    json::object out{{"id", status.id.str()},
                     {"state", to_string(status.state)},
                     {"rows_done", status.rows_done},
                     {"rows", status.rows},
                     {"batch", nullptr},
                     {"problem", nullptr}};
    if (status.batch) {
        out["batch"] = batch_json(request, {association, kImportKind, *status.batch});
    }
    if (status.error) {
        out["problem"] = json::parse(http::problem(*status.error, request.number()).body);
    }
    return out;
}

http::Response get_template(Request& request) {
    demanded(request);
    return http::download(request.read([](const db::ReadTx& tx) { return import_template(tx); }),
                          queries::kXlsx,
                          "Mẫu danh sách hội viên.xlsx");
}

http::Response import_file(Request& request, imports::Readings& readings) {
    const auto association = demanded(request);
    imports::File file{request.query("file_name").value_or(""), std::string(request.body())};
    if (file.name.empty()) {
        throw Error(ErrorCode::invalid, "field.faults", {{"/file_name", "field.required", {}}});
    }
    auto reader = importer(queries::keys(request));
    if (file.bytes.size() <= kSmallFile) {
        const auto batch =
            imports::read_file(request.database(), request.actor(), association, *reader, file);
        return http::created(
            batch_json(request, {association, kImportKind, batch.value_or(imports::BatchId())}));
    }
    auto response = http::ok(reading_json(
        request,
        association,
        readings.begin(
            request.database(), request.actor(), association, std::move(reader), std::move(file))));
    response.status = kAccepted;
    return response;
}

http::Response get_reading(Request& request, imports::Readings& readings, bool stops) {
    const auto association = demanded(request);
    const auto id = request.id<imports::ReadingId>("reading_id");
    return http::ok(reading_json(
        request,
        association,
        stops ? readings.stop(request.actor(), id) : readings.get(request.actor(), id)));
}

http::Response list_batches(Request& request) {
    const auto association = demanded(request);
    const auto paging = request.page();
    const auto page = request.read([&](const db::ReadTx& tx) {
        return imports::list(tx, association, kImportKind, paging.limit, paging.offset);
    });
    json::array items;
    for (const auto& batch : page.items) {
        items.push_back(imports::to_json(batch));
    }
    return http::ok(http::page_json(std::move(items), page.total, paging.limit, paging.offset));
}

http::Response versioned(Request& request, const imports::Where& at) {
    const auto batch = request.read([&](const db::ReadTx& tx) { return imports::get(tx, at); });
    return http::ok_versioned(imports::to_json(batch), batch.version);
}

http::Response get_batch(Request& request) {
    return versioned(request, where(request, demanded(request)));
}

/// Rows of a batch name persons, so that reading them is recorded.
http::Response list_rows(Request& request) {
    const auto association = request.id<OrganisationId>();
    const auto at = where(request, association);
    const auto paging = request.page();
    imports::RowQuery query;
    query.outcome = queries::choice(request, "outcome", imports::parse_outcome);
    query.limit = paging.limit;
    query.offset = paging.offset;
    request.write([&](db::WriteTx& tx) { open_names(tx, request.actor(), association, "import"); });
    const auto page =
        request.read([&](const db::ReadTx& tx) { return imports::rows(tx, at, query); });
    json::array items;
    for (const auto& row : page.items) {
        items.push_back(imports::to_json(row));
    }
    return http::ok(http::page_json(std::move(items), page.total, query.limit, query.offset));
}

http::Response confirm_batch(Request& request) {
    const auto association = demanded(request);
    const auto at = where(request, association);
    request.read([&](const db::ReadTx& tx) { imports::get(tx, at); });
    const auto version = request.if_match();
    const auto writer = importer(queries::keys(request));
    request.write([&](db::WriteTx& tx) {
        demand_names(tx, request.actor(), association);
        imports::confirm(tx, request.actor(), *writer, at, version);
    });
    return versioned(request, at);
}

http::Response undo_batch(Request& request) {
    const auto association = demanded(request);
    const auto at = where(request, association);
    request.read([&](const db::ReadTx& tx) { imports::get(tx, at); });
    http::JsonReader reader(request.json());
    const auto reason = reader.required_text("reason", kLongestReason);
    reader.check();
    const auto writer = importer(queries::keys(request));
    request.write([&](db::WriteTx& tx) {
        demand_names(tx, request.actor(), association);
        imports::undo(tx, request.actor(), *writer, at, reason);
    });
    return versioned(request, at);
}

http::Response discard_batch(Request& request) {
    const auto association = demanded(request);
    const auto at = where(request, association);
    request.write([&](db::WriteTx& tx) { imports::discard(tx, request.actor(), at); });
    return http::no_content();
}

}  // namespace

void add_import_routes(http::Router& router) {
    const std::string base = "/api/v1/associations/{id}/members/import";
    const auto readings = std::make_shared<imports::Readings>();
    router.get(base + "/template", Guard::signed_in, get_template);
    router.upload(base, Guard::signed_in, [readings](Request& request) {
        return import_file(request, *readings);
    });
    router.get(base, Guard::signed_in, list_batches);
    router.get(base + "/readings/{reading_id}", Guard::signed_in, [readings](Request& request) {
        return get_reading(request, *readings, false);
    });
    router.del(base + "/readings/{reading_id}", Guard::signed_in, [readings](Request& request) {
        return get_reading(request, *readings, true);
    });
    router.get(base + "/{batch_id}", Guard::signed_in, get_batch);
    router.get(base + "/{batch_id}/rows", Guard::signed_in, list_rows);
    router.post(base + "/{batch_id}/confirm", Guard::signed_in, confirm_batch);
    router.post(base + "/{batch_id}/undo", Guard::signed_in, undo_batch);
    router.del(base + "/{batch_id}", Guard::signed_in, discard_batch);
}

}  // namespace hoiquan::members
