import Foundation
import History
import Synchronization
import TestSupport
import Testing

@testable import Commands

@Suite("Edits while a preview runs")
struct EditRecorderTests {
    @Test("the history begins with the preview, and has what was saved meanwhile")
    func edits() async throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let history = SiteHistory(site: site)
        let first = EditRecorder(history, now: { 1 }, tell: { _ in })
        await first.end()
        let second = EditRecorder(history, now: { 2 }, tell: { _ in })
        try "新\n".write(toFile: site + "/content/about.md", atomically: true, encoding: .utf8)
        for _ in 0..<20 { second.changed() }
        await second.end()
        let entries = try history.entries()
        #expect(entries.map(\.change.origin) == [.elsewhere, .beginning])
        #expect(entries.first?.files.map(\.path) == ["content/about.md"])
    }

    @Test("a history that cannot be kept is told once")
    func broken() async throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        try FileManager.default.createDirectory(atPath: site + "/.showcase", withIntermediateDirectories: true)
        try "".write(toFile: site + "/.showcase/history", atomically: true, encoding: .utf8)
        let told = Mutex<[HistoryError]>([])
        for _ in 0..<2 {
            let recorder = EditRecorder(
                SiteHistory(site: site), now: { 1 }, tell: { error in told.withLock { $0.append(error) } })
            for _ in 0..<5 { recorder.changed() }
            await recorder.end()
        }
        #expect(told.withLock { $0 } == [.notAFolder(".showcase/history"), .notAFolder(".showcase/history")])
    }
}
