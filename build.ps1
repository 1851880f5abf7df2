# Finds the .NET SDK of global.json, builds build/_build.csproj and runs it with the given arguments.
#   --stand-ins   build with the stand-ins for NUKE and Verify (build/standins) without trying the real packages first
[CmdletBinding(PositionalBinding = $false)]
param([Parameter(ValueFromRemainingArguments = $true)] [string[]] $BuildArguments = @())

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$temp = Join-Path $root '.nuke/temp'
$project = Join-Path $root 'build/_build.csproj'
New-Item -ItemType Directory -Force -Path $temp | Out-Null

$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_SKIP_FIRST_TIME_EXPERIENCE = '1'
$env:NUKE_TELEMETRY_OPTOUT = '1'

if ($BuildArguments -contains '--stand-ins') { $env:PackageStandIns = 'true' }
$arguments = @($BuildArguments | Where-Object { $_ -ne '--stand-ins' })
# NUKE searches for its root from the working folder upwards. Child processes inherit the variable too; ROOT would make it ambiguous.
$env:NUKE_ROOT = $root
Remove-Item Env:ROOT -ErrorAction SilentlyContinue

function Test-Sdk([string] $dotnet) {
    if (-not (Get-Command $dotnet -ErrorAction SilentlyContinue)) { return $false }
    Push-Location $root
    try { & $dotnet --version *> $null; return $LASTEXITCODE -eq 0 } catch { return $false } finally { Pop-Location }
}

function Find-Sdk {
    if (Test-Sdk 'dotnet') { return 'dotnet' }
    # Do not download and run an install script here: it can change without notice, so it cannot be pinned by hash.
    $version = (Get-Content (Join-Path $root 'global.json') -Raw | ConvertFrom-Json).sdk.version
    Write-Host "The .NET SDK $version (or a newer feature band, see global.json) is not on the PATH. Install it from https://dot.net/download and run this again."
    exit 1
}

# Try the real packages first, and use the stand-ins only if the package source does not have them. The result is
# remembered until the package versions change.
function Select-Packages([string] $dotnet) {
    $remembered = Join-Path $temp 'package-stand-ins'
    $key = (Get-FileHash (Join-Path $root 'Directory.Packages.props')).Hash
    $lines = @(if (Test-Path $remembered) { Get-Content $remembered })
    if (-not $env:PackageStandIns -and $lines.Count -eq 2 -and $lines[0] -eq $key) {
        $env:PackageStandIns = $lines[1]
    }
    elseif (-not $env:PackageStandIns) {
        $env:PackageStandIns = 'false'
        $log = & $dotnet restore (Join-Path $root 'TrustedPublishing.slnx') --verbosity quiet -nologo 2>&1 | ForEach-Object { "$_" }
        if ($LASTEXITCODE -ne 0) {
            $errors = @($log | Where-Object { $_ -match 'error ' })
            $others = @($errors | Where-Object { $_ -notmatch 'NU110[12]: .*(Nuke\.|Verify)' })
            if ($errors.Count -eq 0 -or $others.Count -gt 0) { $log | Write-Host; exit 1 }
            $env:PackageStandIns = 'true'
        }
        Set-Content -Path $remembered -Value @($key, $env:PackageStandIns)
        # for IDEs, and for dotnet without this script: Directory.Build.props imports this file
        Set-Content -Path (Join-Path $temp 'packages.props') -Value "<Project><PropertyGroup><PackageStandIns>$env:PackageStandIns</PackageStandIns></PropertyGroup></Project>"
    }
    if ($env:PackageStandIns -eq 'true') {
        Write-Host 'Building with the stand-ins for NUKE and Verify in build/standins: the package source does not hold the real ones.'
    }
}

$dotnet = Find-Sdk
Select-Packages $dotnet
$log = & $dotnet build $project --verbosity quiet -nologo -clp:NoSummary 2>&1 | ForEach-Object { "$_" }
if ($LASTEXITCODE -ne 0) { $log | Write-Host; exit 1 }
& $dotnet (Join-Path $root 'build/bin/Debug/_build.dll') @arguments
exit $LASTEXITCODE
