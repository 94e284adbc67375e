// Pictures by the libraries of their formats: libjpeg-turbo, libpng, libwebp, and Little CMS for colours.
//
// No other format can be read, whatever is installed: what is no JPEG, PNG or WebP meets no decoder at all.

#include "Internal.h"

#include <stdio.h>

#include <jpeglib.h>
#include <lcms2.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <webp/encode.h>

void showcase_say(showcase_reason *reason, const char *text) {
    snprintf(reason->text, sizeof(reason->text), "%s", text);
}

/// The pixels turned upright. `width` and `height` are those of the file's direction.
static uint8_t *turned(const uint8_t *pixels, int width, int height, int orientation) {
    int is_turned = orientation >= 5;
    int new_width = is_turned ? height : width;
    int new_height = is_turned ? width : height;
    uint8_t *result = malloc((size_t)new_width * new_height * 3);
    if (!result) return NULL;
    for (int y = 0; y < new_height; y++) {
        for (int x = 0; x < new_width; x++) {
            int column = is_turned ? y : x;
            int row = is_turned ? x : y;
            if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) column = width - 1 - column;
            if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) row = height - 1 - row;
            memcpy(result + ((size_t)y * new_width + x) * 3, pixels + ((size_t)row * width + column) * 3, 3);
        }
    }
    return result;
}

int showcase_picture_read(
    const uint8_t *bytes, size_t count, int format, int orientation, int64_t maximum_pixels, int width, int height,
    showcase_picture *result, showcase_reason *reason
) {
    memset(result, 0, sizeof(*result));
    reason->text[0] = 0;
    int is_turned = orientation >= 5 && orientation <= 8;
    int stored_width = is_turned ? height : width;
    int stored_height = is_turned ? width : height;
    showcase_raw raw = {0};
    int status = SHOWCASE_PICTURE_DAMAGED;
    switch (format) {
        case SHOWCASE_PICTURE_JPEG:
            status = showcase_read_jpeg(bytes, count, maximum_pixels, stored_width, stored_height, &raw, reason);
            break;
        case SHOWCASE_PICTURE_PNG:
            status = showcase_read_png(bytes, count, maximum_pixels, stored_width, stored_height, &raw, reason);
            break;
        case SHOWCASE_PICTURE_WEBP:
            status = showcase_read_webp(bytes, count, maximum_pixels, stored_width, stored_height, &raw, reason);
            break;
    }
    // Reducing comes first: all that follows has fewer pixels to look at.
    if (status == SHOWCASE_PICTURE_OK) {
        uint8_t *reduced =
            showcase_resample(raw.pixels, raw.width, raw.height, raw.channels, stored_width, stored_height);
        free(raw.pixels);
        raw.pixels = reduced;
        raw.width = stored_width;
        raw.height = stored_height;
        uint8_t *coloured = reduced ? showcase_to_srgb(&raw) : NULL;
        free(raw.pixels);
        raw.pixels = NULL;
        if (coloured && orientation >= 2 && orientation <= 8) {
            uint8_t *upright = turned(coloured, stored_width, stored_height, orientation);
            free(coloured);
            coloured = upright;
        }
        result->pixels = coloured;
        result->width = width;
        result->height = height;
        if (!coloured) status = SHOWCASE_PICTURE_NO_MEMORY;
    }
    free(raw.pixels);
    free(raw.profile);
    return status;
}

int showcase_picture_resize(const showcase_picture *picture, int width, int height, showcase_picture *result) {
    result->pixels = showcase_resample(picture->pixels, picture->width, picture->height, 3, width, height);
    result->width = width;
    result->height = height;
    return result->pixels ? SHOWCASE_PICTURE_OK : SHOWCASE_PICTURE_NO_MEMORY;
}

void showcase_picture_free(showcase_picture *picture) {
    free(picture->pixels);
    picture->pixels = NULL;
}

void showcase_bytes_free(uint8_t *bytes) { free(bytes); }

void showcase_picture_versions(char *text, size_t size) {
    snprintf(
        text, size, "jpeg %d png %u webp %d lcms %d", LIBJPEG_TURBO_VERSION_NUMBER, (unsigned)png_access_version_number(),
        WebPGetEncoderVersion(), cmsGetEncodedCMMversion());
}
