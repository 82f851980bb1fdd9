#include "documents/draft.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/text.h"

namespace hoiquan::documents {

namespace {

constexpr std::size_t kMaxWords = 1000;
constexpr std::size_t kMaxTaskText = 20'000;

/// At most `max` code points: what is longer is no value but a misreading, and its place still
/// leads to the whole.
std::string clipped(const std::string& text, std::size_t max) {
    return length(text) <= max ? text : to_utf8(to_code_points(text).substr(0, max));
}

std::optional<std::string> clipped(const std::optional<std::string>& text, std::size_t max) {
    return text && !trim(*text).empty() ? std::optional(clipped(*text, max)) : std::nullopt;
}

std::string document_type_of(const std::optional<std::string>& type) {
    return type && is_document_type(*type) ? *type : "other";
}

std::optional<PartialDate> date_of(const std::optional<std::string>& text) {
    return text ? parse_partial_date(*text) : std::nullopt;
}

DocumentInput input_of(const reader::Metadata& read, Direction direction) {
    DocumentInput out;
    out.direction = direction;
    out.document_type = document_type_of(read.type);
    out.number = clipped(read.number, 30);
    out.symbol = clipped(read.symbol, 60);
    out.parent_body_as_printed = clipped(read.parent_body, 300);
    out.issuing_body_as_printed = clipped(read.issuing_body, 300);
    out.place = clipped(read.place, 100);
    out.issue_date = date_of(read.date);
    out.subject = clipped(read.subject.value_or(""), 2000);
    out.signing_authority = clipped(read.signing_authority, 200);
    out.signer_post = clipped(read.signatory_position, 200);
    out.signer_name = clipped(read.signatory_name, 200);
    return out;
}

std::optional<Recurrence> recurrence_of(const std::optional<std::string>& read) {
    if (read == "half-yearly") {
        return Recurrence::half_yearly;
    }
    return read ? parse_recurrence(*read) : std::nullopt;
}

DeadlineKind deadline_kind_of(const ReviewTask& task) {
    if (task.due_date) {
        return DeadlineKind::fixed_date;
    }
    return task.recurrence == Recurrence::regular ? DeadlineKind::standing
                                                  : DeadlineKind::none_given;
}

std::vector<std::string> words_of(const std::vector<std::string>& read) {
    std::vector<std::string> out;
    out.reserve(read.size());
    for (const auto& words : read) {
        out.push_back(clipped(words, kMaxWords));
    }
    return out;
}

ReviewTask task_of(const reader::Task& read, std::size_t index) {
    ReviewTask out;
    out.key = "r" + std::to_string(index + 1);
    out.origin = Origin::reader;
    out.section = clipped(read.section, 100);
    out.text = clipped(read.text, kMaxTaskText);
    out.start = static_cast<std::int64_t>(read.start);
    out.end = static_cast<std::int64_t>(read.end);
    out.lead_as_written = words_of(read.lead);
    out.cooperating_as_written = words_of(read.cooperating);
    out.deadline_as_written = clipped(read.deadline, kMaxWords);
    out.due_date = read.deadline_date ? Date::parse_iso(*read.deadline_date) : std::nullopt;
    out.recurrence = recurrence_of(read.recurrence);
    out.deadline_kind = deadline_kind_of(out);
    out.report_to_as_written = clipped(read.report_to, kMaxWords);
    return out;
}

/// The reader's names of fields are those of its labels; ours are those of the contract.
std::string our_pointer(const std::string& pointer) {
    using Pair = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Pair, 7> of_metadata{{{"parent_body", "parent_body_as_printed"},
                                                      {"issuing_body", "issuing_body_as_printed"},
                                                      {"date", "issue_date"},
                                                      {"type", "document_type"},
                                                      {"signatory_position", "signer_post"},
                                                      {"signatory_name", "signer_name"},
                                                      {"signing_authority", "signing_authority"}}};
    static constexpr std::array<Pair, 5> of_task{{{"lead", "lead_as_written"},
                                                  {"cooperating", "cooperating_as_written"},
                                                  {"deadline", "deadline_as_written"},
                                                  {"deadline_date", "due_date"},
                                                  {"report_to", "report_to_as_written"}}};
    static constexpr std::array<Pair, 2> of_citation{
        {{"type", "document_type"}, {"date", "issue_date"}}};
    const auto renamed = [&](const auto& table, std::size_t from) {
        const auto end = std::min(pointer.find('/', from), pointer.size());
        const auto name = std::string_view(pointer).substr(from, end - from);
        for (const auto& [theirs, ours] : table) {
            if (theirs == name) {
                return pointer.substr(0, from) + std::string(ours) + pointer.substr(end);
            }
        }
        return pointer;
    };
    constexpr std::string_view metadata_prefix = "/metadata/";
    if (pointer.starts_with(metadata_prefix)) {
        return renamed(of_metadata, metadata_prefix.size());
    }
    const auto second = pointer.find('/', 1);
    const auto third =
        second == std::string::npos ? std::string::npos : pointer.find('/', second + 1);
    if (third == std::string::npos) {
        return pointer;
    }
    if (pointer.starts_with("/tasks/")) {
        return renamed(of_task, third + 1);
    }
    return pointer.starts_with("/citations/") ? renamed(of_citation, third + 1) : pointer;
}

/// Looks words up once, however often the document repeats them.
class Resolver {
public:
    Resolver(const db::ReadTx& tx, const auth::Actor& actor, std::optional<PartialDate> issued)
        : tx_(tx), actor_(actor), issued_(issued) {}

