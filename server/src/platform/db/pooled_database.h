#pragma once

// Internal to platform/db: transactions over pools of connections, the same for both engines.

#include <memory>

#include "platform/db/pool.h"

namespace hoiquan::db {

class PooledDatabase final : public Backend {
public:
    /// `writers` may be null: then readers write too.
    PooledDatabase(Engine engine,
                   std::chrono::milliseconds patience,
                   const config::Clock& clock,
                   std::unique_ptr<Pool> readers,
                   std::unique_ptr<Pool> writers);

    Engine engine() const override { return engine_; }
    void backup_to(const std::string& path) override;
    void run_schema(const std::function<void(Connection&)>& f) override;
    void with_connection(const std::function<void(Connection&)>& f) override;

private:
    void run_read(const std::function<void(const ReadTx&)>& f) override;
    void run_write(const std::function<void(WriteTx&)>& f) override;
    /// False when it has to be run again.
    bool try_write(const std::function<void(WriteTx&)>& f, Company company);
    Pool& writers() { return writers_ ? *writers_ : *readers_; }
    Deadline deadline() const { return std::chrono::steady_clock::now() + patience_; }

    Engine engine_;
    std::chrono::milliseconds patience_;
    const config::Clock& clock_;
    std::unique_ptr<Pool> readers_;
    std::unique_ptr<Pool> writers_;
    WriterGate gate_;
};

}  // namespace hoiquan::db
