import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import FileSystem

@Suite("Writing that others come between, or that is broken off")
struct BrokenOffWritingTests {
    private let temporary: TemporaryFolder
    private var root: String { temporary.path }
    private static let page = "content/a.md"
    private static let kept = "imports/not-written/a.md"

    init() throws {
        temporary = try TemporaryFolder("broken-off")
        try save("old", Self.page)
    }

    private func save(_ text: String, _ path: String) throws {
        let url = URL(fileURLWithPath: root + "/" + path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: root + "/" + path).map { String(decoding: $0, as: UTF8.self) }
    }

    private func replacement(_ text: String?, over old: String?) -> Replacement {
        Replacement(
            Self.page, FileVersion(text.map { Array($0.utf8) }), over: FileVersion(old.map { Array($0.utf8) }))
    }

    /// What all files hold that are not the lock.
    private var texts: Set<String> {
        let paths = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
        return Set(paths.filter { $0 != ".showcase/content.lock" }.compactMap(text))
    }

    private var temporaries: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: root + "/content"))?.filter { $0.hasSuffix(".tmp") } ?? []
    }

    /// Calls of the system before each of which an editor saves the next of some texts.
    private func calls(saving texts: [String], exchange: (@Sendable () -> Int32)? = nil) -> FolderCalls {
        let rest = Mutex(texts)
        let path = root + "/" + Self.page
        let saveNext: @Sendable () -> Void = {
            guard let text = rest.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return }
            try? Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        }
        var calls = FolderCalls.system
        let system = FolderCalls.system
        calls.exchange = {
            saveNext()
            return exchange?() ?? system.exchange($0, $1, $2)
        }
        calls.moveOver = {
            saveNext()
            return system.moveOver($0, $1, $2)
        }
        calls.renameNew = {
            saveNext()
            return system.renameNew($0, $1, $2)
        }
        return calls
    }

    @Test("an editor saves before the exchange, and before the exchange back: no save is lost", arguments: [1, 2])
    func exchanges(saves: Int) throws {
        let saved = (1...saves).map { "save \($0)" }
        let folder = SiteFolder(root, calls: calls(saving: saved))
        #expect(throws: WritingError.self) { try folder.replace([replacement("new", over: "old")]) }
        #expect(texts.isSuperset(of: saved) && texts.contains("new"), "\(texts)")
        #expect(temporaries.isEmpty)
    }

    @Test("the exchange back fails: what came out is kept")
    func exchangeBackFails() throws {
        let count = Mutex(0)
        var calls = calls(saving: ["save 1"])
        let exchange = calls.exchange
        calls.exchange = { folder, left, right in
            let number = count.withLock { count in
                count += 1
                return count
            }
            return number == 2 ? EIO : exchange(folder, left, right)
        }
        #expect(throws: WritingError.system(Self.page, EIO)) {
            try SiteFolder(root, calls: calls).replace([replacement("new", over: "old")])
        }
        #expect(text(Self.kept) == "save 1" && text(Self.page) == "new" && temporaries.isEmpty)
    }

    @Test("an editor saves before a file is removed, and again before it is put back", arguments: [1, 2])
    func removal(saves: Int) throws {
        let saved = (1...saves).map { "save \($0)" }
        let folder = SiteFolder(root, calls: calls(saving: saved))
        #expect(throws: WritingError.changed(Self.page, kept: [])) {
            try folder.replace([replacement(nil, over: "old")])
        }
        #expect(texts == Set(saved) && temporaries.isEmpty, "\(texts)")
        #expect(text(Self.page) == saved.last)
    }

    @Test("a disk that knows neither exchanges nor links takes new files, and gives back what others saved")
    func plainDisk() throws {
        var calls = calls(saving: [], exchange: { EINVAL })
        calls.renameNew = { _, _, _ in EINVAL }
        calls.link = { _, _, _ in EPERM }
        let folder = SiteFolder(root, calls: calls)
        try folder.create("content/b.md", [0x62])
        #expect(text("content/b.md") == "b")
        #expect(throws: WritingError.exists("content/b.md")) { try folder.create("content/b.md", [0x63]) }
        try folder.replace([replacement("new", over: "old")])
        #expect(text(Self.page) == "new" && text("content/b.md") == "b" && temporaries.isEmpty)
        var saving = self.calls(saving: ["save 1"])
        (saving.renameNew, saving.link) = (calls.renameNew, calls.link)
        #expect(throws: WritingError.changed(Self.page, kept: [])) {
            try SiteFolder(root, calls: saving).replace([replacement(nil, over: "new")])
        }
        #expect(text(Self.page) == "save 1" && temporaries.isEmpty)
    }

    @Test(
        "what a killed writer has left under another name is kept by the next one, unless it stands in its place",
        arguments: [("a save", "a save"), ("old", nil), ("", nil)] as [(String, String?)])
    func left(bytes: String, kept: String?) throws {
        let name = ".showcase-77-1.tmp"
        try save(bytes, "content/" + name)
        try save("\(name)\0\(Self.page)\0.showcase-77-2.tmp\0gone/b.md\0", ".showcase/content.lock")
        _ = try SiteFolder(root).lock()
        #expect(text(Self.kept) == kept && temporaries.isEmpty && text(Self.page) == "old")
        #expect(text(".showcase/content.lock") == "" && !FileManager.default.fileExists(atPath: root + "/gone"))
    }

    @Test(
        "nothing else is taken for left, whatever the lock says",
        arguments: [
            "a.md\0content/a.md\0", "../a.md\0content/x/b.md\0", ".showcase-1.tmp\0../content/a.md\0",
            ".showcase-/../../content/a.tmp\0content/a.md\0", "\0\0\0", ".showcase-1.tmp",
        ])
    func hostile(lock: String) throws {
        try save("outside", "a.md")
        try save(lock, ".showcase/content.lock")
        _ = try SiteFolder(root + "/").lock()
        #expect(text("a.md") == "outside" && text(Self.page) == "old" && text(Self.kept) == nil)
    }

    @Test("a link under the name of what was left is not followed and stays")
    func link() throws {
        let name = ".showcase-77-1.tmp"
        try FileManager.default.createSymbolicLink(
            atPath: root + "/content/" + name, withDestinationPath: root + "/" + Self.page)
        try save("\(name)\0\(Self.page)\0", ".showcase/content.lock")
        _ = try SiteFolder(root).lock()
        #expect(text(Self.kept) == nil && text(Self.page) == "old")
    }

    @Test("while a step holds the lock others wait, and are told once")
    func waiting() throws {
        let step = WritingStep()
        let folder = SiteFolder(root, step: step)
        try folder.create("content/b.md", [0x62])
        try folder.create("content/c.md", [0x63])
        #expect(step.files.map(\.path) == ["content/b.md", "content/c.md"])
        let told = Mutex(0)
        try SiteFolder(root) {
            told.withLock { $0 += 1 }
            step.end()
        }.create("content/d.md", [0x64])
        #expect(told.withLock { $0 } == 1 && step.files.isEmpty)
        // Nobody holds it now.
        try SiteFolder(root) { told.withLock { $0 += 1 } }.create("content/e.md", [0x65])
        #expect(told.withLock { $0 } == 1)
    }
}
