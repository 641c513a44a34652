/* Refuses to open any text converter, so that Qt uses its own. */
#define API __declspec(dllexport)
#define FILE_ACCESS_ERROR 4

static void *failed(int *error)
{
    if (error)
        *error = FILE_ACCESS_ERROR;
    return 0;
}

API void *ucnv_open(const char *name, int *error) { return failed(error); }
API const char *ucnv_getName(void *converter, int *error) { return failed(error); }
API const char *ucnv_getStandardName(const char *name, const char *standard, int *error) { return failed(error); }
API const char *ucnv_getAvailableName(int number) { return 0; }
API int ucnv_countAvailable(void) { return 0; }
API void ucnv_close(void *converter) { }
API void ucnv_reset(void *converter) { }
API signed char ucnv_getMaxCharSize(void *converter) { return 1; }
API int ucnv_toUCountPending(void *converter, int *error) { return 0; }
API int ucnv_fromUCountPending(void *converter, int *error) { return 0; }
API void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) { }
API void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) { }
API void ucnv_getToUCallBack(void *converter, void **action, void **context) { *action = *context = 0; }
API void ucnv_getFromUCallBack(void *converter, void **action, void **context) { *action = *context = 0; }
API void ucnv_setToUCallBack(void *converter, void *action, void *context, void **old_action, void **old_context, int *error)
{
    failed(error);
}
API void ucnv_setFromUCallBack(void *converter, void *action, void *context, void **old_action, void **old_context, int *error)
{
    failed(error);
}
API void ucnv_cbToUWriteUChars(void *arguments, void *source, int length, int offset, int *error) { failed(error); }
API void ucnv_cbFromUWriteUChars(void *arguments, void **source, void *limit, int offset, int *error) { failed(error); }
API void ucnv_toUnicode(void *converter, void *target, void *target_limit, void *source, void *source_limit, void *offsets,
                        signed char flush, int *error)
{
    failed(error);
}
API void ucnv_fromUnicode(void *converter, void *target, void *target_limit, void *source, void *source_limit, void *offsets,
                          signed char flush, int *error)
{
    failed(error);
}
