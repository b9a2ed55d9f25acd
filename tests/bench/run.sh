#!/usr/bin/env bash
# Measures a pole beside Fedify and writes specs/performance.md.
#   bash tests/bench/run.sh                 everything
#   bash tests/bench/run.sh inbox fan-out   only these
# BENCH_RUNS=5 repeats more often, BENCH_ONLY=CitESS measures one side, BENCH_DATA names a folder on the disk to use.
set -euo pipefail
exec </dev/null

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
case "${1:-}" in
  -h | --help) sed -n '2,5s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
esac

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
fedify="$root/tests/bench/fedify"
[ -x "$fedify/node_modules/.bin/node" ] || npm ci --prefix "$fedify"
command -v strace >/dev/null || apt-get install -y -qq strace >/dev/null || { echo "tests/bench/run.sh: missing, and may not be installed from here: strace" >&2; exit 1; }
dotnet build tests/bench/Citess.Bench.csproj -c Release -v q
# What a pole installs, as deploy/README.md has it.
dotnet publish src/Citess.Server -c Release -r "$(dotnet --info | sed -n 's/^ *RID: *//p')" -v q -o "$root/artifacts/pole"
export CITESS_TEST_SERVER="$root/artifacts/pole/Citess.Server.dll"
exec dotnet artifacts/bin/Citess.Bench/release/Citess.Bench.dll "$@"
