#!/usr/bin/env bash
# Runs Lighthouse on the published site: home, an article, a page of known issues. Its reports go to artifacts/lighthouse.
set -euo pipefail
cd "$(dirname "$0")/.."
source tests/tools.sh

dotnet build tests/KnowledgeBase.Browser.Tests -c Release -v q --nologo
use_browser
use_node_tools "$lighthouse"
dotnet test tests/KnowledgeBase.Browser.Tests -c Release --no-build --nologo -v q --filter FullyQualifiedName~LighthouseTests