    std::vector<OrganisationId> bodies(const std::vector<std::string>& written) {
        std::vector<OrganisationId> out;
        for (const auto& words : written) {
            const auto body = find(words);
            if (body && std::find(out.begin(), out.end(), *body) == out.end()) {
                out.push_back(*body);
            }
        }
        return out;
    }

    std::optional<OrganisationId> find(const std::string& words) {
        const auto known = found_.find(words);
        if (known != found_.end()) {
            return known->second;
        }
        auto body = look_up(words, tx_.today());
        if (!body && issued_) {
            body = look_up(words, issued_->date);
        }
        // A task is given today: a body that is no more cannot take it.
        if (body && !organisations::exists_on(tx_, *body, tx_.today())) {
            body.reset();
        }
        found_.emplace(words, body);
        return body;
    }

private:
    std::optional<OrganisationId> look_up(const std::string& words, const Date& as_of) const {
        const auto found = organisations::find_candidates(tx_, actor_, words, as_of, 1);
        return found.kind == organisations::CandidatesKind::one
                   ? std::optional(found.items.front().organisation.id)
                   : std::nullopt;
    }

    const db::ReadTx& tx_;
    const auth::Actor& actor_;
    std::optional<PartialDate> issued_;
    std::map<std::string, std::optional<OrganisationId>> found_;
};

}  // namespace

Draft draft_of(const reader::Draft& read, Direction direction) {
    Draft out;
    out.content.metadata = input_of(read.metadata, direction);
    for (const auto& citation : read.citations) {
        out.content.citations.push_back({clipped(citation.text, 2000),
                                         document_type_of(citation.type),
                                         clipped(citation.number_symbol, 100),
                                         date_of(citation.date),
                                         clipped(citation.issuer, kMaxWords),
                                         "cites"});
    }
    for (const auto& recipient : read.recipients) {
        out.content.recipients.push_back(
            {clipped(recipient.text, 2000), clipped(recipient.purpose, 40)});
    }
    for (std::size_t i = 0; i < read.tasks.size(); ++i) {
        out.content.tasks.push_back(task_of(read.tasks[i], i));
    }
    for (const auto& [pointer, place] : read.places) {
        out.places.emplace(our_pointer(pointer),
                           Place{static_cast<std::int64_t>(place.start),
                                 static_cast<std::int64_t>(place.end),
                                 place.confidence});
    }
    for (const auto& relation : read.relations) {
        if (relation.citation && is_relation_kind(relation.kind)) {
            out.content.citations[*relation.citation].relation = relation.kind;
        }
    }
    out.found = found_in(read);
    for (std::size_t i = 0; i < out.found.events.size(); ++i) {
        out.content.events.push_back({"e" + std::to_string(i + 1), true});
    }
    for (const auto& obligation : read.obligations) {
        out.obligations.push_back({static_cast<std::int64_t>(obligation.start),
                                   static_cast<std::int64_t>(obligation.end)});
    }
    return out;
}

void resolve_bodies(const db::ReadTx& tx, const auth::Actor& actor, ReviewContent& content) {
    Resolver resolver(tx, actor, content.metadata.issue_date);
    if (content.metadata.issuing_body_as_printed) {
        content.metadata.issuer = resolver.find(*content.metadata.issuing_body_as_printed);
    }
    for (auto& task : content.tasks) {
        task.leads = resolver.bodies(task.lead_as_written);
        task.cooperating = resolver.bodies(task.cooperating_as_written);
        std::erase_if(task.cooperating, [&](const OrganisationId& id) {
            return std::find(task.leads.begin(), task.leads.end(), id) != task.leads.end();
        });
    }
}

}  // namespace hoiquan::documents
