import Content
import Diagnostics
import Pipeline
import Rules
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
        var theme: ThemeSource.Result?
        var state = PreviewState()
        /// What was found in the content alone; the finished pages of what is only tried are not looked at either.
        var contentReport = DiagnosticReport.empty
        /// The versions of all pages when the checks were last made.
        var pages: [String: PageVersion]?
        /// The site with stand-ins for what cannot be read, once a page of it was asked for after a change.
        var tolerant: PreviewSnapshot?
    }

    /// Files, day and address of the site; it is written nowhere.
    package let options: BuildOptions
    private let watcher: SourceWatcher
    private let memory: Mutex<Memory>
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
        var options = options
        options.output = nil
        self.options = options
        self.watcher = watcher
        self.onChange = onChange
        let store = ContentStore(options.workspace, jobs: options.jobs, recentBodies: RecentBodies())
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
            guard !memory.state.isStale, !memory.state.isChecked, let made = self.made(in: memory) else { return }
            memory.state.report = DiagnosticReport.of(made.counted)
            memory.contentReport = memory.state.report
        }
    }

    /// Runs all checks on what is shown, page by page; takes as long as making the whole site. A change ends it.
    ///
    /// - Parameter jobs: the number of threads; `nil` for those of the options.
    /// - Returns: the state with all findings; `nil` when there is nothing to check, or a change came meanwhile.
    package func check(jobs: Int? = nil) -> PreviewState? {
        memory.withLock(\.store).takeNotes()
        let (state, made) = memory.withLock { ($0.state, self.made(in: $0)) }
        guard !state.isStale, let made else { return nil }
        let pages = Mutex<[String: PageVersion]>([:])
        var options = options
        options.jobs = jobs ?? options.jobs
        options.isCancelled = { self.number.load(ordering: .relaxed) != state.number }
        options.onFile = { file in
            guard file.isPage else { return }
            let version = PageVersion(file.bytes)
            pages.withLock { $0[file.url] = version }
        }
        let report: DiagnosticReport
        do {
            report = try Build.finish(made, options).report
        } catch {
            // A change came, or a file was taken away while it was read and its change is on its way.
            return nil
        }
        let checked = pages.withLock { $0 }
        return memory.withLock { memory in
            guard memory.state.number == state.number else { return nil }
            memory.state.report = report
            memory.state.isChecked = true
            memory.state.changedPages = memory.pages.map { Self.differences(between: $0, and: checked) }
            memory.pages = checked
            return memory.state
        }
    }

    /// How many pages are in one of both only, or differ.
    private static func differences(between old: [String: PageVersion], and new: [String: PageVersion]) -> Int {
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
            memory.tolerant = tolerant(memory.store, like: strict, options)
            return memory.tolerant
        }
    }

    /// The site as it would be with other bytes of some files, drafts among it. Nothing that is shown changes, and nobody waits
    /// meanwhile.
    ///
    /// - Parameters:
    ///   - changes: by path in the site.
    ///   - earlier: what was made of other bytes of the same files, which is the quicker to begin with.
    /// - Throws: when the source cannot be listed.
    package func tried(_ changes: [String: FileChange], after earlier: TriedSite? = nil) throws -> TriedSite {
        let (state, store, theme, found) = memory.withLock { ($0.state, $0.store, $0.theme, $0.contentReport) }
        let known = earlier.flatMap { $0.number == state.number && $0.paths == Set(changes.keys) ? $0 : nil }
        var options = options
        options.includesDrafts = true
        let (changed, body) = try (known?.store ?? store).changedTellingBody(by: changes, of: options.workspace)
        let loaded = options.configured(changed.result())
        options.workspace = options.workspace.changed(by: changes)
        guard let content = loaded.content, let theme, let look = theme.theme else {
            return TriedSite(
                number: state.number, paths: Set(changes.keys), snapshot: nil,
                report: DiagnosticReport.of(loaded.diagnostics), before: found, store: changed, options: options,
                session: self)
        }
        let shown: PreviewSnapshot
        let before = known?.snapshot ?? (state.isStale ? nil : state.snapshot)
        if let body, let before, before.site.routes.urlBySource[body.page.path.text] != nil,
            let quick = before.withBody(of: body, content: content, number: state.number)
        {
            shown = quick
        } else {
            let made = Build.make(content, found: loaded.diagnostics, theme: theme, options)
            shown = snapshot(of: made, look, number: state.number)
        }
        let made = MadeSite(
            content: shown.content, site: shown.site, theme: theme, found: loaded.diagnostics,
            relations: shown.relations)
        return TriedSite(
            number: state.number, paths: Set(changes.keys), snapshot: shown,
            report: DiagnosticReport.of(made.counted), before: found, store: changed, options: options, session: self)
    }

    /// A site with stand-ins for what cannot be read, of files that are only tried.
    func tolerant(_ store: ContentStore, like strict: PreviewSnapshot, _ options: BuildOptions) -> PreviewSnapshot? {
        let content = TolerantContent(store: store, workspace: options.workspace, day: strict.site.day).content
        guard let content else { return nil }
        let configured = content.configured(strict.content.configuration)
        let made = Build.make(configured, found: [], theme: ThemeSource.Result(theme: strict.theme), options)
        return snapshot(of: made, strict.theme, number: strict.number)
    }

    /// What there is to show, without looking whether files have changed.
    package var state: PreviewState { memory.withLock(\.state) }

    /// The site as it would be published now, without what only a preview shows; kept by the snapshot.
    package func published(of snapshot: PreviewSnapshot) -> Site {
        snapshot.published {
            guard options.includesDrafts else { return snapshot.site }
            var options = options
            options.includesDrafts = false
            return Build.make(snapshot.content, found: [], theme: nil, options).site
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
            let loaded = options.configured(memory.store.result())
            guard let content = loaded.content else { return fail(loaded.diagnostics, in: &memory) }
            let needsTheme =
                readsAll || memory.theme == nil || paths.contains { $0.hasPrefix("themes") || $0 == "site.config" }
            if needsTheme { memory.theme = try ThemeSource.theme(of: content, options: options) }
            guard let theme = memory.theme?.theme else {
                return fail(loaded.diagnostics + (memory.theme?.diagnostics ?? []), in: &memory)
            }
            if let body, let before = memory.state.snapshot, !memory.state.isStale,
                let changed = before.withBody(of: body, content: content, number: memory.state.number)
            {
                memory.state.snapshot = changed
            } else {
                let made = Build.make(content, found: loaded.diagnostics, theme: memory.theme, options)
                memory.state.snapshot = snapshot(of: made, theme, number: memory.state.number)
            }
            memory.state.isStale = false
            memory.state.report = DiagnosticReport.of(made(in: memory, read: loaded)?.counted ?? [])
            memory.contentReport = memory.state.report
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

    private func snapshot(of made: MadeSite, _ theme: Theme, number: Int) -> PreviewSnapshot {
        let digests = SiteSource.digests(of: made.site, in: options.workspace)
        let renderer = SiteRenderer(
            site: made.site, theme: theme, files: FormFiles(digests: digests, made: forms.facts), jobs: options.jobs)
        return PreviewSnapshot(
            number: number, content: made.content, site: made.site, theme: theme, renderer: renderer,
            relations: made.relations, jobs: options.jobs)
    }

    /// Keeps the last site that could be shown, with the findings that tell why it is not the newest.
    private func fail(_ findings: [Diagnostic], in memory: inout Memory) {
        memory.state.isStale = true
        memory.state.report = DiagnosticReport.of(findings)
        memory.contentReport = memory.state.report
    }

    /// The site that is shown as a build would have made it of the files; `nil` when there is none.
    ///
    /// - Parameter read: what was read; by default what is kept now, with all that was found since.
    private func made(in memory: Memory, read: SiteLoader.Result? = nil) -> MadeSite? {
        guard let snapshot = memory.state.snapshot, let theme = memory.theme else { return nil }
        return MadeSite(
            content: snapshot.content, site: snapshot.site, theme: theme,
            found: (read ?? memory.store.result()).diagnostics, relations: snapshot.relations)
    }
}
