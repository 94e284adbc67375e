import Foundation
import TestSupport
import Testing

@testable import FileSystem

@Suite("Writing over what was read")
struct ReplacingTests {
    private let temporary: TemporaryFolder
    private var root: String { temporary.path }
    private static let roster = "content/awards/2022/roster.csv"
    private static let kept = "imports/not-written/awards/2022/roster.csv"

    init() throws { temporary = try TemporaryFolder("replacing") }

    private func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: root + "/" + path).map { String(decoding: $0, as: UTF8.self) }
    }

    private func save(_ text: String, _ path: String = roster) throws {
        let url = URL(fileURLWithPath: root + "/" + path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private func replacement(_ text: String, over old: String?, _ path: String = roster) -> Replacement {
        Replacement(path, Array(text.utf8), over: FileVersion(old.map { Array($0.utf8) }))
    }

    /// The files, without the lock and without folders.
    private var files: [String] {
        (FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []).filter { path in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: root + "/" + path, isDirectory: &isFolder)
            return !isFolder.boolValue && path != ".showcase/content.lock"
        }.sorted()
    }

    @Test("a file that is as it was read is replaced, and nothing else is left", arguments: ["old", "", "新\n"])
    func same(old: String) throws {
        try save(old)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: root + "/" + Self.roster)
        try SiteFolder(root).replace([replacement("new", over: old)])
        #expect(text(Self.roster) == "new" && files == [Self.roster])
        let mode = try FileManager.default.attributesOfItem(atPath: root + "/" + Self.roster)[.posixPermissions]
        #expect(mode as? Int == 0o640)
    }

    @Test(
        "a file that was saved meanwhile stays, and what was to be written is kept beside the content",
        arguments: [
            ("old", "saved"), ("old", "old and more"), ("old", "ol"), ("old", "odl"), (nil, "saved"), (nil, ""),
        ]
            as [(String?, String)])
    func saved(read: String?, saved: String) throws {
        try save(saved)
        #expect(throws: WritingError.changed(Self.roster, kept: [Self.kept])) {
            try SiteFolder(root).replace([replacement("new", over: read)])
        }
        #expect(text(Self.roster) == saved && text(Self.kept) == "new")
        #expect(files == [Self.roster, Self.kept])
        // A second time the name is taken.
        let second = Self.kept.replacing(".csv", with: "-2.csv")
        #expect(throws: WritingError.changed(Self.roster, kept: [second])) {
            try SiteFolder(root).replace([replacement("newer", over: read)])
        }
        #expect(text(Self.kept) == "new" && text(second) == "newer")
    }

    @Test("a file that was removed meanwhile is not made again")
    func removed() throws {
        #expect(throws: WritingError.changed(Self.roster, kept: [Self.kept])) {
            try SiteFolder(root).replace([replacement("new", over: "old")])
        }
        #expect(files == [Self.kept])
    }

    @Test("of files that belong together all are written, or none")
    func together() throws {
        try save("old")
        let edition = "content/awards/2022/index.md"
        let both = [replacement("new", over: "old"), replacement("page", over: nil, edition)]
        try save("theirs", edition)
        let kept = [Self.kept, "imports/not-written/awards/2022/index.md"]
        #expect(throws: WritingError.changed(edition, kept: kept)) { try SiteFolder(root).replace(both) }
        #expect(text(Self.roster) == "old" && text(edition) == "theirs")
        try FileManager.default.removeItem(atPath: root + "/" + edition)
        try SiteFolder(root).replace(both)
        #expect(text(Self.roster) == "new" && text(edition) == "page")
    }

    @Test("a file that somebody is writing into is not replaced")
    func open() throws {
        try save("old")
        let handle = try #require(FileHandle(forWritingAtPath: root + "/" + Self.roster))
        #expect(throws: WritingError.changed(Self.roster, kept: [Self.kept])) {
            try SiteFolder(root).replace([replacement("new", over: "old")])
        }
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(" and more".utf8))
        try handle.close()
        #expect(text(Self.roster) == "old and more")
        try SiteFolder(root).replace([replacement("new", over: "old and more")])
        #expect(text(Self.roster) == "new")
    }

    @Test("writers that run at once lose nothing of each other")
    func together20() throws {
        try save("")
        let folder = SiteFolder(root)
        let path = root + "/" + Self.roster
        // Each adds its line to what it read, and tries again when that was changed.
        DispatchQueue.concurrentPerform(iterations: 20) { number in
            while true {
                let read = FileManager.default.contents(atPath: path).map { Array($0) }
                let new = (read ?? []) + Array("\(number)\n".utf8)
                do {
                    return try folder.replace([Replacement(Self.roster, new, over: FileVersion(read))])
                } catch WritingError.changed {
                    continue
                } catch {
                    Issue.record("\(error)")
                    return
                }
            }
        }
        let lines = (text(Self.roster) ?? "").split(separator: "\n").compactMap { Int($0) }
        #expect(lines.sorted() == Array(0..<20))
    }

    @Test("what is no file is not replaced")
    func noFile() throws {
        try save("x", Self.roster + "/inside")
        #expect(throws: WritingError.notAFile(Self.roster)) {
            try SiteFolder(root).replace([replacement("new", over: "old")])
        }
        #expect(text(Self.roster + "/inside") == "x")
    }
}
