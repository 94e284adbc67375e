import Certificates
import Content
import Diagnostics
import Documents
import FileSystem
import Foundation
import Pipeline
import Publishing

/// `export`: makes a file of published data and writes it where it was asked for.
package struct ExportData: Command {
    /// What is exported.
    package enum Kind: Sendable {
        /// - Parameter year: `nil` for all years.
        case list(year: Int?, SiteExport.Format)
        /// A page for every title of a year that is held.
        case certificates(year: Int)
    }

    package var kind: Kind
    package var site: SiteChoice
    package var publication: PublicationChoice
    /// The file to write, as a person named it; `nil` for standard output.
    package var output: String?
    /// Whether a file that is there is written over without a question.
    package var overwrites: Bool

    /// An export of what is public today to standard output, where nothing else is said.
    package init(
        _ kind: Kind, site: SiteChoice, publication: PublicationChoice = PublicationChoice(), output: String? = nil,
        overwrites: Bool = false
    ) {
        self.kind = kind
        self.site = site
        self.publication = publication
        self.output = output
        self.overwrites = overwrites
    }

    package func run(in context: CommandContext) throws {
        let run = ExportRun(request: self, session: SiteSession(site, in: context))
        switch kind {
        case .list(let year, let format): try run.list(year: year, format: format)
        case .certificates(let year): try run.certificates(year: year)
        }
    }
}

/// Makes a file of published data and writes it.
struct ExportRun {
    let request: ExportData
    let session: SiteSession

    private var context: CommandContext { session.context }

    /// - Parameter year: `nil` for all years.
    func list(year: Int?, format: SiteExport.Format) throws {
        let export = try load()
        try refuseHandKept(export)
        do {
            guard let bytes = try export.list(year: year, format: format) else {
                throw noEdition(year ?? 0, export)
            }
            try write(bytes, export)
        } catch let error as WorkbookError {
            throw failure(Self.message(error), code: 73, export)
        }
    }

    private static func message(_ error: WorkbookError) -> LocalizedText {
        switch error {
        case .folder(let path, let errno): PublishingError.system(path: path, errno: errno).message
        case .library(let reason): LocalizedText(zh: "表格生成失败：\(reason)", en: "The spreadsheet failed: \(reason)")
        }
    }

    /// A page for every title of a year that is held.
    func certificates(year: Int) throws {
        guard request.output != nil || context.terminal == nil else {
            throw CommandFailure.usage("A PDF is not for a terminal: name a file with --output. 请用 --output 指定 PDF 文件。")
        }
        let export = try load()
        try refuseHandKept(export)
        do {
            switch try export.certificates(year: year) {
            case .made(let bytes, let pageCount):
                try write(bytes, export)
                let words = session.language(of: export.site?.configuration.language)
                let text = LocalizedText(
                    zh: "\(pageCount) 份证书，每份一页。", en: "\(pageCount.counting("certificate")), a page each.")
                context.say(text[words] + "\n")
            case .noEdition: throw noEdition(year, export)
            case .noTemplate:
                throw failure(
                    LocalizedText(
                        zh: "主题里没有 certificate.yaml；default 主题有一份可以照抄。",
                        en: "The theme has no certificate.yaml; the theme “default” has one to begin with."), code: 2,
                    export)
            case .wrongTemplate(let findings):
                let words = session.language(of: export.site?.configuration.language)
                session.say(.of(findings), language: words)
                throw CommandFailure.ended(code: 2)
            }
        } catch let error as CertificateError {
            throw failure(error.message, code: error == .fontsMissing ? 70 : 1, export)
        }
    }

    /// A roster that is kept by hand is not what a build publishes of it.
    private func refuseHandKept(_ export: SiteExport) throws {
        guard let output = request.output, SourcePlaces(site: session.folder).holdByHand(context.path(output)) else {
            return
        }
        throw failure(
            LocalizedText(
                zh: "\(output) 在网站的内容里（content、themes 或 site.config），没有写入；请导出到别的文件夹，如 -o \(Self.name(of: output))。",
                en:
                    "\(output) belongs to the site's content (content, themes or site.config) and was not written: name another folder, as in -o \(Self.name(of: output))."
            ), code: 2, export)
    }

    private static func name(of path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }

    private func noEdition(_ year: Int, _ export: SiteExport) -> CommandFailure {
        failure(
            LocalizedText(
                zh: "没有可以导出的 \(year) 年度：它不存在或未公开（草稿用 --drafts）。",
                en: "There is no edition \(year) to export: it does not exist or is not public (--drafts shows drafts)."
            ),
            code: 2, export)
    }

    /// The content; ends the program when it has errors, as a build would.
    func load() throws -> SiteExport {
        let export = try SiteExport(
            SiteRequest(site: request.site, publication: request.publication)
                .buildOptions(output: "", isDryRun: true, in: context))
        let words = session.language(of: export.site?.configuration.language)
        let errors = export.report.filtered { $0.severity == .error }
        guard !errors.entries.isEmpty else { return export }
        session.say(errors, language: words)
        let isConfiguration = errors.entries.contains { $0.diagnostic.range?.file.path == "site.config" }
        throw failure(
            LocalizedText(zh: "内容有错误，没有导出。", en: "The content has errors; nothing was exported."),
            code: isConfiguration ? 2 : 1, export)
    }

    func write(_ bytes: [UInt8], _ export: SiteExport) throws {
        guard let output = request.output else {
            return try context.answer(
                Data(bytes), words: session.language(of: export.site?.configuration.language))
        }
        let url = URL(fileURLWithPath: context.path(output))
        try confirmReplacing(output, export)
        do {
            try SiteFolder(url.deletingLastPathComponent().path).overwrite(url.lastPathComponent, bytes)
        } catch let error as WritingError {
            throw failure(error.message, code: 73, export)
        }
    }

    /// Makes sure that a file which is there may go.
    ///
    /// - Throws: `CommandFailure` 2 after a message when it may not.
    private func confirmReplacing(_ output: String, _ export: SiteExport) throws {
        guard !request.overwrites, access(context.path(output), F_OK) == 0 else { return }
        let words = session.language(of: export.site?.configuration.language)
        if let askedLine = context.askedLine {
            let question = LocalizedText(
                zh: "\(output) 已经存在，要覆盖吗？(y/N) ", en: "\(output) is there already. Write over it? (y/N) ")
            context.say(question[words])
            if ["y", "yes", "是"].contains((askedLine() ?? "").lowercased()) { return }
        }
        throw failure(
            LocalizedText(
                zh: "\(output) 已经存在，没有写入；要覆盖请加 --force。",
                en: "\(output) is there already and was not written; --force writes over it."), code: 2, export)
    }

    func failure(_ message: LocalizedText, code: Int32, _ export: SiteExport) -> CommandFailure {
        session.failure(message, code: code, site: export.site?.configuration.language)
    }
}
