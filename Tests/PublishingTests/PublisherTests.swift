import Addresses
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Publishing

@Suite("Publishing", .serialized)
struct PublisherTests {
    private let temporary: TemporaryFolder
    private var folder: String { temporary.path }

    init() throws { temporary = try TemporaryFolder("publishing") }

    private var output: String { folder + "/public" }

    private func publish(_ files: [String: String]) throws -> Publisher.Summary {
        let publisher = try Publisher(output: output, permissions: Publisher.Permissions(allowsRemovals: true))
        for (path, text) in files { try publisher.write(Array(text.utf8), to: OutputPath(path)) }
        return try publisher.commit()
    }

    private func text(_ path: String) -> String? { try? String(contentsOfFile: output + "/" + path, encoding: .utf8) }

    @Test("files are written, unchanged ones keep their time, others are removed")
    func changes() throws {
        #expect(try publish(["index.html": "a", "old/index.html": "b"]).written == 2)
        let date = Date(timeIntervalSince1970: 1_000_000_000)
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: output + "/index.html")
        let summary = try publish(["index.html": "a", "new/index.html": "c"])
        #expect((summary.written, summary.unchanged, summary.removed) == (1, 1, 1))
        #expect(summary.removedPaths == ["old/index.html"])
        #expect(text("old/index.html") == nil)
        #expect(
            try FileManager.default.attributesOfItem(atPath: output + "/index.html")[.modificationDate] as? Date == date
        )
    }

    @Test("an aborted publish leaves the old output and nothing else")
    func abort() throws {
        _ = try publish(["index.html": "a"])
        let publisher = try Publisher(output: output)
        try publisher.write(Array("b".utf8), to: OutputPath("index.html"))
        publisher.abort()
        #expect(text("index.html") == "a")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [".public.lock", "public"])
    }

    @Test("a reader never misses the page while sites are published over each other")
    func atomicity() throws {
        _ = try publish(["index.html": "0"])
        let path = output + "/index.html"
        let isDone = Mutex(false)
        let misses = Mutex(0)
        let reader = Thread {
            while !isDone.withLock({ $0 }) {
                if FileManager.default.contents(atPath: path) == nil { misses.withLock { $0 += 1 } }
            }
        }
        reader.start()
        for number in 1...60 { _ = try publish(["index.html": String(number)]) }
        isDone.withLock { $0 = true }
        #expect(misses.withLock { $0 } == 0)
        #expect(text("index.html") == "60")
    }

    @Test("what a killed build left behind is removed by the next")
    func leftovers() throws {
        let leftover = folder + "/.public.new-4242/awards"
        try FileManager.default.createDirectory(atPath: leftover, withIntermediateDirectories: true)
        try "x".write(toFile: leftover + "/index.html", atomically: false, encoding: .utf8)
        _ = try publish(["index.html": "a"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [".public.lock", "public"])
    }

    @Test("a second build of the same output is refused while the first runs")
    func lock() throws {
        let first = try Publisher(output: output)
        #expect(throws: PublishingError.self) { _ = try Publisher(output: output) }
        first.abort()
        _ = try publish(["index.html": "a"])
    }

    @Test("a folder that holds something else is not replaced")
    func foreign() throws {
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        try "x".write(toFile: output + "/letter.txt", atomically: false, encoding: .utf8)
        #expect(throws: PublishingError.self) { _ = try publish(["index.html": "a"]) }
        #expect(text("letter.txt") == "x")
    }

    @Test("sources are never the output")
    func protected() {
        #expect(throws: PublishingError.self) {
            _ = try Publisher(output: folder, sources: SourcePlaces(site: folder))
        }
        #expect(throws: PublishingError.self) { _ = try Publisher(output: "/") }
    }

    @Test("a symbolic link in the old output is replaced, its target untouched")
    func symbolicLink() throws {
        _ = try publish(["index.html": "a"])
        let victim = folder + "/victim"
        try "precious".write(toFile: victim, atomically: false, encoding: .utf8)
        try FileManager.default.removeItem(atPath: output + "/index.html")
        try FileManager.default.createSymbolicLink(atPath: output + "/index.html", withDestinationPath: victim)
        _ = try publish(["index.html": "precious"])
        let type = try FileManager.default.attributesOfItem(atPath: output + "/index.html")[.type] as? FileAttributeType
        #expect(type == .typeRegular)
        #expect(try String(contentsOfFile: victim, encoding: .utf8) == "precious")
    }

    @Test("an output that is a symbolic link is refused")
    func linkedOutput() throws {
        try FileManager.default.createSymbolicLink(atPath: output, withDestinationPath: folder)
        #expect(throws: PublishingError.self) { _ = try publish(["index.html": "a"]) }
    }

    @Test("files can be read by everybody whatever the mask")
    func mode() throws {
        let old = umask(0o077)
        defer { _ = umask(old) }
        _ = try publish(["a/index.html": "a"])
        for (path, mode) in [("a/index.html", 0o644), ("a", 0o755), ("", 0o755)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: output + "/" + path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode, "\(path)")
        }
        // The mask is the whole process's, and its owner's to set.
        #expect(umask(0o077) == 0o077)
    }

    @Test(
        "a path that is unsafe on any system is refused",
        arguments: [
            "", "/a", "a//b", "../a", "a/./b", "a\\b", "a\u{0}", "CON", "com1.txt", "a/lpt9", "a.", "a ",
            String(repeating: "x", count: 241),
        ])
    func paths(path: String) {
        #expect(throws: OutputPath.Unpublishable.self) { _ = try OutputPath(path) }
    }
}
