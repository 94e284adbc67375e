import Foundation
import TestSupport
import Testing

/// What happens to disks, folders and people while a site is published.
@Suite("Accidents", .serialized)
struct AccidentTests {
    /// A command line of the shell, run where a site is.
    private func shell(_ script: String, in site: String) throws -> Program.Output {
        try Program.run(["-c", script], of: "/bin/sh", in: site, environment: ["SHOWCASE": Program.path])
    }

    /// What stands in the site's folder besides what belongs there.
    private func litter(in site: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: site).filter {
            $0.hasPrefix(".public") && $0 != ".public.lock"
        }
    }

    @Test("a limit on the size of files, and a folder for temporary files that takes none, are told as what they are")
    func limits() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        #expect(try Program.run(["build"], in: site).status == 0)
        let limited = try shell("ulimit -f 8; exec \"$SHOWCASE\" build --lang en", in: site)
        #expect(limited.status == 73, "\(limited.status) \(limited.error)")
        #expect(try litter(in: site) == [])
        // A build needs no other folder than that of its output.
        let elsewhere = try shell("TMPDIR=/nowhere exec \"$SHOWCASE\" build --lang en", in: site)
        #expect(elsewhere.status == 0, "\(elsewhere.error)")
        let checked = try shell("TMPDIR=/nowhere exec \"$SHOWCASE\" check --lang en", in: site)
        // No workbook is made for a check.
        #expect(checked.status == 0, "\(checked.error)")
        let exported = try shell("TMPDIR=/nowhere exec \"$SHOWCASE\" export awards --format xlsx -o a.xlsx", in: site)
        #expect(exported.status == 73 && exported.error.contains("/nowhere"), "\(exported.error)")
    }

    @Test(
        "a disk that is full while a table is written is told in this program's words alone",
        arguments: ["1", "4", "8"])
    func fullDisk(blocks: String) throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let folder = scratch.path + "/temporary"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let result = try shell(
            "ulimit -f \(blocks); TMPDIR=\(folder) exec \"$SHOWCASE\" export awards --format xlsx -o a.xlsx --lang en",
            in: site)
        #expect(result.status == 73, "\(result.status) \(result.error)")
        #expect(result.error.contains(folder) && !result.error.contains("[ERROR]"), "\(result.error)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    }

    @Test("a build that is broken off leaves the old site, and nothing else")
    func interruption() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        #expect(try Program.run(["build"], in: site).status == 0)
        let before = try Sites.files(below: site + "/public")
        // The signal comes while the build is at work, as soon as its folder is there.
        let script = """
            "$SHOWCASE" build --lang en & build=$!
            while kill -0 $build 2>/dev/null && ! ls -d .public.new-* >/dev/null 2>&1; do :; done
            kill -TERM $build; wait $build
            """
        let output = try shell(script, in: site)
        #expect([143, 0].contains(output.status), "\(output.status) \(output.error)")
        if output.status == 143 { #expect(output.error.contains("the old site stands as it was"), "\(output.error)") }
        #expect(try Sites.files(below: site + "/public") == before)
        #expect(try litter(in: site) == [])
    }
}
