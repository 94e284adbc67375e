import Diagnostics

/// Rules about the characters of which texts consist, whatever kind of file they stand in.
extension Rule {
    package static let hiddenInValue = Rule(
        "text/hidden-in-value", .error, .fixed,
        zh: "名称和字段的值里不得有看不见的字符，也不得有形似汉字的部首。",
        en: "Names and values hold no invisible characters, and no radicals that look like Han characters.",
        reason: LocalizedText(
            zh: "从网页、PDF 复制的文字常带着它们：看上去一样，查名称时却查不到，同一个班组、企业会变成两个。",
            en:
                "They come with text that is copied from web pages and PDF files: it looks the same, is not found by its name, and one team or enterprise becomes two."
        ),
        basis: LocalizedText(
            zh: "Unicode 标准附件 #31 第 2.3 节、#15（规范化形式）",
            en: "Unicode Standard Annexes #31 (2.3) and #15 (normalisation forms)"),
        example: RuleExample(.pageFields, wrong: "description: 关于\u{200B}本站\n", right: "description: 关于本站\n"))
    package static let hiddenInText = Rule(
        "text/hidden-character", .warning,
        zh: "正文里不得有看不见的控制字符。", en: "Texts hold no invisible control characters.",
        reason: LocalizedText(
            zh: "它们让搜索和复制出错，改变方向的还会把文字显示成别的样子。check --fix 可以删去。",
            en:
                "They break searching and copying, and marks of direction show the text as something else. check --fix deletes them."
        ),
        basis: LocalizedText(zh: "Unicode 技术报告 #36（安全考虑）", en: "Unicode Technical Report #36 (security)"),
        example: RuleExample(.page, wrong: "分层压\u{200B}实。\n", right: "分层压实。\n"))
    package static let lookAlike = Rule(
        "text/look-alike", .warning,
        zh: "正文里的汉字不得用形似的部首代替。", en: "Texts hold no radicals in the place of Han characters.",
        reason: LocalizedText(
            zh: "从 PDF 复制的“⽤⼾”看上去是“用户”，其实是两个部首：搜索不到，读屏软件也念不出。check --fix 可以改正。",
            en:
                "What is copied from PDF files may consist of radicals: no search finds it, and screen readers cannot read it. check --fix mends it."
        ),
        basis: LocalizedText(
            zh: "Unicode 数据文件 EquivalentUnifiedIdeograph", en: "Unicode data file EquivalentUnifiedIdeograph"),
        example: RuleExample(.page, wrong: "建立⽤⼾回访制度。\n", right: "建立用户回访制度。\n"))

    /// The group of this file.
    static let textRules: [Rule] = [hiddenInValue, hiddenInText, lookAlike]
}
