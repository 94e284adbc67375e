#define _GNU_SOURCE
#include "CPDFText.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <poppler.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/// Bytes that the child may hold.
static const rlim_t maximum_memory = (rlim_t)1 << 30;
/// The variable that makes the program a reader; its value is how many milliseconds it has.
static const char reader_variable[] = "SHOWCASE_PDF_READER";

// MARK: In the child

static bool write_all(int pipe, const void *bytes, size_t count) {
    const uint8_t *next = bytes;
    while (count > 0) {
        ssize_t written = write(pipe, next, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        next += written;
        count -= (size_t)written;
    }
    return true;
}

static void send_record(int pipe, char kind, uint32_t page, const char *text) {
    if (text == NULL || text[0] == '\0') return;
    uint32_t length = (uint32_t)strlen(text);
    uint8_t head[9] = {(uint8_t)kind,
                       (uint8_t)page, (uint8_t)(page >> 8), (uint8_t)(page >> 16), (uint8_t)(page >> 24),
                       (uint8_t)length, (uint8_t)(length >> 8), (uint8_t)(length >> 16), (uint8_t)(length >> 24)};
    if (!write_all(pipe, head, sizeof head) || !write_all(pipe, text, length)) _exit(SHOWCASE_PDF_UNREADABLE);
}

static void send_notes(int pipe, PopplerPage *page, uint32_t number) {
    GList *annotations = poppler_page_get_annot_mapping(page);
    for (GList *item = annotations; item != NULL; item = item->next) {
        PopplerAnnotMapping *mapping = item->data;
        send_record(pipe, SHOWCASE_PDF_NOTE, number, poppler_annot_get_contents(mapping->annot));
    }
    GList *fields = poppler_page_get_form_field_mapping(page);
    for (GList *item = fields; item != NULL; item = item->next) {
        PopplerFormFieldMapping *mapping = item->data;
        if (poppler_form_field_get_field_type(mapping->field) != POPPLER_FORM_FIELD_TEXT) continue;
        send_record(pipe, SHOWCASE_PDF_NOTE, number, poppler_form_field_text_get_text(mapping->field));
    }
}

static void limit(int resource, rlim_t value) {
    struct rlimit limits = {value, value};
    setrlimit(resource, &limits);
}

static _Noreturn void read_in_child(const uint8_t *bytes, size_t count, int pipe) {
    GError *error = NULL;
    GBytes *data = g_bytes_new_static(bytes, count);
    PopplerDocument *document = poppler_document_new_from_bytes(data, NULL, &error);
    if (document == NULL) {
        bool is_encrypted = error != NULL && error->domain == POPPLER_ERROR && error->code == POPPLER_ERROR_ENCRYPTED;
        _exit(is_encrypted ? SHOWCASE_PDF_ENCRYPTED : SHOWCASE_PDF_DAMAGED);
    }
    send_record(pipe, SHOWCASE_PDF_AUTHOR, 0, poppler_document_get_author(document));
    send_record(pipe, SHOWCASE_PDF_PROPERTY, 0, poppler_document_get_title(document));
    send_record(pipe, SHOWCASE_PDF_PROPERTY, 0, poppler_document_get_subject(document));
    send_record(pipe, SHOWCASE_PDF_PROPERTY, 0, poppler_document_get_keywords(document));
    send_record(pipe, SHOWCASE_PDF_PROPERTY, 0, poppler_document_get_metadata(document));
    if (poppler_document_has_javascript(document)) send_record(pipe, SHOWCASE_PDF_SCRIPT, 0, "JavaScript");
    int pages = poppler_document_get_n_pages(document);
    for (int index = 0; index < pages; index++) {
        PopplerPage *page = poppler_document_get_page(document, index);
        if (page == NULL) continue;
        char *text = poppler_page_get_text(page);
        send_record(pipe, SHOWCASE_PDF_TEXT, (uint32_t)index + 1, text);
        g_free(text);
        send_notes(pipe, page, (uint32_t)index + 1);
        g_object_unref(page);
    }
    // The process ends here with all it holds.
    _exit(SHOWCASE_PDF_READ);
}

/// Runs before `main`: the same program, started with this variable, is the reader and nothing else. So there is one
/// file to install, and a process that was begun anew holds no lock of the threads it was started by.
__attribute__((constructor)) static void read_if_asked(void) {
    const char *milliseconds = getenv(reader_variable);
    if (milliseconds == NULL) return;
    rlim_t seconds = (rlim_t)strtoul(milliseconds, NULL, 10) / 1000 + 1;
    limit(RLIMIT_CPU, seconds);
    limit(RLIMIT_DATA, maximum_memory);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    struct stat status;
    if (fstat(STDIN_FILENO, &status) != 0 || status.st_size <= 0) _exit(SHOWCASE_PDF_DAMAGED);
    const uint8_t *bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
    if (bytes == MAP_FAILED) _exit(SHOWCASE_PDF_UNREADABLE);
    read_in_child(bytes, (size_t)status.st_size, STDOUT_FILENO);
}

// MARK: In the program

static int64_t now_in_milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/// Takes what the child writes until it closes the pipe. Returns false when time, text or memory runs out.
static bool collect(int pipe, size_t maximum_bytes, int64_t deadline, uint8_t **records, size_t *records_count) {
    size_t capacity = 0;
    for (;;) {
        int64_t rest = deadline - now_in_milliseconds();
        if (rest <= 0) return false;
        struct pollfd item = {pipe, POLLIN, 0};
        int ready = poll(&item, 1, (int)rest);
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return false;
        if (*records_count == capacity) {
            capacity = capacity == 0 ? 64 * 1024 : capacity * 2;
            uint8_t *larger = realloc(*records, capacity);
            if (larger == NULL) return false;
            *records = larger;
        }
        ssize_t count = read(pipe, *records + *records_count, capacity - *records_count);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        if (count == 0) return true;
        *records_count += (size_t)count;
        if (*records_count > maximum_bytes) return false;
    }
}

/// A file in memory with the given bytes, at its beginning; -1 where the system has none to give.
static int file_in_memory(const uint8_t *bytes, size_t count) {
    int file = memfd_create("pdf", MFD_CLOEXEC);
    if (file < 0) return -1;
    if (write_all(file, bytes, count) && lseek(file, 0, SEEK_SET) == 0) return file;
    close(file);
    return -1;
}

/// The environment with the reader's variable. The caller frees the list, not what is in it.
static char **reader_environment(char *assignment) {
    size_t count = 0;
    while (environ[count] != NULL) count++;
    char **list = calloc(count + 2, sizeof *list);
    if (list == NULL) return NULL;
    memcpy(list, environ, count * sizeof *list);
    list[count] = assignment;
    return list;
}

/// Starts this program again as a reader. Returns false when the system gives no process.
static bool start_reader(int input, int output, int milliseconds, pid_t *child) {
    char assignment[sizeof reader_variable + 16];
    snprintf(assignment, sizeof assignment, "%s=%d", reader_variable, milliseconds);
    char **environment = reader_environment(assignment);
    posix_spawn_file_actions_t actions;
    if (environment == NULL || posix_spawn_file_actions_init(&actions) != 0) {
        free(environment);
        return false;
    }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    // Poppler tells standard error what is broken; that is not for the reader of the program's messages.
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    char *arguments[] = {"showcase", NULL};
    int problem = posix_spawn(child, "/proc/self/exe", &actions, NULL, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    free(environment);
    return problem == 0;
}

enum showcase_pdf_result showcase_pdf_read(const uint8_t *bytes, size_t count, size_t maximum_bytes,
                                           int milliseconds, uint8_t **records, size_t *records_count) {
    *records = NULL;
    *records_count = 0;
    if (count == 0) return SHOWCASE_PDF_DAMAGED;
    int input = file_in_memory(bytes, count);
    if (input < 0) return SHOWCASE_PDF_NO_PROCESS;
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) {
        close(input);
        return SHOWCASE_PDF_NO_PROCESS;
    }
    pid_t child = 0;
    bool is_started = start_reader(input, ends[1], milliseconds, &child);
    close(input);
    close(ends[1]);
    if (!is_started) {
        close(ends[0]);
        return SHOWCASE_PDF_NO_PROCESS;
    }
    bool is_complete = collect(ends[0], maximum_bytes, now_in_milliseconds() + milliseconds, records, records_count);
    close(ends[0]);
    if (!is_complete) kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    if (!is_complete || !WIFEXITED(status)) return SHOWCASE_PDF_UNREADABLE;
    return (enum showcase_pdf_result)WEXITSTATUS(status);
}
