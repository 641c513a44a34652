; Makes the folder of the machine's policy one that only administrators can change.
;
; Windows lets every user make folders and files under ProgramData. A user could have made this one before the set-up ran: a
; folder of their own with a policy in it, or a junction that leads elsewhere. Nothing that a user made is kept in its place.

!define POLICY "policy.json"
!define SET_ASIDE ".set-aside"
!define REPARSE_POINT 0x400
!define DIRECTORY 0x10
; Owner and list; the list inherits nothing. Administrators and the system do everything, users read.
!define OWNER_AND_LIST 0x80000005
!define FOLDER_SECURITY "O:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)"
!define FILE_SECURITY "O:BAD:PAI(A;;FA;;;SY)(A;;FA;;;BA)(A;;0x1200a9;;;BU)"

; $R0: a path. Sets $R1 to 1 if it belongs to the administrators, to the system, or to the administrator who runs this.
Function IsAdministrators
  StrCpy $R1 0
  System::Call 'advapi32::GetNamedSecurityInfoW(w R0, i 1, i 1, *p .r0, p 0, p 0, p 0, *p .r1) i .r2'
  ${If} $2 <> 0
    Return
  ${EndIf}
  System::Call 'advapi32::ConvertSidToStringSidW(p r0, *p .r3) i .r4'
  ${If} $4 <> 0
    System::Call 'kernel32::lstrcpynW(w .r5, p r3, i 200) p'
    System::Call 'kernel32::LocalFree(p r3) p'
    ${If} $5 == "S-1-5-18"
    ${OrIf} $5 == "S-1-5-32-544"
    ${OrIf} $5 == "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464" ; TrustedInstaller
      StrCpy $R1 1
    ${EndIf}
  ${EndIf}
  System::Call 'advapi32::OpenProcessToken(p -1, i 8, *p .r3) i .r4'
  ${If} $4 <> 0
    System::Alloc 256
    Pop $6
    System::Call 'advapi32::GetTokenInformation(p r3, i 1, p r6, i 256, *i .r7) i .r4'
    ${If} $4 <> 0
      System::Call '*$6(p .r7)'
      System::Call 'advapi32::EqualSid(p r7, p r0) i .r4'
      ${If} $4 <> 0
        StrCpy $R1 1
      ${EndIf}
    ${EndIf}
    System::Free $6
    System::Call 'kernel32::CloseHandle(p r3) i'
  ${EndIf}
  System::Call 'kernel32::LocalFree(p r1) p'
FunctionEnd

; $R0: a path, $R2: owner and list as SDDL. Sets $R1 to 1 if they could be set.
Function SetSecurity
  StrCpy $R1 0
  System::Call 'advapi32::ConvertStringSecurityDescriptorToSecurityDescriptorW(w R2, i 1, *p .r0, p 0) i .r1'
  ${If} $1 <> 0
    System::Call 'advapi32::SetFileSecurityW(w R0, i ${OWNER_AND_LIST}, p r0) i .R1'
    System::Call 'kernel32::LocalFree(p r0) p'
  ${EndIf}
FunctionEnd

; $R0: a path. Gives what is there another name, which nothing reads. Nothing is deleted, because it is not known what it is.
Function SetAside
  StrCpy $R3 0
  ${Do}
    ClearErrors
    Rename "$R0" "$R0${SET_ASIDE}-$R3"
    ${IfNot} ${Errors}
      ${ExitDo}
    ${EndIf}
    IntOp $R3 $R3 + 1
  ${LoopUntil} $R3 > 50
  ClearErrors
FunctionEnd

!macro RefusePolicyFolder
  ${Refuse} ${FAILED} "$APPDATA\${ID} holds the machine's policy, and could not be made safe. Remove it, then start this set-up again; nothing was changed."
!macroend

