#define _GNU_SOURCE
#include "CLimitedProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

int showcase_memory_file(const uint8_t *bytes, size_t count) {
    int file = memfd_create("document", MFD_CLOEXEC);
    if (file < 0) return -1;
    while (count > 0) {
        ssize_t written = write(file, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) {
            close(file);
            return -1;
        }
        bytes += written;
        count -= (size_t)written;
    }
    lseek(file, 0, SEEK_SET);
    return file;
}

// MARK: In the child: only calls that are safe after a fork.

static bool limit(int resource, rlim_t value) {
    struct rlimit limits = {value, value};
    return setrlimit(resource, &limits) == 0;
}

static bool restrict_child(pid_t parent, struct showcase_process_limits limits) {
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent) return false;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || chdir("/") != 0) return false;
    return limit(RLIMIT_CPU, limits.seconds) && limit(RLIMIT_AS, limits.memory) && limit(RLIMIT_FSIZE, 0) &&
           limit(RLIMIT_CORE, 0);
}

/// Makes `input`, `output` and nothing for messages the three standard streams, and leaves nothing else open.
static bool take_streams(int input, int output) {
    int nothing = open("/dev/null", O_WRONLY);
    // Above the standard streams, so that none is written over before it is taken.
    input = fcntl(input, F_DUPFD, 3);
    output = fcntl(output, F_DUPFD, 3);
    nothing = fcntl(nothing, F_DUPFD, 3);
    if (dup2(input, STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0 || dup2(nothing, STDERR_FILENO) < 0) return false;
    if (close_range(3, ~0U, 0) == 0) return true;
    // Before Linux 5.9, and where a container forbids the call.
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return false;
    for (rlim_t file = 3; file < files.rlim_cur; file++) close((int)file);
    return true;
}

static _Noreturn void become(const char *program, char *const arguments[], char *const environment[], int input,
                             int output, pid_t parent, struct showcase_process_limits limits) {
    // Signals that this program ignores would stay ignored.
    signal(SIGPIPE, SIG_DFL);
    signal(SIGXFSZ, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (take_streams(input, output) && restrict_child(parent, limits)) execve(program, arguments, environment);
    _exit(127);
}

// MARK: In the program

pid_t showcase_start_limited(const char *program, char *const arguments[], char *const environment[], int input,
                             struct showcase_process_limits limits, int *output) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return -1;
    pid_t parent = getpid();
    pid_t child = fork();
    if (child == 0) become(program, arguments, environment, input, ends[1], parent, limits);
    int reason = errno;
    close(ends[1]);
    if (child < 0) {
        close(ends[0]);
        errno = reason;
        return -1;
    }
    *output = ends[0];
    return child;
}
