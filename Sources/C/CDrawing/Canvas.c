// Drawing by cairo, text by pango with one font family of its own: no setting of the machine or the person who builds
// the site changes what is drawn.

#include "CDrawing.h"

#include "CFontFiles.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define FAMILY "Noto Sans CJK SC"

struct showcase_canvas {
    cairo_surface_t *surface;
    cairo_t *cairo;
    PangoContext *context;
    int width;
    int height;
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
/// Regular and bold.
static showcase_font_file files[2];
static FcCharSet *characters;

static void find_fonts(void) {
    FcConfig *machine = FcInitLoadConfigAndFonts();
    if (!machine) return;
    showcase_font_find(machine, FAMILY, 0, &files[0], &characters);
    showcase_font_find(machine, FAMILY, 1, &files[1], NULL);
    FcConfigDestroy(machine);
}

int showcase_fonts_are_there(void) {
    pthread_once(&once, find_fonts);
    return files[0].path[0] && files[1].path[0];
}

int showcase_font_lacks(uint32_t character) {
    return showcase_fonts_are_there() && characters && !FcCharSetHasChar(characters, character);
}

showcase_canvas *showcase_canvas_new(int width, int height) {
    if (!showcase_fonts_are_there()) return NULL;
    showcase_canvas *canvas = calloc(1, sizeof(showcase_canvas));
    if (!canvas) return NULL;
    canvas->width = width;
    canvas->height = height;
    canvas->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    canvas->cairo = cairo_create(canvas->surface);
    canvas->context = showcase_font_context(files, 2, SHOWCASE_FONT_FOR_PICTURES);
    return canvas;
}

void showcase_canvas_free(showcase_canvas *canvas) {
    if (!canvas) return;
    g_object_unref(canvas->context);
    cairo_destroy(canvas->cairo);
    cairo_surface_destroy(canvas->surface);
    free(canvas);
}

static void set_colour(cairo_t *cairo, uint32_t colour) {
    cairo_set_source_rgb(
        cairo, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0, (colour & 0xFF) / 255.0);
}

void showcase_canvas_fill(showcase_canvas *canvas, uint32_t colour) {
    set_colour(canvas->cairo, colour);
    cairo_paint(canvas->cairo);
}

void showcase_canvas_rectangle(
    showcase_canvas *canvas, double x, double y, double width, double height, double radius, uint32_t colour
) {
    cairo_t *cairo = canvas->cairo;
    cairo_new_path(cairo);
    if (radius > 0) {
        cairo_arc(cairo, x + width - radius, y + radius, radius, -G_PI_2, 0);
        cairo_arc(cairo, x + width - radius, y + height - radius, radius, 0, G_PI_2);
        cairo_arc(cairo, x + radius, y + height - radius, radius, G_PI_2, G_PI);
        cairo_arc(cairo, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
        cairo_close_path(cairo);
    } else {
        cairo_rectangle(cairo, x, y, width, height);
    }
    set_colour(cairo, colour);
    cairo_fill(cairo);
}

void showcase_canvas_ring(
    showcase_canvas *canvas, double x, double y, double radius, double thickness, uint32_t colour
) {
    cairo_new_path(canvas->cairo);
    cairo_arc(canvas->cairo, x, y, radius, 0, 2 * G_PI);
    set_colour(canvas->cairo, colour);
    cairo_set_line_width(canvas->cairo, thickness);
    cairo_stroke(canvas->cairo);
}

/// The least width, in pango's units, at which the text has no more lines than at `width`.
static int balanced_width(PangoLayout *layout, int width) {
    int lines = pango_layout_get_line_count(layout);
    int too_narrow = width / 2, enough = width;
    while (enough - too_narrow > 4 * PANGO_SCALE) {
        int middle = too_narrow + (enough - too_narrow) / 2;
        pango_layout_set_width(layout, middle);
        if (pango_layout_get_line_count(layout) > lines) {
            too_narrow = middle;
        } else {
            enough = middle;
        }
    }
    return enough;
}

showcase_text_extent showcase_canvas_text(
    showcase_canvas *canvas, const char *text, const showcase_text_style *style, int draws
) {
    showcase_text_extent extent = {0};
    PangoLayout *layout = pango_layout_new(canvas->context);
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family(font, FAMILY);
    pango_font_description_set_weight(font, style->is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, style->size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    int width = (int)(style->width * PANGO_SCALE);
    pango_layout_set_width(layout, width);
    pango_layout_set_line_spacing(layout, 0.92f);
    if (style->is_right) pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
    pango_layout_set_text(layout, text, -1);
    extent.lines = pango_layout_get_line_count(layout);
    if (extent.lines > style->maximum_lines) {
        extent.is_cut = 1;
        pango_layout_set_height(layout, -style->maximum_lines);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
        extent.lines = pango_layout_get_line_count(layout);
    } else if (extent.lines > 1) {
        pango_layout_set_width(layout, balanced_width(layout, width));
    }
    PangoRectangle logical;
    pango_layout_get_extents(layout, NULL, &logical);
    extent.width = (double)logical.width / PANGO_SCALE;
    extent.height = (double)logical.height / PANGO_SCALE;
    if (draws) {
        cairo_move_to(canvas->cairo, style->x, style->y);
        set_colour(canvas->cairo, style->colour);
        pango_cairo_show_layout(canvas->cairo, layout);
    }
    g_object_unref(layout);
    return extent;
}

void showcase_canvas_free_bytes(uint8_t *bytes) { free(bytes); }

int showcase_canvas_write_palette(
    const uint8_t *pixels, int stride, int width, int height, uint8_t **bytes, size_t *count);

int showcase_canvas_png(showcase_canvas *canvas, uint8_t **bytes, size_t *count) {
    cairo_surface_flush(canvas->surface);
    if (cairo_status(canvas->cairo) != CAIRO_STATUS_SUCCESS) return 0;
    return showcase_canvas_write_palette(
        cairo_image_surface_get_data(canvas->surface), cairo_image_surface_get_stride(canvas->surface), canvas->width,
        canvas->height, bytes, count);
}

void showcase_drawing_versions(char *text, size_t size) {
    long sizes = 0;
    struct stat status;
    if (showcase_fonts_are_there()) {
        if (!stat(files[0].path, &status)) sizes += (long)status.st_size;
        if (!stat(files[1].path, &status)) sizes += (long)status.st_size;
    }
    snprintf(text, size, "cairo %d pango %d font %ld", cairo_version(), pango_version(), sizes);
}
