import Documents

/// Finds text that stands in a Word file several times because a program made form fields of content controls.
///
/// LibreOffice does so when it saves as DOC, which has no content controls: the whole text of a control is written as a
/// text field before, between and behind the pieces of the text, which stay, but for a number at the beginning. Word and
/// WPS show all of it. Fields of one cell that all hold the same words, with pieces between them that are these words
/// together can be nothing else; the first field has all of them, so that nothing is lost.
struct RepeatedFields {
    /// What stands in fields in a row, or between them.
    private struct Stretch {
        let isField: Bool
        /// The cell of a table that it is in, counted from 1; 0 outside of tables.
        let cell: Int
        /// Numbers of the elements.
        var elements: [Int] = []
        /// Without blanks: a field may end behind the end of its paragraph.
        var words = ""
    }

    private struct Field {
        var code = ""
        var isCode = true
    }

    /// The elements that hold text, or stand for it.
    private static let elements: Set<String> = ["t", "tab", "br", "cr", "noBreakHyphen", "sym"]

    private var stretches: [Stretch] = []
    private var fields: [Field] = []
    private var cells: [Int] = []
    private var cellCount = 0
    private var elementCount = 0
    private var isText = false
    private var isCode = false

    /// Whether the number of an element counts among those of `repetitions`.
    static func counts(_ name: String) -> Bool { elements.contains(name) }

    /// The numbers from 1, in the order of the part, of the elements that only repeat others.
    ///
    /// - Throws: `DocumentProblem`.
    static func repetitions(in bytes: [UInt8], named name: String) throws -> Set<Int> {
        guard holdsCode(bytes) else { return [] }
        var reader = RepeatedFields()
        try XMLPart.read(bytes, named: name, vocabulary: .word, skipping: WordElements.formerProperties) {
            reader.visit($0)
        }
        return reader.repetitions
    }

    /// Whether the code of a text field occurs at all: few files have one, and all others need not be read twice.
    private static func holdsCode(_ bytes: [UInt8]) -> Bool {
        let code = Array("FORMTEXT".utf8)
        return bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index + code.count <= bytes.count {
                if bytes[index] == code[0], bytes[index..<index + code.count].elementsEqual(code) { return true }
                index += 1
            }
            return false
        }
    }

    private mutating func visit(_ event: XMLPart.Event) {
        switch event {
        case .start(let name, let attributes):
            if Self.counts(name) { add(name) }
            isText = name == "t"
            isCode = name == "instrText"
            switch name {
            case "tc":
                cellCount += 1
                cells.append(cellCount)
            case "fldChar": change(attributes["w:fldCharType"])
            default: break
            }
        case .text(let text):
            if isCode, !fields.isEmpty { fields[fields.count - 1].code += text }
            if isText, !stretches.isEmpty {
                stretches[stretches.count - 1].words += text.filter { !$0.isWhitespace }
            }
        case .end(let name):
            isText = false
            isCode = false
            if name == "tc" { _ = cells.popLast() }
        }
    }

    private mutating func change(_ type: String?) {
        switch type {
        case "begin": fields.append(Field())
        case "separate":
            guard let last = fields.indices.last else { return }
            fields[last].isCode = false
            if isTextField { stretches.append(Stretch(isField: true, cell: cells.last ?? 0)) }
        default:
            if isTextField { stretches.append(Stretch(isField: false, cell: cells.last ?? 0)) }
            _ = fields.popLast()
        }
    }

    /// Whether what is read is the text of a field that is in no other one.
    private var isTextField: Bool {
        guard fields.count == 1, let field = fields.first, !field.isCode else { return false }
        return field.code.filter { !$0.isWhitespace } == "FORMTEXT"
    }

    private mutating func add(_ name: String) {
        elementCount += 1
        let cell = cells.last ?? 0
        if stretches.last.map({ $0.isField != isTextField || $0.cell != cell }) ?? true {
            stretches.append(Stretch(isField: isTextField, cell: cell))
        }
        stretches[stretches.count - 1].elements.append(elementCount)
        // A sign that has no letters here is no part of words that are the same.
        if name == "sym" { stretches[stretches.count - 1].words += "\u{FFFC}" }
    }

    private var repetitions: Set<Int> {
        var repetitions: Set<Int> = []
        var index = 0
        while index < stretches.count {
            let end = endOfRepetition(from: index)
            for stretch in stretches[index..<end].dropFirst() { repetitions.formUnion(stretch.elements) }
            index = max(end, index + 1)
        }
        return repetitions
    }

    /// Where fields of the same words end that begin at an index; the index where nothing is repeated.
    private func endOfRepetition(from start: Int) -> Int {
        let words = stretches[start].words
        guard stretches[start].isField, !words.isEmpty else { return start }
        var end = start
        var fieldCount = 0
        var between = ""
        for index in start..<stretches.count {
            let stretch = stretches[index]
            guard stretch.cell == stretches[start].cell else { break }
            if stretch.isField {
                guard stretch.words == words else { break }
                fieldCount += 1
            } else {
                guard words.contains(between + stretch.words) else { break }
                between += stretch.words
            }
            if fieldCount > 1, isAll(between, of: words) { end = index + 1 }
        }
        return end
    }

    /// Whether pieces are all of the words of a field, but for what looks like the number of a list at the beginning: that
    /// is in the fields alone.
    private func isAll(_ pieces: String, of words: String) -> Bool {
        guard !pieces.isEmpty, words.hasSuffix(pieces) else { return false }
        let lacking = words.dropLast(pieces.count)
        return lacking.isEmpty
            || lacking.first?.isNumber == true && lacking.allSatisfy { $0.isNumber || ".、．)）".contains($0) }
    }
}
