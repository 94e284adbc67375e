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
        let forms = content.forms.compactMap { $0.definition?.value }.filter { form in
            form.fields.contains { $0.destination != nil }
        }
        guard !forms.isEmpty else {
            report(
                LocalizedText(
                    zh: "站点里没有可以导入的表格定义（content/forms/…/form.yaml）。",
                    en: "The site has no form that could be imported (content/forms/…/form.yaml)."), words)
            throw ExitCode(2)
        }
        let files = HandedInFiles.expanded(paths)
        var writer = DraftWriter(content: content, run: self)
        var report = FormImportReport(language: words, isVerbose: isVerbose || files.count <= 3)
        let progress = ImportProgress(count: files.count, language: words)
        defer { progress.end() }
        do {
            try draft(files, of: forms, in: content, by: &writer, into: &report, progress)
        } catch let error as WritingError {
            progress.end()
            // What was written before is there.
            report.addRosters(writer.rosters)
            FileHandle.standardOutput.write(Data(report.text(isDryRun: isDryRun).utf8))
            self.report(error.message, words)
            throw ExitCode(73)
        }
        FileHandle.standardOutput.write(Data(report.text(isDryRun: isDryRun).utf8))
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
            var places = try writer.place(results.compactMap { try? $0.get() }).makeIterator()
            for (path, result) in zip(batch, results) {
                switch result {
                case .failure(let problem): report.add(path, problem)
                case .success(let draft):
                    let place = places.next() ?? nil
                    report.add(path, draft, try place.map { try writer.write(draft, at: $0) })
                }
            }
            progress.show(start + batch.count)
        }
        progress.end()
        report.addRosters(writer.rosters)
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
            return .failure(.unreadable("\(error)"))
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
        FileHandle.standardError.write(Data("showcase: \(message[self.language ?? language])\n".utf8))
    }
}

/// The files that a person names, whatever stands there.
enum HandedInFiles {
    /// Files, and those of folders that end in `.docx`, in the order of their names.
    static func expanded(_ paths: [String]) -> [String] {
        paths.flatMap { path -> [String] in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue,
                let names = try? FileManager.default.contentsOfDirectory(atPath: path)
            else { return [path] }
            return names.filter { $0.lowercased().hasSuffix(".docx") && !SourceReader.isHidden($0) }.sorted()
                .map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
        }
    }

    /// - Throws: `FilledFormProblem`.
    static func bytes(of path: String) throws -> [UInt8] {
        // O_NONBLOCK, so that a pipe in the place of a file does not hold the program.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FilledFormProblem.unreadable(String(cString: strerror(errno))) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw FilledFormProblem.unreadable("not a file")
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
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }

    func end() {
        guard isShown else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
