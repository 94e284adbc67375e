/// Text with a marker `⟦…⟧` around the place where a finding is expected.
package struct MarkedText {
    package let text: String
    /// Where the marked place begins, counted from 1 in lines and characters.
    package let line: Int
    package let column: Int

    package init(_ marked: String) {
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
