import Diagnostics
import Rules

/// Limits that keep any text parseable in a moment.
///
/// Parsing in C can neither be stopped nor given a budget, and Debian's cmark-gfm takes quadratic time for some inputs
/// (CVE-2023-22483, -22484, -22486, -24824, -37463). What could trigger that is counted beforehand in one pass.
enum ComplexityLimits {
    static let maximumTextBytes = 256 * 1024
    static let maximumLineBytes = 16 * 1024
    /// The same mark in one line, in one run or interleaved with other text.
    static let maximumMarksPerLine = 500
    /// The same mark in lines that follow each other without a blank one.
    static let maximumMarksPerBlock = 8000
    static let maximumTableColumns = 64
    /// cmark fills up short rows: columns times rows bounds the memory.
    static let maximumTableCells = 20_000
    static let maximumNesting = 100

    /// What was exceeded, and where.
    struct Excess: Error {
        enum Kind {
            case textBytes, lineBytes
            case marksPerLine(UInt8)
            case marksPerBlock(UInt8)
            case tableColumns, tableCells, nesting
        }

        let kind: Kind
        /// Bytes of the file.
        let bytes: Range<Int>
    }

    /// Finds the lines of the file from byte `offset` on, or what exceeds the limits. O(length).
    static func scan(_ bytes: [UInt8], from offset: Int) -> Result<SourceText, Excess> {
        if bytes.count - offset > maximumTextBytes {
            return .failure(Excess(kind: .textBytes, bytes: offset..<offset))
        }
        var scan = LineScan(bytes: bytes, start: offset)
        if let excess = scan.run() { return .failure(excess) }
        return .success(
            SourceText(
                bytes: bytes, lineStarts: scan.lineStarts, mentionsFootnotes: scan.mentionsFootnotes,
                mayDefineLinks: scan.mayDefineLinks,
                containsUnderscore: scan.containsUnderscore,
                containsCarets: scan.containsCarets,
                containsWideAsterisks: WideAsterisks.occur(in: bytes, from: offset),
                containsEscapes: scan.containsEscapes))
    }
}

/// One pass over a text, line by line.
private struct LineScan {
    let bytes: [UInt8]
    var lineStarts: [Int]
    var mentionsFootnotes = false
    var mayDefineLinks = false
    var containsUnderscore = false
    var containsCarets = false
    var containsEscapes = false

    private var lineMarks = [Int](repeating: 0, count: Self.marks.count)
    private var blockMarks = [Int](repeating: 0, count: Self.marks.count)
    /// How many bytes of the line stand for comments.
    private var fillers = 0
    private var tableColumns = 0
    private var tableRows = 0

    /// The marks that are counted; their positions are the indices of the counters.
    static let marks = Array(">-_*`[<!~|+:".utf8)
    private static let pipe = 9
    private static let underscore = 2
    /// The class of what stands for comments: they are no text, however long they are.
    private static let filler: UInt8 = 253
    private static let caret: UInt8 = 252
    private static let bracket = 5
    private static let colon = 11
    /// For each byte: 0 ordinary, 255 line end, 254 escape, 253 inside a comment, 252 a caret, else the index of its mark plus one.
    private static let classes: [UInt8] = {
        var result = [UInt8](repeating: 0, count: 256)
        for (index, mark) in marks.enumerated() { result[Int(mark)] = UInt8(index + 1) }
        result[0x0A] = 255
        result[0x0D] = 255
        result[Int(CommentMask.filler)] = filler
        result[Int(UInt8(ascii: "\\"))] = 254
        result[Int(UInt8(ascii: "&"))] = 254
        result[Int(UInt8(ascii: "^"))] = caret
        return result
    }()

    init(bytes: [UInt8], start: Int) {
        self.bytes = bytes
        lineStarts = [start]
        lineStarts.reserveCapacity(256)
    }

    mutating func run() -> ComplexityLimits.Excess? {
        let bytes = self.bytes
        return bytes.withUnsafeBufferPointer { text in
            Self.classes.withUnsafeBufferPointer { scan(text, classes: $0) }
        }
    }

