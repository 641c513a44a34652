# Tests an MSI on a real Windows, as CI does: installs an earlier one silently, upgrades it, refuses the earlier one, removes
# it, and checks after each step what is there.
param([Parameter(Mandatory)][string]$Msi, [Parameter(Mandatory)][string]$Earlier)
$ErrorActionPreference = "Stop"

function Assert([bool]$holds, [string]$what) { if (-not $holds) { throw "failed: $what" } else { "ok $what" } }
function Invoke-Msi([string[]]$arguments) {
    (Start-Process -FilePath msiexec.exe -ArgumentList ($arguments + "/qn") -Wait -PassThru).ExitCode
}
function Get-Entries {
    Get-ItemProperty "HKLM:\Software\Microsoft\Windows\CurrentVersion\Uninstall\*" |
        Where-Object { $_.PSObject.Properties["DisplayName"] -and $_.DisplayName -like "Points Till*" }
}

$key = "HKLM:\Software\Microsoft\Windows\CurrentVersion\Uninstall\points-till"
Assert ((Invoke-Msi "/i", "`"$Earlier`"", "WAIT=30") -eq 0) "the earlier one is installed"
$entry = Get-ItemProperty $key
$program = Join-Path $entry.InstallLocation "points-till.exe"
Assert (Test-Path $program) "the program is there"
Assert ($entry.SystemComponent -eq 1) "the set-up's own entry is hidden"

Assert ((Invoke-Msi "/i", "`"$Msi`"", "STARTATLOGIN=1") -eq 0) "upgraded"
Assert (Test-Path $program) "the program is still there"
Assert (Test-Path (Join-Path $entry.InstallLocation "uninstall.exe")) "and so is its uninstaller"
Assert ([bool](Get-ItemProperty "HKLM:\Software\Microsoft\Windows\CurrentVersion\Run")."Points Till") "it starts at login"
$shown = @(Get-Entries | Where-Object { -not $_.PSObject.Properties["SystemComponent"] })
Assert ($shown.Count -eq 1) "the list of programs has one entry"

Assert ((Invoke-Msi "/i", "`"$Earlier`"") -ne 0) "an earlier one is refused"
& $program --smoke-test | Out-String | Write-Output
Assert ($LASTEXITCODE -eq 0) "the installed program passes its smoke test"

$till = Start-Process $program -ArgumentList "--training", "--data", (Join-Path $env:TEMP "points-till-msi"), "--bill", "B1", "--mobile", "9777788221", "--points", "5" -PassThru
Assert ($till.WaitForInputIdle(60000)) "the till opens for a customer of the POS"
Assert ((Invoke-Msi "/x", $shown[0].PSChildName, "WAIT=5") -eq 1603) "not removed while a till serves a customer"
Assert (-not $till.HasExited) "the till is still open"
Assert (Test-Path $program) "and its program is there"
$till.Kill()
$till.WaitForExit()

Assert ((Invoke-Msi "/x", $shown[0].PSChildName) -eq 0) "removed"
Assert (-not (Test-Path $program)) "the program is gone"
Assert (-not (Test-Path $entry.InstallLocation)) "and so is its folder"
Assert (@(Get-Entries).Count -eq 0) "no entry is left"
