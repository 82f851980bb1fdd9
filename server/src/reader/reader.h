#pragma once

// Reading a document of administration: bytes or text in, a draft out. Pure: no files, no database,
// no clock. Bad input never throws; it gives fewer values and a list of problems.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoiquan::reader {

/// Where a value stands, in code points of `Draft::text`, end excluded. `confidence` is the
/// estimated chance (0 to 1) that a careful reader would take the same value.
struct Place {
    std::size_t start = 0;
    std::size_t end = 0;
    double confidence = 0.0;
};

struct Metadata {
    std::optional<std::string> parent_body;
    std::optional<std::string> issuing_body;
    std::optional<std::string> number;
    std::optional<std::string> symbol;
    std::optional<std::string> place;
    std::optional<std::string> date;  ///< "YYYY-MM-DD", "YYYY-MM" or "YYYY".
    std::optional<std::string> type;  ///< conclusion, directive, resolution, plan, ...
    std::optional<std::string> subject;
    std::optional<std::string> signing_authority;
    std::optional<std::string> signatory_position;
    std::optional<std::string> signatory_name;
};

/// Another document that is named with its number.
struct Citation {
    std::string text;  ///< As written.
    std::string type;
    std::optional<std::string> number_symbol;
    std::optional<std::string> date;
    std::optional<std::string> issuer;
};

struct Recipient {
    std::string text;
    std::optional<std::string>
        purpose;  ///< report, archive, coordinate, direct, inform, addressee.
};

struct Task {
    std::string section;    ///< Path of numbers as printed, "II.2".
    std::string text;       ///< Exactly the piece [start, end) of `Draft::text`.
    std::size_t start = 0;  ///< Code points.
    std::size_t end = 0;
    std::vector<std::string> lead;
    std::vector<std::string> cooperating;
    std::optional<std::string> deadline;       ///< As written.
    std::optional<std::string> deadline_date;  ///< "YYYY-MM-DD", its last day.
    std::optional<std::string> recurrence;  ///< monthly, quarterly, half-yearly, yearly, regular.
    std::optional<std::string> report_to;
};

/// One of the dates of a task: a task may have several, and some that return.
struct TaskDate {
    std::size_t task = 0;             ///< Index into `Draft::tasks`.
    std::string text;                 ///< As written.
    std::optional<std::string> date;  ///< "YYYY-MM-DD", its last day.
    std::optional<std::string> recurrence;
};

/// An order to make the document known: "Kết luận này được phổ biến đến chi bộ".
struct Dissemination {
    std::string text;             ///< The sentence, as written.
    std::vector<std::string> by;  ///< Who is to make it known; empty if nobody is named.
    std::vector<std::string> to;  ///< As written, "Chi bộ".
};

/// A weakness that an assessment lists; inspections later check it.
struct Finding {
    std::string section;
    std::string text;
};

/// What this document does with another one, or with a meeting.
struct Relation {
    std::string kind;  ///< based_on, implements, continues, reviews, guides, replaces, amends,
                       ///< repeals, replies_to, concludes_meeting.
    std::string cue;   ///< The words that say so.
    std::optional<std::size_t> citation;  ///< Index into `Draft::citations`.
    std::optional<std::string> meeting;  ///< "Hội nghị lần thứ 17 …"; only of concludes_meeting.
};

/// A unit or body that a restructuring names.
struct ProposedUnit {
    std::string name;  ///< As written; in a list of plural kind ("các phường 1, 3") only "1".
    std::string kind;  ///< "phường", "xã", "tỉnh" … as written in small letters; "body" for others.
    bool whole = true;
};

/// What a clause of a restructuring resolution makes of units; the organisations module carries it
/// out when somebody has checked it.
struct ProposedEvent {
    std::string kind;  ///< A code of events: establish, consolidate, absorb, divide, split_off,
                       ///< reorganise, rename, change_kind, dissolve.
    std::string text;  ///< The clause.
    std::vector<ProposedUnit> from;
    std::vector<ProposedUnit> into;
    std::optional<std::string> effective_date;
};

/// A sentence that reads as an obligation; without `task` nothing covers it yet.
struct Obligation {
    std::size_t start = 0;
    std::size_t end = 0;
    std::optional<std::size_t> task;  ///< Index into `Draft::tasks`.
};

/// Something that could not be read. `key` is a key of the locales ("reader.broken_bytes").
struct Problem {
    std::string key;
    std::size_t start = 0;
    std::size_t end = 0;
};

/// Marks of the law on State secrets.
enum class Secrecy { secret, top_secret, absolute_secret };
/// "MẬT", "TỐI MẬT", "TUYỆT MẬT".
std::string_view to_string(Secrecy secrecy);

struct Draft {
    std::string text;  ///< The whole text: UTF-8, NFC, LF. Places count in it.
    Metadata metadata;
    std::vector<Citation> citations;
    std::vector<Recipient> recipients;
    std::vector<Task> tasks;
    std::map<std::string, Place> places;  ///< JSON pointer ("/tasks/3/lead/0") to place.
    std::vector<Obligation> obligations;
    std::vector<TaskDate> dates;
    std::vector<Dissemination> dissemination;
    std::vector<Finding> findings;
    std::vector<Relation> relations;
    std::vector<ProposedEvent> events;
    std::vector<Problem> problems;
    std::optional<Secrecy> secrecy;
};

/// Reads plain text: UTF-8 or UTF-16 with a mark, any line ends; broken bytes become U+FFFD.
Draft read_text(std::string_view bytes);

/// Reads a DOCX file; a broken one gives a draft without text and a problem.
Draft read_docx(std::string_view bytes);

/// Reads an OpenDocument text.
Draft read_odt(std::string_view bytes);

/// Reads Rich Text Format.
Draft read_rtf(std::string_view bytes);

/// Recognises the format by the bytes, then by the name.
Draft read(std::string_view bytes, std::string_view file_name);

/// Secrecy marks in the position of a mark (a line of its own or a stamp in the header), however
/// spaced and with or without diacritics. Words of the body ("bí mật nhà nước") are no mark.
std::optional<Secrecy> find_secrecy_mark(std::string_view utf8_text);

/// The schema of `hoiquan read`: metadata, citations, recipients, tasks, places, obligations,
/// dates, dissemination, findings, relations, events, problems.
std::string to_json(const Draft& draft);

}  // namespace hoiquan::reader
