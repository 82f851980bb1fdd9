# Shared by the scripts: what must be installed, Node, and plain words for what goes wrong.
# shellcheck shell=bash
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1

say() { printf '%s\n' "── $*" >&2; }
fail() { printf 'Lỗi: %s\n' "$*" >&2; exit 1; }

build_packages=(
    g++ cmake ninja-build ccache lld python3 git ca-certificates
    libboost1.81-dev libboost-json1.81-dev libsqlite3-dev libpq-dev libsodium-dev libspdlog-dev libfmt-dev
    libtomlplusplus-dev libcli11-dev libzip-dev libpugixml-dev libexpat1-dev libxlsxwriter-dev doctest-dev
    prometheus-cpp-dev libutf8proc-dev libseccomp-dev zlib1g-dev pkg-config
)
# What reads PDF, scans and old Word files.
read_packages=(poppler-utils graphicsmagick tesseract-ocr tesseract-ocr-vie tesseract-ocr-osd)
report_packages=(libreoffice-writer-nogui libreoffice-calc-nogui fonts-liberation2)
test_packages=(postgresql-15 postgresql-client-15 chromium poppler-utils zip unzip strace)
lint_packages=(clang-format-14 clang-tidy-16 clang-16 libclang-rt-16-dev)

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "cần quyền root (hoặc sudo) để cài gói: $*"
    fi
}

# install_packages NAME… : installs those that are missing, in one go.
install_packages() {
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return
    command -v apt-get >/dev/null || fail "thiếu ${missing[*]}; kịch bản này cài gói bằng apt-get trên Debian 12."
    say "Cài ${#missing[@]} gói: ${missing[*]}"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

node_is_new_enough() {
    command -v node >/dev/null && command -v npm >/dev/null &&
        node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit((a === 20 && b >= 19) || (a === 22 && b >= 12) || a > 22 ? 0 : 1)'
}

# Node for the web client: the one that is there if it is new enough, else Debian's npm and the npm package node.
ensure_node() {
    node_is_new_enough && return
    local tools=$root/build/tools
    if [ ! -x "$tools/node_modules/node/bin/node" ]; then
        install_packages nodejs npm
        say "Cài Node 22 vào build/tools"
        mkdir -p "$tools"
        npm install --prefix "$tools" --no-audit --no-fund --loglevel=error node@22.20.0 >/dev/null ||
            fail "không cài được Node 22 bằng npm; kiểm tra kết nối tới kho gói npm."
    fi
    export PATH=$tools/node_modules/node/bin:$PATH
    node_is_new_enough || fail "Node quá cũ; cần 20.19 hoặc 22.12 trở lên."
}

# npm_packages DIR : installs from the lock file when it has changed since.
npm_packages() {
    local dir=$1
    if [ ! -d "$dir/node_modules" ] || [ "$dir/package-lock.json" -nt "$dir/node_modules/.package-lock.json" ]; then
        say "Cài gói npm của ${dir#"$root"/}"
        (cd "$dir" && npm ci --no-audit --no-fund --loglevel=error >/dev/null) ||
            fail "npm ci trong ${dir#"$root"/} không xong; chạy lại để xem chi tiết."
    fi
}

# configure PRESET [ARG…]
configure() {
    local preset=$1
    shift
    [ -f "$root/build/$preset/build.ninja" ] && [ $# -eq 0 ] && return
    say "Cấu hình bản $preset"
    (cd "$root" && cmake --preset "$preset" "$@" >"$root/build/configure-$preset.log" 2>&1) ||
        { tail -n 20 "$root/build/configure-$preset.log" >&2; fail "cmake không cấu hình được bản $preset."; }
}
