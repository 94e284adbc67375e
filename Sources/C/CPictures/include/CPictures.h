#ifndef SHOWCASE_CPICTURES_H
#define SHOWCASE_CPICTURES_H

#include <stddef.h>
#include <stdint.h>

/// What became of a call.
enum {
    SHOWCASE_PICTURE_OK = 0,
    /// The bytes are no whole picture of the format; the reason says what the library found.
    SHOWCASE_PICTURE_DAMAGED = 1,
    /// It has more pixels than allowed, or so many passes that reading it takes for ever.
    SHOWCASE_PICTURE_TOO_LARGE = 2,
    SHOWCASE_PICTURE_ANIMATED = 3,
    SHOWCASE_PICTURE_NO_MEMORY = 4,
};

enum {
    SHOWCASE_PICTURE_JPEG = 1,
    SHOWCASE_PICTURE_PNG = 2,
    SHOWCASE_PICTURE_WEBP = 3,
};

/// A picture in memory: rows from the top, red, green and blue, one byte each, in sRGB.
typedef struct {
    uint8_t *pixels;
    int width;
    int height;
} showcase_picture;

/// Why a call failed, as the library puts it; empty where it says nothing.
typedef struct {
    char text[200];
} showcase_reason;

/// Reads a picture and makes it as wide as asked for: turned upright, in sRGB, on white where it is transparent.
///
/// @param orientation how the camera was held, 1 to 8 (CIPA DC-008, 4.6.4 A).
/// @param maximum_pixels of the file; looked at before anything is decoded.
/// @param width of the result, as shown; at most that of the picture.
/// @param height of the result, as shown.
int showcase_picture_read(
    const uint8_t *bytes, size_t count, int format, int orientation, int64_t maximum_pixels, int width, int height,
    showcase_picture *result, showcase_reason *reason);

/// Makes a smaller copy.
int showcase_picture_resize(const showcase_picture *picture, int width, int height, showcase_picture *result);

void showcase_picture_free(showcase_picture *picture);

/// Writes a picture as JPEG: progressive, without metadata.
///
/// @param quality 0 to 100.
/// @param is_drawing whether colours are kept at full resolution, as lines and letters need it.
/// @param result freed by `showcase_bytes_free`.
int showcase_picture_write_jpeg(
    const showcase_picture *picture, int quality, int is_drawing, uint8_t **result, size_t *count);

/// Writes a picture as WebP without metadata; a drawing without loss where that is smaller.
int showcase_picture_write_webp(
    const showcase_picture *picture, int quality, int is_drawing, uint8_t **result, size_t *count);

void showcase_bytes_free(uint8_t *bytes);

/// Writes the versions of the libraries: what they make depends on them.
void showcase_picture_versions(char *text, size_t size);

#endif
