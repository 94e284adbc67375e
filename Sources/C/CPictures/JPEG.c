#include "Internal.h"

#include <jerror.h>
#include <setjmp.h>
#include <stdio.h>
#include <jpeglib.h>
#include <stdlib.h>
#include <string.h>

/// Programs write at most a dozen passes; thousands keep a decoder busy for hours.
#define MAXIMUM_SCANS 100

typedef struct {
    struct jpeg_error_mgr base;
    jmp_buf escape;
    int status;
    showcase_reason *reason;
} error_manager;

typedef struct {
    struct jpeg_progress_mgr base;
} progress_manager;

static void fail(j_common_ptr codec) {
    error_manager *errors = (error_manager *)codec->err;
    char text[JMSG_LENGTH_MAX];
    codec->err->format_message(codec, text);
    if (errors->reason) showcase_say(errors->reason, text);
    if (codec->err->msg_code == JERR_OUT_OF_MEMORY) errors->status = SHOWCASE_PICTURE_NO_MEMORY;
    longjmp(errors->escape, 1);
}

/// The library goes on with grey where data is missing; a picture like that is not to be published.
static void warn(j_common_ptr codec, int level) {
    if (level >= 0) return;
    switch (codec->err->msg_code) {
        // What comes behind or between is passed over; the picture is whole.
        case JWRN_EXTRANEOUS_DATA:
        case JWRN_TOO_MUCH_DATA:
        case JWRN_ADOBE_XFORM:
        case JWRN_JFIF_MAJOR:
        case JWRN_BOGUS_ICC:
            return;
        default: fail(codec);
    }
}

static void be_silent(j_common_ptr codec) { (void)codec; }

static void watch(j_common_ptr codec) {
    if (!codec->is_decompressor) return;
    if (((j_decompress_ptr)codec)->input_scan_number <= MAXIMUM_SCANS) return;
    error_manager *errors = (error_manager *)codec->err;
    errors->status = SHOWCASE_PICTURE_TOO_LARGE;
    showcase_say(errors->reason, "too many passes");
    longjmp(errors->escape, 1);
}

static void set_errors(error_manager *errors, j_common_ptr codec, showcase_reason *reason) {
    memset(errors, 0, sizeof(*errors));
    codec->err = jpeg_std_error(&errors->base);
    errors->base.error_exit = fail;
    errors->base.emit_message = warn;
    errors->base.output_message = be_silent;
    errors->status = SHOWCASE_PICTURE_DAMAGED;
    errors->reason = reason;
}

/// The least of the eight sizes that the library decodes to which is not smaller than what is wanted.
static void choose_scale(j_decompress_ptr codec, int width, int height) {
    for (unsigned eighths = 1; eighths <= 8; eighths++) {
        codec->scale_num = eighths;
        codec->scale_denom = 8;
        jpeg_calc_output_dimensions(codec);
        if ((int)codec->output_width >= width && (int)codec->output_height >= height) return;
    }
}

int showcase_read_jpeg(
    const uint8_t *bytes, size_t count, int64_t maximum_pixels, int width, int height, showcase_raw *raw,
    showcase_reason *reason
) {
    struct jpeg_decompress_struct codec;
    error_manager errors;
    progress_manager progress;
    memset(&codec, 0, sizeof(codec));
    memset(&progress, 0, sizeof(progress));
    set_errors(&errors, (j_common_ptr)&codec, reason);
    if (setjmp(errors.escape)) {
        jpeg_destroy_decompress(&codec);
        return errors.status;
    }
    jpeg_create_decompress(&codec);
    progress.base.progress_monitor = watch;
    codec.progress = &progress.base;
    jpeg_mem_src(&codec, bytes, count);
    jpeg_save_markers(&codec, JPEG_APP0 + 2, 0xFFFF);
    jpeg_read_header(&codec, TRUE);
    if ((int64_t)codec.image_width * codec.image_height > maximum_pixels) {
        jpeg_destroy_decompress(&codec);
        return SHOWCASE_PICTURE_TOO_LARGE;
    }
    JOCTET *profile = NULL;
    unsigned profile_count = 0;
    if (jpeg_read_icc_profile(&codec, &profile, &profile_count)) {
        raw->profile = profile;
        raw->profile_count = profile_count;
    }
    switch (codec.jpeg_color_space) {
        case JCS_GRAYSCALE: codec.out_color_space = JCS_GRAYSCALE; break;
        case JCS_CMYK:
        case JCS_YCCK:
            codec.out_color_space = JCS_CMYK;
            raw->is_inverted = codec.saw_Adobe_marker;
            break;
        default: codec.out_color_space = JCS_RGB;
    }
    choose_scale(&codec, width, height);
    jpeg_start_decompress(&codec);
    raw->width = (int)codec.output_width;
    raw->height = (int)codec.output_height;
    raw->channels = codec.output_components;
    size_t row_size = (size_t)raw->width * raw->channels;
    raw->pixels = malloc(row_size * raw->height);
    if (!raw->pixels) {
        jpeg_destroy_decompress(&codec);
        return SHOWCASE_PICTURE_NO_MEMORY;
    }
    while (codec.output_scanline < codec.output_height) {
        JSAMPROW row = raw->pixels + (size_t)codec.output_scanline * row_size;
        jpeg_read_scanlines(&codec, &row, 1);
    }
    jpeg_finish_decompress(&codec);
    jpeg_destroy_decompress(&codec);
    return SHOWCASE_PICTURE_OK;
}

int showcase_picture_write_jpeg(
    const showcase_picture *picture, int quality, int is_drawing, uint8_t **result, size_t *count
) {
    struct jpeg_compress_struct codec;
    error_manager errors;
    unsigned char *buffer = NULL;
    unsigned long size = 0;
    *result = NULL;
    memset(&codec, 0, sizeof(codec));
    set_errors(&errors, (j_common_ptr)&codec, NULL);
    if (setjmp(errors.escape)) {
        jpeg_destroy_compress(&codec);
        free(buffer);
        return SHOWCASE_PICTURE_NO_MEMORY;
    }
    jpeg_create_compress(&codec);
    jpeg_mem_dest(&codec, &buffer, &size);
    codec.image_width = (JDIMENSION)picture->width;
    codec.image_height = (JDIMENSION)picture->height;
    codec.input_components = 3;
    codec.in_color_space = JCS_RGB;
    jpeg_set_defaults(&codec);
    jpeg_set_quality(&codec, quality, TRUE);
    codec.optimize_coding = TRUE;
    codec.dct_method = JDCT_ISLOW;
    if (is_drawing) {
        codec.comp_info[0].h_samp_factor = 1;
        codec.comp_info[0].v_samp_factor = 1;
    }
    jpeg_simple_progression(&codec);
    jpeg_start_compress(&codec, TRUE);
    while (codec.next_scanline < codec.image_height) {
        JSAMPROW row = picture->pixels + (size_t)codec.next_scanline * picture->width * 3;
        jpeg_write_scanlines(&codec, &row, 1);
    }
    jpeg_finish_compress(&codec);
    jpeg_destroy_compress(&codec);
    *result = buffer;
    *count = size;
    return SHOWCASE_PICTURE_OK;
}
