"""Makes hundreds of healthy Word files and workbooks that programs write in different ways, has each read, and tells
which were refused or read otherwise, and how long it took.

    office_files.py PROGRAM FORM.docx FOLDER [SITE [tables|forms]]

PROGRAM is `showcase`, FORM.docx the empty application form of the sample site, FOLDER where the files are put, SITE the
site that they are imported into (the sample site). Needs openpyxl, and for files of LibreOffice `soffice`. Each workbook
is imported (`import roster --dry-run`), each form (`import form --dry-run`), and each file is checked as a download.
"""
import io
import os
import random
import re
import shutil
import struct
import subprocess
import sys
import time
import zipfile
import zlib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Tests"))
import form_tools  # noqa: E402

SECONDS = 10
MEGABYTES = 500

TEAMS = [
    ["浙江", "浙江澄湖城市建设集团有限公司", "钱湾路面养护班组", "浙江省市政行业协会", "2019年5月13日"],
    ["浙江", "宁波鄞水市政设施有限公司", "东钱泵站运行一班", "宁波市市政行业协会", "2020年1月2日"],
    ["江苏", "江苏秣陵隧道工程有限公司", "盾构掘进班组", "江苏省市政工程协会", "2018年3月4日"],
    ["江苏", "苏州胥门市政工程有限公司", "沥青摊铺一班", "江苏省市政工程协会", "2021年12月31日"],
    ["广东", "广东珠湾路桥有限公司", "桥梁检测班组", "广东省市政行业协会", "2017年7月7日"],
]
HEADER = ["序号", "省份", "企业名称", "班组名称", "推荐单位", "注册时间"]
TITLE = "2030年度全国市政工程质量信得过班组名单"

STRICT = [
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    ("http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", "http://purl.oclc.org/ooxml/officeDocument/extendedProperties"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math"),
]


# Packages: lists of (name, bytes), in the order of the archive.

def parts_of(path):
    with zipfile.ZipFile(path) as archive:
        return [(info.filename, archive.read(info)) for info in archive.infolist() if not info.is_dir()]


def changed(parts, pattern, change):
    """The package with the parts whose names match changed, as text."""
    return [(name, change(data.decode("utf-8-sig")).encode() if re.search(pattern, name) else data)
            for name, data in parts]


def without(parts, pattern):
    """The package without some parts, and without what refers to them."""
    gone = {name for name, _ in parts if re.search(pattern, name)}

    def forget(text):
        for name in gone:
            target = "(?:%s/)?%s" % tuple(map(re.escape, name.split("/", 1)))
            text = re.sub(r'<(Override|Relationship)\b[^>]*"/?%s"[^>]*/>' % target, "", text)
        return text
    return changed([part for part in parts if part[0] not in gone], r"\.rels$|Content_Types", forget)


def renamed(parts, old, new):
    """The package with a part under another name, and all that refers to it."""
    short_old, short_new = old.split("/")[-1], new.split("/")[-1]
    moved = [(name.replace(short_old, short_new), data) for name, data in parts]
    return changed(moved, r"\.rels$|Content_Types", lambda text: text.replace(short_old, short_new))


class Writer:
    """A ZIP archive written byte by byte, as programs write them that Python's library does not imitate."""

    def __init__(self, **how):
        self.how = how

    def bytes(self, parts):
        how, output, directory = self.how, bytearray(), bytearray()
        count = 0
        entries = [(name, data, False) for name, data in parts]
        if how.get("folders"):
            folders = sorted({name.rsplit("/", 1)[0] + "/" for name, _ in parts if "/" in name})
            entries = [(name, b"", True) for name in folders] + entries
        for name, data, is_folder in entries:
            method = 0 if how.get("stored") or is_folder else 8
            packed = data if method == 0 else self.deflated(data)
            flags = how.get("flags", 0)
            stamp = how.get("time", (0x6B32, 0x5D7E))
            local_stamp = how.get("local_time", stamp)
            descriptor = how.get("descriptor") if not is_folder else None
            if descriptor:
                flags |= 8
            encoded = name.encode()
            crc = zlib.crc32(data)
            wide = how.get("wide")
            local_extra = how.get("local_extra", b"")
            if callable(local_extra):
                local_extra = local_extra(name)
            extra = how.get("extra", b"")
            sizes = struct.pack("<III", crc, len(packed), len(data))
            if descriptor and not how.get("sizes_known"):
                sizes = bytes(12)
            if wide:
                crc_bytes = struct.pack("<I", 0 if descriptor else crc)
                sizes = crc_bytes + b"\xff" * 8
                known = (0, 0) if descriptor else (len(data), len(packed))
                local_extra = struct.pack("<HHQQ", 1, 16, *known) + local_extra
            start = len(output)
            version = 45 if wide else how.get("version", 20)
            output += struct.pack("<IHHHHH", 0x04034B50, how.get("local_version", version),
                                  how.get("local_flags", flags), method, *local_stamp)
            output += sizes + struct.pack("<HH", len(encoded), len(local_extra)) + encoded + local_extra + packed
            if descriptor:
                wide_sizes = "<IQQ" if wide else "<III"
                output += (b"PK\x07\x08" if descriptor == "signed" else b"") + struct.pack(
                    wide_sizes, crc, len(packed), len(data))
            own = struct.pack("<III", crc, len(packed), len(data))
            place = start
            if wide:
                own = struct.pack("<I", crc) + b"\xff" * 8
                place = 0xFFFFFFFF
                extra = struct.pack("<HHQQQ", 1, 24, len(data), len(packed), start) + extra
            directory += struct.pack("<IHHHHHH", 0x02014B50, how.get("made_by", version), version, flags, method, *stamp)
            directory += own + struct.pack("<HHHHHII", len(encoded), len(extra), 0, 0, 0,
                                           how.get("attributes", 0), place) + encoded + extra
            count += 1
        start = len(output)
        output += directory
        if how.get("wide") or how.get("wide_end"):
            end = len(output)
            output += struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, count, count, len(directory), start)
            output += struct.pack("<IIQI", 0x07064B50, 0, end, 1)
        comment = how.get("comment", b"")
        is_hidden = how.get("wide")
        output += struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 0xFFFF if is_hidden else count,
                              0xFFFF if is_hidden else count, len(directory),
                              0xFFFFFFFF if is_hidden else start, len(comment)) + comment
        return bytes(output)

    def deflated(self, data):
        maker = zlib.compressobj(self.how.get("level", 6), zlib.DEFLATED, -15)
        return maker.compress(data) + maker.flush()


