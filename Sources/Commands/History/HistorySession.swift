import Content
import Diagnostics
import FileSystem
import Foundation
import History
import Pipeline
import Values

/// A command at work on the history of a site.
struct HistorySession {
    let history: SiteHistory
    let words: MessageLanguage
    let session: SiteSession

    init(_ site: SiteChoice, in context: CommandContext) {
        session = SiteSession(site, in: context)
        history = SiteHistory(site: session.folder, onWait: session.sayWaiting)
        words = session.language(of: nil)
    }

    /// Lines of a file that are shown before somebody says yes.
    private static let shownLineCount = 30

    private var context: CommandContext { session.context }

    /// Does something with the history; ends the command with a message where it cannot be done.
    func run(_ body: () throws -> Void) throws {
        do {
            guard Workspace.disk(root: session.folder).look("site.config") != nil else {
                throw context.failure(
                    LocalizedText(
                        zh: "\(session.choice.folder) 里没有 site.config，不是站点的文件夹。",
                        en: "There is no site.config in \(session.choice.folder): it is no site's folder."),
                    help: LocalizedText(zh: "站点在别处时用 --source 指定。", en: "Name the site's folder with --source."),
                    code: 2, words: words)
            }
            try body()
        } catch let error as HistoryError {
            let error = error.onDisk(of: session.folder)
            throw context.failure(error.message, code: code(of: error), words: words)
        }
    }

    private func code(of error: HistoryError) -> Int32 {
        switch error {
        case .store, .diskFull, .notAFolder, .writing, .unfinished: 73
        case .changedSince, .alreadyTakenBack, .unreadable: 1
        case .none, .noChange, .severalChanges, .nothingToUndo, .beginning, .tooEarly, .noSuchFile: 2
        }
    }

    /// - Parameter isTrial: whether nothing is kept.
    func person(isTrial: Bool) throws -> EditorName { try session.person(in: history, isTrial: isTrial) }

    /// A path from the site's folder: as it was written, or of what a person names from where they stand.
    func path(_ named: String) throws(CommandFailure) -> String {
        var name = named
        while name.hasSuffix("/"), name.count > 1 { name.removeLast() }
        if let path = SitePath(name) { return path.text }
        let site = URL(fileURLWithPath: session.folder).standardizedFileURL.path
        let path = URL(fileURLWithPath: context.path(name)).standardizedFileURL.path
        guard path.hasPrefix(site + "/"), let inside = SitePath(String(path.dropFirst(site.count + 1))) else {
            throw context.failure(
                LocalizedText(
                    zh: "“\(named)”不在站点文件夹里；路径从站点文件夹写起，如 content/about.md。",
                    en: "“\(named)” is not in the site's folder; write it from there, such as content/about.md."),
                code: 2, words: words)
        }
        return inside.text
    }

    /// Writes what was planned and says what it was, or only says it.
    func carryOut(_ plan: SiteHistory.Plan, isDryRun: Bool) throws {
        let list = ChangeList(words: words, timeZone: context.timeZone)
        guard !plan.files.isEmpty else {
            return context.say(
                LocalizedText(zh: "这些文件已经是那时的样子，没有改动。", en: "These files are as they were then; none was touched.")[
                    words] + "\n")
        }
        guard !isDryRun else {
            var text = plan.note.sentence[words] + "\n"
            for file in plan.files {
                text += list.file(file) + list.difference(from: file.before, to: file.after, limit: Self.shownLineCount)
            }
            try context.answer(text, words: words)
            try check(plan)
            return context.say(
                LocalizedText(zh: "试运行，没有写文件；去掉 --dry-run 就会写入。", en: "A dry run: nothing was written.")[words] + "\n")
        }
        guard let change = try history.carryOut(plan) else { return }
        let text = change.sentence[words] + "\n" + plan.files.map(list.file).joined()
        try context.answer(text, words: words)
        context.say(
            LocalizedText(
                zh: "这一步也可以撤回：showcase undo \(change.id)",
                en: "This can be taken back as well: showcase undo \(change.id)")[
                    words] + "\n")
    }

    /// Says what a check would find after a change and does not find now.
    private func check(_ plan: SiteHistory.Plan) throws {
        let changes = plan.files.map { file -> (String, FileChange) in
            switch file.after {
            case .bytes(let bytes): (file.path, .written(bytes))
            case .absent: (file.path, .removed)
            }
        }
        let options = BuildOptions(
            workspace: .disk(root: session.folder), today: try context.today(), jobs: context.processorCount)
        let added = try Trial(options).outcome(of: Dictionary(changes) { $1 }).added
        guard !added.isEmpty else {
            return context.say(
                LocalizedText(zh: "这样改以后，检查不会多出问题。", en: "A check would find nothing more than now.")[words] + "\n")
        }
        context.say(
            LocalizedText(zh: "这样改以后，检查会多出这些问题：", en: "What a check would find that it does not find now:")[words]
                + "\n")
        session.say(.of(added), language: words)
    }
}
