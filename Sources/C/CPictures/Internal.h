#ifndef SHOWCASE_CPICTURES_INTERNAL_H
#define SHOWCASE_CPICTURES_INTERNAL_H

#include "CPictures.h"

/// Pixels as a format's library gives them.
typedef struct {
    uint8_t *pixels;
    int width;
    int height;
    /// 1 grey, 3 RGB, 4 CMYK.
    int channels;
    /// Whether CMYK is stored as Adobe's programs do: 255 is no ink.
    int is_inverted;
    /// The ICC profile of the file; NULL where there is none.
    uint8_t *profile;
    size_t profile_count;
} showcase_raw;

/// Profiles of cameras and printers have some kilobytes, the largest of presses two megabytes.
#define SHOWCASE_MAXIMUM_PROFILE (4u << 20)

void showcase_say(showcase_reason *reason, const char *text);

/// Each reads a picture reduced to any size that is not less than `width` and `height`, in the file's own direction.
int showcase_read_jpeg(
    const uint8_t *bytes, size_t count, int64_t maximum_pixels, int width, int height, showcase_raw *raw,
    showcase_reason *reason);
int showcase_read_png(
    const uint8_t *bytes, size_t count, int64_t maximum_pixels, int width, int height, showcase_raw *raw,
    showcase_reason *reason);
int showcase_read_webp(
    const uint8_t *bytes, size_t count, int64_t maximum_pixels, int width, int height, showcase_raw *raw,
    showcase_reason *reason);

/// Reduces pixels by a cubic filter, all in whole numbers. Returns NULL without memory.
uint8_t *showcase_resample(
    const uint8_t *pixels, int width, int height, int channels, int new_width, int new_height);

/// Makes RGB in sRGB of what was read. Returns NULL without memory.
uint8_t *showcase_to_srgb(const showcase_raw *raw);

#endif
