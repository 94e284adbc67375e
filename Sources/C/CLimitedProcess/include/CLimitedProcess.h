// Another program as a child process that cannot do more than it is allowed to.
//
// posix_spawn(3) sets no limits of resources, and Swift has no fork(2): between fork and exec nothing but calls that are
// safe after a fork of one thread may be made, which only C can promise.
#ifndef CLIMITEDPROCESS_H
#define CLIMITEDPROCESS_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// What a child process may use.
struct showcase_process_limits {
    /// Seconds of processor time (RLIMIT_CPU).
    uint64_t seconds;
    /// Bytes of address space (RLIMIT_AS).
    uint64_t memory;
};

/// A file in memory with the given bytes, closed on exec; -1 with `errno` where the system has none to give.
int showcase_memory_file(const uint8_t *bytes, size_t count);

/// Starts a program. It gets `input` as its standard input, a pipe as its standard output, nothing else that is open, and
/// the file system's root as its folder; it can write no file, gains no privileges and ends with its parent.
///
/// - program: absolute path of the program.
/// - arguments, environment: end with NULL.
/// - output: set to the end of the pipe from which its output is read.
/// - Returns: the process, or -1 with `errno`. A program that cannot be executed ends with 127.
pid_t showcase_start_limited(const char *program, char *const arguments[], char *const environment[], int input,
                             struct showcase_process_limits limits, int *output);

#endif
