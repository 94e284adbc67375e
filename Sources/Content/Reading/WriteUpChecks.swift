import Diagnostics
import Fields
import Markdown
import Rules

/// What the application form asks of a write-up.
enum WriteUpChecks {
    /// The form's five parts: their names, and the words that tell a heading to be of the part.
    private static let parts: [(name: LocalizedText, words: [String])] = [
        (LocalizedText(zh: "班组简介", en: "the team (班组简介)"), ["简介", "概况", "基本情况", "介绍"]),
        (LocalizedText(zh: "班组建设", en: "its foundations (班组建设)"), ["建设", "基础", "组织"]),
        (LocalizedText(zh: "质量意识与方法应用", en: "awareness and methods (质量意识与方法应用)"), ["意识", "方法", "工具", "培训"]),
        (LocalizedText(zh: "质量改进与创新", en: "improvement and innovation (质量改进与创新)"), ["改进", "创新"]),
        (LocalizedText(zh: "服务、目标与成效", en: "service, goals and results (服务、目标与成效)"), ["服务", "目标", "成效", "指标"]),
    ]

    /// Findings about the text.
    ///
    /// - Parameter title: where findings about the text as a whole stand.
    static func findings(about text: MarkdownDocument, title: SourceRange) -> [Diagnostic] {
        [length(of: text, title), missingParts(of: text, title)].compactMap { $0 }
    }

    /// Findings about the figures.
    static func findings(about indicators: [WriteUpEntry.Indicator]) -> [Diagnostic] { indicators.compactMap(worse) }

    private static func length(of text: MarkdownDocument, _ title: SourceRange) -> Diagnostic? {
        let count = text.characterCount
        let expected = TextLengths.writeUp
        let characters = expected.range
        guard !characters.contains(count) else { return nil }
        let isShort = count < characters.lowerBound
        return Diagnostic(
            .writeUpLength, at: title,
            message: LocalizedText(
                zh: "正文有 \(count) 字，申报要求 \(expected.words.zh)字。",
                en: "The text has \(count.counting("character")); \(expected.words.en) are asked for."),
            help: isShort
                ? LocalizedText(
                    zh: "还差 \(characters.lowerBound - count) 字。",
                    en: "\((characters.lowerBound - count).counting("is", "are")) lacking.")
                : LocalizedText(
                    zh: "多了 \(count - characters.upperBound) 字。",
                    en: "\((count - characters.upperBound).counting("is", "are")) too many."))
    }

    private static func missingParts(of text: MarkdownDocument, _ title: SourceRange) -> Diagnostic? {
        // An empty text is told once, by its length.
        guard text.characterCount > 0 else { return nil }
        let headings = text.headings.filter { $0.level == 2 }.map(\.text)
        let missing = parts.filter { part in
            !headings.contains { heading in heading == part.name.zh || part.words.contains { Self.holds(heading, $0) } }
        }
        guard !missing.isEmpty else { return nil }
        return Diagnostic(
            .writeUpParts, at: title,
            message: LocalizedText(
                zh: "正文缺少“\(missing.map(\.name.zh).joined(separator: "”“"))”。",
                en: "The text lacks \(missing.map(\.name.en).joined(separator: ", "))."),
            help: LocalizedText(
                zh: "每部分用一个二级标题，例如“## \(missing[0].name.zh)”。",
                en: "Give each part a heading of the second level, such as “## \(missing[0].name.zh)”."))
    }

    /// Whether a text holds a word, byte by byte: neither needs Unicode's equivalences.
    private static func holds(_ text: String, _ word: String) -> Bool {
        let text = Array(text.utf8)
        let word = Array(word.utf8)
        guard text.count >= word.count else { return false }
        return (0...text.count - word.count).contains { text[$0] == word[0] && text[$0...].starts(with: word) }
    }

    private static func worse(_ indicator: WriteUpEntry.Indicator) -> Diagnostic? {
        guard let before = indicator.before else { return nil }
        let isWorse =
            switch indicator.better.value {
            case .higher: indicator.after.value < before.value
            case .lower: indicator.after.value > before.value
            }
        guard isWorse else { return nil }
        return Diagnostic(
            .worseIndicator, at: indicator.after.range,
            message: LocalizedText(
                zh: "“\(indicator.name.value)”改进后比改进前差。", en: "“\(indicator.name.value)” became worse."),
            help: LocalizedText(
                zh: "请核对两个数和方向；确实变差的，在正文中说明原因，并关掉这项检查、写明理由。",
                en: "Check both numbers and the direction; where it is true, say why in the text and exempt the file."),
            related: [Diagnostic.Related(LocalizedText(zh: "改进前", en: "before"), at: before.range)])
    }
}