def growth_hint(name):
    """What Office leaves in the head of a part that it will write again (ISO/IEC 29500-2, annex C)."""
    return struct.pack("<HHHH", 0xA220, 60, 0xA028, 56) + bytes(56) if name.startswith("[") else b""


ARCHIVES = {
    "usual": {}, "stored": {"stored": True}, "level 1": {"level": 1, "flags": 4}, "level 9": {"level": 9, "flags": 2},
    "flags of Office": {"flags": 6, "local_extra": growth_hint, "made_by": 45, "time": (0, 0x21)},
    "local time": {"local_time": (0x4A21, 0x5D7D)}, "no local time": {"local_time": (0, 0)},
    "no time": {"time": (0, 0)}, "1980": {"time": (0, 0x21)}, "impossible time": {"time": (0xFFFF, 0xFFFF)},
    "descriptor": {"descriptor": "signed"}, "bare descriptor": {"descriptor": "bare"},
    "descriptor and sizes": {"descriptor": "signed", "sizes_known": True},
    "stored with descriptor": {"descriptor": "signed", "stored": True, "sizes_known": True},
    "zip64": {"wide": True}, "zip64 with descriptor": {"wide": True, "descriptor": "signed"},
    "zip64 end": {"wide_end": True}, "comment": {"comment": "备注PK".encode()},
    "utf-8 flag": {"flags": 0x800}, "utf-8 flag in the directory": {"flags": 0x800, "local_flags": 0},
    "unix times": {"local_extra": struct.pack("<HHBII", 0x5455, 9, 3, 1, 1), "extra": struct.pack("<HHBI", 0x5455, 5, 3, 1)},
    "unix owner": {"made_by": 0x031E, "attributes": 0o100644 << 16,
                   "extra": struct.pack("<HHBBIBI", 0x7875, 11, 1, 4, 0, 4, 0)},
    "windows times": {"extra": struct.pack("<HHIHHQQQ", 0x000A, 32, 0, 1, 24, 1, 1, 1)},
    "aligned": {"local_extra": struct.pack("<HHH", 0xD935, 2, 4)},
    "java": {"local_extra": struct.pack("<HH", 0xCAFE, 0), "descriptor": "signed", "flags": 0x800},
    "version 10": {"version": 10, "stored": True}, "version 45": {"version": 45}, "local version": {"local_version": 10},
    "mac": {"made_by": 0x1314}, "folders": {"folders": True},
}


