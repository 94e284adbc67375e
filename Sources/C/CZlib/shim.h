// Debian's zlib: the parts of the search index are compressed.
#include <zlib.h>
