/// A text of a workbook with what of it is struck out.
struct StyledText: Sendable {
    /// Without what is struck out, unless all of it is.
    let text: String
    let strike: Workbook.Strike
    /// Whether it is longer than a cell can be; it is cut then.
    let isTooLong: Bool
}

/// Collects the runs of a string item or an inline string (ISO/IEC 29500-1, 18.4.8).
struct StyledTextReader {
    private var kept = ""
    private var struck = ""
    private var isText = false
    private var isPhonetic = false
    private var isStruck = false
    private var isRaised = false

    /// The longest text that is collected, in bytes of UTF-8: three for each unit of UTF-16.
    private static let maximumByteCount = 3 * Workbook.maximumCellLength + 3

    mutating func visit(_ event: XMLPart.Event) {
        switch event {
        case .start("r", _): (isStruck, isRaised) = (false, false)
        case .start("strike", let attributes): isStruck = !["0", "false"].contains(attributes["val"] ?? "1")
        case .start("vertAlign", let attributes): isRaised = attributes["val"] == "superscript"
        case .start("rPh", _): isPhonetic = true
        case .end("rPh"): isPhonetic = false
        case .start("t", _): isText = !isPhonetic
        case .end("t"): isText = false
        case .end("r"): (isStruck, isRaised) = (false, false)
        case .text(let piece):
            guard isText, kept.utf8.count + struck.utf8.count <= Self.maximumByteCount else { return }
            let piece = isRaised ? Self.raised(piece) : piece
            if isStruck { struck += piece } else { kept += piece }
        case .start, .end: break
        }
    }

    /// Raised figures in characters of their own: as others they would be a part of the word before them.
    private static func raised(_ text: String) -> String {
        String(text.map { figures[$0] ?? $0 })
    }

    private static let figures: [Character: Character] = Dictionary(
        uniqueKeysWithValues: zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))

    /// What was collected since the last time.
    mutating func take() -> StyledText {
        defer { self = StyledTextReader() }
        let hasKept = !kept.allSatisfy(\.isWhitespace)
        let hasStruck = !struck.allSatisfy(\.isWhitespace)
        let text = hasKept || !hasStruck ? kept : struck
        return StyledText(
            text: text, strike: hasStruck ? (hasKept ? .part(struck) : .whole) : .none,
            isTooLong: text.utf16.count > Workbook.maximumCellLength)
    }
}

extension SharedStrings {
    /// The strings of a table: without phonetics, with what is struck out apart.
    static func styled(_ bytes: [UInt8], _ part: String) throws -> [StyledText] {
        guard !bytes.isEmpty else { return [] }
        var strings: [StyledText] = []
        var reader = StyledTextReader()
        try XMLPart.read(bytes, named: part, vocabulary: .spreadsheet, skipping: ["extLst"]) { event in
            reader.visit(event)
            if case .end("si") = event { strings.append(reader.take()) }
        }
        return strings
    }
}
