#!/usr/bin/env bash
# Runs every test of the product and ends with the line "N passed, N failed". Sets up what is missing: packages, a browser
# for the journeys, and npm's checkers of HTML and pages.
# Needs the .NET 10 SDK. Further arguments go to `dotnet test`, for example: bash tests/run.sh --filter Content
set -euo pipefail
cd "$(dirname "$0")/.."

source tests/tools.sh

dotnet build KnowledgeBase.sln -c Release -v q --nologo

use_browser
use_node_tools "$html_validate" "$lighthouse"

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
for project in tests/*.Tests/*.csproj; do
  dotnet test "$project" -c Release --no-build --nologo -v q --logger "console;verbosity=minimal" --blame-hang-timeout 10m --blame-hang-dump-type none "$@" 2>&1 | tee -a "$log" || status=1
done

awk -v status="$status" '
  /Failed: +[0-9]+, Passed: +[0-9]+/ {
    match($0, /Failed: +[0-9]+/);  failed  += substr($0, RSTART + 7, RLENGTH - 7)
    match($0, /Passed: +[0-9]+/);  passed  += substr($0, RSTART + 7, RLENGTH - 7)
    match($0, /Skipped: +[0-9]+/); skipped += substr($0, RSTART + 8, RLENGTH - 8)
  }
  END {
    printf "%d passed, %d failed%s\n", passed, failed, skipped ? ", " skipped " skipped" : ""
    exit (status != 0 || failed > 0 || passed == 0)
  }' "$log"
