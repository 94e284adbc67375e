// Debian's libxml2, whose reader takes the XML of Office documents apart piece by piece.
#include <libxml/xmlreader.h>
