import Addresses
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// What somebody else laid into the output folder.
@Suite("Foreign files in the output", .serialized)
struct ForeignFilesTests {
    private let temporary: TemporaryFolder
    private var folder: String { temporary.path }
    private var output: String { folder + "/public" }

    init() throws {
        temporary = try TemporaryFolder("publishing")
        _ = try publish(["index.html": "a", "awards/2020/index.html": "a", "about/index.html": "a"])
    }

    private func publish(
        _ files: [String: String], _ permissions: Publisher.Permissions = .init(), calls: OutputCalls = .disk
    ) throws -> Publisher.Summary {
        let publisher = try Publisher(output: output, permissions: permissions, calls: calls)
        for (path, text) in files { try publisher.write(Array(text.utf8), to: OutputPath(path)) }
        return try publisher.commit()
    }

    private static let next = ["index.html": "b", "awards/2020/index.html": "b", "about/index.html": "a"]

    private func put(_ path: String) throws {
        let url = URL(fileURLWithPath: output + "/" + path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try "mine".write(to: url, atomically: false, encoding: .utf8)
    }

    private func text(_ path: String) -> String? { try? String(contentsOfFile: folder + "/" + path, encoding: .utf8) }

    @Test(
        "what the build did not make stops it, is named and stays",
        arguments: [
            ("CNAME", "CNAME"), (".git/config", ".git"), ("google1234.html", "google1234.html"),
            (".well-known/acme/x", ".well-known"), ("awards/2020/名单.xlsx", "awards/2020/名单.xlsx"),
            ("awards/notes/a.txt", "awards/notes"),
        ])
    func placed(path: String, name: String) throws {
        try put(path)
        #expect(throws: PublishingError.foreignFiles(output: output, names: [name])) { _ = try publish(Self.next) }
        #expect(text("public/" + path) == "mine")
        #expect(text("public/index.html") == "a")
        let summary = try publish(Self.next, .init(removesForeign: true))
        #expect(summary.remarks.isEmpty)
        #expect(summary.removedPaths.contains(name) && summary.removed == summary.removedPaths.count)
        #expect(text("public/" + path) == nil)
        #expect(text("public/index.html") == "b")
    }

    @Test("the message names a few and how many more, and both ways out")
    func message() {
        let error = PublishingError.foreignFiles(output: "/srv/public", names: (1...8).map { "f\($0)" })
        #expect(error.message.en.contains("f1, f2, f3, f4, f5 and 3 more"))
        for text in [error.message.zh, error.message.en] {
            #expect(text.contains("static") && text.contains("--remove-foreign"))
        }
    }

    @Test("a name that is no UTF-8 holds no publication up, and is kept beside the output")
    func nameOfBytes() throws {
        let name: [UInt8] = [0xC3, 0xFB, 0xB5, 0xA5, 0x2E, 0x78]
        let place = RawPath(output) / RawPath(name)
        try OutputCalls.disk.create(place, Array("mine".utf8))
        let summary = try publish(Self.next)
        #expect(text("public/index.html") == "b")
        let kept = RawPath(folder + "/.public.kept-1")
        #expect(summary.remarks == [.kept(at: kept.shown, names: [RawPath(name).shown])])
        #expect(try OutputCalls.disk.read(kept / RawPath(name), nil) == Array("mine".utf8))
        #expect(try publish(Self.next).remarks.isEmpty)
        // A second one does not take the place of the first.
        try OutputCalls.disk.create(place, [])
        #expect(try publish(Self.next).remarks == [.kept(at: folder + "/.public.kept-2", names: [RawPath(name).shown])])
    }

    @Test("a pipe at a published name is replaced without being opened, one elsewhere is kept aside")
    func pipes() throws {
        try FileManager.default.removeItem(atPath: output + "/index.html")
        #expect(mkfifo(output + "/index.html", 0o644) == 0)
        #expect(try publish(Self.next).remarks.isEmpty)
        #expect(text("public/index.html") == "b")
        try FileManager.default.removeItem(atPath: output + "/about/index.html")
        try FileManager.default.createDirectory(atPath: output + "/about/index.html", withIntermediateDirectories: true)
        #expect(mkfifo(output + "/queue", 0o644) == 0)
        let summary = try publish(Self.next)
        #expect(summary.remarks == [.kept(at: folder + "/.public.kept-1", names: ["queue"])])
        #expect(text("public/about/index.html") == "a")
    }

    @Test("what cannot be removed is told after the site was published, and holds no later build up")
    func stuck() throws {
        var calls = OutputCalls.disk
        calls.removeFile = { path throws(SystemFailure) in
            guard !path.shown.contains("2020") else { throw SystemFailure(errno: EACCES) }
            try OutputCalls.disk.removeFile(path)
        }
        let summary = try publish(Self.next, calls: calls)
        guard case .stuck(_, let names) = summary.remarks.first else {
            Issue.record("\(summary.remarks)")
            return
        }
        #expect(names == ["awards/2020/index.html"])
        #expect(text("public/index.html") == "b")
        // Still stuck: said again, and the new site stands.
        var third = Self.next
        third["index.html"] = "c"
        #expect(try publish(third, calls: calls).remarks.count == 2)
        #expect(text("public/index.html") == "c")
        #expect(try publish(third).remarks.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [".public.lock", "public"])
    }

    @Test("what this process may not remove holds nothing up")
    func notRemovable() throws {
        try put("theirs/a.txt")
        var calls = OutputCalls.disk
        calls.canRemove = { path, folder in
            !folder.shown.hasSuffix("theirs") && OutputCalls.disk.canRemove(path, folder)
        }
        let summary = try publish(Self.next, calls: calls)
        #expect(summary.remarks == [.kept(at: folder + "/.public.kept-1", names: ["theirs"])])
        #expect(text(".public.kept-1/theirs/a.txt") == "mine")
    }

    @Test("an empty folder is nothing")
    func emptyFolder() throws {
        try FileManager.default.createDirectory(atPath: output + "/drafts", withIntermediateDirectories: true)
        #expect(try publish(Self.next).remarks.isEmpty)
    }

    @Test("a file that came while the site was built is kept")
    func lateFile() throws {
        let publisher = try Publisher(output: output)
        for (path, text) in Self.next { try publisher.write(Array(text.utf8), to: OutputPath(path)) }
        try put("late.txt")
        #expect(try publisher.commit().remarks == [.kept(at: folder + "/.public.kept-1", names: ["late.txt"])])
        #expect(text(".public.kept-1/late.txt") == "mine")
    }

    @Test("an output of a version that kept no list is replaced unless it has more than the new site")
    func withoutList() throws {
        try "This folder is written by showcase.\n".write(
            toFile: output + "/.showcase-output", atomically: false, encoding: .utf8)
        try put("CNAME")
        #expect(throws: PublishingError.foreignFiles(output: output, names: ["CNAME"])) { _ = try publish(Self.next) }
        try FileManager.default.removeItem(atPath: output + "/CNAME")
        #expect(try publish(Self.next).remarks.isEmpty)
    }

    @Test("the output of another build is not written into")
    func insideOutput() throws {
        for path in ["/inner", "/awards/2020/inner"] {
            #expect(throws: PublishingError.insideOutput(output + path, of: output)) {
                _ = try Publisher(output: output + path)
            }
        }
        #expect(!FileManager.default.fileExists(atPath: output + "/inner"))
    }

