#!/usr/bin/env bash
# Packs the package, installs the tarball into a fresh application outside of this repository and
# runs it there: compiled by the application's own TypeScript, strictly, libraries' types included.
set -euo pipefail
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

tarball=$(npm pack --silent --pack-destination "$work" | tail -n 1)
cp "$root"/.ci/consumer/* "$work"
cd "$work"
npm install --silent --no-audit --no-fund "./$tarball"
npx tsc -p .
node dist/main.js
