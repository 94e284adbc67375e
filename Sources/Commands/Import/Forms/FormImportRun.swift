import Content
import Diagnostics
import FileSystem
import Forms
import Foundation
import Importing
import Pipeline
import Screening
import Values

/// `import form`: drafts write-ups and roster rows from filled forms.
package struct ImportForms: Command {
    /// Forms, or folders with them, as a person named them.
    package var paths: [String]
    package var site: SiteChoice
    /// Takes the place of the year that a form names.
    package var year: Int?
    /// That of teams whose forms do not tell.
    package var province: Province?
    /// The questions that are answered with yes.
    package var accepted: Set<ImportAcceptance>
    /// Whether nothing is written.
    package var isDryRun: Bool
    /// Whether it is said of each field how it was found.
    package var isVerbose: Bool
    /// How findings are written; with text, in the report.
    package var format: OutputFormat
    /// The number of threads; `nil` for as many as can work beside each other.
    package var jobs: Int?

    /// An import that writes, and asks, where nothing else is said.
    package init(
        _ paths: [String], site: SiteChoice, year: Int? = nil, province: Province? = nil,
        accepted: Set<ImportAcceptance> = [], isDryRun: Bool = false, isVerbose: Bool = false,
        format: OutputFormat = .text, jobs: Int? = nil
    ) {
        self.paths = paths
        self.site = site
        self.year = year
        self.province = province
        self.accepted = accepted
        self.isDryRun = isDryRun
        self.isVerbose = isVerbose
        self.format = format
        self.jobs = jobs
    }

    package func run(in context: CommandContext) throws {
        try FormImportRun(request: self, session: SiteSession(site, in: context)).run()
    }
}

/// Reads filled forms, a few at a time, and writes the drafts made of them.
struct FormImportRun {
    private let request: ImportForms
    private let session: SiteSession
    /// `nil` for the site's.
    private let language: MessageLanguage?
    private let jobs: Int

    /// Forms that are in memory at once: each may have pictures.
    private static let batchSize = 16

    init(request: ImportForms, session: SiteSession) {
        self.request = request
        self.session = session
        language = session.context.statedLanguage(session.choice.language)
        jobs = request.jobs ?? session.context.processorCount
    }

    func run() throws {
        let (content, findings) = try site()
        guard let content else {
            report(findings.first?.message ?? LocalizedText(zh: "读不了站点。", en: "The site cannot be read."), .zh)
            throw CommandFailure.ended(code: 2)
        }
        let words = language ?? (content.configuration.language == .english ? .en : .zh)
        let forms = content.documents[.form].compactMap { $0.definition?.value }.filter { form in
            form.fields.contains { $0.destination != nil }
        }
        guard !forms.isEmpty else {
            report(
                LocalizedText(
                    zh: "站点里没有可以导入的表格定义（content/forms/…/form.yaml）。",
                    en: "The site has no form that could be imported (content/forms/…/form.yaml)."), words)
            throw CommandFailure.ended(code: 2)
        }
        let files = HandedInFiles(request.paths, in: session.context)
        guard !files.forms.isEmpty else {
            let others = files.others.isEmpty ? "" : files.others.prefix(8).joined(separator: "、")
            report(
                LocalizedText(
                    zh: "没有找到 Word 文件\(others.isEmpty ? "" : "（只有 \(others)）")。",
                    en: "There are no Word files\(others.isEmpty ? "" : ", only \(others)")."), words)
            throw CommandFailure.ended(code: 2)
        }
        let recorder = ChangeRecorder(session)
        // What was written before something went wrong is there, and is recorded as well.
        func record() { recorder.record(sentence(of: recorder.files), site: content.configuration.language) }
        defer { record() }
        var writer = try DraftWriter(content: content, request: request, folder: recorder.folder, session: session)
        var report = FormImportReport(language: words, isVerbose: request.isVerbose || files.forms.count <= 3)
        report.addSkipped(files.others)
        let progress = ImportProgress(count: files.forms.count, language: words, context: session.context)
        defer { progress.end() }
        do {
            try draft(files, of: forms, in: content, by: &writer, into: &report, progress)
        } catch let error as WritingError {
            progress.end()
            // What was written before is there.
            report.addRosters(writer.rosters)
            try answer(report, [], words)
            self.report(error.message, words)
            throw CommandFailure.ended(code: 73)
        }
        // Nobody waits for the checks.
        record()
        let checked = try ContentTrial.findings(
            inDrafts: writer.texts,
            BuildOptions(
                workspace: .disk(root: session.folder), today: session.context.today(), jobs: jobs))
        try answer(report, checked, words)
        if report.hasFailures || checked.contains(where: { $0.severity == .error }) {
            throw CommandFailure.ended(code: 1)
        }
    }