    private mutating func scan(
        _ text: UnsafeBufferPointer<UInt8>, classes: UnsafeBufferPointer<UInt8>
    ) -> ComplexityLimits.Excess? {
        var start = lineStarts[0]
        var index = start
        while index < text.count {
            let kind = classes[Int(text[index])]
            if kind == 0 {
                index += 1
                // Eight bytes at once: no byte of a Chinese character is a mark.
                while index + 8 <= text.count, Self.holdsNoASCII(text, at: index) { index += 8 }
                continue
            }
            if kind == 254 {
                containsEscapes = true
                index += 1
                continue
            }
            if kind == Self.caret {
                if index == start || text[index - 1] != UInt8(ascii: "[") { containsCarets = true }
                index += 1
                continue
            }
            if kind == Self.filler {
                fillers += 1
                index += 1
                continue
            }
            if kind != 255 {
                lineMarks[Int(kind) - 1] += 1
                if kind == UInt8(Self.colon + 1), index > start, text[index - 1] == UInt8(ascii: "]") {
                    mayDefineLinks = true
                }
                if kind == UInt8(Self.bracket + 1), index + 1 < text.count, text[index + 1] == UInt8(ascii: "^") {
                    mentionsFootnotes = true
                }
                index += 1
                continue
            }
            if let excess = endLine(text, start..<index) { return excess }
            if text[index] == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { index += 1 }
            index += 1
            start = index
            lineStarts.append(start)
        }
        if start < text.count { return endLine(text, start..<text.count) }
        if lineStarts.count > 1 { lineStarts.removeLast() }
        return nil
    }

    private static func holdsNoASCII(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let word = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        return word & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080
    }

    private mutating func endLine(
        _ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>
    ) -> ComplexityLimits.Excess? {
        defer { fillers = 0 }
        if line.count - fillers > ComplexityLimits.maximumLineBytes { return .init(kind: .lineBytes, bytes: line) }
        if lineMarks[Self.underscore] > 0 { containsUnderscore = true }
        let prefix = Self.containerPrefix(text, line)
        if prefix.depth > ComplexityLimits.maximumNesting { return .init(kind: .nesting, bytes: line) }
        if prefix.end == line.upperBound {
            for index in blockMarks.indices {
                blockMarks[index] = 0
                lineMarks[index] = 0
            }
            tableColumns = 0
            return nil
        }
        if let excess = countTable(text, prefix.textStart..<line.upperBound) { return excess }
        for index in lineMarks.indices where lineMarks[index] > 0 {
            let mark = Self.marks[index]
            if lineMarks[index] > ComplexityLimits.maximumMarksPerLine {
                return .init(kind: .marksPerLine(mark), bytes: line)
            }
            blockMarks[index] += lineMarks[index]
            lineMarks[index] = 0
            // Tables have a limit of their own, counted in cells.
            if index != Self.pipe, blockMarks[index] > ComplexityLimits.maximumMarksPerBlock {
                return .init(kind: .marksPerBlock(mark), bytes: line)
            }
        }
        return nil
    }

    /// Counts the cells of a table that begins at a row like `|---|:-:|`. What only looks like one is counted as well.
    private mutating func countTable(
        _ text: UnsafeBufferPointer<UInt8>, _ content: Range<Int>
    ) -> ComplexityLimits.Excess? {
        let pipes = lineMarks[Self.pipe]
        if pipes > 0, let outer = Self.outerPipes(ofDelimiterRow: content, text) {
            tableColumns = max(tableColumns, pipes + 1 - outer)
            tableRows = 0
        }
        guard tableColumns > 0 else { return nil }
        tableRows += 1
        if tableRows * tableColumns > ComplexityLimits.maximumTableCells {
            return .init(kind: .tableCells, bytes: content)
        }
        return nil
    }

