/* Colour profiles of a screen, which Qt looks for and does without. */
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
