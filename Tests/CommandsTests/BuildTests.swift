import Foundation
import TestSupport
import Testing

@Suite("showcase build")
struct BuildTests {
    /// The files below a folder with their bytes.
    private func snapshot(_ folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for file in try Sites.files(below: folder) {
            files[file] = FileManager.default.contents(atPath: folder + "/" + file)
        }
        return files
    }

    /// `RECORD=1 script/test --filter BuildTests` writes the golden site anew (and fails).
    @Test("the small site comes out as its golden site, byte for byte")
    func golden() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let output = Shell.run(["build"], in: site)
        #expect(output.status == 0, "\(output.error)")

        let golden = Sites.folder + "/small.golden"
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try? FileManager.default.removeItem(atPath: golden)
            try FileManager.default.copyItem(atPath: site + "/public", toPath: golden)
            Issue.record("recorded \(golden)")
        }
        let found = try snapshot(site + "/public")
        let expected = try snapshot(golden)
        #expect(found.keys.sorted() == expected.keys.sorted())
        for (file, bytes) in expected.sorted(by: { $0.key < $1.key }) {
            #expect(found[file] == bytes, "\(file) differs")
        }
    }

    @Test("a second build changes no file and keeps its time")
    func unchanged() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        #expect(Shell.run(["build"], in: site).status == 0)
        let page = site + "/public/index.html"
        let old = Date(timeIntervalSince1970: 1_000_000_000)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: page)
        let output = Shell.run(["build", "--lang", "en"], in: site)
        #expect(output.error.contains("0 written"), "\(output.error)")
        let date = try FileManager.default.attributesOfItem(atPath: page)[.modificationDate] as? Date
        #expect(date == old)
    }

    @Test("an error leaves the old output as it was")
    func errorKeepsOldOutput() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        #expect(Shell.run(["build"], in: site).status == 0)
        let before = try snapshot(site + "/public")
        try "---\ntitle: 坏\n---\n\n[坏](gone.md)\n".write(
            toFile: site + "/content/bad.md", atomically: true, encoding: .utf8)
        #expect(Shell.run(["build"], in: site).status == 1)
        #expect(try snapshot(site + "/public") == before)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: site).sorted().filter {
                $0.contains("public") && $0 != "public" && !$0.hasSuffix("lock")
            }.isEmpty)
    }

    @Test("--strict makes a warning fail")
    func strict() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        #expect(Shell.run(["build", "--strict"], in: site).status == 1)
        #expect(!FileManager.default.fileExists(atPath: site + "/public"))
    }

    @Test("scores are in no file unless the site publishes them")
    func scores() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        // A number that occurs nowhere else.
        let writeUp = site + "/content/awards/2020/js-002/index.md"
        let text = try String(contentsOfFile: writeUp, encoding: .utf8).replacing("建设策划: 21", with: "建设策划: 21.875")
        try text.write(toFile: writeUp, atomically: true, encoding: .utf8)
        #expect(Shell.run(["build"], in: site).status == 0)
        for (file, bytes) in try snapshot(site + "/public") {
            #expect(bytes.range(of: Data("21.875".utf8)) == nil, "\(file)")
        }
        let configuration = try String(contentsOfFile: site + "/site.config", encoding: .utf8)
        try (configuration + "publish_scores: true\n").write(
            toFile: site + "/site.config", atomically: true, encoding: .utf8)
        #expect(Shell.run(["build"], in: site).status == 0)
        let page = try String(contentsOfFile: site + "/public/awards/2020/js-002/index.html", encoding: .utf8)
        #expect(page.contains("21.875"))
    }

    @Test("drafts and content whose day has not come appear with --drafts alone")
    func drafts() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        #expect(Shell.run(["build"], in: site).status == 0)
        #expect(!FileManager.default.fileExists(atPath: site + "/public/draft/index.html"))
        #expect(!FileManager.default.fileExists(atPath: site + "/public/notices/later/index.html"))
        #expect(Shell.run(["build", "--drafts"], in: site).status == 0)
        #expect(FileManager.default.fileExists(atPath: site + "/public/draft/index.html"))
        #expect(Shell.run(["build", "--as-of", "2021-01-01"], in: site).status == 0)
        #expect(FileManager.default.fileExists(atPath: site + "/public/notices/later/index.html"))
        #expect(!FileManager.default.fileExists(atPath: site + "/public/draft/index.html"))
    }

    @Test("an edition in publicity says so on all of its pages, with the period and the office")
    func publicity() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        #expect(Shell.run(["build"], in: site).status == 0)
        for page in ["awards/2020", "awards/2020/zhejiang", "awards/2020/zj-001", "awards/2020/js-002"] {
            let html = try String(contentsOfFile: "\(site)/public/\(page)/index.html", encoding: .utf8)
            #expect(html.contains("2020年11月16日至2020年11月25日"), "\(page)")
            #expect(html.contains("样例办公室"), "\(page)")
        }
    }
}
