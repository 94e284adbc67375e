#include "CFontFiles.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdio.h>
#include <string.h>

void showcase_font_find(
    FcConfig *machine, const char *family, int is_bold, showcase_font_file *file, FcCharSet **covered
) {
    FcPattern *pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
    FcPatternAddInteger(pattern, FC_WEIGHT, is_bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcConfigSubstitute(machine, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcResult result;
    FcPattern *match = FcFontMatch(machine, pattern, &result);
    FcChar8 *path = NULL, *name = NULL;
    if (match && FcPatternGetString(match, FC_FILE, 0, &path) == FcResultMatch) {
        for (int index = 0; FcPatternGetString(match, FC_FAMILY, index, &name) == FcResultMatch; index++) {
            if (strcmp((const char *)name, family)) continue;
            snprintf(file->path, sizeof(file->path), "%s", (const char *)path);
            FcCharSet *own = NULL;
            if (covered && FcPatternGetCharSet(match, FC_CHARSET, 0, &own) == FcResultMatch) {
                *covered = FcCharSetCopy(own);
            }
            break;
        }
    }
    if (match) FcPatternDestroy(match);
    FcPatternDestroy(pattern);
}

PangoContext *showcase_font_context(const showcase_font_file *files, size_t count, enum showcase_font_use use) {
    FcConfig *own = FcConfigCreate();
    for (size_t index = 0; index < count; index++) {
        FcConfigAppFontAddFile(own, (const FcChar8 *)files[index].path);
    }
    PangoFontMap *fonts = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts), own);
    FcConfigDestroy(own);
    PangoContext *context = pango_font_map_create_context(fonts);
    // The context keeps the map.
    g_object_unref(fonts);
    // Without a language pango takes the shapes of Japanese characters.
    pango_context_set_language(context, pango_language_from_string("zh-cn"));
    pango_context_set_round_glyph_positions(context, FALSE);
    cairo_font_options_t *options = cairo_font_options_create();
    if (use == SHOWCASE_FONT_FOR_PICTURES) cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    return context;
}
