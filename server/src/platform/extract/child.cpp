#include "platform/extract/child.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "platform/extract/confinement.h"
#include "platform/extract/file_descriptor.h"

namespace hoiquan::extract {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kNotConfined = 125;
constexpr int kNotStarted = 126;

[[noreturn]] void fail(const char* what) {
    throw Error(ErrorCode::unavailable, "extract.failed")
        .with_detail(what + std::string(": ") + std::generic_category().message(errno));
}

// A file in memory rather than a pipe: nothing to feed while the program runs, no broken pipe.
FileDescriptor input_file(std::string_view bytes) {
    FileDescriptor file(memfd_create("hoiquan-input", MFD_CLOEXEC));
    if (!file.is_open()) {
        fail("memfd_create");
    }
    while (!bytes.empty()) {
        const ssize_t done = ::write(file.get(), bytes.data(), bytes.size());
        if (done < 0 && errno != EINTR) {
            fail("write");
        }
        bytes.remove_prefix(done > 0 ? static_cast<std::size_t>(done) : 0);
    }
    if (::lseek(file.get(), 0, SEEK_SET) != 0) {
        fail("lseek");
    }
    return file;
}

struct Pipe {
    FileDescriptor read;
    FileDescriptor write;
};

Pipe make_pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        fail("pipe2");
    }
    Pipe pipe{FileDescriptor(ends[0]), FileDescriptor(ends[1])};
    if (::fcntl(pipe.read.get(), F_SETFL, O_NONBLOCK) != 0) {
        fail("fcntl");
    }
    return pipe;
}

struct Channels {
    FileDescriptor input;
    Pipe out = make_pipe();
    Pipe err = make_pipe();
};

// Texts in the form that exec wants, alive until the child has its own.
class ExecTexts {
public:
    explicit ExecTexts(std::vector<std::string> texts) : texts_(std::move(texts)) {
        for (std::string& text : texts_) {
            pointers_.push_back(text.data());
        }
        pointers_.push_back(nullptr);
    }
    ExecTexts(const ExecTexts&) = delete;
    ExecTexts& operator=(const ExecTexts&) = delete;

    char* const* get() const { return pointers_.data(); }

private:
    std::vector<std::string> texts_;
    std::vector<char*> pointers_;
};

std::vector<std::string> arguments_of(const Launch& what) {
    std::vector<std::string> arguments{what.program};
    arguments.insert(arguments.end(), what.args.begin(), what.args.end());
    return arguments;
}

std::vector<std::string> environment_in(const std::string& folder) {
    return {"PATH=/usr/local/bin:/usr/bin:/bin",
            "HOME=" + folder,
            "TMPDIR=" + folder,
            "LANG=C.UTF-8",
            "OMP_THREAD_LIMIT=1"};
}

struct ChildPlan {
    const Channels& channels;
    const ExecTexts& arguments;
    const ExecTexts& environment_in_place;
    const ExecTexts& environment_in_tmp;
    const Confinement& confinement;
    pid_t parent;
};

// From here to exec only async-signal-safe calls: other threads of the server may have held locks.
[[noreturn]] void become_program(const ChildPlan& plan) {
    ::setsid();
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != plan.parent) {
        ::_exit(kNotStarted);  // The server died in between and could not take us with it.
    }
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    ::umask(077);
    const bool placed = ::dup2(plan.channels.input.get(), STDIN_FILENO) >= 0 &&
                        ::dup2(plan.channels.out.write.get(), STDOUT_FILENO) >= 0 &&
                        ::dup2(plan.channels.err.write.get(), STDERR_FILENO) >= 0;
    if (!placed) {
        ::_exit(kNotStarted);
    }
    const Confinement::Result confined = plan.confinement.put_on();
    if (confined == Confinement::Result::refused) {
        ::_exit(kNotConfined);
    }
    const ExecTexts& environment = confined == Confinement::Result::folder_is_tmp
                                       ? plan.environment_in_tmp
                                       : plan.environment_in_place;
    ::syscall(SYS_close_range, 3U, ~0U, 0U);
    ::execve(plan.arguments.get()[0], plan.arguments.get(), environment.get());
    ::_exit(kNotStarted);
}

enum class Stop { ended, deadline, too_much };

// Reads what is there. False at the end of the stream.
bool drain(const FileDescriptor& from, std::string& into, std::size_t limit, bool& too_much) {
    std::array<char, 65536> buffer;
    for (;;) {
        const ssize_t got = ::read(from.get(), buffer.data(), buffer.size());
        if (got == 0) {
            return false;
        }
        if (got < 0) {
            return errno == EAGAIN || errno == EINTR;
        }
        const auto count = static_cast<std::size_t>(got);
        const std::size_t room = limit - std::min(limit, into.size());
        into.append(buffer.data(), std::min(room, count));
        if (count > room) {
            too_much = true;
            return false;
        }
    }
}

