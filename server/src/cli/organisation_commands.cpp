#include "cli/organisation_commands.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>

#include "app/installation.h"
#include "app/participants.h"
#include "base/error.h"
#include "cli/progress.h"
#include "cli/words.h"
#include "organisations/organisations.h"

namespace hoiquan::cli {

namespace org = organisations;

namespace {

/// All that these commands can be told.
struct Options {
    std::string before;
    std::string after;
    std::string mapping;
    std::string mapping_provinces;
    std::string effective;
    std::string basis;
    std::string before_since = "2000";
    std::string as_of;
    std::string known_on;
    std::string relation;
    std::string format = "csv";
    std::string out;
    std::vector<std::string> codes;
    std::string event;
    std::string reason;
    bool is_plan = false;
};

Date date_of(const std::string& text, const char* option) {
    const auto date = Date::parse_iso(text);
    if (!date) {
        throw std::runtime_error(std::string(option) +
                                 " cần một ngày dạng 2025-07-01, không phải “" + text + "”.");
    }
    return *date;
}

org::TextFile file_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        throw std::runtime_error("Không mở được tệp " + path + ".");
    }
    return {std::filesystem::path(path).filename().string(),
            {std::istreambuf_iterator<char>(in), {}}};
}

/// Runs `f`; what the service refuses is told line by line. 1 when it was refused.
int explained(const std::function<void()>& f) {
    try {
        f();
        return 0;
    } catch (const Error& error) {
        std::cerr << "hoiquan: " << explain(error) << '\n';
        return 1;
    }
}

struct Opened {
    explicit Opened(const config::Settings& settings)
        : installation(app::Installation::open_existing(settings)) {
        db::check_schema(installation->database());
    }
    db::Database& database() const { return installation->database(); }
    std::unique_ptr<app::Installation> installation;
};

int import_units(const config::Settings& settings, const Options& options) {
    return explained([&] {
        org::UnitReform reform;
        reform.before = file_of(options.before);
        reform.after = file_of(options.after);
        reform.mapping = file_of(options.mapping);
        reform.mapping_provinces = file_of(options.mapping_provinces);
        reform.effective = date_of(options.effective, "--effective");
        reform.basis = options.basis;
        const auto since = parse_partial_date(options.before_since);
        if (!since) {
            throw std::runtime_error(
                "--before-since cần một ngày, tháng hoặc năm (2000-01-01, "
                "2000-01, 2000).");
        }
        reform.before_since = *since;
        const Opened opened(settings);
        const auto begun = std::chrono::steady_clock::now();
        const Bar bar("Đang ghi");
        const auto result = opened.database().write([&](db::WriteTx& tx) {
            return org::import_admin_units(tx, reform, [&](std::int64_t done, std::int64_t all) {
                bar.show(static_cast<std::size_t>(done), static_cast<std::size_t>(all));
            });
        });
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begun;
        std::cout << "Sự kiện " << result.event.str() << ", căn cứ " << reform.basis
                  << ", hiệu lực " << reform.effective.dd_mm_yyyy() << ".\n"
                  << "Trước: " << result.units_before << " đơn vị (" << result.made_before
                  << " mới đưa vào hệ thống). Sau: " << result.units_after << " đơn vị.\n"
                  << "Giữ nguyên " << result.unchanged << ", đổi tên " << result.renamed
                  << ", kết thúc " << result.ended << ", lập mới " << result.made << ", "
                  << result.edges << " dòng kế thừa.\n";
        std::cerr << "Xong trong "
                  << static_cast<double>(static_cast<int>(seconds.count() * 10)) / 10 << " giây.\n";
    });
}

