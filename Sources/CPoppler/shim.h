// Debian's poppler by its interface for C, which reads PDF files.
#include <poppler.h>