class Watch {
public:
    Watch(pid_t process, Channels& channels, const Limits& limits)
        : process_(process),
          handle_(static_cast<int>(::syscall(SYS_pidfd_open, process, 0))),
          channels_(channels),
          limits_(limits),
          deadline_(Clock::now() + std::chrono::seconds(limits.wall_seconds)) {}

    /// Returns when the program has ended, or must be ended.
    Stop wait(Outcome& outcome) {
        while (true) {
            std::array<pollfd, 3> events{{{handle_.get(), POLLIN, 0},
                                          {out_open_ ? channels_.out.read.get() : -1, POLLIN, 0},
                                          {err_open_ ? channels_.err.read.get() : -1, POLLIN, 0}}};
            const auto left =
                std::chrono::ceil<std::chrono::milliseconds>(deadline_ - Clock::now()).count();
            if (left <= 0) {
                return Stop::deadline;
            }
            // A second at most, so that the end is seen even without a process handle.
            const int ready = ::poll(
                events.data(), events.size(), static_cast<int>(std::min<std::int64_t>(left, 1000)));
            if (ready < 0 && errno != EINTR) {
                fail("poll");
            }
            read_streams(outcome);
            if (too_much_) {
                return Stop::too_much;
            }
            if (has_ended()) {
                return Stop::ended;
            }
        }
    }

    void read_streams(Outcome& outcome) {
        out_open_ =
            out_open_ && drain(channels_.out.read, outcome.out, limits_.output_bytes, too_much_);
        err_open_ =
            err_open_ && drain(channels_.err.read, outcome.err, limits_.output_bytes, too_much_);
    }
    bool too_much() const { return too_much_; }

private:
    // Leaves the dead process in place: as long as it is there its group number is not reused.
    bool has_ended() const {
        siginfo_t info{};
        return ::waitid(P_PID, static_cast<id_t>(process_), &info, WEXITED | WNOHANG | WNOWAIT) ==
                   0 &&
               info.si_pid == process_;
    }

    pid_t process_;
    FileDescriptor handle_;
    Channels& channels_;
    const Limits& limits_;
    Clock::time_point deadline_;
    bool out_open_ = true;
    bool err_open_ = true;
    bool too_much_ = false;
};

// Kills what is left of the group on every way out, also when an exception passes.
class GroupKiller {
public:
    explicit GroupKiller(pid_t leader) : leader_(leader) {}
    ~GroupKiller() { static_cast<void>(finish()); }
    GroupKiller(const GroupKiller&) = delete;
    GroupKiller& operator=(const GroupKiller&) = delete;

    int finish() {
        if (leader_ <= 0) {
            return status_;
        }
        ::kill(-leader_, SIGKILL);
        ::kill(leader_, SIGKILL);  // It may not have come to setsid() yet.
        while (::waitpid(leader_, &status_, 0) < 0 && errno == EINTR) {
        }
        leader_ = -1;
        return status_;
    }

private:
    pid_t leader_;
    int status_ = 0;
};

Status status_of(Stop stop, int exit_code) {
    if (stop == Stop::deadline || exit_code == 128 + SIGXCPU) {
        return Status::timed_out;
    }
    if (stop == Stop::too_much || exit_code == 128 + SIGXFSZ) {
        return Status::too_large;
    }
    return exit_code == 0 ? Status::ok : Status::failed;
}

}  // namespace

Outcome launch(const Launch& what, const Limits& limits) {
    Channels channels{input_file(what.input)};
    const ExecTexts arguments(arguments_of(what));
    const ExecTexts in_place(environment_in(what.folder.string()));
    const ExecTexts in_tmp(environment_in("/tmp"));
    const Confinement confinement(what.program, what.folder, limits);
    const ChildPlan plan{channels, arguments, in_place, in_tmp, confinement, ::getpid()};
    const pid_t process = ::fork();
    if (process < 0) {
        fail("fork");
    }
    if (process == 0) {
        become_program(plan);
    }
    GroupKiller group(process);
    channels.input.reset();
    channels.out.write.reset();
    channels.err.write.reset();
    Outcome outcome;
    Watch watch(process, channels, limits);
    Stop stop = watch.wait(outcome);
    const int status = group.finish();
    watch.read_streams(outcome);
    stop = watch.too_much() ? Stop::too_much : stop;
    outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    outcome.status = status_of(stop, outcome.exit_code);
    if (outcome.exit_code == kNotConfined && outcome.err.empty()) {
        outcome.err = "could not be confined";
    }
    return outcome;
}

}  // namespace hoiquan::extract