org::View view_of(const db::ReadTx& tx, const std::string& as_of, const std::string& known_on) {
    org::View view{as_of.empty() ? tx.today() : date_of(as_of, "--as-of"), {}};
    if (!known_on.empty()) {
        view.known_on = date_of(known_on, "--known-on");
    }
    return view;
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

int write_export(const config::Settings& settings, const Options& options) {
    return explained([&] {
        std::optional<org::Tree> which;
        if (!options.relation.empty()) {
            which = org::parse_tree(options.relation);
        }
        const Opened opened(settings);
        const auto text = opened.database().read([&](const db::ReadTx& tx) {
            const auto view = view_of(tx, options.as_of, options.known_on);
            return options.format == "json" ? org::export_json(tx, view, which)
                                            : org::export_csv(tx, view, which);
        });
        write_text(options.out, text);
    });
}

std::string life_of(const org::GraphNode& node) {
    return "từ " + node.since.dd_mm_yyyy() +
           (node.until == far_future() ? std::string()
                                       : " đến hết " + node.until.plus_days(-1).dd_mm_yyyy());
}

/// The bodies that edges lead to from `id`, back or ahead, itself too.
std::set<OrganisationId> reached_from(const org::Lineage& graph,
                                      const OrganisationId& id,
                                      bool is_back) {
    std::set<OrganisationId> reached{id};
    for (bool has_grown = true; has_grown;) {
        has_grown = false;
        for (const auto& edge : graph.edges) {
            const auto& near = is_back ? edge.successor : edge.predecessor;
            const auto& far = is_back ? edge.predecessor : edge.successor;
            has_grown = (reached.contains(near) && reached.insert(far).second) || has_grown;
        }
    }
    return reached;
}

void print_edges(const org::Lineage& graph, const OrganisationId& id, bool is_back) {
    const auto reached = reached_from(graph, id, is_back);
    for (const auto& edge : graph.edges) {
        const auto& far = is_back ? edge.predecessor : edge.successor;
        const auto node = std::find_if(graph.nodes.begin(),
                                       graph.nodes.end(),
                                       [&](const auto& known) { return known.id == far; });
        if (!reached.contains(is_back ? edge.successor : edge.predecessor) ||
            node == graph.nodes.end()) {
            continue;
        }
        std::cout << "  " << (is_back ? "từ " : "thành ") << '\t' << node->code.value_or("-")
                  << '\t' << node->name << '\t'
                  << (edge.share == org::Share::whole ? "toàn bộ" : "một phần") << '\t'
                  << to_display(edge.date) << '\t' << edge.event.str() << '\n';
    }
}

void print_lineage_of(const db::ReadTx& tx, const std::string& code, const org::View& view) {
    const auto found = org::find_by_code(tx, code, view);
    if (found.empty()) {
        throw std::runtime_error("Ngày " + view.as_of.dd_mm_yyyy() +
                                 " không có cơ quan hay đơn vị nào mang mã " + code + ".");
    }
    for (const auto& node : found) {
        std::cout << code << '\t' << node.name << '\t' << life_of(node) << '\n';
        const auto graph = org::lineage(tx, node.id, view);
        print_edges(graph, node.id, true);
        print_edges(graph, node.id, false);
    }
}

int print_lineage(const config::Settings& settings, const Options& options) {
    return explained([&] {
        const Opened opened(settings);
        opened.database().read([&](const db::ReadTx& tx) {
            const auto view = view_of(tx, options.as_of, options.known_on);
            for (const auto& code : options.codes) {
                print_lineage_of(tx, code, view);
            }
        });
    });
}

int undo(const config::Settings& settings, const Options& options) {
    return explained([&] {
        const auto id = org::EventId::parse(options.event);
        if (!id) {
            throw Error(ErrorCode::not_found, "organisations.event_not_found");
        }
        const Opened opened(settings);
        opened.database().write([&](db::WriteTx& tx) {
            org::undo_at_console(tx, *id, options.reason, app::event_participants());
        });
        std::cout << "Đã hoàn tác sự kiện " << id->str() << ".\n";
    });
}

/// The newest reform of units that holds, or the one that was named.
org::EventId reform_of(const db::ReadTx& tx, const std::string& named) {
    if (!named.empty()) {
        const auto id = org::EventId::parse(named);
        if (!id) {
            throw Error(ErrorCode::not_found, "organisations.event_not_found");
        }
        return *id;
    }
    const auto id = org::newest_reform(tx);
    if (!id) {
        throw Error(ErrorCode::invalid, "organisations.no_reform_of_units");
    }
    return *id;
}

void tell_plan(const std::vector<org::BodyReformStep>& steps) {
    std::map<org::EventCode, std::size_t> counts;
    std::size_t undecided = 0;
    for (const auto& step : steps) {
        ++counts[step.code];
        undecided += step.needs_decision ? 1U : 0U;
    }
    std::cerr << "Sẽ có " << steps.size() << " thay đổi, trong đó " << undecided
              << " thay đổi còn chỗ phải quyết định sau:\n";
    for (const auto& [code, count] : counts) {
        std::cerr << "  " << sentence_of("event.code_" + std::string(org::to_string(code))) << ": "
                  << count << '\n';
    }
}

/// Carries the steps out, many in one transaction; where one of these fails, each by itself: what
/// failed is told and the rest goes on.
class StepRunner {
public:
    StepRunner(db::Database& database,
               const org::EventId& reform,
               const std::vector<org::BodyReformStep>& steps)
        : database_(database), reform_(reform), steps_(steps) {}

    /// How many failed.
    std::size_t run() {
        constexpr std::size_t many = 500;
        for (std::size_t i = 0; i < steps_.size(); i += many) {
            const auto end = std::min(i + many, steps_.size());
            try {
                run_together(i, end);
            } catch (const Error&) {
                run_singly(i, end);
            }
            bar_.show(end, steps_.size());
        }
        return failed_;
    }

private:
    void run_together(std::size_t i, std::size_t end) {
        database_.write([&](db::WriteTx& tx) {
            for (auto at = i; at < end; ++at) {
                org::carry_out_at_console(tx, reform_, steps_[at], participants_);
            }
        });
    }
    void run_singly(std::size_t i, std::size_t end) {
        for (auto at = i; at < end; ++at) {
            try {
                run_together(at, at + 1);
            } catch (const Error& error) {
                bar_.clear();
                ++failed_;
                std::cerr << steps_[at].from.front().name << ": " << explain(error) << '\n';
            }
        }
    }

    db::Database& database_;
    const org::EventId& reform_;
    const std::vector<org::BodyReformStep>& steps_;
    org::Participants participants_ = app::event_participants();
    Bar bar_{"Đang sắp xếp"};
    std::size_t failed_ = 0;
};

int reorganise_bodies(const config::Settings& settings, const Options& options) {
    std::size_t failed = 0;
    const int code = explained([&] {
        const Opened opened(settings);
        org::EventId reform;
        const auto steps = opened.database().read([&](const db::ReadTx& tx) {
            reform = reform_of(tx, options.event);
            return org::plan_body_reform(tx, reform);
        });
        if (options.is_plan) {
            write_text(options.out, org::plan_csv(steps));
            tell_plan(steps);
            return;
        }
        failed = StepRunner(opened.database(), reform, steps).run();
        std::cout << "Đã ghi nhận " << steps.size() - failed << " thay đổi, " << failed
                  << " thay đổi chưa ghi nhận được.\n";
    });
    return code != 0 || failed == 0 ? code : 1;
}

int print_hash(const config::Settings& settings) {
    return explained([&] {
        const Opened opened(settings);
        std::cout << opened.database().read([](const db::ReadTx& tx) {
            return org::state_hash(tx, app::event_participants());
        }) << '\n';
    });
}

/// Adds one command and what it runs.
class Commands {
public:
    Commands(const std::function<void(CLI::App&)>& add_place,
             const std::function<config::Settings()>& settings,
             std::function<int()>& run)
        : add_place_(add_place), settings_(settings), run_(run) {}

    template <class F>
    CLI::App* add(CLI::App& under, const char* name, const char* what, F f) const {
        auto* command = under.add_subcommand(name, what);
        add_place_(*command);
        command->callback([&run = run_, settings = settings_, f] {
            run = [settings, f] { return f(settings()); };
        });
        return command;
    }

private:
    const std::function<void(CLI::App&)>& add_place_;
    const std::function<config::Settings()>& settings_;
    std::function<int()>& run_;
};

void add_import(CLI::App& app, const Commands& commands, const std::shared_ptr<Options>& options) {
    auto* import = app.add_subcommand("import", "Nhập dữ liệu từ tệp");
    import->require_subcommand(1);
    auto* units = commands.add(
        *import,
        "admin-units",
        "Nhập một cuộc sắp xếp đơn vị hành chính: tất cả hoặc không gì cả",
        [options](const config::Settings& settings) { return import_units(settings, *options); });
    units->add_option("--before", options->before, "CSV các đơn vị trước sắp xếp")->required();
    units->add_option("--after", options->after, "CSV các đơn vị sau sắp xếp")->required();
    units->add_option("--mapping", options->mapping, "CSV chuyển đổi cấp xã")->required();
    units->add_option("--mapping-provinces", options->mapping_provinces, "CSV chuyển đổi cấp tỉnh")
        ->required();
    units->add_option("--effective", options->effective, "Ngày có hiệu lực, 2025-07-01")
        ->required();
    units->add_option("--basis", options->basis, "Căn cứ pháp lý, 202/2025/QH15")->required();
    units->add_option("--before-since",
                      options->before_since,
                      "Đơn vị cũ chưa có trong hệ thống được ghi từ ngày này (mặc định 2000)");
}

}  // namespace

