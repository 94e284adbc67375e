/// Which elements of a page are open, and which of them nothing closes. Browsers put what follows such an element into it, where
/// a template, a noscript or a drawing hides it (HTML standard, 13.2.6).
struct ElementBalance {
    private var open: [(name: UInt64, bytes: Range<Int>)] = []
    /// Tags that nothing closes, and end tags that close nothing.
    private(set) var faults: [Range<Int>] = []

    /// Elements that are open at once on any page that people write.
    private static let maximumDepth = 512
    private static let maximumFaults = 8

    mutating func start(_ tag: HTMLTag) {
        if tag.isForeign && tag.isSelfClosing { return }
        let name = Self.key(tag.name)
        guard !Self.unpaired.contains(name), open.count < Self.maximumDepth else { return }
        open.append((name, tag.bytes))
    }

    /// - Parameter bytes: where the name of the end tag stands.
    mutating func end(_ name: UnsafeBufferPointer<UInt8>, at bytes: Range<Int>) {
        let name = Self.key(name)
        guard !Self.unpaired.contains(name) else { return }
        if open.last?.name == name {
            open.removeLast()
        } else if let place = open.lastIndex(where: { $0.name == name }) {
            for element in open[(place + 1)...] { add(element.bytes) }
            open.removeSubrange(place...)
        } else if open.count < Self.maximumDepth {
            add(bytes)
        }
    }

    mutating func finish() {
        for element in open { add(element.bytes) }
        open = []
    }

    private mutating func add(_ bytes: Range<Int>) {
        if faults.count < Self.maximumFaults { faults.append(bytes) }
    }

    private static func key(_ name: some Sequence<UInt8>) -> UInt64 {
        name.reduce(0) { ($0 << 7 | $0 >> 57) ^ UInt64($1) }
    }

    /// Elements without an end tag, and those whose end tag may be left out (HTML standard, 13.1.2).
    private static let unpaired: Set<UInt64> = Set(
        [
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr",
            "html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody", "thead",
            "tfoot", "colgroup", "caption", "rt", "rp", "frame",
        ].map { key($0.utf8) })
}