# How XML can be written, without another meaning.

def declared(text, declaration):
    return declaration + re.sub(r"^\s*<\?xml[^>]*\?>\s*", "", text)


def reprefixed(text, uri, prefix):
    """Another prefix for a namespace, or none; only where attributes of it can keep theirs."""
    found = re.search(r'\sxmlns(?::(\w+))?="%s"' % re.escape(uri), text)
    if not found:
        return text
    old = found.group(1)
    if old:
        text = re.sub(r"(</?|\s)%s:(?=\w)" % old, r"\g<1>%s:" % prefix, text)
        return text.replace("xmlns:%s=" % old, "xmlns:%s=" % prefix).replace('Ignorable="%s' % old, 'Ignorable="%s' % prefix)
    text = re.sub(r"<(/?)(?=[A-Za-z])(?![\w.-]+:)", r"<\1%s:" % prefix, text)
    return text.replace('xmlns="%s"' % uri, 'xmlns:%s="%s"' % (prefix, uri), 1)


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = r"\.(xml|rels)$"


def strict(parts):
    def change(text):
        for loose, exact in STRICT:
            text = text.replace(loose, exact)
        return text
    return changed(parts, XML, change)


def in_utf16(parts, order):
    mark = b"\xff\xfe" if order == "le" else b"\xfe\xff"

    def encoded(data):
        text = declared(data.decode("utf-8-sig"), '<?xml version="1.0" encoding="UTF-16"?>')
        return mark + text.encode("utf-16-" + order)
    return [(name, encoded(data) if re.search(r"(document|sheet\d*|sharedStrings|styles)\.xml$", name) else data)
            for name, data in parts]


def everywhere(change, pattern=XML):
    return lambda parts: changed(parts, pattern, change)


def only_overrides(parts):
    def change(text):
        have = set(re.findall(r'PartName="/([^"]*)"', text))
        more = "".join('<Override PartName="/%s" ContentType="application/xml"/>' % name for name, _ in parts
                       if name.endswith(".xml") and name not in have and not name.startswith("["))
        text = re.sub(r'<Default Extension="xml"[^>]*/>', "", text)
        return text.replace("</Types>", more + "</Types>")
    return changed(parts, "Content_Types", change)


def absolute(parts):
    def change_in(folder):
        return lambda text: re.sub(r'(<Relationship\b(?![^>]*External)[^>]*\bTarget=")(?!/)', r"\g<1>/" + folder, text)
    result = parts
    for name, _ in parts:
        if name.endswith(".rels"):
            folder = name.split("_rels/")[0]
            result = changed(result, "^" + re.escape(name) + "$", change_in(folder))
    return result


def roundabout(parts):
    return changed(parts, r"(word|xl)/_rels/.*\.rels$", lambda text: re.sub(
        r'(<Relationship\b(?![^>]*External)[^>]*\bTarget=")(?![/.])', r"\g<1>./", text))


