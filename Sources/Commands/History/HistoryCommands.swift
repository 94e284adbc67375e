import Content
import Diagnostics
import Foundation
import History
import Values

/// `history`: shows the changes of a site.
package struct ShowHistory: Command {
    package var site: SiteChoice
    /// Files or folders whose changes are shown; empty for all.
    package var paths: [String]
    /// How many changes are shown; `nil` for all.
    package var limit: Int?
    /// Whether the lines that a change touched are shown.
    package var showsLines: Bool

    /// - Parameters:
    ///   - paths: files or folders whose changes are shown; empty for all.
    ///   - limit: how many changes are shown; `nil` for all.
    ///   - showsLines: whether the lines that a change touched are shown.
    package init(site: SiteChoice, paths: [String], limit: Int?, showsLines: Bool) {
        self.site = site
        self.paths = paths
        self.limit = limit
        self.showsLines = showsLines
    }

    package func run(in context: CommandContext) throws {
        let session = HistorySession(site, in: context)
        let words = session.words
        try session.run {
            let paths = try paths.map { try session.path($0) }
            let unkept = try noticed(session, context)
            if !unkept.isEmpty {
                let names = unkept.map(VisibleText.oneLine).joined(separator: words == .zh ? "、" : ", ")
                context.say(
                    LocalizedText(
                        zh: "没有记录这些文件（超过 256 MiB、读不了，或文件名带“\\”）：\(names)",
                        en:
                            "Not kept, as they are larger than 256 MiB, not readable or have a “\\” in their names: \(names)"
                    )[
                        words] + "\n")
            }
            let entries = try session.history.entries(of: paths, limit: limit ?? .max)
            guard !entries.isEmpty else {
                let names = paths.joined(separator: words == .zh ? "、" : ", ")
                return context.say(
                    LocalizedText(zh: "没有改动过 \(names)。", en: "Nothing of \(names) was changed.")[words] + "\n")
            }
            let list = ChangeList(words: words, timeZone: context.timeZone)
            for entry in entries {
                var text = list.line(entry.change) + list.files(entry.files)
                if showsLines {
                    for file in entry.files {
                        let (before, after) = try session.history.versions(of: file)
                        text += list.difference(from: before, to: after)
                    }
                }
                try context.answer(text, words: words)
            }
        }
    }
}

extension ShowHistory {
    /// Records what other programs changed. Where that cannot be written, what is known already can be read nevertheless.
    ///
    /// - Returns: paths of files that are not kept.
    private func noticed(_ session: HistorySession, _ context: CommandContext) throws -> [String] {
        do {
            return try session.history.noticeIfBegun(at: context.seconds)
        } catch let error as HistoryError {
            let error = error.onDisk(of: session.session.folder)
            switch error {
            case .writing, .store, .diskFull, .unfinished: break
            default: throw error
            }
            context.say(
                LocalizedText(
                    zh: "最近在别的程序中的改动没有记录，下面只有以前的记录：\(error.message.zh)",
                    en:
                        "What other programs changed lately could not be recorded; this is what is known: \(error.message.en)"
                )[session.words] + "\n")
            return []
        }
    }
}

/// `undo`: takes a change back.
package struct UndoChange: Command {
    package var site: SiteChoice
    /// The first digits of the change; `nil` for the newest that a command made.
    package var change: String?
    /// Whether nothing is written.
    package var isDryRun: Bool

    /// - Parameter change: the first digits of the change; `nil` for the newest that a command made.
    package init(site: SiteChoice, change: String?, isDryRun: Bool) {
        self.site = site
        self.change = change
        self.isDryRun = isDryRun
    }

    package func run(in context: CommandContext) throws {
        let session = HistorySession(site, in: context)
        try session.run {
            let plan = try session.history.undoing(
                change, by: try session.person(isTrial: isDryRun), at: context.seconds, isTrial: isDryRun)
            try session.carryOut(plan, isDryRun: isDryRun)
        }
    }
}

/// `restore`: puts files back as they were.
package struct RestoreFiles: Command {
    package var site: SiteChoice
    /// Files, or folders with all that was in them; empty for the whole site.
    package var paths: [String]
    /// The first digits of a change, or a time.
    package var moment: String
    /// Whether nothing is written.
    package var isDryRun: Bool

    /// - Parameters:
    ///   - paths: files, or folders with all that was in them; empty for the whole site.
    ///   - moment: the first digits of a change, or a time, as `MomentReader` reads them.
    package init(site: SiteChoice, paths: [String], to moment: String, isDryRun: Bool) {
        self.site = site
        self.paths = paths
        self.moment = moment
        self.isDryRun = isDryRun
    }

    package func run(in context: CommandContext) throws {
        let session = HistorySession(site, in: context)
        guard let moment = MomentReader(now: context.now(), timeZone: context.timeZone).moment(moment) else {
            throw CommandFailure.usage(
                """
                Write --at as a change's digits (see showcase history), a day such as 2026-11-29, a time such as \
                "2026-11-29 15:00", or yesterday. --at 请写修改的编号（见 showcase history）、日期如 2026-11-29、\
                时间如 "2026-11-29 15:00"，或“昨天”。
                """)
        }
        try session.run {
            let plan = try session.history.restoring(
                paths.map { try session.path($0) }, to: moment, by: try session.person(isTrial: isDryRun),
                at: context.seconds, isTrial: isDryRun)
            try session.carryOut(plan, isDryRun: isDryRun)
        }
    }
}
