import Foundation
import TestSupport
import Testing

@Suite("Command line")
struct CommandLineTests {
    @Test(
        "wrong usage ends with 2",
        arguments: [["--no-such-option"], ["build", "--jobs", "0"], ["build", "--as-of", "2020-13-01"], ["nonsense"]])
    func usage(arguments: [String]) throws {
        let scratch = try Scratch()
        #expect(try Program.run(arguments, in: try scratch.site("small")).status == 2)
    }

    @Test("--version and --help answer")
    func help() throws {
        let scratch = try Scratch()
        #expect(try Program.run(["--version"], in: scratch.path).out.contains("0.1.0"))
        for command in [[], ["build"], ["check"], ["routes"]] {
            let output = try Program.run(command + ["--help"], in: scratch.path)
            #expect(output.status == 0)
            #expect(output.out.contains("showcase "))
        }
    }

    @Test(
        "a full disk behind standard output ends with 73 and a message, behind standard error with nothing",
        arguments: ["check --format json", "routes", "schema writeup", "explain"])
    func fullDisk(command: String) throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        // A finding, so that there is something to write.
        try "---\ntitle: 甲\n---\n\n[无](missing.md)\n".write(
            toFile: site + "/content/gone.md", atomically: true, encoding: .utf8)
        for (redirection, codes) in [("> /dev/full", [73]), ("2> /dev/full", [0, 1])] as [(String, [Int32])] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "\(Program.path) \(command) \(redirection)"]
            process.currentDirectoryURL = URL(fileURLWithPath: site)
            let pipe = Pipe()
            process.standardError = pipe
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            let error = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(codes.contains(process.terminationStatus), "\(command) \(redirection): \(error)")
            if codes == [73] { #expect(error.contains("标准输出") || error.contains("standard output"), "\(error)") }
        }
    }

    @Test("nothing is rewritten where standard error is no terminal")
    func noProgressLine() throws {
        let scratch = try Scratch()
        let output = try Program.run(["build"], in: try scratch.site("small"))
        #expect(!output.error.contains("\r") && !output.error.contains("\u{1B}"))
    }

    /// What the program writes on a terminal of some width.
    private func onTerminal(columns: Int, in site: String, environment: String = "") throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
        process.arguments = [
            "-qec",
            "stty cols \(columns); env -u NO_COLOR TERM=xterm \(environment) '\(Program.path)' check --quiet --lang zh; true",
            "/dev/null",
        ]
        process.currentDirectoryURL = URL(fileURLWithPath: site)
        let file = site + "/../terminal.txt"
        try Data().write(to: URL(fileURLWithPath: file))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return try String(contentsOfFile: file, encoding: .utf8).replacing("\r\n", with: "\n")
    }

    @Test(
        "colours on a terminal only, never with NO_COLOR; excerpts fit a narrow terminal, Han characters counted twice")
    func terminal() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let about = site + "/content/about.md"
        let sentence = "班组每天开工前核对压实记录，发现偏差当场复测，并把结果写在看板上，"
        try "---\ntitle: 关于\n---\n\n\(sentence)\(sentence)见[办法](rules/measure.md)。\(sentence)\n"
            .write(toFile: about, atomically: true, encoding: .utf8)
        #expect(try onTerminal(columns: 60, in: site).contains("\u{1B}[1;31m"))
        let plain = try onTerminal(columns: 60, in: site, environment: "NO_COLOR=1")
        // The line that tells how far a slow check has come is taken away by a code as well.
        #expect(!plain.contains(/\u{1B}\[[0-9;]*m/))
        #expect(!(try Program.run(["check", "--quiet"], in: site).out.contains("\u{1B}")))
        let excerpts = plain.split(separator: "\n").filter { $0.contains(" | ") }
        #expect(!excerpts.isEmpty)
        for line in excerpts {
            let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
            #expect(columns <= 60, "\(line)")
        }
        // The mark stands under the destination.
        let lines = plain.split(separator: "\n").map(String.init)
        let text = try #require(lines.first { $0.contains("rules/measure.md") && $0.contains(" | ") })
        let mark = try #require(lines.first { $0.contains("^^^^") })
        let before = text[..<(text.firstRange(of: "rules/measure.md")?.lowerBound ?? text.startIndex)]
        let width = before.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
        #expect(mark.prefix { $0 != "^" }.count == width)
    }
}

@Suite("Where the program stands")
struct ProgramPlaceTests {
    private static let themes = Sites.repository + "/themes"

    @Test("themes are found beside a program and below its prefix, and the places without any are listed")
    func themesOfTheProgram() throws {
        let scratch = try Scratch()
        let files = FileManager.default
        func program(in folder: String) throws -> String {
            let path = scratch.path + "/" + folder
            try files.createDirectory(atPath: path, withIntermediateDirectories: true)
            try files.copyItem(atPath: Program.path, toPath: path + "/showcase")
            return path + "/showcase"
        }
        let alone = try program(in: "alone/bin")
        let refused = try Program.run(["new", "site", "a"], of: alone, in: scratch.path)
        #expect(refused.status == 2 && !files.fileExists(atPath: scratch.path + "/a"))
        for place in ["bin/themes", "bin/share/showcase/themes", "themes", "share/showcase/themes"] {
            #expect(refused.error.contains("\(scratch.path)/alone/\(place)\n"), "\(refused.error)")
        }
        let installed = try program(in: "usr/bin")
        try files.createDirectory(atPath: scratch.path + "/usr/share/showcase", withIntermediateDirectories: true)
        try files.copyItem(atPath: Self.themes, toPath: scratch.path + "/usr/share/showcase/themes")
        #expect(try Program.run(["new", "site", "b"], of: installed, in: scratch.path).status == 0)
        #expect(files.fileExists(atPath: scratch.path + "/b/themes/default/theme.yaml"))
        try files.copyItem(atPath: Self.themes, toPath: scratch.path + "/alone/bin/themes")
        #expect(try Program.run(["new", "site", "c"], of: alone, in: scratch.path).status == 0)
    }
}
