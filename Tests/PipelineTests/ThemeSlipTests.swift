import Content
import Diagnostics
import Pipeline
import Testing

@Suite("Slips in a theme's strings, sheets and scripts")
struct ThemeSlipTests {
    private static let strings = "themes/bare/strings/zh-CN.yaml"

    /// What is said of the files of a theme.
    private func found(_ site: AddressedSite) throws -> [String] {
        try site.check().entries.map(\.diagnostic).filter { $0.range?.file.path.hasPrefix("themes/") ?? true }.map {
            "\($0.rule.name) \($0.message.zh)" + ($0.help.map { " " + $0.zh } ?? "")
        }
    }

    private func changed(_ path: String, _ change: (String) -> String) throws -> [String] {
        let site = try AddressedSite()
        site.write(change(try site.read(path)), to: path)
        return try found(site)
    }

    @Test("a misspelt key is one finding, with the word that is meant")
    func misspelt() throws {
        for (key, slip) in [("awards", "awrads"), ("practices", "practises"), ("standing_held", "standing_hold")] {
            let site = try AddressedSite()
            let lines = try site.read(Self.strings).split(separator: "\n", omittingEmptySubsequences: false).map {
                $0.hasPrefix(key + ":") ? slip + $0.dropFirst(key.count) : $0
            }
            site.write(lines.joined(separator: "\n"), to: Self.strings)
            // Templates may ask for the word as well.
            try site.replace("{{/main}}", with: "{{t.\(key)}}{{/main}}", in: "themes/bare/templates/not-found.mustache")
            let result = try found(site)
            #expect(result == ["theme/missing-word 文字表没有词条“\(key)”；这里写的是“\(slip)”。 是否应为“\(key)”？"], "\(slip)")
        }
    }

    @Test(
        "a key that nothing asks for is told, with the nearest that is asked for",
        arguments: ["awrads", "nothing_like_it"])
    func unused(key: String) throws {
        let result = try changed(Self.strings) { $0 + "\n\(key): 甲\n" }
        #expect(result.count == 1 && result[0].hasPrefix("theme/unused-word 词条“\(key)”没有用处"), "\(result)")
        #expect(result[0].contains("是否应为“awards”？") == (key == "awrads"))
    }

    @Test("an entry that is no text is one finding", arguments: ["[a]", "{a: b}"])
    func list(value: String) throws {
        let result = try changed(Self.strings) { text in
            text.split(separator: "\n", omittingEmptySubsequences: false).map {
                $0.hasPrefix("awards:") ? "awards: " + value : String($0)
            }.joined(separator: "\n")
        }
        #expect(result.count == 1, "\(result)")
    }

    @Test("tags in full-width or single braces would show as they are")
    func braces() throws {
        let path = "themes/bare/templates/not-found.mustache"
        for (text, message) in [
            ("<p>｛｛page.title｝｝</p>", "花括号是全角的"), ("<p>{page.title}</p>", "标记要用两个花括号"),
            ("<p>｛{page.title}｝</p>", "花括号是全角的"),
            ("<p title=\"{page.title}\">x</p>", "标记要用两个花括号"),
        ] {
            let result = try changed(path) { $0.replacing("{{/main}}", with: text + "{{/main}}") }
            #expect(result.count == 1 && result[0].contains(message), "\(text) \(result)")
        }
        for healthy in ["<p>{甲}、{count}、｛甲｝</p>", "<p>{ page.title }</p>"] {
            #expect(try changed(path) { $0.replacing("{{/main}}", with: healthy + "{{/main}}") } == [])
        }
    }

    @Test("what a script loads from another site is told at its place")
    func requests() throws {
        for script in [
            "import \"https://a.cn/x.js\";", "import x from 'https://a.cn/x.js'",
            "const m = await import(\"//a.cn/x.js\")",
            "fetch(\"https://a.cn/\")", "new Worker('https://a.cn/w.js')", "r.open(\"GET\", \"https://a.cn/\")",
            "image.src = `https://a.cn/${x}.png`", "navigator.sendBeacon(\"https://a.cn/\", x)",
            "new WebSocket('wss://a.cn/')",
        ] {
            let site = try AddressedSite()
            site.write(script + "\n", to: "themes/bare/assets/js/extra.js")
            let result = try found(site)
            #expect(result.count == 1 && result[0].contains("脚本从别的网站取内容"), "\(script) \(result)")
        }
        for healthy in [
            "fetch(\"/search/index.json\")", "import \"./index.js\"",
            "const share = \"https://service.weibo.com/share?url=\"",
            "window.open(share)", "const ns = \"http://www.w3.org/2000/svg\"", "// fetch(\"https://a.cn/\")",
            "fetch(\"https://example.org/qc/x\")",
        ] {
            let site = try AddressedSite()
            site.write(healthy + "\n", to: "themes/bare/assets/js/extra.js")
            #expect(try found(site) == [], "\(healthy)")
        }
    }

    @Test("a style sheet with nothing in it is told, one with a comment is meant")
    func emptySheet() throws {
        let path = "themes/bare/assets/base.css"
        let site = try AddressedSite()
        let sheet = try #require(
            try site.workspace.list("themes/bare/assets").map(\.path).first { $0.hasSuffix(".css") })
        #expect(try changed(sheet) { _ in "\n \n" }.contains { $0.contains("是空的") }, "\(path)")
        #expect(try changed(sheet) { _ in "/* 不要 */\n" } == [])
    }

    @Test(
        "tags in fields are shown as they are",
        arguments: ["<b>质量</b>", "质量<br>信得过", "<font color=red>甲</font>", "甲 <a href='x'>乙</a>"])
    func fieldTags(title: String) throws {
        let site = try AddressedSite()
        try site.replace("title: 样例成果展示", with: "title: \"\(title)\"", in: "site.config")
        #expect(try site.check().entries.map(\.diagnostic).filter { $0.rule.name == "markdown/raw-html" }.count == 1)
    }

    @Test(
        "comparisons and names in angle brackets are no tags",
        arguments: ["合格率<90%>", "<T/CAQ 10204>", "a<b", "《甲》<乙>"])
    func noFieldTags(title: String) throws {
        let site = try AddressedSite()
        try site.replace("title: 样例成果展示", with: "title: \"\(title)\"", in: "site.config")
        #expect(try site.check().entries.map(\.diagnostic).filter { $0.rule.name == "markdown/raw-html" } == [])
    }
}
