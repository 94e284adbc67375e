/// Rules about Markdown texts.
extension Rule {
    package static let rawHTML = Rule(
        "markdown/raw-html", .warning,
        zh: "正文不使用 HTML 标签（<br>、<sub>、<sup>、<kbd> 除外）。",
        en: "Texts use no HTML tags except <br>, <sub>, <sup> and <kbd>.")
    package static let unsafeLink = Rule(
        "markdown/unsafe-link", .error,
        zh: "链接只能是站内路径，或以 http、https、mailto、tel 开头。",
        en: "Links are paths of the site or begin with http, https, mailto or tel.")
    package static let emptyLink = Rule(
        "markdown/empty-link", .error,
        zh: "链接和图片必须写明地址。",
        en: "Links and images must have an address.")
    package static let badHeadingID = Rule(
        "markdown/bad-heading-id", .error,
        zh: "标题的编号 {#…} 只能用文字、数字、- 和 _，不能用保留的写法。",
        en: "A heading's {#id} consists of letters, digits, - and _, and is not a reserved one.")
    package static let duplicateID = Rule(
        "markdown/duplicate-id", .error,
        zh: "同一篇正文里，编号和条号不能重复。",
        en: "Ids and article numbers are unique in a text.")
    package static let emptyHeadingID = Rule(
        "markdown/empty-heading-id", .error,
        zh: "标题必须含有能作链接编号的文字。",
        en: "A heading must contain something that can name it in a link.")
    package static let leftoverEmphasis = Rule(
        "markdown/leftover-emphasis", .warning,
        zh: "表示加粗的星号必须成对，并且紧贴文字。",
        en: "Asterisks that mark bold text come in pairs and touch the text.")
    package static let undefinedFootnote = Rule(
        "markdown/undefined-footnote", .warning,
        zh: "正文引用的脚注必须有内容。",
        en: "A footnote that is referred to must be defined.")
    package static let unusedFootnote = Rule(
        "markdown/unused-footnote", .warning,
        zh: "写好的脚注必须在正文里引用。",
        en: "A footnote that is defined must be referred to.")
    package static let tooComplex = Rule(
        "markdown/too-complex", .error,
        zh: "正文的长度、嵌套和标记数量不能超过限度。",
        en: "Length, nesting and markup of a text stay within limits.")
}
