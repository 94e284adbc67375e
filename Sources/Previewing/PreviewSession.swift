import Building
import Content
import Diagnostics
import SharePictures
import SiteModel
import Synchronization
import Theming
import Watching

/// Keeps a site in memory and up to date with its files.
///
/// After a change only the files that changed are read again; the model is made anew, and a page when it is asked for.
/// Nothing keeps track of what depends on what.
package final class PreviewSession: Sendable {
    private struct Memory {
        var store: ContentStore
        var theme: Theme?
        var themeFindings: [Diagnostic] = []
        var state = PreviewState()
        /// The versions of all pages when the checks were last made.
        var pages: [String: Int]?
        /// The site with stand-ins for what cannot be read, once a page of it was asked for after a change.
        var tolerant: PreviewSnapshot?
    }

    private let options: BuildOptions
    private let watcher: SourceWatcher
    private let memory: Mutex<Memory>
    private let overlay = SourceOverlay()
    /// The files that are made of forms, kept over changes of everything else.
    let forms = FormFileStore()
    private let hasLoaded = Atomic(false)
    /// `PreviewState.number`, for those who do not wait for the memory.
    private let number = Atomic(0)
    /// Told of every change, on whatever thread noticed it.
    private let onChange: @Sendable (PreviewChange) -> Void

    package init(
        _ options: BuildOptions, watcher: SourceWatcher, onChange: @escaping @Sendable (PreviewChange) -> Void
    ) {
        self.options = options
        self.watcher = watcher
        self.onChange = onChange
        let store = ContentStore(
            reader: overlay.reader(over: .disk(root: options.source)), jobs: options.jobs,
            recentBodies: RecentBodies())
        memory = Mutex(Memory(store: store))
    }

    /// Whether the site has been read for the first time, for which nobody waits.
    package var isLoaded: Bool { hasLoaded.load(ordering: .acquiring) }

    /// What there is to show after all changes that were made before the call.
    ///
    /// - Parameter rereads: whether everything is read again, changed or not.
    @discardableResult
    package func refresh(rereads: Bool = false) -> PreviewState {
        let (state, change) = memory.withLock { memory -> (PreviewState, PreviewChange?) in
            let clock = ContinuousClock()
            let start = clock.now
            // Taken and applied under one lock: whoever asks meanwhile must not get an older site.
            let paths = watcher.takeChanges()
            let isFirst = !isLoaded
            guard isFirst || rereads || !paths.isEmpty else { return (memory.state, nil) }
            apply(paths, readsAll: isFirst || rereads, to: &memory)
            hasLoaded.store(true, ordering: .releasing)
            let change = PreviewChange(
                paths: isFirst ? [] : paths.sorted(), state: memory.state, duration: clock.now - start,
                isStyleOnly: !paths.isEmpty && paths.allSatisfy(Self.isStyle))
            return (memory.state, change)
        }
        if let change { onChange(change) }
        return state
    }

    /// Reads the texts that the first look left aside, so that what is found in them is told.
    package func takeNotes() {
        memory.withLock(\.store).takeNotes()
        memory.withLock { memory in
            guard let snapshot = memory.state.snapshot, !memory.state.isStale, !memory.state.isChecked,
                let findings = contentFindings(of: memory)
            else { return }
            memory.state.report = DiagnosticReport(
                SiteChecks.judged(findings, content: snapshot.content, site: snapshot.site))
        }
    }

    /// Runs all checks on what is shown, page by page; takes as long as making the whole site. A change ends it.
    ///
    /// - Parameter jobs: the number of threads; `nil` for those of the options.
    /// - Returns: the state with all findings; `nil` when there is nothing to check, or a change came meanwhile.
    package func check(jobs: Int? = nil) -> PreviewState? {
        memory.withLock(\.store).takeNotes()
        let (state, known) = memory.withLock { ($0.state, contentFindings(of: $0)) }
        guard let snapshot = state.snapshot, !state.isStale, let known else { return nil }
        var options = options
        options.jobs = jobs ?? options.jobs
        options.isCancelled = { self.number.load(ordering: .relaxed) != state.number }
        options.notesPages = true
        let checked: SiteChecks.Unwritten
        do {
            checked = try SiteChecks.check(
                unwritten: snapshot.site, theme: snapshot.theme, known: known, options: options)
        } catch {
            // A change came, or a file was taken away while it was read and its change is on its way.
            return nil
        }
        let report = DiagnosticReport(
            SiteChecks.judged(known + checked.findings, content: snapshot.content, site: snapshot.site))
        return memory.withLock { memory in
            guard memory.state.number == state.number else { return nil }
            memory.state.report = report
            memory.state.isChecked = true
            memory.state.changedPages = memory.pages.map { Self.differences(between: $0, and: checked.pages) }
            memory.pages = checked.pages
            return memory.state
        }
    }

    /// How many pages are in one of both only, or differ.
    private static func differences(between old: [String: Int], and new: [String: Int]) -> Int {
        new.count { old[$0.key] != $0.value } + old.count { new[$0.key] == nil }
    }

    /// The site of a state with stand-ins for what cannot be read, to show pages that have errors in their source. Made
    /// when it is first asked for.
    ///
    /// - Returns: `nil` when a change came meanwhile.
    func tolerant(of state: PreviewState) -> PreviewSnapshot? {
        memory.withLock { memory in
            guard memory.state.number == state.number, let strict = memory.state.snapshot else { return nil }
            if let known = memory.tolerant { return known }
            let content = TolerantContent(
                store: memory.store, overlay: overlay, reader: .disk(root: options.source), day: strict.site.day
            ).content
            guard let content else { return nil }
            let configured = content.configured(strict.content.configuration)
            memory.tolerant = snapshot(of: configured, theme: strict.theme, number: state.number)
            return memory.tolerant
        }
    }

    /// The site as it would be published now, without what only a preview shows; kept by the snapshot.
    func published(of snapshot: PreviewSnapshot) -> Site {
        snapshot.published {
            guard options.includesDrafts else { return snapshot.site }
            return SiteAssembler.assemble(
                snapshot.content, options: .init(day: snapshot.site.day, includesDrafts: false)
            ).site
        }
    }

    private static func isStyle(_ path: String) -> Bool { path.hasPrefix("themes/") && path.hasSuffix(".css") }

    // MARK: Applying changes

    private func apply(_ paths: Set<String>, readsAll: Bool, to memory: inout Memory) {
        memory.state.number += 1
        number.store(memory.state.number, ordering: .relaxed)
        memory.state.isChecked = false
        memory.state.changedPages = nil
        memory.tolerant = nil
        do {
            let body = try read(paths, readsAll: readsAll, store: &memory.store)
            let loaded = configured(memory.store.result())
            guard let content = loaded.content else { return fail(loaded.diagnostics, in: &memory) }
            let needsTheme =
                readsAll || memory.theme == nil || paths.contains { $0.hasPrefix("themes") || $0 == "site.config" }
            if needsTheme {
                (memory.theme, memory.themeFindings) = try ThemeSource.theme(of: content, options: options)
            }
            guard let theme = memory.theme else { return fail(loaded.diagnostics + memory.themeFindings, in: &memory) }
            let snapshot: PreviewSnapshot
            if let body, let before = memory.state.snapshot, !memory.state.isStale,
                let changed = before.withBody(of: body, content: content, number: memory.state.number)
            {
                snapshot = changed
            } else {
                snapshot = self.snapshot(of: content, theme: theme, number: memory.state.number)
            }
            memory.state.snapshot = snapshot
            memory.state.isStale = false
            memory.state.report = DiagnosticReport(
                SiteChecks.judged(
                    loaded.diagnostics + memory.themeFindings + snapshot.relations, content: content,
                    site: snapshot.site))
        } catch {
            let message = LocalizedText(zh: "无法读取站点：\(error)", en: "The site cannot be read: \(error)")
            fail([Diagnostic(.fileUnreadable, at: nil, message: message)], in: &memory)
        }
    }

    private func read(_ paths: Set<String>, readsAll: Bool, store: inout ContentStore) throws -> WriteUpEntry? {
        guard readsAll else { return try store.readTellingBody(paths) }
        try store.readAll()
        return nil
    }

    private func configured(_ result: SiteLoader.Result) -> SiteLoader.Result {
        guard let baseURL = options.baseURL, let content = result.content else { return result }
        return SiteLoader.Result(
            content: content.configured(content.configuration.published(at: baseURL)), diagnostics: result.diagnostics)
    }

    private func snapshot(of content: SiteContent, theme: Theme, number: Int) -> PreviewSnapshot {
        let (site, relations) = SiteAssembler.assemble(
            content, options: SiteSource.assembly(of: content, options))
        let renderer = SiteRenderer(
            site: site, theme: theme,
            files: FormFiles(digests: SiteSource.digests(of: site, root: options.source), made: forms.facts),
            jobs: options.jobs)
        return PreviewSnapshot(
            number: number, content: content, site: site, theme: theme, renderer: renderer, relations: relations,
            jobs: options.jobs)
    }

    /// Keeps the last site that could be shown, with the findings that tell why it is not the newest.
    private func fail(_ findings: [Diagnostic], in memory: inout Memory) {
        memory.state.isStale = true
        memory.state.report = DiagnosticReport(findings)
    }

    /// The findings about the content as they were found; `nil` when it could not be read.
    private func contentFindings(of memory: Memory) -> [Diagnostic]? {
        guard let snapshot = memory.state.snapshot else { return nil }
        return memory.store.result().diagnostics + memory.themeFindings + snapshot.relations
    }
}
