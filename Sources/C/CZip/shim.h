// Debian's libzip: Office documents and archives are ZIP files.
#include <zip.h>
