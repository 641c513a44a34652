; Installs, upgrades and removes Points Till on Windows.
;
; `python -m installer pack` builds it with /D for VERSION, VERSION4 (four numbers), SOURCE (the frozen program), OUTPUT,
; ICON, SIZE_KB and, if there is a certificate, SIGN (a command that signs the file given as its last argument).
;
; points-till-setup.exe [/S] [/AllUsers | /CurrentUser] [/STARTATLOGIN=1|0] [/SHARED=1] [/WAIT=seconds]
;                      [/D=folder]
; uninstall.exe         [/S] [/REMOVEDATA=1] [/WAIT=seconds]
;
; Exit codes, as deployment tools know them: 0 done · 5 /AllUsers without administrator rights · 1602 cancelled by the user ·
; 1603 the files could not be installed, or the policy's folder could not be made safe, and the earlier installation is
; unchanged · 1618 a till is serving a customer, try again later · 1633 this Windows is not supported · 1638 a newer version
; is installed.

Unicode true
Target amd64-unicode
ManifestDPIAware true
ManifestSupportedOS all
!ifdef QUICK ; for tests
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64 ; megabytes: sees the whole program at once
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
!define OLDEST_BUILD 17763 ; Windows 10 1809 and Server 2019, the oldest that Qt supports
; These folders are removed with everything in them, so no other program may use their names.
!define NEW ".points-till-new"
!define OLD ".points-till-old"

!define MOVE_TIMEOUT 180000 ; milliseconds; a journal of a million redemptions takes a minute

!define NO_RIGHTS 5
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
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartTill
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English

Var Wait
Var Failed ; 1 if a file could not be moved since this was set to 0

; Ends the set-up with an exit code. Shows a message unless the set-up is silent.
!macro Refuse CODE TEXT
  MessageBox MB_OK|MB_ICONSTOP `${TEXT}` /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend
!define Refuse "!insertmacro Refuse"

; MultiUser would show a message box, even in a silent deployment.
!macro RefuseWithoutRights
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/AllUsers" $R1
  ${IfNot} ${Errors}
    UserInfo::GetAccountType
    Pop $R1
    ${If} $R1 != "Admin"
      ${Refuse} ${NO_RIGHTS} "Only an administrator can install or remove ${NAME} for all users."
    ${EndIf}
  ${EndIf}
  ClearErrors
!macroend

; Asks a running till to close and waits for it. A till closes by itself when no redemption is in flight and no customer
; is being served; the set-up never kills it. A running program's file cannot be opened for writing, in any user's
; session. The request expires after two minutes, so a request that is left after a power cut does no harm. It is
; renewed every second here.
!macro CloseTill UN
Function ${UN}CloseTill
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/WAIT=" $Wait
  ${If} ${Errors}
    StrCpy $Wait 120
  ${EndIf}
  StrCpy $R2 0
  ${Do}
    ClearErrors
    FileOpen $R1 "$INSTDIR\${CLOSING}" w
    ${If} ${Errors}
      ${Refuse} ${FAILED} "Cannot write to $INSTDIR."
    ${EndIf}
    FileClose $R1
    ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
      ${ExitDo}
    ${EndIf}
    FileOpen $R1 "$INSTDIR\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $R1
      ${ExitDo}
    ${EndIf}
    ${If} $R2 >= $Wait
      RMDir /r "$INSTDIR\${NEW}"
      Delete "$INSTDIR\${CLOSING}"
      ${Refuse} ${BUSY} "${NAME} is in use: it is serving a customer, or one of its commands is running. Try again later. Nothing was changed."
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

; Renames a file or folder, and retries for a while: a virus scanner may hold files that were just written. Sets $Failed to
; 1 if it did not succeed, because reading the error flag clears it.
!macro Move UN
Function ${UN}Move
  Exch $R4 ; to
  Exch
  Exch $R3 ; from
  StrCpy $R5 0
  ${Do}
    ClearErrors
    Rename "$R3" "$R4"
    ${IfNot} ${Errors}
      ${ExitDo}
    ${EndIf}
    IntOp $R5 $R5 + 1
    ${If} $R5 > 40
      StrCpy $Failed 1
      ${ExitDo}
    ${EndIf}
    Sleep 500
  ${Loop}
  Pop $R3
  Pop $R4
