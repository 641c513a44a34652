; Owns the Windows set-up: what it puts where, for whom, over what, and how it all goes away again.
;
; Made by `python -m installer pack` with /D for VERSION, VERSION4 (four numbers), SOURCE (the frozen program), OUTPUT,
; ICON, SIZE_KB and, where there is a certificate, SIGN (a command that signs the file named behind it).
;
; points-till-setup.exe [/S] [/AllUsers | /CurrentUser] [/STARTATLOGIN=1|0] [/WAIT=seconds] [/D=folder]
; uninstall.exe         [/S] [/REMOVEDATA=1] [/WAIT=seconds]
;
; Exit codes, as deployment tools know them: 0 done · 1602 the person cancelled · 1603 files could not be put in place, and
; what was installed is as it was · 1618 a till is in the middle of a redemption, try again later · 1633 not a Windows that
; it runs on · 1638 a newer version is installed.

Unicode true
Target amd64-unicode
ManifestDPIAware true
ManifestSupportedOS all
!ifdef QUICK ; for tests
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
!endif
CRCCheck force

!define NAME "Points Till"
!define ID "points-till"
!define PROGRAM "points-till.exe"
!define PUBLISHER "The Points Till developers"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
!define LINK_KEY "Software\Classes\${ID}"
!define APP_PATHS_KEY "Software\Microsoft\Windows\CurrentVersion\App Paths\${PROGRAM}"
; The running till watches for this file in its own folder (desktop/update_watch.py).
!define CLOSING "closing-for-update"
!define OLDEST_BUILD 17763 ; Windows 10 1809 and Server 2019, which Qt asks for

!define CANCELLED 1602
!define FAILED 1603
!define BUSY 1618
!define WRONG_WINDOWS 1633
!define OLDER 1638

!define MULTIUSER_MUI
!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "${NAME}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "InstallLocation"
!include MultiUser.nsh
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include x64.nsh

Name "${NAME}"
OutFile "${OUTPUT}"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION4}"
VIFileVersion "${VERSION4}"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${NAME} set-up"
VIAddVersionKey CompanyName "${PUBLISHER}"
VIAddVersionKey LegalCopyright "${PUBLISHER}, MIT licence"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
  !finalize '${SIGN} "%1"' = 0
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_CUSTOMFUNCTION_ABORT OnCancel
!insertmacro MUI_PAGE_LICENSE "${SOURCE}\_internal\licences\LICENSE.txt"
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English

Var Wait

; Stops everything with an exit code; where somebody watches, with a sentence too.
!macro Refuse CODE TEXT
  MessageBox MB_OK|MB_ICONSTOP `${TEXT}` /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend
!define Refuse "!insertmacro Refuse"

; Asks a running till to close and waits for it. A till closes by itself as soon as no redemption is under way and no
; customer is being served; it is never ended from outside. A program file that is in use cannot be opened for writing,
; in whoever's session it runs.
!macro CloseTill UN
Function ${UN}CloseTill
  ${GetParameters} $R0
  ${GetOptions} $R0 "/WAIT=" $Wait
  ${If} ${Errors}
    StrCpy $Wait 120
  ${EndIf}
  ClearErrors
  ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
    Return
  ${EndIf}
  FileOpen $R1 "$INSTDIR\${CLOSING}" w
  FileClose $R1
  StrCpy $R2 0
  ${Do}
    ClearErrors
    FileOpen $R1 "$INSTDIR\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $R1
      ${ExitDo}
    ${EndIf}
    ${If} $R2 >= $Wait
      Delete "$INSTDIR\${CLOSING}"
      ${Refuse} ${BUSY} "${NAME} is open and serving a customer. Try again when the cashier is done; nothing was changed."
    ${EndIf}
    DetailPrint "Waiting for ${NAME} to close"
    Sleep 1000
    IntOp $R2 $R2 + 1
  ${Loop}
  ClearErrors
FunctionEnd
!macroend
!insertmacro CloseTill ""
!insertmacro CloseTill "un."

Function OnCancel
  SetErrorLevel ${CANCELLED}
