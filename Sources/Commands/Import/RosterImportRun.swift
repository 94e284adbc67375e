import Content
import Diagnostics
import FileSystem
import Foundation
import Importing
import Pipeline
import Values

/// `import roster`: takes a result table over into a year's roster.
package struct ImportRoster: Command {
    /// The table, as a person named it.
    package var file: String
    package var year: Int
    package var sheet: SheetChoice
    /// The questions that are answered with yes.
    package var accepted: Set<ImportAcceptance>
    /// Whether nothing is written.
    package var isDryRun: Bool
    package var site: SiteChoice
    /// How findings are written.
    package var format: OutputFormat

    /// An import of the only sheet that writes, and asks, where nothing else is said.
    package init(
        _ file: String, year: Int, site: SiteChoice, sheet: SheetChoice = .only,
        accepted: Set<ImportAcceptance> = [], isDryRun: Bool = false, format: OutputFormat = .text
    ) {
        self.file = file
        self.year = year
        self.site = site
        self.sheet = sheet
        self.accepted = accepted
        self.isDryRun = isDryRun
        self.format = format
    }

    package func run(in context: CommandContext) throws {
        try RosterImportRun(self, session: SiteSession(site, in: context)).run()
    }
}

/// From the file to the year's roster.
struct RosterImportRun {
    let file: String
    let year: Int
    let sheet: SheetChoice
    let accepted: Set<ImportAcceptance>
    let isDryRun: Bool
    let format: OutputFormat
    let session: SiteSession
    private let recorder: ChangeRecorder

    init(_ request: ImportRoster, session: SiteSession) {
        file = request.file
        year = request.year
        sheet = request.sheet
        accepted = request.accepted
        isDryRun = request.isDryRun
        format = request.format
        self.session = session
        recorder = ChangeRecorder(session)
    }

    private var context: CommandContext { session.context }

    private var rosterPath: String { "content/awards/\(year)/roster.csv" }
    private var editionPath: String { DraftEdition.path(year: year) }

    /// Enough for a table, too little for a film.
    private static let maximumByteCount = 16 * 1024 * 1024

    func run() throws {
        let content = try session.content()
        let today = try context.today()
        let siteLanguage = content.configuration.language
        let words = session.language(of: siteLanguage)
        let bytes = try read(siteLanguage)
        let folder = recorder.folder
        // What is written in the end goes over this, and over nothing that came later.
        let earlier = try earlierBytes(folder, siteLanguage)
        let imported: RosterImport
        do {
            imported = try RosterImport(
                bytes, name: URL(fileURLWithPath: file).lastPathComponent, sheet: sheet,
                into: try earlier.map { try RosterFile($0, path: rosterPath) },
                surroundings: RosterSurroundings(content, year: year, day: today), accepting: accepted)
        } catch let problem as TableProblem {
            if format != .text { try context.answer(.of([problem.finding(in: file)]), in: format, words: words) }
            throw session.failure(
                LocalizedText(zh: "\(file)：\(problem.message.zh)", en: "\(file): \(problem.message.en)"),
                help: problem.help, code: 1, site: siteLanguage)
        }
        let report = ImportReport(imported, language: words, showsNotes: format == .text)
        guard let merge = imported.merge else {
            if format != .text { try context.answer(.of(imported.findings(in: file)), in: format, words: words) }
            context.say(report.summary)
            throw refusal(siteLanguage)
        }
        if isDryRun {
            // Standard output holds nothing but findings where programs read it.
            if format == .text { try context.answer(report.table, words: words) } else { context.say(report.table) }
        }
        context.say(report.summary)
        let files = files(merge, content: content, folder: folder, today: today)
        try check(files, besides: imported.findings(in: file), today: today, words: words, siteLanguage)
        guard !isDryRun else {
            let text = LocalizedText(zh: "试运行，没有写文件；去掉 --dry-run 就会写入。", en: "A dry run: nothing was written.")
            return context.say(text[words] + "\n")
        }
        try save(files, merge, over: earlier, folder: folder, words: words, siteLanguage)
    }

    /// What is to be written: the roster, and the edition where there is none.
    private func files(
        _ merge: RosterMerge, content: SiteContent, folder: SiteFolder, today: CalendarDate
    ) -> [String: [UInt8]] {
        var files = [rosterPath: merge.file.bytes]
        guard !folder.holds(editionPath) else { return files }
        files[editionPath] = DraftEdition.bytes(year: year, for: content, today: today)
        return files
    }

