/// Takes what the checks need from a page in one pass over its bytes.
struct PageReading: HTMLVisitor {
    private typealias Bytes = UnsafeBufferPointer<UInt8>

    /// What the site knows, to be compared with what the page says.
    struct Expectation {
        let known: KnownAddresses
        let language: String
        /// The page's full address.
        let canonical: String
        /// Whether the page only leads on to another one.
        var isRedirect = false
    }

    private let expectation: Expectation
    /// The page while it is read.
    private var page: Bytes

    private(set) var ids: [UInt64] = []
    /// Where each of `ids` stands.
    private(set) var idPlaces: [Range<Int>] = []
    private(set) var anchorNames: [UInt64] = []
    /// Places on the page itself: a hash of each, as it reads when decoded, and where it stands.
    private(set) var fragments: [(hash: UInt64, bytes: Range<Int>)] = []
    /// Addresses that are not known as they stand.
    private(set) var doubts: [PageAddress] = []
    /// Those of them that a reader may follow, but for their place on a known page.
    private(set) var otherLinks: [PageAddress] = []
    /// Indices of the known addresses that `<a>` leads to.
    private(set) var links: [UInt32] = []
    private(set) var faults: [PlacedFault] = []
    private(set) var head: PageHead
    private(set) var text: PageText

    private var topHeadings = 0
    private var headingLevel = 0
    private var hasLanguage = false
    private var isTitle = false
    private var isStructuredData = false
    /// The text of a style element of SVG, which comes in pieces, and where the element begins.
    private var css: [UInt8] = []
    private var styleTag: Range<Int>?
    /// Whether each table that is open has had a header, and where it begins.
    private var tables: [(hasHeader: Bool, bytes: Range<Int>)] = []
    private var balance = ElementBalance()
    private var rootTag = 0..<0
    private var headTag = 0..<0
    private var bodyTag: Range<Int>?

    /// How many faults of a kind are kept of one page.
    private static let maximumFaultsOfKind = 8

    init(of page: [UInt8], _ expectation: Expectation) {
        self = page.withUnsafeBufferPointer { bytes in
            var reading = PageReading(bytes, expectation)
            HTMLTokenizer.scan(bytes, &reading)
            reading.finish()
            reading.page = Bytes(start: nil, count: 0)
            return reading
        }
    }

    private init(_ page: Bytes, _ expectation: Expectation) {
        self.page = page
        self.expectation = expectation
        head = PageHead(canonical: expectation.canonical, isRedirect: expectation.isRedirect)
        text = PageText(capacity: page.count / 2)
    }

    private mutating func finish() {
        for table in tables where !table.hasHeader { add(.tableHeader, table.bytes) }
        balance.finish()
        for bytes in balance.faults { add(.unclosedElement, bytes) }
        if !hasLanguage { add(.language, rootTag) }
        if !head.isProtected { add(.securityPolicy, head.weakPolicy ?? headTag) }
        if head.isProtected, let script = head.unprotectedScript { add(.securityPolicy, script) }
        // A page that only leads on has nothing to say.
        guard !expectation.isRedirect else {
            let kept: Set<PageFault> = [.language, .securityPolicy, .inlineScript]
            faults.removeAll { !kept.contains($0.fault) }
            return
        }
        if !head.hasCanonical { add(.canonical, headTag) }
        if head.title == nil { add(.title, headTag) }
        if head.description == nil { add(.description, headTag) }
        if topHeadings == 0 { add(.topHeading, bodyTag ?? rootTag) }
    }

    private mutating func add(_ fault: PageFault, _ bytes: Range<Int>) {
        guard faults.lazy.filter({ $0.fault == fault }).count < Self.maximumFaultsOfKind else { return }
        faults.append(PlacedFault(fault: fault, bytes: bytes))
    }

    /// Where a piece of the page stands in it; names may be none.
    private func place(of bytes: Bytes) -> Range<Int> {
        guard let page = page.baseAddress, let start = bytes.baseAddress else { return 0..<0 }
        let offset = start - page
        guard offset >= 0, offset + bytes.count <= self.page.count else { return 0..<0 }
        return offset..<offset + bytes.count
    }

    // MARK: Elements

