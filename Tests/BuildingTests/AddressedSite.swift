import Building
import Content
import Diagnostics
import Foundation
import TestSupport
import Testing

/// The site `small` with some files written over, built into a folder of its own.
final class AddressedSite {
    private let temporary: TemporaryFolder
    var folder: String { temporary.path + "/site" }

    init(_ files: [String: String] = [:]) throws {
        temporary = try TemporaryFolder("addresses")
        try FileManager.default.copyItem(atPath: Repository.root + "/Tests/Sites/small", toPath: folder)
        try replace("<script>alert(1)</script>", with: "", in: "content/awards/2020/js-002/index.md")
        for (path, text) in files { try write(text, to: path) }
    }

    func write(_ text: String, to path: String) throws {
        let target = folder + "/" + path
        try FileManager.default.createDirectory(
            atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: target))
    }

    func replace(_ text: String, with other: String, in path: String) throws {
        let old = try read(path)
        try #require(old.contains(text))
        try write(old.replacing(text, with: other), to: path)
    }

    func read(_ path: String) throws -> String { try String(contentsOfFile: folder + "/" + path, encoding: .utf8) }

    /// The bytes of a published file; `nil` where there is none.
    func published(_ path: String) -> Data? { FileManager.default.contents(atPath: folder + "/public/" + path) }

    func options(isDryRun: Bool) throws -> BuildOptions {
        let today = try #require(CalendarDate(iso: "2020-12-01"))
        return BuildOptions(source: folder, output: folder + "/public", today: today, jobs: 2, isDryRun: isDryRun)
    }

    func build() throws -> Build.Outcome { try Build.run(try options(isDryRun: false)) }

    func check() throws -> DiagnosticReport { try Build.run(try options(isDryRun: true)).report }

    /// Writes what `check --fix` would write; returns what it counts.
    func fix() throws -> SafeFixes.Outcome {
        let outcome = try SafeFixes.outcome(of: try check(), source: folder) { files in
            var options = try options(isDryRun: true)
            options.overlay = files
            return try Build.run(options).report
        }
        for file in outcome.files { try Data(file.bytes).write(to: URL(fileURLWithPath: folder + "/" + file.path)) }
        return outcome
    }

    /// `path rule "what is marked" → "what is proposed"` of the findings of a file.
    static func lines(_ report: DiagnosticReport, of path: String) -> [String] {
        report.entries.map(\.diagnostic).filter { $0.range?.file.path == path }.map { finding in
            let marked = finding.range.map { String(decoding: $0.file.bytes[$0.bytes], as: UTF8.self) } ?? ""
            return "\(finding.rule.name) “\(marked)”" + (finding.replacement.map { " → “\($0)”" } ?? "")
        }
    }
}
