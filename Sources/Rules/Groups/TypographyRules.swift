import Diagnostics

/// Rules about Chinese typography: hints that say nothing until `site.config` asks for them.
extension Rule {
    private static let standard = LocalizedText(
        zh: "GB/T 15834-2011 标点符号用法", en: "GB/T 15834-2011, use of punctuation marks")

    package static let halfWidthPunctuation = Rule(
        "typography/half-width-punctuation", .hint, .onRequest,
        zh: "汉字之间用全角标点。", en: "Punctuation between Han characters is full-width.",
        reason: LocalizedText(
            zh: "半角逗号、句号挤在汉字之间，看起来像排错了。", en: "Half-width commas and stops look misplaced between Han characters."),
        basis: standard, example: RuleExample(.page, wrong: "分层压实,逐点检测。\n", right: "分层压实，逐点检测。\n"))
    package static let fullWidthDigits = Rule(
        "typography/full-width-digits", .hint, .onRequest,
        zh: "数字和字母用半角。", en: "Digits and Latin letters are half-width.",
        reason: LocalizedText(
            zh: "全角数字搜索不到，表格里也对不齐。", en: "Full-width digits are not found by a search and do not line up in tables."),
        basis: LocalizedText(zh: "GB/T 15835-2011 出版物上数字用法", en: "GB/T 15835-2011, use of numerals"),
        example: RuleExample(.page, wrong: "合格率９８％。\n", right: "合格率98%。\n"))
    package static let ellipsis = Rule(
        "typography/ellipsis", .hint, .onRequest,
        zh: "省略号写“……”，破折号写“——”。", en: "The ellipsis is “……”, the dash “——”.",
        reason: LocalizedText(zh: "三个句点或句号、两个减号都不是标点。", en: "Three stops or two hyphens are no punctuation marks."),
        basis: standard, example: RuleExample(.page, wrong: "摊铺、碾压、养护。。。\n", right: "摊铺、碾压、养护……\n"))

    package static let titleMarks = Rule(
        "typography/title-marks", .hint, .onRequest,
        zh: "制度和标准的名称应放在书名号《》中。", en: "Titles of rules and standards stand in 《》.",
        reason: LocalizedText(
            zh: "书名号让人看出名称到哪里为止；链接文字是制度全称时，请在两边加上《》。",
            en: "The marks show where a title ends; put them around a link whose text is a rule's whole title."),
        basis: LocalizedText(zh: "GB/T 15834-2011 第 4.15 节", en: "GB/T 15834-2011, 4.15"),
        example: RuleExample(
            .page, wrong: "见[样例办法](rules/measures.md)。\n", right: "见《[样例办法](rules/measures.md)》。\n"))

    /// The group of this file.
    static let typographyRules: [Rule] = [halfWidthPunctuation, fullWidthDigits, ellipsis, titleMarks]
}
