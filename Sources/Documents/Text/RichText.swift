import Diagnostics

/// The text of RTF files (Rich Text Format 1.9.1), with the people that they name.
enum RichText {
    /// Groups whose text nobody reads: tables of fonts and colours, pictures, and what stands for other programs.
    private static let passedOver: Set<String> = [
        "fonttbl", "colortbl", "stylesheet", "objdata", "themedata", "colorschememapping", "datastore",
        "latentstyles", "listtable", "listoverridetable", "rsidtbl", "generator", "xmlnstbl", "mmathPr",
    ]
    private static let people: [String: DocumentContents.Person.Role] = [
        "author": .author, "operator": .lastEditor, "manager": .manager, "atnauthor": .reviewer,
    ]
    private static let lineEnds: Set<String> = ["par", "line", "cell", "row", "sect", "page", "tab", "nestcell"]

    private struct Group {
        var isPassedOver = false
        /// Whether the group's text is a picture in hexadecimal digits.
        var isPicture = false
        var role: DocumentContents.Person.Role?
        /// Whether programs do not show its text (`\v`).
        var isHidden = false
        /// How many characters stand for one that programs of old do not know.
        var substitutes = 1
    }

    static func contents(of bytes: [UInt8]) -> DocumentContents {
        var reader = Reader(bytes)
        reader.run()
        return reader.contents
    }

    private struct Reader {
        let bytes: [UInt8]
        var contents = DocumentContents()
        private var index = 0
        private var groups: [Group] = [Group()]
        private var encoding = "GB18030"
        private var line: [UInt8] = []
        /// Text of the line that programs do not show.
        private var hidden: [UInt8] = []
        /// Bytes of the file's code page that wait for more.
        private var pending: [UInt8] = []
        private var name: [UInt8] = []
        private var pictureDigits: [UInt8] = []
        private var lineNumber = 1
        private var toSkip = 0
        /// Forms give each digit of a number a cell of its own.
        private var digits = CellDigits()

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        private var group: Group { groups.last ?? Group() }

        mutating func run() {
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                switch byte {
                case UInt8(ascii: "{"):
                    // Deeper than any document, and nothing is lost by reading on in the same group.
                    if groups.count < 1000 { groups.append(group) }
                    toSkip = 0
                case UInt8(ascii: "}"): closeGroup()
                case UInt8(ascii: "\\"): control()
                case 10, 13: break
                default: add(byte)
                }
            }
            endLine()
            endCells("row")
        }

        private mutating func endCells(_ word: String) {
            guard let number = digits.end(word) else { return }
            contents.passages.append(
                .init(number, at: LocalizedText(zh: "第 \(lineNumber) 段", en: "paragraph \(lineNumber)")))
        }

        private mutating func closeGroup() {
            flush()
            let role = group.role
            let isPicture = group.isPicture
            if groups.count > 1 { groups.removeLast() }
            if isPicture, !group.isPicture { endPicture() }
            if let role, groups.last?.role == nil, !name.isEmpty {
                contents.people.append(.init(String(decoding: name, as: UTF8.self), role))
                name = []
            }
            toSkip = 0
        }