    mutating func start(_ tag: HTMLTag) {
        text.passTag(tag.name)
        balance.start(tag)
        let element = ElementAttributes.describe(tag) ? ElementAttributes(tag) : ElementAttributes()
        for attribute in tag.attributes { read(attribute, of: tag, element) }
        guard !tag.isForeign else {
            if HTMLTokenizer.isEqual(tag.name, "style"), !tag.isSelfClosing { styleTag = tag.bytes }
            if HTMLTokenizer.isEqual(tag.name, "script") { script(element, tag.bytes) }
            return
        }
        startHTML(tag, element)
    }

    private mutating func startHTML(_ tag: HTMLTag, _ element: ElementAttributes) {
        let name = tag.name
        func isNamed(_ text: StaticString) -> Bool { HTMLTokenizer.isEqual(name, text) }
        switch name.count {
        case 2:
            if name[0] == UInt8(ascii: "h"), (0x31...0x36).contains(name[1]) { heading(Int(name[1]) - 0x30, tag.bytes) }
            if isNamed("th"), !tables.isEmpty { tables[tables.count - 1].hasHeader = true }
        case 3: if isNamed("img"), !element.hasAlternativeText { add(.imageText, tag.bytes) }
        case 4:
            if isNamed("html") {
                rootTag = tag.bytes
                hasLanguage =
                    element.lang.map(CharacterReferences.resolvedText)?.lowercased()
                    == expectation.language.lowercased()
            }
            if isNamed("head") { headTag = tag.bytes }
            if isNamed("body") {
                bodyTag = tag.bytes
                head.isOver = true
            }
            if isNamed("meta") { meta(element, tag.bytes) }
            if isNamed("link"), let href = element.href, element.isRelated("canonical"), !head.isCanonical(href) {
                add(.canonical, tag.bytes)
            }
            if isNamed("base") { add(.baseAddress, tag.bytes) }
        case 5:
            if isNamed("title") { isTitle = head.title == nil }
            if isNamed("table") { tables.append((false, tag.bytes)) }
        case 6: if isNamed("script") { script(element, tag.bytes) }
        default: break
        }
    }

    mutating func end(_ name: UnsafeBufferPointer<UInt8>) {
        text.passTag(name)
        balance.end(name, at: place(of: name))
        if name.count == 4, HTMLTokenizer.isEqual(name, "head") { head.isOver = true }
        guard name.count == 5 else { return }
        if HTMLTokenizer.isEqual(name, "title") { isTitle = false }
        if HTMLTokenizer.isEqual(name, "table"), let table = tables.popLast(), !table.hasHeader {
            add(.tableHeader, table.bytes)
        }
        if HTMLTokenizer.isEqual(name, "style"), let styleTag {
            self.styleTag = nil
            styles(in: css, styleTag)
            css = []
        }
    }

    private mutating func heading(_ level: Int, _ bytes: Range<Int>) {
        if level == 1 {
            topHeadings += 1
            if topHeadings == 2 { add(.topHeading, bytes) }
        }
        if headingLevel > 0, level > headingLevel + 1 { add(.headingOrder, bytes) }
        headingLevel = level
    }

    private mutating func script(_ element: ElementAttributes, _ bytes: Range<Int>) {
        isStructuredData = element.isStructuredData
        guard element.runsAsScript else { return }
        if !element.hasSource { add(.inlineScript, bytes) }
        head.script(at: bytes)
    }

    private mutating func meta(_ element: ElementAttributes, _ bytes: Range<Int>) {
        let (fault, address) = head.meta(element, bytes)
        if let fault { add(fault, bytes) }
        guard let address, let content = element.content else { return }
        // Pictures for cards are nearly always those that the program lists.
        if address.use == .mention, expectation.known.index(of: content) != nil { return }
        let written = PageAddress(address.text, use: address.use, bytes: place(of: content))
        doubts.append(written)
        if written.use == .link { otherLinks.append(written) }
    }

    // MARK: Attributes

