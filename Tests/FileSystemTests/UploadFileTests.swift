import Foundation
import TestSupport
import Testing

@testable import FileSystem

@Suite("Files that are being sent")
struct UploadFileTests {
    @Test("bytes come back as they came, and the file has no name")
    func bytes() throws {
        let folder = try TemporaryFolder("upload")
        let file = try UploadFile(of: SiteFolder(folder.path))
        #expect(try file.count == 0 && file.bytes() == [])
        try file.append(Array("甲".utf8))
        try file.append([])
        try file.append([0, 255])
        #expect(try file.bytes() == Array("甲".utf8) + [0, 255] && file.count == 5)
        try file.append([7])
        #expect(try file.bytes().last == 7)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/.showcase/uploads") == [])
    }

    @Test("what was given up cannot be read or added to")
    func discarded() throws {
        let folder = try TemporaryFolder("upload")
        let file = try UploadFile(of: SiteFolder(folder.path))
        try file.append([1])
        file.discard()
        file.discard()
        #expect(throws: WritingError.self) { try file.append([2]) }
        #expect(throws: WritingError.self) { try file.bytes() }
    }

    @Test("two at a time do not share their bytes")
    func several() throws {
        let folder = try TemporaryFolder("upload")
        let site = SiteFolder(folder.path)
        let (one, other) = (try UploadFile(of: site), try UploadFile(of: site))
        try one.append([1])
        try other.append([2, 2])
        #expect(try one.bytes() == [1] && other.bytes() == [2, 2])
    }

    @Test("a link in the place of a folder is not followed", arguments: [".showcase", ".showcase/uploads"])
    func links(path: String) throws {
        let folder = try TemporaryFolder("upload")
        let elsewhere = try TemporaryFolder("elsewhere")
        let place = URL(fileURLWithPath: folder.path + "/" + path)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: place.path, withDestinationPath: elsewhere.path)
        #expect(throws: WritingError.self) { try UploadFile(of: SiteFolder(folder.path)) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path) == [])
    }
}
