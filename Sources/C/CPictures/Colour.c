// Colours as the file's ICC profile means them, in sRGB, which is what browsers take pictures without a profile for.

#include "Internal.h"

#include <lcms2.h>
#include <stdlib.h>

/// The bytes of a pixel as Little CMS names them; 0 for a profile that is of another kind than the pixels.
static cmsUInt32Number layout(const showcase_raw *raw, cmsHPROFILE profile) {
    switch (cmsGetColorSpace(profile)) {
        case cmsSigGrayData: return raw->channels == 1 ? TYPE_GRAY_8 : 0;
        case cmsSigRgbData: return raw->channels == 3 ? TYPE_RGB_8 : 0;
        case cmsSigCmykData: return raw->channels == 4 ? (raw->is_inverted ? TYPE_CMYK_8_REV : TYPE_CMYK_8) : 0;
        default: return 0;
    }
}

/// Converts by the file's profile. Returns whether there was one that could be used.
static int convert(const showcase_raw *raw, uint8_t *result) {
    if (!raw->profile) return 0;
    cmsContext context = cmsCreateContext(NULL, NULL);
    if (!context) return 0;
    int is_done = 0;
    cmsHPROFILE profile = cmsOpenProfileFromMemTHR(context, raw->profile, (cmsUInt32Number)raw->profile_count);
    cmsHPROFILE srgb = cmsCreate_sRGBProfileTHR(context);
    cmsUInt32Number format = profile ? layout(raw, profile) : 0;
    if (srgb && format) {
        cmsHTRANSFORM transform = cmsCreateTransformTHR(
            context, profile, format, srgb, TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC,
            cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE);
        if (transform) {
            cmsDoTransform(transform, raw->pixels, result, (cmsUInt32Number)raw->width * (cmsUInt32Number)raw->height);
            cmsDeleteTransform(transform);
            is_done = 1;
        }
    }
    if (profile) cmsCloseProfile(profile);
    if (srgb) cmsCloseProfile(srgb);
    cmsDeleteContext(context);
    return is_done;
}

uint8_t *showcase_to_srgb(const showcase_raw *raw) {
    size_t count = (size_t)raw->width * raw->height;
    uint8_t *result = malloc(count * 3);
    if (!result || convert(raw, result)) return result;
    const uint8_t *source = raw->pixels;
    for (size_t index = 0; index < count; index++, source += raw->channels) {
        uint8_t *target = result + index * 3;
        if (raw->channels == 4) {
            for (int channel = 0; channel < 3; channel++) {
                int colour = raw->is_inverted ? source[channel] : 255 - source[channel];
                int black = raw->is_inverted ? source[3] : 255 - source[3];
                target[channel] = (uint8_t)((colour * black + 127) / 255);
            }
        } else {
            for (int channel = 0; channel < 3; channel++) {
                target[channel] = source[raw->channels == 3 ? channel : 0];
            }
        }
    }
    return result;
}
