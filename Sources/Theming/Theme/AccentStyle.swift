import Values

/// A site's own colour as a style sheet, for behind the theme's own. It is about screens, so that what the theme prints stays
/// as it is. Cascade layers would say the same, but browsers of 2019 skip all that stands in one.
enum AccentStyle {
    static func css(_ accent: AccentColour) -> [UInt8] {
        let light = properties(accent.light, in: .light)
        let dark = properties(accent.dark, in: .dark)
        let css = """
            @media screen { :root { \(light) } }
            @media screen and (prefers-color-scheme: dark) { :root { \(dark) } }

            """
        return Array(css.utf8)
    }

    private static func properties(_ colour: SRGBColour, in scheme: AccentColour.Scheme) -> String {
        let isLight = scheme == .light
        let strong = colour.mixed(with: isLight ? .black : .white, percent: 30)
        let values = [
            ("accent", colour), ("accent-strong", strong), ("accent-soft", AccentColour.tint(of: colour, in: scheme)),
            ("on-accent", isLight ? .white : scheme.page),
        ]
        return values.map { "--\($0.0): \($0.1.text);" }.joined(separator: " ")
    }
}