        private mutating func control() {
            guard index < bytes.count else { return }
            let first = bytes[index]
            guard isLetter(first) else {
                index += 1
                switch first {
                case UInt8(ascii: "'"):
                    let digits = bytes[index..<min(index + 2, bytes.count)]
                    index += digits.count
                    if let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) { add(byte) }
                case UInt8(ascii: "*"):
                    groups[groups.count - 1].isPassedOver = true
                    groups[groups.count - 1].isPicture = false
                case UInt8(ascii: "~"): add(0x20)
                case UInt8(ascii: "_"): add(UInt8(ascii: "-"))
                case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): add(first)
                default: break
                }
                return
            }
            let start = index
            while index < bytes.count, isLetter(bytes[index]) { index += 1 }
            let word = String(decoding: bytes[start..<index].prefix(32), as: UTF8.self)
            let numberStart = index
            if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
            while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
            let number = Int(String(decoding: bytes[numberStart..<index].prefix(10), as: UTF8.self))
            if index < bytes.count, bytes[index] == 0x20 { index += 1 }
            apply(word, number)
        }

        private mutating func apply(_ word: String, _ number: Int?) {
            switch word {
            case "ansicpg": encoding = number == 936 || number == nil ? "GB18030" : "CP\(number ?? 1252)"
            case "v", "plain":
                flush()
                groups[groups.count - 1].isHidden = word == "v" && number != 0
            case "uc": groups[groups.count - 1].substitutes = min(max(number ?? 1, 0), 8)
            case "u":
                flush()
                let value = UInt32(truncatingIfNeeded: (number ?? 63) & 0xFFFF)
                append(Array(String(Unicode.Scalar(value).map(Character.init) ?? "\u{FFFD}").utf8))
                toSkip = group.substitutes
            case "bin":
                let end = min(index + max(number ?? 0, 0), bytes.count)
                if group.isPicture { look(into: Array(bytes[index..<end])) }
                index = end
            case "pict":
                groups[groups.count - 1].isPicture = true
                groups[groups.count - 1].isPassedOver = true
                pictureDigits = []
            case "object": contents.activeParts.append("object")
            // Fields and comments are read, though old programs need not know them.
            case "fldinst", "annotation": groups[groups.count - 1].isPassedOver = false
            // The end of an inner row stands among properties that old programs pass over.
            case "nestrow": endCells(word)
            case _ where RichText.lineEnds.contains(word):
                guard !group.isPassedOver else { return }
                endLine()
                if CellDigits.cells.contains(word) || CellDigits.rows.contains(word) { endCells(word) }
            case _ where RichText.passedOver.contains(word): groups[groups.count - 1].isPassedOver = true
            default:
                guard let role = RichText.people[word] else { return }
                groups[groups.count - 1].role = role
                groups[groups.count - 1].isPassedOver = false
            }
        }

        private mutating func add(_ byte: UInt8) {
            guard toSkip == 0 else {
                toSkip -= 1
                return
            }
            guard !group.isPassedOver else {
                if group.isPicture, let digit = Self.hexadecimal(byte) { pictureDigits.append(digit) }
                return
            }
            if byte < 0x80, pending.isEmpty { append([byte]) } else { pending.append(byte) }
            // A character of the code page has at most four bytes.
            if pending.count >= 2, byte < 0x80 || pending.count % 2 == 0 { flush() }
        }

        private static func hexadecimal(_ byte: UInt8) -> UInt8? {
            switch byte {
            case 0x30...0x39: byte - 0x30
            case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
            default: nil
            }
        }

        private mutating func endPicture() {
            look(
                into: stride(from: 0, to: pictureDigits.count - 1, by: 2).map {
                    pictureDigits[$0] << 4 | pictureDigits[$0 + 1]
                })
            pictureDigits = []
        }

        /// Reads what a picture of the text says of itself; programs keep photos as cameras wrote them.
        private mutating func look(into picture: [UInt8]) {
            guard let kind = FileKind.signed(picture), PictureMetadata.kinds.contains(kind) else { return }
            contents.add(
                PictureMetadata.contents(of: picture, kind: kind),
                named: LocalizedText(zh: "图片", en: "a picture"))
        }

        private mutating func flush() {
            guard !pending.isEmpty else { return }
            append(TextEncoding.converted(pending[...], from: encoding) ?? pending.filter { $0 < 0x80 })
            pending = []
        }

        private mutating func append(_ text: [UInt8]) {
            guard !group.isPassedOver else { return }
            if group.role != nil {
                name += text
            } else if group.isHidden {
                hidden += text
            } else {
                line += text
            }
        }

        private mutating func endLine() {
            flush()
            let place = LocalizedText(zh: "第 \(lineNumber) 段", en: "paragraph \(lineNumber)")
            for (text, place) in [(line, place), (hidden, place.ofHiddenText)] where !text.allSatisfy({ $0 <= 0x20 }) {
                contents.passages.append(.init(String(decoding: text, as: UTF8.self), at: place))
            }
            digits.add(String(decoding: line, as: UTF8.self))
            (line, hidden) = ([], [])
            lineNumber += 1
        }

        private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) }
    }
}
