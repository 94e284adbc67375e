/// Which cells show their letters: fonts and fills of `styles.xml` (ISO/IEC 29500-1, 18.8.22 and 18.8.20).
struct CellLooks {
    /// Red, green and blue; `nil` for a colour that is not known here, such as one of a theme with a tint.
    private typealias Colour = [UInt8]?

    private struct Font {
        var isStruck = false
        var colour: Colour = [0, 0, 0]
        var size = 11.0
    }

    private var fonts: [Font] = []
    /// `nil` for one whose colour is not known.
    private var fills: [Colour] = []
    private var place = Place.elsewhere
    private var isSolid = false

    private enum Place {
        case fonts, fills, elsewhere
    }

    mutating func visit(_ event: XMLPart.Event) {
        switch event {
        case .start("fonts", _): place = .fonts
        case .start("fills", _): place = .fills
        case .end("fonts"), .end("fills"): place = .elsewhere
        case .start(let name, let attributes):
            switch place {
            case .fonts: addToFont(name, attributes)
            case .fills: addToFill(name, attributes)
            case .elsewhere: break
            }
        case .end, .text: break
        }
    }

    private mutating func addToFont(_ name: String, _ attributes: XMLPart.Attributes) {
        if name == "font" { fonts.append(Font()) }
        guard !fonts.isEmpty else { return }
        let last = fonts.count - 1
        switch name {
        case "strike": fonts[last].isStruck = !["0", "false"].contains(attributes["val"] ?? "1")
        case "color": fonts[last].colour = Self.colour(attributes)
        case "sz": fonts[last].size = attributes["val"].flatMap { Double($0) } ?? 11
        default: break
        }
    }

    private mutating func addToFill(_ name: String, _ attributes: XMLPart.Attributes) {
        switch name {
        case "fill":
            fills.append(Self.white)
            isSolid = false
        case "patternFill":
            let pattern = attributes["patternType"] ?? "none"
            isSolid = pattern == "solid"
            // A pattern has two colours.
            if !fills.isEmpty, !["none", "solid"].contains(pattern) { fills[fills.count - 1] = nil }
        case "fgColor": if isSolid, !fills.isEmpty { fills[fills.count - 1] = Self.colour(attributes) }
        case "gradientFill": if !fills.isEmpty { fills[fills.count - 1] = nil }
        default: break
        }
    }

    func isStruck(font: Int) -> Bool { fonts.indices.contains(font) && fonts[font].isStruck }

    /// Whether letters of a font on a fill have its colour, or are too small to be seen.
    func hidesLetters(font: Int, fill: Int) -> Bool {
        guard fonts.indices.contains(font) else { return false }
        if fonts[font].size < Self.leastSize { return true }
        guard let letters = fonts[font].colour, let ground = fills.indices.contains(fill) ? fills[fill] : Self.white
        else { return false }
        return zip(letters, ground).allSatisfy { abs(Int($0) - Int($1)) <= Self.leastDifference }
    }

    private static let white: [UInt8] = [255, 255, 255]
    /// In points.
    private static let leastSize = 2.0
    /// Of each part of a colour.
    private static let leastDifference = 6

    private static func colour(_ attributes: XMLPart.Attributes) -> Colour {
        if let text = attributes["rgb"], text.count >= 6, let value = UInt32(text.suffix(6), radix: 16) {
            return [UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
        }
        if attributes["tint"].flatMap({ Double($0) }) ?? 0 != 0 { return nil }
        // The first colours of a theme are those of paper and ink, as nearly all have them.
        switch (attributes["theme"], attributes["indexed"]) {
        case ("0", _), (nil, "1"), (nil, "9"), (nil, "65"): return white
        case ("1", _), (nil, "0"), (nil, "8"), (nil, "64"): return [0, 0, 0]
        default: return nil
        }
    }
}

/// Of which values a number format shows nothing, as `;;;` of all (ISO/IEC 29500-1, 18.8.31).
struct FormatVisibility: Sendable {
    private var hidesPositive = false
    private var hidesNegative = false
    private var hidesZero = false
    private(set) var hidesText = false

    init() {}

    init(_ code: String) {
        let sections = Self.sections(of: code)
        guard sections.count > 1 else { return }
        hidesPositive = sections[0].isEmpty
        hidesNegative = sections[1].isEmpty
        hidesZero = sections.count > 2 ? sections[2].isEmpty : sections[0].isEmpty
        hidesText = sections.count > 3 && sections[3].isEmpty
    }

    func hides(_ number: Double) -> Bool { number > 0 ? hidesPositive : number < 0 ? hidesNegative : hidesZero }

    private static func sections(of code: String) -> [String] {
        var sections = [""]
        var rest = code[...]
        while let character = rest.popFirst() {
            switch character {
            case ";": sections.append("")
            case "\"":
                sections[sections.count - 1] += rest.prefix { $0 != "\"" }
                rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\": if let next = rest.popFirst() { sections[sections.count - 1].append(next) }
            case "[": rest = rest.drop { $0 != "]" }.dropFirst()
            case _ where character.isWhitespace: break
            default: sections[sections.count - 1].append(character)
            }
        }
        return sections
    }
}
