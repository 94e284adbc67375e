import ArgumentParser
import Content
import ContentWriting
import Diagnostics
import FormReading
import Forms
import Foundation

/// Reads filled forms, a few at a time, and writes the drafts made of them.
struct FormImportRun {
    let source: String
    let year: Int?
    let province: Province?
    let accepted: Set<ImportAcceptance>
    let isDryRun: Bool
    let isVerbose: Bool
    /// `nil` for the site's.
    let language: MessageLanguage?
    let jobs: Int

    /// Forms that are in memory at once: each may have pictures.
    private static let batchSize = 16

    func run(_ paths: [String]) throws {
        let (content, findings) = try site()
        guard let content else {
            report(findings.first?.message ?? LocalizedText(zh: "读不了站点。", en: "The site cannot be read."), .zh)
            throw ExitCode(2)
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
            throw ExitCode(2)
        }
        let files = HandedInFiles(paths)
        guard !files.forms.isEmpty else {
            let others = files.others.isEmpty ? "" : files.others.prefix(8).joined(separator: "、")
            report(
                LocalizedText(
                    zh: "没有找到 Word 文件\(others.isEmpty ? "" : "（只有 \(others)）")。",
                    en: "There are no Word files\(others.isEmpty ? "" : ", only \(others)")."), words)
            throw ExitCode(2)
        }
        var writer = DraftWriter(content: content, run: self)
        var report = FormImportReport(language: words, isVerbose: isVerbose || files.forms.count <= 3)
        report.addSkipped(files.others)
        let progress = ImportProgress(count: files.forms.count, language: words)
        defer { progress.end() }
        do {
            try draft(files.forms, of: forms, in: content, by: &writer, into: &report, progress)
        } catch let error as WritingError {
            progress.end()
            // What was written before is there.
            report.addRosters(writer.rosters)
            try StandardOutput.write(report.text(isDryRun: isDryRun), words: words)
            self.report(error.message, words)
            throw ExitCode(73)
        }
        try StandardOutput.write(report.text(isDryRun: isDryRun), words: words)
        if report.hasFailures { throw ExitCode(1) }
    }

    private func draft(
        _ files: [String], of forms: [FormDefinition], in content: SiteContent, by writer: inout DraftWriter,
        into report: inout FormImportReport, _ progress: ImportProgress
    ) throws {
        let contacts = content.configuration.checks.contacts
        for start in stride(from: 0, to: files.count, by: Self.batchSize) {
            let batch = Array(files[start..<min(start + Self.batchSize, files.count)])
            let results = ParallelWork.map(count: batch.count, jobs: jobs) { index in
                Self.draft(of: batch[index], forms: forms, contacts: contacts)
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
        of path: String, forms: [FormDefinition], contacts: PublishedContacts
    ) -> Result<FormDraft, FilledFormProblem> {
        do {
            let bytes = try HandedInFiles.bytes(of: path)
            return .success(FormDraft(try FilledForm(bytes, forms: forms), contacts: contacts))
        } catch let problem as FilledFormProblem {
            return .failure(problem)
        } catch {
            return .failure(.unreadable(LocalizedText(zh: "\(error)", en: "\(error)")))
        }
    }

    private func site() throws -> (SiteContent?, [Diagnostic]) {
        do {
            let result = try SiteLoader.load(.disk(root: source), jobs: jobs)
            return (result.content, result.diagnostics)
        } catch {
            report(LocalizedText(zh: "读不了站点：\(error)", en: "The site cannot be read: \(error)"), language ?? .zh)
            throw ExitCode(2)
        }
    }

    private func report(_ message: LocalizedText, _ language: MessageLanguage) {
        StandardError.write("showcase: \(message[self.language ?? language])\n")
    }
}

/// The files that a person names, whatever stands there, and those of folders with the folders in them, in the order of
/// their names.
struct HandedInFiles {
    /// Also files of other word processors: they are refused one by one, each with what to do.
    private static let endings = [".docx", ".doc", ".docm", ".dotx", ".dot", ".wps", ".wpt", ".rtf", ".odt"]
    /// Deeper than anybody files letters.
    private static let maximumDepth = 8

    private(set) var forms: [String] = []
    /// Files of folders that are no texts.
    private(set) var others: [String] = []

    init(_ paths: [String]) {
        for path in paths {
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
                look(into: path.hasSuffix("/") ? String(path.dropLast()) : path, depth: 1)
            } else {
                forms.append(path)
            }
        }
    }

    private mutating func look(into folder: String, depth: Int) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
        // Word keeps `~$` files beside what is open.
        for name in names.sorted() where !SourceReader.isHidden(name) && !name.hasPrefix("~$") {
            let path = folder + "/" + name
            let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
            if kind == .typeDirectory {
                if depth < Self.maximumDepth { look(into: path, depth: depth + 1) } else { others.append(path) }
            } else if Self.endings.contains(where: name.lowercased().hasSuffix) {
                forms.append(path)
            } else {
                others.append(path)
            }
        }
    }

    /// - Throws: `FilledFormProblem`.
    static func bytes(of path: String) throws -> [UInt8] {
        // O_NONBLOCK, so that a pipe in the place of a file does not hold the program.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FilledFormProblem.unreadable(.systemReason(errno)) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw FilledFormProblem.unreadable(LocalizedText(zh: "不是普通文件", en: "it is no regular file"))
        }
        // More than any form has is not read into memory.
        guard status.st_size <= FilledFormLimits.maximumByteCount else { throw FilledFormProblem.tooLarge }
        return Array(try file.read(upToCount: FilledFormLimits.maximumByteCount + 1) ?? Data())
    }
}

/// A line on the terminal that counts the forms; nothing where standard error is no terminal.
struct ImportProgress {
    let count: Int
    let language: MessageLanguage
    private let isShown = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"

    init(count: Int, language: MessageLanguage) {
        self.count = count
        self.language = language
    }

    func show(_ done: Int) {
        guard isShown else { return }
        let text = LocalizedText(zh: "读表 \(done)/\(count)", en: "forms \(done)/\(count)")[language]
        StandardError.write("\r\u{1B}[K\(text)")
    }

    func end() {
        guard isShown else { return }
        StandardError.write("\r\u{1B}[K")
    }
}
