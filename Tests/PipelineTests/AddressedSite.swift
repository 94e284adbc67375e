import Content
import Diagnostics
import Foundation
import Pipeline
import Publishing
import Testing

/// The site `small` with some files written over, in memory.
final class AddressedSite {
    private let base: TriedSite
    private var changes: [String: FileChange] = [:]
    private let output = PublishedFiles()

    init(_ files: [String: String] = [:]) throws {
        base = try TriedSite.small.get()
        try replace("<script>alert(1)</script>", with: "", in: "content/awards/2020/js-002/index.md")
        for (path, text) in files { write(text, to: path) }
    }

    func write(_ text: String, to path: String) { changes[path] = .text(text) }

    func write(_ bytes: [UInt8], to path: String) { changes[path] = .written(bytes) }

    func replace(_ text: String, with other: String, in path: String) throws {
        let old = try read(path)
        try #require(old.contains(text))
        write(old.replacing(text, with: other), to: path)
    }

    func copy(_ path: String, to other: String) throws { changes[other] = .written(try bytes(path)) }

    func move(_ path: String, to other: String) throws {
        try copy(path, to: other)
        changes[path] = .removed
    }

    func read(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    private func bytes(_ path: String) throws -> [UInt8] { try #require(workspace.read(path, .max)) }

    /// The site's files.
    var workspace: Workspace { base.options.workspace.changed(by: changes) }

    /// The files that were published last.
    var published: [String: [UInt8]] { output.files }

    /// The bytes of a published file; `nil` where there is none.
    func published(_ path: String) -> Data? { output.files[path].map { Data($0) } }

    /// Of a check.
    var options: BuildOptions {
        var options = base.options
        options.workspace = workspace
        return options
    }

    func build() throws -> Build.Outcome {
        var options = options
        options.jobs = 2
        let output = output
        options.output = { try Output.memory(output, permissions: $0) }
        return try Build.run(options)
    }

    func check() throws -> DiagnosticReport { try base.report(changes) }

    /// Writes what `check --fix` would write; returns what it counts.
    func fix() throws -> SafeFixes.Outcome {
        let outcome = try SafeFixes.outcome(of: try check(), in: workspace) { files in
            try base.report(changes.merging(files.mapValues { .written($0) }) { $1 })
        }
        for file in outcome.files { changes[file.path] = .written(file.bytes) }
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
