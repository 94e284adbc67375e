import Content
import Diagnostics
import Foundation
import SiteModel
import TestSupport
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
                .hasSuffix(":root { --site-origin: \"https://example.org\"; }\n"))
        let plain = try #require(loaded(css: "a { }", script: "1", origin: "https://example.org"))
        #expect(plain.stylesheet == Array("a { }\n".utf8))
    }

    @Test("the site's accent comes after the theme's own, for screens, with a lighter one for the dark scheme")
    func accent() throws {
        let colour = try #require(SRGBColour("#8a2b0f"))
        let theme = try #require(
            loaded(css: "a { }", script: "1", accent: AccentColour(light: colour, dark: nil)))
        let css = String(decoding: theme.stylesheet, as: UTF8.self)
        #expect(css.hasPrefix("a { }\n@media screen { :root { --accent: #8a2b0f; --accent-strong: #611e0b;"))
        #expect(css.contains("@media screen and (prefers-color-scheme: dark) { :root { --accent: #c59587;"))
    }

    @Test(
        "our themes are laid out in browsers of 2019, which skip rules that they do not know",
        arguments: ["default", "plain"])
    func oldBrowsers(theme: String) throws {
        let folder = Sites.repository + "/themes/\(theme)/assets/css"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".css") }
        #expect(!names.isEmpty)
        for name in names {
            let css = published(try String(contentsOfFile: folder + "/" + name, encoding: .utf8))
            for (number, line) in css.split(separator: "\n").enumerated() {
                #expect(Self.unknown(to: line) == [], "\(theme) \(name), rule \(number + 1): \(line)")
            }
        }
    }

    @Test("what such browsers skip is noticed")
    func noticedInOldBrowsers() {
        #expect(Self.unknown(to: "@layer a { b { } }") == ["@layer"])
        #expect(Self.unknown(to: "a:is(.b, .c) { color: red; }") == [":is("])
        #expect(Self.unknown(to: "a, b:has(> c) { color: red; }") == [":has("])
        #expect(Self.unknown(to: "a:has(> c), b:has(> c) { color: red; }") == [])
        #expect(Self.unknown(to: "b:has(> c) { margin-inline: 0; }") == ["margin-inline:"])
        #expect(Self.unknown(to: "a { display: flex; gap: 1em; }") == ["gap"])
        #expect(Self.unknown(to: "a { display: grid; gap: 1em; }") == [])
    }

    /// What a rule has that Chromium 79 or Safari 13 do not know, beyond what they can do without.
    private static func unknown(to line: Substring) -> [String] {
        let selectors = line.prefix { $0 != "{" }.split(separator: ",")
        let always = [
            "@layer", "@scope", ":is(", ":where(", "padding-inline:", "padding-block:", "margin-inline:",
            "margin-block:",
            "border-block:", "border-inline:", "inset:", "place-items:",
        ]
        // What is skipped by itself is an improvement that old browsers do without.
        let apart = [":has(", ":focus-visible"].filter { sign in
            let count = selectors.count { $0.contains(sign) }
            return count > 0 && count < selectors.count
        }
        let isRowOfBoxes = line.contains("display: flex") && line.contains(" gap:")
        return always.filter { line.contains($0) } + apart + (isRowOfBoxes ? ["gap"] : [])
    }
}
