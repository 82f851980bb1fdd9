#include "app/participants.h"

#include "accounts/accounts.h"
#include "tasks/tasks.h"

namespace hoiquan::app {

organisations::Participants event_participants() {
    return {accounts::event_participant(), tasks::event_participant()};
}

}  // namespace hoiquan::app
