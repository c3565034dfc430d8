#!/usr/bin/env bash
# Measures the published product and prints one table: goal, measured, spread, command. `--short` measures less and less exactly.
# Ends with 1 when a measurement failed; the others are made all the same.
# The comparisons with nginx, the starts and the growth to 16,000 pages are those of ../shared/bench; without it, only our own benchmarks run.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

out=artifacts/bench kit=../shared/bench
short=false; [ "${1:-}" = --short ] && short=true
mkdir -p "$out"
rm -f "$out"/*.json

dotnet publish src/KnowledgeBase.Web -c Release -o "$out/web" -v q
dotnet publish src/KnowledgeBase.Cli -c Release -o "$out/cli" -v q
dotnet build tests/KnowledgeBase.Benchmarks -c Release -v q

status=0
run() { echo "== $*"; "$@" || { echo "It ended with $?."; status=1; }; }

if [ -d "$kit" ]; then
  site="dotnet $out/web/KnowledgeBase.Web.dll --urls {url}"
  if $short; then rounds=3 runs=3 sizes=250,1000; else rounds=6 runs=10 sizes=250,1000,4000,16000; fi
  run "$kit/serve-vs-nginx" --start "$site" --rounds $rounds --json "$out/serve.json"
  echo /api/v1/pages >"$out/api.txt"
  run "$kit/serve-vs-nginx" --start "$site" --routes "$out/api.txt" --encodings br --connections 1,64 --rounds $rounds --json "$out/api.json"
  run bash tests/not-modified.sh "$out/web/KnowledgeBase.Web.dll" $rounds 1 64
  run "$kit/coldstart" --start "$site" --content content --runs $runs --json "$out/coldstart.json"
  # The system chooses a port, and the log says which.
  dotnet "$out/web/KnowledgeBase.Web.dll" --urls http://127.0.0.1:0 >"$out/server.txt" 2>&1 &
  server=$!
  trap 'kill $server 2>/dev/null || true' EXIT
  address=
  for _ in $(seq 300); do
    address=$(grep -om1 'http://127\.0\.0\.1:[0-9]*' "$out/server.txt" || true)
    [ -n "$address" ] && curl -sf "$address/healthz/ready" >/dev/null && break
    sleep 0.1
  done
  run "$kit/latency" --base-url "$address" --rounds $rounds --json "$out/latency.json"
  kill $server || true
  run "$kit/growth" --corpus content --cli "dotnet $out/cli/KnowledgeBase.Cli.dll" --site "$site --Content:Path={content}" --sizes $sizes --json "$out/growth.json"
else
  echo "There is no $kit: comparisons with nginx, starts and growth are left out."
fi

job=(--warmupCount 15 --iterationCount 15); $short && job=(--job dry)
run dotnet run -c Release --no-build --project tests/KnowledgeBase.Benchmarks -- --filter "*" "${job[@]}" --inProcess --artifacts "$out/own"
echo
echo "Load of the machine: $(cut -d ' ' -f 1-3 /proc/loadavg 2>/dev/null || echo unknown); $(nproc 2>/dev/null || echo '?') processors."
echo
dotnet run -c Release --no-build --project tests/KnowledgeBase.Benchmarks -- results "$out"
cat "$out"/own/results/*-report-github.md 2>/dev/null | grep '^|' || true
exit $status
