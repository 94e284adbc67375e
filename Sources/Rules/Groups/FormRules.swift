import Diagnostics

/// Rules about `form.yaml`, from which official forms are made.
extension Rule {
    package static let formGrid = Rule(
        "form/grid", .error, .fixed,
        zh: "表格的单元格必须排满每一行。", en: "The cells of a form fill every row.",
        reason: LocalizedText(
            zh: "跨列之和不等于列数的表格，WPS 里看不见，Word 里会错位。列宽以毫米计，合计不超过 A4 纸的版心 160 毫米。",
            en:
                "A table whose spans do not add up is invisible in WPS and askew in Word. Widths are millimetres, 160 together at most."
        ),
        basis: LocalizedText(zh: "ISO/IEC 29500-1 第 17.4.48 节（tblGrid）", en: "ISO/IEC 29500-1, 17.4.48 (tblGrid)"),
        example: RuleExample(
            .file("content/forms/application/form.yaml"), wrong: exampleForm(span: 1), right: exampleForm(span: 2)))
    package static let formField = Rule(
        "form/field", .error, .fixed,
        zh: "表格的每个填写项都有不重复的标识和栏目名，写法前后相符。",
        en: "Every field of a form has a name of its own and a label, and agrees with itself.",
        reason: LocalizedText(
            zh: "导入填好的表格时，先按标识、再按栏目名认出填写项；认不出的内容会丢失。",
            en: "Imports know a field by its name, else by its label; what they do not know is lost."),
        example: RuleExample(
            .file("content/forms/application/form.yaml"), wrong: exampleForm(span: 2, name: "班组"),
            right: exampleForm(span: 2)))
    package static let formGlyph = Rule(
        "form/glyph", .error, .fixed,
        zh: "表格用到的每个字，打印用的字体都必须有。", en: "The font of the print has every character of a form.",
        reason: LocalizedText(
            zh: "PDF 里嵌入思源宋体和思源黑体（Noto CJK）。没有的字会印成方框，改用通用字或检查是否有误入的符号。",
            en: "The PDF embeds Noto Serif CJK SC and Noto Sans CJK SC. A character they lack prints as a box."),
        example: RuleExample(
            .file("content/forms/application/form.yaml"), wrong: exampleForm(span: 2, label: "班组\u{1F6A7}"),
            right: exampleForm(span: 2)))

    private static func exampleForm(span: Int, name: String = "team", label: String = "班组名称") -> String {
        """
        title: 申报表
        version: "2020"
        formats: [pdf]
        sections:
          - columns: [40, 60, 60]
            rows:
              - cells:
                  - label: \(label)
                  - field: {name: \(name), type: text}
                    span: \(span)

        """
    }

    /// The group of this file.
    static let formRules: [Rule] = [formGrid, formField, formGlyph]
}
