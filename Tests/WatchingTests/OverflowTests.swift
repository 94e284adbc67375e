import Foundation
import Testing

@testable import Watching

@Suite("More events than the kernel keeps")
struct OverflowTests {
    @Test("everything is looked at after the kernel's queue has overflowed")
    func overflow() throws {
        let site = try WatchedSite()
        // Nobody empties the queue while this state rests.
        var state = site.state()
        var mirror = SiteMirror(of: site)
        let setting = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
        let capacity = try #require(Int(setting.trimmingCharacters(in: .whitespacesAndNewlines)))
        // Each file makes at least three events.
        try site.run("mkdir content/many; cd content/many; seq \(capacity / 3 + 100) | xargs touch")
        try site.run("printf late > content/2024/teams/late.md; rm content/page.md; mv content/2024 content/2025")
        mirror.apply(state.takeChanges())
        #expect(mirror.isExact)
        #expect(mirror.files.count > capacity / 3)
        try site.run("printf later > content/2025/teams/late.md; printf x > content/many/1")
        #expect(state.takeChanges() == ["content/2025/teams/late.md", "content/many/1"])
        #expect(state.notice == nil)
    }

    @Test("events are decoded from the kernel's bytes")
    func decoding() {
        func bytes(watch: Int32, mask: Int, name: [UInt8]) -> [UInt8] {
            let fields = [UInt32(bitPattern: watch), UInt32(truncatingIfNeeded: mask), 0, UInt32(name.count)]
            return fields.flatMap { field in withUnsafeBytes(of: field) { Array($0) } } + name
        }
        let all =
            bytes(watch: 3, mask: Int(IN_CREATE) | Int(IN_ISDIR), name: Array("页".utf8) + [0, 0, 0, 0, 0])
            + bytes(watch: 4, mask: Int(IN_MODIFY), name: [0xff, 0, 0, 0])
            + bytes(watch: 4, mask: Int(IN_ATTRIB), name: []) + bytes(watch: 5, mask: Int(IN_DELETE_SELF), name: [])
            + bytes(watch: 5, mask: Int(IN_IGNORED), name: []) + bytes(watch: -1, mask: Int(IN_Q_OVERFLOW), name: [])
        var events: [KernelEvent] = []
        // The last bytes break off.
        (all + all.prefix(20)).withUnsafeBytes { KernelEvent.forEach(in: $0) { events.append($0) } }
        #expect(
            events == [
                .entry(watch: 3, name: "页", isFolder: true), .folder(watch: 4), .folder(watch: 4), .lost(watch: 5),
                .ended(watch: 5), .overflow,
            ])
    }
}