    private mutating func read(_ attribute: HTMLAttribute, of tag: HTMLTag, _ element: ElementAttributes) {
        let (name, value) = (attribute.name, attribute.value)
        switch AttributeUse(of: name, in: tag) {
        case .other:
            if HTMLTokenizer.isEqual(name, "id") {
                ids.append(ByteHash.hashOfEscaped(value))
                idPlaces.append(place(of: value))
            } else if HTMLTokenizer.isEqual(name, "name"), HTMLTokenizer.isEqual(tag.name, "a") {
                anchorNames.append(ByteHash.hashOfEscaped(value))
            } else if tag.isForeign, value.contains(UInt8(ascii: "(")) {
                // Attributes of SVG for its looks are read as styles are (SVG 2, 6.6).
                styles(in: CharacterReferences.resolved(value, in: .attribute), place(of: value))
            }
        case .link: address(value, use: .link, of: tag)
        // The canonical address is compared with the page's own, which is there.
        case .mention: if !element.isRelated("canonical") { address(value, use: .mention, of: tag) }
        case .form: address(value, use: .form, of: tag)
        case .resource: address(value, use: AttributeUse.mayHoldData(tag.name) ? .picture : .resource, of: tag)
        case .pings:
            for part in CharacterReferences.resolvedText(value).split(whereSeparator: \.isWhitespace) {
                doubts.append(PageAddress(String(part), use: .form, bytes: place(of: value)))
            }
        case .candidates:
            for part in SourceSet.addresses(in: CharacterReferences.resolvedText(value)) {
                doubts.append(PageAddress(part, use: .picture, bytes: place(of: value)))
            }
        case .script: add(.inlineScript, place(of: value))
        case .style: styles(in: CharacterReferences.resolved(value, in: .attribute), place(of: value))
        }
    }

    private mutating func address(_ value: Bytes, use: PageAddress.Use, of tag: HTMLTag) {
        guard !isBlank(value) else {
            add(.emptyAddress, tag.bytes)
            return
        }
        if value.first == UInt8(ascii: "#") {
            fragments.append((ByteHash.hashOfFragment(Bytes(rebasing: value.dropFirst())), place(of: value)))
            return
        }
        // A query names no other file.
        let end = value.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") }
        let index = expectation.known.index(of: end.map { Bytes(rebasing: value[..<$0]) } ?? value)
        if let index, use == .link || use == .picture { links.append(UInt32(index)) }
        guard index == nil || end.map({ value[$0...].contains(UInt8(ascii: "#")) }) ?? false else { return }
        let written = PageAddress(CharacterReferences.resolvedText(value), use: use, bytes: place(of: value))
        doubts.append(written)
        if index == nil, use == .link { otherLinks.append(written) }
    }

    /// Addresses in the styles of the page; those of SVG may name places of the page itself.
    ///
    /// - Parameter place: where the style stands.
    private mutating func styles(in css: [UInt8], _ place: Range<Int>) {
        for address in StyleAddresses.addresses(in: css) where !address.text.isEmpty && !address.text.hasPrefix("#") {
            // Without references and escapes around it, each address has its own place.
            let isVerbatim = css.count == place.count
            let start = isVerbatim ? place.lowerBound + address.bytes.lowerBound : place.lowerBound
            let end = isVerbatim ? start + address.bytes.count : place.upperBound
            doubts.append(PageAddress(address.text, use: .picture, bytes: start..<end))
        }
    }

    // MARK: Text

    mutating func text(_ piece: UnsafeBufferPointer<UInt8>) {
        guard styleTag == nil else { return CharacterReferences.append(piece, in: .text, to: &css) }
        if isTitle, !isBlank(piece) { head.title = ByteHash.hash(piece) }
        text.append(piece)
    }

    mutating func rawText(_ piece: UnsafeBufferPointer<UInt8>, of name: UnsafeBufferPointer<UInt8>) {
        let isShown = name.isEmpty || HTMLTokenizer.isEqual(name, "plaintext") || HTMLTokenizer.isEqual(name, "xmp")
        if isShown { text.appendPlain(piece) }
        if HTMLTokenizer.isEqual(name, "style") { styles(in: Array(piece), place(of: piece)) }
        guard isStructuredData, HTMLTokenizer.isEqual(name, "script") else { return }
        isStructuredData = false
        let fault = JSONScanner.firstFault(in: piece) { value in
            guard value.starts(with: "http".utf8), expectation.known.index(of: value) == nil else { return }
            let text = String(decoding: value, as: UTF8.self)
            let address = text.utf8.contains(UInt8(ascii: "\\")) ? text.replacing("\\/", with: "/") : text
            doubts.append(PageAddress(address, use: .mention, bytes: place(of: value)))
        }
        if fault != nil { add(.structuredData, place(of: piece)) }
    }

    private func isBlank(_ bytes: Bytes) -> Bool { bytes.allSatisfy { $0 <= 0x20 } }
}
