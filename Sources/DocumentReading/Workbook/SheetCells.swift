import Diagnostics

/// Reads the cells of one worksheet (ISO/IEC 29500-1, 18.3.1).
struct SheetCells {
    private let strings: [String]
    private let formats: NumberFormats
    private(set) var cells: [Workbook.Place: Workbook.Cell] = [:]
    private(set) var mergedAreas: [Workbook.MergedArea] = []
    private(set) var hiddenRows: Set<Int> = []
    private(set) var unknownResults: Set<Workbook.Place> = []

    private var row = 0
    private var place = Workbook.Place(row: 0, column: 0)
    private var type = "n"
    private var style = 0
    private var value = ""
    private var inlineText = ""
    private var hasFormula = false
    private var hasValue = false
    /// What text belongs to; phonetic readings belong to nothing.
    private var target: Target?
    private var isPhonetic = false

    private enum Target { case value, text }

    private init(strings: [String], formats: NumberFormats) {
        self.strings = strings
        self.formats = formats
    }

    static func read(
        _ bytes: [UInt8], _ part: String, strings: [String], formats: NumberFormats
    ) throws -> SheetCells {
        var cells = SheetCells(strings: strings, formats: formats)
        try XMLPart.read(bytes, named: part, vocabulary: .spreadsheet, skipping: ["extLst"]) {
            try cells.visit($0, part: part)
        }
        return cells
    }

    private mutating func visit(_ event: XMLPart.Event, part: String) throws {
        switch event {
        case .start("row", let attributes):
            row = attributes["r"].flatMap { Int($0) } ?? row + 1
            place = Workbook.Place(row: row, column: 0)
            if isTrue(attributes["hidden"]) { hiddenRows.insert(row) }
        case .start("c", let attributes): begin(attributes)
        case .start("v", _):
            target = .value
            hasValue = true
        case .start("t", _): target = isPhonetic ? nil : .text
        case .start("rPh", _): isPhonetic = true
        case .end("rPh"): isPhonetic = false
        case .start("f", _): hasFormula = true
        case .end("v"), .end("t"): target = nil
        case .text(let text):
            switch target {
            case .value: value += text
            case .text: inlineText += text
            case nil: break
            }
        case .end("c"): try end(part)
        case .start("mergeCell", let attributes): try merge(attributes["ref"] ?? "", part)
        case .start, .end: break
        }
    }

    private mutating func begin(_ attributes: XMLPart.Attributes) {
        let next = Workbook.Place(row: max(row, 1), column: place.column + 1)
        place = attributes["r"].flatMap(CellReference.place) ?? next
        type = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) } ?? 0
        (value, inlineText) = ("", "")
        (hasFormula, hasValue, isPhonetic, target) = (false, false, false, nil)
    }

    private mutating func end(_ part: String) throws {
        if hasFormula, !hasValue { unknownResults.insert(place) }
        guard let value = try cellValue(part) else { return }
        guard place.row <= Workbook.maximumRow, place.column <= Workbook.maximumColumn else {
            throw DocumentProblem.excessive(
                LocalizedText(
                    zh:
                        "“\(part)”在第 \(place.row) 行第 \(place.column) 列还有内容，最多 \(Workbook.maximumRow) 行 \(Workbook.maximumColumn) 列",
                    en:
                        "“\(part)” holds something in row \(place.row), column \(place.column); a table has at most \(Workbook.maximumRow) rows and \(Workbook.maximumColumn) columns"
                ))
        }
        cells[place] = Workbook.Cell(value, isComputed: hasFormula)
    }

    /// What the cell holds; `nil` for nothing.
    private func cellValue(_ part: String) throws -> Workbook.Value? {
        let text: String
        switch type {
        case "s":
            guard hasValue else { return nil }
            guard let index = Int(value.filter { !$0.isWhitespace }), strings.indices.contains(index) else {
                throw DocumentProblem.damaged(
                    LocalizedText(
                        zh: "“\(part)”的 \(CellReference.name(place)) 引用了不存在的文字",
                        en: "\(CellReference.name(place)) of “\(part)” refers to a text that is not there"))
            }
            text = strings[index]
        case "inlineStr": text = inlineText
        case "str", "d": text = value
        case "b": return hasValue ? .flag(value == "1" || value == "true") : nil
        case "e": return hasValue ? .error(value) : nil
        default:
            guard hasValue, !value.isEmpty else { return nil }
            guard let number = Double(value), number.isFinite else { return .text(value) }
            return formats.showsDay(style: style) ? .day(serial: number) : .number(number, raw: value)
        }
        return text.allSatisfy(\.isWhitespace) ? nil : .text(EscapedCharacters.unescaped(text))
    }

    private mutating func merge(_ reference: String, _ part: String) throws {
        let corners = reference.split(separator: ":").compactMap { CellReference.place(String($0)) }
        guard let first = corners.first, let last = corners.last, first.row <= last.row, first.column <= last.column
        else {
            throw DocumentProblem.damaged(
                LocalizedText(
                    zh: "“\(part)”的合并单元格“\(reference)”不成立", en: "“\(part)” merges “\(reference)”, which is no area"))
        }
        guard mergedAreas.count < Workbook.maximumRow else {
            throw DocumentProblem.excessive(
                LocalizedText(zh: "“\(part)”的合并单元格过多", en: "“\(part)” has too many merged areas"))
        }
        mergedAreas.append(Workbook.MergedArea(rows: first.row...last.row, columns: first.column...last.column))
    }

    private func isTrue(_ text: String?) -> Bool { text == "1" || text == "true" }
}

/// `B12`: letters for the column, a number for the row.
package enum CellReference {
    /// `nil` for what is no reference; numbers that no program knows are none either.
    static func place(_ text: String) -> Workbook.Place? {
        var column = 0
        var row = 0
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0: row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            guard column <= 16_384, row <= 1_048_576 else { return nil }
        }
        return row > 0 && column > 0 ? Workbook.Place(row: row, column: column) : nil
    }

    package static func name(_ place: Workbook.Place) -> String {
        var letters = ""
        var rest = place.column
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters + String(place.row)
    }
}

/// `_x000D_`: characters that XML cannot hold, as workbooks write them (ISO/IEC 29500-1, 22.4.2.4).
enum EscapedCharacters {
    static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        var result = ""
        var rest = Substring(text)
        while let start = rest.firstRange(of: "_x") {
            result += rest[..<start.lowerBound]
            let digits = rest[start.upperBound...].prefix(4)
            let after = rest[start.upperBound...].dropFirst(4)
            if digits.utf8.count == 4, after.first == "_", let code = UInt32(digits, radix: 16),
                let scalar = Unicode.Scalar(code)
            {
                result.unicodeScalars.append(scalar)
                rest = after.dropFirst()
            } else {
                result += "_x"
                rest = rest[start.upperBound...]
            }
        }
        return result + rest
    }
}
