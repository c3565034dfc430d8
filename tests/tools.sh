# What the tests need beyond the .NET SDK: found, or installed where that can be done. Sourced by the scripts beside it, from the repository's root.
# Where something cannot be had, the tests that need it are reported as skipped, with the reason.

# Pinned, so that a new rule does not fail an old commit. They go into artifacts/, which is not part of the repository.
readonly html_validate=html-validate@9.7.1 lighthouse=lighthouse@12.8.2
readonly node_tools=artifacts/node

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if ! command -v dotnet >/dev/null; then
  echo "The .NET 10 SDK is needed: install it and put 'dotnet' on the PATH." >&2
  exit 2
fi

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else return 1; fi; }

install_packages() {
  command -v apt-get >/dev/null && as_root apt-get update -qq >&2 && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

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
  install_packages chromium fonts-liberation && return
  # Playwright brings its own where the network lets it.
  local driver
  driver=$(find tests/KnowledgeBase.Browser.Tests/bin/Release -name playwright.ps1 2>/dev/null | head -1)
  [ -n "$driver" ] && command -v pwsh >/dev/null && pwsh "$driver" install --with-deps chromium >&2
}

# Sets BROWSER_PATH; after the build, because Playwright's own installer comes with it.
use_browser() {
  BROWSER_PATH=$(find_browser) || { install_browser || true; BROWSER_PATH=$(find_browser) || BROWSER_PATH=; }
  export BROWSER_PATH
}

# Installs tools of npm, each NAME@VERSION, unless that version is there already.
use_node_tools() {
  local tool missing=()
  for tool in "$@"; do
    grep -qs "\"version\": \"${tool#*@}\"" "$node_tools/node_modules/${tool%@*}/package.json" || missing+=("$tool")
  done
  [ ${#missing[@]} -eq 0 ] && return
  command -v npm >/dev/null || install_packages nodejs npm || true
  if ! command -v npm >/dev/null; then
    echo "Neither npm nor a package of it was found; the tests that need ${missing[*]} are skipped." >&2
    return
  fi
  mkdir -p "$node_tools"
  # An empty package of its own keeps npm from looking for one above.
  [ -f "$node_tools/package.json" ] || echo '{ "private": true }' >"$node_tools/package.json"
  npm install --prefix "$node_tools" --no-package-lock --no-audit --no-fund --loglevel=error "${missing[@]}" >&2 ||
    echo "npm could not install ${missing[*]}; the tests that need them are skipped." >&2
}
