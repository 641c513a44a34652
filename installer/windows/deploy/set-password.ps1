# Stores a till's password in the Credential Locker of the user who runs it. Run it as the till's user, for example in a
# GPO log-on script or in an Intune script "using the logged-on credentials". It reads the password from standard input and
# passes it on through standard input, so that it appears in no command line and no log.
#
#   $OutputEncoding = New-Object Text.UTF8Encoding $false
#   Get-Content -Encoding UTF8 secret.txt | powershell -ExecutionPolicy Bypass -File set-password.ps1 -Till store.till1
param([Parameter(Mandatory)][string]$Till)
$ErrorActionPreference = "Stop"

# In a 32-bit process, HKLM: shows the 32-bit registry.
$machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey("LocalMachine", "Registry64")
$program = $machine.OpenSubKey("Software\Microsoft\Windows\CurrentVersion\App Paths\points-till.exe").GetValue("")
$start = New-Object System.Diagnostics.ProcessStartInfo $program, "password set --till `"$Till`""
$start.UseShellExecute = $false
$start.RedirectStandardInput = $true
$process = [System.Diagnostics.Process]::Start($start)
$utf8 = New-Object System.Text.UTF8Encoding $false
# Do not use [Console]::In: it decodes with the console's code page.
$password = (New-Object IO.StreamReader ([Console]::OpenStandardInput()), $utf8).ReadLine()
$bytes = $utf8.GetBytes("$password`n")
$process.StandardInput.BaseStream.Write($bytes, 0, $bytes.Length)
$process.StandardInput.Close()
$process.WaitForExit()
exit $process.ExitCode
