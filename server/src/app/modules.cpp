#include "app/modules.h"

#include <string>

#include "accounts/accounts.h"
#include "app/embedded.h"
#include "app/participants.h"
#include "associations/associations.h"
#include "documents/documents.h"
#include "members/members.h"
#include "organisations/organisations.h"
#include "reports/reports.h"
#include "tasks/tasks.h"

namespace hoiquan::app {

http::Router make_router() {
    http::Router router;
    accounts::add_routes(router);
    organisations::add_routes(router);
    associations::add_similar_routes(router, {});
    organisations::add_event_routes(router, event_participants());
    organisations::add_proposal_routes(router);
    documents::add_routes(router);
    tasks::add_routes(router);
    associations::add_routes(router, {});
    members::add_routes(router);
    reports::add_routes(router);
    router.get("/api/v1/openapi.yaml", http::Guard::public_, [](http::Request&) {
        http::Response response;
        response.headers.emplace_back("Content-Type", "application/yaml; charset=utf-8");
        response.body = std::string(contract());
        return response;
    });
    return router;
}

}  // namespace hoiquan::app
