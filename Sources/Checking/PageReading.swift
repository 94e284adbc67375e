import Content
import Diagnostics

/// Takes what the checks need from a page in one pass over its bytes.
struct PageReading: HTMLVisitor {
    private typealias Bytes = UnsafeBufferPointer<UInt8>

    /// What the site knows, to be compared with what the page says.
    struct Expectation {
        let known: KnownAddresses
        let language: String
        /// The page's full address.
        let canonical: String
    }

    /// The attributes of the element that is being read.
    private struct Element {
        var name: Bytes?
        var property: Bytes?
        var content: Bytes?
        var rel: Bytes?
        var href: Bytes?
        var lang: Bytes?
        var type: Bytes?
        var equivalent: Bytes?
        var src: Bytes?
        var hasAlternativeText = false
    }

    private let expectation: Expectation
    private var element = Element()

    private(set) var ids: [UInt64] = []
    private(set) var anchorNames: [UInt64] = []
    /// Places on the page itself: a hash of each, as it reads when decoded.
    private(set) var fragments: [UInt64] = []
    /// Addresses that are not known as they stand.
    private(set) var doubts: [String] = []
    /// Indices of the known addresses that `<a>` leads to.
    private(set) var links: [UInt32] = []
    private(set) var faults: Set<PageFault> = []
    private(set) var title: UInt64?
    private(set) var description: UInt64?
    private(set) var isIndexed = true
    private(set) var text: PageText

    private var topHeadings = 0
    private var headingLevel = 0
    private var hasLanguage = false
    private var isTitle = false
    private var isStructuredData = false
    /// Whether each table that is open has had a header.
    private var tables: [Bool] = []
    private var isRedirect = false
    private var hasCanonical = false

    init(of page: [UInt8], _ expectation: Expectation) {
        self.expectation = expectation
        text = PageText(capacity: page.count / 2)
        HTMLScanner.scan(page, &self)
        // A page that only leads on has nothing to say.
        guard !isRedirect else {
            faults.formIntersection([.language])
            (title, description, isIndexed) = (nil, nil, false)
            return
        }
        if !hasLanguage { faults.insert(.language) }
        if !hasCanonical { faults.insert(.canonical) }
        if title == nil { faults.insert(.title) }
        if description == nil { faults.insert(.description) }
        if topHeadings != 1 { faults.insert(.topHeading) }
    }

    // MARK: Attributes

    mutating func attribute(_ attribute: HTMLScanner.Attribute) {
        let (name, value) = (attribute.name, attribute.value)
        switch name.count {
        case 2:
            if HTMLScanner.isEqual(name, "id") { ids.append(ByteHash.hashOfEscaped(value)) }
        case 3:
            if HTMLScanner.isEqual(name, "src") {
                element.src = value
                address(value, of: attribute.tag)
            }
            if HTMLScanner.isEqual(name, "rel") { element.rel = value }
            if HTMLScanner.isEqual(name, "alt") { element.hasAlternativeText = true }
        case 4:
            if HTMLScanner.isEqual(name, "href") {
                element.href = value
                address(value, of: attribute.tag)
            } else if HTMLScanner.isEqual(name, "name") {
                element.name = value
                if HTMLScanner.isEqual(attribute.tag, "a") { anchorNames.append(ByteHash.hashOfEscaped(value)) }
            } else if HTMLScanner.isEqual(name, "lang") {
                element.lang = value
            } else if HTMLScanner.isEqual(name, "type") {
                element.type = value
            }
        case 5:
            if HTMLScanner.isEqual(name, "style") { style(value) }
        case 6:
            if HTMLScanner.isEqual(name, "srcset") { candidates(of: value) }
            if HTMLScanner.isEqual(name, "poster") || HTMLScanner.isEqual(name, "action") {
                address(value, of: attribute.tag)
            }
        case 7:
            if HTMLScanner.isEqual(name, "content") { element.content = value }
        case 8:
            if HTMLScanner.isEqual(name, "property") { element.property = value }
        case 10:
            if HTMLScanner.isEqual(name, "http-equiv") { element.equivalent = value }
        default: break
        }
    }

    private mutating func address(_ value: Bytes, of tag: Bytes) {
        guard !value.isEmpty else {
            faults.insert(.emptyAddress)
            return
        }
        if value.first == UInt8(ascii: "#") {
            fragments.append(ByteHash.hashOfFragment(Bytes(rebasing: value.dropFirst())))
            return
        }
        // A query names no other file.
        let end = value.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") }
        let index = expectation.known.index(of: end.map { Bytes(rebasing: value[..<$0]) } ?? value)
        if let index, HTMLScanner.isEqual(tag, "a") { links.append(UInt32(index)) }
        let hasPlace = end.map { value[$0...].contains(UInt8(ascii: "#")) } ?? false
        if index == nil || hasPlace { doubts.append(String(decoding: value, as: UTF8.self)) }
    }

    /// Addresses in a `style` attribute.
    private mutating func style(_ value: Bytes) {
        let text = HTMLText.unescaped(String(decoding: value, as: UTF8.self))
        for address in StyleAddresses.addresses(in: Array(text.utf8)) where !address.hasPrefix("data:") {
            doubts.append(address)
            if isForeign(Array(address.utf8)[...]) { faults.insert(.foreignResource) }
        }
    }

