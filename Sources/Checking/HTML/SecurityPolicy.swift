/// A content security policy (CSP Level 3), as far as it must keep scripts and plug-ins of others out of a page.
struct SecurityPolicy {
    private let directives: [String: [String]]

    init(_ text: String) {
        var directives: [String: [String]] = [:]
        for part in text.lowercased().utf8.split(separator: UInt8(ascii: ";")) {
            let words = part.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
            // The first of a name counts.
            if let name = words.first, directives[name] == nil { directives[name] = Array(words.dropFirst()) }
        }
        self.directives = directives
    }

    /// Whether scripts come from named places alone, none of them from the text of the page, and plug-ins from none.
    var isStrict: Bool {
        guard let scripts = directives["script-src-elem"] ?? directives["script-src"] ?? directives["default-src"],
            let attributes = directives["script-src-attr"] ?? directives["script-src"] ?? directives["default-src"],
            let objects = directives["object-src"] ?? directives["default-src"]
        else { return false }
        return (scripts + attributes).allSatisfy { !Self.isWide($0) }
            && objects.allSatisfy { $0 == "'none'" || $0 == "'self'" }
    }

    /// Whether a source of scripts lets in what nobody named.
    private static func isWide(_ source: String) -> Bool {
        source == "'unsafe-inline'" || source == "'unsafe-eval'" || source == "'unsafe-hashes'" || source == "*"
            || source.hasSuffix(":") || source.hasSuffix("://*")
    }
}
