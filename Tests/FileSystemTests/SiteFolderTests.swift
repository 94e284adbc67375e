import Foundation
import TestSupport
import Testing

@testable import FileSystem

@Suite("Writing content")
struct SiteFolderTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = try TemporaryFolder("writing")
        try body(folder.path)
    }

    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    @Test("a new file gets its folders, one that is there is not touched")
    func create() throws {
        try withFolder { root in
            let folder = SiteFolder(root + "/a/b")
            #expect(folder.isEmpty)
            try folder.create("c/d.txt", Array("x".utf8))
            #expect(try text(root + "/a/b/c/d.txt") == "x")
            #expect(throws: WritingError.exists("c/d.txt")) { try folder.create("c/d.txt", []) }
            #expect(try text(root + "/a/b/c/d.txt") == "x")
            #expect(try FileManager.default.contentsOfDirectory(atPath: root + "/a/b/c") == ["d.txt"])
            #expect(!folder.isEmpty && folder.holds("c/d.txt") && !folder.holds("e"))
        }
    }

    @Test("an older file is written over and keeps its permissions")
    func overwrite() throws {
        try withFolder { root in
            let folder = SiteFolder(root)
            try folder.overwrite("a.csv", Array("1".utf8))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: root + "/a.csv")
            try folder.overwrite("a.csv", Array("2".utf8))
            #expect(try text(root + "/a.csv") == "2")
            let mode = try FileManager.default.attributesOfItem(atPath: root + "/a.csv")[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: root) == ["a.csv"])
        }
    }

    @Test("no path leads out", arguments: ["../x", "a/../../x", "/etc/x", "", "a//b", "./x", "a/.", "x\0y"])
    func outside(path: String) throws {
        try withFolder { root in
            #expect(throws: WritingError.outside(path)) { try SiteFolder(root).create(path, []) }
            #expect(throws: WritingError.outside(path)) { try SiteFolder(root).overwrite(path, []) }
        }
    }

    @Test("links are not followed, in the place of a folder or of the file")
    func links() throws {
        try withFolder { root in
            try FileManager.default.createDirectory(atPath: root + "/site", withIntermediateDirectories: true)
            try FileManager.default.createDirectory(atPath: root + "/elsewhere", withIntermediateDirectories: true)
            try Data("old".utf8).write(to: URL(fileURLWithPath: root + "/victim"))
            try FileManager.default.createSymbolicLink(
                atPath: root + "/site/content", withDestinationPath: root + "/elsewhere")
            try FileManager.default.createSymbolicLink(
                atPath: root + "/site/roster.csv", withDestinationPath: root + "/victim")
            let folder = SiteFolder(root + "/site")
            #expect(throws: WritingError.notAFolder("content/a")) { try folder.overwrite("content/a", [1]) }
            #expect(throws: WritingError.notAFile("roster.csv")) { try folder.overwrite("roster.csv", [1]) }
            #expect(throws: WritingError.exists("roster.csv")) { try folder.create("roster.csv", [1]) }
            #expect(try text(root + "/victim") == "old")
            #expect(try FileManager.default.contentsOfDirectory(atPath: root + "/elsewhere").isEmpty)
        }
    }
}
