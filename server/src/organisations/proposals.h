#pragma once

// Changes of bodies that a document decides ("sáp nhập … thành …"): read from it, checked in its
// review, recorded or set aside by an administrator.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "organisations/organisations.h"

namespace hoiquan::organisations {

struct ProposedBody {
    std::string name;  ///< As written.
    std::string kind;  ///< As written, in small letters; "body" for others than units.
    Share share = Share::whole;
};

struct NewProposal {
    EventCode code = EventCode::reorganise;
    std::string clause;
    std::vector<ProposedBody> from;
    std::vector<ProposedBody> into;
    std::optional<Date> effective;
};
/// For the body in whose register the document stands. `basis` is its number and symbol.
void propose_events(db::WriteTx& tx,
                    const OrganisationId& register_of,
                    const DocumentId& document,
                    const std::string& basis,
                    const std::vector<NewProposal>& proposals);

enum class ProposalStatus { open, carried_out, dismissed };
std::string_view to_string(ProposalStatus status);
std::optional<ProposalStatus> parse_proposal_status(std::string_view text);

struct Proposal {
    ProposalId id;
    DocumentId document;
    std::string basis;
    NewProposal proposed;
    ProposalStatus status = ProposalStatus::open;
    std::optional<EventId> event;
    std::string reason;      ///< Why it was set aside.
    std::string decided_by;  ///< Full name.
    std::optional<Instant> decided_at;
};
struct ProposalPage {
    std::vector<Proposal> items;
    std::int64_t total = 0;
};
/// Of the registers within reach, newest document first; for administrators.
ProposalPage list_proposals(const db::ReadTx& tx,
                            const auth::Actor& actor,
                            std::optional<ProposalStatus> status,
                            int limit,
                            int offset);

/// Error(not_found) out of reach; Error(conflict, "organisations.proposal_decided") when it is
/// decided already.
void check_open(const db::ReadTx& tx, const auth::Actor& actor, const ProposalId& id);
void mark_carried_out(db::WriteTx& tx,
                      const auth::Actor& actor,
                      const ProposalId& id,
                      const EventId& event);
/// What an event that was undone had carried out waits again.
void reopen_proposals(db::WriteTx& tx, const EventId& event);
/// A reason is required.
void dismiss(db::WriteTx& tx,
             const auth::Actor& actor,
             const ProposalId& id,
             const std::string& reason);

}  // namespace hoiquan::organisations
