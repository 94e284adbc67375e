import Diagnostics

/// The strings that the cells of a workbook refer to by number (ISO/IEC 29500-1, 18.4).
enum SharedStrings {
    static let path = "xl/sharedStrings.xml"

    /// All texts, with readings that stand above the characters.
    static func read(_ bytes: [UInt8], _ part: String) throws -> [String] {
        guard !bytes.isEmpty else { return [] }
        var strings: [String] = []
        var text = ""
        var isText = false
        try XMLPart.read(bytes, named: part, vocabulary: .spreadsheet, skipping: ["extLst"]) { event in
            switch event {
            case .start(let name, _): isText = name == "t"
            case .text(let piece): if isText { text += piece }
            case .end(let name):
                isText = false
                guard name == "si" else { return }
                strings.append(text)
                text = ""
            }
        }
        return strings
    }
}

/// The cells of a worksheet (ISO/IEC 29500-1, 18.3).
enum SheetText {
    static func read(
        _ bytes: [UInt8], _ part: String, strings: [String], into contents: inout DocumentContents
    ) throws {
        let sheet = part.split(separator: "/").last.map { $0.filter(\.isNumber) } ?? ""
        var passages: [DocumentContents.Passage] = []
        var cell = (reference: "", isShared: false)
        var text = ""
        var formula = ""
        var isText = false
        var isFormula = false
        // As in tables of forms, each digit of a number may have a cell of its own.
        var digits = CellDigits()
        func end(_ element: String) {
            if let number = digits.end(element) { add(number, at: .sheet(sheet)) }
        }
        func add(_ text: String, at place: LocalizedText) {
            if !text.isEmpty { passages.append(.init(text, at: place)) }
        }
        try XMLPart.read(bytes, named: part, vocabulary: .any) { event in
            switch event {
            case .start("c", let attributes):
                cell = (attributes["r"] ?? "", attributes["t"] == "s")
                text = ""
                formula = ""
            case .start(let name, let attributes):
                isText = name == "v" || name == "t" || name.hasSuffix("Header") || name.hasSuffix("Footer")
                isFormula = name == "f" || name == "formula1" || name == "formula2"
                for value in WrittenAttributes.values(of: name, attributes) { add(value, at: .sheetNote(sheet)) }
            case .text(let piece):
                if isText { text += piece } else if isFormula { formula += piece }
            case .end("c"):
                let value =
                    cell.isShared
                    ? Int(text).flatMap { strings.indices.contains($0) ? strings[$0] : nil } : wholeNumber(text) ?? text
                let place = LocalizedText(
                    zh: "第 \(sheet) 张工作表的 \(cell.reference) 单元格",
                    en: "cell \(cell.reference) of sheet \(sheet)")
                add(value ?? "", at: place)
                digits.add(value ?? "")
                end("tc")
                // Texts within a formula show in the cell, or where it is chosen.
                if formula.utf8.contains(UInt8(ascii: "\"")) { add(formula, at: place) }
                text = ""
                formula = ""
            case .end("row"): end("tr")
            case .end(let name):
                isText = false
                isFormula = false
                if name == "formula1" || name == "formula2" {
                    add(formula, at: .sheetNote(sheet))
                    formula = ""
                }
                guard name.hasSuffix("Header") || name.hasSuffix("Footer") else { return }
                passages.append(
                    .init(HeaderCodes.removed(from: text), at: LocalizedText(zh: "页眉页脚", en: "the header or footer")))
                text = ""
            }
        }
        contents.passages += passages
    }

    /// A whole number as people read it; `nil` for other texts. Some programs write long ones as 1.3812345678E10.
    private static func wholeNumber(_ text: String) -> String? {
        guard text.contains("E") || text.contains("e"), let number = Double(text), let whole = Int(exactly: number)
        else {
            return nil
        }
        return String(whole)
    }
}

/// What the header and footer of a sheet say beside their words (ISO/IEC 29500-1, 18.3.1.39): `&L`, `&"宋体,常规"`, `&12`, `&P`.
enum HeaderCodes {
    /// The words, a line for each side.
    static func removed(from text: String) -> String {
        var words = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            guard character == "&", let code = rest.popFirst() else {
                words.append(character)
                continue
            }
            switch code {
            case "&": words.append("&")
            case "L", "C", "R", "l", "c", "r": words.append("\n")
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "K": rest = rest.dropFirst(6)
            // The size has two digits at most; a number of the text begins behind a blank.
            case "0"..."9": if let next = rest.first, next.isASCII, next.isNumber { rest.removeFirst() }
            default: break
            }
        }
        return words
    }
}

extension LocalizedText {
    fileprivate static func sheet(_ sheet: String) -> LocalizedText {
        LocalizedText(zh: "第 \(sheet) 张工作表", en: "sheet \(sheet)")
    }

    /// The place of what a sheet says outside its cells: lists to choose from, tips, links.
    fileprivate static func sheetNote(_ sheet: String) -> LocalizedText {
        LocalizedText(zh: "第 \(sheet) 张工作表的提示或选项", en: "a tip or choice of sheet \(sheet)")
    }
}
