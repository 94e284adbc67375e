import Testing

@testable import Content

@Suite("site.config")
struct ConfigurationTests {
    @Test("what is left out has a default")
    func defaults() throws {
        let configuration = try #require(try MarkedSite([:]).load().content?.configuration)
        #expect(configuration.shortTitle == "站")
        #expect(configuration.theme.value == "default")
        #expect(configuration.language == .chinese)
        #expect(!configuration.publishesScores)
        #expect(configuration.honorName == "全国市政工程质量信得过班组")
    }

    @Test(
        "a wrong value is found at its place",
        arguments: [
            ("config/value", "title: 站\nbase_url: ⟦example.org⟧\norganisation: {name: 协会}\n"),
            ("config/value", "title: 站\nbase_url: https://e.org/\norganisation: {name: 协会}\ntheme: ⟦../x⟧\n"),
            (
                "config/value",
                "title: 站\nbase_url: https://e.org/\norganisation: {name: 协会}\nnavigation: [{title: 甲, url: ⟦//evil.example/⟧}]\n"
            ),
            (
                "config/value",
                "title: 站\nbase_url: https://e.org/\norganisation: {name: 协会}\nnavigation: [{title: 甲, url: ⟦\"javascript:alert(1)\"⟧}]\n"
            ),
            ("config/value", "title: 站\nbase_url: https://e.org/\norganisation: {name: 协会, url: ⟦https://⟧}\n"),
            (
                "meta/unknown-field",
                "title: 站\n⟦base_ur⟧: https://e.org/\nbase_url: https://e.org/\norganisation: {name: 协会}\n"
            ),
            ("meta/missing-field", "⟦title⟧: 站\nbase_url: https://e.org/\n"),
            ("meta/syntax", "title⟦：⟧站\n"),
            ("config/value", "⟦⟧"),
        ])
    func wrongValues(rule: String, text: String) throws {
        // The filing number has a test of its own.
        let isMapping = text.contains(": 站")
        let site = MarkedSite(["site.config": text + (isMapping ? "sample: true\n" : "")])
        let place = try #require(site.place)
        #expect(try site.findings() == ["\(place) \(rule)"])
    }

    @Test("a site that is no sample is warned about missing filing numbers, each at its key")
    func records() throws {
        let text = "title: 站\nbase_url: https://e.org/\norganisation: {name: 协会}\n"
        func findings(_ text: String) throws -> [String] {
            let page = Array("---\ntitle: 关于\n---\n\n正文。\n".utf8)
            return try SiteLoader.load(
                .memory(["site.config": Array(text.utf8), "content/about.md": page]), jobs: 1
            ).diagnostics.map(MarkedSite.text)
        }
        #expect(try findings(text) == ["site.config:1:1 config/records", "site.config:1:1 config/records"])
        #expect(try findings(text + "sample: true\n").isEmpty)
        #expect(
            try findings(text + "records:\n  icp: \"\"\n")
                == ["site.config:5:3 config/records", "site.config:4:1 config/records"])
        #expect(
            try findings(text + "备案: {icp: 京ICP备00000000号-1, 公安备案: }\n") == ["site.config:4:29 config/records"])
        #expect(try findings(text + "records: {icp: 京ICP备00000000号-1, police: 京公网安备00000000000000号}\n").isEmpty)
    }

    @Test("a file that is too large is refused, not cut short")
    func oversized() throws {
        let bytes = Array("title: 站\n".utf8) + [UInt8](repeating: UInt8(ascii: "#"), count: 300 * 1024)
        let result = try SiteLoader.load(.memory(["site.config": bytes]), jobs: 1)
        #expect(result.content == nil)
        #expect(result.diagnostics.map(\.rule.name) == ["file/too-large"])
    }

    @Test("without the file there is one finding and nothing is read")
    func missing() throws {
        let result = try SiteLoader.load(.memory(["content/a.md": Array("x".utf8)]), jobs: 1)
        #expect(result.content == nil)
        #expect(result.diagnostics.map(\.rule.name) == ["config/missing"])
    }
}
