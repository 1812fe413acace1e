# Shared by start, check and test: sourced, never run. Bash 4.4 or newer.
set -euo pipefail

called_from=$PWD
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
target=${CARGO_TARGET_DIR:-$root/target}
# rustup installs here; a shell opened before the installation does not know it yet.
if ! command -v cargo >/dev/null && [[ -x $HOME/.cargo/bin/cargo ]]; then PATH=$HOME/.cargo/bin:$PATH; fi

if [[ -t 1 ]]; then bold=$'\e[1m' red=$'\e[31m' green=$'\e[32m' plain=$'\e[0m'; else bold='' red='' green='' plain=''; fi

say() { printf '%s==> %s%s\n' "$bold" "$*" "$plain"; }
fail() {
    printf '%s%s: %s%s\n' "$red" "${0##*/}" "$*" "$plain" >&2
    exit 1
}

# at_least WANTED FOUND: compares versions number by number.
at_least() { [[ $(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1) == "$1" ]]; }

missing=()
# tool NAME WANTED-VERSION REMEDY: notes a tool that is absent or too old, so that all are told at once.
tool() {
    local name=$1 wanted=$2 remedy=$3 found=
    if ! command -v "$name" >/dev/null; then
        missing+=("$name is not installed. $remedy")
        return
    fi
    [[ -n $wanted ]] || return 0
    found=$("$name" --version 2>/dev/null | head -n 1 | sed -E 's/[^0-9]*([0-9]+(\.[0-9]+)*).*/\1/') || true
    at_least "$wanted" "${found:-0}" || missing+=("$name ${found:-of unknown version} is too old, $wanted or newer is needed. $remedy")
}

check_tools() {
    local rust
    rust=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
    tool cargo "$rust" "Install Rust from https://rustup.rs, or run: rustup update stable"
    tool cc "" "Install a C compiler and linker; Debian: sudo apt-get install build-essential"
    tool node 20 "Install Node.js 20 or newer from https://nodejs.org"
    tool npm "" "npm comes with Node.js; Debian keeps it apart: sudo apt-get install npm"
    if ((${#missing[@]} > 0)); then
        printf '%s\n' "${missing[@]/#/  - }" >&2
        fail "install what is missing and run it again"
    fi
}

# The font of printed pages, built into the program where it is found at build time.
print_font=fonts-morisawa-bizud-gothic
has_print_font() {
    [[ -n ${HOSHIZU_FONTS:-} ]] || compgen -G '/usr/share/fonts/truetype/bizud-gothic/BIZUDGothic-*.ttf' >/dev/null
}

# install_packages PACKAGE...: tries three times: mirrors time out, and an installation cut short is completed by the next try.
install_packages() {
    local as=() try
    if ((EUID != 0)); then
        command -v sudo >/dev/null || { echo "run as root: apt-get install $*" >&2; return 1; }
        as=(sudo)
    fi
    for try in 1 2 3; do
        "${as[@]}" env DEBIAN_FRONTEND=noninteractive dpkg --configure -a || true
        if "${as[@]}" apt-get update -q &&
            "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"; then
            return 0
        fi
        "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --fix-broken || true
        sleep $((try * 5))
    done
    return 1
}

# want_print_font: installs it where that needs no question; without it everything works but printing.
want_print_font() {
    has_print_font && return 0
    if command -v apt-get >/dev/null && { ((EUID == 0)) || sudo -n true 2>/dev/null; }; then
        say "installing the font of printed pages ($print_font)"
        install_packages "$print_font" && return 0
    fi
    echo "BIZ UDGothic is not here: PDFs cannot be made until it is. Debian: apt-get install $print_font;" \
        "elsewhere name the folder of its .ttf files in HOSHIZU_FONTS" >&2
}

digest() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -c 1-64; }
# digest_of FIND-ARGUMENTS...: one digest over names and contents of the files found.
digest_of() { find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 cksum | digest; }

# front_packages FOLDER: installs npm packages when the lock file or Node.js changed since the last time.
front_packages() {
    local folder=$1 stamp=$1/node_modules/.installed wanted try
    wanted=$({ cat "$folder/package-lock.json"; node --version; } | digest)
    [[ -f $stamp && $(<"$stamp") == "$wanted" ]] && return 0
    say "$folder: installing packages"
    # Registries drop connections now and then; what was fetched stays in npm's cache.
    for try in 1 2 3; do
        if npm --prefix "$folder" ci --no-audit --no-fund --loglevel=error; then
            printf '%s\n' "$wanted" >"$stamp"
            return 0
        fi
        ((try < 3)) && sleep $((try * 5))
    done
    echo "npm ci failed in $folder: is the machine online, and does npm reach its registry (npm ping)?" >&2
    return 1
}

# front_build: builds the page when anything it is made of changed since the last time.
front_build() {
    local stamp=$target/page.stamp wanted
    wanted=$(digest_of frontend -not -path '*/node_modules/*' -not -path 'frontend/dist/*' \
        -not -path 'frontend/.vite/*' -not -name '*.tsbuildinfo')
    [[ -f frontend/dist/index.html && -f $stamp && $(<"$stamp") == "$wanted" ]] && return 0
    say "frontend: building the page"
    npm --prefix frontend run build
    mkdir -p "$target"
    printf '%s\n' "$wanted" >"$stamp"
}
