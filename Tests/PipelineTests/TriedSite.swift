import Content
import Diagnostics
import Foundation
import Pipeline
import Testing
import Values

/// A site whose files are in memory. It is made once, and tests ask what a check says when some of its files are others.
struct TriedSite: Sendable {
    let files: [String: [UInt8]]
    let options: BuildOptions
    private let trial: Trial

    /// `Tests/Sites/small`.
    static let small = Result { try TriedSite(Repository.root + "/Tests/Sites/small", today: "2020-12-01") }
    /// The same with Chinese names of fields and columns.
    static let smallInChinese = Result {
        try TriedSite(Repository.root + "/Tests/Sites/small", today: "2020-12-01") { path, bytes in
            guard ["md", "csv", "yaml", "config"].contains((path as NSString).pathExtension) else { return bytes }
            return Array(KeyTranslation.file(String(decoding: bytes, as: UTF8.self), at: path).utf8)
        }
    }
    /// The site of this repository.
    static let sample = Result { try TriedSite(Repository.root, today: "2021-11-18") }

    private init(
        _ folder: String, today: String, rewriting: (_ path: String, _ bytes: [UInt8]) throws -> [UInt8] = { $1 }
    ) throws {
        let disk = Workspace.disk(root: folder)
        var files: [String: [UInt8]] = [:]
        for path in try ["content", "themes", "static"].flatMap(disk.list).map(\.path) + ["site.config"] {
            files[path] = try disk.read(path, .max).map { try rewriting(path, $0) }
        }
        self.files = files
        options = BuildOptions(
            workspace: .memory(files), today: try #require(CalendarDate(iso: today)), jobs: 1)
        trial = try Trial(options)
    }

    /// What a check says after some changes.
    func report(_ changes: [String: FileChange]) throws -> DiagnosticReport {
        DiagnosticReport.of(try trial.outcome(of: changes).findings)
    }

    func text(_ path: String) throws -> String { String(decoding: try #require(files[path]), as: UTF8.self) }
}

extension FileChange {
    static func text(_ text: String) -> FileChange { .written(Array(text.utf8)) }
}

extension DiagnosticReport {
    /// `file:line rule` of every finding.
    var lines: [String] {
        entries.map { entry in
            "\(entry.diagnostic.range?.file.path ?? "-"):\(entry.start?.line ?? 0) \(entry.diagnostic.rule.name)"
        }
    }
}

/// Rules stand in the names of test cases.
extension Rule: CustomTestStringConvertible {
    package var testDescription: String { name }
}
