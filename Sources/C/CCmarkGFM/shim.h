// Debian's libcmark-gfm and libcmark-gfm-extensions as one module. The extensions have no pkg-config file
// of their own, so the module map names both libraries. string.h is for the length of the library's C strings.
#include <string.h>
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
