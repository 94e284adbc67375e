// Reducing by a cubic filter (Catmull-Rom), widened by the factor of the reduction.
//
// The weights come from a polynomial, and all sums are whole numbers: no machine rounds them another way.

#include "Internal.h"

#include <stdlib.h>
#include <string.h>

#define BITS 14

/// The weights of one place of the result.
typedef struct {
    int first;
    int count;
} window;

static double cubic(double x) {
    if (x < 0) x = -x;
    if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
    if (x < 2) return ((-0.5 * x + 2.5) * x - 4) * x + 2;
    return 0;
}

/// Makes the weights of all places. Returns how many each has at most, 0 without memory.
static int make_weights(int size, int new_size, window **windows, int32_t **weights) {
    double scale = (double)size / new_size;
    if (scale < 1) scale = 1;
    int capacity = (int)(scale * 4) + 3;
    *windows = malloc(sizeof(window) * (size_t)new_size);
    *weights = calloc((size_t)new_size * capacity, sizeof(int32_t));
    double *exact = malloc(sizeof(double) * (size_t)capacity);
    if (!*windows || !*weights || !exact) {
        free(exact);
        return 0;
    }
    for (int place = 0; place < new_size; place++) {
        double centre = (place + 0.5) * size / new_size - 0.5;
        int first = (int)(centre - 2 * scale);
        if (first < 0) first = 0;
        int last = (int)(centre + 2 * scale) + 1;
        if (last > size - 1) last = size - 1;
        int count = last - first + 1;
        if (count > capacity) count = capacity;
        double sum = 0;
        for (int index = 0; index < count; index++) {
            exact[index] = cubic((first + index - centre) / scale);
            sum += exact[index];
        }
        int32_t total = 0;
        int heaviest = 0;
        int32_t *own = *weights + (size_t)place * capacity;
        for (int index = 0; index < count; index++) {
            double value = exact[index] / sum * (1 << BITS);
            own[index] = (int32_t)(value < 0 ? value - 0.5 : value + 0.5);
            total += own[index];
            if (own[index] > own[heaviest]) heaviest = index;
        }
        // Flat areas keep their colour: the weights have exactly the sum of one.
        own[heaviest] += (1 << BITS) - total;
        (*windows)[place] = (window){first, count};
    }
    free(exact);
    return capacity;
}

static uint8_t clamped(int32_t sum) {
    int32_t value = (sum + (1 << (BITS - 1))) >> BITS;
    return value < 0 ? 0 : value > 255 ? 255 : (uint8_t)value;
}

static inline __attribute__((always_inline)) void narrow_row(
    const uint8_t *source, uint8_t *target, int new_width, int channels, const window *columns, const int32_t *weights,
    int capacity
) {
    for (int x = 0; x < new_width; x++) {
        const uint8_t *from = source + (size_t)columns[x].first * channels;
        int32_t sum[4] = {0, 0, 0, 0};
        for (int index = 0; index < columns[x].count; index++) {
            for (int channel = 0; channel < channels; channel++) sum[channel] += weights[index] * from[channel];
            from += channels;
        }
        for (int channel = 0; channel < channels; channel++) *target++ = clamped(sum[channel]);
        weights += capacity;
    }
}

uint8_t *showcase_resample(
    const uint8_t *pixels, int width, int height, int channels, int new_width, int new_height
) {
    if (width < 1 || height < 1 || new_width < 1 || new_height < 1) return NULL;
    size_t row_size = (size_t)new_width * channels;
    uint8_t *result = malloc(row_size * new_height);
    if (!result) return NULL;
    if (width == new_width && height == new_height) {
        memcpy(result, pixels, row_size * height);
        return result;
    }
    window *columns = NULL, *rows = NULL;
    int32_t *column_weights = NULL, *row_weights = NULL;
    int column_capacity = make_weights(width, new_width, &columns, &column_weights);
    int row_capacity = make_weights(height, new_height, &rows, &row_weights);
    uint8_t *narrow = malloc(row_size * height);
    int32_t *sums = malloc(sizeof(int32_t) * row_size);
    if (!column_capacity || !row_capacity || !narrow || !sums) {
        free(result);
        result = NULL;
        goto done;
    }
    for (int y = 0; y < height; y++) {
        const uint8_t *source = pixels + (size_t)y * width * channels;
        uint8_t *target = narrow + (size_t)y * row_size;
        // Known numbers of channels let the compiler unroll the loops.
        switch (channels) {
            case 1: narrow_row(source, target, new_width, 1, columns, column_weights, column_capacity); break;
            case 3: narrow_row(source, target, new_width, 3, columns, column_weights, column_capacity); break;
            default: narrow_row(source, target, new_width, 4, columns, column_weights, column_capacity);
        }
    }
    for (int y = 0; y < new_height; y++) {
        const int32_t *weights = row_weights + (size_t)y * row_capacity;
        memset(sums, 0, sizeof(int32_t) * row_size);
        for (int index = 0; index < rows[y].count; index++) {
            const uint8_t *source = narrow + (size_t)(rows[y].first + index) * row_size;
            int32_t weight = weights[index];
            for (size_t x = 0; x < row_size; x++) sums[x] += weight * source[x];
        }
        uint8_t *target = result + (size_t)y * row_size;
        for (size_t x = 0; x < row_size; x++) target[x] = clamped(sums[x]);
    }
done:
    free(columns);
    free(rows);
    free(column_weights);
    free(row_weights);
    free(narrow);
    free(sums);
    return result;
}
