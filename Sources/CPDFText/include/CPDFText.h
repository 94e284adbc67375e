// The text of a PDF file by Debian's poppler, in a process of its own.
//
// PDF is the most complex format that is read here, and the files are untrusted. The child process has limits of
// memory and time and cannot write a file; whatever happens in it, the program that asked goes on.
#ifndef CPDFTEXT_H
#define CPDFTEXT_H

#include <stddef.h>
#include <stdint.h>

enum showcase_pdf_result {
    SHOWCASE_PDF_READ = 0,
    /// It is no PDF file, or a broken one.
    SHOWCASE_PDF_DAMAGED = 1,
    /// It can be opened with a password only.
    SHOWCASE_PDF_ENCRYPTED = 2,
    /// Reading took longer than allowed, needed too much memory, or ended in a crash.
    SHOWCASE_PDF_UNREADABLE = 3,
    /// The system gave no process or pipe; `errno` tells why.
    SHOWCASE_PDF_NO_PROCESS = 4,
};

/// What a piece of text is. A record is the kind (one byte), the page (four bytes, little-endian, from 1; 0 for the
/// document), the length (four bytes) and the text in UTF-8.
enum showcase_pdf_record {
    SHOWCASE_PDF_AUTHOR = 'A',
    SHOWCASE_PDF_PROPERTY = 'P',
    SHOWCASE_PDF_TEXT = 'T',
    /// What is written into a form field or a comment.
    SHOWCASE_PDF_NOTE = 'N',
    /// The file holds JavaScript; its text is only a mark.
    SHOWCASE_PDF_SCRIPT = 'J',
};

/// Reads a PDF file from memory.
///
/// - maximum_bytes: how much text is taken.
/// - milliseconds: how long the child may take.
/// - records: set to memory that the caller frees; NULL when there is no text.
enum showcase_pdf_result showcase_pdf_read(const uint8_t *bytes, size_t count, size_t maximum_bytes,
                                           int milliseconds, uint8_t **records, size_t *records_count);

#endif
