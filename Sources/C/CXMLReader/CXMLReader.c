#include "CXMLReader.h"

#include <libxml/xmlreader.h>

static xmlTextReaderPtr reader(showcase_xml *document) { return (xmlTextReaderPtr)document; }

showcase_xml *showcase_xml_open(const char *bytes, int count) {
    // No entities, no document types from elsewhere, and nothing on standard error.
    int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    return (showcase_xml *)xmlReaderForMemory(bytes, count, NULL, NULL, options);
}

int showcase_xml_read(showcase_xml *document) { return xmlTextReaderRead(reader(document)); }

enum showcase_xml_node showcase_xml_kind(showcase_xml *document) {
    switch (xmlTextReaderNodeType(reader(document))) {
    case XML_READER_TYPE_ELEMENT:
        return xmlTextReaderIsEmptyElement(reader(document)) == 1 ? SHOWCASE_XML_EMPTY : SHOWCASE_XML_START;
    case XML_READER_TYPE_END_ELEMENT: return SHOWCASE_XML_END;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE: return SHOWCASE_XML_TEXT;
    default: return SHOWCASE_XML_OTHER;
    }
}

int showcase_xml_depth(showcase_xml *document) { return xmlTextReaderDepth(reader(document)); }

const char *showcase_xml_name(showcase_xml *document) {
    return (const char *)xmlTextReaderConstLocalName(reader(document));
}

const char *showcase_xml_value(showcase_xml *document) {
    return (const char *)xmlTextReaderConstValue(reader(document));
}

const char *showcase_xml_namespace(showcase_xml *document) {
    return (const char *)xmlTextReaderConstNamespaceUri(reader(document));
}

char *showcase_xml_copy_namespace(showcase_xml *document, const char *prefix) {
    return (char *)xmlTextReaderLookupNamespace(reader(document), (const xmlChar *)prefix);
}

void showcase_xml_free(char *text) { xmlFree(text); }

int showcase_xml_move_to_attribute(showcase_xml *document, const char *name, const char *namespace) {
    if (!namespace) return xmlTextReaderMoveToAttribute(reader(document), (const xmlChar *)name);
    return xmlTextReaderMoveToAttributeNs(reader(document), (const xmlChar *)name, (const xmlChar *)namespace);
}

int showcase_xml_move_to_next_attribute(showcase_xml *document) {
    return xmlTextReaderMoveToNextAttribute(reader(document));
}

void showcase_xml_move_to_element(showcase_xml *document) { xmlTextReaderMoveToElement(reader(document)); }

void showcase_xml_close(showcase_xml *document) { xmlFreeTextReader(reader(document)); }
