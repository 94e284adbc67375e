// The one function of libFuzzer that a program calls which has a `main` of its own
// (https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library).
#ifndef SHOWCASE_LIBFUZZER_H
#define SHOWCASE_LIBFUZZER_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

#endif
