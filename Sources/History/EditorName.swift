import Diagnostics

/// The name under which a person's changes stand in the history, as the person writes it.
package struct EditorName: Sendable, Hashable {
    package let text: String

    /// Characters of the longest name.
    package static let maximumLength = 40

    /// Of somebody who said no name, on a computer that knows none.
    package static let unknown = EditorName(known: "editor")

    private init(known text: String) { self.text = text }

    /// `nil` for a name without a letter or digit, one that is too long, and one with `<`, `>` or a control character, which
    /// the store has no place for.
    package init?(_ name: String) {
        let scalars = Array(name.unicodeScalars)
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return nil }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[first...last])
        guard text.count <= Self.maximumLength, text.contains(where: { $0.isLetter || $0.isNumber }),
            !text.contains("<"), !text.contains(">"), VisibleText.oneLine(text) == text
        else { return nil }
        self.text = text
    }
}
