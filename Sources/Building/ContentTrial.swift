import Content
import Diagnostics
import SiteModel

/// What the checks of the content would say if some files were written, before they are.
package enum ContentTrial {
    /// The findings in a roster as it would be, and errors in other rosters that come from it, such as an enterprise
    /// whose address another one has already. Drafts count, as they are to be public one day. What a roster refers to and
    /// is not there yet, such as an association that its list lacks, is added elsewhere and does not count.
    ///
    /// - Parameters:
    ///   - path: of the roster.
    ///   - files: what would be written, the roster among it.
    /// - Throws: when the source cannot be listed.
    package static func findings(
        inRoster path: String, writing files: [String: [UInt8]], reader: SourceReader, day: CalendarDate, jobs: Int
    ) throws -> [Diagnostic] {
        let after = try rosterFindings(reader.overlaid(with: files), day: day, jobs: jobs)
        let own = after.filter { $0.range?.file.path == path }
        let others = after.filter { $0.range?.file.path != path && $0.severity == .error }
        guard !others.isEmpty else { return own }
        let known = Set(try rosterFindings(reader, day: day, jobs: jobs).map(Told.init))
        return own + others.filter { !known.contains(Told($0)) }
    }

    /// What a finding says, wherever its line has moved.
    private struct Told: Hashable {
        let rule: String
        let path: String?
        let message: LocalizedText

        init(_ finding: Diagnostic) {
            rule = finding.rule.name
            path = finding.range?.file.path
            message = finding.message
        }
    }

    private static func rosterFindings(
        _ reader: SourceReader, day: CalendarDate, jobs: Int
    ) throws -> [Diagnostic] {
        let loaded = try SiteLoader.load(reader, jobs: jobs)
        guard let content = loaded.content else { return [] }
        let (site, relations) = SiteAssembler.assemble(content, options: .init(day: day, includesDrafts: true))
        return SiteChecks.judged(loaded.diagnostics + relations, content: content, site: site).filter { finding in
            finding.rule != .danglingReference && finding.range?.file.path.hasSuffix("/roster.csv") ?? false
        }
    }
}
