# Removes Points Till from a machine, and waits until it is gone. Journals, settings and the policy stay.
#
#   powershell -ExecutionPolicy Bypass -File uninstall.ps1 [-Wait seconds]
param([int]$Wait = 120)
$ErrorActionPreference = "Stop"

$entry = Get-ItemProperty "HKLM:\Software\Microsoft\Windows\CurrentVersion\Uninstall\points-till" -ErrorAction SilentlyContinue
if (-not $entry) { exit 0 }
$folder = $entry.InstallLocation
# `_?=` keeps the uninstaller from working in a copy of itself, which nobody could wait for.
$code = (Start-Process -FilePath (Join-Path $folder "uninstall.exe") -ArgumentList "/S", "/AllUsers", "/WAIT=$Wait", "_?=$folder" -Wait -PassThru).ExitCode
if ($code -eq 0) {
    Remove-Item -Force (Join-Path $folder "uninstall.exe") -ErrorAction SilentlyContinue
    Remove-Item -Force $folder -ErrorAction SilentlyContinue
}
exit $code
