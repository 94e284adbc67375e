import Glibc

/// Where in a page's markup a byte stands, as far as it matters for a value that is put there: the states of the HTML
/// standard's tokenizer (13.2.5) without those that tell parse errors apart.
struct MarkupState: Equatable {
    enum Mode: UInt8 {
        case text
        case tagOpen, endTagOpen, tagName, endTag
        case beforeAttribute, attributeName, afterAttributeName, beforeValue
        case doubleQuoted, singleQuoted, unquoted, afterQuoted
        /// `<!` and what follows, until it is known to be a comment.
        case declaration
        case comment
        /// What a script, a style, a title and their like hold, and what looks like an end of it.
        case content, contentTagOpen, contentEndTag
    }

    /// What an element holds.
    enum Content: UInt8 {
        /// Elements and text.
        case markup
        /// Text, in which references are resolved: `title`, `textarea`.
        case plainText
        case script
        /// A script that is data for programs.
        case data
        case style
        /// Text that nobody reads: `iframe`, `noframes`, `noembed`, `xmp`.
        case raw
    }

    /// What an attribute's value is.
    enum AttributeKind: UInt8 {
        case plain, address, script, style
    }

    /// How far a value that is an address has been read.
    enum AddressPhase: UInt8 {
        /// Nothing but blanks: what comes next may be the scheme.
        case start
        /// Letters that a dangerous scheme begins with.
        case scheme
        /// In a scheme that runs what follows it.
        case dangerous
        /// Behind a character reference, which may stand for any sign of a scheme.
        case reference
        /// Behind the scheme, or in an address without one.
        case behind
    }

    private(set) var mode = Mode.text
    /// What the element of the open tag, or the one that is being read, holds.
    private(set) var content = Content.markup
    private(set) var attribute = AttributeKind.plain
    private(set) var phase = AddressPhase.start
    /// The name or the beginning of a value that is being read; of longer ones the first bytes.
    private var name = ShortName()
    /// The element whose end ends `content`.
    private var element = ShortName()
    private var isType = false
    /// Whether the value is a list of addresses with a comma behind each, and what was read of the one before.
    private var isList = false
    private var isPastAddress = false
    private var isPastComma = false
    /// How many hyphens were read in a row.
    private var hyphens: UInt8 = 0
}

/// The first sixteen bytes of a name, in small letters.
struct ShortName: Equatable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0
    /// How many of its bytes are kept.
    private(set) var count: UInt8 = 0
    private var isLonger = false
    static let maximumCount: UInt8 = 16

    init() {}

    init(_ text: StaticString) {
        for index in 0..<text.utf8CodeUnitCount { append(text.utf8Start[index]) }
    }

    var isEmpty: Bool { count == 0 }

    mutating func append(_ byte: UInt8) {
        // Of a name that is longer, only how it begins and that it is none of the short ones matters.
        guard count < Self.maximumCount else {
            isLonger = true
            return
        }
        high = high << 8 | low >> 56
        low = low << 8 | UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        count += 1
    }

    /// Whether the name begins with two bytes.
    func begins(with first: UInt8, _ second: UInt8) -> Bool {
        count >= 2 && byte(0) == first && byte(1) == second
    }

    /// Whether another name begins with this one.
    func isBeginning(of other: ShortName) -> Bool {
        !isLonger && count <= other.count && (0..<count).allSatisfy { byte($0) == other.byte($0) }
    }

    // Those that are asked for in every tag are made once.
    static let script = ShortName("script")
    static let style = ShortName("style")
    static let title = ShortName("title")
    static let textArea = ShortName("textarea")
    static let iframe = ShortName("iframe")
    static let noFrames = ShortName("noframes")
    static let noEmbed = ShortName("noembed")
    static let xmp = ShortName("xmp")
    static let animate = ShortName("animate")
    static let set = ShortName("set")
    static let type = ShortName("type")
    static let sourceSet = ShortName("srcset")
    static let imageSourceSet = ShortName("imagesrcset")
    static let sourceDocument = ShortName("srcdoc")
    /// `application/ld+json` and `application/json`, as far as they are kept.
    static let linkedData = ShortName("application/ld+json")
    static let json = ShortName("application/json")

    private func byte(_ index: UInt8) -> UInt8 {
        let fromEnd = count - 1 - index
        return UInt8(truncatingIfNeeded: fromEnd < 8 ? low >> (8 * UInt64(fromEnd)) : high >> (8 * UInt64(fromEnd - 8)))
    }
}

