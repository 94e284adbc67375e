import Addresses
import Foundation
import Publishing
import TestSupport
import Testing

/// A folder of the disk and files in memory keep the same promises.
@Suite("Outputs", .serialized)
struct OutputTests {
    enum Form: CaseIterable { case disk, memory }

    /// A place to publish into.
    private struct Place {
        private let folder: TemporaryFolder?
        private let memory = PublishedFiles()

        init(_ form: Form) throws { folder = form == .disk ? try TemporaryFolder("output") : nil }

        func open(_ permissions: Publisher.Permissions = .init()) throws -> Output {
            guard let folder else { return try .memory(memory, permissions: permissions) }
            return try .disk(folder.path + "/public", permissions: permissions)
        }

        /// What is published, by path.
        func files() throws -> [String: String] {
            guard let folder else { return memory.files.mapValues { String(decoding: $0, as: UTF8.self) } }
            let root = folder.path + "/public"
            var files: [String: String] = [:]
            for case let path as String in FileManager.default.enumerator(atPath: root) ?? .init() {
                guard path != ".showcase-output", let data = FileManager.default.contents(atPath: root + "/" + path)
                else { continue }
                files[path] = String(decoding: data, as: UTF8.self)
            }
            return files
        }

        @discardableResult
        func publish(
            _ files: [String: String], _ permissions: Publisher.Permissions = .init()
        ) throws -> Publisher.Summary {
            let output = try open(permissions)
            for (path, text) in files { try output.write(Array(text.utf8), OutputPath(path)) }
            output.beginSync()
            return try output.commit()
        }
    }

    @Test("what is written is published when it is committed, in the place of what was there", arguments: Form.allCases)
    func replacing(form: Form) throws {
        let place = try Place(form)
        let first = try place.publish(["index.html": "a", "old/index.html": "b", "a.css": "c"])
        #expect((first.written, first.unchanged, first.removed, first.bytes) == (3, 0, 0, 3))
        let second = try place.publish(["index.html": "a", "new/index.html": "dd", "a.css": "e"])
        #expect((second.written, second.unchanged, second.removed, second.bytes) == (2, 1, 1, 4))
        #expect(second.removedPaths == ["old/index.html"] && second.remarks.isEmpty)
        #expect(try place.files() == ["index.html": "a", "new/index.html": "dd", "a.css": "e"])
    }

    @Test("until then, and after an output that is given up, the old site stands", arguments: Form.allCases)
    func abort(form: Form) throws {
        let place = try Place(form)
        try place.publish(["index.html": "a"])
        let output = try place.open()
        try output.write(Array("b".utf8), OutputPath("index.html"))
        #expect(try place.files() == ["index.html": "a"])
        output.abort()
        #expect(try place.files() == ["index.html": "a"])
        output.abort()
        try place.publish(["index.html": "c"])
        #expect(try place.files() == ["index.html": "c"])
    }

    @Test("an output that nobody holds any more is given up", arguments: Form.allCases)
    func dropped(form: Form) throws {
        let place = try Place(form)
        do {
            let output = try place.open()
            try output.write([0x61], OutputPath("index.html"))
        }
        #expect(try place.files().isEmpty)
        try place.publish(["index.html": "b"])
        #expect(try place.files() == ["index.html": "b"])
    }

    @Test("while one is open another one is refused", arguments: Form.allCases)
    func exclusive(form: Form) throws {
        let place = try Place(form)
        let output = try place.open()
        #expect {
            _ = try place.open()
        } throws: { error in
            if case PublishingError.anotherBuildIsRunning = error { true } else { false }
        }
        _ = try output.commit()
        try place.publish(["index.html": "a"])
    }

    @Test("what takes more than half of the pages waits for a yes", arguments: Form.allCases)
    func removals(form: Form) throws {
        let place = try Place(form)
        let pages = { (count: Int) in
            Dictionary(uniqueKeysWithValues: (0..<count).map { ("p\($0)/index.html", "a") })
        }
        try place.publish(pages(10))
        #expect(
            throws: PublishingError.mostPagesRemoved(
                count: 6, of: 10, examples: ["p4/index.html", "p5/index.html", "p6/index.html"])
        ) {
            try place.publish(pages(4))
        }
        #expect(try place.files().count == 10)
        #expect(try place.publish(pages(4), .init(allowsRemovals: true)).removed == 6)
        #expect(try place.files().count == 4)
    }

    @Test("files are written from several threads", arguments: Form.allCases)
    func threads(form: Form) async throws {
        let place = try Place(form)
        let output = try place.open()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<40 {
                group.addTask { try output.write(Array("\(index)".utf8), OutputPath("a/\(index % 4)/\(index).txt")) }
            }
            try await group.waitForAll()
        }
        #expect(try output.commit().written == 40)
        #expect(try place.files()["a/3/7.txt"] == "7")
    }
}
