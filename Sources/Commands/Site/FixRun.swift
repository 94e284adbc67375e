import Diagnostics
import FileSystem
import Foundation
import Pipeline
import Values

/// `check --fix`: takes over what can be mended unseen, and shows every line that changes.
struct FixRun {
    /// Whether the changes are only shown.
    let isDryRun: Bool
    let language: MessageLanguage
    /// Whether the changed lines go to standard output, else to standard error.
    let showsLinesAsAnswer: Bool
    let recorder: ChangeRecorder
    let context: CommandContext

    /// Returns how many mends there are.
    func apply(_ outcome: SafeFixes.Outcome) throws -> Int {
        var count = 0
        for file in outcome.files {
            let lines = file.fixes.flatMap { fix in
                ["\(file.path):\(fix.finding.range?.start.line ?? 1)"] + TextDifference.lines(of: fix.finding)
            }
            let text = lines.map { $0 + "\n" }.joined()
            if showsLinesAsAnswer {
                try context.answer(text, words: language)
            } else {
                context.say(text)
            }
            count += file.fixes.reduce(0) { $0 + $1.count }
            guard !isDryRun else { continue }
            do {
                try recorder.folder.replace([Replacement(file.path, file.bytes, over: .bytes(file.original))])
            } catch let error as WritingError {
                throw context.failure(error.message, code: 73, words: language)
            }
        }
        recorder.record(
            LocalizedText(zh: "自动改正 \(count) 处", en: "Mended \(count.counting("place"))"),
            site: language == .zh ? .chinese : .english)
        let lines = outcome.obstacles.map { obstacle in
            let place = obstacle.finding.range.map { "\($0.file.path):\($0.start.line)" } ?? ""
            return language == .zh
                ? "没有改正 \(place)：\(obstacle.reason.zh)。" : "Not mended: \(place): \(obstacle.reason.en)."
        }
        var text =
            switch (language, isDryRun) {
            case (.zh, true): "可以改正 \(count) 处；去掉 --dry-run 就会写入文件。"
            case (.zh, false): "已改正 \(count) 处。"
            case (.en, true): "\(count) can be mended; without --dry-run \(count == 1 ? "it is" : "they are")."
            case (.en, false): "\(count) mended."
            }
        if outcome.undecidedCount > 0 {
            text +=
                language == .zh
                ? "另有 \(outcome.undecidedCount) 处建议要由人来决定，见检查结果。"
                : " \(outcome.undecidedCount.counting("more proposal is", "more proposals are")) for a person to decide: see the findings."
        }
        context.say((lines + [text]).map { $0 + "\n" }.joined())
        return count
    }
}
