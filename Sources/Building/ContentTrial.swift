import Content
import Diagnostics

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

    private static func rosterFindings(_ store: ContentStore, _ options: BuildOptions) -> [Diagnostic] {
        var options = options
        options.includesDrafts = true
        let loaded = options.configured(store.result())
        guard let content = loaded.content else { return [] }
        return Build.make(content, found: loaded.diagnostics, theme: nil, options).counted.filter { finding in
            finding.rule != .danglingReference && finding.range?.file.path.hasSuffix("/roster.csv") ?? false
        }
    }
}
