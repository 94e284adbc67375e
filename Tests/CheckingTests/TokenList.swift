@testable import Checking

/// What a tokenizer tells of, in the form of html5lib's tests: references resolved, pieces of text joined.
struct TokenList: HTMLVisitor {
    enum Token: Equatable {
        case doctype
        case start(String, [String: String], isSelfClosing: Bool)
        case end(String)
        case comment(String)
        case text(String)
    }

    private(set) var tokens: [Token] = []
    /// Bytes of what was told, without the marks of tags and comments.
    private(set) var byteCount = 0
    private(set) var calls = 0
    /// Whether what is told as raw stands in a CDATA section, in which nothing is replaced.
    private let isCDATA: Bool
    /// Whether the text that comes first is that of an element, in which NUL is replaced.
    private let isOfElement: Bool

    init(isCDATA: Bool = false, isOfElement: Bool = false) {
        self.isCDATA = isCDATA
        self.isOfElement = isOfElement
    }

    /// What a page holds, a line each: `<a href="/x">`, `</a>`, `<!--text-->`, `text`.
    static func lines(_ html: String) -> [String] {
        var list = TokenList()
        Array(html.utf8).withUnsafeBufferPointer { _ = HTMLTokenizer.scan($0, &list) }
        return list.tokens.map { token in
            switch token {
            case .doctype: "<!doctype>"
            case .start(let name, let attributes, let isSelfClosing):
                "<" + name + attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\($0.value)\"" }.joined()
                    + (isSelfClosing ? "/>" : ">")
            case .end(let name): "</\(name)>"
            case .comment(let text): "<!--\(text)-->"
            case .text(let text): text
            }
        }
    }

    mutating func start(_ tag: HTMLTag) {
        calls += 1
        byteCount += tag.bytes.count
        let attributes = tag.attributes.map { attribute in
            (
                string(attribute.name),
                String(decoding: CharacterReferences.resolved(attribute.value, in: .attribute), as: UTF8.self)
            )
        }
        tokens.append(
            .start(
                string(tag.name), Dictionary(attributes, uniquingKeysWith: { first, _ in first }),
                isSelfClosing: tag.isSelfClosing))
    }

    mutating func end(_ name: UnsafeBufferPointer<UInt8>) {
        calls += 1
        byteCount += name.count
        tokens.append(.end(string(name)))
    }

    mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
        let resolved = String(decoding: CharacterReferences.resolved(text, in: .text), as: UTF8.self)
        add(isOfElement && tokens.isEmpty ? Self.replacingNUL(resolved) : resolved, text.count)
    }

    mutating func rawText(_ text: UnsafeBufferPointer<UInt8>, of name: UnsafeBufferPointer<UInt8>) {
        add(isCDATA ? string(text) : Self.replacingNUL(string(text)), text.count)
    }

    mutating func comment(_ text: UnsafeBufferPointer<UInt8>) {
        calls += 1
        byteCount += text.count
        tokens.append(.comment(Self.replacingNUL(string(text))))
    }

    mutating func doctype() {
        calls += 1
        tokens.append(.doctype)
    }

    private mutating func add(_ text: String, _ count: Int) {
        calls += 1
        byteCount += count
        guard !text.isEmpty else { return }
        if case .text(let before) = tokens.last {
            tokens[tokens.count - 1] = .text(before + text)
        } else {
            tokens.append(.text(text))
        }
    }

    private func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    /// The reader hands bytes on; a browser replaces NUL wherever text is not markup's own.
    private static func replacingNUL(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
    }
}
