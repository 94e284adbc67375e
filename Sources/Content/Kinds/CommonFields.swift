import Diagnostics
import Fields
import Rules

/// Fields that several kinds of content have.
package enum CommonFields {
    package static let title = FieldKey.text("title", "标题", required: true, zh: "页面标题。", en: "The page's title.")
    package static let description = FieldKey.text(
        "description", "描述", zh: "供搜索引擎使用的一两句话。", en: "One or two sentences for search engines.")
    /// Also of enterprises and associations, which have pages without having texts.
    package static let aliases = FieldKey<[Located<String>]>(
        FieldSchema(
            "aliases", "旧网址", .list(.text), .alias, example: LocalizedText(same: "[/old/address/]"),
            zh: "转到本页的旧网址，以 / 开头。", en: "Old addresses that lead here, beginning with /."),
        read: { nonEmpty($0.aliases($1)) })
    package static let draft = FieldKey.flag("draft", "草稿", zh: "是否为草稿。", en: "Whether it is a draft.")
    static let checks = FieldKey.checks(
        zh: "本文件不查的规则，写 规则: 关闭，并写明 理由。",
        en: "Rules that do not hold in this file, each `off`, and `because` with the reason.")
    package static let summary = FieldKey.text(
        "summary", "摘要",
        example: LocalizedText(
            zh: "用一两句话写清楚做了什么、取得什么结果、适合谁参考，三十到一百二十字，列表和搜索结果里会显示。",
            en: "One or two sentences on what was done, what came of it, and who may use it. Lists show them."),
        zh: "\(TextLengths.summary.words.zh)字。", en: "\(TextLengths.summary.words.en) characters.")

    package static let methods = FieldKey.names(
        "methods", "工具方法", example: LocalizedText(zh: "[QC小组, 标准化作业]", en: "[QC circle, standard work]"),
        zh: "用到的工具方法。", en: "Methods and tools used.")
    package static let works = FieldKey.names(
        "works", "专业", example: LocalizedText(zh: "[道路工程]", en: "[roads]"), zh: "所属专业。", en: "Kinds of works.")

    /// What every text has, in the order of scaffolds.
    static let all: [FieldSchema] = [
        title.schema, description.schema, aliases.schema, draft.schema, checks.schema, summary.schema,
    ]
}
