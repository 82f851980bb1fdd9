# The contract, the Vietnamese words and, with HOIQUAN_WEB, the built web client become one object in the binary.
set(embed_dir ${HOIQUAN_GENERATED}/assets)
set(embed_inputs ${CMAKE_SOURCE_DIR}/api/openapi.yaml ${CMAKE_SOURCE_DIR}/web/locales/vi.json
    ${CMAKE_SOURCE_DIR}/scripts/embed_assets.py)
set(embed_dist "")
if(HOIQUAN_WEB)
    file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS
        ${CMAKE_SOURCE_DIR}/web/src/* ${CMAKE_SOURCE_DIR}/web/locales/* ${CMAKE_SOURCE_DIR}/web/public/*)
    list(FILTER web_sources EXCLUDE REGEX "schema\\.d\\.ts$")
    set(embed_dist ${CMAKE_SOURCE_DIR}/web/dist)
    add_custom_command(
        OUTPUT ${CMAKE_BINARY_DIR}/web.stamp
        COMMAND ${CMAKE_SOURCE_DIR}/scripts/build_web
        COMMAND ${CMAKE_COMMAND} -E touch ${CMAKE_BINARY_DIR}/web.stamp
        DEPENDS ${web_sources} ${CMAKE_SOURCE_DIR}/web/package-lock.json ${CMAKE_SOURCE_DIR}/web/index.html
                ${CMAKE_SOURCE_DIR}/web/vite.config.ts ${CMAKE_SOURCE_DIR}/api/openapi.yaml
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
        COMMENT "Web client")
    list(APPEND embed_inputs ${CMAKE_BINARY_DIR}/web.stamp)
endif()
add_custom_command(
    OUTPUT ${embed_dir}/assets.S ${embed_dir}/assets.cpp
    COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/scripts/embed_assets.py ${embed_dir} ${CMAKE_SOURCE_DIR}/api/openapi.yaml
            ${CMAKE_SOURCE_DIR}/web/locales/vi.json ${embed_dist}
    DEPENDS ${embed_inputs}
    COMMENT "Embedded files")
add_library(hoiquan_embedded STATIC ${embed_dir}/assets.S ${embed_dir}/assets.cpp)
set_source_files_properties(${embed_dir}/assets.S PROPERTIES OBJECT_DEPENDS "${embed_dir}/assets.cpp;${embed_inputs}")
target_compile_definitions(hoiquan_embedded PRIVATE HOIQUAN_VERSION="${PROJECT_VERSION}")
target_link_libraries(hoiquan_embedded PUBLIC hoiquan_platform_http)
