#ifndef SHOWCASE_CDRAWING_H
#define SHOWCASE_CDRAWING_H

#include <stddef.h>
#include <stdint.h>

/// A picture that is being drawn. One thread at a time.
typedef struct showcase_canvas showcase_canvas;

/// How a piece of text is set.
typedef struct {
    /// From the left and from the top, in pixels.
    double x;
    double y;
    double width;
    /// Height of an em, in pixels.
    double size;
    int is_bold;
    /// 0xRRGGBB.
    uint32_t colour;
    /// What does not fit is cut off, with an ellipsis.
    int maximum_lines;
    /// Whether the right edge of the text is at x + width.
    int is_right;
} showcase_text_style;

typedef struct {
    /// In pixels, as drawn.
    double width;
    double height;
    int lines;
    /// Whether something was cut off.
    int is_cut;
} showcase_text_extent;

/// Finds the files of the font family; 0 when it is not installed.
int showcase_fonts_are_there(void);

/// Whether the font has no glyph for a character; 0 when the font is not installed.
int showcase_font_lacks(uint32_t character);

/// Makes a canvas; NULL without memory or fonts.
showcase_canvas *showcase_canvas_new(int width, int height);
void showcase_canvas_free(showcase_canvas *canvas);

/// Covers everything.
void showcase_canvas_fill(showcase_canvas *canvas, uint32_t colour);
void showcase_canvas_rectangle(
    showcase_canvas *canvas, double x, double y, double width, double height, double radius, uint32_t colour);
void showcase_canvas_ring(
    showcase_canvas *canvas, double x, double y, double radius, double thickness, uint32_t colour);

/// Measures text, and draws it where `draws` is not 0. Lines are about equally long.
showcase_text_extent showcase_canvas_text(
    showcase_canvas *canvas, const char *text, const showcase_text_style *style, int draws);

/// The picture as PNG with a palette; 0 on failure. The bytes are freed by `showcase_canvas_free_bytes`.
int showcase_canvas_png(showcase_canvas *canvas, uint8_t **bytes, size_t *count);
void showcase_canvas_free_bytes(uint8_t *bytes);

/// The versions of the libraries and the size of the font file: what they draw depends on them.
void showcase_drawing_versions(char *text, size_t size);

#endif
