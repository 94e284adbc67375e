/// Looks at the styles of drawings: style sheets, `style` attributes, and attributes that take values of CSS.
enum DrawingStyle {
    /// Rules of style sheets that load nothing (CSS Conditional Rules 3; CSS Fonts 4).
    private static let rules: Set<String> = ["media", "supports", "font-face", "page", "keyframes", "layer", "charset"]

    /// Functions of values and selectors that load nothing.
    private static let functions: Set<String> = [
        "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix", "light-dark", "calc",
        "min", "max", "clamp", "var", "local", "format", "tech", "translate", "translatex", "translatey", "translate3d",
        "matrix", "matrix3d", "rotate", "scale", "scalex", "scaley", "skew", "skewx", "skewy", "polygon", "circle",
        "ellipse", "inset", "rect", "path", "has", "nth-last-child", "nth-last-of-type", "blur", "brightness",
        "contrast", "drop-shadow", "grayscale", "hue-rotate", "invert",
        "opacity", "saturate", "sepia", "cubic-bezier", "steps", "not", "is", "where", "nth-child", "nth-of-type",
        "lang",
        "icc-color", "device-cmyk", "and", "or", "accumulate", "new",
    ]

    /// Whether a style would load or run something, however it is written.
    ///
    /// - Parameter isSheet: whether it has rules, which begin with `@`; in a value that is a typeface for vertical lines.
    static func loads(_ style: String, isSheet: Bool) -> Bool {
        let text = Array(decoded(style).lowercased().unicodeScalars)
        var index = 0
        while index < text.count {
            switch text[index] {
            case "@" where isSheet:
                let name = identifier(in: text, from: index + 1)
                if !rules.contains(withoutVendor(name)) { return true }
                index += name.unicodeScalars.count + 1
            case "(":
                let name = identifier(in: text, endingAt: index)
                if name == "url" {
                    if !isInside(address(in: text, from: index + 1)) { return true }
                } else if !name.isEmpty, !functions.contains(withoutVendor(name)), name != "progid" {
                    return true
                }
                index += 1
            default: index += 1
            }
        }
        let words = String(String.UnicodeScalarView(text))
        return words.contains("javascript:") || words.contains("-moz-binding") || words.contains("behavior:")
    }

    /// The text without comments, with its escapes in place (CSS Syntax 3, 4.3.7): `u\72l` is `url`.
    private static func decoded(_ style: String) -> String {
        var result = String.UnicodeScalarView()
        var scalars = style.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            if scalar == "/", scalars.first == "*" {
                scalars = scalars.dropFirst()
                while let next = scalars.popFirst(), !(next == "*" && scalars.first == "/") {}
                scalars = scalars.dropFirst()
                continue
            }
            guard scalar == "\\" else {
                result.append(scalar)
                continue
            }
            let digits = scalars.prefix(6).prefix { $0.properties.isASCIIHexDigit }
            guard !digits.isEmpty else {
                if let next = scalars.popFirst(), next != "\n" { result.append(next) }
                continue
            }
            scalars = scalars.dropFirst(digits.count)
            if let next = scalars.first, next.properties.isWhitespace { scalars = scalars.dropFirst() }
            let code = UInt32(String(String.UnicodeScalarView(digits)), radix: 16) ?? 0
            result.append(Unicode.Scalar(code) ?? "\u{FFFD}")
        }
        return String(result)
    }

    private static func isNamed(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "_" || scalar.value >= 0x80 || scalar.properties.isAlphabetic
            || ("0"..."9").contains(scalar)
    }

    private static func identifier(in text: [Unicode.Scalar], from start: Int) -> String {
        var end = start
        while end < text.count, isNamed(text[end]) { end += 1 }
        return String(String.UnicodeScalarView(text[min(start, end)..<end]))
    }

    private static func identifier(in text: [Unicode.Scalar], endingAt end: Int) -> String {
        var start = end
        while start > 0, isNamed(text[start - 1]) { start -= 1 }
        return String(String.UnicodeScalarView(text[start..<end]))
    }

    /// A name without what a browser's maker put before it.
    private static func withoutVendor(_ name: String) -> String {
        for vendor in ["-webkit-", "-moz-", "-ms-", "-o-", "-inkscape-"] where name.hasPrefix(vendor) {
            return String(name.dropFirst(vendor.count))
        }
        return name
    }

    private static func address(in text: [Unicode.Scalar], from start: Int) -> String {
        let rest = text[start...].drop { $0.properties.isWhitespace || $0 == "\"" || $0 == "'" }
        return String(String.UnicodeScalarView(rest.prefix(40)))
    }

    /// Whether an address leads nowhere outside: to a part of the drawing, or to a typeface or picture that it holds.
    private static func isInside(_ address: String) -> Bool {
        let own = ["#", "data:font/", "data:application/font-", "data:application/x-font-"]
        let pictures = ["png", "jpeg", "jpg", "gif", "webp"].map { "data:image/\($0);base64," }
        return address.isEmpty || (own + pictures).contains(where: address.hasPrefix)
    }
}
