#!/usr/bin/env bash
# Runs every test of the product and ends with the line "N passed, N failed". Sets up what is missing: packages, and a browser for the journeys.
# Needs the .NET 10 SDK. Further arguments go to `dotnet test`, for example: bash tests/run.sh --filter Content
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if ! command -v dotnet >/dev/null; then
  echo "The .NET 10 SDK is needed: install it and put 'dotnet' on the PATH." >&2
  exit 2
fi

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else return 1; fi; }

# Prints the path of an installed Chromium or Chrome.
find_browser() {
  local name
  for name in "${BROWSER_PATH:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    [ -n "$name" ] && command -v "$name" && return
  done
  for name in "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    [ -x "$name" ] && echo "$name" && return
  done
  return 1
}

install_browser() {
  echo "No Chromium found; installing one for the browser tests." >&2
  if command -v apt-get >/dev/null; then
    as_root apt-get update -qq >&2 && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >&2 && return
  fi
  # Playwright brings its own where the network lets it.
  local driver
  driver=$(find tests/KnowledgeBase.Browser.Tests/bin/Release -name playwright.ps1 2>/dev/null | head -1)
  [ -n "$driver" ] && command -v pwsh >/dev/null && pwsh "$driver" install --with-deps chromium >&2
}

dotnet build KnowledgeBase.sln -c Release -v q --nologo

if [ -d tests/KnowledgeBase.Browser.Tests ]; then
  BROWSER_PATH=$(find_browser) || { install_browser || true; BROWSER_PATH=$(find_browser) || BROWSER_PATH=; }
  export BROWSER_PATH
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
for project in tests/*.Tests/*.csproj; do
  dotnet test "$project" -c Release --no-build --nologo -v q "$@" 2>&1 | tee -a "$log" || status=1
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
