/// What the value of an attribute is, as far as the checks need it (HTML standard, index of attributes; SVG 2, 16.2).
enum AttributeUse {
    /// Where a reader goes who follows it.
    case link
    /// What the browser asks for while it shows the page.
    case resource
    /// Addresses that the browser tells of what the reader does, separated by blanks.
    case pings
    /// Candidates for a picture: addresses with a width or density, separated by commas.
    case candidates
    /// Where a form is sent.
    case form
    /// An address that nobody asks for by itself.
    case mention
    /// What runs when something happens.
    case script
    case style
    case other

    /// By length first: this is asked for every attribute of every page.
    init(of name: UnsafeBufferPointer<UInt8>, in element: HTMLTag) {
        func isNamed(_ text: StaticString) -> Bool { HTMLTokenizer.isEqual(name, text) }
        let isEvent = name.count > 3 && name[0] == UInt8(ascii: "o") && name[1] == UInt8(ascii: "n")
        guard !isEvent else {
            self = .script
            return
        }
        switch name.count {
        case 3: self = isNamed("src") ? .resource : .other
        case 4:
            if isNamed("href") {
                self = Self.ofReference(element)
            } else if isNamed("data") {
                self = HTMLTokenizer.isEqual(element.name, "object") ? .resource : .other
            } else {
                self = isNamed("cite") ? .mention : isNamed("ping") ? .pings : .other
            }
        case 5: self = isNamed("style") ? .style : .other
        case 6:
            if isNamed("srcset") {
                self = .candidates
            } else {
                self =
                    isNamed("poster") || isNamed("lowsrc") || isNamed("dynsrc")
                    ? .resource : isNamed("action") ? .form : isNamed("srcdoc") ? .script : .other
            }
        case 8:
            self = isNamed("manifest") || isNamed("codebase") ? .resource : isNamed("longdesc") ? .link : .other
        case 10:
            if isNamed("xlink:href") {
                self = Self.ofReference(element)
            } else {
                self = isNamed("formaction") ? .form : isNamed("background") ? .resource : .other
            }
        case 11: self = isNamed("imagesrcset") ? .candidates : .other
        case 14: self = isNamed("attributionsrc") ? .pings : .other
        default: self = .other
        }
    }

    /// What `href` is, which depends on the element.
    private static func ofReference(_ element: HTMLTag) -> AttributeUse {
        let name = element.name
        if HTMLTokenizer.isEqual(name, "a") || HTMLTokenizer.isEqual(name, "area") { return .link }
        if HTMLTokenizer.isEqual(name, "base") { return .other }
        guard HTMLTokenizer.isEqual(name, "link") else { return .resource }
        let relation = element.attributes.first { HTMLTokenizer.isEqual($0.name, "rel") }?.value
        return relation.map { AttributeWords($0).areAll(in: mentions) } ?? true ? .mention : .resource
    }

    /// Whether an element may have its content in its address: what it shows cannot run.
    static func mayHoldData(_ element: UnsafeBufferPointer<UInt8>) -> Bool {
        func isNamed(_ text: StaticString) -> Bool { HTMLTokenizer.isEqual(element, text) }
        return switch element.count {
        case 3: isNamed("img")
        case 4: isNamed("link")
        case 5: isNamed("image") || isNamed("input") || isNamed("audio") || isNamed("video") || isNamed("track")
        case 6: isNamed("source")
        case 7: isNamed("feimage")
        default: false
        }
    }

    /// Relations of `link` for which nothing is asked for.
    private static let mentions: [StaticString] = [
        "alternate", "author", "bookmark", "canonical", "external", "help", "license", "me", "next", "prev", "search",
        "tag", "privacy-policy", "terms-of-service", "up", "index",
    ]
}