PACKAGES = {
    "usual": lambda parts: parts,
    "strict": strict,
    "utf-16 le": lambda parts: in_utf16(parts, "le"), "utf-16 be": lambda parts: in_utf16(parts, "be"),
    "byte order mark": lambda parts: [(n, b"\xef\xbb\xbf" + d if re.search(XML, n) else d) for n, d in parts],
    "no declaration": everywhere(lambda text: declared(text, "")),
    "single quotes": everywhere(lambda text: declared(text, "<?xml version='1.0' encoding='utf-8' standalone='yes'?>\r\n")),
    "comment first": everywhere(lambda text: declared(text, '<?xml version="1.0"?>\n<!-- made by <hand> -->\n')),
    "instruction first": everywhere(
        lambda text: declared(text, '<?xml version="1.0"?><?mso-application progid="Word.Document"?>')),
    "comment last": everywhere(lambda text: text + "\n<!-- end -->\n"),
    "order reversed": lambda parts: parts[::-1],
    "order sorted": lambda parts: sorted(parts),
    "types last": lambda parts: [p for p in parts if not p[0].startswith("[")] + [p for p in parts if p[0].startswith("[")],
    "absolute targets": absolute, "roundabout targets": roundabout, "only overrides": only_overrides,
    "prefixed relations": everywhere(lambda text: reprefixed(text, RELATIONS, "pr"), r"\.rels$"),
    "prefixed types": everywhere(lambda text: reprefixed(text, TYPES, "ct"), "Content_Types"),
    "prefixed office relations": everywhere(lambda text: reprefixed(text, OFFICE, "rel"), r"(document|workbook)\.xml$"),
    "long ids": everywhere(lambda text: re.sub(r'((?<=\bId=")|(?<=r:id=")|(?<=r:embed="))rId(\d+)', r"R0a1b2c\2", text)),
    "no properties": lambda parts: without(parts, r"^docProps/"),
    "no theme": lambda parts: without(parts, r"theme\d*\.xml$"),
    "no styles": lambda parts: without(parts, r"styles\.xml$"),
    "type of xml": everywhere(lambda text: text.replace("application/xml", "text/xml"), "Content_Types"),
    "a thumbnail": lambda parts: parts + [("docProps/thumbnail.jpeg", b"\xff\xd8\xff\xd9")],
    "custom data": lambda parts: parts + [
        ("customXml/item1.xml", b"<b:Sources xmlns:b='urn:b'/>"), ("customXml/itemProps1.xml", b"<x/>")],
    "numeric references": everywhere(
        lambda text: re.sub("[班组]", lambda m: "&#x%X;" % ord(m.group()), text), r"(document|sheet\d*|sharedStrings)\.xml$"),
    "sections of text": everywhere(
        lambda text: re.sub(r"(<(?:\w+:)?t(?: [^>]*)?>)([^<&]+)(</)", r"\1<![CDATA[\2]]>\3", text),
        r"(document|sheet\d*|sharedStrings)\.xml$"),
    "indented": everywhere(lambda text: re.sub(r"(</?(?:\w+:)?(?:tr|tc|tbl|row|sheetData|si|sst|body)\b[^>]*>)", r"\n  \1\n", text),
                           r"(document|sheet\d*|sharedStrings)\.xml$"),
}

IGNORED = ('xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
           'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" '
           'xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" mc:Ignorable="wpsCustomData etc" ')


def with_ignored(text):
    if "xmlns:mc=" in text:
        return re.sub(r'mc:Ignorable="([^"]*)"', lambda m: 'mc:Ignorable="%s etc"' % m.group(1),
                      re.sub(r"(<(?:\w+:)?(?:document|worksheet|workbook) )",
                             r'\1xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" ', text, count=1), count=1)
    return re.sub(r"(<(?:\w+:)?(?:document|worksheet|workbook) )", r"\1" + IGNORED, text, count=1)


def document(change):
    return lambda parts: changed(parts, r"word/document\.xml$", change)


RUN = r"<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?>([^<]+)</w:t></w:r>"
RUN_OF_ANY = r"<w:r(?: [^>]*)?>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?>([^<]+)</w:t></w:r>"


