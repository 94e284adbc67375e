import Values

/// A site's own colour as a style sheet. It goes into the layer `tokens`, behind the theme's own, so that later layers,
/// such as that for printing, still win.
enum AccentStyle {
    static func css(_ accent: AccentColour) -> [UInt8] {
        let light = properties(accent.light, in: .light)
        let dark = properties(accent.dark, in: .dark)
        let css = """
            @layer tokens {
              :root { \(light) }
              @media (prefers-color-scheme: dark) { :root { \(dark) } }
            }

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
