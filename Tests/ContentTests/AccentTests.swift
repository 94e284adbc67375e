import Testing

@testable import Values

@Suite("Accent colours")
struct AccentTests {
    private let head = "title: 站\nbase_url: https://e.org/\norganisation: {name: 协会}\nsample: true\n"

    @Test("contrast is that of WCAG 2.2")
    func contrast() throws {
        #expect(SRGBColour.black.contrast(with: .white) == 21)
        let grey = try #require(SRGBColour("#767676"))
        #expect(abs(grey.contrast(with: .white) - 4.5422) < 0.0001)
        #expect(SRGBColour("#FFF") == .white && SRGBColour("#12345") == nil && SRGBColour("red") == nil)
    }

    @Test("a colour that cannot be read is found in either scheme, with the nearest that can")
    func weak() throws {
        let site = MarkedSite(["site.config": head + "accent: ⟦\"#5aa9b0\"⟧\naccent_dark: \"#87aeb1\"\n"])
        let findings = try site.load().diagnostics
        let place = try #require(site.place)
        #expect(findings.map(MarkedSite.text) == ["\(place) config/accent"])
        let proposal = try #require(findings.first?.replacement.flatMap(Self.colour))
        #expect(AccentColour.contrast(of: proposal, in: .light) >= 4.5)
        // One shade lighter is not enough: the proposal is the nearest.
        #expect(AccentColour.contrast(of: proposal.mixed(with: .white, percent: 2), in: .light) < 4.5)

        let dark = MarkedSite(["site.config": head + "accent: \"#0f5c63\"\naccent_dark: ⟦\"#0f5c63\"⟧\n"])
        #expect(try dark.findings() == ["\(try #require(dark.place)) config/accent"])
    }

    @Test("every colour gets one for the dark scheme that can be read")
    func derived() throws {
        for text in ["#000000", "#0f5c63", "#9d1f1c", "#00008b", "#ff0000", "#ffffff"] {
            let accent = AccentColour(light: try #require(SRGBColour(text)), dark: nil)
            #expect(AccentColour.contrast(of: accent.dark, in: .dark) >= 4.5, "\(text)")
        }
    }

    @Test("what is no colour is refused at its place")
    func noColour() throws {
        let site = MarkedSite(["site.config": head + "主题色: ⟦teal⟧\n"])
        #expect(try site.findings() == ["\(try #require(site.place)) config/value"])
    }

    private static func colour(_ replacement: String) -> SRGBColour? { SRGBColour(replacement.filter { $0 != "\"" }) }
}
