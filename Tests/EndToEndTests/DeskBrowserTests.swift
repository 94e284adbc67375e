import Foundation
import TestSupport
import Testing

@Suite("The desk in a browser")
struct DeskBrowserTests {
    @Test(
        "with mouse and keys alone an editor begins a site, writes, mends, edits the list and takes back; every screen is clean"
    )
    func browser() throws {
        let scratch = try Scratch()
        try run("browser/desk.py", [scratch.path + "/new", Sites.repository])
    }

    @Test("two pages, an editing program and imports write at once, and nothing that was written is lost")
    func writers() throws {
        let scratch = try Scratch()
        try run("writers.py", [scratch.site("small"), "10"])
    }

    private func run(_ script: String, _ arguments: [String]) throws {
        let python = Sites.repository + "/.build-tools/python/bin/python"
        try #require(FileManager.default.isExecutableFile(atPath: python), "run script/bootstrap --test first")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = [Sites.repository + "/Tests/" + script, Program.path] + arguments
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
