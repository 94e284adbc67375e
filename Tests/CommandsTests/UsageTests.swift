import Foundation
import TestSupport
import Testing

@Suite("What cannot be done")
struct UsageTests {
    @Test(
        "wrong usage ends with 2",
        arguments: [
            ["--no-such-option"], ["build", "--jobs", "0"], ["build", "--as-of", "2020-13-01"], ["nonsense"],
            ["build", "--output", "a\nb"], ["build", "--output", "a\u{7}"],
        ])
    func usage(arguments: [String]) throws {
        let scratch = try Scratch()
        #expect(Shell.run(arguments, in: try scratch.site("small")).status == 2)
    }

    @Test("a folder without site.config ends with 2 and says so")
    func noSite() throws {
        let scratch = try Scratch()
        let output = Shell.run(["build", "--lang", "en"], in: scratch.path)
        #expect(output.status == 2)
        #expect((output.out + output.error).contains("site.config"))
    }

    @Test("an output that is not ours is not touched and ends with 73")
    func foreignOutput() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        try FileManager.default.createDirectory(atPath: site + "/public", withIntermediateDirectories: true)
        try "wichtig".write(toFile: site + "/public/letter.txt", atomically: true, encoding: .utf8)
        let output = Shell.run(["build"], in: site)
        #expect(output.status == 73, "\(output.error)")
        #expect(!FileManager.default.fileExists(atPath: site + "/.public.lock"))
        #expect(try Sites.files(below: site + "/public") == ["letter.txt"])
    }

    @Test(
        "a time that is none ends every command before it does anything", arguments: ["9223372036854775807", "1.5", ""])
    func epoch(value: String) throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        for command in [["build"], ["check"], ["export", "awards"]] {
            let output = Shell.run(command, in: site, environment: ["SOURCE_DATE_EPOCH": value])
            #expect(output.status == 2 && output.error.contains("SOURCE_DATE_EPOCH"), "\(command)")
        }
        #expect(!FileManager.default.fileExists(atPath: site + "/public"))
    }

    @Test("no output leads into the sources through a link")
    func linkedOutput() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let link = scratch.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: site + "/content")
        let before = try Sites.files(below: site + "/content")
        for output in [link + "/public", "content/public", "themes/x", ".showcase/x", "..", "/"] {
            #expect(Shell.run(["build", "--output", output], in: site).status == 73, "\(output)")
        }
        #expect(try Sites.files(below: site + "/content") == before)
    }

    @Test("a pipe in the place of a table is refused instead of waited for")
    func pipe() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        #expect(mkfifo(site + "/list.csv", 0o644) == 0)
        for command in [["import", "roster", "list.csv", "--year", "2022"], ["check", "--baseline", "list.csv"]] {
            let output = Shell.run(command + ["--lang", "en"], in: site)
            #expect(output.status == 2 && output.error.contains("no regular file"), "\(output.error)")
        }
    }

    /// What stands in the site's folder besides what belongs there.
    private func litter(in site: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: site).filter {
            $0.hasPrefix(".public") && $0 != ".public.lock"
        }
    }

    @Test("content that is not there, or called otherwise, replaces no site")
    func noContent() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        #expect(Shell.run(["build"], in: site).status == 0)
        let before = try Sites.files(below: site + "/public")
        let content = site + "/content"
        try FileManager.default.moveItem(atPath: content, toPath: site + "/Content")
        let renamed = Shell.run(["build", "--lang", "en"], in: site)
        #expect(renamed.status == 1 && renamed.out.contains("Rename the folder “Content”"), "\(renamed.out)")
        try FileManager.default.createDirectory(atPath: content, withIntermediateDirectories: true)
        #expect(Shell.run(["build"], in: site).status == 1)
        // Half of it is there again.
        try FileManager.default.copyItem(atPath: site + "/Content/about.md", toPath: content + "/about.md")
        #expect(try Sites.files(below: site + "/public") == before)
        #expect(try litter(in: site) == [])
    }

    @Test("help is there for every command in both languages")
    func help() throws {
        let scratch = try Scratch()
        for command in [
            ["new"], ["new", "site"], ["new", "edition"], ["new", "writeup"], ["new", "practice"], ["new", "notice"],
            ["new", "rule"], ["new", "form"], ["import", "roster"], ["export", "edition"], ["export", "awards"],
            ["export", "certificates"],
        ] {
            let output = Shell.run(command + ["--help"], in: scratch.path)
            #expect(output.status == 0 && output.out.contains("示例"), "\(command)")
        }
    }
}
