import ArgumentParser
import Content
import Diagnostics
import Foundation

/// Which site, and in which language it is spoken of.
struct SourceOptions: ParsableArguments {
    @Option(
        name: .customLong("source"),
        help: ArgumentHelp("Folder that holds site.config. 站点所在的文件夹（其中有 site.config）。", valueName: "folder"))
    var folder = "."

    @Option(
        name: .customLong("lang"), help: "Language of the messages: zh or en. 提示的语言。",
        transform: { try OptionValue.word($0) })
    var language: MessageLanguage?

    /// `--lang`, else `SHOWCASE_LANG`, else the site's language.
    func messageLanguage(of site: SiteLanguage?) -> MessageLanguage { Self.words(given: language, site: site) }

    /// `--lang`, else `SHOWCASE_LANG`.
    var statedLanguage: MessageLanguage? { language ?? Self.environmentLanguage }

    static func words(given: MessageLanguage?, site: SiteLanguage?) -> MessageLanguage {
        given ?? environmentLanguage ?? (site == .english ? .en : .zh)
    }

    private static var environmentLanguage: MessageLanguage? {
        ProcessInfo.processInfo.environment["SHOWCASE_LANG"].flatMap(MessageLanguage.init(rawValue:))
    }

    /// The content of the site, whatever is wrong with it.
    ///
    /// - Throws: `ExitCode(2)` after a message when there is no usable `site.config`.
    func content() throws -> SiteContent {
        let loaded = try SiteLoader.load(
            .disk(root: folder), jobs: ProcessInfo.processInfo.activeProcessorCount)
        guard let content = loaded.content else {
            let report = DiagnosticReport(loaded.diagnostics.filter { $0.range?.file.path == "site.config" })
            let text = OutputFormat.text.render(
                report, language: messageLanguage(of: nil), isColored: false, columns: TextRenderer.usualColumns)
            StandardError.write(text)
            throw ExitCode(2)
        }
        return content
    }

    /// Ends the program with a message.
    func failure(_ message: LocalizedText, help: LocalizedText? = nil, code: Int32, site: SiteLanguage?) -> ExitCode {
        Self.failure(message, help: help, code: code, words: messageLanguage(of: site))
    }

    static func failure(
        _ message: LocalizedText, help: LocalizedText? = nil, code: Int32, words: MessageLanguage
    ) -> ExitCode {
        let text = "showcase: \(message[words])\n" + (help.map { "  \($0[words])\n" } ?? "")
        StandardError.write(text)
        return ExitCode(code)
    }
}
