/// The attributes of an element that say what it is, as they are written.
struct ElementAttributes {
    private(set) var name: UnsafeBufferPointer<UInt8>?
    private(set) var property: UnsafeBufferPointer<UInt8>?
    private(set) var content: UnsafeBufferPointer<UInt8>?
    private(set) var rel: UnsafeBufferPointer<UInt8>?
    private(set) var href: UnsafeBufferPointer<UInt8>?
    private(set) var lang: UnsafeBufferPointer<UInt8>?
    private(set) var type: UnsafeBufferPointer<UInt8>?
    private(set) var equivalent: UnsafeBufferPointer<UInt8>?
    private(set) var charset: UnsafeBufferPointer<UInt8>?
    /// Whether a script stands elsewhere.
    private(set) var hasSource = false
    private(set) var hasAlternativeText = false

    /// Of an element without any.
    init() {}

    /// Whether the checks ask what an element's attributes say of it.
    static func describe(_ tag: HTMLTag) -> Bool {
        func isNamed(_ text: StaticString) -> Bool { HTMLTokenizer.isEqual(tag.name, text) }
        return switch tag.name.count {
        case 3: isNamed("img")
        case 4: isNamed("html") || isNamed("meta") || isNamed("link")
        case 6: isNamed("script")
        default: false
        }
    }

    init(_ tag: HTMLTag) {
        for attribute in tag.attributes { note(attribute, isForeign: tag.isForeign) }
    }

    /// By length first: this is asked for every attribute of every page.
    private mutating func note(_ attribute: HTMLAttribute, isForeign: Bool) {
        let value = attribute.value
        func isNamed(_ text: StaticString) -> Bool { HTMLTokenizer.isEqual(attribute.name, text) }
        switch attribute.name.count {
        case 3:
            if isNamed("rel") { rel = value }
            if isNamed("alt") { hasAlternativeText = true }
            if isNamed("src") { hasSource = true }
        case 4:
            if isNamed("href") {
                href = value
                // Scripts of SVG have their address there (SVG 2, 5.8).
                if isForeign { hasSource = true }
            } else if isNamed("name") {
                name = value
            } else if isNamed("lang") {
                lang = value
            } else if isNamed("type") {
                type = value
            }
        case 7:
            if isNamed("content") { content = value }
            if isNamed("charset") { charset = value }
        case 8: if isNamed("property") { property = value }
        case 10:
            if isNamed("http-equiv") { equivalent = value }
            if isNamed("xlink:href"), isForeign { hasSource = true }
        default: break
        }
    }

    /// Whether a `link` stands in a relation to its page.
    func isRelated(_ relation: StaticString) -> Bool { rel.map { AttributeWords($0).contains(relation) } ?? false }

    /// The type of a script (HTML standard, 4.12.1.1): whether it runs, or is data for programs.
    var runsAsScript: Bool {
        guard let type, !type.isEmpty else { return true }
        let words = AttributeWords(type)
        return Self.runningTypes.contains { words.areOnly($0) }
    }

    /// Whether a script holds data about its page.
    var isStructuredData: Bool { type.map { AttributeWords($0).areOnly("application/ld+json") } ?? false }

    /// Modules and what browsers take for scripts (MIME Sniffing, 4.6, "JavaScript MIME type"); every other type is data.
    private static let runningTypes: [StaticString] = [
        "module", "importmap", "speculationrules", "application/ecmascript", "application/javascript",
        "application/x-ecmascript", "application/x-javascript", "text/ecmascript", "text/javascript",
        "text/javascript1.0", "text/javascript1.1", "text/javascript1.2", "text/javascript1.3", "text/javascript1.4",
        "text/javascript1.5", "text/jscript", "text/livescript", "text/x-ecmascript", "text/x-javascript",
    ]
}
