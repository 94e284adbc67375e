import Glibc

/// Takes what a tokenizer finds, in the order of the page. Buffers are parts of the page, or of memory of the tokenizer,
/// and live no longer than the call of `scan`.
protocol HTMLVisitor {
    mutating func start(_ tag: HTMLTag)
    mutating func end(_ name: UnsafeBufferPointer<UInt8>)
    /// Text between tags, with character references as they are written.
    mutating func text(_ text: UnsafeBufferPointer<UInt8>)
    /// What an element holds in which nothing is markup and no reference is resolved, such as a script or a style.
    mutating func rawText(_ text: UnsafeBufferPointer<UInt8>, of name: UnsafeBufferPointer<UInt8>)
    mutating func comment(_ text: UnsafeBufferPointer<UInt8>)
    mutating func doctype()
}

extension HTMLVisitor {
    mutating func comment(_ text: UnsafeBufferPointer<UInt8>) {}
    mutating func doctype() {}
}

/// The beginning of an element.
struct HTMLTag {
    /// In small letters.
    let name: UnsafeBufferPointer<UInt8>
    /// The first of each name.
    let attributes: UnsafeBufferPointer<HTMLAttribute>
    let isSelfClosing: Bool
    /// Whether the element is one of SVG or MathML.
    let isForeign: Bool
    /// Where the tag stands in the page.
    let bytes: Range<Int>
}

/// An attribute of a tag.
struct HTMLAttribute {
    /// In small letters.
    let name: UnsafeBufferPointer<UInt8>
    /// As it is written, with character references.
    let value: UnsafeBufferPointer<UInt8>
}

/// Reads a finished page as browsers do: the tokenizer of the HTML standard (13.2.5), with as much of its tree builder as
/// decides how the tokenizer goes on: which elements hold text alone, and what is SVG or MathML.
///
/// What is text for a reader stays in one piece as far as it can; nothing is copied but names in capitals. The time grows
/// with the length of the page alone.
struct HTMLTokenizer {
    /// How what follows is to be read (HTML standard, 13.2.5: the states in which a tokenizer begins).
    enum Content {
        case data, rcdata, rawText, scriptData, plainText, cdata
    }

    let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var attributes: [HTMLAttribute] = []
    private var foreign = ForeignContent()
    private var names = SmallNames()
    /// How many bytes were looked at, those that were looked at again counted again.
    private var work = 0

    /// Tells a visitor of all that a page holds, in its order.
    ///
    /// - Parameters:
    ///   - content: how the beginning is to be read.
    ///   - element: the name, in small letters, of the element that holds it.
    /// - Returns: how many bytes were looked at; at most a few times those of the page.
    @discardableResult
    static func scan(
        _ page: UnsafeBufferPointer<UInt8>, from content: Content = .data, in element: [UInt8] = [],
        _ visitor: inout some HTMLVisitor
    ) -> Int {
        var tokenizer = HTMLTokenizer(bytes: page)
        defer { tokenizer.names.free() }
        element.withUnsafeBufferPointer { tokenizer.readContent(content, of: $0, &visitor) }
        tokenizer.readData(&visitor)
        return tokenizer.work
    }

    /// Whether a name is the given one.
    static func isEqual(_ name: UnsafeBufferPointer<UInt8>, _ expected: StaticString) -> Bool {
        guard name.count == expected.utf8CodeUnitCount, let start = name.baseAddress else { return false }
        return memcmp(start, expected.utf8Start, name.count) == 0
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    // MARK: Text and tags

    private mutating func readData(_ visitor: inout some HTMLVisitor) {
        var textStart = position
        while let open = first(UInt8(ascii: "<"), from: position) {
            position = open + 1
            guard isMarkup(at: position) else { continue }
            if open > textStart { visitor.text(part(textStart..<open)) }
            readMarkup(from: open, &visitor)
            textStart = position
        }
        if textStart < bytes.count { visitor.text(part(textStart..<bytes.count)) }
        position = bytes.count
    }

    /// Whether a `<` before the offset begins a tag or a comment.
    private func isMarkup(at offset: Int) -> Bool {
        guard offset < bytes.count else { return false }
        switch bytes[offset] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
        case UInt8(ascii: "/"): return offset + 1 < bytes.count
        case let byte: return Self.isLetter(byte)
        }
    }

