// Debian's libxlsxwriter, which writes the spreadsheets of the open data.
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <xlsxwriter.h>

// Closes a workbook without a word: the library returns what went wrong, and writes it to standard error as well, in words
// of its own, where a person reads this program's. `stderr` is a variable (GNU C Library manual, 12.2), and this program
// writes to the descriptor. Workbooks are closed on several threads: the first one that comes takes the stream away, the
// last one that goes gives it back.
static inline lxw_error showcase_workbook_close(lxw_workbook *workbook) {
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    static FILE *nowhere, *shown;
    static int closing;
    pthread_mutex_lock(&lock);
    if (!nowhere) nowhere = fopen("/dev/null", "we");
    if (closing++ == 0 && nowhere) {
        shown = stderr;
        stderr = nowhere;
    }
    pthread_mutex_unlock(&lock);
    errno = 0;
    lxw_error error = workbook_close(workbook);
    int reason = errno;
    pthread_mutex_lock(&lock);
    if (--closing == 0 && shown) {
        stderr = shown;
        shown = NULL;
    }
    pthread_mutex_unlock(&lock);
    errno = reason;
    return error;
}
