#!/usr/bin/env bash
# Sets up what the tests need, builds, checks the format, runs every test project, sums up.
#   bash tests/run.sh                       everything that fits into a push
#   bash tests/run.sh --all                 the long suites too
#   bash tests/run.sh Citess.Storage.Tests  only the projects named
set -euo pipefail
exec </dev/null

usage() { sed -n '2,5s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; }
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

chosen=()
for argument in "$@"; do
  case "$argument" in
    --all) export CITESS_TEST_ALL=1 ;;
    -h | --help) usage; exit 0 ;;
    -*) usage >&2; exit 2 ;;
    *) chosen+=("$argument") ;;
  esac
done

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1
# Programs that live for seconds do not gain from watching themselves.
export DOTNET_TieredPGO=0
export HOME="${HOME:-$root/artifacts/home}"
scratch="$root/artifacts/run/$$"
cluster=""
child=""

say() { printf '%s\n' "$*"; }
fail() { printf 'tests/run.sh: %s\n' "$*" >&2; exit 1; }

# PostgreSQL refuses to run as root: as root, its programs run as the user of its package.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

stop_cluster() {
  if [ -f "$1/data/postmaster.pid" ]; then
    as_postgres "$postgres_bin/pg_ctl" stop -s -w -m immediate -D "$1/data" >/dev/null 2>&1 || true
  fi
  rm -rf "$1"
}

# Each step is a process group of its own, so that an interrupted run leaves no build server, node or browser behind.
step() {
  local limit=$1 code=0
  shift
  timeout --kill-after=20 "$limit" "$@" &
  child=$!
  wait "$child" || code=$?
  stop_child
  [ "$code" -ne 124 ] || say "stopped after $limit: $*" >&2
  return "$code"
}

stop_child() {
  [ -n "$child" ] || return 0
  kill -TERM -- "-$child" 2>/dev/null || { child=""; return 0; }
  for _ in $(seq 50); do
    kill -0 -- "-$child" 2>/dev/null || break
    sleep 0.1
  done
  kill -KILL -- "-$child" 2>/dev/null || true
  child=""
}

clean_up() {
  local code=$?
  trap - EXIT
  trap '' INT TERM HUP
  stop_child
  [ -z "$cluster" ] || stop_cluster "$cluster"
  rm -rf "$scratch"
  exit "$code"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

# ---- what the machine must have -------------------------------------------------------------------------------------

find_postgres() {
  local newest
  newest=$(find /usr/lib/postgresql -mindepth 3 -maxdepth 3 -path '*/bin/initdb' 2>/dev/null | sort -V | tail -n 1)
  [ -n "$newest" ] || newest=$(command -v initdb || true)
  [ -z "$newest" ] || dirname "$(readlink -f "$newest")"
}

find_chromium() {
  local name
  for name in "${CITESS_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name"; then return 0; fi
  done
}

# Node 20 or newer; where the distribution has none so new (Debian 12), any, and the tests that need more say so.
has_node() {
  local here offered
  here=$(node --version 2>/dev/null | tr -d v | cut -d. -f1)
  [ "${here:-0}" -lt 20 ] || return 0
  offered=$(apt-cache policy nodejs 2>/dev/null | sed -n 's/^ *Candidate: \([0-9]*\).*/\1/p')
  [ -n "$here" ] && [ "${offered:-0}" -lt 20 ]
}
has_npm() { command -v npm >/dev/null; }
has_arabic_font() { [ -n "$(find /usr/share/fonts /usr/local/share/fonts -iname 'Noto*Arabic*' -print -quit 2>/dev/null)" ]; }
has_icu() { [ -n "$(find /usr/lib /usr/local/lib /lib64 -name 'libicuuc.so*' -print -quit 2>/dev/null)" ]; }

privileged() { if [ "$(id -u)" -eq 0 ]; then env "$@"; else sudo -n env "$@"; fi; }
may_install() {
  command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }
}

missing_packages() {
  has_icu || say libicu
  [ -n "$(find_postgres)" ] || say postgresql
  [ -n "$(find_chromium)" ] || say chromium
  has_node || say nodejs
  has_npm || say npm
  has_arabic_font || say fonts-noto-core
}

