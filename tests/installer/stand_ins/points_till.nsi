; Stands in for the till in tests of its set-up: records how it was started, and ends with 6 if C:\nothing-moves exists.
Unicode true
Target amd64-unicode
OutFile "${OUTPUT}"
RequestExecutionLevel user
SilentInstall silent
!include FileFunc.nsh

Section
  ${GetParameters} $R0
  FileOpen $0 "C:\commands.txt" a
  FileSeek $0 0 END
  FileWrite $0 "$R0$\r$\n"
  FileClose $0
  IfFileExists "C:\nothing-moves" 0 +2
    SetErrorLevel 6
SectionEnd
