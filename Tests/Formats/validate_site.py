"""Validates what programs read of a built site: feeds, the sitemap, JSON-LD.

usage: validate_site.py OUTPUT BASE_URL
"""

import json
import os
import re
import sys
from html.parser import HTMLParser
from urllib.parse import unquote

from lxml import etree

output, base = sys.argv[1:3]
here = os.path.dirname(os.path.abspath(__file__))
faults = []
# Programs fetch it again and again.
GREATEST_FEED = 2_000_000

# Types and properties of schema.org that the pages use; what is required is what Google's documentation asks for.
TYPES = {
    "WebSite": ({"name", "url"}, {"inLanguage", "publisher", "description", "potentialAction"}),
    "WebPage": ({"name", "url"}, {"inLanguage", "publisher", "description", "datePublished", "dateModified"}),
    "Article": (
        {"headline", "url"},
        {"description", "inLanguage", "publisher", "author", "datePublished", "dateModified", "image", "about"}),
    "ItemList": ({"name"}, {"itemListElement", "numberOfItems", "itemListOrder", "url"}),
    "ListItem": ({"position"}, {"name", "item", "url"}),
    "BreadcrumbList": ({"itemListElement"}, set()),
    "Organization": ({"name"}, {"url", "alternateName"}),
    "Dataset": (
        {"name", "description"},
        {"url", "distribution", "license", "creator", "publisher", "inLanguage", "temporalCoverage",
         "isAccessibleForFree", "dateModified", "datePublished", "keywords"}),
    "DataDownload": ({"contentUrl", "encodingFormat"}, {"name"}),
    "SearchAction": ({"target"}, {"query-input"}),
    "ImageObject": (set(), {"url", "contentUrl", "width", "height", "caption"}),
}


def exists(address):
    """Whether an address of the site has a file."""
    path = unquote(address.removeprefix(base).split("#")[0].split("?")[0])
    file = os.path.join(output, path)
    return os.path.isfile(os.path.join(file, "index.html") if path == "" or path.endswith("/") else file)


def check_address(where, address):
    if not address.startswith(base):
        faults.append(f"{where}: {address} is of another site")
    elif not exists(address):
        faults.append(f"{where}: {address} does not exist")


def validate(path, schema):
    tree = etree.parse(os.path.join(output, path))
    if not schema.validate(tree):
        faults.extend(f"{path}:{error.line}: {error.message}" for error in schema.error_log)
    return tree


def sitemap():
    tree = validate("sitemap.xml", etree.XMLSchema(etree.parse(os.path.join(here, "sitemap.xsd"))))
    addresses = [loc.text for loc in tree.iter("{*}loc")]
    if len(set(addresses)) != len(addresses):
        faults.append("sitemap.xml: an address stands twice")
    for address in addresses:
        check_address("sitemap.xml", address)


def feed(path):
    tree = validate(path, etree.RelaxNG(etree.parse(os.path.join(here, "atom.rng"))))
    ids = [element.text for element in tree.iter("{*}id")]
    if len(set(ids)) != len(ids):
        faults.append(f"{path}: an id stands twice")
    for link in tree.iter("{*}link"):
        check_address(path, link.get("href"))
    if os.path.getsize(os.path.join(output, path)) > GREATEST_FEED:
        faults.append(f"{path}: more than {GREATEST_FEED} bytes")
    seen = set()
    for content in tree.iter("{*}content"):
        text = FeedText()
        text.feed(content.text)
        seen |= text.tags
        for address in text.addresses:
            if not re.match(r"(https?://|mailto:|tel:)", address):
                faults.append(f"{path}: {address} is no whole address")
            elif address.startswith(base):
                check_address(path, address.split("#")[0])
    # Texts keep their structure: headings, numbered steps, tables, links and pictures.
    for tag in {"h2", "ol", "table", "a", "img"} - seen:
        faults.append(f"{path}: no text has a {tag}")


class FeedText(HTMLParser):
    """What a text in the feed is made of and leads to."""

    def __init__(self):
        super().__init__()
        self.tags = set()
        self.addresses = []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.addresses += [value for name, value in attributes if name in ("href", "src")]


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.is_data = False
        self.data = []

    def handle_starttag(self, tag, attributes):
        self.is_data = tag == "script" and dict(attributes).get("type") == "application/ld+json"

    def handle_endtag(self, tag):
        self.is_data = False

    def handle_data(self, data):
        if self.is_data:
            self.data.append(data)


def node(where, value):
    if isinstance(value, list):
        for element in value:
            node(where, element)
    if not isinstance(value, dict):
        return
    kind = value.get("@type")
    if kind not in TYPES:
        faults.append(f"{where}: unknown type {kind}")
        return
    required, optional = TYPES[kind]
    names = {name for name in value if not name.startswith("@")}
    for name in required - names:
        faults.append(f"{where}: {kind} has no {name}")
    for name in names - required - optional:
        faults.append(f"{where}: {kind} has no property {name}")
    for name in ("url", "item", "contentUrl"):
        if isinstance(value.get(name), str) and kind != "Organization":
            check_address(where, value[name])
    if "itemListElement" in value:
        places = [element.get("position") for element in value["itemListElement"]]
        if places != list(range(1, len(places) + 1)):
            faults.append(f"{where}: positions of {kind} are not 1, 2, 3 …")
        if value.get("numberOfItems", len(places)) != len(places):
            faults.append(f"{where}: {kind} counts otherwise than it lists")
    for name, child in value.items():
        if name not in ("itemListOrder",):
            node(where, child)


def structured_data():
    pages = 0
    for folder, _, files in os.walk(output):
        for name in sorted(files):
            if not name.endswith(".html"):
                continue
            path = os.path.join(folder, name)
            where = os.path.relpath(path, output)
            with open(path, encoding="utf-8") as file:
                text = file.read()
            page = Page()
            page.feed(text)
            if not page.data:
                if 'http-equiv="refresh"' not in text:
                    faults.append(f"{where}: no structured data")
                continue
            pages += 1
            for data in page.data:
                graph = json.loads(data)
                if graph.get("@context") != "https://schema.org":
                    faults.append(f"{where}: the context is not schema.org")
                node(where, graph["@graph"])
    return pages


sitemap()
feeds = [os.path.relpath(os.path.join(folder, name), output)
         for folder, _, files in os.walk(output) for name in files if name.endswith("feed.xml")]
for path in sorted(feeds):
    feed(path)
pages = structured_data()
for fault in faults[:50]:
    print(fault)
print(f"{len(feeds)} feeds, 1 sitemap, structured data of {pages} pages: {len(faults)} faults")
sys.exit(1 if faults or not feeds or not pages else 0)
