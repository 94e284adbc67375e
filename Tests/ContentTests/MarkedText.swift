import Diagnostics

/// Text with a marker `⟦…⟧` around the place where a finding is expected.
struct MarkedText {
    let text: String
    let line: Int
    let column: Int

    init(_ marked: String) {
        var text = ""
        var place = (line: 1, column: 1)
        var found = place
        for character in marked {
            if character == "⟦" { found = place }
            guard character != "⟦", character != "⟧" else { continue }
            text.append(character)
            if character.isNewline { place = (place.line + 1, 1) } else { place.column += 1 }
        }
        self.text = text
        line = found.line
        column = found.column
    }
}
