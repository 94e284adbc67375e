import Text

/// Pieces of WordprocessingML that all parts use.
enum WordText {
    static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    static let namespaces = [
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"",
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"",
        "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"",
        "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"",
    ].joined(separator: " ")

    /// A paragraph between two tables, as low as Word allows.
    static let gap =
        "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>"

    /// Millimetres as twentieths of a point.
    static func twips(_ millimetres: Double) -> Int { Int((millimetres * 1440 / 25.4).rounded()) }

    static func paragraph(
        _ text: String, style: String, beginsPage: Bool = false, isCentred: Bool = false, properties: String = ""
    ) -> String {
        "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(beginsPage ? "<w:pageBreakBefore/>" : "")"
            + (isCentred ? "<w:jc w:val=\"center\"/>" : "") + "</w:pPr>"
            + (text.isEmpty ? "" : run(text, properties: properties)) + "</w:p>"
    }

    /// A size that differs from the styles', as properties of a run.
    static func size(_ points: Double) -> String {
        guard points != 12 else { return "" }
        let halves = Int((points * 2).rounded())
        return "<w:sz w:val=\"\(halves)\"/><w:szCs w:val=\"\(halves)\"/>"
    }

    /// - Parameter properties: the elements of `w:rPr`, in the order of its schema.
    static func run(_ text: String, properties: String = "") -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            "<w:t xml:space=\"preserve\">\(XMLText.escaped(String($0)))</w:t>"
        }
        return "<w:r>" + (properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>") + lines.joined(separator: "<w:br/>")
            + "</w:r>"
    }
}
