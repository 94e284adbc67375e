/// What of a page is SVG or MathML (HTML standard, 13.2.6.5): there, `title` and `style` hold markup, and CDATA sections
/// are text.
struct ForeignContent {
    private typealias Name = UnsafeBufferPointer<UInt8>

    /// An element that changes what its content is.
    private enum Element: Int, CaseIterable {
        case svg, math
        /// Elements of SVG and MathML that hold HTML.
        case foreignObject, desc, title, annotation, mathText

        var isForeign: Bool { self == .svg || self == .math }
    }

    private var open: [Element] = []
    /// How many of each kind are open, so that an end tag that ends none costs nothing.
    private var counts = [Int](repeating: 0, count: Element.allCases.count)

    /// Whether what comes next is SVG or MathML.
    private(set) var isInside = false

    /// Tells of a start tag.
    ///
    /// - Returns: whether the element is one of SVG or MathML.
    mutating func begins(
        _ name: UnsafeBufferPointer<UInt8>, _ attributes: UnsafeBufferPointer<HTMLAttribute>, isSelfClosing: Bool
    ) -> Bool {
        let element = Self.root(name)
        guard isInside || element != nil else { return false }
        if isInside, Self.breaksOut(name, attributes) {
            while open.last?.isForeign == true { removeLast() }
            return false
        }
        if let begun = element ?? integrationPoint(name), !isSelfClosing { append(begun) }
        return true
    }

    /// Tells of an end tag.
    mutating func ends(_ name: UnsafeBufferPointer<UInt8>) {
        guard !open.isEmpty else { return }
        if isInside, HTMLTokenizer.isEqual(name, "p") || HTMLTokenizer.isEqual(name, "br") {
            while open.last?.isForeign == true { removeLast() }
            return
        }
        guard let element = Self.root(name) ?? Self.integrationPoint(ofAny: name), counts[element.rawValue] > 0 else {
            return
        }
        while let last = open.last {
            removeLast()
            if last == element { return }
        }
    }

    private mutating func append(_ element: Element) {
        open.append(element)
        counts[element.rawValue] += 1
        isInside = element.isForeign
    }

    private mutating func removeLast() {
        guard let last = open.popLast() else { return }
        counts[last.rawValue] -= 1
        isInside = open.last?.isForeign ?? false
    }

    private static func root(_ name: Name) -> Element? {
        switch name.count {
        case 3: HTMLTokenizer.isEqual(name, "svg") ? .svg : nil
        case 4: HTMLTokenizer.isEqual(name, "math") ? .math : nil
        default: nil
        }
    }

    /// An element of the open SVG or MathML that holds HTML.
    private func integrationPoint(_ name: Name) -> Element? {
        guard let element = Self.integrationPoint(ofAny: name) else { return nil }
        let isOfMath = element == .mathText || element == .annotation
        return isOfMath == (open.last == .math) ? element : nil
    }

    private static func integrationPoint(ofAny name: Name) -> Element? {
        switch name.count {
        case 2:
            HTMLTokenizer.isEqual(name, "mi") || HTMLTokenizer.isEqual(name, "mo") || HTMLTokenizer.isEqual(name, "mn")
                || HTMLTokenizer.isEqual(name, "ms") ? .mathText : nil
        case 4: HTMLTokenizer.isEqual(name, "desc") ? .desc : nil
        case 5: HTMLTokenizer.isEqual(name, "title") ? .title : HTMLTokenizer.isEqual(name, "mtext") ? .mathText : nil
        case 13: HTMLTokenizer.isEqual(name, "foreignobject") ? .foreignObject : nil
        case 14: HTMLTokenizer.isEqual(name, "annotation-xml") ? .annotation : nil
        default: nil
        }
    }

    /// Whether a start tag ends SVG or MathML before its end tag.
    private static func breaksOut(_ name: Name, _ attributes: UnsafeBufferPointer<HTMLAttribute>) -> Bool {
        let text = String(decoding: name, as: UTF8.self)
        if text == "font" {
            return attributes.contains { attribute in
                HTMLTokenizer.isEqual(attribute.name, "color") || HTMLTokenizer.isEqual(attribute.name, "face")
                    || HTMLTokenizer.isEqual(attribute.name, "size")
            }
        }
        return breakingOut.contains(text)
    }

    private static let breakingOut: Set<String> = [
        "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "h1", "h2",
        "h3",
        "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre", "ruby",
        "s",
        "small", "span", "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var",
    ]
}
