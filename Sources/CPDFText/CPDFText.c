#define _GNU_SOURCE
#include "CPDFText.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <poppler.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/// Bytes that the child may hold in all, with its copy of what the program holds when it asks.
static const rlim_t maximum_memory = (rlim_t)2 << 30;

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

static _Noreturn void read_in_child(const uint8_t *bytes, size_t count, int milliseconds, int pipe) {
    struct rlimit processor = {(rlim_t)milliseconds / 1000 + 1, (rlim_t)milliseconds / 1000 + 1};
    setrlimit(RLIMIT_CPU, &processor);
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_FSIZE, &none);
    setrlimit(RLIMIT_CORE, &none);
    struct rlimit memory = {maximum_memory, maximum_memory};
    setrlimit(RLIMIT_DATA, &memory);
    // Poppler tells standard error what is broken; that is not for the reader of the program's messages.
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere >= 0) {
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
    }

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
    // The process ends here with all it holds; exit handlers belong to the program that was copied.
    _exit(SHOWCASE_PDF_READ);
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

enum showcase_pdf_result showcase_pdf_read(const uint8_t *bytes, size_t count, size_t maximum_bytes,
                                           int milliseconds, uint8_t **records, size_t *records_count) {
    *records = NULL;
    *records_count = 0;
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return SHOWCASE_PDF_NO_PROCESS;
    int64_t deadline = now_in_milliseconds() + milliseconds;
    pid_t child = fork();
    if (child < 0) {
        close(ends[0]);
        close(ends[1]);
        return SHOWCASE_PDF_NO_PROCESS;
    }
    if (child == 0) read_in_child(bytes, count, milliseconds, ends[1]);
    close(ends[1]);
    bool is_complete = collect(ends[0], maximum_bytes, deadline, records, records_count);
    close(ends[0]);
    if (!is_complete) kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    if (!is_complete || !WIFEXITED(status)) return SHOWCASE_PDF_UNREADABLE;
    return (enum showcase_pdf_result)WEXITSTATUS(status);
}
