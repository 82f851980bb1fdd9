#include "app/serve.h"

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>

#include "app/embedded.h"
#include "app/installation.h"
#include "app/modules.h"
#include "platform/audit/audit.h"
#include "platform/auth/auth.h"
#include "platform/config/log.h"
#include "platform/http/http.h"
#include "platform/jobs/jobs.h"

namespace hoiquan::app {

namespace {

constexpr auto kSealEvery = std::chrono::milliseconds(500);
constexpr int kSealsPerAnchor = 120;     // One minute.
constexpr int kSealsPerCleaning = 7200;  // One hour.

/// Seals the audit chain in the background and anchors its head to a file.
class Sealer {
public:
    explicit Sealer(Installation& installation)
        : installation_(installation), key_(audit::load_or_make_key(installation.keys_dir())) {
        thread_ = std::thread([this] { run(); });
    }
    Sealer(const Sealer&) = delete;
    Sealer& operator=(const Sealer&) = delete;
    ~Sealer() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        wake_.notify_all();
        thread_.join();
        step(0);
    }

private:
    void run() {
        for (int turn = 1;; ++turn) {
            std::unique_lock lock(mutex_);
            if (wake_.wait_for(lock, kSealEvery, [this] { return stopping_; })) {
                return;
            }
            lock.unlock();
            step(turn);
        }
    }
    void step(int turn) {
        try {
            audit::seal(installation_.database(), key_);
            if (turn % kSealsPerAnchor == 0) {
                audit::anchor(installation_.database(), installation_.anchor_file());
            }
            if (turn % kSealsPerCleaning == 1) {
                installation_.database().write(
                    [](db::WriteTx& tx) { auth::remove_expired_sessions(tx); });
            }
        } catch (const std::exception& error) {
            config::log_error("audit.seal_failed", {{"reason", std::string(error.what())}});
        }
    }

    Installation& installation_;
    std::string key_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;
};

void print_setup_link(Installation& installation, const std::string& address) {
    const auto token = installation.database().write([](db::WriteTx& tx) {
        return auth::count_users(tx) == 0 ? auth::make_setup_token(tx) : std::string();
    });
    if (!token.empty()) {
        std::cout << "Chưa có quản trị viên. Mở đường dẫn dùng một lần sau đây trong 24 giờ tới:\n"
                  << "  http://" << address << "/thiet-lap?token=" << token << '\n';
    }
}

/// Blocks the signals before any thread starts, so that only sigwait() sees them.
sigset_t block_stop_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return set;
}

}  // namespace

int serve(const config::Settings& settings) {
    const sigset_t signals = block_stop_signals();
    config::set_log_level(settings.log_level);
    const auto installation = Installation::open(settings);
    db::migrate(installation->database());
    const Sealer sealer(*installation);
    const auto jobs = jobs::Runner::start(installation->database(), {});
    const auto server =
        http::Server::start(settings, installation->database(), make_router(), web_assets());
    std::cout << "Hội Quán đang chạy tại http://" << server->address() << '\n';
    print_setup_link(*installation, server->address());
    std::cout.flush();
    int signal = 0;
    sigwait(&signals, &signal);
    config::log_info("server.stopping", {{"signal", static_cast<long long>(signal)}});
    server->stop();
    jobs->stop();
    return 0;
}

}  // namespace hoiquan::app
