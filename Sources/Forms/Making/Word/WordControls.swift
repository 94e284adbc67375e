import Text

/// The content controls of a form. Each has a paragraph of its own, a tag and an id that no other has.
struct WordControls {
    /// The tag of the control that says which form it is.
    static let identityTag = "form-id"

    private static let hintColour = "<w:color w:val=\"767676\"/>"

    private let form: FormDefinition
    private var lastID = 100_000

    init(_ form: FormDefinition) { self.form = form }

    /// The paragraphs of a field.
    ///
    /// - Parameter size: properties of runs.
    mutating func xml(of field: FormField, size: String = "") -> String {
        let label = field.printsLabel ? field.label.chinese : nil
        switch field.kind {
        case .stamp:
            return paragraph("（\(field.label.chinese)）", style: "FormStamp")
        case .checkbox:
            return "<w:p><w:pPr><w:pStyle w:val=\"FormAnswer\"/></w:pPr>\(checkbox(field))"
                + WordText.run(field.label.chinese) + "</w:p>"
        case .longText(_, _, let parts) where !parts.isEmpty:
            return parts.map { part in
                WordText.paragraph(part.title.chinese, style: "FormPart")
                    + block(tag: field.tag(of: part), alias: part.title.chinese, prompt: part.prompt)
                // A cell ends with a paragraph of its own.
            }.joined() + WordText.gap
        case .longText:
            return inline(field, type: "<w:text w:multiLine=\"1\"/>", label: label, size: size)
        case .text, .number, .total:
            return inline(field, type: "<w:text/>", label: label, size: size)
        case .date:
            let type =
                "<w:date><w:dateFormat w:val=\"yyyy年M月d日\"/><w:lid w:val=\"zh-CN\"/>"
                + "<w:storeMappedDataAs w:val=\"dateTime\"/><w:calendar w:val=\"gregorian\"/></w:date>"
            return inline(
                field, type: type, label: label, size: size, style: field.printsLabel ? "FormStamp" : "FormAnswer")
        case .choice(let choices):
            let items = choices.map {
                let text = XMLText.escaped($0)
                return "<w:listItem w:displayText=\"\(text)\" w:value=\"\(text)\"/>"
            }
            return inline(field, type: "<w:dropDownList>\(items.joined())</w:dropDownList>", label: label, size: size)
        }
    }

    /// The line at the end that says which form it is.
    mutating func identity() -> String {
        let text = "\(form.id)/\(form.version)"
        return WordText.run("表格编号：")
            + "<w:sdt><w:sdtPr>\(head(Self.identityTag, alias: "表格编号"))<w:lock w:val=\"sdtContentLocked\"/><w:text/></w:sdtPr>"
            + "<w:sdtContent>\(WordText.run(text))</w:sdtContent></w:sdt>"
    }

    private func paragraph(_ text: String, style: String) -> String { WordText.paragraph(text, style: style) }

    /// A control inside a paragraph.
    private mutating func inline(
        _ field: FormField, type: String, label: String?, size: String, style: String = "FormAnswer"
    ) -> String {
        "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>"
            + (label.map { WordText.run($0 + "：", properties: size) } ?? "")
            + "<w:sdt><w:sdtPr>\(size.isEmpty ? "" : "<w:rPr>\(size)</w:rPr>")\(head(field.name, alias: field.label.chinese))"
            + "\(empty(field.name))\(type)</w:sdtPr><w:sdtContent>"
            + "\(WordText.run(field.prompt, properties: Self.hintColour + size))</w:sdtContent></w:sdt></w:p>"
    }

    /// A control around paragraphs, in which tables and pictures may stand.
    private mutating func block(tag: String, alias: String, prompt: String) -> String {
        "<w:sdt><w:sdtPr>\(head(tag, alias: alias))\(empty(tag))</w:sdtPr><w:sdtContent>"
            + "<w:p><w:pPr><w:pStyle w:val=\"FormBody\"/></w:pPr>"
            + WordText.run(prompt, properties: Self.hintColour) + "</w:p></w:sdtContent></w:sdt>"
    }

    private mutating func checkbox(_ field: FormField) -> String {
        let font = "w14:font=\"MS Gothic\""
        return "<w:sdt><w:sdtPr>\(head(field.name, alias: field.label.chinese))<w:lock w:val=\"sdtLocked\"/>"
            + "<w14:checkbox><w14:checked w14:val=\"0\"/><w14:checkedState w14:val=\"2612\" \(font)/>"
            + "<w14:uncheckedState w14:val=\"2610\" \(font)/></w14:checkbox></w:sdtPr>"
            + "<w:sdtContent>\(WordText.run("☐"))</w:sdtContent></w:sdt>"
    }

    /// What stands first in the properties of a control.
    private mutating func head(_ tag: String, alias: String) -> String {
        lastID += 1
        return "<w:alias w:val=\"\(XMLText.escaped(alias))\"/><w:tag w:val=\"\(tag)\"/><w:id w:val=\"\(lastID)\"/>"
    }

    /// What makes a control show its hint until something is typed.
    private func empty(_ tag: String) -> String {
        "<w:lock w:val=\"sdtLocked\"/><w:placeholder><w:docPart w:val=\"PH_\(tag)\"/></w:placeholder><w:showingPlcHdr/>"
    }
}
