# Installs Points Till on a machine for all its users, with a policy. For Intune (Win32 app), a GPO start-up script, or by hand.
#
#   powershell -ExecutionPolicy Bypass -File install.ps1 [-Policy policy.json] [-StartAtLogin] [-Wait seconds]
#
# Keep it in the set-up's folder. If this version or a newer one is installed, it only copies the policy, so it can run at
# every start of a machine. It ends with the set-up's exit code. Intune retries by itself after 1618 (a till is serving a
# customer). Without administrator rights it ends with 5.
param([string]$Policy, [switch]$StartAtLogin, [int]$Wait = 120)
$ErrorActionPreference = "Stop"

$identity = [Security.Principal.WindowsPrincipal][Security.Principal.WindowsIdentity]::GetCurrent()
if (-not $identity.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) { exit 5 }

# An unreadable policy stops every till, so check it before anything is installed.
if ($Policy) { Get-Content -Raw -Encoding UTF8 $Policy | ConvertFrom-Json | Out-Null }

function Get-Version($file) {
    $about = $file.VersionInfo
    New-Object Version $about.FileMajorPart, $about.FileMinorPart, $about.FileBuildPart, $about.FilePrivatePart
}

$setUp = Get-ChildItem (Join-Path $PSScriptRoot "points-till-*-windows-x64-setup.exe") | Sort-Object { Get-Version $_ } | Select-Object -Last 1
# Intune runs this in a 32-bit process, where HKLM: shows the 32-bit registry.
$machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey("LocalMachine", "Registry64")
$entry = $machine.OpenSubKey("Software\Microsoft\Windows\CurrentVersion\Uninstall\points-till")
$isThere = $entry -and (Test-Path (Join-Path $entry.GetValue("InstallLocation") "points-till.exe"))

$code = 0
if (-not $isThere -or [version]$entry.GetValue("Version4") -lt (Get-Version $setUp)) {
    $arguments = @("/S", "/AllUsers", "/WAIT=$Wait")
    if ($StartAtLogin) { $arguments += "/STARTATLOGIN=1" }
    $code = (Start-Process -FilePath $setUp.FullName -ArgumentList $arguments -Wait -PassThru).ExitCode
}

if ($code -eq 0 -and $Policy) {
    # Where the till looks, whatever the environment says. The set-up has made the folder the administrators' own.
    $folder = Join-Path ([Environment]::GetFolderPath("CommonApplicationData")) "points-till"
    if ((Get-Item -Force $folder).Attributes -band [IO.FileAttributes]::ReparsePoint) { exit 1603 }
    $new = Join-Path $folder "policy.json.new"
    Copy-Item -Force $Policy $new
    Move-Item -Force $new (Join-Path $folder "policy.json")
}
exit $code
