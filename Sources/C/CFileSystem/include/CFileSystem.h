// Linux calls that Swift's Glibc module does not offer.
#ifndef CFILESYSTEM_H
#define CFILESYSTEM_H

/// Exchanges two paths in one step (renameat2 with RENAME_EXCHANGE, Linux 3.15). Returns 0 or an errno.
int showcase_exchange(const char *left, const char *right);

/// Exchanges two names in an open folder in one step. Returns 0 or an errno: EINVAL, ENOSYS or EOPNOTSUPP where the file
/// system cannot.
int showcase_exchange_in(int folder, const char *left, const char *right);

/// Gives a file in an open folder another name, at which nothing may stand (renameat2 with RENAME_NOREPLACE, Linux 3.15).
/// Returns 0 or an errno: EEXIST where something does, EINVAL, ENOSYS or EOPNOTSUPP where the file system cannot.
int showcase_rename_new(int folder, const char *old_name, const char *new_name);

/// Whether some process has the file open to write into it, as far as the system tells: a lease for reading is refused then
/// (fcntl(2), F_SETLEASE).
int showcase_has_writer(int descriptor);

/// Writes everything of the file system that holds the open file to its disk (syncfs). Returns 0 or an errno.
int showcase_sync_file_system(int descriptor);

/// A bit of showcase_path_traits: another file system is mounted there (STATX_ATTR_MOUNT_ROOT, Linux 5.8).
#define SHOWCASE_MOUNT_POINT 1
/// A bit of showcase_path_traits: nobody may change or remove it (STATX_ATTR_IMMUTABLE, STATX_ATTR_APPEND).
#define SHOWCASE_UNCHANGEABLE 2

/// What is special about what stands at a path, which is not followed where it is a symbolic link; 0 also where that
/// cannot be told.
int showcase_path_traits(const char *path);

/// The magic number of the kind of file system that holds the open file (statfs(2)), or 0 when it cannot be told.
unsigned int showcase_file_system_type(int descriptor);

/// A descriptor that becomes readable once it is written to (eventfd(2)), non-blocking and closed on exec. Returns it, or
/// a negative errno.
int showcase_event_descriptor(void);

/// Lets threads share so many heaps instead of having one each (mallopt with M_ARENA_MAX): memory that one thread gives
/// back can be taken by another. To be called before there are threads.
void showcase_limit_heaps(int count);

#endif
