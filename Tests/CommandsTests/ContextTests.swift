import Commands
import Foundation
import TestSupport
import Testing

@Suite("What is around a command")
struct ContextTests {
    @Test(
        "where standard output takes no more, the command ends with 73 and says so",
        arguments: ["check --format json", "routes", "schema writeup", "explain", "--help"])
    func fullDisk(command: String) throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/dangling-link")
        let arguments = command.split(separator: " ").map(String.init)
        let output = Shell(folder: site, room: 10).run(arguments)
        #expect(output.status == 73 && output.out.isEmpty)
        if command != "--help" { #expect(output.error.hasPrefix("showcase: 写不到标准输出："), "\(output.error)") }
    }

    @Test(
        "a build that is broken off says so, ends as its signal does, and leaves nothing",
        arguments: [2, 15] as [Int32])
    func interruption(signal: Int32) throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let before = try Sites.files(below: site)
        let output = Shell(folder: site, signal: signal).run(["build", "--lang", "en"])
        #expect(output.status == 128 + signal && output.out.isEmpty)
        #expect(
            output.error == """

                showcase: Stopping… Ctrl-C again ends the program at once; the next build removes the temporary files.
                showcase: Stopped: nothing was published, the old site stands as it was, and temporary files are removed.

                """)
        #expect(try Sites.files(below: site).filter { !$0.hasSuffix(".lock") } == before)
        // A check leaves nothing that would have to be removed, and is ended by the system.
        #expect(Shell(folder: site, signal: signal).run(["check"]).status == 0)
    }

    @Test("findings are coloured on a terminal that takes colours, and as wide as it is")
    func terminal() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/dangling-link")
        func out(_ terminal: Terminal?, _ format: String = "text") -> String {
            Shell(folder: site, terminal: terminal).run(["check", "--quiet", "--format", format]).out
        }
        #expect(out(Terminal(columns: 80, takesColors: true)).contains("\u{1B}[1;31m"))
        #expect(!out(Terminal(columns: 80, takesColors: true), "plain").contains("\u{1B}"))
        #expect(out(Terminal(columns: 80, takesColors: false)) == out(nil))
        let narrow = out(Terminal(columns: 40, takesColors: false))
        #expect(narrow != out(nil))
        for line in narrow.split(separator: "\n") where line.contains(" | ") {
            #expect(line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) } <= 40, "\(line)")
        }
    }

    @Test("paths begin at the folder that the command is called in, also those that messages name")
    func paths() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        #expect(Shell.run(["check", "--source", "site", "--quiet"], in: scratch.path).status == 0)
        #expect(Shell.run(["check", "--source", site], in: "/").status == 0)
        let exported = Shell.run(
            ["export", "awards", "--source", "site", "-o", "lists/a.csv"], in: scratch.path)
        #expect(exported.status == 0 && FileManager.default.fileExists(atPath: scratch.path + "/lists/a.csv"))
        let absent = Shell.run(["import", "roster", "gone.csv", "--year", "2022"], in: site)
        #expect(absent.status == 2 && absent.error == "showcase: gone.csv：没有这个文件。\n")
        let baseline = Shell.run(["check", "--baseline", "gone.txt"], in: site)
        #expect(baseline.status == 2 && baseline.error.contains("There is no baseline “gone.txt”;"))
    }

    @Test("the day is that of the clock where no variable names one, in China")
    func day() throws {
        let scratch = try Scratch()
        let streams = CommandStreams(output: { _ throws(CommandStreams.Failure) in }, error: { _ in })
        let site = try scratch.site("small")
        // 2031-12-31 23:30 in London is the first of January in China.
        let context = CommandContext(
            folder: site, variables: [:], now: { Date(timeIntervalSince1970: 1_956_526_200) }, processorCount: 2,
            streams: streams)
        try NewContent(.document(.notice, name: "at-midnight", title: nil), site: SiteChoice(folder: ".")).run(
            in: context)
        let notice = try String(contentsOfFile: site + "/content/notices/at-midnight.md", encoding: .utf8)
        #expect(notice.contains("2032-01-01"), "\(notice)")
    }
}
