#include "app/participants.h"

namespace hoiquan::app {

organisations::Participants event_participants() {
    return {};
}

}  // namespace hoiquan::app
