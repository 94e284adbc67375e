// libxml2's reader, without its headers: they bring the types of a second ICU, which Swift's Foundation has as well.
#ifndef CXMLREADER_H
#define CXMLREADER_H

/// A document that is being read.
typedef struct showcase_xml showcase_xml;

/// What the reader stands at.
enum showcase_xml_node {
    SHOWCASE_XML_OTHER = 0,
    SHOWCASE_XML_START = 1,
    /// An element without content, which has no end of its own.
    SHOWCASE_XML_EMPTY = 2,
    SHOWCASE_XML_END = 3,
    SHOWCASE_XML_TEXT = 4,
};

/// Begins to read bytes, which must stay where they are; NULL when there is no memory. Nothing is loaded from elsewhere.
showcase_xml *showcase_xml_open(const char *bytes, int count);

/// Goes on to the next node. Returns 1, 0 at the end, and -1 where the bytes are no well-formed XML.
int showcase_xml_read(showcase_xml *document);

enum showcase_xml_node showcase_xml_kind(showcase_xml *document);

/// How many elements the node is inside of.
int showcase_xml_depth(showcase_xml *document);

/// The name without prefix, of the node or of the attribute moved to; NULL for a node without one. A prefix that stands for
/// no namespace is part of the name. Valid until the next call of `showcase_xml_read`.
const char *showcase_xml_name(showcase_xml *document);

/// The text of the node, or the value of the attribute moved to; NULL without one.
const char *showcase_xml_value(showcase_xml *document);

/// The namespace of the node or of the attribute moved to; NULL without one. One document gives one namespace always at one
/// address.
const char *showcase_xml_namespace(showcase_xml *document);

/// The namespace that a prefix stands for at the element; NULL for none. To be freed with `showcase_xml_free`.
char *showcase_xml_copy_namespace(showcase_xml *document, const char *prefix);

void showcase_xml_free(char *text);

/// Moves to the attribute of a name without prefix, in a namespace or, with NULL, in none. Returns 1 when there is one.
int showcase_xml_move_to_attribute(showcase_xml *document, const char *name, const char *namespace);

/// Moves to the next attribute, from the element to its first one. Returns 1 when there is one.
int showcase_xml_move_to_next_attribute(showcase_xml *document);

/// Moves back from attributes to their element.
void showcase_xml_move_to_element(showcase_xml *document);

void showcase_xml_close(showcase_xml *document);

#endif