def each_run(form):
    """Each run of text written in another way; `{p}` are its properties, `{a}` and `{b}` the halves of its text."""
    def change(text):
        def other(found):
            words = found.group(2)
            half = max(1, len(words) // 2)
            if "&" in words:
                half = len(words)
            return form.format(p=found.group(1) or "", a=words[:half], b=words[half:], all=words)
        return re.sub(RUN_OF_ANY, other, text)
    return document(change)


T = '<w:t xml:space="preserve">'
WORDS = {
    "prefix x": everywhere(lambda text: reprefixed(text, WORD, "x"), r"word/[^/]*\.xml$"),
    "prefix ns0": everywhere(lambda text: reprefixed(text, WORD, "ns0"), r"word/[^/]*\.xml$"),
    "split runs": each_run("<w:r>{p}" + T + "{a}</w:t></w:r><w:r>{p}" + T + "{b}</w:t></w:r>"),
    "split texts": each_run("<w:r>{p}" + T + "{a}</w:t>" + T + "{b}</w:t></w:r>"),
    "proof marks": each_run('<w:proofErr w:type="spellStart"/><w:r w:rsidR="00A1">{p}' + T
                            + '{a}</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r>{p}' + T + "{b}</w:t></w:r>"),
    "bookmarks": each_run('<w:bookmarkStart w:id="9" w:name="_GoBack"/><w:r>{p}' + T
                          + '{all}</w:t></w:r><w:bookmarkEnd w:id="9"/>'),
    "inserted": each_run('<w:ins w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z"><w:r>{p}' + T + "{all}</w:t></w:r></w:ins>"),
    "deleted beside": each_run('<w:r>{p}' + T + '{all}</w:t></w:r><w:del w:id="2" w:author="a"><w:r>{p}'
                               "<w:delText>旧</w:delText></w:r></w:del>"),
    "moved": each_run('<w:moveFrom w:id="3" w:author="a"><w:r>{p}<w:t>旧</w:t></w:r></w:moveFrom>'
                      '<w:moveTo w:id="4" w:author="a"><w:r>{p}' + T + "{all}</w:t></w:r></w:moveTo>"),
    "smart tags": each_run('<w:smartTag w:uri="urn:s" w:element="place"><w:r>{p}' + T + "{all}</w:t></w:r></w:smartTag>"),
    "page breaks seen": each_run("<w:r>{p}<w:lastRenderedPageBreak/>" + T + "{all}</w:t></w:r>"),
    "comments": each_run('<w:commentRangeStart w:id="1"/><w:r>{p}' + T + '{all}</w:t></w:r><w:commentRangeEnd w:id="1"/>'
                         '<w:r><w:commentReference w:id="1"/></w:r>'),
    "alternatives": each_run('<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
                             '<mc:Choice Requires="w14"><w:r>{p}' + T + "{all}</w:t></w:r></mc:Choice><mc:Fallback><w:r>{p}" + T
                             + "{all}</w:t></w:r></mc:Fallback></mc:AlternateContent>"),
    "changed properties": each_run('<w:r><w:rPr><w:rPrChange w:id="5" w:author="a"><w:rPr/></w:rPrChange></w:rPr>' + T
                                   + "{all}</w:t></w:r>"),
    "permissions": each_run('<w:permStart w:id="6" w:edGrp="everyone"/><w:r>{p}' + T + '{all}</w:t></w:r><w:permEnd w:id="6"/>'),
    "names of WPS": everywhere(with_ignored, r"word/document\.xml$"),
    "paragraph ids": document(lambda text: re.sub(
        "<w:p>", '<w:p w:rsidR="00B2" w:rsidRDefault="00B2" w14:paraId="1A2B3C4D" w14:textId="77777777" '
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">', text)),
    "made by WPS": lambda parts: [(n, d) for n, d in without(parts, r"^docProps/")] + [
        ("docProps/app.xml", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS Office_11.1.0.14309_F1E327BC-269C-435d-A152-05C5408002CA</Application></Properties>'.encode()),
        ("docProps/custom.xml", '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-11.1.0.14309</vt:lpwstr></property></Properties>'.encode())],
    "document2": lambda parts: renamed(parts, "word/document.xml", "word/document2.xml"),
    "no settings": lambda parts: without(parts, r"(settings|fontTable)\.xml$"),
    "no glossary": lambda parts: without([p for p in parts if "glossary/_rels" not in p[0]], r"glossary/document\.xml$"),
}


def sheet(change):
    return lambda parts: changed(parts, r"sheet1\.xml$", change)


def with_shared(parts, form):
    """The inline strings as shared ones, each written in the form."""
    strings = []

    def share(found):
        strings.append(found.group(2))
        return '<c%s t="s"><v>%d</v></c>' % (re.sub(r'\s*t="inlineStr"', "", found.group(1)), len(strings) - 1)
    parts = sheet(lambda text: re.sub(
        r'<c((?:\s[^>]*)?\st="inlineStr"[^>]*)><is><t[^>]*>([^<]*)</t></is></c>', share, text))(parts)
    body = "".join("<si>" + form(text) + "</si>" for text in strings)
    if not strings:
        return parts
    parts = [part for part in parts if not part[0].endswith("sharedStrings.xml")]
    parts.append(("xl/sharedStrings.xml", ('<?xml version="1.0" encoding="UTF-8"?><sst xmlns="%s">%s</sst>' % (SHEET, body)).encode()))
    if b"sharedStrings" not in dict(parts)["xl/_rels/workbook.xml.rels"]:
        parts = changed(parts, r"workbook\.xml\.rels$", lambda text: text.replace(
            "</Relationships>", '<Relationship Id="rIdS" Type="%s/sharedStrings" Target="sharedStrings.xml"/></Relationships>' % OFFICE))
        parts = changed(parts, "Content_Types", lambda text: text.replace(
            "</Types>", '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'))
    return parts


def shared(form):
    return lambda parts: with_shared(parts, form)


def halves(text):
    half = max(1, len(text) // 2)
    return text[:half], text[half:]


BOOKS = {
    "prefix x": everywhere(lambda text: reprefixed(text, SHEET, "x"), r"xl/.*\.xml$"),
    "prefix ns0": everywhere(lambda text: reprefixed(text, SHEET, "ns0"), r"xl/.*\.xml$"),
    "shared": shared(lambda t: "<t>%s</t>" % t),
    "shared, spaces kept": shared(lambda t: '<t xml:space="preserve">%s</t>' % t),
    "rich": shared(lambda t: "<r><t>%s</t></r><r><rPr><b/><sz val=\"11\"/></rPr><t>%s</t></r>" % halves(t)),
    "phonetic": shared(lambda t: '<t>%s</t><rPh sb="0" eb="1"><t>ban</t></rPh><phoneticPr fontId="1"/>' % t),
    "rich with phonetic": shared(lambda t: '<r><t>%s</t></r><r><t>%s</t></r><rPh sb="0" eb="1"><t>x</t></rPh>' % halves(t)),
    "empty runs": shared(lambda t: "<r><rPr/><t/></r><r><t>%s</t></r>" % t),
    "inline rich": sheet(lambda text: re.sub(
        r"<is><t[^>]*>([^<]*)</t></is>", lambda m: "<is><r><t>%s</t></r><r><rPr><i/></rPr><t>%s</t></r></is>" % halves(m.group(1)), text)),
    "formula texts": sheet(lambda text: re.sub(
        r't="inlineStr"([^>]*)><is><t[^>]*>([^<]*)</t></is>', r't="str"\1><f>T("\2")</f><v>\2</v>', text)),
    "no places": sheet(lambda text: re.sub(r'(<(?:c|row)) r="\w+"', r"\1", text)),
    "spans": sheet(lambda text: re.sub(r"<row ", '<row spans="1:6" ht="15" customHeight="1" ', text)),
    "x14ac": sheet(lambda text: re.sub(r"<row ", '<row x14ac:dyDescent="0.2" ', text).replace(
        "<worksheet ", '<worksheet xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" ')),
    "wrong dimension": sheet(lambda text: re.sub(r'<dimension ref="[^"]*"', '<dimension ref="A1:XFD1048576"', text)),
    "no dimension": sheet(lambda text: re.sub(r"<dimension[^>]*/>", "", text)),
    "whole columns": sheet(lambda text: text.replace("<sheetData>", '<cols><col min="1" max="16384" width="9" customWidth="1"/></cols><sheetData>')),
    "autofilter": sheet(lambda text: text.replace("</sheetData>", '</sheetData><autoFilter ref="A2:F7"/>')),
    "extension": sheet(lambda text: text.replace("</worksheet>", '<extLst><ext uri="{x}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings/></ext></extLst></worksheet>')),
    "merged title": sheet(lambda text: text.replace("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells>')),
    "names of WPS": everywhere(with_ignored, r"(sheet1|workbook)\.xml$"),
    "sheet10": lambda parts: renamed(parts, "xl/worksheets/sheet1.xml", "xl/worksheets/sheet10.xml"),
    "Sheet1": lambda parts: renamed(parts, "xl/worksheets/sheet1.xml", "xl/worksheets/Sheet1.xml"),
    "defined names": lambda parts: changed(parts, r"workbook\.xml$", lambda text: re.sub(
        r"</sheets>(<definedNames\s*/>)?", '</sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">名单!$1:$2</definedName></definedNames>', text)),
    "calculation chain": lambda parts: parts + [("xl/calcChain.xml", b"<calcChain/>")],
    "1904": lambda parts: changed(parts, r"workbook\.xml$", lambda text: re.sub(r"<workbookPr[^>]*/>", '<workbookPr date1904="1"/>', text)),
    "1900 said": lambda parts: changed(parts, r"workbook\.xml$", lambda text: re.sub(r"<workbookPr[^>]*/>", '<workbookPr date1904="false" defaultThemeVersion="124226"/>', text)),
    "numbers as text": sheet(lambda text: re.sub(r'<c r="(A\d+)"([^>]*?)(?: t="n")?><v>(\d+)</v></c>', r'<c r="\1"\2 t="inlineStr"><is><t>\3</t></is></c>', text)),
    "numbers with exponent": sheet(lambda text: re.sub(r'(<c r="A\d+"[^>]*><v>)(\d)(</v>)', r"\g<1>\2.0E0\3", text)),
    "rows of nothing": sheet(lambda text: text.replace("</sheetData>", "".join('<row r="%d"/>' % n for n in range(20, 5000)) + "</sheetData>")),
}


# What the variations are of.

def table(path):
    from openpyxl import Workbook
    book = Workbook()
    page = book.active
    page.title = "名单"
    page.append([TITLE])
    page.append(HEADER)
    for number, team in enumerate(TEAMS):
        page.append([number + 1] + team)
    book.save(path)
    # openpyxl writes inline strings, with what is not ASCII as references: as most programs write it, they are characters.
    return sheet(lambda text: re.sub("&#(\\d+);", lambda m: chr(int(m.group(1))), text))(parts_of(path))


def converted(path, folder, *steps):
    """The file as LibreOffice writes it, format after format; `None` where it is not installed."""
    if not shutil.which("soffice"):
        return None
    for number, step in enumerate(steps):
        out = os.path.join(folder, "step%d" % number)
        os.makedirs(out, exist_ok=True)
        subprocess.run(["soffice", "-env:UserInstallation=file://" + os.path.join(folder, "profile"), "--headless",
                        "--convert-to", step, "--outdir", out, path], check=True, capture_output=True, timeout=300)
        path = os.path.join(out, os.path.splitext(os.path.basename(path))[0] + "." + step.split(":")[0])
    return parts_of(path)


def resaved(parts, ending, folder):
    os.makedirs(folder, exist_ok=True)
    first = os.path.join(folder, "first." + ending)
    with open(first, "wb") as file:
        file.write(Writer().bytes(parts))
    # By way of ODT, RTF and DOC LibreOffice 7.4 writes what is in a control three times; DOC shows that it is read all the same.
    ways = {"docx": [["docx"], ["doc", "docx"]],
            "xlsx": [["xlsx"], ["ods", "xlsx"], ["xls", "xlsx"], ["xlsx:Calc Office Open XML"]]}[ending]
    bases = {}
    for way in ways:
        result = converted(first, os.path.join(folder, "-".join(re.sub(r"\W", "", step) for step in way)), *way)
        if result:
            bases["LibreOffice " + " ".join(way)] = result
    return bases


def variations(parts, own, ending, folder):
    """Every healthy file by its name: (bytes, whether LibreOffice wrote it)."""
    files = {}
    bases = {"": parts}
    bases.update(resaved(parts, ending, folder))
    ways = dict(PACKAGES, **own)
    for name, change in ways.items():
        files[name] = Writer().bytes(change(parts))
    for base, written in bases.items():
        for name, how in ARCHIVES.items():
            files[" / ".join(filter(None, [base, "archive: " + name]))] = Writer(**how).bytes(written)
        if base:
            for name in ["strict", "utf-16 le", "byte order mark", "order reversed", "absolute targets"]:
                files[base + " / " + name] = Writer().bytes(ways[name](written))
    # Two at a time, and an archive: always the same ones.
    chance = random.Random(2026)
    safe = [name for name in ways if not name.startswith(("utf-16", "strict", "byte order"))]
    while sum(" + " in name for name in files) < 70:
        first, second = chance.sample(safe, 2)
        last, archive = chance.choice(["usual", "utf-16 le", "byte order mark", "strict"]), chance.choice(list(ARCHIVES))
        files["%s + %s + %s / archive: %s" % (first, second, last, archive)] = Writer(**ARCHIVES[archive]).bytes(
            ways[last](ways[second](ways[first](parts))))
    return files


def run(command):
    """What a command says, its exit code, seconds of its processor time and its greatest memory in MB."""
    began = time.monotonic()
    read_end, write_end = os.pipe()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_DUP2, write_end, 1), (os.POSIX_SPAWN_DUP2, write_end, 2), (os.POSIX_SPAWN_CLOSE, read_end)])
    os.close(write_end)
    with os.fdopen(read_end, encoding="utf-8", errors="replace") as pipe:
        text = pipe.read()
    _, status, usage = os.wait4(child, 0)
    return text, os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, \
        time.monotonic() - began


def facts(text, path):
    """What was read, without what tells one file from another: rows of the roster, and the size of the draft."""
    text = text.replace(path, "FILE")
    return [line for line in text.splitlines() if re.match(r"\s*\+ |✓ FILE", line)]


def checked_site(folder):
    """A site with one download, which is replaced by each file."""
    os.makedirs(os.path.join(folder, "content/notices/n"), exist_ok=True)
    with open(os.path.join(folder, "site.config"), "w") as file:
        file.write("title: 站\nbase_url: https://example.org/\norganisation: {name: 协会}\nsample: true\n")
    with open(os.path.join(folder, "content/notices/n/index.md"), "w") as file:
        file.write("---\ntitle: 通知\npublished: 2026-01-01\n---\n\n文字。\n")
    return os.path.join(folder, "content/notices/n")


def measure(program, site, folder, kind, files, ending):
    command = {"docx": ["import", "form"], "xlsx": ["import", "roster"]}[ending]
    more = [] if ending == "docx" else ["--year", "2030"]
    right = None
    worst = {"seconds": (0, ""), "megabytes": (0, "")}
    refused, otherwise = [], []
    downloads = checked_site(os.path.join(folder, "site"))
    for number, (name, data) in enumerate(files.items()):
        path = os.path.join(folder, "%s-%03d.%s" % (kind, number, ending))
        with open(path, "wb") as file:
            file.write(data)
        text, code, seconds, memory, _ = run(
            [program] + command + [path, "--source", site, "--dry-run", "--lang", "en"] + more)
        download = os.path.join(downloads, "d." + ending)
        with open(download, "wb") as file:
            file.write(data)
        said, _, more_seconds, more_memory, _ = run([program, "check", "--source", os.path.join(folder, "site"), "--format", "plain"])
        os.remove(download)
        broken = [line for line in said.splitlines() if "/d." in line and "[file/" in line]
        read = facts(text, path)
        if right is None:
            right = read
            print("%s: %d lines of facts" % (kind, len(right)))
            for line in right[:4]:
                print("   ", line)
        if code not in (0,) or not read or broken:
            refused.append((name, path, (broken or text.splitlines() or ["nothing said"])[-1][:200]))
        elif read != right:
            otherwise.append((name, path, next((line for line in read if line not in right), "lines lack")[:200]))
        for key, value in (("seconds", max(seconds, more_seconds)), ("megabytes", max(memory, more_memory))):
            worst[key] = max(worst[key], (round(value, 2), name))
    print("%s: %d files, %d refused, %d read otherwise; at most %.2f s (%s) and %.0f MB (%s)" % (
        kind, len(files), len(refused), len(otherwise), *worst["seconds"], *worst["megabytes"]))
    for title, list_of in (("refused", refused), ("otherwise", otherwise)):
        for name, path, why in list_of:
            print("  %s: %s (%s): %s" % (title, name, os.path.basename(path), why))
    return not refused and worst["seconds"][0] < SECONDS and worst["megabytes"][0] < MEGABYTES


def main(program, form, folder, site=".", only=""):
    program = os.path.abspath(program)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    good = True
    if only != "forms":
        tables = variations(table(os.path.join(folder, "table.xlsx")), BOOKS, "xlsx", os.path.join(folder, "office-xlsx"))
        good = measure(program, site, folder, "tables", tables, "xlsx")
    if only != "tables":
        filled = os.path.join(folder, "filled.docx")
        form_tools.fill(form, filled)
        forms = variations(parts_of(filled), WORDS, "docx", os.path.join(folder, "office-docx"))
        good = measure(program, site, folder, "forms", forms, "docx") and good
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
