/* Reports that a screen has no colour profile. Qt asks for one, but does not need it. */
#include <windows.h>

#define API __declspec(dllexport)

API void *WINAPI OpenColorProfileW(void *profile, DWORD access, DWORD share, DWORD mode)
{
    SetLastError(ERROR_FILE_NOT_FOUND);
    return NULL;
}
API void *WINAPI WcsCreateIccProfile(void *profile, DWORD options) { return NULL; }
API BOOL WINAPI GetColorProfileFromHandle(void *profile, void *buffer, void *size) { return FALSE; }
API BOOL WINAPI CloseColorProfile(void *profile) { return TRUE; }
