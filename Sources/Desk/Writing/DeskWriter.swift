import Content
import Diagnostics
import FileSystem
import History
import Text

/// Writes what the desk changes, each time as one step with its record in the history.
struct DeskWriter {
    let context: DeskRequests.Context

    /// What was written.
    struct Outcome {
        /// `nil` where no byte changed, or the history could not be written.
        let change: RecordedChange?
        /// Why the history does not know of it; the files are written nevertheless.
        let problem: HistoryError?

        /// What pages are told of it.
        func json(_ words: MessageLanguage) -> [JSONValue.Member] {
            [
                .init("change", change.map { .string($0.id.text) } ?? .null),
                .init("historyProblem", problem.map { .string($0.message[words]) } ?? .null),
            ]
        }
    }

    /// Writes files while nobody else of the program does, and records it.
    ///
    /// - Parameters:
    ///   - sentence: what was done.
    ///   - files: what is to be written, found under the lock.
    /// - Throws: `DeskRefusal`, and whatever finding the files throws.
    func write(_ sentence: LocalizedText, _ files: (SiteFolder) throws -> [Replacement]) throws -> Outcome {
        let step = WritingStep()
        defer { step.end() }
        let folder = SiteFolder(context.folder, step: step)
        do {
            let lock = try folder.lock()
            try folder.replace(try files(folder), under: lock)
        } catch let error as WritingError {
            if case .changed = error { throw DeskRefusal(.conflict, error.message) }
            throw DeskRefusal(.failed, error.message)
        }
        let history = SiteHistory(site: context.folder, step: step)
        do {
            let note = ChangeNote(sentence, by: try person(history), at: context.now())
            return Outcome(change: try history.record(step.files, as: note), problem: nil)
        } catch let error as HistoryError {
            return Outcome(change: nil, problem: error.onDisk(of: context.folder))
        }
    }

    /// Whoever works here.
    func person(_ history: SiteHistory) throws -> EditorName {
        try history.person() ?? context.account ?? .unknown
    }
}
