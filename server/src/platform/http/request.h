#pragma once

// The Request that handlers see; part of platform/http.

#include <optional>
#include <string>

#include "platform/http/http.h"
#include "platform/http/message.h"
#include "platform/http/router.h"

namespace hoiquan::http {

/// What a request is made of; all outlive it.
struct RequestParts {
    const Message& message;
    const Target& target;
    const PathParams& params;
    Method method;
    const std::string& number;
    const std::string& address;
    db::Database& database;
    const config::Settings& settings;
    const std::optional<auth::Session>& session;
};

class ServerRequest : public Request {
public:
    explicit ServerRequest(const RequestParts& parts) : parts_(parts) {}
    Method method() const override { return parts_.method; }
    std::string_view path() const override { return parts_.target.path; }
    std::string_view param(std::string_view name) const override;
    std::optional<std::string> query(std::string_view name) const override;
    std::optional<std::string> header(std::string_view name) const override;
    std::string_view body() const override { return parts_.message.body; }
    const std::string& number() const override { return parts_.number; }
    const std::string& address() const override { return parts_.address; }
    db::Database& database() override { return parts_.database; }
    const config::Settings& settings() const override { return parts_.settings; }
    const auth::Session& session() const override;
    std::optional<auth::Session> session_if_any() const override { return parts_.session; }

private:
    RequestParts parts_;
};

}  // namespace hoiquan::http
