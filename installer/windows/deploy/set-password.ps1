# Puts a till's password into the Credential Locker of the user who runs it: run it as the user at the till, for instance
# by a GPO log-on script or an Intune script "using the logged-on credentials". The password comes from standard input, and
# is passed on by standard input, so that it stands in no command line and no log.
#
#   $OutputEncoding = New-Object Text.UTF8Encoding $false
#   Get-Content -Encoding UTF8 secret.txt | powershell -ExecutionPolicy Bypass -File set-password.ps1 -Till store.till1
param([Parameter(Mandatory)][string]$Till)
$ErrorActionPreference = "Stop"

# A 32-bit process is shown another registry by HKLM:.
$machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey("LocalMachine", "Registry64")
$program = $machine.OpenSubKey("Software\Microsoft\Windows\CurrentVersion\App Paths\points-till.exe").GetValue("")
$start = New-Object System.Diagnostics.ProcessStartInfo $program, "password set --till `"$Till`""
$start.UseShellExecute = $false
$start.RedirectStandardInput = $true
$process = [System.Diagnostics.Process]::Start($start)
$utf8 = New-Object System.Text.UTF8Encoding $false
# Not [Console]::In, which reads in the console's code page.
$password = (New-Object IO.StreamReader ([Console]::OpenStandardInput()), $utf8).ReadLine()
$bytes = $utf8.GetBytes("$password`n")
$process.StandardInput.BaseStream.Write($bytes, 0, $bytes.Length)
$process.StandardInput.Close()
$process.WaitForExit()
exit $process.ExitCode
