# Removes Points Till from a machine, and waits until it is removed. Keeps journals, settings and the policy.
#
#   powershell -ExecutionPolicy Bypass -File uninstall.ps1 [-Wait seconds]
#
# Ends with the uninstaller's exit code. uninstall.exe alone does not return it, because it works in a copy of itself.
param([int]$Wait = 120)
$ErrorActionPreference = "Stop"

# Intune runs this in a 32-bit process, where HKLM: shows the 32-bit registry.
$machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey("LocalMachine", "Registry64")
$entry = $machine.OpenSubKey("Software\Microsoft\Windows\CurrentVersion\Uninstall\points-till")
if (-not $entry) { exit 0 }
$folder = $entry.GetValue("InstallLocation")
# With `_?=` the uninstaller does not work in a copy of itself, so this script can wait for it.
$code = (Start-Process -FilePath (Join-Path $folder "uninstall.exe") -ArgumentList "/S", "/AllUsers", "/WAIT=$Wait", "_?=$folder" -Wait -PassThru).ExitCode
if ($code -eq 0) {
    Remove-Item -Force (Join-Path $folder "uninstall.exe") -ErrorAction SilentlyContinue
    # Leave other people's files in it, without asking.
    try { [IO.Directory]::Delete($folder) } catch [IO.IOException] { "left: $folder" }
}
exit $code
