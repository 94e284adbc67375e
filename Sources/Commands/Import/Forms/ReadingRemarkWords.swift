import Diagnostics
import Importing

/// What an import of forms says of things in a Word file that a draft shows otherwise, or not at all.
enum ReadingRemarkWords {
    /// How many are shown with their words before the rest is counted.
    private static let maximumShown = 4
    private static let maximumLength = 30

    static func text(_ kind: ReadingRemark.Kind, count: Int, words: [String]) -> LocalizedText {
        let shown = words.prefix(maximumShown).map {
            "“\($0.count > maximumLength ? $0.prefix(maximumLength) + "…" : $0)”"
        }
        let more = count > shown.count && !shown.isEmpty
        let zh = shown.isEmpty ? "" : "：" + shown.joined(separator: "、") + (more ? "等" : "")
        let en = shown.isEmpty ? "" : ": " + shown.joined(separator: ", ") + (more ? " …" : "")
        return switch kind {
        case .struck:
            LocalizedText(
                zh: "画了删除线的文字 \(count) 处没有带出\(zh)", en: "\(count.counting("passage")) struck through: left out\(en)")
        case .hidden:
            LocalizedText(zh: "隐藏的文字 \(count) 处没有带出\(zh)", en: "\(count.counting("hidden passage")): left out\(en)")
        case .deleted:
            LocalizedText(
                zh: "修订时删去的文字 \(count) 处没有带出（按接受全部修订读取）\(zh)",
                en:
                    "\(count.counting("passage")) deleted by tracked changes, which were taken as accepted: left out\(en)"
            )
        case .comment: LocalizedText(zh: "批注 \(count) 条没有带出", en: "\(count.counting("comment")): left out")
        case .reading:
            LocalizedText(
                zh: "注音 \(count) 处没有带出，只带出了字\(zh)",
                en: "\(count.counting("reading")) above characters: left out, the characters kept\(en)")
        case .formula:
            LocalizedText(
                zh: "公式 \(count) 个写成了一行文字，请核对\(zh)", en: "\(count.counting("formula")) written in one line; check\(en)")
        case .symbol:
            LocalizedText(
                zh: "认不出的符号 \(count) 个没有带出，请对照原文补上\(zh)",
                en: "\(count.counting("sign")) of unknown fonts: left out; add them by the original\(en)")
        case .chart:
            LocalizedText(
                zh: "图表 \(count) 个没有带出，请在 Word 中另存为图片再插入，或改成表格\(zh)",
                en: "\(count.counting("chart")): left out; insert them as pictures, or make tables of them\(en)")
        case .diagram:
            LocalizedText(
                zh: "SmartArt 图 \(count) 个没有带出，请在 Word 中另存为图片再插入\(zh)",
                en: "\(count.counting("SmartArt diagram")): left out; insert them as pictures\(en)")
        case .shape:
            LocalizedText(
                zh: "线条、箭头等图形 \(count) 个没有带出\(zh)",
                en: "\(count.counting("shape")), such as lines and arrows: left out\(en)")
        case .formulaObject:
            LocalizedText(
                zh: "用别的程序做的公式 \(count) 个没有带出，请改写成文字或图片\(zh)",
                en: "\(count.counting("formula")) of another program: left out; write them as text or pictures\(en)")
        case .embeddedObject:
            LocalizedText(
                zh: "\(count) 个嵌入的对象（如 Excel 表）没有带出，请改成 Word 表格\(zh)",
                en: "\(count.counting("embedded object")), such as sheets of Excel: left out; make tables of them\(en)")
        case .insertedFile:
            LocalizedText(
                zh: "插入的文件 \(count) 个没有带出，请在 Word 中打开后另存一次",
                en: "\(count.counting("inserted file")): left out; open the form in Word and save it once")
        case .link:
            LocalizedText(
                zh: "链接 \(count) 个只带出了文字\(zh)", en: "\(count.counting("link")): words kept, addresses left out\(en)")
        case .note:
            LocalizedText(
                zh: "正文以外的脚注 \(count) 条没有带出\(zh)", en: "\(count.counting("note")) outside of the text: left out\(en)")
        }
    }
}
