/// The words of a theme in one language: `strings/<language>.yaml`.
package struct Words: Sendable {
    private let texts: [String: String]

    package init(_ texts: [String: String]) { self.texts = texts }

    /// All keys, for the template check.
    package var keys: Set<String> { Set(texts.keys) }

    /// The text of a key that the program itself uses. Loading a theme made sure that there is one.
    subscript(key: TextKey) -> String { texts[key.rawValue] ?? key.rawValue }

    /// The text of a key with its `{placeholders}` filled in.
    func text(_ key: TextKey, _ values: KeyValuePairs<String, String>) -> String {
        var text = self[key]
        for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
        return text
    }

    /// The text of any key, as templates ask for it; `nil` for an unknown one.
    func text(named name: String) -> String? { texts[name] }
}
