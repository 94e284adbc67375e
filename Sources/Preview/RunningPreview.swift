import Content
import Diagnostics
import Foundation
import Glibc
import Pipeline
import PreviewServer
import Watching

/// The preview of a site: watcher, session and server put together.
package struct RunningPreview: Sendable {
    /// How a site is previewed.
    package struct Options: Sendable {
        /// The site's folder.
        package var folder: String
        package var build: BuildOptions
        package var server: PreviewConfiguration
        /// How changes of files are noticed.
        package var watching: SourceWatcher.Mode
        /// Of the preview's own words; `nil` for the site's.
        package var language: MessageLanguage?
        /// Whether pages are served as they would be published, with nothing added.
        package var isBare: Bool
        /// What opens a file when somebody clicks at a place; only for people at this computer.
        package var editor: EditorCommand?
        /// Makes the editor's desk; `nil` where it is not served.
        ///
        /// - Parameter token: what pages of this run send along with what is to be written; `nil` where nothing is.
        package var desk: (@Sendable (_ session: PreviewSession, _ token: String?) -> any PreviewDesk)?
        /// Whether pages of the preview may write.
        package var isReadOnly = false
        /// Makes an empty file for one that is sent.
        package var beginUpload: (@Sendable () throws -> any UploadedFile)?

        package init(
            folder: String, build: BuildOptions, server: PreviewConfiguration, watching: SourceWatcher.Mode,
            language: MessageLanguage?, isBare: Bool, editor: EditorCommand? = nil
        ) {
            self.editor = editor
            self.folder = folder
            self.build = build
            self.server = server
            self.watching = watching
            self.language = language
            self.isBare = isBare
        }
    }

    /// Something that whoever runs the preview may tell a person.
    package enum Report: Sendable {
        case change(PreviewChange)
        /// All checks were made.
        case checked(PreviewState)
        /// The kernel does not tell of changes, and why.
        case polling(WatchingNotice)
    }

    /// How long nothing changes before all checks are made.
    private static let quietTime = Duration.milliseconds(300)
    /// Checks of sites with more pages take seconds: they wait longer, and work beside everything else.
    private static let maximumQuickRoutes = 3_000
    private static let longQuietTime = Duration.seconds(3)

    private let options: Options
    private let session: PreviewSession
    private let watcher: SourceWatcher
    private let server: PreviewHTTPServer
    private let events: PreviewEvents
    private let changes: AsyncStream<PreviewChange>

    /// - Throws: `SystemError` when the system gives no watcher.
    package init(_ options: Options) throws {
        self.options = options
        let events = PreviewEvents()
        let (changes, continuation) = AsyncStream.makeStream(of: PreviewChange.self)
        watcher = try SourceWatcher(
            root: options.folder, items: ["site.config", "content", "static", "themes"], mode: options.watching,
            isIgnored: Workspace.isHidden)
        session = PreviewSession(options.build, watcher: watcher) { continuation.yield($0) }
        // Nobody at another computer opens programs on this one.
        let editor = options.server.binding == .loopback && !options.isBare ? options.editor : nil
        let token = (0..<2).map { _ in String(UInt64.random(in: 0...UInt64.max), radix: 36) }.joined()
        // Nobody else's computer reads what stands in files, or writes; under other names than ours, others may come.
        let isHere = options.server.binding == .loopback && options.server.allowedHosts.isEmpty
        let isWritable = isHere && !options.isBare && !options.isReadOnly
        let desk = isHere ? options.desk?(session, isWritable ? token : nil) : nil
        let pages = PreviewPages(
            session: session, source: options.folder, language: options.language, isBare: options.isBare,
            editor: editor, token: token, desk: desk)
        self.events = events
        self.changes = changes
        var configuration = options.server
        configuration.action = editor.map { _ in
            PreviewAction(path: PreviewPages.ownPath + OwnPages.openName, token: token)
        }
        if let beginUpload = options.beginUpload {
            configuration.writing = PreviewWriting(
                path: PreviewPages.ownPath + "api/", uploadPath: PreviewPages.ownPath + "api/upload",
                token: desk == nil || !isWritable ? nil : token, beginUpload: beginUpload)
        }
        server = PreviewHTTPServer(configuration, events: events) { request in
            pages.answer(request, eventID: await events.lastEventID)
        }
    }

    /// Begins to listen and to read the site, in this order: who asks before the site is there is told to wait.
    ///
    /// - Parameter report: told what happens, one thing after the other.
    /// - Returns: the port.
    /// - Throws: `PreviewServerError`.
    package func start(report: @escaping @Sendable (Report) -> Void) async throws -> Int {
        let port = try await server.start()
        // A thread of its own: reading a large site takes seconds.
        let (session, events) = (session, events)
        Thread.detachNewThread {
            session.refresh()
            session.takeNotes()
            Task { await events.send(PreviewEvent(name: "findings")) }
        }
        Task { await followHints(report) }
        Task { await followChanges(report) }
        return port
    }

    /// Ends the server and the watcher at once.
    package func stop() async {
        watcher.stop()
        await server.stop()
    }

    /// Reads everything again.
    package func reread() { session.refresh(rereads: true) }

    /// Makes all checks now.
    package func check(report: @escaping @Sendable (Report) -> Void) async {
        guard let state = await Self.checked(session, quietly: false) else { return }
        await tell(of: state, report)
    }

    private func tell(of state: PreviewState, _ report: @escaping @Sendable (Report) -> Void) async {
        report(.checked(state))
        await events.send(PreviewEvent(name: "findings"))
    }

    private func followHints(_ report: @escaping @Sendable (Report) -> Void) async {
        var told: WatchingNotice?
        for await _ in watcher.hints {
            session.refresh()
            if let notice = watcher.notice, notice != told {
                told = notice
                report(.polling(notice))
            }
        }
    }

    /// Tells open pages and the terminal of every change, and makes the checks when it gets quiet.
    private func followChanges(_ report: @escaping @Sendable (Report) -> Void) async {
        var checking: Task<Void, Never>?
        if let notice = watcher.notice { report(.polling(notice)) }
        for await change in changes {
            checking?.cancel()
            let name = change.isStyleOnly && !change.state.isStale ? "style" : "reload"
            await events.send(PreviewEvent(name: name, data: "\(change.state.number)"))
            report(.change(change))
            guard let count = change.state.snapshot?.site.routes.routes.count else { continue }
            let isLarge = count > Self.maximumQuickRoutes
            checking = Task {
                guard (try? await Task.sleep(for: isLarge ? Self.longQuietTime : Self.quietTime)) != nil else { return }
                guard let state = await Self.checked(session, quietly: isLarge) else { return }
                await tell(of: state, report)
            }
        }
    }

    /// Checks on a thread of its own, which a page that is asked for meanwhile does not wait for.
    ///
    /// - Parameter quietly: whether one thread works when nothing else wants the processor.
    private static func checked(_ session: PreviewSession, quietly: Bool) async -> PreviewState? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                if quietly { ThreadPriority.lower() }
                continuation.resume(returning: session.check(jobs: quietly ? 1 : nil))
            }
        }
    }
}

/// How much of the processor a thread gets when others want it too.
enum ThreadPriority {
    /// Lets every other thread go first, for the rest of the calling thread's life. On Linux a thread has a niceness of its
    /// own (setpriority(2), “C library/kernel differences”), and 0 names the one that calls.
    static func lower() { _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, 19) }
}
