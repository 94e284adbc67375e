/// The words of a theme in one language: `strings/<language>.yaml`.
package struct Words: Sendable {
    private let texts: [String: String]

    package init(_ texts: [String: String]) { self.texts = texts }

    /// All keys, for the template check.
    package var keys: Set<String> { Set(texts.keys) }

    /// The text of a key that the program itself uses. Loading a theme made sure that there is one.
    subscript(key: TextKey) -> String { texts[key.rawValue] ?? key.rawValue }

    /// The text of a key with its `{placeholders}` filled in.
    func text(_ key: TextKey, _ values: KeyValuePairs<String, String>) -> String { Self.filled(self[key], values) }

    /// The same for a word that a declaration of content names.
    func text(named name: String, _ values: KeyValuePairs<String, String>) -> String {
        Self.filled(self[declared: name], values)
    }

    /// The text of a word that a declaration of content names. Loading a theme made sure that there is one.
    subscript(declared name: String) -> String { texts[name] ?? name }

    /// The keys that every theme must have: those that the program uses, and those that fields and kinds of content name.
    static let needed: [String] = {
        let keys = TextKey.allCases.map(\.rawValue)
        let known = Set(keys)
        return keys + DeclaredWords.names.filter { !known.contains($0) }
    }()

    private static func filled(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
        var text = text
        let filled = text.withUTF8 { text -> [UInt8] in
            var result: [UInt8] = []
            result.reserveCapacity(text.count + 64)
            var rest = text[...]
            while let open = rest.firstIndex(of: UInt8(ascii: "{")),
                let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
            {
                let name = rest[(open + 1)..<close]
                result += rest[..<open]
                if let value = values.first(where: { $0.key.utf8.elementsEqual(name) })?.value {
                    result += value.utf8
                } else {
                    // What is no placeholder of this text stays as it is.
                    result += rest[open...close]
                }
                rest = rest[(close + 1)...]
            }
            result += rest
            return result
        }
        return String(decoding: filled, as: UTF8.self)
    }

    /// The text of any key, as templates ask for it; `nil` for an unknown one.
    func text(named name: String) -> String? { texts[name] }
}
