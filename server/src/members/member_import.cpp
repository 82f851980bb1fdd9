#include "members/member_import.h"

#include <set>
#include <utility>

#include "base/text.h"
#include "members/faults.h"
#include "members/matching.h"
#include "members/row_values.h"
#include "members/store.h"

namespace hoiquan::members {

namespace {

using imports::Outcome;
using imports::Reason;
using imports::Row;

// Places in import_columns().
enum Column : std::size_t {
    full_name,
    birth_year,
    kind,
    branch,
    joined_on,
    left_on,
    left_reason,
    identity,
    column_count
};
constexpr std::size_t kLongestName = 100;
constexpr std::size_t kLongestBranch = 200;
constexpr std::size_t kIdentityDigits = 12;

template <class T>
std::optional<T> value_at(const office::TableRowRead& row, Column column) {
    const auto* value = std::get_if<T>(&row.values[column]);
    return value == nullptr ? std::nullopt : std::optional(*value);
}

MemberInput input_of(const office::TableRowRead& row) {
    MemberInput out;
    out.full_name = value_at<std::string>(row, full_name).value_or("");
    out.birth_year = value_at<std::int64_t>(row, birth_year);
    out.kind = parse_kind(value_at<std::string>(row, kind).value_or("")).value_or(Kind::full);
    out.branch = value_at<std::string>(row, branch);
    out.joined_on = value_at<PartialDate>(row, joined_on);
    out.left_on = value_at<PartialDate>(row, left_on);
    out.left_reason = value_at<std::string>(row, left_reason);
    out.identity = value_at<std::string>(row, identity);
    return out;
}

/// Cells that say nothing leave what is there.
store::Stored merged(const store::Stored& before, const store::Stored& row, bool says_kind) {
    store::Stored out = before;
    out.full_name = row.full_name;
    out.birth_year = row.birth_year ? row.birth_year : before.birth_year;
    out.joined_on = row.joined_on ? row.joined_on : before.joined_on;
    out.left_on = row.left_on ? row.left_on : before.left_on;
    out.left_reason = row.left_reason ? row.left_reason : before.left_reason;
    out.branch = row.branch ? row.branch : before.branch;
    out.kind = says_kind ? row.kind : before.kind;
    out.identity = row.identity && (!before.identity || before.identity->hash != row.identity->hash)
                       ? row.identity
                       : before.identity;
    return out;
}

bool same(const store::Stored& one, const store::Stored& other) {
    const auto hash = [](const store::Stored& member) {
        return member.identity ? member.identity->hash : std::string();
    };
    return one.full_name == other.full_name && one.birth_year == other.birth_year &&
           one.joined_on == other.joined_on && one.left_on == other.left_on &&
           one.left_reason == other.left_reason && one.branch == other.branch &&
           one.kind == other.kind && hash(one) == hash(other);
}

/// Compares the rows of one file with the register and with each other.
class Planner {
public:
    Planner(const db::ReadTx& tx,
            const OrganisationId& association,
            const IdentityKeys& keys,
            const office::ReadTable& table)
        : tx_(tx),
          keys_(keys),
          table_(table),
          columns_(import_columns(tx)),
          reasons_(left_reasons(tx)),
          known_(store::known(tx, association)),
          matching_(known_) {}

    std::vector<Row> plan() {
        std::vector<Row> out;
        out.reserve(table_.rows.size());
        for (const auto& read : table_.rows) {
            if (!read.has_faults) {
                out.push_back(plan_row(read));
            }
        }
        return out;
    }

private:
    Row plan_row(const office::TableRowRead& read) {
        Row out;
        out.number = static_cast<std::int64_t>(read.number);
        const auto input = input_of(read);
        out.title = input.full_name;
        for (auto& fault : faults_of(input, reasons_, tx_.today())) {
            out.reasons.push_back(reason_at(read, fault));
        }
        if (!out.reasons.empty()) {
            return out;
        }
        const auto values = stored_from(input);
        const auto person = person_of(values);
        if (!is_first_of_its_kind(read, person, out)) {
            return out;
        }
        const auto match = matching_.find(person);
        if (!match.doubt.empty()) {
            out.outcome = Outcome::to_complete;
            out.reasons.push_back(reason_of_row(read, match.doubt));
            return out;
        }
        settle(read, match, values, out);
        return out;
    }

