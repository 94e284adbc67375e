import Content
import Diagnostics
import Fields
import Rules
import SiteModel
import Testing

@testable import Theming

@Suite("Loading themes")
struct ThemeLoadingTests {
    private typealias Files = [String: [UInt8]]

    /// A theme with every template, nearly all of them empty, and every word.
    private var whole: Files {
        var files: Files = ["theme.yaml": Array("name: t\nstylesheets: [assets/a.css]\n".utf8)]
        files["assets/a.css"] = Array("a { }".utf8)
        files["assets/a.js"] = Array("words.replace(\"{count}\", 1)\n".utf8)
        for kind in PageKind.allCases { files["templates/\(kind.rawValue).mustache"] = [] }
        // A theme has a word of its own.
        files["templates/search.mustache"] = Array("{{t.found}}".utf8)
        for language in ["zh-CN", "en"] {
            var lines = TextKey.allCases.map { key in
                "\(key.rawValue): \"" + (["字"] + key.placeholders.map { "{\($0)}" }).joined() + "\""
            }
            lines += DeclaredWords.names.filter { TextKey(rawValue: $0) == nil }.map { "\($0): \"字\"" }
            lines.append("found: \"{count} 项\"")
            files["strings/\(language).yaml"] = Array((lines.joined(separator: "\n") + "\n").utf8)
        }
        return files
    }

    /// `file:line:column rule` of every finding about a theme, which may extend `whole`.
    private func findings(_ files: Files, extends: Bool = false) -> [String] {
        let (theme, findings) = load(files, extends: extends)
        let hasErrors = findings.contains { $0.severity == .error }
        #expect((theme == nil) == hasErrors || theme != nil)
        return findings.map { finding in
            let place = finding.range.map { "\($0.file.path.dropFirst(9)):\($0.start.line):\($0.start.column)" } ?? "-"
            return "\(place) \(finding.rule.name)"
        }
    }

    private func load(_ files: Files, extends: Bool = false) -> (theme: Theme?, diagnostics: [Diagnostic]) {
        let name = Located("t", at: SourceFile(path: "site.config", text: "theme: t\n").start)
        return ThemeLoader.load(name, language: "zh-CN") { name in
            let own = name == "t" ? files : extends ? whole : [:]
            guard !own.isEmpty else { return nil }
            return ThemeFolder(
                name: name,
                files: Dictionary(
                    uniqueKeysWithValues: own.map {
                        ($0.key, SourceFile(path: "themes/\(name)/\($0.key)", bytes: $0.value))
                    }))
        }
    }

    private func with(_ path: String, _ bytes: [UInt8], in files: Files? = nil) -> Files {
        var files = files ?? whole
        files[path] = bytes
        return files
    }

    private func with(_ path: String, _ text: String, in files: Files? = nil) -> Files {
        with(path, Array(text.utf8), in: files)
    }

