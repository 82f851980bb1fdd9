#include "platform/http/metrics.h"

#include <filesystem>
#include <fstream>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <unistd.h>

namespace hoiquan::http {

namespace {

const prometheus::Histogram::BucketBoundaries kSeconds{
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

double resident_bytes() {
    std::ifstream in("/proc/self/statm");
    double all = 0;
    double resident = 0;
    in >> all >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

double open_files() {
    double n = 0;
    std::error_code error;
    for (auto it = std::filesystem::directory_iterator("/proc/self/fd", error);
         !error && it != std::filesystem::directory_iterator();
         ++it) {
        ++n;
    }
    return n;
}

}  // namespace

struct Metrics::Parts {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                            .Name("hoiquan_http_requests_total")
                                                            .Help("Requests by route and status")
                                                            .Register(registry);
    prometheus::Family<prometheus::Histogram>& durations =
        prometheus::BuildHistogram()
            .Name("hoiquan_http_request_seconds")
            .Help("Time from the whole request to the answer")
            .Register(registry);
    prometheus::Gauge& connections = prometheus::BuildGauge()
                                         .Name("hoiquan_http_connections")
                                         .Help("Open connections")
                                         .Register(registry)
                                         .Add({});
    prometheus::Gauge& waiting = prometheus::BuildGauge()
                                     .Name("hoiquan_http_waiting")
                                     .Help("Requests that wait for a worker")
                                     .Register(registry)
                                     .Add({});
    prometheus::Gauge& resident = prometheus::BuildGauge()
                                      .Name("process_resident_memory_bytes")
                                      .Help("Resident memory")
                                      .Register(registry)
                                      .Add({});
    prometheus::Gauge& files = prometheus::BuildGauge()
                                   .Name("process_open_fds")
                                   .Help("Open files")
                                   .Register(registry)
                                   .Add({});
};

Metrics::Metrics() : parts_(std::make_unique<Parts>()) {}
Metrics::~Metrics() = default;

void Metrics::count_request(std::string_view method,
                            std::string_view pattern,
                            int status,
                            double seconds) {
    const prometheus::Labels route{{"method", std::string(method)},
                                   {"route", std::string(pattern)}};
    prometheus::Labels labels = route;
    labels["status"] = std::to_string(status);
    parts_->requests.Add(labels).Increment();
    parts_->durations.Add(route, kSeconds).Observe(seconds);
}

void Metrics::set_connections(int n) {
    parts_->connections.Set(n);
}
void Metrics::set_waiting(int n) {
    parts_->waiting.Set(n);
}

std::string Metrics::text() {
    parts_->resident.Set(resident_bytes());
    parts_->files.Set(open_files());
    return prometheus::TextSerializer().Serialize(parts_->registry.Collect());
}

}  // namespace hoiquan::http
