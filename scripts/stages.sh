# Stages of check and test: named, timed, logged, and their tests counted. Sourced after lib.sh.
export CARGO_TERM_COLOR=${CARGO_TERM_COLOR:-$([[ -t 1 ]] && echo always || echo never)}
logs=$target/stages
rm -rf "$logs"
mkdir -p "$logs"
passed=0 failed=0 skipped=0
report=()

# count LOG: adds up what the runners in this log say of themselves. Each has its own last words:
# cargo test (a line for each test program), Vitest, node:test.
count() {
    local counts
    counts=$(sed -E 's/\x1b\[[0-9;]*m//g' "$1" | awk '
        function number(pattern, text) {
            return match(text, pattern) ? substr(text, RSTART, RLENGTH) + 0 : 0
        }
        /^test result:/ || /^ *Tests  / {
            passed += number("[0-9]+ passed", $0)
            failed += number("[0-9]+ failed", $0)
            skipped += number("[0-9]+ skipped", $0) + number("[0-9]+ ignored", $0)
        }
        /^(#|ℹ) pass [0-9]+$/ { passed += $3 }
        /^(#|ℹ) (fail|cancelled) [0-9]+$/ { failed += $3 }
        /^(#|ℹ) (skipped|todo) [0-9]+$/ { skipped += $3 }
        END { print passed + 0, failed + 0, skipped + 0 }')
    read -r stage_passed stage_failed stage_skipped <<<"$counts"
}

# stage NAME COMMAND...: runs it, shows its output and keeps it in a log; the first that fails ends the run.
stage() {
    local name=$1 log code began=$SECONDS note
    shift
    log=$logs/$(printf '%02d' "${#report[@]}")-$(tr -c "a-zA-Z0-9\n" - <<<"$name").log
    say "$name"
    set +e
    (
        set -euo pipefail
        "$@"
    ) 2>&1 | tee "$log"
    code=${PIPESTATUS[0]}
    set -e
    count "$log"
    # A stage that broke before its tests ran is a failure too.
    if ((code != 0 && stage_failed == 0)); then stage_failed=1; fi
    passed=$((passed + stage_passed)) failed=$((failed + stage_failed)) skipped=$((skipped + stage_skipped))
    note=$(printf '%4d s  %-34s' $((SECONDS - began)) "$name")
    if ((stage_passed + stage_failed + stage_skipped > 0)); then
        note+=" $stage_passed passed, $stage_failed failed, $stage_skipped skipped"
    fi
    if ((code != 0)); then
        report+=("${red}FAILED${plain} $note")
        conclude "stopped at: $name (whole output: $log)"
    fi
    report+=("${green}ok${plain}     $note")
}

# conclude [WHY]: the table of stages, and the sum as the last line.
conclude() {
    echo
    printf '%s\n' "${report[@]}"
    [[ -z ${1:-} ]] || printf '%s%s%s\n' "$red" "$1" "$plain"
    echo "$((SECONDS / 60)) min $((SECONDS % 60)) s"
    echo "$passed passed, $failed failed, $skipped skipped"
    ((failed == 0)) && [[ -z ${1:-} ]]
    exit
}

rust_format() { cargo fmt --all --check; }
rust_lints() { cargo clippy --workspace --all-targets --locked -- -D warnings; }
# A workspace of its own, so that the peers it measures against are no dependencies of the product.
benchmarks_compile() { CARGO_TARGET_DIR=$target cargo check --workspace --locked --manifest-path scripts/benchmark/Cargo.toml; }
structure() { cargo test --workspace --locked --test structure; }

program=$target/debug/hoshizu
# Everything is built in one profile, dev, whose dependencies are optimised: a release build would cost the same
# minutes again and find nothing more.
build_program() { cargo build --workspace --bins --locked; }

# generated [--write]: the OpenAPI document and the typed client must be what the code says today.
generated() {
    local document=backend/server/openapi.json client=frontend/src/api/schema.gen.ts fresh=$logs/generated
    mkdir -p "$fresh"
    "$program" openapi >"$fresh/openapi.json"
    if [[ ${1:-} == --write ]]; then
        cp "$fresh/openapi.json" "$document"
        npm --prefix frontend run generate
        return
    fi
    if ! diff -u "$document" "$fresh/openapi.json" | head -n 40; then
        echo "$document is stale: run scripts/check --write" >&2
        return 1
    fi
    cp "$client" "$fresh/before.ts"
    npm --prefix frontend run generate
    mv "$client" "$fresh/after.ts"
    cp "$fresh/before.ts" "$client"
    if ! diff -u "$fresh/before.ts" "$fresh/after.ts" | head -n 40; then
        echo "$client is stale: run scripts/check --write" >&2
        return 1
    fi
}
