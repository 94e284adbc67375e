import Diagnostics
import Foundation
import Rules
import TestSupport
import Testing

@testable import Content

@Suite("A site that is not there, or in part only")
struct MissingContentTests {
    private static let configuration = Array("title: 样例\nbase_url: https://example.org/\nsample: true\n".utf8)
    private static let page = Array("---\ntitle: 关于\n---\n\n正文。\n".utf8)

    private func findings(_ files: [String: [UInt8]]) throws -> [Diagnostic] {
        try SiteLoader.load(.memory(files), jobs: 1).diagnostics.filter { $0.rule == .configurationMissing }
    }

    @Test(
        "a site without content is an error: it would replace the published one by nothing",
        arguments: [
            [:], ["published-urls.txt": []], ["content/.gitkeep": [], "content/~$a.docx": []], ["contents.md": page],
        ] as [[String: [UInt8]]])
    func empty(files: [String: [UInt8]]) throws {
        let found = try findings(files.merging(["site.config": Self.configuration]) { $1 })
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.range?.file.path == "content")
        #expect(found.first?.help?.zh.contains("挂载") ?? false)
    }

    @Test("a folder under a name that Linux tells from content is named", arguments: ["Content", "contents", "内容"])
    func otherName(name: String) throws {
        let found = try findings(["site.config": Self.configuration, name + "/about.md": Self.page])
        #expect(found.first?.help?.en == "Rename the folder “\(name)” to content.")
    }

    @Test("one page is content")
    func onePage() throws {
        #expect(try findings(["site.config": Self.configuration, "content/about.md": Self.page]).isEmpty)
    }

    @Test("what stands in the place of site.config is told as what it is")
    func configuration() throws {
        let folder = try TemporaryFolder("config")
        let path = folder.path + "/site.config"
        func messages() throws -> [String] {
            try SiteLoader.load(.disk(root: folder.path), jobs: 1).diagnostics.map(\.message.zh)
        }
        #expect(try messages() == ["这个文件夹里没有 site.config。"])
        #expect(mkfifo(path, 0o644) == 0)
        #expect(try messages() == ["“site.config”不是普通文件。"])
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/passwd")
        #expect(try messages() == ["“site.config”是符号链接。"])
        try FileManager.default.removeItem(atPath: path)
        try Data(Self.configuration).write(to: URL(fileURLWithPath: path))
        // An administrator reads it all the same.
        guard chmod(path, 0) == 0, access(path, R_OK) != 0 else { return }
        #expect(try messages() == ["“site.config”无法读取。"])
    }
}
