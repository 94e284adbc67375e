/// What stands beside a sign between numbers.
enum NumberNeighbours {
    /// Whether a text begins with a digit, half or full width.
    static func beginsNumber(_ text: ArraySlice<UInt8>) -> Bool {
        guard !text.isEmpty else { return false }
        return isDigit(UTF8Scalar.first(of: text, at: text.startIndex).value)
    }

    /// Whether a text ends with a number.
    ///
    /// - Parameter allowsUnits: whether a percent sign, a unit or a bracket may stand behind it.
    static func endsQuantity(_ text: ArraySlice<UInt8>, allowsUnits: Bool) -> Bool {
        // No quantity is longer.
        let end = text.suffix(24)
        var scalars = Substring(String(decoding: end, as: UTF8.self)).unicodeScalars
        guard let last = scalars.last else { return false }
        if isDigit(last.value) { return true }
        guard allowsUnits else { return false }
        switch last {
        case "%", "％", "‰", "²", "³", "㎡", "㎥", "℃", "°", "㎜", "㎝", "㎏": scalars.removeLast()
        case ")", "）":
            scalars.removeLast()
            guard let inside = scalars.last else { return false }
            return isDigit(inside.value) || inside.properties.isAlphabetic
        case let unit where unit.isASCII && unit.properties.isAlphabetic:
            let letters = scalars.reversed().prefix { $0.isASCII && $0.properties.isAlphabetic }.count
            guard letters <= 3 else { return false }
            scalars.removeLast(letters)
        case let unit where measures.contains(unit):
            scalars.removeLast()
            while let prefix = scalars.last, prefixes.contains(prefix) { scalars.removeLast() }
        default: return false
        }
        while scalars.last == " " { scalars.removeLast() }
        return scalars.last.map { isDigit($0.value) } ?? false
    }

    /// Whether a sign between two texts joins measures or grades: `长600mm*宽600mm`, `C30*P6`, `K0+100*K0+200`, `Ⅰ*Ⅱ`, `①*②`,
    /// `一*二`.
    static func areMeasures(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
        guard !before.isEmpty, !after.isEmpty else { return false }
        let left = UTF8Scalar.last(of: Array(before.suffix(4)), before: min(before.count, 4), notBefore: 0)
        let right = UTF8Scalar.first(of: Array(after.prefix(4)), at: 0).value
        if let series = series(of: left), series == self.series(of: right) { return true }
        return endsQuantity(before, allowsUnits: true) && beginsNamedNumber(after)
    }

    /// Whether a text begins with one or two letters or Han and a digit behind them: `宽600`, `P6`, `φ8`.
    private static func beginsNamedNumber(_ text: ArraySlice<UInt8>) -> Bool {
        let scalars = Array(String(decoding: text.prefix(12), as: UTF8.self).unicodeScalars)
        let name = scalars.prefix { $0.properties.isAlphabetic && !isDigit($0.value) }.count
        return (1...2).contains(name) && name < scalars.count && isDigit(scalars[name].value)
    }

    /// The series of numerals that a character belongs to: Roman ones, those in circles, Han.
    private static func series(of value: UInt32) -> Int? {
        switch value {
        case 0x2160...0x217B: 0
        case 0x2460...0x2473: 1
        case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: 2
        default: nil
        }
    }

    /// Whether a sign between two texts multiplies for certain: it stands between full-width brackets, `（长）*（宽）`. Between
    /// ASCII ones CommonMark has it mark something.
    static func areFactors(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
        before.suffix(3).elementsEqual("）".utf8) && after.prefix(3).elementsEqual("（".utf8)
    }

    /// Whether a sign between two texts may multiply: letters, digits or brackets touch it on both sides.
    static func mayBeFactors(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
        guard !before.isEmpty, !after.isEmpty else { return false }
        let left = UTF8Scalar.last(of: Array(before.suffix(4)), before: min(before.count, 4), notBefore: 0)
        let right = UTF8Scalar.first(of: Array(after.prefix(4)), at: 0).value
        return isFactor(left, bracket: [0x29, 0xFF09]) && isFactor(right, bracket: [0x28, 0xFF08])
    }

    private static func isFactor(_ value: UInt32, bracket: [UInt32]) -> Bool {
        if bracket.contains(value) || CharacterClass.isHan(value) { return true }
        return Unicode.Scalar(value).map { $0.properties.isAlphabetic || isDigit(value) } ?? false
    }

    /// Whether a text holds an equals sign of either width.
    static func holdsEqualsSign(_ text: ArraySlice<UInt8>) -> Bool {
        text.contains(UInt8(ascii: "=")) || text.firstRange(of: Array("＝".utf8)) != nil
    }

    /// A text up to the first sign that ends a clause.
    static func firstClause(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let end = text.indices.first { isClauseEnd(text[$0...]) } ?? text.endIndex
        return text[..<end]
    }

    /// A text behind the last sign that ends a clause.
    static func lastClause(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = text.indices.reversed().first { isClauseEnd(text[$0...]) } ?? text.startIndex - 1
        return text[(start + 1)...]
    }

    private static func isClauseEnd(_ text: ArraySlice<UInt8>) -> Bool {
        if text.first == UInt8(ascii: ";") || text.first == UInt8(ascii: ",") { return true }
        return text.first ?? 0 >= 0xE3 && ["，", "。", "；", "、", "：", "！", "？"].contains { text.starts(with: $0.utf8) }
    }

    private static let measures = Set("米次遍层个人块根台套天道孔件吨元处段车片榀寸分秒克升度组项".unicodeScalars)
    private static let prefixes = Set("厘毫微千公平方立小".unicodeScalars)

    private static func isDigit(_ value: UInt32) -> Bool {
        (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
    }
}
