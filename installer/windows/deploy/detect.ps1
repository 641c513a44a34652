# Tells Intune whether this version or a newer one is installed: says so and ends with 0; otherwise says nothing.
param([string]$Version = "0.0.0")

# One on trial (1.2.3rc1) has a lower fourth number than the version that it tries out.
if ($Version -match '^\d+\.\d+\.\d+$') { $Version += ".65535" }

# Intune may run this in a 32-bit process, which HKLM: shows another registry.
$machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey("LocalMachine", "Registry64")
$entry = $machine.OpenSubKey("Software\Microsoft\Windows\CurrentVersion\Uninstall\points-till")
if ($entry -and [version]$entry.GetValue("Version4") -ge [version]$Version) { "Points Till $($entry.GetValue('DisplayVersion'))" }
exit 0
