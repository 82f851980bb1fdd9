#include <charconv>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "documents/documents.h"
#include "documents/file_store.h"
#include "documents/json.h"
#include "documents/pages.h"
#include "documents/readings.h"
#include "documents/register.h"
#include "documents/review_json.h"
#include "documents/upload.h"
#include "organisations/json.h"

namespace hoiquan::documents {

namespace {

namespace json = boost::json;
using http::Guard;
using http::Request;

constexpr int kAccepted = 202;

[[noreturn]] void refuse(std::string_view name,
                         const char* key,
                         std::vector<std::pair<std::string, std::string>> args = {}) {
    throw Error(
        ErrorCode::invalid, "field.faults", {{"/" + std::string(name), key, std::move(args)}});
}

template <class Parse>
auto choice_query(const Request& request, std::string_view name, Parse parse, const char* key)
    -> decltype(parse(std::string_view())) {
    const auto text = request.query(name);
    if (!text || text->empty()) {
        return std::nullopt;
    }
    auto value = parse(std::string_view(*text));
    if (!value) {
        refuse(name, key, {{"value", *text}});
    }
    return value;
}

template <class Parse>
auto choice_query(const Request& request, std::string_view name, Parse parse) {
    return choice_query(request, name, parse, "field.unknown_value");
}

std::optional<std::string> parse_document_type(std::string_view text) {
    return is_document_type(text) ? std::optional<std::string>(text) : std::nullopt;
}

NewFile uploaded_file(const Request& request) {
    return {request.query("file_name").value_or(""), std::string(request.body())};
}

http::Response answer(const DocumentDetail& detail) {
    return http::ok_versioned(to_json(detail), detail.summary.version);
}

http::Response answer(const Review& review) {
    return http::ok_versioned(to_json(review), review.version);
}

http::Response upload_file(Request& request) {
    const auto file = uploaded_file(request);
    check_file(request.actor(), file);
    return http::created(to_json(
        request.write([&](db::WriteTx& tx) { return store_file(tx, request.actor(), file); })));
}

http::Response download_file(Request& request) {
    const auto id = request.id<FileId>();
    return request.read([&](const db::ReadTx& tx) {
        const auto file = find_file(tx, request.actor(), id);
        if (!file) {
            throw Error(ErrorCode::not_found, "documents.file_not_found");
        }
        return http::download(store::read_bytes(tx, id), file->media_type, file->name);
    });
}

http::Response list_page(Request& request) {
    ListQuery query;
    query.search = request.query("search").value_or("");
    query.status = choice_query(request, "status", parse_status);
    query.direction = choice_query(request, "direction", parse_direction);
    query.document_type = choice_query(request, "document_type", parse_document_type);
    query.issued_from = choice_query(request, "issued_from", Date::parse_iso, "field.bad_date");
    query.issued_to = choice_query(request, "issued_to", Date::parse_iso, "field.bad_date");
    query.sort = choice_query(request, "sort", parse_sort).value_or(Sort::created_at_down);
    const auto paging = request.page();
    query.limit = paging.limit;
    query.offset = paging.offset;
    const auto page =
        request.read([&](const db::ReadTx& tx) { return list(tx, request.actor(), query); });
    json::array items;
    for (const auto& item : page.items) {
        items.push_back(to_json(item));
    }
    auto body = http::page_json(std::move(items), page.total, query.limit, query.offset);
    json::object counts;
    for (const auto& [status, count] : page.counts) {
        counts[to_string(status)] = count;
    }
    body.as_object()["counts"] = std::move(counts);
    return http::ok(body);
}

http::Response create_one(Request& request) {
    const auto input = document_input_from_json(request.json());
    return http::created(to_json(request.write([&](db::WriteTx& tx) {
        return get(tx, request.actor(), create(tx, request.actor(), input));
    })));
}

Direction direction_of(const Request& request) {
    return choice_query(request, "direction", parse_direction).value_or(Direction::incoming);
}

/// Counted from 0; what is no number is no page.
std::int64_t page_of(const Request& request) {
    const auto text = request.param("page");
    std::int64_t page = -1;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), page);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) {
        throw Error(ErrorCode::not_found, "documents.page_not_found");
    }
    return page;
}

http::Response upload_one(Request& request) {
    const auto upload = read_upload(request.actor(), uploaded_file(request), direction_of(request));
    return http::created(to_json(request.write([&](db::WriteTx& tx) {
        return get(tx, request.actor(), register_upload(tx, request.actor(), upload));
    })));
}

json::object reading_json(Request& request, const ReadingStatus& status) {
    json::object out{{"id", status.id.str()},
                     {"state", to_string(status.state)},
                     {"pages_done", status.pages_done},
                     {"pages", status.pages},
                     {"document", nullptr},
                     {"problem", nullptr}};
    if (status.document) {
        out["document"] = to_json(request.read(
            [&](const db::ReadTx& tx) { return get(tx, request.actor(), *status.document); }));
    }
    if (status.error) {
        out["problem"] = json::parse(http::problem(*status.error, request.number()).body);
    }
    return out;
}