    /// Whether an address is one of another site.
    private func isForeign(_ address: some Collection<UInt8>) -> Bool {
        guard let first = address.first, first == UInt8(ascii: "/") || first | 0x20 == UInt8(ascii: "h") else {
            return false
        }
        if address.starts(with: "//".utf8) { return true }
        let text = String(decoding: Array(address), as: UTF8.self).lowercased()
        guard text.hasPrefix("http:") || text.hasPrefix("https:") else { return false }
        let own = expectation.canonical.split(separator: "/").prefix(2).joined(separator: "//").lowercased()
        return text != own && !text.hasPrefix(own + "/")
    }

    /// The addresses of a `srcset`: each candidate is an address and a width or density, separated by commas (HTML
    /// standard, 4.8.4.2.1).
    private mutating func candidates(of value: Bytes) {
        for candidate in String(decoding: value, as: UTF8.self).split(separator: ",") {
            if let address = candidate.split(whereSeparator: \.isWhitespace).first { doubts.append(String(address)) }
        }
    }

    // MARK: Elements

    mutating func start(_ tag: UnsafeBufferPointer<UInt8>) {
        defer { element = Element() }
        text.passTag(tag)
        switch tag.count {
        case 2:
            if tag[0] == UInt8(ascii: "h"), (0x31...0x36).contains(tag[1]) { heading(Int(tag[1]) - 0x30) }
            if HTMLScanner.isEqual(tag, "th"), !tables.isEmpty { tables[tables.count - 1] = true }
        case 3:
            if HTMLScanner.isEqual(tag, "img"), !element.hasAlternativeText { faults.insert(.imageText) }
        case 4:
            if HTMLScanner.isEqual(tag, "html") { hasLanguage = isEqual(element.lang, expectation.language) }
            if HTMLScanner.isEqual(tag, "meta") { meta() }
            if HTMLScanner.isEqual(tag, "link") { link() }
        case 5:
            // Pictures have titles of their own, further down.
            if HTMLScanner.isEqual(tag, "title") { isTitle = title == nil }
            if HTMLScanner.isEqual(tag, "table") { tables.append(false) }
        case 6:
            if HTMLScanner.isEqual(tag, "script") { isStructuredData = isEqual(element.type, "application/ld+json") }
            // What a page runs or shows in a frame.
            if let src = element.src, isForeign(src),
                HTMLScanner.isEqual(tag, "script") || HTMLScanner.isEqual(tag, "iframe")
            {
                faults.insert(.foreignResource)
            }
        default: break
        }
    }

    mutating func end(_ tag: UnsafeBufferPointer<UInt8>) {
        text.passTag(tag)
        guard tag.count == 5 else { return }
        if HTMLScanner.isEqual(tag, "title") { isTitle = false }
        if HTMLScanner.isEqual(tag, "table"), tables.popLast() == false { faults.insert(.tableHeader) }
    }

    private mutating func heading(_ level: Int) {
        if level == 1 { topHeadings += 1 }
        if headingLevel > 0, level > headingLevel + 1 { faults.insert(.headingOrder) }
        headingLevel = level
    }

    private mutating func meta() {
        guard let content = element.content else { return }
        if let name = element.name {
            if HTMLScanner.isEqual(name, "description"), !isBlank(content) { description = ByteHash.hash(content) }
            if HTMLScanner.isEqual(name, "robots"), String(decoding: content, as: UTF8.self).contains("noindex") {
                isIndexed = false
            }
        }
        if let property = element.property {
            if HTMLScanner.isEqual(property, "og:url") { canonical(content) }
            if HTMLScanner.isEqual(property, "og:image") {
                // What stands behind the question mark tells versions of the file apart.
                doubts.append(String(decoding: content.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self))
            }
        }
        if isEqual(element.equivalent, "refresh") { refresh(content) }
    }

    /// `0; url=/awards/2020/`
    private mutating func refresh(_ content: Bytes) {
        isRedirect = true
        let parts = String(decoding: content, as: UTF8.self).split(separator: "url=", maxSplits: 1)
        if parts.count == 2 { doubts.append(String(parts[1])) }
    }

    private mutating func link() {
        guard let href = element.href else { return }
        if isEqual(element.rel, "canonical") { canonical(href) }
        if isEqual(element.rel, "stylesheet"), isForeign(href) { faults.insert(.foreignResource) }
    }

    private mutating func canonical(_ value: Bytes) {
        hasCanonical = true
        if !isEqual(value, expectation.canonical) { faults.insert(.canonical) }
    }

    // MARK: Text

    mutating func text(_ piece: UnsafeBufferPointer<UInt8>) {
        if isTitle, !isBlank(piece) { title = ByteHash.hash(piece) }
        text.append(piece)
    }

    mutating func rawText(_ piece: UnsafeBufferPointer<UInt8>, of tag: UnsafeBufferPointer<UInt8>) {
        guard isStructuredData else { return }
        isStructuredData = false
        let fault = JSONScanner.firstFault(in: piece) { value in
            guard value.starts(with: "http".utf8), expectation.known.index(of: value) == nil else { return }
            doubts.append(String(decoding: value, as: UTF8.self).replacing("\\/", with: "/"))
        }
        if fault != nil { faults.insert(.structuredData) }
    }

    private func isBlank(_ bytes: Bytes) -> Bool { bytes.allSatisfy { $0 <= 0x20 } }

    private func isEqual(_ bytes: Bytes?, _ text: String) -> Bool {
        guard let bytes else { return false }
        return bytes.elementsEqual(text.utf8)
    }
}
