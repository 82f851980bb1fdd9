#include <string>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "documents/json.h"
#include "office/office.h"
#include "organisations/json.h"
#include "platform/extract/extract.h"
#include "reports/render.h"
#include "reports/reports.h"
#include "tasks/json.h"

namespace hoiquan::reports {

namespace {

namespace json = boost::json;
using http::Request;

constexpr const char* kDocx =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr const char* kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

json::array figures_json(const std::vector<Figure>& figures) {
    json::array out;
    for (const auto& figure : figures) {
        json::object filter;
        for (const auto& [name, value] : figure.filter) {
            filter[name] = value;
        }
        out.push_back(json::object{
            {"key", figure.key}, {"value", figure.value}, {"filter", std::move(filter)}});
    }
    return out;
}

json::value to_json(const Progress& progress) {
    json::array bodies;
    for (const auto& row : progress.by_organisation) {
        bodies.push_back(json::object{{"organisation", organisations::to_json(row.organisation)},
                                      {"figures", figures_json(row.figures)}});
    }
    json::array tasks;
    for (const auto& task : progress.tasks) {
        tasks.push_back(tasks::to_json(task));
    }
    return json::object{{"document", documents::to_json(progress.document)},
                        {"as_of", progress.as_of.iso()},
                        {"made_at", progress.made_at.iso()},
                        {"totals", figures_json(progress.totals)},
                        {"on_time_rate",
                         json::object{{"numerator", progress.on_time.numerator},
                                      {"denominator", progress.on_time.denominator}}},
                        {"by_organisation", std::move(bodies)},
                        {"tasks", std::move(tasks)}};
}

Progress gather(Request& request) {
    const auto id = request.id<DocumentId>();
    const auto text = request.query("as_of");
    const auto asked = text ? Date::parse_iso(*text) : std::nullopt;
    if (text && !asked) {
        throw Error(
            ErrorCode::invalid, "field.faults", {{"/as_of", "field.bad_date", {{"value", *text}}}});
    }
    return request.read([&](const db::ReadTx& tx) {
        return progress(tx, request.actor(), id, asked.value_or(tx.today()));
    });
}

http::Response download(Request& request) {
    const std::string format(request.param("format"));
    if (format != "docx" && format != "xlsx" && format != "pdf") {
        throw Error(ErrorCode::not_found, "reports.unknown_format");
    }
    const auto report = gather(request);
    const std::string name = "bao-cao-tien-do-" + report.as_of.iso() + "." + format;
    if (format == "xlsx") {
        return http::download(
            office::write_xlsx(xlsx_of(report),
                               {"Báo cáo tiến độ", report.reporting.name, report.made_at}),
            kXlsx,
            name);
    }
    auto docx = office::write_docx(docx_of(report));
    if (format == "docx") {
        return http::download(std::move(docx), kDocx, name);
    }
    return http::download(extract::docx_to_pdf(docx), "application/pdf", name);
}

}  // namespace

void add_routes(http::Router& router) {
    router.get("/api/v1/documents/{id}/progress", http::Guard::signed_in, [](Request& request) {
        return http::ok(to_json(gather(request)));
    });
    router.get("/api/v1/documents/{id}/progress/{format}", http::Guard::signed_in, download);
}

}  // namespace hoiquan::reports
