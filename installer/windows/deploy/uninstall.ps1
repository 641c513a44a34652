# Removes Points Till from a machine, and waits until it is gone. Journals, settings and the policy stay.
#
#   powershell -ExecutionPolicy Bypass -File uninstall.ps1 [-Wait seconds]
#
# Ends with the uninstaller's exit code, which uninstall.exe alone does not tell: it works in a copy of itself.
param([int]$Wait = 120)
$ErrorActionPreference = "Stop"

# Intune runs this in a 32-bit process, which HKLM: shows another registry.
$machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey("LocalMachine", "Registry64")
$entry = $machine.OpenSubKey("Software\Microsoft\Windows\CurrentVersion\Uninstall\points-till")
if (-not $entry) { exit 0 }
$folder = $entry.GetValue("InstallLocation")
# `_?=` keeps the uninstaller from working in a copy of itself, which nobody could wait for.
$code = (Start-Process -FilePath (Join-Path $folder "uninstall.exe") -ArgumentList "/S", "/AllUsers", "/WAIT=$Wait", "_?=$folder" -Wait -PassThru).ExitCode
if ($code -eq 0) {
    Remove-Item -Force (Join-Path $folder "uninstall.exe") -ErrorAction SilentlyContinue
    # Somebody's own file in it is left, and no question is asked.
    try { [IO.Directory]::Delete($folder) } catch [IO.IOException] { "left: $folder" }
}
exit $code
