// PNG with at most 16 colours: what is drawn has few, and mixtures of two at the edges of letters.

#include <png.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define COLOURS 16
#define SLOTS 4096

typedef struct {
    uint32_t colour;
    uint32_t count;
    uint8_t index;
} entry;

typedef struct {
    uint8_t *bytes;
    size_t count;
    size_t capacity;
} buffer;

static int by_count(const void *left, const void *right) {
    const entry *a = left, *b = right;
    if (a->count != b->count) return a->count < b->count ? 1 : -1;
    return a->colour < b->colour ? -1 : a->colour > b->colour;
}

/// The place of a colour in the table, or the free place for it.
static entry *place(entry *table, uint32_t colour) {
    uint32_t slot = (colour * 2654435761u) >> 20;
    while (table[slot].count && table[slot].colour != colour) slot = (slot + 1) % SLOTS;
    return &table[slot];
}

static int distance(uint32_t a, uint32_t b) {
    int red = (int)(a >> 16 & 0xFF) - (int)(b >> 16 & 0xFF);
    int green = (int)(a >> 8 & 0xFF) - (int)(b >> 8 & 0xFF);
    int blue = (int)(a & 0xFF) - (int)(b & 0xFF);
    return 3 * red * red + 6 * green * green + blue * blue;
}

static void write_bytes(png_structp png, png_bytep data, size_t count) {
    buffer *target = png_get_io_ptr(png);
    if (target->count + count > target->capacity) {
        size_t capacity = (target->count + count) * 2;
        uint8_t *bytes = realloc(target->bytes, capacity);
        if (!bytes) png_error(png, "no memory");
        target->bytes = bytes;
        target->capacity = capacity;
    }
    memcpy(target->bytes + target->count, data, count);
    target->count += count;
}

static void flush(png_structp png) { (void)png; }

static int write_png(
    const uint8_t *indices, int width, int height, const png_color *palette, int colours, buffer *target
) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!info || setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, info ? &info : NULL);
        return 0;
    }
    png_set_write_fn(png, target, write_bytes, flush);
    png_set_IHDR(
        png, info, (png_uint_32)width, (png_uint_32)height, 4, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE,
        PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_PLTE(png, info, palette, colours);
    png_set_filter(png, 0, PNG_FILTER_NONE);
    png_set_compression_level(png, 6);
    png_write_info(png, info);
    png_set_packing(png);
    for (int y = 0; y < height; y++) png_write_row(png, indices + (size_t)y * width);
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    return 1;
}

/// @param pixels rows of 0x00RRGGBB, as cairo has them.
int showcase_canvas_write_palette(
    const uint8_t *pixels, int stride, int width, int height, uint8_t **bytes, size_t *count
) {
    entry *table = calloc(SLOTS, sizeof(entry));
    entry *sorted = calloc(SLOTS, sizeof(entry));
    uint8_t *indices = malloc((size_t)width * height);
    buffer target = {0};
    int is_done = 0;
    if (!table || !sorted || !indices) goto done;
    int used = 0;
    for (int y = 0; y < height; y++) {
        const uint32_t *row = (const uint32_t *)(const void *)(pixels + (size_t)y * stride);
        for (int x = 0; x < width; x++) {
            uint32_t colour = row[x] & 0xFFFFFF;
            entry *own = place(table, colour);
            if (!own->count && used >= SLOTS * 3 / 4) goto done;
            if (!own->count) used++;
            own->colour = colour;
            own->count++;
        }
    }
    int colours = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
        if (table[slot].count) sorted[colours++] = table[slot];
    }
    qsort(sorted, (size_t)colours, sizeof(entry), by_count);
    int kept = colours < COLOURS ? colours : COLOURS;
    png_color palette[COLOURS];
    for (int index = 0; index < kept; index++) {
        uint32_t colour = sorted[index].colour;
        palette[index] = (png_color){(png_byte)(colour >> 16), (png_byte)(colour >> 8), (png_byte)colour};
    }
    for (int index = 0; index < colours; index++) {
        int nearest = index;
        if (index >= kept) {
            nearest = 0;
            for (int other = 1; other < kept; other++) {
                if (distance(sorted[index].colour, sorted[other].colour)
                    < distance(sorted[index].colour, sorted[nearest].colour)) {
                    nearest = other;
                }
            }
        }
        place(table, sorted[index].colour)->index = (uint8_t)nearest;
    }
    for (int y = 0; y < height; y++) {
        const uint32_t *row = (const uint32_t *)(const void *)(pixels + (size_t)y * stride);
        uint32_t last = row[0] & 0xFFFFFF;
        uint8_t index = place(table, last)->index;
        for (int x = 0; x < width; x++) {
            uint32_t colour = row[x] & 0xFFFFFF;
            if (colour != last) {
                last = colour;
                index = place(table, colour)->index;
            }
            indices[(size_t)y * width + x] = index;
        }
    }
    is_done = write_png(indices, width, height, palette, kept, &target);
done:
    free(table);
    free(sorted);
    free(indices);
    if (!is_done) {
        free(target.bytes);
        return 0;
    }
    *bytes = target.bytes;
    *count = target.count;
    return 1;
}