    store::Stored stored_from(const MemberInput& input) const {
        store::Stored out;
        out.full_name = input.full_name;
        out.birth_year = input.birth_year;
        out.joined_on = input.joined_on;
        out.left_on = input.left_on;
        out.left_reason = input.left_reason;
        out.branch = input.branch;
        out.kind = input.kind;
        if (input.identity) {
            out.identity = keys_.seal(*input.identity);
        }
        return out;
    }
    static Person person_of(const store::Stored& values) {
        Person out;
        out.search_key = fold(values.full_name);
        out.birth_year = values.birth_year;
        out.has_left = values.left_on.has_value();
        if (values.identity) {
            out.identity_hash = values.identity->hash;
        }
        if (values.branch) {
            out.branch_key = fold(*values.branch);
        }
        return out;
    }
    /// One number twice in a file is a fault; one name and year twice may be two persons.
    bool is_first_of_its_kind(const office::TableRowRead& read, const Person& person, Row& out) {
        const auto number = std::to_string(read.number);
        if (person.identity_hash) {
            const auto [seen, is_new] = seen_hashes_.emplace(*person.identity_hash, number);
            if (!is_new) {
                out.reasons.push_back(reason_at(
                    read, {"/identity", "members.row_identity_repeated", {{"row", seen->second}}}));
                return false;
            }
        }
        if (person.birth_year) {
            const auto [seen, is_new] =
                seen_names_.emplace(std::pair(person.search_key, *person.birth_year), number);
            if (!is_new && !person.identity_hash) {
                out.outcome = Outcome::to_complete;
                out.reasons.push_back(reason_at(
                    read, {"/full_name", "members.row_name_repeated", {{"row", seen->second}}}));
                return false;
            }
        }
        return true;
    }
    void settle(const office::TableRowRead& read,
                const Match& match,
                const store::Stored& values,
                Row& out) {
        if (match.known == nullptr) {
            out.outcome = Outcome::added;
            out.values = to_row_values(values);
            remark(read, values, out);
            return;
        }
        const auto& id = match.known->member.id;
        if (!updated_.insert(id).second) {
            out.outcome = Outcome::to_complete;
            out.reasons.push_back(reason_of_row(read, "members.row_same_member_twice"));
            return;
        }
        const auto before = store::find_stored(tx_, id).value_or(store::Stored());
        const bool says_kind = value_at<std::string>(read, kind).has_value();
        const auto after = merged(before, values, says_kind);
        out.record = id.str();
        out.version = before.version;
        out.outcome = same(before, after) ? Outcome::unchanged : Outcome::updated;
        if (out.outcome == Outcome::updated) {
            out.values = to_row_values(after);
            out.before = to_row_values(before);
        }
    }
    /// What is worth completing later; the row is written all the same.
    void remark(const office::TableRowRead& read, const store::Stored& values, Row& out) const {
        if (!values.identity) {
            out.reasons.push_back(reason_at(read, {"/identity", "members.row_no_identity", {}}));
        }
        if (!values.joined_on) {
            out.reasons.push_back(reason_at(read, {"/joined_on", "members.row_no_joined_on", {}}));
        }
    }

    Reason reason_of_row(const office::TableRowRead& read, std::string key) const {
        return reason_at(read, {"/full_name", std::move(key), {}});
    }
    Reason reason_at(const office::TableRowRead& read, const Fault& fault) const {
        Reason out{"", read.number, fault.field.substr(1), fault.key, fault.args};
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (columns_[i].key == out.column) {
                const auto& letters = table_.cell_columns[i];
                out.cell = letters.empty() ? "" : letters + std::to_string(read.number);
                out.args.emplace_back("column", columns_[i].heading);
            }
        }
        return out;
    }

    const db::ReadTx& tx_;
    const IdentityKeys& keys_;
    const office::ReadTable& table_;
    std::vector<office::TableColumnRule> columns_;
    std::vector<LeftReason> reasons_;
    std::vector<store::Known> known_;
    Matching matching_;
    std::map<std::string, std::string> seen_hashes_;
    std::map<std::pair<std::string, std::int64_t>, std::string> seen_names_;
    std::set<MemberId> updated_;
};

class MemberImporter : public imports::Importer {
public:
    explicit MemberImporter(IdentityKeys keys) : keys_(std::move(keys)) {}

