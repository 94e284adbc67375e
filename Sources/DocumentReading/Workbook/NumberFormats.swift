/// Which cell formats show a number as a day (ISO/IEC 29500-1, 18.8.30).
struct NumberFormats {
    /// Whether a format shows days, by the index that cells give (`s`).
    private var showsDay: [Bool] = []

    /// - Parameter bytes: the part `styles.xml`; empty when there is none.
    static func read(_ bytes: [UInt8], _ part: String) throws -> NumberFormats {
        var formats = NumberFormats()
        guard !bytes.isEmpty else { return formats }
        var custom: [Int: Bool] = [:]
        var ids: [Int] = []
        var isCellFormat = false
        // Formats of conditional colouring have numbers of their own.
        try XMLPart.read(bytes, named: part, vocabulary: .spreadsheet, skipping: ["extLst", "dxfs"]) { event in
            switch event {
            case .start("numFmt", let attributes):
                guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else {
                    return
                }
                custom[id] = showsDay(code: code)
            case .start("cellXfs", _): isCellFormat = true
            case .end("cellXfs"): isCellFormat = false
            case .start("xf", let attributes):
                if isCellFormat { ids.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0) }
            default: break
            }
        }
        formats.showsDay = ids.map { custom[$0] ?? showsDay(id: $0) }
        return formats
    }

    func showsDay(style: Int) -> Bool { showsDay.indices.contains(style) && showsDay[style] }

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
