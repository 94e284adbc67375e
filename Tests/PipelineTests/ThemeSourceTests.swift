import Content
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("Files of themes")
struct ThemeSourceTests {
    private static let config = "title: t\nbase_url: https://example.org/\norganisation: {name: o}\ntheme: own\n"
    /// A theme that has everything, in the folder of the sources.
    private static let complete = URL(filePath: #filePath).appending(path: "../../../themes/default").standardized.path

    private func site(_ more: [String: [UInt8]] = [:]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder("theme")
        try FileManager.default.createDirectory(atPath: folder.path + "/themes", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: Self.complete, toPath: folder.path + "/themes/own")
        for (path, bytes) in more {
            let url = URL(filePath: folder.path + "/themes/own/" + path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
        return folder
    }

    private func load(_ folder: TemporaryFolder) throws -> (findings: [String], assets: [String: [UInt8]]) {
        let loaded = try SiteLoader.load(
            .memory(["site.config": Array(Self.config.utf8), "content/about.md": []]), jobs: 1)
        let configuration = try #require(loaded.content?.configuration)
        let result = try ThemeSource.theme(of: configuration, reader: .disk(root: folder.path))
        let (theme, findings) = (result.theme, result.diagnostics)
        return (
            findings.map { "\($0.range?.file.path.replacing("themes/own/", with: "") ?? "-") \($0.rule.name)" },
            theme?.assets ?? [:]
        )
    }

    @Test("a file of more than 8 MiB is published whole")
    func large() throws {
        let font = Array("wOF2".utf8) + [UInt8](repeating: 7, count: 9 << 20)
        let (findings, assets) = try load(site(["assets/fonts/a.woff2": font]))
        #expect(findings.isEmpty && assets["assets/fonts/a.woff2"]?.count == font.count)
    }

    @Test("a text of more than 8 MiB is told and not cut")
    func largeText() throws {
        let (findings, assets) = try load(site(["assets/css/base.css": [UInt8](repeating: 32, count: 9 << 20)]))
        #expect(findings == ["assets/css/base.css theme/file"] && assets.isEmpty)
    }

    @Test("links, pipes and names that are not UTF-8 are told by name and never followed or waited for")
    func special() throws {
        let link = try site()
        try FileManager.default.createSymbolicLink(
            atPath: link.path + "/themes/own/assets/a.txt", withDestinationPath: "/etc/hostname")
        #expect(try load(link).findings == ["assets/a.txt file/symbolic-link"])

        let folder = try site()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/themes/own/assets/etc", withDestinationPath: "/etc")
        #expect(try load(folder).findings == ["assets/etc file/symbolic-link"])

        for path in ["assets/a.png", "templates/home.mustache", "theme.yaml"] {
            let pipe = try site()
            let whole = pipe.path + "/themes/own/" + path
            unlink(whole)
            try #require(mkfifo(whole, 0o644) == 0)
            #expect(try load(pipe).findings == ["\(path) file/unreadable"], "\(path)")
        }

        let latin = try site()
        let name = Array((latin.path + "/themes/own/assets/").utf8) + [0xE9, 0x2E, 0x70, 0x6E, 0x67]
        let descriptor = (name + [0]).map { CChar(bitPattern: $0) }.withUnsafeBufferPointer {
            open($0.baseAddress!, O_CREAT | O_WRONLY, 0o644)
        }
        try #require(descriptor >= 0)
        close(descriptor)
        #expect(try load(latin).findings == ["assets/\u{FFFD}.png file/unreadable"])
    }

    @Test(
        "only kinds on the list are published, and only under names that can be",
        arguments: [
            ("x.php", Array("<?php".utf8), "file/active-content"), ("x.html", Array("<p>".utf8), "file/active-content"),
            ("x.php.txt", Array("a".utf8), "file/active-content"), ("x.exe", Array("MZ".utf8), "file/active-content"),
            ("x.woff2", Array("<html>".utf8), "file/active-content"), ("x.bin", [0, 1, 2], "file/active-content"),
            (
                "x.svg", Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>".utf8),
                "file/active-content"
            ),
            ("x.png", Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8), "file/active-content"),
            ("aux.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "url/name"),
            ("con/a.txt", Array("a".utf8), "url/name"), ("a.txt.", Array("a".utf8), "url/name"),
            (String(repeating: "a", count: 241), Array("a".utf8), "url/name"),
        ] as [(String, [UInt8], String)])
    func refused(name: String, bytes: [UInt8], rule: String) throws {
        #expect(try load(site(["assets/\(name)": bytes])).findings == ["assets/\(name) \(rule)"])
    }

    @Test("scripts, typefaces, pictures, texts and licences are published")
    func published() throws {
        let files: [String: [UInt8]] = [
            "a.mjs": Array("<!-- a\n".utf8), "a.map": Array("{}".utf8), "a.woff": Array("wOFF".utf8),
            "a.ttf": [0, 1, 0, 0, 0], "a.otf": Array("OTTO".utf8), "LICENSE": Array("MIT".utf8),
            "a.json": Array("{}".utf8), "a.svg": Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8),
            "a.jpg": [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a.txt": Array("文字".utf8),
        ]
        let (findings, assets) = try load(
            site(Dictionary(uniqueKeysWithValues: files.map { ("assets/more/" + $0.key, $0.value) })))
        #expect(findings.isEmpty)
        #expect(files.keys.allSatisfy { assets["assets/more/" + $0] != nil })
    }

    @Test(
        "numbers of persons and characters that nobody sees are found in strings of any encoding",
        arguments: ["utf-8", "utf-16"])
    func words(encoding: String) throws {
        let path = "strings/zh-CN.yaml"
        let text = String(decoding: try Data(contentsOf: URL(filePath: Self.complete + "/" + path)), as: UTF8.self)
            .replacing("home: 首页", with: "home: 首页13812345678\u{202E}")
        let bytes =
            encoding == "utf-8"
            ? Array(text.utf8) : [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try load(site([path: bytes])).findings == ["\(path) privacy/mobile", "\(path) text/hidden-character"])
    }

    @Test("a theme that lists no style sheet is one finding")
    func withoutStyles() throws {
        #expect(try load(site(["theme.yaml": Array("name: own\n".utf8)])).findings == ["theme.yaml theme/unused-file"])
    }
}
