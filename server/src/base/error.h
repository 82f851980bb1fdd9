#pragma once

// The one error type that services throw; platform/http maps it to RFC 9457 problem details.

#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace hoiquan {

enum class ErrorCode {
    invalid,
    unauthenticated,
    forbidden,
    not_found,
    conflict,
    too_large,
    unavailable
};

/// One thing wrong with the input. `field` is a JSON pointer into the request
/// ("/tasks/3/due_date"), or empty; `key` is a key of web/locales; `args` fill the placeholders of
/// its text.
struct Fault {
    std::string field;
    std::string key;
    std::vector<std::pair<std::string, std::string>> args;
};

class Error : public std::exception {
public:
    Error(ErrorCode code, std::string key) : code_(code), key_(std::move(key)) {}
    Error(ErrorCode code, std::string key, std::vector<Fault> faults)
        : code_(code), key_(std::move(key)), faults_(std::move(faults)) {}

    /// For a conflict: the record as it is now, as JSON text, so that the page can show both.
    Error&& with_current(std::string json) && {
        current_json_ = std::move(json);
        return std::move(*this);
    }
    /// For the log only; never sent to a client.
    Error&& with_detail(std::string detail) && {
        detail_ = std::move(detail);
        return std::move(*this);
    }
    /// Seconds after which it is worth trying again (unavailable, throttled); 0 means unknown.
    Error&& with_retry_after(int seconds) && {
        retry_after_seconds_ = seconds;
        return std::move(*this);
    }

    ErrorCode code() const { return code_; }
    const std::string& key() const { return key_; }
    const std::vector<Fault>& faults() const { return faults_; }
    const std::string& current_json() const { return current_json_; }
    const std::string& detail() const { return detail_; }
    int retry_after_seconds() const { return retry_after_seconds_; }
    const char* what() const noexcept override { return key_.c_str(); }

private:
    ErrorCode code_;
    std::string key_;
    std::vector<Fault> faults_;
    std::string current_json_;
    std::string detail_;
    int retry_after_seconds_ = 0;
};

}  // namespace hoiquan
