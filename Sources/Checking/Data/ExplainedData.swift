import Addresses
import Diagnostics
import Rules
import Values

/// What findings about the content tell of already, so that the finished pages do not tell it again.
package struct ExplainedData: Sendable {
    package let links: ExplainedLinks
    /// Data about persons, which stand on every page that shows their source.
    private let values: Set<String>
    /// Rules that were broken, by the address of the page.
    private let broken: Set<String>
    /// Addresses of pages that links with a mistake were meant to lead to: they are not without a way in.
    private let meant: Set<String>
    /// Files that have a finding of their own, or that a reference with a mistake was meant to name: what becomes of them is
    /// open.
    private let doubtfulFiles: Set<String>
    /// Whether a roster lists a team twice, which makes two pages of one title.
    let holdsTeamsTwice: Bool

    /// - Parameters:
    ///   - findings: those about the content, exempt ones as well.
    ///   - urlBySource: the page of each file.
    package init(links: ExplainedLinks, findings: [Diagnostic], urlBySource: [String: String]) {
        self.links = links
        let personal = findings.filter { $0.rule.group == "privacy" }.compactMap(\.range).filter { !$0.bytes.isEmpty }
        values = Set(personal.map { Self.key(String(decoding: $0.file.bytes[$0.bytes], as: UTF8.self)) })
        meant = Set(findings.compactMap { Self.meantPage(of: $0, urlBySource) })
        doubtfulFiles = Set(
            findings.filter { ["file", "privacy"].contains($0.rule.group) }.flatMap { finding in
                (finding.range.map { [$0] } ?? []) + finding.related.map(\.range)
            }.map(\.file.path) + findings.compactMap(Self.meantFile))
        holdsTeamsTwice = findings.contains { $0.rule == .rosterDuplicateTeam }
        broken = Set(
            findings.compactMap { finding in
                guard let path = finding.range?.file.path, let url = urlBySource[path] else { return nil }
                return finding.rule.name + " " + url
            })
    }

    /// The file that the proposal of a finding about a reference names.
    private static func meantFile(of finding: Diagnostic) -> String? {
        guard [.fileMissing, .fileCase, .brokenLink, .failedLink].contains(finding.rule),
            let proposal = finding.replacement, let file = finding.range?.file.path, let path = SitePath(file)
        else { return nil }
        let destination = proposal.firstRange(of: "](").map { proposal[$0.upperBound...].dropLast() } ?? proposal[...]
        let written = destination.trimmingPrefix { "<\"'".contains($0) }.prefix { !">\"'".contains($0) }
        return path.resolving(String(written))?.text ?? path.resolving(URLReference(written).path)?.text
    }

    /// The page that the proposal of a finding about a link leads to.
    private static func meantPage(of finding: Diagnostic, _ urlBySource: [String: String]) -> String? {
        guard [.brokenLink, .fileCase, .failedLink].contains(finding.rule), let proposal = finding.replacement,
            let file = finding.range?.file.path, let path = SitePath(file)
        else { return nil }
        let destination = proposal.firstRange(of: "](").map { proposal[$0.upperBound...].dropLast() } ?? proposal[...]
        let written = URLReference(destination.drop { $0 == "<" }.prefix { $0 != ">" }).path
        if written.hasPrefix("/") { return written }
        return path.resolving(written).flatMap { urlBySource[$0.text] }
    }

    func isMeant(_ url: String) -> Bool { meant.contains(url) }

    func isDoubtful(file path: String) -> Bool { doubtfulFiles.contains(path) }

    func holds(_ value: String) -> Bool { values.contains(value) }

    func isBroken(_ rule: Rule, on url: String) -> Bool { broken.contains(rule.name + " " + url) }

    /// What is the same in a text however it is divided and marked up.
    static func key(_ value: String) -> String { value.filter { $0.isLetter || $0.isNumber || $0 == "@" } }
}
