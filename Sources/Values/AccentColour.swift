/// The one colour of a site that stands out, in the light and in the dark scheme.
package struct AccentColour: Sendable, Hashable {
    package let light: SRGBColour
    package let dark: SRGBColour

    /// A scheme's ground as far as text in the accent colour stands on it.
    package enum Scheme: Sendable, CaseIterable {
        case light
        case dark

        /// The ground of boxes, which is the one with the least contrast; themes keep theirs at least as light or dark.
        package var ground: SRGBColour {
            switch self {
            case .light: SRGBColour(red: 0xF4, green: 0xF2, blue: 0xEC)
            case .dark: SRGBColour(red: 0x22, green: 0x26, blue: 0x28)
            }
        }

        /// The page's own ground.
        package var page: SRGBColour {
            switch self {
            case .light: .white
            case .dark: SRGBColour(red: 0x17, green: 0x1A, blue: 0x1C)
            }
        }

        /// What a colour is mixed with to have more contrast.
        var pole: SRGBColour { self == .light ? .black : .white }
        /// The share of a colour in its tint, in percent.
        var tintPercent: Int { self == .light ? 8 : 14 }
    }

    /// What WCAG 2.2 asks of text.
    package static let leastContrast = 4.5

    /// - Parameter dark: `nil` to lighten the light scheme's colour as far as reading needs.
    package init(light: SRGBColour, dark: SRGBColour?) {
        self.light = light
        // Halfway to white a dark colour looks alike in both schemes; more where that is not enough to be read.
        self.dark = dark ?? Self.readable(light.mixed(with: .white, percent: 50), in: .dark)
    }

    /// The colour with a little of itself in the ground.
    package static func tint(of colour: SRGBColour, in scheme: Scheme) -> SRGBColour {
        scheme.page.mixed(with: colour, percent: scheme.tintPercent)
    }

    /// The least contrast of text in a colour with the grounds it stands on.
    package static func contrast(of colour: SRGBColour, in scheme: Scheme) -> Double {
        min(colour.contrast(with: scheme.ground), colour.contrast(with: tint(of: colour, in: scheme)))
    }

    /// The nearest darker or lighter shade that can be read.
    package static func readable(_ colour: SRGBColour, in scheme: Scheme) -> SRGBColour {
        (0...100).lazy.map { colour.mixed(with: scheme.pole, percent: $0) }
            .first { contrast(of: $0, in: scheme) >= leastContrast } ?? scheme.pole
    }
}