    /// What the history says of the import.
    private func sentence(of files: [WritingStep.File]) -> LocalizedText {
        let count = files.count { $0.path.hasSuffix(".md") && $0.path.hasPrefix("content/awards/") }
        return LocalizedText(
            zh: "导入申报表，写入 \(count) 份材料", en: "Imported forms: \(count.counting("write-up")) written")
    }

    /// The report is the answer; where programs read standard output, findings are, and nothing else.
    ///
    /// - Parameter checked: what the checks of the site say of the drafts.
    private func answer(_ report: FormImportReport, _ checked: [Diagnostic], _ words: MessageLanguage) throws {
        let text = report.text(isDryRun: request.isDryRun)
        guard request.format == .text else {
            session.context.say(text)
            return try session.context.answer(.of(report.findings + checked), in: request.format, words: words)
        }
        try session.context.answer(text, words: words)
        guard !checked.isEmpty else { return }
        let heading = LocalizedText(
            zh: "起草的文件，检查结果如下，改正后才能发布：",
            en: "What the checks say of the drafted files, to be mended before they are published:")
        session.context.say(heading[words] + "\n")
        session.say(.of(checked), language: words)
    }

    private func draft(
        _ files: HandedInFiles, of forms: [FormDefinition], in content: SiteContent, by writer: inout DraftWriter,
        into report: inout FormImportReport, _ progress: ImportProgress
    ) throws {
        let contacts = content.configuration.checks.contacts
        for start in stride(from: 0, to: files.forms.count, by: Self.batchSize) {
            let batch = Array(files.forms[start..<min(start + Self.batchSize, files.forms.count)])
            let results = ParallelWork.map(count: batch.count, jobs: jobs) { index in
                Self.draft(of: batch[index], among: files, forms: forms, contacts: contacts)
            }
            let drafts = zip(batch, results).compactMap { path, result in
                (try? result.get()).map { (path: path, draft: $0) }
            }
            var destinations = try writer.place(drafts).makeIterator()
            for (path, result) in zip(batch, results) {
                switch result {
                case .failure(let problem): report.add(path, problem)
                case .success(let draft):
                    switch destinations.next() {
                    case .place(let place): report.add(path, draft, try writer.write(draft, at: place))
                    case .twin(let twin, let reasons): report.add(path, draft, twinOf: twin, reasons)
                    case .refused(let refusal): report.add(path, refusal)
                    case .unclear(let candidates): report.add(path, draft, mayBe: candidates)
                    case .notListed(let year): report.add(path, draft, notListedIn: year)
                    case nil: preconditionFailure("every draft has a destination")
                    }
                }
            }
            progress.show(start + batch.count)
        }
        progress.end()
        report.addRosters(writer.rosters)
        report.addEditions(try writer.writeEditions(for: content))
    }

    private static func draft(
        of path: String, among files: HandedInFiles, forms: [FormDefinition], contacts: PublishedContacts
    ) -> Result<FormDraft, FilledFormProblem> {
        do {
            let bytes = try files.bytes(of: path)
            return .success(FormDraft(try FilledForm(bytes, forms: forms), contacts: contacts))
        } catch let problem as FilledFormProblem {
            return .failure(problem)
        } catch {
            return .failure(.unreadable(LocalizedText(zh: "\(error)", en: "\(error)")))
        }
    }

    private func site() throws -> (SiteContent?, [Diagnostic]) {
        do {
            let result = try SiteLoader.load(.disk(root: session.folder), jobs: jobs)
            return (result.content, result.diagnostics)
        } catch {
            report(LocalizedText(zh: "读不了站点：\(error)", en: "The site cannot be read: \(error)"), language ?? .zh)
            throw CommandFailure.ended(code: 2)
        }
    }

    private func report(_ message: LocalizedText, _ language: MessageLanguage) {
        session.context.say("showcase: \(message[self.language ?? language])\n")
    }
}

/// A line on the terminal that counts the forms; nothing where standard error is no terminal.
struct ImportProgress {
    let count: Int
    let language: MessageLanguage
    let context: CommandContext

    func show(_ done: Int) {
        guard context.rewritesLines else { return }
        let text = LocalizedText(zh: "读表 \(done)/\(count)", en: "forms \(done)/\(count)")[language]
        context.say("\r\u{1B}[K\(text)")
    }

    func end() {
        guard context.rewritesLines else { return }
        context.say("\r\u{1B}[K")
    }
}