FunctionEnd
!macroend
!insertmacro Move ""
!insertmacro Move "un."
!macro CallMove UN FROM TO
  Push "${FROM}"
  Push "${TO}"
  Call ${UN}Move
!macroend
!define Move "!insertmacro CallMove ''"
!define un.Move "!insertmacro CallMove 'un.'"

Function OnCancel
  SetErrorLevel ${CANCELLED}
FunctionEnd

; A newer version for all users counts, and so does one for this user only: both use the same journal.
!macro RefuseOlder ROOT
  ReadRegStr $0 ${ROOT} "${UNINSTALL_KEY}" "Version4"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION4}" $1
    ${If} $1 = 1
      ReadRegStr $0 ${ROOT} "${UNINSTALL_KEY}" "DisplayVersion"
      ${Refuse} ${OLDER} "${NAME} $0 is installed, and it is newer than ${VERSION}. An older till may not be able to read its journal."
    ${EndIf}
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    ${Refuse} ${WRONG_WINDOWS} "${NAME} needs Windows 10 (1809) or newer, 64 bit."
  ${EndIf}
  SetRegView 64
  !insertmacro RefuseWithoutRights
  ; Keep the folder from /D, which MultiUser overwrites. An upgrade stays in the folder of the installed version.
  StrCpy $R9 $INSTDIR
  !insertmacro MULTIUSER_INIT
  ReadRegStr $R8 SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $R9 != ""
  ${AndIfNot} ${FileExists} "$R8\${PROGRAM}"
    StrCpy $INSTDIR $R9
  ${EndIf}
  !insertmacro RefuseOlder HKLM
  !insertmacro RefuseOlder HKCU
FunctionEnd

Function .onInstFailed
  ; This runs only if the disk fills up in the middle of a file. All other failures are handled above.
  SetOutPath "$INSTDIR" ; the working directory cannot be removed
  RMDir /r "$INSTDIR\${NEW}"
  Delete "$INSTDIR\${CLOSING}"
  SetErrorLevel ${FAILED}
FunctionEnd

; Explorer starts the till with the user's own rights. A set-up for all users runs with more.
Function StartTill
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${PROGRAM}"'
FunctionEnd

!include "${__FILEDIR__}/policy_folder.nsh"

Section "${NAME}" Main
  SectionIn RO
  ${If} $MultiUser.InstallMode == AllUsers
    Call SecurePolicyFolder
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/SHARED=" $R1
    ${If} $R1 == 1
      Call MakeTillFolder
    ${EndIf}
    ClearErrors
  ${EndIf}
  CreateDirectory "$INSTDIR"
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
  ${AndIfNot} ${FileExists} "$INSTDIR\${OLD}\*.*"
    ${Refuse} ${FAILED} "$INSTDIR belongs to another program."
  ${EndIf}
  Call CloseTill

  ; If the power failed between two renames of the last set-up, the old program is the complete one.
  ${If} ${FileExists} "$INSTDIR\${OLD}\_internal\*.*"
    ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
      RMDir /r "$INSTDIR\_internal"
      ${Move} "$INSTDIR\${OLD}\_internal" "$INSTDIR\_internal"
      ${Move} "$INSTDIR\${OLD}\${PROGRAM}" "$INSTDIR\${PROGRAM}"
    ${ElseIfNot} ${FileExists} "$INSTDIR\_internal\*.*"
      ${Move} "$INSTDIR\${OLD}\_internal" "$INSTDIR\_internal"
    ${EndIf}
  ${EndIf}

  ; First write the whole new program beside the old one, then rename twice. So a full disk or a power cut leaves either
  ; the old or the new program. If a file is still in use, the rename fails and the old program stays.
  RMDir /r "$INSTDIR\${NEW}"
  RMDir /r "$INSTDIR\${OLD}"
  ClearErrors
  SetOutPath "$INSTDIR\${NEW}"
  File /r "${SOURCE}\*"
  SetOutPath "$INSTDIR"
  ${If} ${Errors}
    RMDir /r "$INSTDIR\${NEW}"
    Delete "$INSTDIR\${CLOSING}"
    ${Refuse} ${FAILED} "The files could not be written to $INSTDIR."
  ${EndIf}
  ; The POS may have opened the till for a customer meanwhile.
  Call CloseTill
  CreateDirectory "$INSTDIR\${OLD}"
  StrCpy $Failed 0
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
    ${Move} "$INSTDIR\_internal" "$INSTDIR\${OLD}\_internal"
    ${If} $Failed = 1
      RMDir /r "$INSTDIR\${NEW}"
      RMDir "$INSTDIR\${OLD}"
      Delete "$INSTDIR\${CLOSING}"
      ${Refuse} ${BUSY} "${NAME} is still in use. Close it and try again; nothing was changed."
    ${EndIf}
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    ${Move} "$INSTDIR\${PROGRAM}" "$INSTDIR\${OLD}\${PROGRAM}"
  ${EndIf}
  ${If} $Failed = 0
    ${Move} "$INSTDIR\${NEW}\_internal" "$INSTDIR\_internal"
  ${EndIf}
  ${If} $Failed = 0
    ${Move} "$INSTDIR\${NEW}\${PROGRAM}" "$INSTDIR\${PROGRAM}"
  ${EndIf}
  ${If} $Failed = 1
    ${If} ${FileExists} "$INSTDIR\${OLD}\${PROGRAM}"
      ${Move} "$INSTDIR\${OLD}\${PROGRAM}" "$INSTDIR\${PROGRAM}"
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\${OLD}\_internal\*.*"
      RMDir /r "$INSTDIR\_internal"
      ${Move} "$INSTDIR\${OLD}\_internal" "$INSTDIR\_internal"
    ${EndIf}
    RMDir /r "$INSTDIR\${NEW}"
    RMDir "$INSTDIR\${OLD}"
    Delete "$INSTDIR\${CLOSING}"
    ${Refuse} ${FAILED} "The new files could not be put in place in $INSTDIR. Start this set-up again."
  ${EndIf}
  RMDir /r "$INSTDIR\${NEW}"
  RMDir /r "$INSTDIR\${OLD}"
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

  Delete "$INSTDIR\${CLOSING}"