; Leaves a folder that only administrators can change, with the policy that an administrator put there, if there is one.
Function SecurePolicyFolder
  StrCpy $R0 "$APPDATA\${ID}"
  System::Call 'kernel32::GetFileAttributesW(w R0) i .R4'
  ${If} $R4 <> -1
    IntOp $R5 $R4 & ${REPARSE_POINT}
    IntOp $R6 $R4 & ${DIRECTORY}
    Call IsAdministrators
    ${If} $R5 <> 0
      ; Of a link only the link goes, not what it leads to.
      RMDir "$R0"
      Delete "$R0"
    ${ElseIf} $R6 = 0
    ${OrIf} $R1 = 0
      RMDir "$R0" ; if it is empty
      ${If} ${FileExists} "$R0"
        Call SetAside
      ${EndIf}
    ${EndIf}
  ${EndIf}
  System::Call 'kernel32::GetFileAttributesW(w R0) i .R4'
  ${If} $R4 = -1
    ; With its list from its first moment, so that no one can put anything into it.
    StrCpy $R2 "${FOLDER_SECURITY}"
    System::Call 'advapi32::ConvertStringSecurityDescriptorToSecurityDescriptorW(w R2, i 1, *p .r0, p 0) i .r1'
    System::Call '*(i 24, i 0, p r0, i 0, i 0) p .r2' ; SECURITY_ATTRIBUTES of a 64-bit program
    System::Call 'kernel32::CreateDirectoryW(w R0, p r2) i .r3'
    System::Free $2
    System::Call 'kernel32::LocalFree(p r0) p'
    ${If} $1 = 0
    ${OrIf} $3 = 0
      !insertmacro RefusePolicyFolder
    ${EndIf}
  ${Else}
    Call IsAdministrators
    ${If} $R1 = 0
      !insertmacro RefusePolicyFolder
    ${EndIf}
    IntOp $R5 $R4 & ${REPARSE_POINT}
    ${If} $R5 <> 0
      !insertmacro RefusePolicyFolder
    ${EndIf}
    StrCpy $R2 "${FOLDER_SECURITY}"
    Call SetSecurity
    ${If} $R1 = 0
      !insertmacro RefusePolicyFolder
    ${EndIf}
  ${EndIf}
  ; From here on users can change nothing in it.
  StrCpy $R0 "$APPDATA\${ID}\${POLICY}"
  System::Call 'kernel32::GetFileAttributesW(w R0) i .R4'
  ${If} $R4 <> -1
    IntOp $R5 $R4 & ${REPARSE_POINT}
    IntOp $R6 $R4 & ${DIRECTORY}
    Call IsAdministrators
    ${If} $R5 <> 0
    ${OrIf} $R6 <> 0
    ${OrIf} $R1 = 0
      Call SetAside
      ${If} ${FileExists} "$R0"
        !insertmacro RefusePolicyFolder
      ${EndIf}
    ${Else}
      StrCpy $R2 "${FILE_SECURITY}"
      Call SetSecurity
      ${If} $R1 = 0
        !insertmacro RefusePolicyFolder
      ${EndIf}
    ${EndIf}
  ${EndIf}
FunctionEnd

; The folder beside the policy that all logins share: journal, settings and secret of one till for the whole machine. Users
; change what is in it, and cannot replace it. desktop/paths.py uses it only if its owner and list say so.
!define TILL "till"
!define TILL_SECURITY "O:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;;0x1201bf;;;BU)(A;OICIIO;0x1301bf;;;BU)"

!macro RefuseTillFolder
  ${Refuse} ${FAILED} "$APPDATA\${ID}\${TILL} could not be made safe. Remove it, then start this set-up again."
!macroend

; Makes the folder, or gives it its rights again. Call it after SecurePolicyFolder: from then on users can make nothing there.
Function MakeTillFolder
  StrCpy $R0 "$APPDATA\${ID}\${TILL}"
  System::Call 'kernel32::GetFileAttributesW(w R0) i .R4'
  ${If} $R4 <> -1
    IntOp $R5 $R4 & ${REPARSE_POINT}
    IntOp $R6 $R4 & ${DIRECTORY}
    Call IsAdministrators
    ${If} $R5 <> 0
      ; Of a link only the link goes, not what it leads to.
      RMDir "$R0"
      Delete "$R0"
    ${ElseIf} $R6 = 0
    ${OrIf} $R1 = 0
      Call SetAside
    ${EndIf}
    System::Call 'kernel32::GetFileAttributesW(w R0) i .R4'
  ${EndIf}
  ${If} $R4 = -1
    CreateDirectory "$R0"
  ${Else}
    IntOp $R5 $R4 & ${REPARSE_POINT}
    ${If} $R5 <> 0
      !insertmacro RefuseTillFolder
    ${EndIf}
  ${EndIf}
  StrCpy $R2 "${TILL_SECURITY}"
  Call SetSecurity
  ${If} $R1 = 0
    !insertmacro RefuseTillFolder
  ${EndIf}
FunctionEnd
