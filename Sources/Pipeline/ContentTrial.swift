import Content
import Diagnostics
import Rules

/// What the checks of the content would say if some files were written, before they are.
package enum ContentTrial {
    /// The findings in a roster as it would be, and errors in other rosters that come from it, such as an enterprise
    /// whose address another one has already. Drafts count, as they are to be public one day. Recommenders that the list of
    /// associations lacks do not count: an import has asked about each of them.
    ///
    /// - Parameters:
    ///   - path: of the roster.
    ///   - files: what would be written, the roster among it.
    /// - Throws: when the source cannot be listed.
    package static func findings(
        inRoster path: String, writing files: [String: [UInt8]], _ options: BuildOptions
    ) throws -> [Diagnostic] {
        var store = ContentStore(options.workspace, jobs: options.jobs)
        try store.readAll()
        let after = rosterFindings(try store.changed(by: files.mapValues { .written($0) }), options)
        let own = after.filter { $0.range?.file.path == path }
        let others = after.filter { $0.range?.file.path != path && $0.severity == .error }
        guard !others.isEmpty else { return own }
        return own + FindingDifference(from: rosterFindings(store, options), to: others).added
    }

    /// The errors in texts that were drafted, which would keep them from being published. Links do not count, which are
    /// looked at with the finished pages, nor do recommenders that somebody said yes to.
    ///
    /// - Parameter drafts: what was written, or would be, by its path.
    /// - Throws: when the source cannot be listed.
    package static func findings(
        inDrafts drafts: [String: [UInt8]], _ options: BuildOptions
    ) throws -> [Diagnostic] {
        guard !drafts.isEmpty else { return [] }
        var store = ContentStore(options.workspace, jobs: options.jobs)
        try store.readAll()
        let after = contentFindings(try store.changed(by: drafts.mapValues { .written($0) }), options)
        return after.filter { finding in
            drafts[finding.range?.file.path ?? ""] != nil && finding.severity == .error
        }
    }

    private struct Place: Hashable {
        let path: String
        let bytes: Range<Int>

        init(_ range: SourceRange) { (path, bytes) = (range.file.path, range.bytes) }
    }

    private static func rosterFindings(_ store: ContentStore, _ options: BuildOptions) -> [Diagnostic] {
        contentFindings(store, options).filter { $0.range?.file.path.hasSuffix("/roster.csv") ?? false }
    }

    private static func contentFindings(_ store: ContentStore, _ options: BuildOptions) -> [Diagnostic] {
        var options = options
        options.includesDrafts = true
        let loaded = options.configured(store.result())
        guard let content = loaded.content else { return [] }
        let recommenders = Set(
            content.editions.flatMap(\.roster).compactMap { $0[RosterFields.recommender].map { Place($0.range) } })
        return Build.make(content, found: loaded.diagnostics, theme: nil, options).counted.filter { finding in
            guard finding.rule == .danglingReference, let range = finding.range else { return true }
            return !recommenders.contains(Place(range))
        }
    }
}