SectionEnd

; With /SHARED=1, moves what the user who runs the set-up had into the folder that all logins share. What another
; login had moves when that login opens the till, because only it can open its keyring. Nothing that happens here is a reason
; to undo the installation: what was not moved stays where it is, and moves then. The till's log says what was moved.
Section "-shared"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/SHARED=" $R1
  ${If} $R1 == 1
  ${AndIf} $MultiUser.InstallMode == AllUsers
    nsExec::ExecToLog /TIMEOUT=${MOVE_TIMEOUT} '"$INSTDIR\${PROGRAM}" machine move'
    Pop $R2
    ${If} $R2 == 0
      DetailPrint "What this user had is the machine's now."
    ${Else}
      DetailPrint "Not everything of this user could be moved ($R2): see $APPDATA\${ID}\till\logs. The till tries again."
    ${EndIf}
  ${EndIf}
  ClearErrors
SectionEnd

Section /o "Start at login" StartAtLogin
  WriteRegStr SHCTX "${RUN_KEY}" "${NAME}" '"$INSTDIR\${PROGRAM}"'
SectionEnd

; Applies the command-line options last. Silent set-ups have no other way to choose.
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
  !insertmacro MUI_DESCRIPTION_TEXT ${StartAtLogin} "Opens the till when a user logs in."
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Section "un.${NAME}" UnMain
  SectionIn RO
  Call un.CloseTill
  ; Move the program away first, so that no till starts from a half-removed installation.
  RMDir /r "$INSTDIR\${OLD}"
  CreateDirectory "$INSTDIR\${OLD}"
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    StrCpy $Failed 0
    ${un.Move} "$INSTDIR\${PROGRAM}" "$INSTDIR\${OLD}\${PROGRAM}"
    ${If} $Failed = 1
      RMDir "$INSTDIR\${OLD}"
      Delete "$INSTDIR\${CLOSING}"
      ${Refuse} ${FAILED} "$INSTDIR\${PROGRAM} could not be removed."
    ${EndIf}
  ${EndIf}
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\${OLD}"
  RMDir /r "$INSTDIR\${NEW}"
  Delete "$INSTDIR\${CLOSING}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey SHCTX "${LINK_KEY}"
  DeleteRegKey SHCTX "${APP_PATHS_KEY}"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegValue SHCTX "${RUN_KEY}" "${NAME}"
  ; Keep store IT's policy. Remove the folder only if it is empty.
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
  !insertmacro RefuseWithoutRights
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
