// Debian's libxlsxwriter, which writes the spreadsheets of the open data.
#include <xlsxwriter.h>
