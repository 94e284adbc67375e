import Content
import Foundation
import Pipeline
import TestSupport
import Testing
import Values

/// The site `small` with pictures of `Tests/PicturesTests/Pictures` in it, built into a folder of its own.
final class PictureSite {
    private let temporary: TemporaryFolder
    var folder: String { temporary.path + "/site" }
    /// The folder of the write-up that has a photo.
    static let writeUp = "content/awards/2020/js-002"

    init() throws {
        temporary = try TemporaryFolder("pictures")
        try FileManager.default.copyItem(atPath: Repository.root + "/Tests/Sites/small", toPath: folder)
        try replace("<script>alert(1)</script>", with: "", in: Self.writeUp + "/index.md")
    }

    func put(_ picture: String, at path: String) throws {
        let target = folder + "/" + path
        try FileManager.default.createDirectory(
            atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try? FileManager.default.removeItem(atPath: target)
        try FileManager.default.copyItem(
            atPath: Repository.root + "/Tests/PicturesTests/Pictures/" + picture, toPath: target)
    }

    func replace(_ text: String, with other: String, in path: String) throws {
        let old = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
        try #require(old.contains(text))
        try old.replacing(text, with: other).write(toFile: folder + "/" + path, atomically: true, encoding: .utf8)
    }

    func build(jobs: Int = 2) throws -> Build.Outcome {
        let today = try #require(CalendarDate(iso: "2020-12-01"))
        return try Build.run(BuildOptions(source: folder, output: folder + "/public", today: today, jobs: jobs))
    }

    /// The published files, by path.
    func published() throws -> [String: Data] {
        let output = folder + "/public"
        let names = (FileManager.default.enumerator(atPath: output)?.allObjects as? [String]) ?? []
        var files: [String: Data] = [:]
        for name in names {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: output + "/" + name, isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            files[name] = FileManager.default.contents(atPath: output + "/" + name)
        }
        return files
    }

    func page(_ path: String) throws -> String {
        try String(contentsOfFile: folder + "/public/" + path + "index.html", encoding: .utf8)
    }
}

extension Build.Outcome {
    /// `file rule` of every finding.
    var fileRules: [String] {
        report.entries.map(\.diagnostic).map { "\($0.range?.file.path ?? "-") \($0.rule.name)" }
    }
}
