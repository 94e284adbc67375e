import Content
import Diagnostics
import SiteModel
import Testing
import Values

@testable import Theming

@Suite("Style sheets")
struct StylesheetTests {
    private func published(_ css: String) -> String {
        String(decoding: StylesheetText.published(Array(css.utf8)), as: UTF8.self)
    }

    @Test("comments, indentation and empty lines are left out, and nothing else")
    func compact() {
        #expect(published("/* a */\n\n  a { color: red; }\n\tb { }\n") == "a { color: red; }\nb { }\n")
        #expect(published("a::before { content: \"/* x */  \\\"\"; }") == "a::before { content: \"/* x */  \\\"\"; }")
        #expect(published("a { } /* never closed") == "a { } ")
        #expect(published("/*/ a { } /**/b { }") == "b { }")
    }

    /// A theme of one style sheet and one script.
    private func loaded(css: String, script: String, accent: AccentColour? = nil, origin: String? = nil) -> Theme? {
        let file = { (path: String, text: String) in SourceFile(path: path, text: text) }
        var files = [
            "theme.yaml": file("themes/t/theme.yaml", "name: t\nstylesheets: [assets/a.css]\n"),
            "assets/a.css": file("themes/t/assets/a.css", css),
            "strings/en.yaml": file("themes/t/strings/en.yaml", "home: Home\n"),
            "assets/js/a.js": file("themes/t/assets/js/a.js", script),
        ]
        for kind in PageKind.allCases {
            files["templates/\(kind.rawValue).mustache"] = file("themes/t/\(kind.rawValue).mustache", "")
        }
        let name = Located("t", at: SourceFile(path: "site.config", text: "theme: t\n").start)
        return ThemeLoader.load(name, language: "en", accent: accent, origin: origin) { _ in
            ThemeFolder(name: "t", files: files)
        }
        .theme
    }

    @Test("assets stand in a folder named after what is in them; the same is found under an older name")
    func fingerprint() throws {
        let one = try #require(loaded(css: "a { }", script: "1"))
        let same = try #require(loaded(css: "a { }", script: "1"))
        let other = try #require(loaded(css: "a { }", script: "2"))
        #expect(one.assetsURL == same.assetsURL && one.assetsURL != other.assetsURL)
        #expect(one.publishedPaths == [one.assetsURL + "site.css", one.assetsURL + "js/a.js"])
        #expect(Set(one.publishedFiles.keys) == one.publishedPaths)
        #expect(other.assetOfAnyFingerprint(at: one.assetsURL + "js/a.js") == Array("2\n".utf8))
        #expect(other.assetOfAnyFingerprint(at: one.assetsURL + "site.css") == Array("a { }\n".utf8))
        #expect(other.assetOfAnyFingerprint(at: "/assets/js") == nil)
    }

    @Test("a style sheet that prints addresses is told the site's; another stays as it is")
    func origin() throws {
        let printing = try #require(
            loaded(css: "a::after { content: var(--site-origin) }", script: "1", origin: "https://example.org"))
        #expect(
            String(decoding: printing.stylesheet, as: UTF8.self)
                .hasSuffix("@layer tokens { :root { --site-origin: \"https://example.org\"; } }\n"))
        let plain = try #require(loaded(css: "a { }", script: "1", origin: "https://example.org"))
        #expect(plain.stylesheet == Array("a { }\n".utf8))
    }

    @Test("the site's accent comes after the theme's own, in its layer, with a lighter one for the dark scheme")
    func accent() throws {
        let colour = try #require(SRGBColour("#8a2b0f"))
        let theme = try #require(
            loaded(css: "a { }", script: "1", accent: AccentColour(light: colour, dark: nil)))
        let css = String(decoding: theme.stylesheet, as: UTF8.self)
        #expect(css.hasPrefix("a { }\n@layer tokens {\n  :root { --accent: #8a2b0f; --accent-strong: #611e0b;"))
        #expect(css.contains("@media (prefers-color-scheme: dark) { :root { --accent: #c59587;"))
    }
}
