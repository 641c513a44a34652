# Tests a set-up on a real Windows, as CI does: installs it silently, runs the smoke test, installs again while the till is
# open, checks that it refuses while a customer is served, removes it, and checks that only data is left.
# With -Signed, everything must also be signed and time-stamped by a publisher that Windows trusts.
param([Parameter(Mandatory)][string]$SetUp, [ValidateSet("AllUsers", "CurrentUser")][string]$Mode = "AllUsers", [switch]$Signed)
$ErrorActionPreference = "Stop"

function Assert([bool]$holds, [string]$what) { if (-not $holds) { throw "failed: $what" } else { "ok $what" } }
function Invoke-Program([string]$program, [string[]]$arguments) {
    (Start-Process -FilePath $program -ArgumentList $arguments -Wait -PassThru).ExitCode
}

$hive = if ($Mode -eq "AllUsers") { "HKLM:" } else { "HKCU:" }
$key = "$hive\Software\Microsoft\Windows\CurrentVersion\Uninstall\points-till"

Assert ((Invoke-Program $SetUp "/S", "/$Mode") -eq 0) "installed silently"
$entry = Get-ItemProperty $key
$program = Join-Path $entry.InstallLocation "points-till.exe"
Assert (Test-Path $program) "the program is there"
Assert ((Get-Item $program).VersionInfo.ProductVersion -eq $entry.DisplayVersion) "the program has its version"

if ($Signed) {
    foreach ($file in $SetUp, $program, (Join-Path $entry.InstallLocation "uninstall.exe")) {
        $signature = Get-AuthenticodeSignature $file
        Assert ($signature.Status -eq "Valid" -and $signature.TimeStamperCertificate) "$file is signed and time-stamped"
    }
}

& $program --smoke-test | Out-String | Write-Output
Assert ($LASTEXITCODE -eq 0) "the installed program passes its smoke test"
& $program --smoke-test -platform offscreen | Out-Null
Assert ($LASTEXITCODE -eq 0) "and without a screen"

$data = Join-Path $env:TEMP "points-till-try"
$till = Start-Process $program -ArgumentList "--training", "--data", $data -PassThru
Assert ($till.WaitForInputIdle(60000)) "the till opens"
Assert ((Invoke-Program $SetUp "/S", "/$Mode") -eq 0) "installed while a till is open"
Assert ($till.WaitForExit(10000) -and $till.ExitCode -eq 0) "the till closed by itself with exit code 0"

$till = Start-Process $program -ArgumentList "--training", "--data", $data, "--bill", "B1", "--mobile", "9777788221", "--points", "5" -PassThru
Assert ($till.WaitForInputIdle(60000)) "the till opens for a customer of the POS"
Assert ((Invoke-Program $SetUp "/S", "/$Mode", "/WAIT=5") -eq 1618) "not installed while a till serves a customer"
Assert (-not $till.HasExited) "the till is still open"
$till.Kill()
$till.WaitForExit()

$left = Join-Path $env:LOCALAPPDATA "points-till"
New-Item -ItemType Directory -Force $left | Out-Null
Set-Content (Join-Path $left "journal.db") "a journal"
Assert ((Invoke-Program (Join-Path $entry.InstallLocation "uninstall.exe") "/S", "/$Mode", "_?=$($entry.InstallLocation)") -eq 0) "removed silently"
Assert (-not (Test-Path $program)) "the program is gone"
Assert (-not (Test-Path $key)) "its entry is gone"
Assert (Test-Path (Join-Path $left "journal.db")) "the journal is still there"
Remove-Item -Recurse -Force $left, $data, $entry.InstallLocation -ErrorAction SilentlyContinue