    /// Says what the checks of the site would say about the roster; ends the program when there are errors.
    ///
    /// - Parameter notes: what the table itself is to be told for.
    private func check(
        _ files: [String: [UInt8]], besides notes: [Diagnostic], today: CalendarDate, words: MessageLanguage,
        _ siteLanguage: SiteLanguage
    ) throws {
        let findings = try ContentTrial.findings(
            inRoster: rosterPath, writing: files,
            BuildOptions(
                workspace: .disk(root: session.folder), today: today, jobs: context.processorCount))
        if format != .text {
            try context.answer(.of(notes + findings), in: format, words: words)
        } else if !findings.isEmpty {
            let heading = LocalizedText(
                zh: "导入后的 \(rosterPath)，检查结果如下：", en: "What the checks say of \(rosterPath) as it would be:")
            context.say(heading[words] + "\n")
            session.say(.of(findings), language: words)
        }
        if findings.contains(where: { $0.severity == .error }) { throw refusal(siteLanguage) }
    }

    private func refusal(_ siteLanguage: SiteLanguage) -> CommandFailure {
        session.failure(
            LocalizedText(zh: "有错误，没有写任何文件。", en: "With these errors nothing was written."), code: 1,
            site: siteLanguage)
    }

    private func save(
        _ files: [String: [UInt8]], _ merge: RosterMerge, over earlier: [UInt8]?, folder: SiteFolder,
        words: MessageLanguage, _ siteLanguage: SiteLanguage
    ) throws {
        if files[editionPath] == nil, merge.file.bytes == earlier {
            let text = LocalizedText(
                zh: "\(rosterPath) 与表一致，没有改动。", en: "\(rosterPath) agrees with the table and was left as it is.")
            return context.say(text[words] + "\n")
        }
        do {
            let edition = files[editionPath]
            try folder.replace(
                [Replacement(rosterPath, merge.file.bytes, over: FileVersion(earlier))]
                    + (edition.map { [Replacement(editionPath, $0, over: .absent)] } ?? []))
            var text = LocalizedText(zh: "已写入 \(rosterPath)。", en: "Wrote \(rosterPath).")[words] + "\n"
            if merge.file.wasReencoded {
                text +=
                    LocalizedText(zh: "这个文件原来是 GB18030 编码，现在是 UTF-8。", en: "The file was GB 18030 and is UTF-8 now.")[
                        words] + "\n"
            }
            if edition != nil {
                text +=
                    LocalizedText(
                        zh: "还没有 \(editionPath)，已生成草稿，请填写后再公示。",
                        en: "There was no \(editionPath): a draft was made, to be filled in.")[words] + "\n"
            }
            context.say(text)
            recorder.record(sentence(of: merge), site: siteLanguage)
        } catch let error as WritingError {
            throw session.failure(error.message, code: 73, site: siteLanguage)
        }
    }

    /// What the history says of the import.
    private func sentence(of merge: RosterMerge) -> LocalizedText {
        let name = URL(fileURLWithPath: file).lastPathComponent
        let added = merge.rows.count { $0.change == .added }
        let changed = merge.rows.count { row in
            if case .changed = row.change { true } else { false }
        }
        return LocalizedText(
            zh: "导入 \(year) 年度名单 \(name)：新增 \(added) 个班组，修改 \(changed) 个",
            en: "Imported the list of \(year) from \(name): \(added.counting("team")) added, \(changed) changed")
    }

    private func read(_ siteLanguage: SiteLanguage) throws -> [UInt8] {
        do {
            return try InputFile.read(context.path(file), limit: Self.maximumByteCount + 1)
        } catch {
            throw session.failure(error.message(file), code: 2, site: siteLanguage)
        }
    }

    /// The roster that is there already; `nil` where there is none.
    private func earlierBytes(_ folder: SiteFolder, _ siteLanguage: SiteLanguage) throws -> [UInt8]? {
        guard folder.holds(rosterPath) else { return nil }
        let bytes = Workspace.disk(root: session.folder).read(rosterPath, Self.maximumByteCount + 1)
        if let bytes, bytes.count > Self.maximumByteCount {
            // What is read in part would be written back in part.
            let mebibytes = Self.maximumByteCount / 1024 / 1024
            throw session.failure(
                LocalizedText(
                    zh: "\(rosterPath) 超过 \(mebibytes) MiB，没有导入。",
                    en: "\(rosterPath) is larger than \(mebibytes) MiB: nothing was imported."),
                code: 1, site: siteLanguage)
        }
        guard let bytes else {
            throw session.failure(
                LocalizedText(
                    zh: "\(rosterPath) 不是普通文件，或无法读取。", en: "\(rosterPath) is no ordinary file, or cannot be read."),
                code: 73, site: siteLanguage)
        }
        return bytes
    }
}