void add_organisation_commands(CLI::App& app,
                               const std::function<void(CLI::App&)>& add_place,
                               const std::function<config::Settings()>& settings,
                               std::function<int()>& run) {
    const auto options = std::make_shared<Options>();
    const Commands commands(add_place, settings, run);
    add_import(app, commands, options);
    auto* bodies = commands.add(
        app,
        "reorganise-bodies",
        "Sắp xếp cơ quan, tổ chức đóng tại các đơn vị hành chính đã sắp xếp",
        [options](const config::Settings& s) { return reorganise_bodies(s, *options); });
    bodies->add_flag("--plan", options->is_plan, "Chỉ in các thay đổi sẽ có (CSV), chưa ghi gì");
    bodies->add_option("--out", options->out, "Với --plan: tệp ghi ra");
    bodies->add_option(
        "--event", options->event, "Định danh cuộc sắp xếp đơn vị; không có thì lấy cuộc mới nhất");
    auto* group = app.add_subcommand("organisations", "Cơ quan, đơn vị theo thời gian");
    group->require_subcommand(1);
    auto* exported = commands.add(
        *group, "export", "In danh sách tại một ngày", [options](const config::Settings& s) {
            return write_export(s, *options);
        });
    exported->add_option("--as-of", options->as_of, "Ngày xem, mặc định hôm nay");
    exported->add_option("--known-on", options->known_on, "Theo hiểu biết của hệ thống ngày này");
    exported
        ->add_option("--relation", options->relation, "territory (đơn vị hành chính) hoặc party")
        ->check(CLI::IsMember({"territory", "party"}));
    exported->add_option("--format", options->format, "csv hoặc json (Popolo, W3C ORG)")
        ->check(CLI::IsMember({"csv", "json"}));
    exported->add_option("--out", options->out, "Tệp ghi ra; không có thì in ra màn hình");

    auto* lineage =
        commands.add(*group,
                     "lineage",
                     "In nguồn gốc và kế thừa của một hay nhiều mã",
                     [options](const config::Settings& s) { return print_lineage(s, *options); });
    lineage->add_option("code", options->codes, "Mã")->required();
    lineage->add_option("--at", options->as_of, "Ngày mà mã có nghĩa đó, mặc định hôm nay");
    lineage->add_option("--known-on", options->known_on, "Theo hiểu biết của hệ thống ngày này");

    auto* undone =
        commands.add(*group, "undo", "Hoàn tác một sự kiện", [options](const config::Settings& s) {
            return undo(s, *options);
        });
    undone->add_option("event", options->event, "Định danh sự kiện")->required();
    undone->add_option("--reason", options->reason, "Lý do");
    commands.add(*group,
                 "state-hash",
                 "In mã băm trạng thái: bằng nhau khi mọi điều đang ghi nhận bằng nhau",
                 [](const config::Settings& s) { return print_hash(s); });
}

}  // namespace hoiquan::cli
