// Pages for print: text by pango, PDF by cairo, with two font families whose files are embedded as far as they are used.
#ifndef SHOWCASE_CPRINT_H
#define SHOWCASE_CPRINT_H

#include <stddef.h>
#include <stdint.h>

/// A PDF that is being made. One thread at a time.
typedef struct showcase_print showcase_print;

enum showcase_print_font {
    SHOWCASE_PRINT_SONG = 0,
    SHOWCASE_PRINT_SONG_BOLD = 1,
    SHOWCASE_PRINT_HEI = 2,
};

enum showcase_print_align { SHOWCASE_PRINT_LEFT = 0, SHOWCASE_PRINT_CENTRE = 1, SHOWCASE_PRINT_RIGHT = 2 };

/// How a piece of text is set. All lengths are points, from the left and upper edge of the page.
typedef struct {
    double x;
    double y;
    double width;
    /// Height of an em.
    double size;
    enum showcase_print_font font;
    enum showcase_print_align align;
    /// 0 is black, 1 white.
    double grey;
} showcase_print_style;

typedef struct {
    double height;
    /// How many characters the font lacks.
    int missing;
} showcase_print_extent;

/// Whether the font families are installed: Noto Serif CJK SC and Noto Sans CJK SC.
int showcase_print_fonts_are_there(void);

/// Begins a PDF; NULL without fonts or memory. The time is written as `2020-01-01T00:00:00Z`.
showcase_print *showcase_print_new(double width, double height, const char *title, const char *time);

/// Measures text, and draws it where `draws` is not 0.
showcase_print_extent showcase_print_text(
    showcase_print *print, const char *text, const showcase_print_style *style, int draws);

void showcase_print_rectangle(showcase_print *print, double x, double y, double width, double height);

/// Covers an area with black.
void showcase_print_fill(showcase_print *print, double x, double y, double width, double height);

/// Ends a page and begins the next.
void showcase_print_next_page(showcase_print *print);

/// Ends the PDF. The bytes are valid until `showcase_print_free`; 0 on failure.
int showcase_print_finish(showcase_print *print, const uint8_t **bytes, size_t *count);

void showcase_print_free(showcase_print *print);

#endif
