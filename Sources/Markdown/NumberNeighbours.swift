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

    private static let measures = Set("米次遍层个人块根台套天道孔件吨元处段车片榀寸分秒克升度组项".unicodeScalars)
    private static let prefixes = Set("厘毫微千公平方立小".unicodeScalars)

    private static func isDigit(_ value: UInt32) -> Bool {
        (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
    }
}
