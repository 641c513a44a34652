/* Provides CPython's source of random numbers. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T size)
{
    return RtlGenRandom(buffer, (ULONG)size);
}
