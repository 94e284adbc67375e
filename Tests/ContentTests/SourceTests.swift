import Diagnostics
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Content
@testable import Values

@Suite("Sources")
struct SourceTests {
    @Test(
        "a file is what its place makes it",
        arguments: [
            ("awards/2020/index.md", ContentKind.edition(year: 2020)), ("awards/2020/roster.csv", .roster(year: 2020)),
            ("awards/2020/zj-003.md", .writeUp(year: 2020, id: "zj-003")),
            ("awards/2020/zj-003/index.md", .writeUp(year: 2020, id: "zj-003")),
            ("awards/2020/zj-003/a.jpg", .attachment), ("awards/2020/list.csv", .attachment),
            ("awards/readme.txt", .attachment),
            ("awards/2020/zj-003/more.md", .misplaced(meant: nil)), ("awards/+202/index.md", .misplaced(meant: nil)),
            ("awards/index.md", .misplaced(meant: nil)), ("awards/2020/Roster.csv", .misplaced(meant: "roster.csv")),
            ("practices/a.md", .document(.practice)), ("practices/a/index.md", .document(.practice)),
            ("practices/index.md", .misplaced(meant: nil)),
            ("practices/a/b.md", .misplaced(meant: nil)), ("notices/a.md", .document(.notice)),
            ("rules/a.md", .document(.rule)),
            ("forms/a/index.md", .document(.form)), ("forms/a/form.docx", .attachment),
            ("forms/a/form.yaml", .formDefinition(slug: "a")),
            ("about.md", .document(.page)), ("guide/apply.md", .document(.page)),
            ("about.MD", .misplaced(meant: "about.md")),
            ("about.markdown", .misplaced(meant: "about.md")), ("enterprises.yaml", .enterprises),
            ("enterprises.yml", .misplaced(meant: "enterprises.yaml")),
            ("association.yaml", .misplaced(meant: "associations.yaml")), ("synonyms.yaml", .synonyms),
            ("guide/synonyms.yaml", .attachment), ("data.yaml", .attachment),
        ])
    func kinds(path: String, kind: ContentKind) throws {
        #expect(ContentKind(path: try #require(SitePath("content/" + path))) == kind)
    }

    @Test(
        "a file in the wrong place or with a wrong name is a finding, never passed over",
        arguments: [
            ("content/practices/Night_Paving.md", "file/name", "Call it “night-paving”."),
            ("content/关于.md", "file/name", "Call it “guan-yu”."),
            ("content/awards/2020/ZJ 001.md", "file/name", "Call it “zj-001”."),
            ("content/awards/2020/about/us/index.md", "file/misplaced", nil),
        ])
    func names(path: String, rule: String, help: String?) throws {
        let found = try MarkedSite([path: "---\ntitle: 甲\n---\n"]).load().diagnostics
        #expect(found.map(\.rule.name) == [rule])
        if let help { #expect(found.first?.help?.en == help) }
    }

    @Test("limits of size are kept, and a text in another encoding is named at its first wrong byte")
    func limits() throws {
        func findings(_ bytes: [UInt8], at path: String = "content/a.md") throws -> [Diagnostic] {
            try SiteLoader.load(
                .memory(["site.config": Array(MarkedSite.configuration.utf8), path: bytes]), jobs: 1
            ).diagnostics
        }
        let head = Array("---\ntitle: 甲\n".utf8)
        let large = head + Array("---\n".utf8) + [UInt8](repeating: 0x61, count: 256 * 1024)
        #expect(try findings(large).map(\.rule.name) == ["file/too-large"])
        let matter = head + [UInt8](repeating: 0x23, count: 65 * 1024) + Array("\n---\n".utf8)
        #expect(try findings(matter).map(\.rule.name) == ["file/too-large"])
        let encoded = try findings(Array("---\ntitle: x\nsummary: ".utf8) + [0xE9, 0x20] + Array("\n---\n".utf8))
        #expect(encoded.map(\.rule.name) == ["file/unreadable"])
        #expect(encoded.first?.range?.start == SourcePosition(line: 3, column: 10))
        #expect(encoded.first?.message.en.contains("byte 23 of the file") == true)
        let roster = try findings([UInt8](repeating: 0x2C, count: 17 << 20), at: "content/awards/2020/roster.csv")
        #expect(roster.first?.rule.name == "file/too-large")
    }

    @Test("links, pipes and folders that cannot be read are findings; files of editors are not seen")
    func disk() throws {
        let folder = try TemporaryFolder("source")
        let root = folder.path
        let files = FileManager.default
        try files.createDirectory(atPath: root + "/content/b", withIntermediateDirectories: true)
        for name in ["a.md", "b/c.md", ".hidden.md", "~$a.docx", "a.md~", "Thumbs.db", "#a.md#", "Z.md", "é.txt"] {
            try "x".write(toFile: root + "/content/" + name, atomically: false, encoding: .utf8)
        }
        try files.createSymbolicLink(atPath: root + "/content/link.md", withDestinationPath: "/etc/hostname")
        try files.createSymbolicLink(atPath: root + "/content/folder", withDestinationPath: "/etc")
        #expect(mkfifo(root + "/content/pipe.md", 0o600) == 0)
        close(open(root + "/content/\u{1}", O_CREAT | O_WRONLY, 0o600))

        let reader = Workspace.disk(root: root)
        let listings = try reader.list("content")
        #expect(
            listings.map(\.path)
                == ["\u{1}", "Z.md", "a.md", "b/c.md", "folder", "link.md", "pipe.md", "é.txt"].map { "content/" + $0 })
        #expect(listings.filter(\.isSymbolicLink).map(\.path) == ["content/folder", "content/link.md"])
        #expect(listings.first { $0.path == "content/pipe.md" }?.entry == .special)
        #expect(reader.read("content/link.md", 100) == nil)
        #expect(reader.read("content/pipe.md", 100) == nil)
        #expect(reader.read("../\(root.split(separator: "/").last ?? "")/content/a.md", 100) == nil)
        #expect(reader.read("content/a.md", 100) == [0x78])
        #expect(try reader.list("themes/none").isEmpty)
        #expect(try reader.list("content/folder").map(\.isSymbolicLink) == [true])
    }

    @Test("a name that is no UTF-8 is a finding")
    func foreignName() throws {
        let folder = try TemporaryFolder("source")
        let root = folder.path
        try FileManager.default.createDirectory(atPath: root + "/content", withIntermediateDirectories: true)
        let name = (root + "/content/").utf8CString.dropLast() + [CChar(bitPattern: 0xBC), CChar(bitPattern: 0xD7), 0]
        let descriptor = open(Array(name), O_CREAT | O_WRONLY, 0o600)
        #expect(descriptor >= 0)
        close(descriptor)
        try MarkedSite.configuration.write(toFile: root + "/site.config", atomically: true, encoding: .utf8)
        #expect(try SiteLoader.load(.disk(root: root), jobs: 1).diagnostics.map(\.rule.name) == ["file/unreadable"])
        unlink(Array(name))
    }
}