    /// How many of the pipes of a delimiter row stand at its ends; `nil` for other lines.
    private static func outerPipes(ofDelimiterRow content: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Int? {
        var hasDash = false
        var last: UInt8 = 0
        for index in content {
            switch text[index] {
            case UInt8(ascii: "-"): hasDash = true
            case UInt8(ascii: "|"), UInt8(ascii: ":"): break
            case 0x20, 0x09, 0x0B, 0x0C: continue
            default: return nil
            }
            last = text[index]
        }
        guard hasDash else { return nil }
        return (text[content.lowerBound] == UInt8(ascii: "|") ? 1 : 0) + (last == UInt8(ascii: "|") ? 1 : 0)
    }

    /// The marks of block quotes and list items that a line begins with: how many, where they end, and where the first
    /// byte stands that is neither white space nor `>`.
    private static func containerPrefix(
        _ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>
    ) -> (depth: Int, end: Int, textStart: Int) {
        var depth = 0
        var index = line.lowerBound
        var textStart: Int?
        scan: while index < line.upperBound {
            switch text[index] {
            case 0x20, 0x09: break
            case UInt8(ascii: ">"): depth += 1
            case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"):
                if textStart == nil { textStart = index }
                // A row of dashes is a rule, an underline or part of a table, not nesting.
                let following = index + 1 < line.upperBound ? text[index + 1] : 0x20
                guard following == 0x20 || following == 0x09 else { break scan }
                depth += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if textStart == nil { textStart = index }
            default: break scan
            }
            index += 1
        }
        let isBlank = index == line.upperBound && textStart == nil
        return (depth, isBlank ? index : line.lowerBound, textStart ?? index)
    }
}

extension ComplexityLimits.Excess {
    /// The finding that says so.
    func diagnostic(in file: SourceFile) -> Diagnostic {
        Diagnostic(.tooComplex, at: file.range(bytes), message: message, help: help)
    }

    private var message: LocalizedText {
        switch kind {
        case .textBytes:
            LocalizedText(zh: "正文超过 256 KiB。", en: "The text is longer than 256 KiB.")
        case .lineBytes:
            LocalizedText(zh: "这一行超过 16 KiB。", en: "This line is longer than 16 KiB.")
        case .marksPerLine(let mark):
            LocalizedText(
                zh: "这一行里的符号“\(Self.text(mark))”超过 500 个。",
                en: "This line has more than 500 of the character “\(Self.text(mark))”.")
        case .marksPerBlock(let mark):
            LocalizedText(
                zh: "到这一行为止，同一段里的符号“\(Self.text(mark))”超过 8000 个。",
                en: "Up to this line, one paragraph has more than 8000 of the character “\(Self.text(mark))”.")
        case .tableColumns:
            LocalizedText(zh: "表格超过 64 列。", en: "The table has more than 64 columns.")
        case .tableCells:
            LocalizedText(zh: "表格超过 20000 个单元格。", en: "The table has more than 20,000 cells.")
        case .nesting:
            LocalizedText(zh: "嵌套超过 100 层。", en: "The nesting is deeper than 100 levels.")
        }
    }

    private var help: LocalizedText {
        switch kind {
        case .textBytes:
            LocalizedText(
                zh: "请分成几个页面；数据表请作为附件发布。", en: "Split it into several pages; publish data as an attachment.")
        case .lineBytes:
            LocalizedText(zh: "请用空行把它分成几段。", en: "Split it into paragraphs with blank lines.")
        case .marksPerLine, .marksPerBlock:
            LocalizedText(
                zh: "请用空行分成几段；作装饰的符号线请改写成单独一行的 ---。",
                en: "Split it with blank lines; write --- on a line of its own instead of a decorative row.")
        case .tableColumns, .tableCells:
            LocalizedText(
                zh: "请拆成几个表格，或者把数据作为附件发布。",
                en: "Split it into several tables, or publish the data as an attachment.")
        case .nesting:
            LocalizedText(
                zh: "请减少引用、列表和强调的层数。", en: "Use fewer levels of quotes, lists and emphasis.")
        }
    }

    private static func text(_ mark: UInt8) -> String { String(decoding: [mark], as: UTF8.self) }
}
