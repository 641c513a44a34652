# Tries a set-up on a real Windows, as CI does: installs it silently, has the program test itself, installs it over itself
# while the till is open, is refused while it serves a customer, removes it, and looks whether anything but data is left.
# With -Signed everything has to be signed and time-stamped too, by somebody whom Windows trusts.
param([Parameter(Mandatory)][string]$SetUp, [ValidateSet("AllUsers", "CurrentUser")][string]$Mode = "AllUsers", [switch]$Signed)
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
Assert ((Invoke-Program $SetUp "/S", "/$Mode") -eq 0) "installed over a till that is open"
Assert ($till.WaitForExit(10000) -and $till.ExitCode -eq 0) "the till closed by itself, in order"

$till = Start-Process $program -ArgumentList "--training", "--data", $data, "--bill", "B1", "--mobile", "9777788221", "--points", "5" -PassThru
Assert ($till.WaitForInputIdle(60000)) "the till opens for a customer of the POS"
Assert ((Invoke-Program $SetUp "/S", "/$Mode", "/WAIT=5") -eq 1618) "not installed over a till that serves a customer"
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
