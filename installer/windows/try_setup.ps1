# Tries a set-up on a real Windows, as CI does: installs it silently, has the program test itself, installs it over itself
# while the till is open, removes it, and looks whether anything but data is left.
param([Parameter(Mandatory)][string]$SetUp, [ValidateSet("AllUsers", "CurrentUser")][string]$Mode = "AllUsers")
$ErrorActionPreference = "Stop"

function Assert([bool]$holds, [string]$what) { if (-not $holds) { throw "not so: $what" } else { "ok $what" } }
function Invoke-Program([string]$program, [string[]]$arguments) {
    (Start-Process -FilePath $program -ArgumentList $arguments -Wait -PassThru).ExitCode
}

$hive = if ($Mode -eq "AllUsers") { "HKLM:" } else { "HKCU:" }
$key = "$hive\Software\Microsoft\Windows\CurrentVersion\Uninstall\points-till"

Assert ((Invoke-Program $SetUp "/S", "/$Mode") -eq 0) "installed silently"
$entry = Get-ItemProperty $key
$program = Join-Path $entry.InstallLocation "points-till.exe"
Assert (Test-Path $program) "the program is there"
Assert ((Get-Item $program).VersionInfo.ProductVersion -eq $entry.DisplayVersion) "the program bears its version"

& $program --smoke-test | Out-String | Write-Output
Assert ($LASTEXITCODE -eq 0) "the installed program passes its smoke test"
& $program --smoke-test -platform offscreen | Out-Null
Assert ($LASTEXITCODE -eq 0) "and without a screen"

$data = Join-Path $env:TEMP "points-till-try"
$till = Start-Process $program -ArgumentList "--training", "--data", $data -PassThru
Assert ($till.WaitForInputIdle(60000)) "the till opens"
Assert ((Invoke-Program $SetUp "/S", "/$Mode") -eq 0) "installed over a till that is open"
Assert ($till.WaitForExit(10000) -and $till.ExitCode -eq 0) "the till closed by itself, in order"

$left = Join-Path $env:LOCALAPPDATA "points-till"
New-Item -ItemType Directory -Force $left | Out-Null
Set-Content (Join-Path $left "journal.db") "a journal"
Assert ((Invoke-Program (Join-Path $entry.InstallLocation "uninstall.exe") "/S", "/$Mode", "_?=$($entry.InstallLocation)") -eq 0) "removed silently"
Assert (-not (Test-Path $program)) "the program is gone"
Assert (-not (Test-Path $key)) "its entry is gone"
Assert (Test-Path (Join-Path $left "journal.db")) "the journal is still there"
Remove-Item -Recurse -Force $left, $data, $entry.InstallLocation -ErrorAction SilentlyContinue
