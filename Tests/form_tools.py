"""Reads the forms that a build made with other people's libraries, and fills them in as people do.

    form_tools.py labels FILE.docx          labels and tags, as python-docx finds them
    form_tools.py sheet FILE.xlsx           formulas and limits, as openpyxl finds them
    form_tools.py points FILE.xlsx OUT.xlsx every field with points filled in; writes their sum
    form_tools.py fill FORM.docx OUT.docx   every control filled in; with `plain`, without any control; with
                                            `shapes`, with controls around all that Word lets them be around;
                                            `TAG=TEXT` is another answer, or one more paragraph of a part
    form_tools.py many FORM.docx FOLDER N   N forms of different teams
"""
import json
import os
import sys
import xml.etree.ElementTree as ET
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ANSWERS = {
    "recommender": "浙江样例协会", "year": "2026", "team": "新港管廊班组",
    "enterprise": "浙江新港市政有限公司", "qualification": "市政公用工程施工总承包一级",
    "address": "样例路1号", "postcode": "310000", "contact": "样例", "contact-mobile": "13800000000",
    "contact-mail": "a@example.org", "leader": "样例", "leader-mobile": "13900000000", "members": "２８人",
    "enterprise-opinion": "同意申报", "enterprise-date": "2026年6月1日", "association-reasons": "同意推荐",
    "association-date": "2026年6月20日",
}
SENTENCE = "班组每周用控制图看压实度，把偏差写进交底，合格率由91.2%提高到98.5%，做法已在全线推广。"


def w(name):
    return "{%s}%s" % (W, name)


def paragraph(text):
    element = ET.Element(w("p"))
    run = ET.SubElement(element, w("r"))
    ET.SubElement(run, w("t")).text = text
    return element


# Other places for controls than around a run: Word lets authors put them around paragraphs, cells, rows and tables.
SHAPES = {"year": "paragraph", "enterprise": "cell", "team": "row", "qualification": "table", "members": "table"}


def fill(source, target, plain=False, shapes=False, changes=None):
    answers = dict(ANSWERS, **(changes or {}))
    with zipfile.ZipFile(source) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    document = ET.fromstring(dict(parts)["word/document.xml"])
    for control in document.iter(w("sdt")):
        properties = control.find(w("sdtPr"))
        tag = properties.find(w("tag")).get(w("val"))
        content = control.find(w("sdtContent"))
        if tag.startswith("write-up."):
            for child in list(content):
                content.remove(child)
            for number in range(3):
                content.append(paragraph("%d. %s" % (number + 1, SENTENCE * 4)))
            if tag in answers:
                content.append(paragraph(answers[tag]))
        elif tag in answers:
            run = content.find(w("r"))
            for text in run.findall(w("t")):
                run.remove(text)
            ET.SubElement(run, w("t")).text = answers[tag]
        else:
            continue
        hint = properties.find(w("showingPlcHdr"))
        if hint is not None:
            properties.remove(hint)
    if plain:
        remove_controls(document)
    if shapes:
        for tag, shape in SHAPES.items():
            move_control(document, tag, shape)
    ET.register_namespace("w", W)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            if name == "word/document.xml":
                # ElementTree writes only the namespaces that are used; the others are named as ignorable.
                data = ET.tostring(document, encoding="UTF-8", xml_declaration=True)
                data = data.replace(b'mc:Ignorable="w14"', b"").replace(b'ns1:Ignorable="w14"', b"")
            archive.writestr(name, data)


def remove_controls(element):
    for index, child in reversed(list(enumerate(list(element)))):
        remove_controls(child)
        if child.tag == w("sdt"):
            content = list(child.find(w("sdtContent")))
            element.remove(child)
            for offset, inner in enumerate(content):
                element.insert(index + offset, inner)


def move_control(document, tag, shape):
    """Puts the control of a field around what contains it."""
    parents = {child: parent for parent in document.iter() for child in parent}
    control = next(c for c in document.iter(w("sdt")) if c.find(w("sdtPr")).find(w("tag")).get(w("val")) == tag)
    properties, content = control.find(w("sdtPr")), control.find(w("sdtContent"))
    line = parents[control]
    place = list(line).index(control)
    line.remove(control)
    for offset, inner in enumerate(list(content)):
        content.remove(inner)
        line.insert(place + offset, inner)
    # A control that takes one line of text may stand around a run alone.
    for child in list(properties):
        if child.tag == w("text"):
            properties.remove(child)
    covered = line
    if shape == "table":
        cell, place = parents[line], list(parents[line]).index(line)
        cell.remove(line)
        covered = ET.Element(w("tbl"))
        ET.SubElement(covered, w("tblPr"))
        ET.SubElement(ET.SubElement(covered, w("tblGrid")), w("gridCol")).set(w("w"), "2000")
        ET.SubElement(ET.SubElement(covered, w("tr")), w("tc")).append(line)
        cell.insert(place, covered)
        # A cell ends with a paragraph.
        cell.insert(place + 1, ET.Element(w("p")))
        parents[covered] = cell
    while covered.tag != w({"paragraph": "p", "cell": "tc", "row": "tr", "table": "tbl"}[shape]):
        covered = parents[covered]
    parent = parents[covered]
    place = list(parent).index(covered)
    parent.remove(covered)
    content.append(covered)
    parent.insert(place, control)


def main(command, *arguments):
    if command == "labels":
        import docx

        document = docx.Document(arguments[0])
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        tags = document.element.body.xpath(".//w:sdtPr/w:tag/@w:val")
        properties = document.core_properties
        print(json.dumps({"cells": cells, "tags": tags, "author": properties.author or properties.last_modified_by}))
    elif command == "sheet":
        import openpyxl

        sheet = openpyxl.load_workbook(arguments[0]).active
        formulas = [cell.value for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=")]
        limits = [
            [str(check.sqref), float(check.formula1), float(check.formula2)]
            for check in sheet.data_validations.dataValidation
        ]
        print(json.dumps({"formulas": formulas, "limits": limits}))
    elif command == "points":
        import openpyxl

        book = openpyxl.load_workbook(arguments[0])
        total = 0
        for number, check in enumerate(book.active.data_validations.dataValidation):
            if float(check.formula2) > 100:  # the year
                continue
            points = float(check.formula2) - number % 3 - 0.5
            book.active[str(check.sqref)] = points
            total += points
        book.save(arguments[1])
        print("%g" % total)
    elif command == "fill":
        changes = dict(argument.split("=", 1) for argument in arguments[2:] if "=" in argument)
        fill(arguments[0], arguments[1], "plain" in arguments[2:], "shapes" in arguments[2:], changes)
    elif command == "many":
        source, folder, count = arguments
        os.makedirs(folder, exist_ok=True)
        for number in range(int(count)):
            fill(source, "%s/form-%04d.docx" % (folder, number), changes={"team": "样例第%d班组" % (number + 1)})


if __name__ == "__main__":
    main(*sys.argv[1:])
