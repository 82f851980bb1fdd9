#include "app/participants.h"

#include <utility>

#include "accounts/accounts.h"
#include "associations/associations.h"
#include "members/members.h"
#include "tasks/tasks.h"

namespace hoiquan::app {

organisations::Participants event_participants() {
    auto held = associations::holding_kinds();
    held.push_back(members::holding_kind());
    return {accounts::event_participant(),
            associations::event_participant(std::move(held)),
            tasks::event_participant()};
}

}  // namespace hoiquan::app
