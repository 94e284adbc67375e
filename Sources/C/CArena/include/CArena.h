// Memory for the nodes of one Markdown text: taken piece by piece, given back as a whole.
#ifndef CARENA_H
#define CARENA_H
#include <stddef.h>

/// Begins an arena on this thread. Arenas nest; the memory is given back when the outermost one ends.
void showcase_arena_begin(void);

/// Ends the arena of the last `showcase_arena_begin`. Nothing taken since the outermost begin may be used any more.
void showcase_arena_end(void);

/// Zeroed memory, aligned for any type; aborts when there is none, as cmark-gfm expects.
void *showcase_arena_calloc(size_t count, size_t size);

/// The same bytes with another length; the old place must not be used any more.
void *showcase_arena_realloc(void *old, size_t size);

/// Does nothing: the arena gives all back at its end.
void showcase_arena_free(void *pointer);

#endif
