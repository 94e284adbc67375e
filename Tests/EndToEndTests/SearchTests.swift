import Foundation
import TestSupport
import Testing

@Suite("Search")
struct SearchTests {
    private func run(_ arguments: [String]) throws -> Int32 {
        let python = Sites.repository + "/.build-tools/python/bin/python"
        try #require(FileManager.default.isExecutableFile(atPath: python), "run script/bootstrap --test first")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test("a browser finds what is on the pages of a small and of a large site, under a strict policy")
    func browser() throws {
        let scratch = try Scratch()
        let generated = scratch.path + "/generated"
        #expect(try run([Sites.repository + "/Benchmarks/generate.py", "80", generated]) == 0)
        #expect(
            try run([
                Sites.repository + "/Tests/browser/search.py", Program.path, Sites.repository,
                generated + "/showcase", scratch.path,
            ]) == 0)
    }

    @Test("every page leads to the search, suggests names, and shows what a search found on it")
    func ways() throws {
        let scratch = try Scratch()
        #expect(
            try run([Sites.repository + "/Tests/browser/ways.py", Program.path, Sites.repository, scratch.path]) == 0)
    }

    @Test("whoever looks a title up reads what its record says, and never that there is none, or one that is not")
    func titles() throws {
        let scratch = try Scratch()
        #expect(
            try run([Sites.repository + "/Tests/browser/titles.py", Program.path, Sites.repository, scratch.path]) == 0)
    }
}
