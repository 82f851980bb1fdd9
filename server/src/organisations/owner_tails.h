#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hoiquan::organisations {

/// Documents of a committee leave out its own name: "Ban Dân vận Thành ủy" for "Ban Dân vận Thành
/// ủy Sông Lam", "UBND thành phố" for "UBND thành phố Sông Lam". The keys under which the body may
/// stand in the register, given the text's key and the key of the acting body's name. Party and
/// State endings are never exchanged. Empty when the text has no such ending.
struct OwnerReading {
    std::string core;               ///< Without the ending: "ban dan van".
    std::vector<std::string> keys;  ///< With each way of writing the same ending.
};
OwnerReading read_owner_tail(std::string_view key, std::string_view acting_key);

}  // namespace hoiquan::organisations
