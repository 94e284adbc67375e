// A character that the two families lack is told instead of being taken from a third font.

#include "CPrint.h"

#include "CFontFiles.h"

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define SONG "Noto Serif CJK SC"
#define HEI "Noto Sans CJK SC"

struct showcase_print {
    cairo_surface_t *surface;
    cairo_t *cairo;
    PangoContext *context;
    uint8_t *bytes;
    size_t count;
    size_t capacity;
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static showcase_font_file files[3];

static void find_fonts(void) {
    FcConfig *machine = FcInitLoadConfigAndFonts();
    if (!machine) return;
    showcase_font_find(machine, SONG, 0, &files[SHOWCASE_PRINT_SONG], NULL);
    showcase_font_find(machine, SONG, 1, &files[SHOWCASE_PRINT_SONG_BOLD], NULL);
    showcase_font_find(machine, HEI, 0, &files[SHOWCASE_PRINT_HEI], NULL);
    FcConfigDestroy(machine);
}

int showcase_print_fonts_are_there(void) {
    pthread_once(&once, find_fonts);
    return files[0].path[0] && files[1].path[0] && files[2].path[0];
}

static cairo_status_t append(void *closure, const unsigned char *data, unsigned int count) {
    showcase_print *print = closure;
    if (print->count + count > print->capacity) {
        size_t capacity = (print->count + count) * 2;
        uint8_t *bytes = realloc(print->bytes, capacity);
        if (!bytes) return CAIRO_STATUS_NO_MEMORY;
        print->bytes = bytes;
        print->capacity = capacity;
    }
    memcpy(print->bytes + print->count, data, count);
    print->count += count;
    return CAIRO_STATUS_SUCCESS;
}

showcase_print *showcase_print_new(double width, double height, const char *title, const char *time) {
    if (!showcase_print_fonts_are_there()) return NULL;
    showcase_print *print = calloc(1, sizeof(showcase_print));
    if (!print) return NULL;
    print->surface = cairo_pdf_surface_create_for_stream(append, print, width, height);
    cairo_pdf_surface_set_metadata(print->surface, CAIRO_PDF_METADATA_TITLE, title);
    cairo_pdf_surface_set_metadata(print->surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
    cairo_pdf_surface_set_metadata(print->surface, CAIRO_PDF_METADATA_MOD_DATE, time);
    print->cairo = cairo_create(print->surface);
    print->context = showcase_font_context(files, 3, SHOWCASE_FONT_FOR_PRINT);
    cairo_set_line_width(print->cairo, 0.6);
    return print;
}

showcase_print_extent showcase_print_text(
    showcase_print *print, const char *text, const showcase_print_style *style, int draws
) {
    showcase_print_extent extent = {0};
    PangoLayout *layout = pango_layout_new(print->context);
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family(font, style->font == SHOWCASE_PRINT_HEI ? HEI : SONG);
    pango_font_description_set_weight(
        font, style->font == SHOWCASE_PRINT_SONG_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, style->size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout, (int)(style->width * PANGO_SCALE));
    static const PangoAlignment alignments[] = {PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT};
    pango_layout_set_alignment(layout, alignments[style->align]);
    pango_layout_set_text(layout, text, -1);
    extent.missing = pango_layout_get_unknown_glyphs_count(layout);
    PangoRectangle logical;
    pango_layout_get_extents(layout, NULL, &logical);
    extent.height = (double)logical.height / PANGO_SCALE;
    if (draws) {
        cairo_move_to(print->cairo, style->x, style->y);
        cairo_set_source_rgb(print->cairo, style->grey, style->grey, style->grey);
        pango_cairo_show_layout(print->cairo, layout);
    }
    g_object_unref(layout);
    return extent;
}

void showcase_print_rectangle(showcase_print *print, double x, double y, double width, double height) {
    cairo_new_path(print->cairo);
    cairo_rectangle(print->cairo, x, y, width, height);
    cairo_set_source_rgb(print->cairo, 0, 0, 0);
    cairo_stroke(print->cairo);
}

void showcase_print_fill(showcase_print *print, double x, double y, double width, double height) {
    cairo_new_path(print->cairo);
    cairo_rectangle(print->cairo, x, y, width, height);
    cairo_set_source_rgb(print->cairo, 0, 0, 0);
    cairo_fill(print->cairo);
}

void showcase_print_next_page(showcase_print *print) { cairo_show_page(print->cairo); }

int showcase_print_finish(showcase_print *print, const uint8_t **bytes, size_t *count) {
    cairo_show_page(print->cairo);
    cairo_status_t drawn = cairo_status(print->cairo);
    cairo_surface_finish(print->surface);
    if (drawn != CAIRO_STATUS_SUCCESS || cairo_surface_status(print->surface) != CAIRO_STATUS_SUCCESS) return 0;
    *bytes = print->bytes;
    *count = print->count;
    return 1;
}

void showcase_print_free(showcase_print *print) {
    if (!print) return;
    g_object_unref(print->context);
    cairo_destroy(print->cairo);
    cairo_surface_destroy(print->surface);
    free(print->bytes);
    free(print);
}
