/// A colour as CSS writes it in hexadecimal, without transparency.
package struct SRGBColour: Sendable, Hashable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads `#rrggbb` or `#rgb`; `nil` for anything else.
    package init?(_ text: String) {
        guard text.utf8.first == UInt8(ascii: "#") else { return nil }
        let digits = text.utf8.dropFirst().compactMap(Self.digit)
        guard digits.count == text.utf8.count - 1 else { return nil }
        switch digits.count {
        case 3: self.init(red: digits[0] * 17, green: digits[1] * 17, blue: digits[2] * 17)
        case 6:
            self.init(
                red: digits[0] << 4 | digits[1], green: digits[2] << 4 | digits[3], blue: digits[4] << 4 | digits[5])
        default: return nil
        }
    }

    package static let black = SRGBColour(red: 0, green: 0, blue: 0)
    package static let white = SRGBColour(red: 255, green: 255, blue: 255)

    /// `#rrggbb`.
    package var text: String {
        "#"
            + [red, green, blue].map { value in
                let digits = String(value, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
    }

    /// As 0xRRGGBB.
    package var packed: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

    /// From 0 for black to 1 for white (WCAG 2.2, relative luminance).
    package var luminance: Double {
        0.2126 * Self.linear[Int(red)] + 0.7152 * Self.linear[Int(green)] + 0.0722 * Self.linear[Int(blue)]
    }

    /// From 1 to 21 (WCAG 2.2, contrast ratio).
    package func contrast(with other: SRGBColour) -> Double {
        let (darker, lighter) =
            luminance < other.luminance ? (luminance, other.luminance) : (other.luminance, luminance)
        return (lighter + 0.05) / (darker + 0.05)
    }

    /// The colour with a share of another one in it, as CSS mixes in sRGB.
    ///
    /// - Parameter percent: 0 for none of `other`, 100 for nothing else.
    package func mixed(with other: SRGBColour, percent: Int) -> SRGBColour {
        func mix(_ own: UInt8, _ other: UInt8) -> UInt8 {
            UInt8((Int(own) * (100 - percent) + Int(other) * percent + 50) / 100)
        }
        return SRGBColour(
            red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// Light by value of a channel, from the table of sRGB.
    private static let linear: [Double] = (0...255).map { value in
        let share = Double(value) / 255
        return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
    }

    /// `base` to the power of 2.4, as the square of the fifth root's sixth power, without a mathematical library: bytes
    /// must be the same on every machine.
    private static func power(_ base: Double) -> Double {
        // Newton's method for the fifth root converges from above within a few steps for 0 < base ≤ 1.
        var root = 1.0
        for _ in 0..<40 { root -= (root - base / (root * root * root * root)) / 5 }
        let squared = root * root
        return squared * squared * squared * squared * squared * squared
    }
}
