# Tells Intune whether this version or a newer one is installed: prints it and ends with 0, or prints nothing.
param([string]$Version = "0.0.0")

# A pre-release (1.2.3rc1) has a lower fourth number than its release.
if ($Version -match '^\d+\.\d+\.\d+$') { $Version += ".65535" }

# Intune may run this in a 32-bit process, where HKLM: shows the 32-bit registry.
$machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey("LocalMachine", "Registry64")
$entry = $machine.OpenSubKey("Software\Microsoft\Windows\CurrentVersion\Uninstall\points-till")
if ($entry -and [version]$entry.GetValue("Version4") -ge [version]$Version) { "Points Till $($entry.GetValue('DisplayVersion'))" }
exit 0