    @Test("a mount point is refused before anything is written")
    func mountPoint() throws {
        var calls = OutputCalls.disk
        calls.isMountPoint = { $0.shown == output }
        #expect(throws: PublishingError.mountPoint(output)) { _ = try Publisher(output: output, calls: calls) }
        #expect(OutputCalls.disk.isMountPoint(RawPath("/proc")))
        #expect(!OutputCalls.disk.isMountPoint(RawPath(output)))
    }
}

@Suite("Pages that would go", .serialized)
struct RemovalTests {
    @Test(
        "a publication that takes more than half of the pages stops; half of them and files do not",
        arguments: [(10, 4, true), (10, 5, false), (10, 6, false), (3, 1, true), (1, 0, true), (0, 0, false)])
    func half(old: Int, kept: Int, isStopped: Bool) {
        func pages(_ count: Int) -> Set<String> { Set((0..<count).map { "p\($0)/index.html" }) }
        let removals = Removals(
            from: pages(old).union(["a.css", "b.css", "c.css"]), to: pages(kept).union(["new.css"]))
        #expect((removals.refusal(.init()) != nil) == isStopped)
        #expect(removals.refusal(.init(allowsRemovals: true)) == nil)
        #expect(removals.paths.count == old - kept + 3)
    }

    @Test("the old site stays until somebody says yes")
    func yes() throws {
        let temporary = try TemporaryFolder("publishing")
        let output = temporary.path + "/public"
        func publish(_ count: Int, _ permissions: Publisher.Permissions = .init()) throws {
            let publisher = try Publisher(output: output, permissions: permissions)
            for page in 0..<count { try publisher.write([0x61], to: OutputPath("p\(page)/index.html")) }
            _ = try publisher.commit()
        }
        try publish(10)
        #expect {
            try publish(2)
        } throws: { error in
            guard let error = error as? PublishingError else { return false }
            return error.exitCode == 1 && error.message.zh.contains("--allow-removals")
                && error.message.en.contains("8 of 10")
        }
        #expect(FileManager.default.fileExists(atPath: output + "/p9/index.html"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: temporary.path).sorted() == [".public.lock", "public"])
        try publish(2, .init(allowsRemovals: true))
        #expect(!FileManager.default.fileExists(atPath: output + "/p9/index.html"))
    }
}

@Suite("Record of an output")
struct OutputRecordTests {
    @Test("a record reads back as it was written, and knows its folders")
    func roundTrip() {
        let record = OutputRecord(paths: ["index.html", "a/b/c.html", "a/d.html", "名/单.csv"])
        #expect(OutputRecord(record.bytes) == record && !record.isTrial)
        let trial = OutputRecord(paths: ["index.html"], isTrial: true)
        #expect(OutputRecord(trial.bytes) == trial && OutputRecord(Array("one line [trial]".utf8)).isTrial)
        #expect(record.folders == ["a", "a/b", "名"])
        #expect(OutputRecord(Array("one line".utf8)).paths == nil)
    }
}
