#pragma once

// The modules that keep records on bodies and take part in their events. A new one adds its line.

#include "organisations/organisations.h"

namespace hoiquan::app {

organisations::Participants event_participants();

}  // namespace hoiquan::app
