#pragma once

// Counters for Prometheus; part of platform/http.

#include <memory>
#include <string>
#include <string_view>

namespace hoiquan::http {

class Metrics {
public:
    Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;
    ~Metrics();

    /// `pattern` is the route's, never the raw path.
    void count_request(std::string_view method,
                       std::string_view pattern,
                       int status,
                       double seconds);
    void set_connections(int n);
    void set_waiting(int n);
    /// The text format of Prometheus.
    std::string text();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace hoiquan::http
