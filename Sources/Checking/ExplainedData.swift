import Diagnostics

/// What findings about the content tell of already, so that the finished pages do not tell it again.
package struct ExplainedData: Sendable {
    package let links: ExplainedLinks
    /// Data about persons, which stand on every page that shows their source.
    private let values: Set<String>
    /// Rules that were broken, by the address of the page.
    private let broken: Set<String>
    /// Whether a roster lists a team twice, which makes two pages of one title.
    let holdsTeamsTwice: Bool

    /// - Parameters:
    ///   - findings: those about the content, exempt ones as well.
    ///   - urlBySource: the page of each file.
    package init(links: ExplainedLinks, findings: [Diagnostic], urlBySource: [String: String]) {
        self.links = links
        let personal = findings.filter { $0.rule.group == "privacy" }.compactMap(\.range).filter { !$0.bytes.isEmpty }
        values = Set(personal.map { Self.key(String(decoding: $0.file.bytes[$0.bytes], as: UTF8.self)) })
        holdsTeamsTwice = findings.contains { $0.rule == .rosterDuplicateTeam }
        broken = Set(
            findings.compactMap { finding in
                guard let path = finding.range?.file.path, let url = urlBySource[path] else { return nil }
                return finding.rule.name + " " + url
            })
    }

    func holds(_ value: String) -> Bool { values.contains(value) }

    func isBroken(_ rule: Rule, on url: String) -> Bool { broken.contains(rule.name + " " + url) }

    /// What is the same in a text however it is divided and marked up.
    static func key(_ value: String) -> String { value.filter { $0.isLetter || $0.isNumber || $0 == "@" } }
}
