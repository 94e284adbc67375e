import Content
import Diagnostics
import Foundation
import Pipeline
import Publishing
import Rules
import Values

/// How much a command says at its end.
package struct SummaryStyle: Sendable {
    /// Whether it says how long each stage took.
    package let showsTimings: Bool
    /// Whether it names what was left out and what was removed.
    package let isVerbose: Bool

    /// - Parameters:
    ///   - showsTimings: whether it says how long each stage took.
    ///   - isVerbose: whether it names what was left out and what was removed.
    package init(showsTimings: Bool = false, isVerbose: Bool = false) {
        self.showsTimings = showsTimings
        self.isVerbose = isVerbose
    }
}

/// What becomes of proposals that are safe.
package enum SafeFixUse: Sendable {
    case shown, made
}

/// Runs a build for a command and turns what came of it into output and an exit code.
struct CommandRun {
    private let request: SiteRequest
    private let context: CommandContext

    init(_ request: SiteRequest, in context: CommandContext) {
        self.request = request
        self.context = context
    }

    /// The folder that holds `site.config`.
    private var folder: String { context.path(request.site.folder) }

    /// - Parameters:
    ///   - summary: `nil` to say nothing but findings.
    ///   - baseline: findings that are known already.
    ///   - ledger: whether what a published site holds is kept.
    ///   - only: the rules whose findings are shown and count; `nil` for all.
    ///   - fixes: what becomes of proposals that are safe; `nil` to leave them as findings.
    func run(
        _ build: BuildOptions, summary: SummaryStyle?, baseline: BaselineFile? = nil, ledger: LedgerKeeping = .never,
        only: Set<Rule>? = nil, fixes: SafeFixUse? = nil
    ) throws {
        var outcome = try outcome(of: build)
        let language = self.language(of: outcome.site?.configuration.language)
        func select() {
            guard let only else { return }
            outcome.report = outcome.report.filtered { only.contains($0.rule) }
        }
        select()
        if let fixes {
            // Standard output holds nothing but findings where programs read it.
            let run = FixRun(
                isDryRun: fixes == .shown, language: language, showsLinesAsAnswer: request.format == .text,
                recorder: ChangeRecorder(SiteSession(request.site, in: context)), context: context)
            let mends = try SafeFixes.outcome(of: outcome.report, in: build.workspace) { files in
                // A check in memory: what it would find again is no mend.
                var trial = build
                trial.externalLinks = nil
                trial.workspace = build.workspace.changed(by: files.mapValues { .written($0) })
                return try self.outcome(of: trial).report
            }
            if try run.apply(mends) > 0, fixes == .made {
                // What was mended is not shown again.
                outcome = try self.outcome(of: build)
                select()
            }
        }
        let comparison = try baseline?.apply(to: outcome.report, in: context, words: language) { name in
            guard let rule = RuleCatalogue.rule(named: name) else { return true }
            return only?.contains(rule) ?? true
                && (build.externalLinks != nil || !Rule.rulesOfOtherSites.contains(rule))
        }
        if let comparison { outcome.report = comparison.report }
        try write(outcome.report, language: language)
        if let summary {
            var text = BuildSummary(outcome, options: build, language: language)
                .text(showsTimings: summary.showsTimings, isVerbose: summary.isVerbose)
            if let comparison { text += lines(about: comparison, baseline: baseline?.path ?? "", language) }
            context.say(text)
        }
        try exit(with: outcome)
        if outcome.published != nil, let site = outcome.site {
            try LedgerFile.write(site, source: folder, ledger, report: report)
        }
    }

    /// What is to be said of a baseline: what it hides, and what of it is over.
    private func lines(about comparison: Baseline.Comparison, baseline path: String, _ language: MessageLanguage)
        -> String
    {
        let (old, unused) = (comparison.oldCount, comparison.unusedCount)
        var text = ""
        if old > 0 {
            text +=
                language == .zh
                ? "基线中已有的结果 \(old) 条，没有列出。\n"
                : "\(old.counting("finding")) of the baseline \(old == 1 ? "is" : "are") not shown.\n"
        }
        if unused > 0 {
            text +=
                language == .zh
                ? "基线中有 \(unused) 条已不再出现；请用 check --baseline \(path) --update-baseline 更新基线。\n"
                : "\(unused.counting("entry", "entries")) of the baseline \(unused == 1 ? "occurs" : "occur") no more; renew it with check --baseline \(path) --update-baseline.\n"
        }
        return text
    }

    /// The addresses of the site, one a line.
    func routes(_ build: BuildOptions, showsKinds: Bool) throws -> String {
        let outcome = try outcome(of: build)
        guard let site = outcome.site else {
            try write(outcome.report, language: self.language(of: nil))
            try exit(with: outcome)
            return ""
        }
        return site.routes.routes.map { (showsKinds ? $0.kindName + "\t" : "") + $0.url + "\n" }.joined()
    }

    private func interruption() -> Interruption {
        let language = language(of: nil)
        let context = context
        return context.interruption {
            let text = LocalizedText(
                zh: "正在停止……再按一次 Ctrl-C 立即结束，留下的临时文件由下次生成删除。",
                en: "Stopping… Ctrl-C again ends the program at once; the next build removes the temporary files.")
            context.say("\nshowcase: \(text[language])\n")
        }
    }

    private func outcome(of build: BuildOptions) throws -> Build.Outcome {
        // Machine formats are read by programs, which do without.
        let line = request.format == .text ? ProgressLine.start(in: context, language: language(of: nil)) : nil
        defer { line?.end() }
        var build = build
        if let line { build.progress = { line.note($0) } }
        // A check leaves nothing that would have to be removed.
        let interruption = build.output == nil ? nil : interruption()
        if let interruption { build.isCancelled = { interruption.isRequested } }
        do {
            return try DraftCheck.run(build)
        } catch let error as PublishingError {
            report(error.message)
            throw CommandFailure.ended(code: error.exitCode)
        } catch let error as CancellationError {
            guard let interruption else { throw error }
            report(
                LocalizedText(
                    zh: "已停止：没有发布，原来的网站保持不变，临时文件已经删除。",
                    en:
                        "Stopped: nothing was published, the old site stands as it was, and temporary files are removed."
                ))
            throw CommandFailure.ended(code: interruption.exitCode)
        } catch {
            report(LocalizedText(zh: "程序故障：\(error)", en: "A fault of the program: \(error)"))
            throw CommandFailure.ended(code: 70)
        }
    }

    private func write(_ report: DiagnosticReport, language: MessageLanguage) throws {
        try context.answer(report, in: request.format, words: language, isStrict: request.isStrict)
    }

    private func report(_ message: LocalizedText) {
        context.say("showcase: \(message[language(of: nil)])\n")
    }

    private func language(of site: SiteLanguage?) -> MessageLanguage {
        context.language(request.site.language, site: site)
    }

    private func exit(with outcome: Build.Outcome) throws {
        guard outcome.report.isFailure(strict: request.isStrict) else { return }
        let isConfiguration = outcome.report.entries.contains {
            $0.diagnostic.severity == .error && $0.diagnostic.range?.file.path == "site.config"
        }
        throw CommandFailure.ended(code: isConfiguration ? 2 : 1)
    }
}