set_up_machine() {
  command -v dotnet >/dev/null || fail "the .NET SDK is missing (global.json says which)"
  local missing
  mapfile -t missing < <(missing_packages)
  if [ "${#missing[@]}" -gt 0 ]; then
    may_install || fail "missing, and may not be installed from here: ${missing[*]}"
    say "installing: ${missing[*]}"
    privileged apt-get update -qq || say "apt-get update failed; going on with the lists that are here" >&2
    local names
    # Debian puts the version into the name of this one.
    names=$(printf '%s\n' "${missing[@]}" | sed "s/^libicu\$/$(apt-cache pkgnames libicu | grep -E '^libicu[0-9]+$' | sort -V | tail -n 1)/")
    # shellcheck disable=SC2086
    privileged DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 $names >/dev/null
    mapfile -t missing < <(missing_packages)
    [ "${#missing[@]}" -eq 0 ] || fail "still missing after the installation: ${missing[*]}"
  fi
  dotnet --version >/dev/null || fail "this .NET SDK does not fit global.json"
  postgres_bin=$(find_postgres)
  CITESS_CHROMIUM=$(find_chromium)
  export CITESS_CHROMIUM
}

# ---- a PostgreSQL of our own ----------------------------------------------------------------------------------------

clear_dead_runs() {
  local left
  for left in "$root"/artifacts/run/*/; do
    [ -d "$left" ] || continue
    kill -0 "$(basename "$left")" 2>/dev/null && continue
    [ ! -f "$left/cluster" ] || stop_cluster "$(cat "$left/cluster")"
    rm -rf "$left"
  done
}

start_postgres() {
  mkdir -p "$scratch/postgres"
  cluster="$scratch/postgres"
  if [ "$(id -u)" -eq 0 ]; then
    chown postgres "$cluster"
    # A checkout inside a closed home folder cannot be entered by the user postgres.
    if ! as_postgres test -w "$cluster"; then
      cluster=$(mktemp -d -t citess-postgres.XXXXXX)
      chown postgres "$cluster"
    fi
  fi
  say "$cluster" >"$scratch/cluster"

  local password port _
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  (umask 077 && say "$password" >"$cluster/password")
  if [ "$(id -u)" -eq 0 ]; then chown postgres "$cluster/password"; fi
  as_postgres "$postgres_bin/initdb" -D "$cluster/data" -U citess --pwfile="$cluster/password" \
    --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 >"$scratch/initdb.log" 2>&1 ||
    { cat "$scratch/initdb.log" >&2; fail "initdb failed"; }

  # Whether a port is free is known only once it is taken.
  for _ in 1 2 3 4 5 6 7 8; do
    port=$((20000 + RANDOM % 12000))
    if as_postgres "$postgres_bin/pg_ctl" start -s -w -t 60 -D "$cluster/data" -l "$cluster/log" \
      -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories= -c max_connections=300" >/dev/null 2>&1; then
      export CITESS_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=citess;Password=$password;Database=postgres"
      return 0
    fi
  done
  cat "$cluster/log" >&2
  fail "PostgreSQL did not start"
}

# ---- the tests ------------------------------------------------------------------------------------------------------

passed=0 failed=0 skipped=0 broken=0 failures=()

# Reads one number from the first <assembly …> of xunit's own report.
counted() { grep -o '<assembly [^>]*>' "$1" | head -n 1 | grep -o " $2=\"[0-9]*\"" | tr -dc 0-9; }

# The names of the tests that failed, from xunit's own report: what a project prints is long, and they should stand at the end.
failing() { grep -oE '<test [^>]*result="Fail"[^>]*>' "$1" | sed -E 's/.* name="([^"]*)".*/\1/'; }

run_project() {
  local name=$1 code=0 started=$SECONDS called="$1${2:+-$2}" report p=0 f=0 s=0 narrowed=("${@:3}") limit=60m
  report="$root/artifacts/test-results/$called.xml"
  rm -f "$report"
  say "== $called"
  [ -z "${CITESS_TEST_ALL:-}" ] || limit=120m
  # What takes minutes and seldom changes runs with --all, and what counts seconds runs alone there.
  if [ "$called" = Citess.Network.Tests ] && [ -z "${CITESS_TEST_ALL:-}" ]; then
    local each
    narrowed+=(--parallel collections --max-threads 2)
    for each in Federation.BadInput Federation.Rules Wild Rules; do narrowed+=(--filter-not-namespace "Citess.Network.Tests.$each"); done
    for each in Federation.{Agreement,AgreementStamps,Away,Backup,Block,CarriedFile,Collaboration,Contribution,Courier,DeadPartner,Doctor,Document,Export,File,Join,KeyRotation,KeyTheft,Kill9OfTheReader,PeerLearning,PeerLearningGuest,Postgres,Recovery,Repair,Silos,StatusPage,Stranger,ThirdPole}Tests Browser.PartitionTests Browser.TogetherTests Faults.LiesTests; do narrowed+=(--filter-not-class "Citess.Network.Tests.$each"); done
  fi
  step "$limit" dotnet "$root/artifacts/bin/$name/release/$name.dll" --progress off --no-ansi "${narrowed[@]}" \
    --results-directory "$root/artifacts/test-results" --report-xunit-xml --report-xunit-xml-filename "$called.xml" || code=$?
  if [ "$code" -eq 8 ]; then
    say "   no tests in $called"
    return 0
  fi
  if [ -f "$report" ]; then
    p=$(counted "$report" passed) f=$(counted "$report" failed) s=$(counted "$report" skipped)
    f=$((${f:-0} + $(counted "$report" errors || say 0)))
    mapfile -t -O "${#failures[@]}" failures < <(failing "$report")
  fi
  # A crash, a hang or a broken fixture is a failure even where no single test is.
  if [ "$code" -ne 0 ] && [ "${f:-0}" -eq 0 ]; then f=1; failures+=("$called ended with code $code"); fi
  passed=$((passed + ${p:-0})) failed=$((failed + f)) skipped=$((skipped + ${s:-0}))
  say "   $called: ${p:-0} passed, $f failed, ${s:-0} skipped, $((SECONDS - started)) s"
}

# The same poles, each of two processes over PostgreSQL behind one address. Not what is about one process: the demo, the gate's
# own house, SQLite beside PostgreSQL, and the tests that make their silos themselves.
run_silos() {
  [ -n "${CITESS_TEST_ALL:-}" ] || return 0
  local federation=Citess.Network.Tests.Federation each
  local share=(--filter-namespace "$federation" --filter-namespace "$federation.Rules")
  for each in DemoTests DoctorTests PostgresTests SilosTests; do share+=(--filter-not-class "$federation.$each"); done
  CITESS_TEST_SILOS=2 run_project Citess.Network.Tests silos "${share[@]}"
}

# Only when what is there is older than the lock file.
install_from_npm() {
  [ ! "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ] || return 0
  step 10m npm ci --prefix "$1" --no-audit --no-fund --loglevel error || fail "npm ci failed in $1"
}

main() {
  set_up_machine
  clear_dead_runs
  mkdir -p "$scratch" "$root/artifacts/test-results"
  start_postgres

  say "== restore and build"
  step 15m dotnet restore CitessFederation.sln || fail "restore failed"
  step 15m dotnet build CitessFederation.sln -c Release --no-restore -warnaserror || fail "the build failed"
  # What a pole installs (deploy/README.md): the network tests start it some two hundred times, and it starts in less.
  step 15m dotnet publish src/Citess.Server -c Release -r "$(dotnet --info | sed -n 's/^ *RID: *//p')" -p:RunAnalyzers=false -v q -o "$root/artifacts/pole" || fail "the server was not published"
  export CITESS_TEST_SERVER="$root/artifacts/pole/Citess.Server.dll"
  # Style is the build's: its rules are warnings there, and warnings are errors.
  say "== format"
  step 10m dotnet format whitespace CitessFederation.sln --verify-no-changes --no-restore || { broken=1; say "   the format differs: run dotnet format"; }

  local project folder
  if [ "${#chosen[@]}" -eq 0 ]; then
    for project in tests/*.Tests/*.csproj; do chosen+=("$(basename "$project" .csproj)"); done
  fi

  # Other people's programs that ours are compared with or talk to, each at the version of its lock file.
  for project in "${chosen[@]}"; do
    for folder in Oracles Fedify/node ${CITESS_TEST_ALL:+Rules/node}; do
      [ ! -f "tests/$project/$folder/package-lock.json" ] || install_from_npm "tests/$project/$folder"
    done
  done
  for project in "${chosen[@]}"; do
    run_project "$project"
    [ "$project" != Citess.Network.Tests ] || run_silos
  done

  say
  [ "${#failures[@]}" -eq 0 ] || printf 'Failed: %s\n' "${failures[@]}"
  [ "$broken" -eq 0 ] || say "The format check failed."
  [ $((passed + failed)) -gt 0 ] || { broken=1; say "No test ran."; }
  say "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$broken" -eq 0 ]
}

main
