#!/usr/bin/env bash
# Pictures of every page in French and Arabic, wide and narrow, into artifacts/screenshots.
#   bash tests/screenshots.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CITESS_SCREENSHOTS="${CITESS_SCREENSHOTS:-$PWD/artifacts/screenshots}"
export CITESS_CHROMIUM="${CITESS_CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}"
dotnet build tests/Citess.Network.Tests -c Release -v quiet -nologo
dotnet artifacts/bin/Citess.Network.Tests/release/Citess.Network.Tests.dll --explicit only --filter-class Citess.Network.Tests.Browser.Screenshots
echo "The pictures are in $CITESS_SCREENSHOTS"