    private mutating func readMarkup(from open: Int, _ visitor: inout some HTMLVisitor) {
        switch bytes[position] {
        case UInt8(ascii: "!"): readDeclaration(&visitor)
        case UInt8(ascii: "?"): readBogusComment(from: position, &visitor)
        case UInt8(ascii: "/"):
            position += 1
            if Self.isLetter(bytes[position]) {
                readEndTag(&visitor)
            } else if bytes[position] == UInt8(ascii: ">") {
                position += 1
            } else {
                readBogusComment(from: position, &visitor)
            }
        default: readStartTag(from: open, &visitor)
        }
    }

    private mutating func readStartTag(from open: Int, _ visitor: inout some HTMLVisitor) {
        let name = readName(endsAtEquals: false)
        guard let isSelfClosing = readAttributes() else { return }
        let bytes = open..<position
        let attributes = attributes
        let isForeign = attributes.withUnsafeBufferPointer { attributes in
            let isForeign = foreign.begins(name, attributes, isSelfClosing: isSelfClosing)
            visitor.start(
                HTMLTag(
                    name: name, attributes: attributes, isSelfClosing: isSelfClosing, isForeign: isForeign,
                    bytes: bytes))
            return isForeign
        }
        if !isForeign, let content = Self.content(of: name) { readContent(content, of: name, &visitor) }
    }

    private mutating func readEndTag(_ visitor: inout some HTMLVisitor) {
        let name = readName(endsAtEquals: false)
        guard readAttributes() != nil else { return }
        foreign.ends(name)
        visitor.end(name)
    }

    /// How an element's content is to be read; `nil` for markup. By length first: this is asked for every tag.
    private static func content(of name: UnsafeBufferPointer<UInt8>) -> Content? {
        switch name.count {
        case 3: isEqual(name, "xmp") ? .rawText : nil
        case 5: isEqual(name, "title") ? .rcdata : isEqual(name, "style") ? .rawText : nil
        case 6: isEqual(name, "script") ? .scriptData : isEqual(name, "iframe") ? .rawText : nil
        case 7: isEqual(name, "noembed") ? .rawText : nil
        case 8: isEqual(name, "textarea") ? .rcdata : isEqual(name, "noframes") ? .rawText : nil
        case 9: isEqual(name, "plaintext") ? .plainText : nil
        default: nil
        }
    }

    // MARK: Names and attributes

    /// Reads the name of a tag or an attribute up to what ends it.
    private mutating func readName(endsAtEquals: Bool) -> UnsafeBufferPointer<UInt8> {
        let start = position
        var differs = false
        // An attribute may begin with the sign that ends others (before attribute name state).
        if endsAtEquals, bytes[position] == UInt8(ascii: "=") { position += 1 }
        while position < bytes.count {
            let byte = bytes[position]
            if byte <= 0x20 {
                if Self.isBlank(byte) { break }
                if byte == 0 { differs = true }
            } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
                || (endsAtEquals && byte == UInt8(ascii: "="))
            {
                break
            } else if byte &- 0x41 < 26 {
                differs = true
            }
            position += 1
        }
        work += position - start
        let name = part(start..<position)
        return differs ? names.small(name, of: bytes.count) : name
    }

    /// Reads attributes up to the end of the tag.
    ///
    /// - Returns: whether the tag closes itself; `nil` when the page ends before the tag, which then is none.
    private mutating func readAttributes() -> Bool? {
        if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
        // Most tags have none.
        if position < bytes.count, bytes[position] == UInt8(ascii: ">") {
            position += 1
            work += 1
            return false
        }
        var seen: Set<[UInt8]> = []
        while position < bytes.count {
            work += 1
            let byte = bytes[position]
            if byte == UInt8(ascii: ">") {
                position += 1
                return false
            }
            if byte == UInt8(ascii: "/") {
                position += 1
                guard position < bytes.count else { return nil }
                if bytes[position] == UInt8(ascii: ">") {
                    position += 1
                    return true
                }
                continue
            }
            guard !Self.isBlank(byte) else {
                position += 1
                continue
            }
            let name = readName(endsAtEquals: true)
            let value = readValue()
            if isNew(name, &seen) { attributes.append(HTMLAttribute(name: name, value: value)) }
        }
        return nil
    }

    /// Whether no attribute of the tag has the name yet. Of many, the names are kept apart: comparing them one by one would
    /// take the square of their number.
    private func isNew(_ name: UnsafeBufferPointer<UInt8>, _ seen: inout Set<[UInt8]>) -> Bool {
        guard attributes.count >= 16 else {
            return !attributes.contains { other in
                other.name.count == name.count && other.name.elementsEqual(name)
            }
        }
        if seen.isEmpty { seen = Set(attributes.map { Array($0.name) }) }
        return seen.insert(Array(name)).inserted
    }

