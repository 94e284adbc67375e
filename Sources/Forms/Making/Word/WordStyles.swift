/// The styles of a form's Word file. Sizes are half-points: 44 is 二号, 32 三号, 24 小四, 21 五号.
extension WordParts {
    static var styles: [UInt8] {
        func fonts(_ name: String) -> String {
            "<w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"\(name)\" w:hAnsi=\"Times New Roman\" "
                + "w:cs=\"Times New Roman\" w:hint=\"eastAsia\"/>"
        }
        func style(
            _ id: String, _ name: String, font: String, size: Int, bold: Bool = false, align: String = "left",
            before: Int = 0, after: Int = 0, outline: Int? = nil, indent: Int = 0
        ) -> String {
            "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
                + "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>"
                + "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\"/>"
                + (indent > 0 ? "<w:ind w:firstLineChars=\"\(indent)\"/>" : "")
                + "<w:jc w:val=\"\(align)\"/>" + (outline.map { "<w:outlineLvl w:val=\"\($0)\"/>" } ?? "")
                + "</w:pPr><w:rPr>\(fonts(font))\(bold ? "<w:b/><w:bCs/>" : "")<w:sz w:val=\"\(size)\"/>"
                + "<w:szCs w:val=\"\(size)\"/></w:rPr></w:style>"
        }
        let defaults =
            "<w:docDefaults><w:rPrDefault><w:rPr>\(fonts(WordForm.Font.answer))<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>"
            + "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/>"
            + "</w:docDefaults>"
        let normal =
            "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
        let table =
            "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr>"
            + "<w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"28\" w:type=\"dxa\"/>"
            + "<w:left w:w=\"85\" w:type=\"dxa\"/><w:bottom w:w=\"28\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/>"
            + "</w:tblCellMar></w:tblPr></w:style>"
        let styles = [
            style("Title", "Title", font: WordForm.Font.title, size: 44, bold: true, align: "center", after: 240),
            style(
                "Heading1", "heading 1", font: WordForm.Font.label, size: 32, align: "center", after: 160, outline: 0),
            style("FormLabel", "FormLabel", font: WordForm.Font.label, size: 24, align: "center"),
            style("FormText", "FormText", font: WordForm.Font.answer, size: 24),
            style("FormAnswer", "FormAnswer", font: WordForm.Font.answer, size: 24),
            style("FormPart", "FormPart", font: WordForm.Font.label, size: 24, before: 120, after: 60, outline: 1),
            style("FormBody", "FormBody", font: WordForm.Font.answer, size: 24, indent: 200),
            style("FormStamp", "FormStamp", font: WordForm.Font.answer, size: 24, align: "right", before: 240),
            style("Note", "Note", font: WordForm.Font.answer, size: 21),
            style("Footer", "footer", font: WordForm.Font.title, size: 21, align: "center"),
        ]
        return Array(
            (WordText.head + "<w:styles \(WordText.namespaces) mc:Ignorable=\"w14\">\(defaults)\(normal)\(table)"
                + "\(styles.joined())</w:styles>").utf8)
    }
}
