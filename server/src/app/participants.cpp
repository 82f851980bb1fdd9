#include "app/participants.h"

#include "accounts/accounts.h"
#include "associations/associations.h"
#include "tasks/tasks.h"

namespace hoiquan::app {

organisations::Participants event_participants() {
    return {accounts::event_participant(),
            associations::event_participant(associations::holding_kinds()),
            tasks::event_participant()};
}

}  // namespace hoiquan::app
