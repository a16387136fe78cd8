# How a module, its tests and the program are built. The list of modules is in CMakeLists.txt.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(WAYMARK_TESTS "Build the tests" ON)
option(WAYMARK_FUZZ "Build the programs that throw bytes at readers; needs clang" OFF)
set(WAYMARK_SANITIZE "" CACHE STRING "Sanitizers to build with, as for -fsanitize=")

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json url system)
find_package(OpenSSL REQUIRED)
find_package(CURL REQUIRED)
find_package(date REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tomlplusplus REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(OATH REQUIRED IMPORTED_TARGET liboath)
pkg_check_modules(FIDO2 REQUIRED IMPORTED_TARGET libfido2)
find_library(ZXCVBN zxcvbn REQUIRED)  # Debian gives it no pkg-config file
pkg_check_modules(CJOSE REQUIRED IMPORTED_TARGET cjose)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(PQ REQUIRED IMPORTED_TARGET libpq)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)

find_program(CCACHE ccache)
if(CCACHE)
    # Precompiled headers need ccache told that their time stamps do not matter.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()

add_library(waymark_options INTERFACE)
target_compile_options(waymark_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
    # Wrong on g++ 12 for designated initialisers and for std::string and std::variant at -O1 and up.
    -Wno-missing-field-initializers -Wno-restrict -Wno-maybe-uninitialized -Wno-dangling-pointer
    -fstack-protector-strong -fstack-clash-protection -fcf-protection
    # g++ holds us to the warnings; clang is there to fuzz.
    $<$<CXX_COMPILER_ID:Clang>:-Wno-error>
    $<$<CONFIG:Release>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>)
target_link_options(waymark_options INTERFACE -Wl,-z,relro,-z,now)
if(WAYMARK_SANITIZE)
    # Line tables are enough to read a sanitizer's report, and halve the objects.
    target_compile_options(waymark_options INTERFACE
        -fsanitize=${WAYMARK_SANITIZE} -fno-sanitize-recover=all -g1)
    target_link_options(waymark_options INTERFACE -fsanitize=${WAYMARK_SANITIZE})
endif()
target_link_libraries(waymark_options INTERFACE Threads::Threads)
target_compile_definitions(waymark_options INTERFACE WAYMARK_VERSION="${PROJECT_VERSION}")

set_property(GLOBAL PROPERTY WAYMARK_MODULES "")
set(WAYMARK_PURE_MODULES foundation programmes matching geography openid)

# One folder under src/ is one library. Each module sees the headers of those it reaches and no
# others: every module has an include folder of its own that holds one link, to itself.
function(waymark_module name)
    cmake_parse_arguments(ARG "" "" "USES" ${ARGN})
    get_property(known GLOBAL PROPERTY WAYMARK_MODULES)
    foreach(used IN LISTS ARG_USES)
        if(NOT used IN_LIST known)
            message(FATAL_ERROR "Module '${name}' uses '${used}', which is not listed before it")
        endif()
    endforeach()

    # Shared by every build folder, so that they can share compiled objects too.
    set(include_dir ${CMAKE_SOURCE_DIR}/build/include/${name})
    file(MAKE_DIRECTORY ${include_dir})
    if(NOT EXISTS ${include_dir}/${name})
        file(CREATE_LINK ${CMAKE_SOURCE_DIR}/src/${name} ${include_dir}/${name} SYMBOLIC)
    endif()

    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
    list(FILTER sources EXCLUDE REGEX "(_test|main)\\.cpp$")
    if(name STREQUAL "store")
        waymark_embed_migrations(embedded)
        list(APPEND sources ${embedded})
    endif()
    if(sources)
        add_library(waymark_${name} STATIC ${sources})
        set(visibility PUBLIC)
    else()
        add_library(waymark_${name} INTERFACE)
        set(visibility INTERFACE)
    endif()
    target_include_directories(waymark_${name} ${visibility} ${include_dir})
    target_link_libraries(waymark_${name} ${visibility} waymark_options)
    foreach(used IN LISTS ARG_USES)
        target_link_libraries(waymark_${name} ${visibility} waymark_${used})
    endforeach()
    set_property(GLOBAL APPEND PROPERTY WAYMARK_MODULES ${name})
endfunction()

# The libraries from outside that a module is built on.
function(waymark_links name)
    get_target_property(type waymark_${name} TYPE)
    if(type STREQUAL "INTERFACE_LIBRARY")
        target_link_libraries(waymark_${name} INTERFACE ${ARGN})
    else()
        target_link_libraries(waymark_${name} PUBLIC ${ARGN})
    endif()
endfunction()

function(waymark_precompile name)
    get_target_property(type waymark_${name} TYPE)
    if(NOT type STREQUAL "INTERFACE_LIBRARY")
        target_precompile_headers(waymark_${name} PRIVATE ${ARGN})
        target_compile_options(waymark_${name} PRIVATE -fpch-preprocess)
    endif()
endfunction()

function(waymark_program name)
    if(EXISTS ${CMAKE_SOURCE_DIR}/src/app/main.cpp)
        add_executable(${name} ${CMAKE_SOURCE_DIR}/src/app/main.cpp)
        target_link_libraries(${name} PRIVATE waymark_app)
    endif()
