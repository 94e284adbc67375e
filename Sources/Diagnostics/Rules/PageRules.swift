/// Rules about finished pages.
extension Rule {
    package static let duplicatePageID = Rule(
        "html/duplicate-id", .error,
        zh: "同一页面中不得有相同的 id。", en: "An id must be unique on its page.",
        reason: LocalizedText(
            zh: "链接只能到达第一处。正文标题可用 {#名称} 另设一个 id；模板里的 id 请改名。",
            en: "Links reach the first one only. Give a heading another id with {#name}; rename an id of a template."),
        basis: LocalizedText(zh: "HTML 标准 3.2.6", en: "HTML standard, 3.2.6"),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"),
            wrong: "{{<base}}{{$main}}<p id=\"a\">甲</p><p id=\"a\">乙</p>{{/main}}{{/base}}\n",
            right: "{{<base}}{{$main}}<p id=\"a\">甲</p><p id=\"b\">乙</p>{{/main}}{{/base}}\n"))
    package static let duplicateTitle = Rule(
        "html/duplicate-title", .warning,
        zh: "不同页面的标题应当不同。", en: "Different pages have different titles.",
        reason: LocalizedText(
            zh: "标题相同的页面在搜索结果和书签里分不清。", en: "Pages with one title cannot be told apart in search results and bookmarks."
        ),
        basis: LocalizedText(zh: "WCAG 2.1 之 2.4.2", en: "WCAG 2.1, 2.4.2"),
        example: RuleExample(
            .file("content/about.md"), wrong: "---\ntitle: 样例办法\n---\n\n说明文字。\n",
            right: "---\ntitle: 关于\n---\n\n说明文字。\n"))

    /// The group of this file.
    static let pageRules: [Rule] = [duplicatePageID, duplicateTitle]
}
