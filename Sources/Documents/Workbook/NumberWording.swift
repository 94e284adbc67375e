/// A number format that shows more than the number: `"第"0"养护班"`, `000`, `@"班组"` (ISO/IEC 29500-1, 18.8.31).
struct NumberWording: Sendable {
    /// How a number is shown.
    enum Shown: Sendable, Equatable {
        /// As the number it is, whatever the format does with its decimals.
        case plain
        case text(String)
        /// With words, in a way that is not understood.
        case unknown
    }

    private enum Piece: Sendable, Equatable {
        case literal(String)
        /// `0`, `#` or `?`.
        case digit(Character)
        case point, general, percent, text
        /// A letter or sign with a meaning that is not read here.
        case other
    }

    private let sections: [[Piece]]

    /// - Parameter code: of the format.
    /// - Returns: `nil` for a format that adds no words and no zeros.
    init?(_ code: String) {
        var sections: [[Piece]] = [[]]
        var rest = Substring(code)
        func add(_ piece: Piece) {
            if case .literal(let text) = piece, case .literal(let before) = sections[sections.count - 1].last {
                sections[sections.count - 1].removeLast()
                sections[sections.count - 1].append(.literal(before + text))
            } else {
                sections[sections.count - 1].append(piece)
            }
        }
        while let character = rest.popFirst() {
            switch character {
            case "\"":
                add(.literal(String(rest.prefix { $0 != "\"" })))
                rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\": if let escaped = rest.popFirst() { add(.literal(String(escaped))) }
            case "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                rest = rest.drop { $0 != "]" }.dropFirst()
                // [$¥-804] is a currency; [>=100] a condition; [Red], [DBNum1] colours and figures.
                if inside.hasPrefix("$") {
                    add(.literal(String(inside.dropFirst().prefix { $0 != "-" })))
                } else if inside.hasPrefix("<") || inside.hasPrefix(">") || inside.hasPrefix("=")
                    || inside.lowercased().hasPrefix("dbnum")
                {
                    add(.other)
                }
            case ";": sections.append([])
            case "0", "#", "?": add(.digit(character))
            case ".": add(.point)
            case ",": break
            case "%": add(.percent)
            case "@": add(.text)
            case "G" where rest.hasPrefix("eneral"):
                rest = rest.dropFirst("eneral".count)
                add(.general)
            case _ where character.isASCII && character.isLetter || character == "/": add(.other)
            default: add(.literal(String(character)))
            }
        }
        self.sections = sections
        guard sections.contains(where: { Self.addsWords($0) || Self.padsZeros($0) }) else { return nil }
    }

    func shown(_ number: Double) -> Shown {
        let numeric = sections.filter { !$0.contains(.text) }
        let index = number < 0 && numeric.count > 1 ? 1 : number == 0 && numeric.count > 2 ? 2 : 0
        guard numeric.indices.contains(index) else { return .plain }
        let section = numeric[index]
        guard Self.addsWords(section) || Self.padsZeros(section) else { return .plain }
        guard !section.contains(.other), !section.contains(.percent), abs(number) < 1e9,
            let first = section.firstIndex(where: Self.isOfNumber),
            let last = section.lastIndex(where: Self.isOfNumber),
            section[first...last].allSatisfy(Self.isOfNumber)
        else { return .unknown }
        let digits = Self.digits(number, Array(section[first...last]))
        let sign = number < 0 && index == 0 ? "-" : ""
        return .text(sign + Self.literals(section[..<first]) + digits + Self.literals(section[(last + 1)...]))
    }

    func shown(_ text: String) -> String {
        guard let section = sections.first(where: { $0.contains(.text) }), !section.contains(.other) else {
            return text
        }
        return section.map { piece in
            switch piece {
            case .literal(let words): words
            case .text: text
            default: ""
            }
        }.joined()
    }

    private static func isOfNumber(_ piece: Piece) -> Bool {
        switch piece {
        case .digit, .point, .general: true
        default: false
        }
    }

    private static func addsWords(_ section: [Piece]) -> Bool {
        section.contains { piece in
            if case .literal(let text) = piece { text.contains { $0.isLetter || $0.isNumber } } else { false }
        }
    }

    /// Whether the format writes zeros before the number, as numbers of lists have them.
    private static func padsZeros(_ section: [Piece]) -> Bool {
        section.prefix { $0 != .point }.count { $0 == .digit("0") } > 1
    }

    private static func literals(_ pieces: ArraySlice<Piece>) -> String {
        pieces.map { if case .literal(let text) = $0 { text } else { "" } }.joined()
    }

    /// - Parameter pieces: digits, a point and `General`.
    private static func digits(_ number: Double, _ pieces: [Piece]) -> String {
        let size = abs(number)
        if pieces.contains(.general) { return Int(exactly: size).map { String($0) } ?? String(size) }
        let whole = pieces.prefix { $0 != .point }
        let decimals = min(pieces.count - whole.count - (whole.count < pieces.count ? 1 : 0), 9)
        var scale = 1.0
        for _ in 0..<max(decimals, 0) { scale *= 10 }
        // Below 10^9 times 10^9 the result is within Int.
        let scaled = Int((size * scale).rounded())
        let integer = String(scaled / Int(scale))
        let zeros = whole.count { $0 == .digit("0") }
        let padded = String(repeating: "0", count: max(0, zeros - integer.utf8.count)) + integer
        guard decimals > 0 else { return padded }
        let fraction = String(scaled % Int(scale))
        return padded + "." + String(repeating: "0", count: max(0, decimals - fraction.utf8.count)) + fraction
    }
}
