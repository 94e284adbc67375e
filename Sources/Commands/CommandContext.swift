import Diagnostics
import Foundation
import Pipeline
import Values

/// What is around a command: where it stands, what it is told by, and whom it answers. A command knows the process through
/// this value alone, so that it runs in tests without one.
package struct CommandContext: Sendable {
    /// The folder that relative paths begin at; `nil` for the current folder of the process.
    package var folder: String?
    /// The variables of the environment.
    package var variables: [String: String]
    /// The time now.
    package var now: @Sendable () -> Date
    /// The one in which times are told and read.
    package var timeZone: TimeZone
    /// Threads that can work beside each other.
    package var processorCount: Int
    /// Standard output and standard error.
    package var streams: CommandStreams
    /// The terminal that standard output goes to; `nil` for a file or a pipe.
    package var terminal: Terminal?
    /// Whether standard error is a terminal on which a line can be written over itself.
    package var rewritesLines: Bool
    /// Reads one line that a person types; `nil` where nobody can be asked.
    package var askedLine: (@Sendable () -> String?)?
    /// Begins to watch for what breaks a command off; told once when it comes.
    package var interruption: @Sendable (_ notice: @escaping @Sendable () -> Void) -> Interruption
    /// Opens an address in the person's browser.
    package var openAddress: @Sendable (_ url: String) -> Void

    /// A context of what a test, or the process, has around it; nobody can be asked, and nothing breaks the command off.
    package init(
        folder: String?, variables: [String: String], now: @escaping @Sendable () -> Date, processorCount: Int,
        streams: CommandStreams
    ) {
        self.folder = folder
        self.variables = variables
        self.now = now
        timeZone = .gmt
        self.processorCount = processorCount
        self.streams = streams
        rewritesLines = false
        interruption = { _ in .never }
        openAddress = { _ in }
    }

    /// Where a path leads that a person named.
    func path(_ named: String) -> String {
        guard let folder, !named.hasPrefix("/") else { return named }
        return named == "." ? folder : folder + "/" + named
    }

    /// The day that commands work on: that of `SOURCE_DATE_EPOCH`, else of the clock.
    ///
    /// - Throws: `CommandFailure` for a value that is no time.
    func today() throws -> CalendarDate {
        guard let today = BuildDay.today(environment: variables, now: now()) else {
            throw CommandFailure.usage(
                """
                SOURCE_DATE_EPOCH must be a number of seconds since 1970, digits only, up to 7258089599 (the end of 2199), such as 1606780800. \
                环境变量 SOURCE_DATE_EPOCH 应为 1970 年以来的秒数，只用数字，最大 7258089599（2199 年底），如 1606780800。
                """)
        }
        return today
    }

    // MARK: Words

    /// The language that a person asked for: `--lang`, else `SHOWCASE_LANG`.
    func statedLanguage(_ given: MessageLanguage?) -> MessageLanguage? {
        given ?? variables["SHOWCASE_LANG"].flatMap(MessageLanguage.init(rawValue:))
    }

    /// `--lang`, else `SHOWCASE_LANG`, else the site's language.
    func language(_ given: MessageLanguage?, site: SiteLanguage?) -> MessageLanguage {
        statedLanguage(given) ?? (site == .english ? .en : .zh)
    }

    /// Writes to the person at the terminal. What cannot be written there cannot be told anywhere.
    func say(_ text: String) { streams.error(text) }

    /// Writes a command's answer.
    ///
    /// - Throws: `CommandFailure` 73 after a message when it cannot be written, as on a full disk.
    func answer(_ text: String, words: MessageLanguage) throws { try answer(Data(text.utf8), words: words) }

    /// Writes a command's answer.
    ///
    /// - Throws: `CommandFailure` 73 after a message when it cannot be written, as on a full disk.
    func answer(_ bytes: Data, words: MessageLanguage) throws {
        do {
            try streams.output(bytes)
        } catch {
            let reason = LocalizedText.systemReason(error.errno)
            throw failure(
                LocalizedText(
                    zh: "写不到标准输出：\(reason.zh)。", en: "standard output cannot be written: \(reason.en)."), code: 73,
                words: words)
        }
    }

    /// Writes findings. Machine-readable ones go to standard output, which then holds nothing else; text goes there as well,
    /// the summary to standard error.
    ///
    /// - Parameter isStrict: whether warnings make the command fail.
    /// - Throws: `CommandFailure` 73 after a message when they cannot be written.
    func answer(
        _ report: DiagnosticReport, in format: OutputFormat, words: MessageLanguage, isStrict: Bool = false
    ) throws {
        let text = format.render(
            report, language: words, isColored: terminal?.takesColors ?? false,
            columns: terminal?.columns ?? TextRenderer.usualColumns, isStrict: isStrict)
        try answer(text, words: words)
        guard format == .github, let path = variables["GITHUB_STEP_SUMMARY"],
            let file = FileHandle(forWritingAtPath: self.path(path))
        else { return }
        _ = try? file.seekToEnd()
        file.write(Data(StepSummary.markdown(report, language: words).utf8))
        try? file.close()
    }

    /// Says why a command ends, and returns the end.
    func failure(
        _ message: LocalizedText, help: LocalizedText? = nil, code: Int32, words: MessageLanguage
    ) -> CommandFailure {
        say("showcase: \(message[words])\n" + (help.map { "  \($0[words])\n" } ?? ""))
        return .ended(code: code)
    }
}
