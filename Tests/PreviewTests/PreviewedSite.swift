import Content
import Foundation
import Pipeline
import PreviewServer
import TestSupport
import Testing
import Values
import Watching

@testable import Preview

/// A copy of the site `Tests/Sites/small` that is previewed while it changes.
final class PreviewedSite: Sendable {
    var folder: String { temporary.path + "/site" }
    private let temporary: TemporaryFolder
    let options: BuildOptions

    init(includesDrafts: Bool = false) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
        temporary = try TemporaryFolder("preview")
        let folder = temporary.path + "/site"
        try FileManager.default.copyItem(atPath: root + "/Sites/small", toPath: folder)
        let today = try #require(CalendarDate(iso: "2020-12-01"))
        options = BuildOptions(
            source: folder, output: folder + "/public", includesDrafts: includesDrafts, today: today, jobs: 2)
    }

    func read(_ path: String) throws -> String { try String(contentsOfFile: folder + "/" + path, encoding: .utf8) }

    func write(_ text: String, to path: String) throws {
        let target = folder + "/" + path
        try FileManager.default.createDirectory(
            atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try text.write(toFile: target, atomically: Bool.random(), encoding: .utf8)
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: folder + "/" + path) }

    func move(_ path: String, to other: String) throws {
        try FileManager.default.moveItem(atPath: folder + "/" + path, toPath: folder + "/" + other)
    }

    func session() throws -> PreviewSession {
        let watcher = try SourceWatcher(
            root: folder, items: ["site.config", "content", "themes"], mode: .events, isIgnored: Workspace.isHidden)
        return PreviewSession(options, watcher: watcher) { _ in }
    }

    /// - Parameter isBare: whether pages are as they would be published.
    func pages(_ session: PreviewSession, isBare: Bool = true) -> PreviewPages {
        PreviewPages(session: session, source: folder, language: .en, isBare: isBare)
    }
}

extension PreviewPages {
    /// The bytes at an address; `nil` for anything but content.
    func bytes(at url: String) throws -> [UInt8]? {
        let path = try PreviewPath(decoding: Array(url.utf8))
        guard case .content(let content) = answer(PreviewRequest(path: path, query: nil), eventID: "0") else {
            return nil
        }
        return content.bytes
    }

    /// The text at an address; empty for anything but content.
    func text(at url: String) throws -> String { String(decoding: try bytes(at: url) ?? [], as: UTF8.self) }
}
