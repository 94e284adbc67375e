#include "Internal.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const uint8_t *bytes;
    size_t left;
    showcase_reason *reason;
    /// What has to be freed wherever reading ends.
    uint8_t *row;
    uint8_t *rows;
    uint32_t *sums;
} state;

static void fail(png_structp png, png_const_charp text) {
    showcase_say(((state *)png_get_error_ptr(png))->reason, text);
    png_longjmp(png, 1);
}

static void be_silent(png_structp png, png_const_charp text) {
    (void)png;
    (void)text;
}

static void read_bytes(png_structp png, png_bytep target, size_t count) {
    state *own = png_get_io_ptr(png);
    if (count > own->left) png_error(png, "the file ends too early");
    memcpy(target, own->bytes, count);
    own->bytes += count;
    own->left -= count;
}

/// Asks the library for rows of 8 bits: grey or RGB, with or without alpha.
static void set_layout(png_structp png, png_infop info) {
    int kind = png_get_color_type(png, info);
    png_set_scale_16(png);
    if (kind == PNG_COLOR_TYPE_PALETTE) png_set_palette_to_rgb(png);
    if (kind == PNG_COLOR_TYPE_GRAY) png_set_expand_gray_1_2_4_to_8(png);
    if (png_get_valid(png, info, PNG_INFO_tRNS)) png_set_tRNS_to_alpha(png);
    double gamma = 0;
    int has_colours = png_get_valid(png, info, PNG_INFO_sRGB) || png_get_valid(png, info, PNG_INFO_iCCP);
    if (!has_colours && png_get_gAMA(png, info, &gamma)) png_set_gamma(png, PNG_DEFAULT_sRGB, gamma);
}

/// Puts a row on white: what remains has no alpha.
static void flatten(uint8_t *row, int width, int channels) {
    uint8_t *target = row;
    for (int x = 0; x < width; x++, row += channels) {
        int alpha = row[channels - 1];
        for (int channel = 0; channel < channels - 1; channel++) {
            *target++ = (uint8_t)((row[channel] * alpha + 255 * (255 - alpha) + 127) / 255);
        }
    }
}

/// Adds a row to the sums of blocks that are `factor` pixels wide.
static void add_row(const uint8_t *row, int blocks, int factor, int channels, uint32_t *sums) {
    for (int block = 0; block < blocks; block++) {
        for (int x = 0; x < factor; x++) {
            for (int channel = 0; channel < channels; channel++) sums[block * channels + channel] += *row++;
        }
    }
}

int showcase_read_png(
    const uint8_t *bytes, size_t count, int64_t maximum_pixels, int width, int height, showcase_raw *raw,
    showcase_reason *reason
) {
    state *own = calloc(1, sizeof(state));
    if (!own) return SHOWCASE_PICTURE_NO_MEMORY;
    *own = (state){.bytes = bytes, .left = count, .reason = reason};
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, own, fail, be_silent);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    volatile int status = SHOWCASE_PICTURE_DAMAGED;
    if (!info) {
        status = SHOWCASE_PICTURE_NO_MEMORY;
        goto done;
    }
    if (setjmp(png_jmpbuf(png))) goto done;
    png_set_read_fn(png, own, read_bytes);
    // Of what is packed in front of the picture only the profile is looked at, and no more of it than a profile has.
    png_set_chunk_malloc_max(png, SHOWCASE_MAXIMUM_PROFILE);
    png_set_chunk_cache_max(png, 16);
    png_set_user_limits(png, 65535, 65535);
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, (png_const_bytep)"tEXt\0zTXt\0iTXt\0eXIf\0sPLT", 5);
    png_read_info(png, info);
    int full_width = (int)png_get_image_width(png, info);
    int full_height = (int)png_get_image_height(png, info);
    if ((int64_t)full_width * full_height > maximum_pixels) {
        status = SHOWCASE_PICTURE_TOO_LARGE;
        goto done;
    }
    png_charp name;
    int method;
    png_bytep profile;
    png_uint_32 profile_count;
    if (png_get_iCCP(png, info, &name, &method, &profile, &profile_count)) {
        raw->profile = malloc(profile_count);
        if (raw->profile) memcpy(raw->profile, profile, profile_count);
        raw->profile_count = raw->profile ? profile_count : 0;
    }
    set_layout(png, info);
    int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    int stored_channels = png_get_channels(png, info);
    int has_alpha = stored_channels == 2 || stored_channels == 4;
    int channels = stored_channels - has_alpha;
    size_t row_size = png_get_rowbytes(png, info);

    // Blocks of whole pixels are averaged while rows come in, so that a large picture never is in memory as a whole.
    int factor = full_width / (width > 0 ? width : 1);
    int other = full_height / (height > 0 ? height : 1);
    if (other < factor) factor = other;
    // Half of the reduction is left to the better filter.
    factor = factor >= 4 ? factor / 2 : 1;
    raw->width = full_width / factor;
    raw->height = full_height / factor;
    raw->channels = channels;
    size_t reduced_size = (size_t)raw->width * channels;
    raw->pixels = malloc(reduced_size * raw->height);
    own->sums = calloc(reduced_size, sizeof(uint32_t));
    own->row = malloc(row_size);
    if (passes > 1) own->rows = malloc(row_size * full_height);
    if (!raw->pixels || !own->sums || !own->row || (passes > 1 && !own->rows)) {
        status = SHOWCASE_PICTURE_NO_MEMORY;
        goto done;
    }
    // An interlaced picture is whole only after its last pass.
    for (int pass = 0; pass < passes && passes > 1; pass++) {
        for (int y = 0; y < full_height; y++) png_read_row(png, own->rows + (size_t)y * row_size, NULL);
    }
    for (int y = 0; y < full_height; y++) {
        uint8_t *row = own->row;
        if (passes > 1) {
            row = own->rows + (size_t)y * row_size;
        } else {
            png_read_row(png, row, NULL);
        }
        if (has_alpha) flatten(row, full_width, stored_channels);
        int target = y / factor;
        if (target >= raw->height) continue;
        if (factor == 1) {
            memcpy(raw->pixels + (size_t)target * reduced_size, row, reduced_size);
            continue;
        }
        add_row(row, raw->width, factor, channels, own->sums);
        if (y % factor != factor - 1) continue;
        uint32_t area = (uint32_t)factor * factor;
        for (size_t x = 0; x < reduced_size; x++) {
            raw->pixels[(size_t)target * reduced_size + x] = (uint8_t)((own->sums[x] + area / 2) / area);
        }
        memset(own->sums, 0, sizeof(uint32_t) * reduced_size);
    }
    png_read_end(png, NULL);
    status = SHOWCASE_PICTURE_OK;
done:
    png_destroy_read_struct(&png, info ? &info : NULL, NULL);
    free(own->row);
    free(own->rows);
    free(own->sums);
    free(own);
    return status;
}