FunctionEnd

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    ${Refuse} ${WRONG_WINDOWS} "${NAME} needs Windows 10 (1809) or newer, 64 bit."
  ${EndIf}
  SetRegView 64
  ; What /D named, which MultiUser would overwrite.
  StrCpy $R9 $INSTDIR
  !insertmacro MULTIUSER_INIT
  ${If} $R9 != ""
    StrCpy $INSTDIR $R9
  ${EndIf}
  ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "Version4"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION4}" $1
    ${If} $1 = 1
      ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "DisplayVersion"
      ${Refuse} ${OLDER} "${NAME} $0 is installed, which is newer than ${VERSION}. An older till may not be able to read its journal."
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "${NAME}" Main
  SectionIn RO
  CreateDirectory "$INSTDIR"
  Call CloseTill

  ; All of the new program first, beside the old one; then two renames, so that a full disk or a power cut leaves one or
  ; the other. A rename fails where a file is still in use, and then the old one stays.
  RMDir /r "$INSTDIR\new"
  RMDir /r "$INSTDIR\old"
  ClearErrors
  SetOutPath "$INSTDIR\new"
  File /r "${SOURCE}\*"
  SetOutPath "$INSTDIR"
  ${If} ${Errors}
    RMDir /r "$INSTDIR\new"
    Delete "$INSTDIR\${CLOSING}"
    ${Refuse} ${FAILED} "The files could not be written to $INSTDIR."
  ${EndIf}
  CreateDirectory "$INSTDIR\old"
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
    Rename "$INSTDIR\_internal" "$INSTDIR\old\_internal"
    ${If} ${Errors}
      RMDir /r "$INSTDIR\new"
      RMDir /r "$INSTDIR\old"
      Delete "$INSTDIR\${CLOSING}"
      ${Refuse} ${BUSY} "${NAME} is still in use. Close it and try again; nothing was changed."
    ${EndIf}
    Rename "$INSTDIR\${PROGRAM}" "$INSTDIR\old\${PROGRAM}"
  ${EndIf}
  ClearErrors
  Rename "$INSTDIR\new\_internal" "$INSTDIR\_internal"
  Rename "$INSTDIR\new\${PROGRAM}" "$INSTDIR\${PROGRAM}"
  ${If} ${Errors}
    Rename "$INSTDIR\old\${PROGRAM}" "$INSTDIR\${PROGRAM}"
    RMDir /r "$INSTDIR\_internal"
    Rename "$INSTDIR\old\_internal" "$INSTDIR\_internal"
    Delete "$INSTDIR\${CLOSING}"
    ${Refuse} ${FAILED} "The new files could not be put in place in $INSTDIR."
  ${EndIf}
  RMDir /r "$INSTDIR\new"
  RMDir /r "$INSTDIR\old"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0

  WriteRegStr SHCTX "${LINK_KEY}" "" "URL:${NAME}"
  WriteRegStr SHCTX "${LINK_KEY}" "URL Protocol" ""
  WriteRegStr SHCTX "${LINK_KEY}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr SHCTX "${LINK_KEY}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'

  WriteRegStr SHCTX "${APP_PATHS_KEY}" "" "$INSTDIR\${PROGRAM}"

  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Version4" "${VERSION4}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1

  ${If} $MultiUser.InstallMode == AllUsers
    ; Where store IT puts policy.json. Windows lets anybody make files under ProgramData; a cashier must not make a policy.
    CreateDirectory "$APPDATA\${ID}"
    nsExec::Exec '"$SYSDIR\icacls.exe" "$APPDATA\${ID}" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX'
    Pop $R0
  ${EndIf}
  Delete "$INSTDIR\${CLOSING}"
SectionEnd

Section /o "Start at login" StartAtLogin
  WriteRegStr SHCTX "${RUN_KEY}" "${NAME}" '"$INSTDIR\${PROGRAM}"'
SectionEnd

; Runs last: what was asked for on the command line, which is how silent set-ups choose.
Section "-options"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/STARTATLOGIN=" $R1
  ${IfNot} ${Errors}
    ${If} $R1 == 1
      WriteRegStr SHCTX "${RUN_KEY}" "${NAME}" '"$INSTDIR\${PROGRAM}"'
    ${Else}
      DeleteRegValue SHCTX "${RUN_KEY}" "${NAME}"
    ${EndIf}
  ${EndIf}
  ClearErrors
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${Main} "The program, its entry in the Start menu, and points-till:// links."
  !insertmacro MUI_DESCRIPTION_TEXT ${StartAtLogin} "Opens the till when somebody logs in."
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Section "un.${NAME}" UnMain
  SectionIn RO
  Call un.CloseTill
  ClearErrors
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${PROGRAM}"
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    Delete "$INSTDIR\${CLOSING}"
    ${Refuse} ${FAILED} "$INSTDIR\${PROGRAM} could not be removed."
  ${EndIf}
  RMDir /r "$INSTDIR\new"
  RMDir /r "$INSTDIR\old"
  Delete "$INSTDIR\${CLOSING}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey SHCTX "${LINK_KEY}"
  DeleteRegKey SHCTX "${APP_PATHS_KEY}"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegValue SHCTX "${RUN_KEY}" "${NAME}"
  ; The policy, which is store IT's, stays; the folder goes where there is none.
  ${If} $MultiUser.InstallMode == AllUsers
    RMDir "$APPDATA\${ID}"
  ${EndIf}
SectionEnd

Section /o "un.Journal and settings of this user" UnData
  SetShellVarContext current
  RMDir /r "$LOCALAPPDATA\${ID}"
SectionEnd

Function un.onInit
  SetRegView 64
  !insertmacro MULTIUSER_UNINIT
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/REMOVEDATA=" $R1
  ${IfNot} ${Errors}
  ${AndIf} $R1 == 1
    SectionSetFlags ${UnData} 1
  ${EndIf}
  ClearErrors
FunctionEnd
