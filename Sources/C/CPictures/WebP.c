#include "Internal.h"

#include <stdlib.h>
#include <string.h>
#include <webp/decode.h>
#include <webp/encode.h>

static uint32_t number(const uint8_t *bytes) {
    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

/// Copies the ICC profile of a file in the extended format (WebP container specification, “ICCP”).
static void read_profile(const uint8_t *bytes, size_t count, showcase_raw *raw) {
    size_t offset = 12;
    while (count >= 8 && offset <= count - 8) {
        size_t size = number(bytes + offset + 4);
        if (size > count - offset - 8) return;
        if (!memcmp(bytes + offset, "ICCP", 4)) {
            if (size > SHOWCASE_MAXIMUM_PROFILE) return;
            raw->profile = malloc(size ? size : 1);
            if (!raw->profile) return;
            memcpy(raw->profile, bytes + offset + 8, size);
            raw->profile_count = size;
            return;
        }
        offset += 8 + size + size % 2;
    }
}

int showcase_read_webp(
    const uint8_t *bytes, size_t count, int64_t maximum_pixels, int width, int height, showcase_raw *raw,
    showcase_reason *reason
) {
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config)) return SHOWCASE_PICTURE_DAMAGED;
    VP8StatusCode code = WebPGetFeatures(bytes, count, &config.input);
    if (code != VP8_STATUS_OK) {
        showcase_say(reason, "the header cannot be read");
        return SHOWCASE_PICTURE_DAMAGED;
    }
    if (config.input.has_animation) return SHOWCASE_PICTURE_ANIMATED;
    if ((int64_t)config.input.width * config.input.height > maximum_pixels) return SHOWCASE_PICTURE_TOO_LARGE;
    read_profile(bytes, count, raw);
    int has_alpha = config.input.has_alpha;
    int stored_channels = has_alpha ? 4 : 3;
    config.output.colorspace = has_alpha ? MODE_RGBA : MODE_RGB;
    raw->width = config.input.width;
    raw->height = config.input.height;
    if (width > 0 && height > 0 && (raw->width > 2 * width || raw->height > 2 * height)) {
        config.options.use_scaling = 1;
        config.options.scaled_width = raw->width = 2 * width;
        config.options.scaled_height = raw->height = 2 * height;
    }
    raw->channels = 3;
    size_t size = (size_t)raw->width * raw->height * stored_channels;
    raw->pixels = malloc(size);
    if (!raw->pixels) return SHOWCASE_PICTURE_NO_MEMORY;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = raw->pixels;
    config.output.u.RGBA.stride = raw->width * stored_channels;
    config.output.u.RGBA.size = size;
    code = WebPDecode(bytes, count, &config);
    WebPFreeDecBuffer(&config.output);
    if (code != VP8_STATUS_OK) {
        showcase_say(reason, code == VP8_STATUS_NOT_ENOUGH_DATA ? "the file ends too early" : "the data is damaged");
        return code == VP8_STATUS_OUT_OF_MEMORY ? SHOWCASE_PICTURE_NO_MEMORY : SHOWCASE_PICTURE_DAMAGED;
    }
    if (!has_alpha) return SHOWCASE_PICTURE_OK;
    const uint8_t *source = raw->pixels;
    uint8_t *target = raw->pixels;
    for (size_t index = 0; index < (size_t)raw->width * raw->height; index++, source += 4) {
        int alpha = source[3];
        for (int channel = 0; channel < 3; channel++) {
            *target++ = (uint8_t)((source[channel] * alpha + 255 * (255 - alpha) + 127) / 255);
        }
    }
    return SHOWCASE_PICTURE_OK;
}

/// Writes with one setting; the bytes are empty on failure.
static WebPMemoryWriter encoded(const showcase_picture *picture, const WebPConfig *config) {
    WebPMemoryWriter writer;
    WebPMemoryWriterInit(&writer);
    WebPPicture frame;
    if (!WebPPictureInit(&frame)) return writer;
    frame.use_argb = config->lossless || config->use_sharp_yuv;
    frame.width = picture->width;
    frame.height = picture->height;
    frame.writer = WebPMemoryWrite;
    frame.custom_ptr = &writer;
    if (!WebPPictureImportRGB(&frame, picture->pixels, picture->width * 3) || !WebPEncode(config, &frame)) {
        WebPMemoryWriterClear(&writer);
        WebPMemoryWriterInit(&writer);
    }
    WebPPictureFree(&frame);
    return writer;
}

int showcase_picture_write_webp(
    const showcase_picture *picture, int quality, int is_drawing, uint8_t **result, size_t *count
) {
    *result = NULL;
    WebPConfig config;
    if (!WebPConfigInit(&config)) return SHOWCASE_PICTURE_NO_MEMORY;
    config.quality = (float)quality;
    config.method = 4;
    config.thread_level = 0;
    config.use_sharp_yuv = is_drawing;
    WebPMemoryWriter best = encoded(picture, &config);
    WebPConfig lossless;
    if (is_drawing && WebPConfigInit(&lossless) && WebPConfigLosslessPreset(&lossless, 4)) {
        WebPMemoryWriter other = encoded(picture, &lossless);
        int is_better = other.size > 0 && (best.size == 0 || other.size <= best.size);
        WebPMemoryWriterClear(is_better ? &best : &other);
        if (is_better) best = other;
    }
    if (!best.size) return SHOWCASE_PICTURE_NO_MEMORY;
    // The memory of libwebp may have another allocator.
    *result = malloc(best.size);
    if (*result) memcpy(*result, best.mem, best.size);
    *count = best.size;
    WebPMemoryWriterClear(&best);
    return *result ? SHOWCASE_PICTURE_OK : SHOWCASE_PICTURE_NO_MEMORY;
}
