import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("Content that is saved while a command works")
struct SavedMeanwhileTests {
    /// Runs the program up to where it waits to write, does something, and lets it go on.
    private func run(_ arguments: [String], in site: String, beforeItWrites change: () throws -> Void) throws
        -> Shell.Output?
    {
        let path = site + "/.showcase/content.lock"
        try FileManager.default.createDirectory(atPath: site + "/.showcase", withIntermediateDirectories: true)
        let lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
        var status = stat()
        fstat(lock, &status)
        let output = Mutex<Shell.Output?>(nil)
        let end = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            let run = Shell.run(arguments, in: site)
            output.withLock { $0 = run }
            end.signal()
        }
        // Who waits for a lock has an arrow in the kernel's list (proc_locks(5)).
        func isWaiting() -> Bool {
            let locks = (try? String(contentsOfFile: "/proc/locks", encoding: .utf8)) ?? ""
            return locks.split(separator: "\n").contains {
                $0.contains("-> FLOCK") && $0.contains(":\(status.st_ino) ")
            }
        }
        while !isWaiting(), output.withLock({ $0 == nil }) { Thread.sleep(forTimeInterval: 0.01) }
        try change()
        close(lock)
        end.wait()
        return output.withLock { $0 }
    }

    @Test(
        "a roster that is saved while an import works is not written over, and both versions stay",
        arguments: ["zh", "en"])
    func savedMeanwhile(language: String) throws {
        let scratch = try Scratch()
        let site = try scratch.newSite()
        let roster = site + "/content/awards/2019/roster.csv"
        let table = scratch.path + "/table.csv"
        try "班组名称,企业名称,省份\n新班组,浙江新公司,浙江\n".write(toFile: table, atomically: true, encoding: .utf8)
        let arguments = [
            "import", "roster", table, "--year", "2019", "--lang", language, "--accept", "new-teams",
        ]
        let saved = try contents(roster) + "zj-009,后来的班组,浙江后来公司,浙江,自荐,,质量信得过班组,5,有效,,,,,\r\n"
        let output = try #require(
            try run(arguments, in: site) { try Data(saved.utf8).write(to: URL(fileURLWithPath: roster)) })
        let kept = "imports/not-written/awards/2019/roster.csv"
        #expect(output.status == 73 && output.error.contains("content/awards/2019/roster.csv"), "\(output.error)")
        #expect(output.error.contains(kept), "\(output.error)")
        #expect(try contents(roster) == saved)
        #expect(try contents(site + "/" + kept).contains("新班组") && !contents(site + "/" + kept).contains("后来的班组"))
        // Once more both are in it.
        #expect(Shell.run(arguments, in: site).status == 0)
        #expect(try contents(roster).contains("新班组") && contents(roster).contains("后来的班组"))
    }

    @Test("a page that is saved while check --fix works is not written over")
    func savedWhileMending() throws {
        let scratch = try Scratch()
        let site = try scratch.newSite()
        let page = site + "/content/about.md"
        let broken = try contents(page) + "\n见[办法](rules/Measures.md)。\n"
        try broken.write(toFile: page, atomically: true, encoding: .utf8)
        let saved = broken + "后来写的。\n"
        let output = try #require(
            try run(["check", "--fix"], in: site) { try Data(saved.utf8).write(to: URL(fileURLWithPath: page)) })
        #expect(output.status == 73, "\(output.error)")
        #expect(try contents(page) == saved)
        #expect(try contents(site + "/imports/not-written/about.md").contains("rules/measures.md"))
        #expect(Shell.run(["check", "--fix"], in: site).status == 0)
        #expect(try contents(page) == saved.replacing("Measures", with: "measures"))
    }
}