    std::string_view kind() const override { return kImportKind; }
    std::vector<office::TableColumnRule> columns(const db::ReadTx& tx) const override {
        return import_columns(tx);
    }
    std::vector<Row> plan(const db::ReadTx& tx,
                          const OrganisationId& association,
                          const office::ReadTable& table) const override {
        return Planner(tx, association, keys_, table).plan();
    }
    std::string stamp(const db::ReadTx& tx, const OrganisationId& association) const override {
        return store::stamp(tx, association);
    }
    Written write(db::WriteTx& tx,
                  const OrganisationId& association,
                  const Row& row) const override {
        const auto values = from_row_values(row.values);
        if (row.outcome == Outcome::added) {
            return {store::insert(tx, association, values).str(), 1};
        }
        const MemberId id(row.record.value_or(""));
        const auto version = row.version.value_or(0);
        if (!store::update(tx, id, values, version)) {
            throw Error(ErrorCode::conflict, "imports.register_changed");
        }
        return {id.str(), version + 1};
    }
    bool undo(db::WriteTx& tx, const OrganisationId& association, const Row& row) const override {
        const MemberId id(row.record.value_or(""));
        const auto now = store::find(tx, association, id);
        if (!now || now->version != row.version) {
            return false;
        }
        if (row.outcome == Outcome::added) {
            store::withdraw(tx, id);
            return true;
        }
        return store::update(tx, id, from_row_values(row.before), now->version);
    }

private:
    IdentityKeys keys_;
};

}  // namespace

std::vector<office::TableColumnRule> import_columns(const db::ReadTx& tx) {
    using office::TableKind;
    std::vector<office::TableColumnRule> out(column_count);
    out[full_name] = {"full_name",
                      "Họ và tên",
                      {"Họ tên", "Họ và tên hội viên", "Họ tên hội viên", "Tên hội viên"},
                      TableKind::text,
                      true};
    out[full_name].longest = kLongestName;
    out[birth_year] = {"birth_year",
                       "Năm sinh",
                       {"Sinh năm", "Ngày sinh", "Ngày tháng năm sinh", "Ngày, tháng, năm sinh"},
                       TableKind::year};
    out[birth_year].least = 1900;
    out[birth_year].most = tx.today().year();
    out[kind] = {"kind", "Loại hội viên", {"Hình thức hội viên", "Loại"}, TableKind::choice};
    out[kind].choices = {{"full", {"Chính thức", "Hội viên chính thức"}},
                         {"associate", {"Liên kết", "Hội viên liên kết"}},
                         {"honorary", {"Danh dự", "Hội viên danh dự"}}};
    out[branch] = {"branch", "Chi hội", {"Tên chi hội", "Thuộc chi hội", "Sinh hoạt tại chi hội"}};
    out[branch].longest = kLongestBranch;
    out[joined_on] = {"joined_on",
                      "Ngày vào hội",
                      {"Vào hội", "Năm vào hội", "Ngày kết nạp", "Năm kết nạp"},
                      TableKind::date};
    out[left_on] = {"left_on", "Ngày ra hội", {"Ra hội", "Năm ra hội"}, TableKind::date};
    out[left_reason] = {"left_reason", "Lý do ra hội", {"Lý do"}, TableKind::choice};
    for (const auto& reason : left_reasons(tx)) {
        out[left_reason].choices.push_back({reason.code, {reason.name}});
    }
    out[identity] = {"identity",
                     "Số định danh cá nhân",
                     {"Số định danh",
                      "Số CCCD",
                      "CCCD",
                      "Số căn cước",
                      "Căn cước công dân",
                      "Số căn cước công dân",
                      "Số thẻ căn cước"},
                     TableKind::digits};
    out[identity].longest = kIdentityDigits;
    return out;
}

std::shared_ptr<const imports::Importer> importer(IdentityKeys keys) {
    return std::make_shared<MemberImporter>(std::move(keys));
}

}  // namespace hoiquan::members
