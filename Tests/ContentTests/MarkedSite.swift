import Content
import Diagnostics
import Rules
import TestSupport

/// A site in memory, one of whose files may mark the place of a finding with `⟦…⟧`.
struct MarkedSite {
    private let files: [String: [UInt8]]
    /// `path:line:column` of the mark; `nil` when no file has one.
    let place: String?

    static let configuration =
        "title: 站\nbase_url: https://example.org/\norganisation: {name: 协会}\nsample: true\n"
    static let edition =
        "---\ntitle: 2020年度\nyear: 2020\nstatus: final\npublished: 2020-11-30\ndeadline: 2020-07-31\n---\n"
    static let roster = "id,team,enterprise,province,mode\nzj-001,甲班,乙公司,浙江,self\n"

    /// A small site with these files added or put in the place of its own.
    init(_ changes: [String: String]) {
        var texts = [
            "site.config": Self.configuration, "content/awards/2020/index.md": Self.edition,
            "content/awards/2020/roster.csv": Self.roster,
        ]
        texts.merge(changes) { $1 }
        var place: String?
        files = Dictionary(
            uniqueKeysWithValues: texts.map { path, text in
                let marked = MarkedText(text)
                if text.contains("⟦") { place = "\(path):\(marked.line):\(marked.column)" }
                return (path, Array(marked.text.utf8))
            })
        self.place = place
    }

    func load(jobs: Int = 1) throws -> SiteLoader.Result { try SiteLoader.load(.memory(files), jobs: jobs) }

    /// The findings, without those about the length and the parts of the short write-ups of tests.
    func diagnostics() throws -> [Diagnostic] {
        try load().diagnostics.filter { ![.writeUpLength, .writeUpParts].contains($0.rule) }
    }

    /// Every finding as `path:line:column rule`.
    func findings() throws -> [String] { try diagnostics().map(Self.text) }

    static func text(_ finding: Diagnostic) -> String {
        let place = finding.range.map { "\($0.file.path):\($0.start.line):\($0.start.column)" } ?? "-"
        return "\(place) \(finding.rule.name)"
    }
}
