import Diagnostics

/// Reads the cells of one worksheet (ISO/IEC 29500-1, 18.3.1).
struct SheetCells {
    private let strings: [StyledText]
    private let formats: NumberFormats
    private(set) var cells: [Workbook.Place: Workbook.Cell] = [:]
    private(set) var mergedAreas: [Workbook.MergedArea] = []
    private(set) var hiddenRows: Set<Int> = []
    private(set) var hiddenColumns: Set<Int> = []
    private(set) var unknownResults: Set<Workbook.Place> = []
    private(set) var emptyResults: Set<Workbook.Place> = []
    private(set) var excess: LocalizedText?
    private(set) var hasDrawings = false
    private var textByteCount = 0

    private var row = 0
    private var place = Workbook.Place(row: 0, column: 0)
    private var type = "n"
    private var style = 0
    private var value = ""
    private var inline = StyledTextReader()
    private var hasFormula = false
    private var formula = ""
    private var isFormula = false
    private var hasValue = false
    private var isValue = false

    private init(strings: [StyledText], formats: NumberFormats) {
        self.strings = strings
        self.formats = formats
    }

    static func read(
        _ bytes: [UInt8], _ part: String, strings: [StyledText], formats: NumberFormats
    ) throws -> SheetCells {
        var cells = SheetCells(strings: strings, formats: formats)
        try XMLPart.read(bytes, named: part, vocabulary: .spreadsheet, skipping: ["extLst"]) {
            try cells.visit($0, part: part)
        }
        return cells
    }

    private mutating func visit(_ event: XMLPart.Event, part: String) throws {
        guard excess == nil else { return }
        switch event {
        case .start("col", let attributes): hideColumns(attributes)
        case .start("row", let attributes):
            row = attributes["r"].flatMap { Int($0) } ?? row + 1
            place = Workbook.Place(row: row, column: 0)
            let height = attributes["ht"].flatMap { Double($0) }
            if isTrue(attributes["hidden"]) || height.map({ $0 < Self.leastHeight }) ?? false { hiddenRows.insert(row) }
        case .start("c", let attributes): begin(attributes)
        case .start("v", _):
            isValue = true
            hasValue = true
        case .end("v"): isValue = false
        case .start("f", _):
            hasFormula = true
            isFormula = true
        case .end("f"): isFormula = false
        case .text(let text):
            if isValue {
                value += text
            } else if isFormula {
                formula += text
            } else {
                inline.visit(event)
            }
        case .end("c"): try end(part)
        case .start("mergeCell", let attributes): try merge(attributes["ref"] ?? "", part)
        case .start("drawing", _), .start("picture", _): hasDrawings = true
        case .start, .end: inline.visit(event)
        }
    }

    /// In points: of what is lower nothing is seen.
    private static let leastHeight = 3.0
    /// In characters.
    private static let leastWidth = 0.3

    private mutating func hideColumns(_ attributes: XMLPart.Attributes) {
        let isHidden =
            isTrue(attributes["hidden"])
            || (attributes["width"].flatMap { Double($0) }.map { $0 < Self.leastWidth } ?? false)
        guard isHidden, let first = attributes["min"].flatMap({ Int($0) }),
            let last = attributes["max"].flatMap({ Int($0) }), first > 0, first <= last,
            first <= Workbook.maximumColumn
        else { return }
        hiddenColumns.formUnion(first...min(last, Workbook.maximumColumn))
    }