extension MarkupState {
    /// Goes on over a piece of a template. Where one byte alone can change anything, what stands before it is passed over.
    mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < text.count {
            if let awaited {
                guard let start = text.baseAddress,
                    let found = memchr(start + index, Int32(awaited), text.count - index)
                else { return }
                index = UnsafeRawPointer(found) - UnsafeRawPointer(start)
            }
            read(text[index])
            index += 1
        }
    }

    /// The only byte that ends what is being read; `nil` where others mean something.
    private var awaited: UInt8? {
        let isPlainValue = !isType && attribute != .address
        return switch mode {
        case .text, .content: UInt8(ascii: "<")
        case .doubleQuoted where isPlainValue: UInt8(ascii: "\"")
        case .singleQuoted where isPlainValue: UInt8(ascii: "'")
        default: nil
        }
    }

    /// Goes on over a byte of a template.
    mutating func read(_ byte: UInt8) {
        switch mode {
        case .text: if byte == UInt8(ascii: "<") { mode = .tagOpen }
        case .tagOpen, .endTagOpen: openTag(byte)
        case .tagName, .endTag, .beforeAttribute, .attributeName, .afterAttributeName, .beforeValue, .afterQuoted:
            readTag(byte)
        case .doubleQuoted, .singleQuoted, .unquoted: readValue(byte)
        case .declaration, .comment: readComment(byte)
        case .content, .contentTagOpen, .contentEndTag: readContent(byte)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
    }

    private mutating func openTag(_ byte: UInt8) {
        let isEnd = mode == .endTagOpen
        if Self.isLetter(byte) {
            mode = isEnd ? .endTag : .tagName
            name = ShortName()
            name.append(byte)
            (isType, content) = (false, .markup)
        } else if !isEnd, byte == UInt8(ascii: "/") {
            mode = .endTagOpen
        } else if isEnd || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
            // `</` with anything but a name is a comment that ends at the next `>`.
            mode = isEnd && byte == UInt8(ascii: ">") ? .text : .declaration
            hyphens = byte == UInt8(ascii: "!") ? 0 : 0xFF
        } else {
            mode = byte == UInt8(ascii: "<") ? .tagOpen : .text
        }
    }

    // MARK: Tags

    private mutating func readTag(_ byte: UInt8) {
        switch mode {
        case .endTag:
            if byte == UInt8(ascii: ">") { mode = .text }
            return
        case .tagName:
            guard Self.isBlank(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") else {
                name.append(byte)
                return
            }
            element = name
            content = Self.content(of: name)
            mode = .beforeAttribute
        case .attributeName:
            if byte == UInt8(ascii: "=") {
                mode = .beforeValue
                return
            }
            guard Self.isBlank(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") else {
                name.append(byte)
                return
            }
            mode = .afterAttributeName
        case .afterAttributeName where byte == UInt8(ascii: "="):
            mode = .beforeValue
            return
        case .beforeValue:
            beginValue(byte)
            return
        default: break
        }
        if byte == UInt8(ascii: ">") {
            endTag()
        } else if byte == UInt8(ascii: "/") {
            mode = .beforeAttribute
        } else if !Self.isBlank(byte) {
            mode = .attributeName
            name = ShortName()
            name.append(byte)
        }
    }

    private mutating func endTag() {
        mode = content == .markup ? .text : .content
        name = ShortName()
    }

    private static func content(of element: ShortName) -> Content {
        switch element {
        case .script: .script
        case .style: .style
        case .title, .textArea: .plainText
        case .iframe, .noFrames, .noEmbed, .xmp: .raw
        default: .markup
        }
    }

    // MARK: Values

    private mutating func beginValue(_ byte: UInt8) {
        guard !Self.isBlank(byte) else { return }
        attribute = Self.kind(of: name, in: element)
        phase = .start
        isList = name == .sourceSet || name == .imageSourceSet
        (isPastAddress, isPastComma) = (false, false)
        isType = name == .type && element == .script
        name = ShortName()
        switch byte {
        case UInt8(ascii: "\""): mode = .doubleQuoted
        case UInt8(ascii: "'"): mode = .singleQuoted
        case UInt8(ascii: ">"): endTag()
        default:
            mode = .unquoted
            readValue(byte)
        }
    }

    private mutating func readValue(_ byte: UInt8) {
        switch (mode, byte) {
        case (.doubleQuoted, UInt8(ascii: "\"")), (.singleQuoted, UInt8(ascii: "'")):
            endValue()
            mode = .afterQuoted
        case (.unquoted, _) where Self.isBlank(byte):
            endValue()
            mode = .beforeAttribute
        case (.unquoted, UInt8(ascii: ">")):
            endValue()
            endTag()
        default:
            if isType { name.append(byte) }
            if attribute == .address { readAddress(byte) }
        }
    }

    private mutating func endValue() {
        guard isType else { return }
        let isData = name == .linkedData || name == .json
        content = isData ? .data : .script
        isType = false
    }

    private mutating func readAddress(_ byte: UInt8) {
        if isList, beginsAnother(behind: byte) { return }
        guard phase == .start || phase == .scheme else { return }
        // Browsers leave blanks and line ends out wherever they stand in a scheme (URL standard, 4.4).
        guard byte > 0x20 else { return }
        guard byte != UInt8(ascii: "&") else {
            phase = .reference
            return
        }
        if byte == UInt8(ascii: ":") {
            phase = Self.dangerousSchemes.contains(name) ? .dangerous : .behind
            return
        }
        name.append(byte)
        phase = Self.dangerousSchemes.contains { name.isBeginning(of: $0) } ? .scheme : .behind
    }

    /// Begins the next address of a list behind a comma that ends the one before (HTML standard, 4.8.4.4): a comma in what
    /// follows an address, or a blank behind a comma.
    private mutating func beginsAnother(behind byte: UInt8) -> Bool {
        let isEnd = byte == UInt8(ascii: ",") && isPastAddress || byte <= 0x20 && isPastComma
        if isEnd {
            phase = .start
            name = ShortName()
            (isPastAddress, isPastComma) = (false, false)
        } else {
            isPastComma = byte == UInt8(ascii: ",")
            if byte <= 0x20, phase != .start { isPastAddress = true }
        }
        return isEnd
    }

    private static let dangerousSchemes = [ShortName("javascript"), ShortName("data"), ShortName("vbscript")]

    /// Goes on over a value that is put in.
    mutating func readShownValue() {
        switch mode {
        case .beforeValue: beginValue(UInt8(ascii: "x"))
        case .doubleQuoted, .singleQuoted, .unquoted: if phase == .start || phase == .scheme { phase = .behind }
        default: break
        }
    }

    /// What the value of an attribute is (HTML standard, index of attributes; SVG 2, 15.2; SVG Animations 2, 4).
    private static func kind(of name: ShortName, in element: ShortName) -> AttributeKind {
        if name.begins(with: UInt8(ascii: "o"), UInt8(ascii: "n")) { return .script }
        if name == .style { return .style }
        if name == .sourceDocument { return .script }
        // An animation may put its values into an address.
        if element == .animate || element == .set, animated.contains(name) { return .address }
        return addressesByCount[Int(name.count)].contains(name) ? .address : .plain
    }

    private static let animated = [
        ShortName("to"), ShortName("from"), ShortName("by"), ShortName("values"), ShortName("attributename"),
    ]

    /// Names of attributes whose value is an address, by how many bytes they have.
    private static let addressesByCount: [[ShortName]] = {
        let names: [StaticString] = [
            "href", "src", "srcset", "action", "formaction", "data", "poster", "cite", "background", "ping",
            "imagesrcset", "manifest", "xlink:href", "longdesc", "codebase", "classid", "profile", "lowsrc", "dynsrc",
        ]
        var byCount = [[ShortName]](repeating: [], count: Int(ShortName.maximumCount) + 1)
        for name in names { byCount[name.utf8CodeUnitCount].append(ShortName(name)) }
        return byCount
    }()

    // MARK: Comments

    private mutating func readComment(_ byte: UInt8) {
        guard mode == .comment else {
            if hyphens < 2, byte == UInt8(ascii: "-") {
                hyphens += 1
                if hyphens == 2 { mode = .comment }
            } else {
                hyphens = 0xFF
                if byte == UInt8(ascii: ">") { mode = .text }
            }
            return
        }
        // The hyphens that begin a comment may be those that end it: `<!-->`, `<!--->`.
        if byte == UInt8(ascii: "-") {
            hyphens = min(hyphens, 1) + 1
        } else if byte == UInt8(ascii: ">"), hyphens >= 2 {
            mode = .text
        } else if !(byte == UInt8(ascii: "!") && hyphens >= 2) {
            hyphens = 0
        }
    }

    // MARK: Scripts and their like

    private mutating func readContent(_ byte: UInt8) {
        switch mode {
        case .contentTagOpen where byte == UInt8(ascii: "/"):
            mode = .contentEndTag
            name = ShortName()
        case .contentEndTag where Self.isLetter(byte): name.append(byte)
        case .contentEndTag
        where name == element && (Self.isBlank(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")):
            content = .markup
            mode = byte == UInt8(ascii: ">") ? .text : .endTag
        default: mode = byte == UInt8(ascii: "<") ? .contentTagOpen : .content
        }
    }
}