    /// A line more in the strings of the site's language.
    private func withWord(_ line: String, language: String = "zh-CN") -> Files {
        let path = "strings/\(language).yaml"
        let key = line.prefix { $0 != ":" } + ":"
        let text = String(decoding: whole[path] ?? [], as: UTF8.self)
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix(key) } + [line[...]]
        return with(path, lines.joined(separator: "\n") + "\n")
    }

    @Test("a theme that has all it needs has no findings")
    func complete() { #expect(findings(whole).isEmpty) }

    @Test("a byte order mark is no part of a style sheet, template, script or table of strings")
    func byteOrderMark() throws {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var files = whole
        for path in ["assets/a.css", "assets/a.js", "templates/home.mustache", "strings/zh-CN.yaml", "theme.yaml"] {
            files[path] = mark + (whole[path] ?? [])
        }
        #expect(findings(files).isEmpty)
        let theme = try #require(load(files).theme)
        #expect(theme.stylesheet == Array("a { }\n".utf8))
        #expect(theme.assets["assets/a.js"]?.starts(with: mark) == false)
    }

    @Test(
        "a text in another encoding is one error, at its first byte that is none",
        arguments: [
            (
                "templates/home.mustache", [0x3C, 0x70, 0x3E, 0x0A, 0xCA, 0xD7, 0xD2, 0xB3],
                "templates/home.mustache:2:1"
            ),
            ("strings/zh-CN.yaml", Array("home: ".utf8) + [0xFF, 0xD7, 0xD2, 0xB3, 0x0A], "strings/zh-CN.yaml:1:7"),
            ("assets/a.css", Array("/* ".utf8) + [0xCA, 0xD7, 0x2A, 0x2F], "assets/a.css:1:4"),
            ("theme.yaml", Array("name: ".utf8) + [0xFF, 0xFF, 0xD2, 0xB3], "theme.yaml:1:7"),
            ("assets/a.js", [0xFF, 0xFE, 0x61, 0x00], "assets/a.js:1:1"),
            ("templates/home.mustache", [0xFE, 0xFF, 0x00, 0x61], "templates/home.mustache:1:1"),
            (
                "templates/home.mustache", Array("<p>a".utf8) + [0x00] + Array("</p>".utf8),
                "templates/home.mustache:1:5"
            ),
        ] as [(String, [UInt8], String)])
    func encodings(path: String, bytes: [UInt8], place: String) {
        #expect(findings(with(path, bytes)) == [place + " theme/file"])
    }

    @Test("words are read as content is, whatever program saved them", arguments: ["gb18030", "utf-16", "mark"])
    func encodedWords(encoding: String) throws {
        let path = "strings/zh-CN.yaml"
        let text = String(decoding: whole[path] ?? [], as: UTF8.self).replacing(
            "home: \"字\"", with: "home: 首页年度名单与公示公告")
        let bytes: [UInt8] =
            switch encoding {
            case "utf-16": [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            case "mark": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
            default:
                Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false).map(Self.gb18030).joined(
                    separator: [0x0A]).map(\.self)
            }
        let theme = try #require(load(with(path, bytes)).theme)
        #expect(findings(with(path, bytes)).isEmpty)
        #expect(theme.words[.home] == "首页年度名单与公示公告")
    }

    /// A line in GB 18030, as `iconv` writes the few characters that the words here have.
    private static func gb18030(_ line: ArraySlice<UInt8>) -> [UInt8] {
        let codes: [Character: [UInt8]] = [
            "字": [0xD7, 0xD6], "首": [0xCA, 0xD7], "页": [0xD2, 0xB3], "年": [0xC4, 0xEA], "度": [0xB6, 0xC8],
            "名": [0xC3, 0xFB], "单": [0xB5, 0xA5], "与": [0xD3, 0xEB], "公": [0xB9, 0xAB], "示": [0xCA, 0xBE],
            "告": [0xB8, 0xE6], "项": [0xCF, 0xEE],
        ]
        return String(decoding: line, as: UTF8.self).flatMap { codes[$0] ?? Array(String($0).utf8) }
    }

    @Test(
        "strings that are no YAML are one finding",
        arguments: ["home: [首页\n", "home: \"首页\n", "home: 首页\n  awards: a\n b\n", "- home\n", "home: {a: b\n"])
    func brokenStrings(text: String) {
        let rest = String(decoding: whole["strings/zh-CN.yaml"] ?? [], as: UTF8.self).split(separator: "\n").dropFirst()
        let files = with("strings/zh-CN.yaml", text + rest.joined(separator: "\n") + "\n")
        let found = findings(with("templates/home.mustache", "{{t.home}}{{t.found}}", in: files))
        #expect(found.count == 1 && found[0].contains("strings/zh-CN.yaml:"), "\(found)")
    }

    @Test(
        "strings that are not there, empty or under another name are one finding",
        arguments: [nil, "", "# \n"] as [String?])
    func noStrings(text: String?) {
        var files = with("templates/home.mustache", "{{t.home}}{{t.found}}")
        files["strings/zh-CN.yaml"] = text.map { Array($0.utf8) }
        #expect(findings(files) == ["strings/zh-CN.yaml:1:1 theme/missing-word"])
        files["strings/zh.yaml"] = whole["strings/zh-CN.yaml"]
        let told = load(files).diagnostics.first { $0.rule == .themeMissingWord }
        #expect(told?.message.zh.contains("现在有 strings/zh.yaml") == true)
    }

    @Test("a theme.yaml that is no YAML is one finding")
    func brokenDescription() {
        #expect(findings(with("theme.yaml", "name: t\nstylesheets: [assets/a.css\n")).count == 1)
    }

    @Test("a template with a broken tag is one finding, whatever else would follow from it")
    func brokenTemplate() {
        #expect(
            findings(with("templates/home.mustache", "{{#notices}}{{date.iso}}{{#notices}}\n{{nope}}"))
                == ["templates/home.mustache:1:28 theme/template-syntax"])
    }

    @Test(
        "a name in braces that nothing replaces is an error with the nearest one",
        arguments: [
            ("found: \"找到{cuont}项\"", "{count}"), ("year_heading: \"{yaer}年度\"", "{year}"),
            ("period: \"{from}至{too}\"", "{to}"), ("found: 找到{Count}项", "{count}"), ("home: \"首页{page}\"", nil),
        ])
    func unknownPlaceholder(line: String, proposal: String?) throws {
        let found = load(withWord(line)).diagnostics
        #expect(found.map(\.rule) == [.themePlaceholder])
        #expect(found.first?.replacement == proposal)
        let place = try #require(found.first?.range)
        #expect(place.file.bytes[place.bytes].first == UInt8(ascii: "{"))
    }

    @Test(
        "a name in braces that the other language has is missed with a warning; other braces are text",
        arguments: [
            ("year_heading: 年度", 1), ("found: 找到了", 1), ("period: 自{from}起", 1), ("home: \"首页 {}\"", 0),
            ("home: \"a { b } c\"", 0), ("found: \"{count} {x\"", 0),
        ])
    func missingPlaceholder(line: String, count: Int) {
        let found = load(withWord(line)).diagnostics
        #expect(found.map(\.rule) == Array(repeating: .themeMissingPlaceholder, count: count))
    }

    @Test("a theme that extends another is compared with it")
    func extendedWords() {
        let own: Files = [
            "theme.yaml": Array("name: t\nextends: base\n".utf8),
            "strings/zh-CN.yaml": Array("found: \"{cuont}项\"\nyear_heading: 年\n".utf8),
        ]
        #expect(
            findings(own, extends: true)
                == [
                    "strings/zh-CN.yaml:1:9 theme/placeholder", "strings/zh-CN.yaml:2:15 theme/missing-placeholder",
                ].map { $0 })
    }

    @Test(
        "a file that has no effect is told with the nearest name",
        arguments: [
            ("templates/pratice.mustache", "templates/practice.mustache"), ("templates/Home.mustache", nil),
            ("template/x.mustache", nil), ("string/zh-CN.yaml", "strings/zh-CN.yaml"),
            ("strings/zh-cn.yaml", "strings/zh-CN.yaml"), ("strings/zh.yml", nil),
            ("templates/partial-lost.mustache", nil), ("assets/b.css", nil), ("certificat.yaml", "certificate.yaml"),
            ("templates/home.html", nil),
        ])
    func unusedFile(path: String, proposal: String?) {
        // What the file was to be is there in the theme that is extended.
        let own: Files = ["theme.yaml": Array("name: t\nextends: base\n".utf8), path: [0x20]]
        let found = load(own, extends: true).diagnostics
        #expect(found.map(\.rule) == [.themeUnusedFile])
        if let proposal { #expect(found.first?.help?.en.contains("“\(proposal)”") == true) }
    }

    @Test(
        "notes for people, assets of any kind and partials that are used are no findings",
        arguments: ["README.md", "LICENSE", "assets/fonts/a.woff2", "docs/notes.txt", "assets/x.mustache"])
    func usedFile(path: String) { #expect(findings(with(path, "x")).isEmpty) }

    @Test("a template under a wrong name is one finding where nothing stands in for it")
    func misspeltTemplate() {
        var files = whole
        files["templates/pratice.mustache"] = files.removeValue(forKey: "templates/practice.mustache")
        let found = load(files).diagnostics
        #expect(found.map(\.rule) == [.themeMissingFile])
        #expect(found.first?.help?.en == "Is templates/pratice.mustache misspelt?")
    }
}
