// Fonts by their files: pango sees these and no others, so that no setting of the machine or the person who builds the
// site changes what is drawn.
#ifndef SHOWCASE_CFONTFILES_H
#define SHOWCASE_CFONTFILES_H

#include <stddef.h>

// Fontconfig's and pango's own types, declared here so that who only finds fonts needs no headers of theirs.
struct _FcConfig;
struct _FcCharSet;
struct _PangoContext;

/// Characters of a path with its end.
enum { SHOWCASE_FONT_PATH_SIZE = 1024 };

typedef struct {
    /// Empty where the family is not installed.
    char path[SHOWCASE_FONT_PATH_SIZE];
} showcase_font_file;

enum showcase_font_use { SHOWCASE_FONT_FOR_PICTURES, SHOWCASE_FONT_FOR_PRINT };

/// Asks the machine's configuration where a family is. Another family than the one asked for does not count.
///
/// `covered` becomes the characters that the font has, a set of the caller's; NULL where nobody asks.
void showcase_font_find(
    struct _FcConfig *machine, const char *family, int is_bold, showcase_font_file *file, struct _FcCharSet **covered);

/// A context, the caller's, for Chinese text set in these files alone.
struct _PangoContext *showcase_font_context(
    const showcase_font_file *files, size_t count, enum showcase_font_use use);

#endif
