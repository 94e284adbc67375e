import Diagnostics
import FileSystem
import Foundation
import History
import Values

/// Records what a command writes into a site in the site's history, as one step with the writing: from the first file to the
/// record no other process of the program writes or records anything.
struct ChangeRecorder: Sendable {
    private let step = WritingStep()
    private let session: SiteSession

    init(_ session: SiteSession) { self.session = session }

    /// The site's folder, to be written through.
    var folder: SiteFolder { SiteFolder(session.folder, step: step, onWait: session.sayWaiting) }

    /// What was written since the last record.
    var files: [WritingStep.File] { step.files }

    /// Records what was written so far; nothing where nothing was. Where it cannot be recorded, the person is told, and what
    /// was written stays.
    ///
    /// - Parameter sentence: what was done.
    func record(_ sentence: LocalizedText, site: SiteLanguage?) {
        defer { step.end() }
        guard !files.isEmpty else { return }
        let history = SiteHistory(site: session.folder, step: step)
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
    ///
    /// - Parameter isTrial: whether nothing is kept.
    func person(in history: SiteHistory, isTrial: Bool = false) throws -> EditorName {
        if let person = choice.person {
            if !isTrial { try history.remember(person) }
            return person
        }
        return try history.person() ?? context.account ?? .unknown
    }

    /// Says that another process of the program writes into the site, and is waited for.
    var sayWaiting: @Sendable () -> Void {
        let (context, words) = (context, language(of: nil))
        return {
            context.say(
                LocalizedText(
                    zh: "另一个 showcase 程序正在写这个站点，等它写完……",
                    en: "Another showcase program is writing into this site: waiting for it to finish …")[words] + "\n")
        }
    }

    /// Says that the files are written and the history is not.
    func warn(of error: HistoryError, site: SiteLanguage?) {
        let error = error.onDisk(of: folder)
        let text = LocalizedText(
            zh: "文件已经写好，但没有记入修改记录，这一步以后不能撤回：\(error.message.zh)",
            en:
                "The files are written, but the history does not know of it, so it cannot be taken back: \(error.message.en)"
        )
        context.say(text[language(of: site)] + "\n")
    }
}

extension CommandContext {
    /// The name of the computer's account; `nil` where it has none.
    var account: EditorName? {
        ["LOGNAME", "USER"].lazy.compactMap { self.variables[$0].flatMap(EditorName.init) }.first
    }

    /// Seconds since 1970 in UTC.
    var seconds: Int { Int(now().timeIntervalSince1970) }
}
