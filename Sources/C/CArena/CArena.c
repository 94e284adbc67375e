#include "CArena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// A chunk of memory that pieces are cut from. Each piece is preceded by its length.
struct chunk {
    struct chunk *next;
    size_t capacity;
    size_t used;
    // The pieces; max_align_t keeps them aligned.
    max_align_t pieces[];
};

enum { HEADER = sizeof(max_align_t) > sizeof(size_t) ? sizeof(max_align_t) : sizeof(size_t) };
static const size_t CHUNK_SIZE = 512 * 1024;

static _Thread_local struct chunk *current;
static _Thread_local unsigned depth;

static struct chunk *new_chunk(size_t capacity) {
    struct chunk *chunk = malloc(sizeof(struct chunk) + capacity);
    if (chunk == NULL) abort();
    chunk->next = NULL;
    chunk->capacity = capacity;
    chunk->used = 0;
    return chunk;
}

void showcase_arena_begin(void) { depth += 1; }

void showcase_arena_end(void) {
    depth -= 1;
    if (depth > 0 || current == NULL) return;
    // One chunk stays for the next text.
    while (current->next != NULL) {
        struct chunk *next = current->next;
        free(current);
        current = next;
    }
    current->used = 0;
}

static size_t rounded(size_t size) { return (size + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t); }

void *showcase_arena_calloc(size_t count, size_t size) {
    size_t length;
    if (__builtin_mul_overflow(count, size, &length) || length > SIZE_MAX / 2) abort();
    size_t needed = HEADER + rounded(length);
    if (current == NULL || current->capacity - current->used < needed) {
        struct chunk *chunk = new_chunk(needed > CHUNK_SIZE ? needed : CHUNK_SIZE);
        chunk->next = current;
        current = chunk;
    }
    char *piece = (char *)current->pieces + current->used;
    current->used += needed;
    *(size_t *)piece = length;
    return memset(piece + HEADER, 0, length);
}

void *showcase_arena_realloc(void *old, size_t size) {
    if (old == NULL) return showcase_arena_calloc(1, size);
    size_t length = *(size_t *)((char *)old - HEADER);
    if (size <= length) return old;
    void *piece = showcase_arena_calloc(1, size);
    return memcpy(piece, old, length);
}

void showcase_arena_free(void *pointer) { (void)pointer; }