/// At once where that takes no time; else as a reading, to be asked after.
http::Response upload_or_begin(Request& request, Readings& readings) {
    const auto file = uploaded_file(request);
    if (!is_slow(request.actor(), file)) {
        return upload_one(request);
    }
    auto response = http::ok(reading_json(
        request, readings.begin(request.database(), request.actor(), file, direction_of(request))));
    response.status = kAccepted;
    return response;
}

http::Response get_page_words(Request& request) {
    const auto id = request.id<DocumentId>();
    const auto page = request.read(
        [&](const db::ReadTx& tx) { return get_page(tx, request.actor(), id, page_of(request)); });
    return http::ok(
        json::object{{"text_start", page.text_start}, {"words", json::parse(page.words_json)}});
}

http::Response get_page_picture(Request& request) {
    const auto id = request.id<DocumentId>();
    const auto number = page_of(request);
    const auto [page, bytes] = request.read([&](const db::ReadTx& tx) {
        auto found = get_page(tx, request.actor(), id, number);
        const auto file = get(tx, request.actor(), id).file;
        return std::pair(std::move(found), file ? store::read_bytes(tx, file->id) : std::string());
    });
    auto picture = intake::picture_of_page(bytes, static_cast<std::size_t>(number), page.turn);
    if (!picture.problem.empty()) {
        throw Error(ErrorCode::unavailable, picture.problem);
    }
    http::Response out;
    out.headers = {{"Content-Type", "image/png"},
                   {"Cache-Control", "private, max-age=86400, immutable"}};
    out.body = std::move(picture.png);
    return out;
}

http::Response get_one(Request& request) {
    const auto id = request.id<DocumentId>();
    return answer(request.read([&](const db::ReadTx& tx) { return get(tx, request.actor(), id); }));
}

http::Response update_one(Request& request) {
    const auto id = request.id<DocumentId>();
    const auto version = request.if_match();
    const auto input = document_input_from_json(request.json());
    return answer(request.write([&](db::WriteTx& tx) {
        update(tx, request.actor(), id, version, input);
        return get(tx, request.actor(), id);
    }));
}

http::Response get_its_review(Request& request) {
    const auto id = request.id<DocumentId>();
    return answer(
        request.read([&](const db::ReadTx& tx) { return get_review(tx, request.actor(), id); }));
}

http::Response save_its_review(Request& request) {
    const auto id = request.id<DocumentId>();
    const auto version = request.if_match();
    const auto content = review_content_from_json(request.json());
    return answer(request.write([&](db::WriteTx& tx) {
        save_review(tx, request.actor(), id, version, content);
        return get_review(tx, request.actor(), id);
    }));
}

http::Response get_history(Request& request) {
    const auto id = request.id<DocumentId>();
    const auto paging = request.page();
    return http::ok(request.read([&](const db::ReadTx& tx) {
        get_record(tx, request.actor(), id);
        return organisations::to_json(
            organisations::history(tx, id.str(), paging.limit, paging.offset));
    }));
}

}  // namespace

void add_routes(http::Router& router) {
    // Ends with the routes, so before the database.
    const auto readings = std::make_shared<Readings>();
    const std::string base = "/api/v1/documents";
    router.upload("/api/v1/files", Guard::signed_in, upload_file);
    router.get("/api/v1/files/{id}", Guard::signed_in, download_file);
    router.get(base, Guard::signed_in, list_page);
    router.post(base, Guard::clerk, create_one);
    router.upload(base + "/upload", Guard::clerk, [readings](Request& request) {
        return upload_or_begin(request, *readings);
    });
    router.get(base + "/readings/{id}", Guard::clerk, [readings](Request& request) {
        return http::ok(
            reading_json(request, readings->get(request.actor(), request.id<ReadingId>())));
    });
    router.del(base + "/readings/{id}", Guard::clerk, [readings](Request& request) {
        return http::ok(
            reading_json(request, readings->stop(request.actor(), request.id<ReadingId>())));
    });
    router.get(base + "/{id}/pages/{page}", Guard::signed_in, get_page_words);
    router.get(base + "/{id}/pages/{page}/picture", Guard::signed_in, get_page_picture);
    router.get(base + "/{id}", Guard::signed_in, get_one);
    router.put(base + "/{id}", Guard::clerk, update_one);
    router.get(base + "/{id}/review", Guard::signed_in, get_its_review);
    router.put(base + "/{id}/review", Guard::clerk, save_its_review);
    router.get(base + "/{id}/history", Guard::signed_in, get_history);
}

}  // namespace hoiquan::documents
