import Checking
import Content
import Diagnostics
import SiteModel
import Synchronization

/// A site that can be asked what would come of a change before anything is written.
///
/// The site is made once. A trial reads the files that change, relates the content anew, makes the pages and checks them; it
/// writes nothing, and what it says is what a check says when the change is made.
package struct Trial: Sendable {
    /// What would come of a change.
    package struct Outcome: Sendable {
        /// `nil` when no site could be made of the files.
        package let site: Site?
        /// All that a check would find.
        package let findings: [Diagnostic]
        /// What a check would find and does not find now, wherever its line has moved.
        package let added: [Diagnostic]
        /// What a check finds now and would find no more.
        package let removed: [Diagnostic]
        /// What becomes of pages and files for programs; `nil` when not all pages could be made.
        package let files: FileDifference?
    }

    /// Files of a site compared with those of the site as it is, by address.
    package struct FileDifference: Sendable {
        package var added: [MadeFile] = []
        package var changed: [MadeFile] = []
        /// Addresses.
        package var removed: [String] = []
    }

    private let options: BuildOptions
    private let store: ContentStore
    private let theme: ThemeSource.Result?
    private let findings: [Diagnostic]
    private let versions: [String: PageVersion]
    private let knownPages: KnownPages?

    /// Makes the site as it is.
    ///
    /// - Parameter options: whatever output they have is not used.
    /// - Throws: as `Build.run`.
    package init(_ options: BuildOptions) throws {
        var options = options
        options.output = nil
        let versions = Mutex<[String: PageVersion]>([:])
        let outlines = Mutex<(OutputCheck, [PageOutline])?>(nil)
        var first = options
        first.onFile = { file in
            let version = PageVersion(file.bytes)
            versions.withLock { $0[file.url] = version }
        }
        first.onOutlines = { check, all in outlines.withLock { $0 = (check, all) } }
        var store = ContentStore(options.workspace, jobs: options.jobs)
        try store.readAll()
        let (findings, _, theme) = try Self.check(store, theme: nil, first)
        let made = versions.withLock { $0 }
        self.options = options
        self.store = store
        self.theme = theme
        self.findings = findings
        self.versions = made
        knownPages = outlines.withLock { $0 }.map { check, all in
            KnownPages(all, takenBy: check, versions: made)
        }
    }

    /// What would come of some changes. Trials do not change each other, and may run beside each other.
    ///
    /// - Parameter changes: by path in the site.
    /// - Throws: as `Build.run`.
    package func outcome(of changes: [String: FileChange]) throws -> Outcome {
        let files = Mutex<[MadeFile]>([])
        let isWhole = Mutex(false)
        var options = options
        options.workspace = options.workspace.changed(by: changes)
        options.knownPages = knownPages
        options.onFile = { file in files.withLock { $0.append(file) } }
        options.onOutlines = { _, _ in isWhole.withLock { $0 = true } }
        let touchesTheme = changes.keys.contains { $0.hasPrefix("themes/") || $0 == "site.config" }
        let (after, site, _) = try Self.check(
            try store.changed(by: changes), theme: touchesTheme ? nil : theme, options)
        let difference = FindingDifference(from: findings, to: after)
        return Outcome(
            site: site, findings: after, added: difference.added, removed: difference.removed,
            files: isWhole.withLock { $0 } ? self.difference(to: files.withLock { $0 }) : nil)
    }

    private func difference(to files: [MadeFile]) -> FileDifference {
        var difference = FileDifference()
        for file in files.sorted(by: { $0.url < $1.url }) {
            guard let version = versions[file.url] else {
                difference.added.append(file)
                continue
            }
            if version != PageVersion(file.bytes) { difference.changed.append(file) }
        }
        let urls = Set(files.map(\.url))
        difference.removed = versions.keys.filter { !urls.contains($0) }.sorted()
        return difference
    }

    private static func check(
        _ store: ContentStore, theme: ThemeSource.Result?, _ options: BuildOptions
    ) throws -> (findings: [Diagnostic], site: Site?, theme: ThemeSource.Result?) {
        let read = options.configured(store.result())
        guard let content = read.content else { return (read.diagnostics, nil, nil) }
        let theme = try theme ?? ThemeSource.theme(of: content, options: options)
        let outcome = try Build.finish(Build.make(content, found: read.diagnostics, theme: theme, options), options)
        return (outcome.findings, outcome.site, theme)
    }
}

/// What is found of one version of a site and not of another.
package struct FindingDifference {
    package private(set) var added: [Diagnostic] = []
    package private(set) var removed: [Diagnostic] = []

    /// What a finding says, wherever its line has moved.
    private struct Identity: Hashable {
        let rule: String
        let path: String?
        let message: LocalizedText

        init(_ finding: Diagnostic) {
            rule = finding.rule.name
            path = finding.range?.file.path
            message = finding.message
        }
    }

    package init(from old: [Diagnostic], to new: [Diagnostic]) {
        added = Self.rest(of: new, without: old)
        removed = Self.rest(of: old, without: new)
    }

    /// The findings that are left when each of others takes one of the same identity away.
    private static func rest(of findings: [Diagnostic], without others: [Diagnostic]) -> [Diagnostic] {
        var counts = Dictionary(others.map { (Identity($0), 1) }, uniquingKeysWith: +)
        return findings.filter { finding in
            guard let count = counts[Identity(finding)], count > 0 else { return true }
            counts[Identity(finding)] = count - 1
            return false
        }
    }
}
