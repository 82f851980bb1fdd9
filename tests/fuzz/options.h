#pragma once

// What is freed is kept back for a while to find late uses; by default so much that the memory cap
// of scripts/soak would speak first.
extern "C" __attribute__((used, visibility("default"))) const char*
__asan_default_options() {  // NOLINT: the sanitizer asks for this name.
    return "quarantine_size_mb=16:allocator_release_to_os_interval_ms=500";
}
