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
