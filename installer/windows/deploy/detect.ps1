# Tells Intune whether this version or a newer one is installed: says so and ends with 0; otherwise says nothing.
param([string]$Version = "0.0.0.0")

$entry = Get-ItemProperty "HKLM:\Software\Microsoft\Windows\CurrentVersion\Uninstall\points-till" -ErrorAction SilentlyContinue
if ($entry -and [version]$entry.Version4 -ge [version]$Version) { "Points Till $($entry.DisplayVersion)" }
exit 0
