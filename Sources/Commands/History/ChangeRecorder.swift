import Diagnostics
import FileSystem
import Foundation
import History
import Values

/// Records what a command writes into a site in the site's history.
struct ChangeRecorder: Sendable {
    /// Told by the folder that the command writes through.
    let log = WritingLog()
    private let session: SiteSession

    init(_ session: SiteSession) { self.session = session }

    /// The site's folder, to be written through.
    var folder: SiteFolder { SiteFolder(session.folder, log: log) }

    /// Records what was written so far; nothing where nothing was. Where it cannot be recorded, the person is told, and what
    /// was written stays.
    ///
    /// - Parameter sentence: what was done.
    func record(_ sentence: LocalizedText, site: SiteLanguage?) {
        let files = log.files
        guard !files.isEmpty else { return }
        let history = SiteHistory(site: session.folder)
        do {
            let person = try session.person(in: history)
            try history.record(files, as: ChangeNote(sentence, by: person, at: session.context.seconds))
        } catch let error as HistoryError {
            session.warn(of: error, site: site)
        } catch {
            session.warn(of: .store("\(error)"), site: site)
        }
    }
}

extension SiteSession {
    /// Who works: the name that was given, which is kept for the next time, else the one that is kept, else the account's.
    func person(in history: SiteHistory) throws -> EditorName {
        if let person = choice.person {
            try history.remember(person)
            return person
        }
        let account = ["LOGNAME", "USER"].lazy.compactMap { self.context.variables[$0].flatMap(EditorName.init) }.first
        return try history.person() ?? account ?? .unknown
    }

    /// Says that the files are written and the history is not.
    func warn(of error: HistoryError, site: SiteLanguage?) {
        let text = LocalizedText(
            zh: "文件已经写好，但没有记入修改记录，这一步以后不能撤回：\(error.message.zh)",
            en:
                "The files are written, but the history does not know of it, so it cannot be taken back: \(error.message.en)"
        )
        context.say(text[language(of: site)] + "\n")
    }
}

extension CommandContext {
    /// Seconds since 1970 in UTC.
    var seconds: Int { Int(now().timeIntervalSince1970) }
}
