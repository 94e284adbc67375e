import Diagnostics
import Markdown
import Rules
import Synchronization

/// What a page says below its front matter, and what is found there.
///
/// A build reads all bodies at once and keeps them. A preview of thousands of pages reads a body when it is asked for,
/// and once more when it has been forgotten meanwhile: to hold all of them would take most of its memory, and to read
/// all of them first would take most of its start.
package final class PageBody: Sendable {
    /// What is known of a text besides what it says.
    struct Notes: Sendable {
        var findings: [Diagnostic] = []
        /// Those that stand in comments of the text.
        var exemptions: [Exemption] = []
    }

    struct Reading: Sendable {
        let document: MarkdownDocument
        var notes: Notes
    }

    private struct State {
        var document: MarkdownDocument?
        var notes: Notes?
    }

    private let state: Mutex<State>
    /// `nil` for a body that is kept.
    private let source: (read: @Sendable () -> Reading, recent: RecentBodies)?

    /// A body that has been read.
    init(_ reading: Reading) {
        state = Mutex(State(document: reading.document, notes: reading.notes))
        source = nil
    }

    /// A body that is read when it is asked for.
    ///
    /// - Parameters:
    ///   - recent: what keeps it for a while then.
    ///   - read: gives the same every time, on any thread.
    init(recent: RecentBodies, read: @escaping @Sendable () -> Reading) {
        state = Mutex(State())
        source = (read, recent)
    }

    package var document: MarkdownDocument {
        let (document, isNew) = state.withLock { state -> (MarkdownDocument, Bool) in
            if let document = state.document { return (document, false) }
            guard let source else { return (.empty, false) }
            let reading = source.read()
            state = State(document: reading.document, notes: reading.notes)
            return (reading.document, true)
        }
        if isNew { source?.recent.keep(self) }
        return document
    }

    /// Whether what is found in the text is known only when somebody has asked for it.
    var isReadLater: Bool { source != nil }

    /// What has been found; `nil` for a body that nobody has asked for.
    var knownNotes: Notes? { state.withLock { $0.notes } }

    /// Reads the body if nobody has, for what is found in it; the text itself is not kept.
    func takeNotes() {
        guard let source, knownNotes == nil else { return }
        let notes = source.read().notes
        state.withLock { $0.notes = notes }
    }

    fileprivate func forget() { state.withLock { $0.document = nil } }
}

/// The bodies that were asked for last.
package final class RecentBodies: Sendable {
    private let capacity: Int
    /// The oldest first.
    private let bodies = Mutex<[PageBody]>([])

    /// - Parameter capacity: how many bodies are kept, at least 1.
    package init(capacity: Int = 64) { self.capacity = max(1, capacity) }

    fileprivate func keep(_ body: PageBody) {
        let forgotten = bodies.withLock { bodies in
            bodies.append(body)
            return bodies.count > capacity ? bodies.removeFirst() : nil
        }
        forgotten?.forget()
    }
}

/// When the texts of write-ups are read.
enum BodyReading: Sendable {
    case atOnce
    case onDemand(RecentBodies)

    func body(_ read: @escaping @Sendable () -> PageBody.Reading) -> PageBody {
        switch self {
        case .atOnce: PageBody(read())
        case .onDemand(let recent): PageBody(recent: recent, read: read)
        }
    }
}