    /// Reads the value of an attribute whose name was read; empty for one without.
    private mutating func readValue() -> UnsafeBufferPointer<UInt8> {
        let afterName = position
        skipBlanks()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
            return part(afterName..<afterName)
        }
        position += 1
        skipBlanks()
        guard position < bytes.count else { return part(position..<position) }
        let start = position
        let quote = bytes[position]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let end = first(quote, from: start + 1) ?? bytes.count
            position = min(end + 1, bytes.count)
            // Without its end, the page ends in the tag, which then is none.
            return part(start + 1..<end)
        }
        while position < bytes.count, bytes[position] != UInt8(ascii: ">"), !Self.isBlank(bytes[position]) {
            position += 1
        }
        work += position - start
        return part(start..<position)
    }

    private mutating func skipBlanks() {
        let start = position
        while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
        work += position - start
    }

    // MARK: Comments

    private mutating func readDeclaration(_ visitor: inout some HTMLVisitor) {
        let start = position + 1
        if starts(at: start, with: "--") {
            readComment(from: start + 2, &visitor)
        } else if foreign.isInside, starts(at: start, with: "[CDATA[") {
            position = start + 7
            readContent(.cdata, of: part(start..<start), &visitor)
        } else if startsIgnoringCase(at: start, with: "doctype") {
            position = first(UInt8(ascii: ">"), from: start).map { $0 + 1 } ?? bytes.count
            visitor.doctype()
        } else {
            readBogusComment(from: start, &visitor)
        }
    }

    private mutating func readBogusComment(from start: Int, _ visitor: inout some HTMLVisitor) {
        let end = first(UInt8(ascii: ">"), from: start) ?? bytes.count
        position = min(end + 1, bytes.count)
        visitor.comment(part(start..<end))
    }

    /// Reads a comment whose `<!--` ends before the offset. It ends at `-->` or `--!>`, and at once where `>` or `->`
    /// follows.
    private mutating func readComment(from start: Int, _ visitor: inout some HTMLVisitor) {
        let isAtOnce = starts(at: start, with: ">") || starts(at: start, with: "->")
        if isAtOnce {
            position = start + (bytes[start] == UInt8(ascii: ">") ? 1 : 2)
            visitor.comment(part(start..<start))
            return
        }
        var next = start
        while let close = first(UInt8(ascii: ">"), from: next) {
            next = close + 1
            let marks = close - start
            if marks >= 2, bytes[close - 1] == UInt8(ascii: "-"), bytes[close - 2] == UInt8(ascii: "-") {
                position = next
                return visitor.comment(part(start..<close - 2))
            }
            if marks >= 3, bytes[close - 1] == UInt8(ascii: "!"), bytes[close - 2] == UInt8(ascii: "-"),
                bytes[close - 3] == UInt8(ascii: "-")
            {
                position = next
                return visitor.comment(part(start..<close - 3))
            }
        }
        position = bytes.count
        let rest = part(start..<bytes.count)
        let marks: [StaticString] = ["--!", "--", "-"]
        let ending = marks.first { mark in
            rest.count >= mark.utf8CodeUnitCount
                && Self.isEqual(UnsafeBufferPointer(rebasing: rest.suffix(mark.utf8CodeUnitCount)), mark)
        }
        visitor.comment(UnsafeBufferPointer(rebasing: rest.dropLast(ending?.utf8CodeUnitCount ?? 0)))
    }

    // MARK: Elements that hold text alone

    /// Reads what an element holds, without its end tag.
    private mutating func readContent(
        _ content: Content, of name: UnsafeBufferPointer<UInt8>, _ visitor: inout some HTMLVisitor
    ) {
        let start = position
        switch content {
        case .data: return
        case .rcdata:
            position = endTag(of: name, from: start)
            if position > start { visitor.text(part(start..<position)) }
        case .rawText:
            position = endTag(of: name, from: start)
            visitor.rawText(part(start..<position), of: name)
        case .scriptData:
            position = endOfScript(of: name, from: start)
            visitor.rawText(part(start..<position), of: name)
        case .plainText:
            position = bytes.count
            visitor.rawText(part(start..<position), of: name)
        case .cdata:
            var end = first(UInt8(ascii: "]"), from: start)
            while let found = end, !starts(at: found, with: "]]>") { end = first(UInt8(ascii: "]"), from: found + 1) }
            position = end.map { $0 + 3 } ?? bytes.count
            visitor.rawText(part(start..<(end ?? bytes.count)), of: name)
        }
    }

    /// The offset of an element's end tag, or of the end.
    private mutating func endTag(of name: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var next = start
        while let open = first(UInt8(ascii: "<"), from: next) {
            if isEndTag(at: open, of: name) { return open }
            next = open + 1
        }
        return bytes.count
    }

    private mutating func isEndTag(at open: Int, of name: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = open + 2
        guard !name.isEmpty, start + name.count < bytes.count, bytes[open + 1] == UInt8(ascii: "/") else {
            return false
        }
        work += name.count
        for index in 0..<name.count where Self.small(bytes[start + index]) != name[index] { return false }
        return endsName(at: start + name.count)
    }

    private func endsName(at offset: Int) -> Bool {
        guard offset < bytes.count else { return false }
        let byte = bytes[offset]
        return Self.isBlank(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
    }

    /// The offset of the end tag of a script, or of the end. Within a comment of a script, a script that begins must end
    /// before the outer one can (script data escaped and double escaped states).
    private mutating func endOfScript(of name: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        enum Escape { case no, once, twice }
        var escape = Escape.no
        var dashesFrom = 0
        var next = start
        while next < bytes.count {
            let found = escape == .no ? first(UInt8(ascii: "<"), from: next) : nextOfEscaped(from: next)
            guard let found else { return bytes.count }
            next = found + 1
            if bytes[found] == UInt8(ascii: ">") {
                let isEnd =
                    found - 2 >= dashesFrom && bytes[found - 1] == UInt8(ascii: "-")
                    && bytes[found - 2] == UInt8(ascii: "-")
                if isEnd { escape = .no }
                continue
            }
            switch escape {
            case .no:
                if isEndTag(at: found, of: name) { return found }
                guard starts(at: found, with: "<!--") else { continue }
                (escape, dashesFrom, next) = (.once, found + 2, found + 4)
            case .once:
                if isEndTag(at: found, of: name) { return found }
                if isTag(at: found, "script") { escape = .twice }
            case .twice: if isTag(at: found, "/script") { escape = .once }
            }
        }
        return bytes.count
    }

    /// The next `<` or `>`.
    private mutating func nextOfEscaped(from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: ">") { return index }
            index += 1
            work += 1
        }
        return nil
    }

    private mutating func isTag(at open: Int, _ name: StaticString) -> Bool {
        startsIgnoringCase(at: open + 1, with: name) && endsName(at: open + 1 + name.utf8CodeUnitCount)
    }

    // MARK: Bytes

    private func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }

    private mutating func first(_ byte: UInt8, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress else { return nil }
        guard let found = memchr(base + start, Int32(byte), bytes.count - start) else {
            work += bytes.count - start
            return nil
        }
        let index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        work += index - start + 1
        return index
    }

    private mutating func starts(at offset: Int, with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        work += count
        guard offset + count <= bytes.count else { return false }
        return Self.isEqual(part(offset..<offset + count), text)
    }

    private mutating func startsIgnoringCase(at offset: Int, with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        work += count
        guard offset + count <= bytes.count else { return false }
        for index in 0..<count where Self.small(bytes[offset + index]) != text.utf8Start[index] { return false }
        return true
    }

    private static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// Tab, line feed, form feed, carriage return and space.
    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
    }
}

/// Memory for names that are not written in small letters. It is made when the first comes, which few pages have.
private struct SmallNames {
    private var memory: UnsafeMutableBufferPointer<UInt8>?
    private var used = 0

    /// The name in small letters, and with U+FFFD for NUL.
    ///
    /// - Parameter count: the length of the page: all its names together are no longer.
    mutating func small(_ name: UnsafeBufferPointer<UInt8>, of count: Int) -> UnsafeBufferPointer<UInt8> {
        // The replacement of one byte has three.
        let memory = self.memory ?? .allocate(capacity: count * 3)
        self.memory = memory
        let start = used
        for byte in name {
            if byte == 0 {
                for part: UInt8 in [0xEF, 0xBF, 0xBD] {
                    memory[used] = part
                    used += 1
                }
            } else {
                memory[used] = byte &- 0x41 < 26 ? byte | 0x20 : byte
                used += 1
            }
        }
        return UnsafeBufferPointer(rebasing: memory[start..<used])
    }

    func free() { memory?.deallocate() }
}
