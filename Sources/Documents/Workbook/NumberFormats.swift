/// What cell formats do to what cells hold (ISO/IEC 29500-1, 18.8.30), by the index that cells give (`s`).
struct NumberFormats {
    private struct Style {
        var showsDay = false
        var isStruck = false
        var visibility = FormatVisibility()
        /// Whether its letters have the colour of the cell, or no size.
        var hidesLetters = false
        /// `nil` for a format that only says how many digits are shown.
        var wording: NumberWording?
    }

    private var styles: [Style] = []

    /// - Parameter bytes: the part `styles.xml`; empty when there is none.
    static func read(_ bytes: [UInt8], _ part: String) throws -> NumberFormats {
        var formats = NumberFormats()
        guard !bytes.isEmpty else { return formats }
        var codes: [Int: String] = [:]
        var looks = CellLooks()
        var cells: [(format: Int, font: Int, fill: Int)] = []
        var isCellFormat = false
        try XMLPart.read(bytes, named: part, vocabulary: .spreadsheet, skipping: ["extLst", "dxfs"]) { event in
            looks.visit(event)
            switch event {
            case .start("numFmt", let attributes):
                guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else {
                    return
                }
                codes[id] = code
            case .start("cellXfs", _): isCellFormat = true
            case .end("cellXfs"): isCellFormat = false
            case .start("xf", let attributes):
                guard isCellFormat else { return }
                func number(_ name: String) -> Int { attributes[name].flatMap { Int($0) } ?? 0 }
                cells.append((number("numFmtId"), number("fontId"), number("fillId")))
            default: break
            }
        }
        formats.styles = cells.map { cell in
            let code = codes[cell.format]
            return Style(
                showsDay: code.map { showsDay(code: $0) } ?? showsDay(id: cell.format),
                isStruck: looks.isStruck(font: cell.font), visibility: code.map { FormatVisibility($0) } ?? .init(),
                hidesLetters: looks.hidesLetters(font: cell.font, fill: cell.fill),
                wording: code.flatMap { NumberWording($0) })
        }
        return formats
    }

    /// Whether nothing is seen of a text.
    func hidesText(style index: Int) -> Bool {
        style(index).map { $0.hidesLetters || $0.visibility.hidesText } ?? false
    }

    /// Whether nothing is seen of a number.
    func hides(_ number: Double, style index: Int) -> Bool {
        style(index).map { $0.hidesLetters || $0.visibility.hides(number) } ?? false
    }

    private func style(_ index: Int) -> Style? { styles.indices.contains(index) ? styles[index] : nil }

    func showsDay(style index: Int) -> Bool { style(index)?.showsDay ?? false }

    func isStruck(style index: Int) -> Bool { style(index)?.isStruck ?? false }

    /// How a number is shown, as far as the format adds words or zeros before it.
    func shown(_ number: Double, style index: Int) -> NumberWording.Shown {
        style(index)?.wording?.shown(number) ?? .plain
    }

    /// A text as it is shown: `@"班组"` adds to it.
    func shown(_ text: String, style index: Int) -> String { style(index)?.wording?.shown(text) ?? text }

    /// The formats that every program has: days and times, and the ones that East Asian editions add (27–36, 50–58).
    static func showsDay(id: Int) -> Bool {
        (14...17).contains(id) || id == 22 || (27...36).contains(id) || (50...58).contains(id)
    }

    /// Whether a format's code has a year or a day outside of quotes, brackets and escapes: `yyyy"年"m"月"d"日"`, but not
    /// `General`, `0.00E+00`, `[Red]0.00` or `"共"0"day"`.
    static func showsDay(code: String) -> Bool {
        // Letters of codes are read alike in both cases.
        var rest = Substring(code.lowercased())
        while let character = rest.popFirst() {
            switch character {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "[": rest = rest.drop { $0 != "]" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            // Only the first section is for numbers that days can be.
            case ";": return false
            // Programs write the usual format by its name: LibreOffice does for every cell that has no other.
            case "g" where rest.hasPrefix("eneral"): rest = rest.dropFirst("eneral".count)
            // An exponent; by itself it is the year of an era.
            case "e" where rest.first == "+" || rest.first == "-": rest = rest.dropFirst()
            case "y", "d", "e": return true
            default: break
            }
        }
        return false
    }
}