    private mutating func begin(_ attributes: XMLPart.Attributes) {
        let next = Workbook.Place(row: max(row, 1), column: place.column + 1)
        place = attributes["r"].flatMap(CellReference.place) ?? next
        type = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) } ?? 0
        (value, inline) = ("", StyledTextReader())
        (hasFormula, hasValue, isValue) = (false, false, false)
        (formula, isFormula) = ("", false)
    }

    private mutating func end(_ part: String) throws {
        // Programs that do not compute leave the value out, or empty; an empty text is a result where it is written, with its
        // type.
        if hasFormula, value.isEmpty, type == "str", hasValue { emptyResults.insert(place) }
        if hasFormula, value.isEmpty, type != "str" || !hasValue {
            // A formula that is a text needs no result.
            if let text = SheetFormula.text(of: formula) {
                (type, value, hasValue) = ("str", text, true)
            } else {
                unknownResults.insert(place)
            }
        }
        guard let cell = try cell(part) else { return }
        guard place.row <= Workbook.maximumRow, place.column <= Workbook.maximumColumn else {
            excess = LocalizedText(
                zh:
                    "第 \(place.row) 行第 \(place.column) 列还有内容，最多 \(Workbook.maximumRow) 行 \(Workbook.maximumColumn) 列",
                en:
                    "it holds something in row \(place.row), column \(place.column); a table has at most \(Workbook.maximumRow) rows and \(Workbook.maximumColumn) columns"
            )
            return
        }
        if case .text(let text) = cell.value {
            textByteCount += text.utf8.count
            if textByteCount > Workbook.maximumTextByteCount {
                let mebibytes = Workbook.maximumTextByteCount / 1024 / 1024
                excess = LocalizedText(
                    zh: "文字合计超过 \(mebibytes) MiB", en: "its texts together are more than \(mebibytes) MiB")
                return
            }
        }
        guard cells.updateValue(cell, forKey: place).map({ $0 == cell }) ?? true else {
            throw DocumentProblem.damaged(
                LocalizedText(
                    zh: "“\(part)”的 \(CellReference.name(place)) 写了两次，内容不同",
                    en: "\(CellReference.name(place)) of “\(part)” stands there twice and differs"))
        }
    }

    /// The cell; `nil` for one that holds nothing.
    private mutating func cell(_ part: String) throws -> Workbook.Cell? {
        var styled = inline.take()
        switch type {
        case "s":
            guard hasValue else { return nil }
            guard let index = Int(value.filter { !$0.isWhitespace }), strings.indices.contains(index) else {
                throw DocumentProblem.damaged(
                    LocalizedText(
                        zh: "“\(part)”的 \(CellReference.name(place)) 引用了不存在的文字",
                        en: "\(CellReference.name(place)) of “\(part)” refers to a text that is not there"))
            }
            styled = strings[index]
        case "inlineStr": break
        case "str", "d":
            styled = StyledText(
                text: value, strike: .none, isTooLong: value.utf16.count > Workbook.maximumCellLength)
        case "b": return hasValue ? Workbook.Cell(.flag(value == "1" || value == "true"), isComputed: hasFormula) : nil
        case "e": return hasValue ? Workbook.Cell(.error(value), isComputed: hasFormula) : nil
        default: return numberCell
        }
        guard !styled.isTooLong else {
            excess = LocalizedText(
                zh: "\(CellReference.name(place)) 的文字超过 \(Workbook.maximumCellLength) 个字",
                en:
                    "\(CellReference.name(place)) holds a text of more than \(Workbook.maximumCellLength) characters")
            return nil
        }
        guard !styled.text.allSatisfy(\.isWhitespace) else { return nil }
        let text = EscapedCharacters.unescaped(styled.text)
        return Workbook.Cell(
            .text(formats.shown(text, style: style)), isComputed: hasFormula,
            strike: formats.isStruck(style: style) ? .whole : styled.strike,
            isInvisible: formats.hidesText(style: style))
    }

    private var numberCell: Workbook.Cell? {
        guard hasValue, !value.isEmpty else { return nil }
        let strike: Workbook.Strike = formats.isStruck(style: style) ? .whole : .none
        guard let number = Double(value), number.isFinite else {
            return Workbook.Cell(.text(value), isComputed: hasFormula, strike: strike)
        }
        let content: Workbook.Value =
            if formats.showsDay(style: style) {
                .day(serial: number)
            } else {
                switch formats.shown(number, style: style) {
                case .plain: .number(number, raw: value)
                case .text(let text): .text(text)
                case .unknown: .unshown(raw: value)
                }
            }
        return Workbook.Cell(
            content, isComputed: hasFormula, strike: strike, isInvisible: formats.hides(number, style: style))
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
