; Stands in for the set-up in tests of the MSI: records how it was started, and ends with 1618 if C:\busy exists.
Unicode true
Target amd64-unicode
OutFile "${OUTPUT}"
RequestExecutionLevel admin
SilentInstall silent
!include FileFunc.nsh
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\points-till"

!macro Record WHAT
  SetRegView 64
  ${GetParameters} $R0
  FileOpen $0 "C:\started.txt" a
  FileSeek $0 0 END
  FileWrite $0 "${WHAT} $R0$\r$\n"
  FileClose $0
!macroend

Section
  !insertmacro Record "install ${VERSION}"
  IfFileExists "C:\busy" 0 +3
    SetErrorLevel 1618
    Quit
  StrCpy $INSTDIR "C:\Program Files\Points Till"
  CreateDirectory $INSTDIR
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKLM "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${KEY}" "DisplayVersion" "${VERSION}"
SectionEnd

Section "un.till"
  !insertmacro Record "remove"
  ; The real one cannot delete itself while the MSI waits for it.
  RMDir "$INSTDIR"
  DeleteRegKey HKLM "${KEY}"
SectionEnd
