import Content
import Foundation
import History
import Pipeline
import Preview
import PreviewServer
import TestSupport
import Testing
import Text
import Values
import Watching

@testable import Desk

/// A copy of the site `Tests/Sites/small` with a desk, which is asked without any socket.
final class DeskedSite: Sendable {
    let folder: String
    let session: PreviewSession
    let requests: DeskRequests
    private let temporary: TemporaryFolder

    init(isReadOnly: Bool = false) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
        temporary = try TemporaryFolder("desk")
        folder = temporary.path + "/site"
        try FileManager.default.copyItem(atPath: root + "/Sites/small", toPath: folder)
        let options = BuildOptions(
            source: folder, output: folder + "/public", today: try #require(CalendarDate(iso: "2020-12-01")), jobs: 2)
        let watcher = try SourceWatcher(
            root: folder, items: ["site.config", "content", "static", "themes"], mode: .events,
            isIgnored: Workspace.isHidden)
        session = PreviewSession(options, watcher: watcher) { _ in }
        requests = DeskRequests(
            session: session,
            context: DeskRequests.Context(
                folder: folder, now: { 1_606_780_800 }, account: EditorName("电脑账号"), isReadOnly: isReadOnly),
            vendors: VendorFiles { _, _ in nil })
    }

    func bytes(_ path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: folder + "/" + path).map { Array($0) }
    }

    func text(_ path: String) -> String { String(decoding: bytes(path) ?? [], as: UTF8.self) }

    func write(_ text: String, to path: String) throws {
        let url = URL(fileURLWithPath: folder + "/" + path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func get(_ name: String, _ parameters: [String: String] = [:]) -> DeskAnswer {
        requests.answer(DeskRequest(name: name, parameters: parameters), state: session.refresh(), words: .zh)
    }

    func post(_ name: String, _ message: JSONValue) -> DeskAnswer {
        requests.answer(
            DeskRequest(name: name, body: .json(message.bytes()), isWriting: true), state: session.refresh(), words: .zh
        )
    }

    /// The version of a file that a page has opened.
    func opened(_ path: String) throws -> (digest: String, text: String) {
        let answer = get("document", ["path": path])
        return (try #require(answer.value["digest"]?.string), try #require(answer.value["text"]?.string))
    }

    var sentences: [String] {
        (get("history").value["changes"]?.elements ?? []).compactMap { $0["sentence"]?.string }
    }
}

extension DeskAnswer {
    /// The word by which a page knows why nothing was done.
    var code: String? { value["error"]?["code"]?.string }
}
