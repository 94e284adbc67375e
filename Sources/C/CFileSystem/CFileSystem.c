#define _GNU_SOURCE
#include "CFileSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

int showcase_exchange(const char *left, const char *right) {
    return renameat2(AT_FDCWD, left, AT_FDCWD, right, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int showcase_exchange_in(int folder, const char *left, const char *right) {
    return renameat2(folder, left, folder, right, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int showcase_rename_new(int folder, const char *old_name, const char *new_name) {
    return renameat2(folder, old_name, folder, new_name, RENAME_NOREPLACE) == 0 ? 0 : errno;
}

int showcase_has_writer(int descriptor) {
    // Whoever opens the file while the lease is held waits for its end, of which a signal tells: by default one that would
    // end this program.
    if (fcntl(descriptor, F_SETSIG, SIGURG) != 0) return 0;
    if (fcntl(descriptor, F_SETLEASE, F_RDLCK) != 0) return errno == EAGAIN;
    fcntl(descriptor, F_SETLEASE, F_UNLCK);
    return 0;
}

int showcase_sync_file_system(int descriptor) {
    return syncfs(descriptor) == 0 ? 0 : errno;
}

int showcase_path_traits(const char *path) {
    struct statx status;
    if (statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, STATX_TYPE, &status) != 0) return 0;
    int traits = 0;
    if (status.stx_attributes & STATX_ATTR_MOUNT_ROOT) traits |= SHOWCASE_MOUNT_POINT;
    if (status.stx_attributes & (STATX_ATTR_IMMUTABLE | STATX_ATTR_APPEND)) traits |= SHOWCASE_UNCHANGEABLE;
    return traits;
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
