import Glibc

/// Which elements of a page are open, and which of them nothing closes. Browsers put what follows such an element into it, where
/// a template, a noscript or a drawing hides it (HTML standard, 13.2.6).
struct ElementBalance {
    private typealias Name = UnsafeBufferPointer<UInt8>

    /// Names are those of the tokenizer, which live as long as the page is read.
    private var open: [(name: Name, bytes: Range<Int>)] = []
    /// Tags that nothing closes, and end tags that close nothing.
    private(set) var faults: [Range<Int>] = []
    /// The names of end tags that close nothing: one tag too many is told once, however many there are.
    private var strays: [Name] = []

    /// Elements that are open at once on any page that people write.
    private static let maximumDepth = 512
    private static let maximumFaults = 8

    mutating func start(_ tag: HTMLTag) {
        if tag.isForeign && tag.isSelfClosing { return }
        guard !Self.isUnpaired(tag.name), open.count < Self.maximumDepth else { return }
        open.append((tag.name, tag.bytes))
    }

    /// - Parameter bytes: where the name of the end tag stands.
    mutating func end(_ name: UnsafeBufferPointer<UInt8>, at bytes: Range<Int>) {
        if let last = open.last, Self.isEqual(last.name, name) {
            open.removeLast()
            return
        }
        guard !Self.isUnpaired(name) else { return }
        if let place = open.lastIndex(where: { Self.isEqual($0.name, name) }) {
            for element in open[(place + 1)...] { add(element.bytes) }
            open.removeSubrange(place...)
        } else if open.count < Self.maximumDepth, !strays.contains(where: { Self.isEqual($0, name) }) {
            strays.append(name)
            add(bytes)
        }
    }

    mutating func finish() {
        for element in open { add(element.bytes) }
        (open, strays) = ([], [])
    }

    private mutating func add(_ bytes: Range<Int>) {
        if faults.count < Self.maximumFaults { faults.append(bytes) }
    }

    private static func isEqual(_ one: Name, _ other: Name) -> Bool {
        guard one.count == other.count, let first = one.baseAddress, let second = other.baseAddress else {
            return false
        }
        return memcmp(first, second, one.count) == 0
    }

    // MARK: Elements that need no end tag

    private static func isUnpaired(_ name: Name) -> Bool {
        name.count < unpaired.count && unpaired[name.count].contains(packed(name))
    }

    /// A name of at most eight bytes as a number.
    private static func packed(_ name: some Sequence<UInt8>) -> UInt64 { name.reduce(0) { $0 << 8 | UInt64($1) } }

    /// Elements without an end tag, and those whose end tag may be left out (HTML standard, 13.1.2), by the length of their
    /// names.
    private static let unpaired: [[UInt64]] = {
        let names = [
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr",
            "html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody", "thead",
            "tfoot", "colgroup", "caption", "rt", "rp", "frame",
        ]
        return (0...8).map { length in names.filter { $0.utf8.count == length }.map { packed($0.utf8) } }
    }()
}
