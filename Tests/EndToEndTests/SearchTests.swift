import Foundation
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

    @Test("a small site has one file for each search, listed among its addresses")
    func files() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let routes = try Program.run(["routes", "--kinds"], in: site).out.split(separator: "\n")
        #expect(routes.filter { $0.hasPrefix("index\t") } == ["index\t/search/index.bin", "index\t/verify/index.bin"])
        #expect(routes.contains("search\t/search/"))
        #expect(try Program.run(["build"], in: site).status == 0)
        let files = try Sites.files(below: site + "/public").filter { $0.hasSuffix(".bin") }
        #expect(files == ["search/index.bin", "verify/index.bin"])
    }

    @Test("the address book of published pages does not hold the parts of the index")
    func ledger() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        #expect(try Program.run(["build", "--record"], in: site).status == 0)
        let ledger = try String(contentsOfFile: site + "/published-urls.txt", encoding: .utf8)
        #expect(ledger.contains("/search/\n"))
        #expect(!ledger.contains(".bin"))
    }
}