endfunction()

# What `make bench` runs. Only in the release build: figures of any other say nothing.
function(waymark_bench)
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/bench/*.cpp)
    if(sources AND CMAKE_BUILD_TYPE STREQUAL "Release")
        add_executable(waymark_bench ${sources})
        target_link_libraries(waymark_bench PRIVATE waymark_app)
    endif()
endfunction()

# One program for each reader under tests/fuzz, from its source and only what it reads with, so that
# they are soon built: tools/fuzz.sh runs them. Every header is in reach, as it is of tests.
function(waymark_fuzz)
    if(NOT WAYMARK_FUZZ)
        return()
    endif()
    waymark_fuzz_target(json_body foundation http/json.cpp)
    waymark_fuzz_target(request_parts foundation http/request_parts.cpp)
    waymark_fuzz_target(incidents access incidents/rows.cpp incidents/checks.cpp)
    waymark_fuzz_target(referrals access referrals/import_rows.cpp)
    waymark_fuzz_target(boundaries geography)
    waymark_fuzz_target(programme programmes)
    waymark_fuzz_target(webauthn access)
    waymark_fuzz_target(sign_on openid)
endfunction()

function(waymark_fuzz_target name module)
    list(TRANSFORM ARGN PREPEND ${CMAKE_SOURCE_DIR}/src/)
    add_executable(fuzz_${name} EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/fuzz/${name}.cpp ${ARGN})
    get_property(modules GLOBAL PROPERTY WAYMARK_MODULES)
    foreach(owner IN LISTS modules)
        target_include_directories(fuzz_${name} PRIVATE ${CMAKE_SOURCE_DIR}/build/include/${owner})
    endforeach()
    target_link_libraries(fuzz_${name} PRIVATE waymark_${module} Boost::json Boost::url)
    target_compile_definitions(fuzz_${name} PRIVATE WAYMARK_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    if(NOT TARGET waymark_fuzz)
        add_custom_target(waymark_fuzz)
    endif()
    add_dependencies(waymark_fuzz fuzz_${name})
endfunction()

# One test program a module, from its *_test.cpp, and one for each folder of C++ tests under tests/.
function(waymark_tests)
    if(NOT WAYMARK_TESTS)
        return()
    endif()
    find_package(GTest REQUIRED)
    include(GoogleTest)

    file(GLOB support CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/support/*.cpp)
    if(support)
        add_library(waymark_test_support STATIC ${support})
        target_include_directories(waymark_test_support PUBLIC ${CMAKE_SOURCE_DIR}/tests/support)
        target_link_libraries(waymark_test_support PUBLIC waymark_sharing GTest::gtest)
        target_compile_definitions(waymark_test_support PUBLIC
            WAYMARK_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    endif()

    get_property(modules GLOBAL PROPERTY WAYMARK_MODULES)
    foreach(module IN LISTS modules)
        file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${module}/*_test.cpp)
        waymark_test_program(${module} waymark_${module} ${tests})
    endforeach()
    file(GLOB folders LIST_DIRECTORIES true CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/*)
    foreach(folder IN LISTS folders)
        get_filename_component(base ${folder} NAME)
        file(GLOB tests CONFIGURE_DEPENDS ${folder}/*_test.cpp)
        waymark_test_program(${base}_tests waymark_app ${tests})
    endforeach()
endfunction()

function(waymark_test_program name library)
    if(NOT ARGN)
        return()
    endif()
    add_executable(waymark_${name}_test ${ARGN})
    target_link_libraries(waymark_${name}_test PRIVATE ${library} GTest::gtest_main GTest::gmock
        rapidcheck)
    # Debian builds rapidcheck without the type information that this one check looks at.
    target_compile_options(waymark_${name}_test PRIVATE -fno-sanitize=vptr)
    target_compile_definitions(waymark_${name}_test PRIVATE
        WAYMARK_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    if(TARGET waymark_test_support)
        target_link_libraries(waymark_${name}_test PRIVATE waymark_test_support)
    endif()
    # One file of results for each test: both engines share a program.
    set(results "GTEST_OUTPUT=xml:${CMAKE_BINARY_DIR}/gtest/")
    add_test(NAME ${name} COMMAND waymark_${name}_test)
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "${results}${name}.xml")
    # What reaches a database is tested on both.
    if(NOT name IN_LIST WAYMARK_PURE_MODULES)
        add_test(NAME ${name}_postgresql COMMAND waymark_${name}_test)
        set_tests_properties(${name}_postgresql PROPERTIES
            ENVIRONMENT "${results}${name}_postgresql.xml;WAYMARK_TEST_ENGINE=postgresql")
    endif()
endfunction()

# Writes a C++ source that holds every migration, so that the program carries its own schema.
function(waymark_embed_migrations out)
    file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/migrations/*.sql)
    list(SORT files)
    set(target ${CMAKE_BINARY_DIR}/embedded_migrations.cpp)
    add_custom_command(OUTPUT ${target}
        COMMAND ${CMAKE_COMMAND} -DOUT=${target} -DDIR=${CMAKE_SOURCE_DIR}/migrations
                -P ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.cmake
        DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.cmake)
    set(${out} ${target} PARENT_SCOPE)
endfunction()
