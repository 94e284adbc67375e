import Addresses
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Every call of the system may fail, at every step: a site stands whole all the same, and the next build works.
@Suite("Publishing on a disk that fails", .serialized)
struct FailingDiskTests {
    private let temporary: TemporaryFolder
    private var output: String { temporary.path + "/sites/public" }

    init() throws { temporary = try TemporaryFolder("publishing") }

    private static let old = ["index.html": "old", "a/index.html": "same", "b/c/index.html": "old", "d.txt": "old"]
    private static let new = ["index.html": "new", "a/index.html": "same", "b/c/index.html": "new", "e/f.txt": "new"]

    private func publish(_ files: [String: String], on disk: FailingDisk) throws -> Publisher.Summary {
        let publisher = try Publisher(output: output, calls: disk.calls)
        for (path, text) in files.sorted(by: { $0.key < $1.key }) {
            try publisher.write(Array(text.utf8), to: OutputPath(path))
        }
        return try publisher.commit()
    }

    /// The files of the site that stands, without its record; `nil` when there is none.
    private var site: [String: String]? {
        guard FileManager.default.fileExists(atPath: output) else { return nil }
        var files: [String: String] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: output) ?? .init() {
            guard path != ".showcase-output" else { continue }
            if let text = try? String(contentsOfFile: output + "/" + path, encoding: .utf8) { files[path] = text }
        }
        return files
    }

    private func begin(withOld: Bool) throws {
        try? FileManager.default.removeItem(atPath: temporary.path + "/sites")
        if withOld { _ = try publish(Self.old, on: FailingDisk()) }
    }

    @Test(
        "whichever call fails, the old site or the new one stands whole, and the next build works",
        arguments: [
            (ENOSPC, true, false), (ENOSPC, true, true), (ENOSPC, false, false), (EACCES, true, false),
            (EPERM, true, false), (EXDEV, true, true),
        ])
    func everyCall(reason: Int32, withOld: Bool, cannotExchange: Bool) throws {
        try begin(withOld: withOld)
        let disk = FailingDisk(cannotExchange: cannotExchange)
        _ = try publish(Self.new, on: disk)
        #expect(site == Self.new)
        for staysDown in [false, true] {
            for call in 1...disk.callCount {
                try begin(withOld: withOld)
                let failing = FailingDisk(
                    failing: call, with: reason, staysDown: staysDown, cannotExchange: cannotExchange)
                var isPublished = true
                do {
                    _ = try publish(Self.new, on: failing)
                } catch let error as PublishingError {
                    isPublished = false
                    #expect(error.exitCode == 73)
                    // Where not even the step back was possible, the old site is put back by the next build.
                    if case .oldSiteAside = error {
                        #expect(site == nil)
                    } else {
                        #expect(site == (withOld ? Self.old : nil), "call \(call)")
                    }
                }
                if isPublished { #expect(site == Self.new, "call \(call)") }
                _ = try publish(Self.new, on: FailingDisk())
                #expect(site == Self.new, "call \(call)")
                let names = try FileManager.default.contentsOfDirectory(atPath: temporary.path + "/sites").sorted()
                #expect(names == [".public.lock", "public"], "call \(call)")
            }
        }
    }

    @Test("a build that is killed between two renames leaves a site that the next build puts back first")
    func killedBetweenRenames() throws {
        try begin(withOld: true)
        let parent = temporary.path + "/sites"
        try FileManager.default.moveItem(atPath: output, toPath: parent + "/.public.aside")
        let publisher = try Publisher(output: output)
        #expect(site == Self.old)
        publisher.abort()
        #expect(site == Self.old)
        // Killed after the second one: the new site stands, the old one is litter.
        try FileManager.default.copyItem(atPath: output, toPath: parent + "/.public.aside")
        let summary = try publish(Self.new, on: FailingDisk())
        #expect(site == Self.new)
        #expect(summary.remarks == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent).sorted() == [".public.lock", "public"])
        // Killed, and somebody made an empty folder for the web server meanwhile.
        try FileManager.default.moveItem(atPath: output, toPath: parent + "/.public.aside")
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: false)
        #expect(try publish(Self.old, on: FailingDisk()).remarks == [.repaired(output)])
    }
}
