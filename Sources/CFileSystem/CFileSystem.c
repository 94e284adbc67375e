#define _GNU_SOURCE
#include "CFileSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/vfs.h>
#include <unistd.h>

int showcase_exchange(const char *left, const char *right) {
    return renameat2(AT_FDCWD, left, AT_FDCWD, right, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int showcase_sync_file_system(int descriptor) {
    return syncfs(descriptor) == 0 ? 0 : errno;
}

unsigned int showcase_file_system_type(int descriptor) {
    struct statfs status;
    // The magic numbers have 32 bits; `f_type` is signed on some machines.
    return fstatfs(descriptor, &status) == 0 ? (unsigned int)status.f_type : 0;
}

int showcase_event_descriptor(void) {
    int descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    return descriptor >= 0 ? descriptor : -errno;
}

void showcase_limit_heaps(int count) { mallopt(M_ARENA_MAX, count); }
