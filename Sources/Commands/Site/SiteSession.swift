import Content
import Diagnostics
import History
import Values

/// Which site a command works on, and in which language it speaks of it.
package struct SiteChoice: Sendable {
    /// The folder that holds `site.config`, as a person named it.
    package var folder: String
    /// `--lang`; `nil` for what the environment or the site says.
    package var language: MessageLanguage?
    /// Who works on it; `nil` for whoever did last, or the account's name.
    package var person: EditorName?

    /// - Parameters:
    ///   - folder: the one that holds `site.config`, as a person named it.
    ///   - language: `nil` for what the environment or the site says.
    ///   - person: who works on it; `nil` for whoever did last, or the account's name.
    package init(folder: String, language: MessageLanguage? = nil, person: EditorName? = nil) {
        self.folder = folder
        self.language = language
        self.person = person
    }
}

/// A command at work on a site.
struct SiteSession: Sendable {
    let context: CommandContext
    let choice: SiteChoice

    init(_ choice: SiteChoice, in context: CommandContext) {
        self.choice = choice
        self.context = context
    }

    /// The folder that holds `site.config`.
    var folder: String { context.path(choice.folder) }

    /// `--lang`, else `SHOWCASE_LANG`, else the site's language.
    func language(of site: SiteLanguage?) -> MessageLanguage { context.language(choice.language, site: site) }

    /// The content of the site, whatever is wrong with it.
    ///
    /// - Throws: `CommandFailure` 2 after a message when there is no usable `site.config`.
    func content() throws -> SiteContent {
        let loaded = try SiteLoader.load(.disk(root: folder), jobs: context.processorCount)
        guard let content = loaded.content else {
            say(
                .of(loaded.diagnostics.filter { $0.range?.file.path == "site.config" }), language: language(of: nil))
            throw CommandFailure.ended(code: 2)
        }
        return content
    }

    /// Shows findings beside a command's answer.
    func say(_ report: DiagnosticReport, language: MessageLanguage) {
        context.say(
            OutputFormat.text.render(
                report, language: language, isColored: false, columns: TextRenderer.usualColumns))
    }

    /// Says why a command ends, and returns the end.
    func failure(
        _ message: LocalizedText, help: LocalizedText? = nil, code: Int32, site: SiteLanguage?
    ) -> CommandFailure {
        context.failure(message, help: help, code: code, words: language(of: site))
    }
}
