#include "cli/association_commands.h"

#include <chrono>
#include <cmath>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <memory>
#include <sstream>
#include <stdexcept>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "app/installation.h"
#include "associations/associations.h"
#include "base/error.h"
#include "cli/words.h"

namespace hoiquan::cli {

namespace assoc = associations;
namespace json = boost::json;

namespace {

struct Options {
    double min_score = 0.5;
    std::string reach = "anywhere";
    std::size_t most = 5000;
    std::string format = "text";
    std::string out;
};

using Names = std::map<std::string, std::string>;

std::string percent(double score) {
    std::ostringstream out;
    out << std::fixed << std::setprecision(4) << score;
    return out.str();
}

std::string sentence(const assoc::TraitPart& part) {
    return sentence_of("similar.trait_" + std::string(assoc::to_string(part.trait))) + ": " +
           sentence_of(part.reason.key, part.reason.args);
}

std::string as_text(const assoc::SimilarInput& input,
                    const assoc::SimilarResult& result,
                    const Names& names) {
    std::ostringstream out;
    for (const auto& pair : result.pairs) {
        out << percent(pair.score) << '\t' << names.at(pair.first) << '\t' << names.at(pair.second)
            << '\t' << pair.first << '\t' << pair.second << '\n';
        for (const auto& part : pair.parts) {
            out << "  " << percent(part.contribution) << '\t' << sentence(part) << '\n';
        }
        if (pair.shared_members > 0) {
            out << "  Hội viên chung: " << pair.shared_members << '\n';
        }
        if (const auto* mark = assoc::mark_of(input, pair)) {
            out << "  Đã xác định là khác nhau: " << mark->reason << '\n';
        }
    }
    for (const auto& group : result.groups) {
        out << "Nhóm\t" << percent(group.score);
        for (const auto& id : group.ids) {
            out << '\t' << names.at(id);
        }
        out << '\n';
    }
    return out.str();
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    // A leading sign would be a formula in a spreadsheet.
    out += !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos
               ? "'"
               : "";
    for (const char c : text) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return out + '"';
}

std::string as_csv(const assoc::SimilarInput& input,
                   const assoc::SimilarResult& result,
                   const Names& names) {
    std::ostringstream out;
    out << "score,first_id,first_name,second_id,second_name,name,purpose,field,territory,served,"
           "activities,shared_members,different_because,reasons\r\n";
    for (const auto& pair : result.pairs) {
        out << percent(pair.score) << ',' << pair.first << ',' << quoted(names.at(pair.first))
            << ',' << pair.second << ',' << quoted(names.at(pair.second));
        std::string reasons;
        for (const auto& part : pair.parts) {
            out << ',' << percent(part.contribution);
            reasons += (reasons.empty() ? "" : "; ") + sentence(part);
        }
        const auto* mark = assoc::mark_of(input, pair);
        out << ',' << pair.shared_members << ',' << quoted(mark == nullptr ? "" : mark->reason)
            << ',' << quoted(reasons) << "\r\n";
    }
    return out.str();
}

json::object part_json(const assoc::TraitPart& part) {
    return {{"trait", assoc::to_string(part.trait)},
            {"is_known", part.is_known},
            {"similarity", part.similarity},
            {"contribution", part.contribution},
            {"reason", sentence_of(part.reason.key, part.reason.args)}};
}

std::string as_json(const assoc::SimilarInput& input,
                    const assoc::SimilarResult& result,
                    const Names& names) {
    const auto association = [&](const std::string& id) {
        return json::object{{"id", id}, {"name", names.at(id)}};
    };
    json::array pairs;
    for (const auto& pair : result.pairs) {
        json::array parts;
        for (const auto& part : pair.parts) {
            parts.push_back(part_json(part));
        }
        const auto* mark = assoc::mark_of(input, pair);
        pairs.push_back(json::object{
            {"first", association(pair.first)},
            {"second", association(pair.second)},
            {"score", pair.score},
            {"parts", std::move(parts)},
            {"shared_members", pair.shared_members},
            {"different_because", mark == nullptr ? json::value() : json::value(mark->reason)}});
    }
    json::array groups;
    for (const auto& group : result.groups) {
        json::array members;
        for (const auto& id : group.ids) {
            members.push_back(association(id));
        }
        groups.push_back(
            json::object{{"score", group.score}, {"associations", std::move(members)}});
    }
    return json::serialize(json::object{{"compared", input.subjects.size()},
                                        {"pairs", std::move(pairs)},
                                        {"groups", std::move(groups)}}) +
           "\n";
}

assoc::SimilarReach reach_of(const std::string& text) {
    if (text == "same_unit") {
        return assoc::SimilarReach::same_unit;
    }
    return text == "same_province" ? assoc::SimilarReach::same_province
                                   : assoc::SimilarReach::anywhere;
}

void write_text(const std::string& file, const std::string& text) {
    if (file.empty()) {
        std::cout << text;
        return;
    }
    std::ofstream out(file, std::ios::binary);
    out << text;
    if (!out.flush()) {
        throw std::runtime_error("Không ghi được tệp " + file + ".");
    }
}

void find_similar(const config::Settings& settings, const Options& asked) {
    const auto installation = app::Installation::open_existing(settings);
    db::check_schema(installation->database());
    const auto input = installation->database().read(
        [](const db::ReadTx& tx) { return assoc::similar_input_at_console(tx, {}); });
    assoc::SimilarOptions options;
    options.min_score = asked.min_score;
    options.reach = reach_of(asked.reach);
    options.most_pairs = asked.most;
    const auto begun = std::chrono::steady_clock::now();
    const auto result = assoc::compare(input, options);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begun;
    Names names;
    for (const auto& subject : input.subjects) {
        names[subject.id] = subject.name;
    }
    const auto& write = asked.format == "csv" ? as_csv : asked.format == "json" ? as_json : as_text;
    write_text(asked.out, write(input, result, names));
    std::cerr << "Đã so sánh " << input.subjects.size() << " hội trong " << std::fixed
              << std::setprecision(2) << seconds.count() << " giây: " << result.pairs.size()
              << " cặp, " << result.groups.size() << " nhóm.\n";
}

int run_similar(const config::Settings& settings, const Options& options) {
    try {
        find_similar(settings, options);
        return 0;
    } catch (const Error& error) {
        std::cerr << "hoiquan: " << explain(error) << '\n';
        return 1;
    }
}

}  // namespace

void add_association_commands(CLI::App& app,
                              const std::function<void(CLI::App&)>& add_place,
                              const std::function<config::Settings()>& settings,
                              std::function<int()>& run) {
    const auto options = std::make_shared<Options>();
    auto* group = app.add_subcommand("associations", "Các hội quần chúng");
    group->require_subcommand(1);
    auto* similar = group->add_subcommand(
        "similar", "In các cặp và nhóm hội có tính chất giống nhau, kèm điểm và lý do");
    add_place(*similar);
    similar->add_option("--min", options->min_score, "Điểm thấp nhất, 0 đến 1, mặc định 0.5")
        ->check(CLI::Range(0.0, 1.0));
    similar
        ->add_option("--reach",
                     options->reach,
                     "same_unit (cùng đơn vị), same_province (cùng tỉnh) hoặc anywhere (mọi nơi)")
        ->check(CLI::IsMember({"same_unit", "same_province", "anywhere"}));
    similar->add_option("--limit", options->most, "Nhiều nhất bao nhiêu cặp, mặc định 5000");
    similar->add_option("--format", options->format, "text, csv hoặc json")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    similar->add_option("--out", options->out, "Tệp ghi ra; không có thì in ra màn hình");
    similar->callback([&run, settings, options] {
        run = [settings, options] { return run_similar(settings(), *options); };
    });
}

}  // namespace hoiquan::cli
