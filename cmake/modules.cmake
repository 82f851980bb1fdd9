# One static library and one test program for each folder of server/src.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

set(HOIQUAN_GENERATED ${CMAKE_BINARY_DIR}/generated)
file(MAKE_DIRECTORY ${HOIQUAN_GENERATED})

# One precompiled header for all libraries (they have the same compile flags; programs have others).
if(HOIQUAN_PRECOMPILE)
    file(WRITE ${CMAKE_BINARY_DIR}/precompiled.cpp "")
    add_library(hoiquan_precompiled OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
    target_precompile_headers(hoiquan_precompiled PRIVATE
        <algorithm> <array> <chrono> <cstdint> <filesystem> <functional> <map> <memory> <optional> <set> <string>
        <string_view> <utility> <variant> <vector>)
    # Says with -E what of the header it used, so that ccache can tell one from the other.
    add_compile_options(-fpch-preprocess)
    # Behind a precompiled header GCC 12 takes the standard library for ours and warns of its std::string.
    add_compile_options(-Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
endif()

# hoiquan_module(platform/db LINK hoiquan_base SQLite::SQLite3 [TEST_LINK ...])
# Sources: every *.cpp of the folder except *_test.cpp. Statements: sql/*.sql become
# <folder>/sql.h in the build folder. Tests: *_test.cpp become <name>_test.
function(hoiquan_module folder)
    cmake_parse_arguments(arg "" "" "LINK;TEST_LINK" ${ARGN})
    string(REPLACE "/" "_" name ${folder})
    set(dir ${CMAKE_SOURCE_DIR}/server/src/${folder})
    file(GLOB sources CONFIGURE_DEPENDS ${dir}/*.cpp)
    file(GLOB tests CONFIGURE_DEPENDS ${dir}/*_test.cpp)
    file(GLOB statements CONFIGURE_DEPENDS ${dir}/sql/*.sql)
    if(tests)
        list(REMOVE_ITEM sources ${tests})
    endif()
    if(NOT sources)
        return()
    endif()
    add_library(hoiquan_${name} STATIC ${sources})
    target_include_directories(hoiquan_${name} PUBLIC ${CMAKE_SOURCE_DIR}/server/src ${HOIQUAN_GENERATED})
    target_link_libraries(hoiquan_${name} PUBLIC ${arg_LINK})
    if(HOIQUAN_PRECOMPILE)
        target_precompile_headers(hoiquan_${name} REUSE_FROM hoiquan_precompiled)
    endif()
    if(statements)
        set(header ${HOIQUAN_GENERATED}/${folder}/sql.h)
        # In the command line, so that a file that was removed or renamed also makes the header anew.
        string(MD5 names "${statements}")
        file(GLOB includes CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/server/src/*/sql/*.inc)
        add_custom_command(
            OUTPUT ${header}
            COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/scripts/embed_sql.py ${CMAKE_SOURCE_DIR}/server/src ${folder} ${header} ${names}
            DEPENDS ${statements} ${includes} ${CMAKE_SOURCE_DIR}/scripts/embed_sql.py
            COMMENT "SQL of ${folder}")
        target_sources(hoiquan_${name} PRIVATE ${header})
    endif()
    if(tests)
        add_executable(${name}_test ${tests} ${CMAKE_SOURCE_DIR}/server/src/base/testing/doctest_main.cpp)
        target_link_libraries(${name}_test PRIVATE hoiquan_${name} ${arg_TEST_LINK})
        target_compile_definitions(${name}_test PRIVATE HOIQUAN_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
        add_test(NAME unit.${name} COMMAND ${name}_test)
        set_tests_properties(unit.${name} PROPERTIES TIMEOUT 300 LABELS unit)
    endif()
endfunction()

# Puts server/migrations/NNNN_name.{sqlite,postgres}.sql into platform/db.
function(hoiquan_migrations)
    set(output ${HOIQUAN_GENERATED}/platform/db/embedded_migrations.cpp)
    file(GLOB steps CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/server/migrations/*.sql)
    string(MD5 names "${steps}")
    add_custom_command(
        OUTPUT ${output}
        COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/scripts/embed_migrations.py ${CMAKE_SOURCE_DIR}/server/migrations ${output} ${names}
        DEPENDS ${steps} ${CMAKE_SOURCE_DIR}/scripts/embed_migrations.py
        COMMENT "Migrations")
    target_sources(hoiquan_platform_db PRIVATE ${output})
    add_test(NAME scripts.embed COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/scripts/embed_test.py)
endfunction()
