/// A content security policy (CSP Level 3), as far as it must keep scripts and plug-ins of others out of a page.
///
/// Its parts are kept as places of its text: every page has one.
struct SecurityPolicy {
    private typealias Word = Range<Int>

    /// In small letters.
    private let text: [UInt8]
    private var directives: [(name: Word, sources: ArraySlice<Word>)] = []

    /// - Parameter text: without character references.
    init(_ text: some Sequence<UInt8>) {
        self.text = text.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        var words: [Word] = []
        var start = 0
        func endWord(at end: Int) {
            if end > start { words.append(start..<end) }
            start = end + 1
        }
        func directive() -> (name: Word, sources: ArraySlice<Word>)? {
            defer { words = [] }
            return words.first.map { ($0, words.dropFirst()) }
        }
        for (index, byte) in self.text.enumerated() where byte <= 0x20 || byte == UInt8(ascii: ";") {
            endWord(at: index)
            if byte == UInt8(ascii: ";"), let directive = directive() { directives.append(directive) }
        }
        endWord(at: self.text.count)
        if let last = directive() { directives.append(last) }
    }

    /// Whether scripts come from named places alone, none of them from the text of the page, and plug-ins from none.
    var isStrict: Bool {
        let all = sources("default-src")
        guard let scripts = sources("script-src-elem") ?? sources("script-src") ?? all,
            let attributes = sources("script-src-attr") ?? sources("script-src") ?? all,
            let objects = sources("object-src") ?? all
        else { return false }
        return !scripts.contains(where: isWide) && !attributes.contains(where: isWide)
            && objects.allSatisfy { isEqual($0, "'none'") || isEqual($0, "'self'") }
    }

    /// Of several directives with a name, the first counts.
    private func sources(_ name: StaticString) -> ArraySlice<Word>? {
        directives.first { isEqual($0.name, name) }?.sources
    }

    /// Whether a source of scripts lets in what nobody named.
    private func isWide(_ source: Word) -> Bool {
        let words: [StaticString] = ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*"]
        return words.contains { isEqual(source, $0) } || text[source].last == UInt8(ascii: ":")
            || text[source].suffix(4).elementsEqual("://*".utf8)
    }

    private func isEqual(_ word: Word, _ expected: StaticString) -> Bool {
        text[word].withUnsafeBufferPointer { HTMLTokenizer.isEqual($0, expected) }
    }
}
