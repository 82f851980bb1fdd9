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

json::array numbers(const organisations::Figures& figures) {
    return json::array(figures.begin(), figures.end());
}

json::value numbers(const std::optional<organisations::Figures>& figures) {
    return figures ? json::value(numbers(*figures)) : json::value(nullptr);
}

json::value to_json(const SystemReport& report, const SystemQuery& query) {
    json::array lines;
    for (const auto& line : report.sums.lines) {
        lines.push_back(json::object{{"organisation", organisations::to_json(line.organisation)},
                                     {"own", numbers(line.own)},
                                     {"total", numbers(line.total)},
                                     {"child_count", line.child_count}});
    }
    json::array keys(report.keys.begin(), report.keys.end());
    return json::object{{"content", to_string(query.content)},
                        {"as_of", query.view.as_of.iso()},
                        {"is_restated", query.is_restated},
                        {"path", organisations::to_json(report.sums.path)},
                        {"keys", std::move(keys)},
                        {"lines", std::move(lines)},
                        {"own", numbers(report.sums.own)},
                        {"outside", numbers(report.sums.outside)},
                        {"unled", numbers(report.unled)},
                        {"undecided", numbers(report.undecided)},
                        {"total", numbers(report.total)}};
}

/// One query parameter; a fault of its own when it is there and cannot be read.
template <class Parse>
auto asked_for(const Request& request,
               const char* name,
               const char* key,
               std::vector<Fault>& faults,
               Parse parse) -> decltype(parse(std::string_view())) {
    const auto text = request.query(name);
    if (!text || text->empty()) {
        return std::nullopt;
    }
    auto value = parse(std::string_view(*text));
    if (!value) {
        faults.push_back({"/" + std::string(name), key, {{"value", *text}}});
    }
    return value;
}

SystemQuery system_query(const Request& request, const Date& today) {
    std::vector<Fault> faults;
    SystemQuery query;
    query.content = asked_for(request, "content", "field.unknown_value", faults, parse_content)
                        .value_or(Content::tasks);
    query.along =
        asked_for(request, "along", "field.unknown_value", faults, organisations::parse_along)
            .value_or(organisations::Along::party);
    const auto to_date = [](std::string_view text) { return Date::parse_iso(text); };
    query.view.as_of =
        asked_for(request, "as_of", "field.bad_date", faults, to_date).value_or(today);
    query.view.known_on = asked_for(request, "known_on", "field.bad_date", faults, to_date);
    query.parent = asked_for(request, "parent_id", "field.bad_id", faults, [](auto text) {
        return OrganisationId::parse(text);
    });
    query.is_restated = request.query("restated") == "true";
    if (!faults.empty()) {
        throw Error(ErrorCode::invalid, "field.faults", std::move(faults));
    }
    return query;
}

http::Response system_figures(Request& request) {
    return request.read([&](const db::ReadTx& tx) {
        const auto query = system_query(request, tx.today());
        return http::ok(to_json(system_report(tx, request.actor(), query), query));
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
    router.get("/api/v1/reports/system", http::Guard::signed_in, system_figures);
    router.get("/api/v1/documents/{id}/progress", http::Guard::signed_in, [](Request& request) {
        return http::ok(to_json(gather(request)));
    });
    router.get("/api/v1/documents/{id}/progress/{format}", http::Guard::signed_in, download);
}

}  // namespace hoiquan::reports
