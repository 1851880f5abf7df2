#!/usr/bin/env bash
# Finds the .NET SDK of global.json, builds build/_build.csproj and runs it with the given arguments.
#   --stand-ins   build with the stand-ins for NUKE and Verify (build/standins) without trying the real packages first
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
temp="$root/.nuke/temp"
project="$root/build/_build.csproj"
mkdir -p "$temp"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 NUKE_TELEMETRY_OPTOUT=1
export PackageStandIns="${PackageStandIns:-}"

arguments=()
for argument in "$@"; do
  case "$argument" in
    --stand-ins) PackageStandIns=true ;;
    *) arguments+=("$argument") ;;
  esac
done

find_sdk() {
  if command -v dotnet >/dev/null && (cd "$root" && dotnet --version >/dev/null 2>&1); then
    return
  fi
  # Do not download and run an install script here: it can change without notice, so it cannot be pinned by hash.
  version=$(sed -n 's/.*"version" *: *"\([^"]*\)".*/\1/p' "$root/global.json" | head -n 1)
  echo "The .NET SDK $version (or a newer feature band, see global.json) is not on the PATH. Install it from https://dot.net/download and run this again." >&2
  exit 1
}

# Try the real packages first, and use the stand-ins only if the package source does not have them. The result is
# remembered until the package versions change.
choose_packages() {
  local remembered="$temp/package-stand-ins" log="$temp/restore.log" key
  key=$(cksum < "$root/Directory.Packages.props")
  if [[ -z "$PackageStandIns" && -f "$remembered" && "$(head -n 1 "$remembered")" == "$key" ]]; then
    PackageStandIns=$(tail -n 1 "$remembered")
  elif [[ -z "$PackageStandIns" ]]; then
    PackageStandIns=false
    if ! dotnet restore "$root/TrustedPublishing.slnx" --verbosity quiet -nologo >"$log" 2>&1; then
      if ! grep -Eq "NU110[12]: .*(Nuke\.|Verify)" "$log" || grep "error " "$log" | grep -Evq "NU110[12]: .*(Nuke\.|Verify)"; then
        cat "$log" >&2
        exit 1
      fi
      PackageStandIns=true
    fi
    printf '%s\n%s\n' "$key" "$PackageStandIns" > "$remembered"
    # for IDEs, and for dotnet without this script: Directory.Build.props imports this file
    printf '<Project><PropertyGroup><PackageStandIns>%s</PackageStandIns></PropertyGroup></Project>\n' "$PackageStandIns" > "$temp/packages.props"
  fi
  if [[ "$PackageStandIns" == true ]]; then
    echo "Building with the stand-ins for NUKE and Verify in build/standins: the package source does not hold the real ones." >&2
  fi
}

compile() {
  local log="$temp/build.log"
  if ! dotnet build "$project" --verbosity quiet -nologo -clp:NoSummary >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
  fi
}

find_sdk
choose_packages
compile
# NUKE searches for its root from the working folder upwards. Child processes inherit the variable too; ROOT would make it ambiguous.
export NUKE_ROOT="$root"
unset ROOT
exec dotnet "$root/build/bin/Debug/_build.dll" ${arguments[@]+"${arguments[@]}"}
