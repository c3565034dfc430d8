#!/usr/bin/env bash
# Takes a picture of every page type of the published site, at the width of a phone and of a desk, light and dark, into artifacts/screenshots.
set -euo pipefail
cd "$(dirname "$0")/.."
source tests/tools.sh

dotnet build tests/KnowledgeBase.Browser.Tests -c Release -v q --nologo
use_browser
dotnet test tests/KnowledgeBase.Browser.Tests -c Release --no-build --nologo -v q --filter FullyQualifiedName~ScreenshotTests
ls artifacts/screenshots
