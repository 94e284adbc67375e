/// Rules about themes.
extension Rule {
    package static let themeMissing = Rule(
        "theme/missing", .error,
        zh: "主题及其上级主题必须存在。", en: "A theme and the themes it extends must exist.")
    package static let themeDescription = Rule(
        "theme/description", .error,
        zh: "theme.yaml 与文字表必须写得正确。", en: "theme.yaml and the strings must be well formed.")
    package static let themeMissingFile = Rule(
        "theme/missing-file", .error,
        zh: "主题必须有全部模板和样式文件。", en: "A theme must have all its templates and style sheets.")
    package static let themeMissingWord = Rule(
        "theme/missing-word", .error,
        zh: "文字表必须有程序与模板用到的全部词条。", en: "The strings must have every word that is used.")
    package static let templateSyntax = Rule(
        "theme/template-syntax", .error,
        zh: "模板标记必须写得正确。", en: "A template's tags must be well formed.")
    package static let templateUnknownName = Rule(
        "theme/unknown-name", .error,
        zh: "模板只能使用视图中有的名称。", en: "A template may only use names that its view has.")
    package static let templateUnknownPartial = Rule(
        "theme/unknown-partial", .error,
        zh: "模板引用的部件必须存在，且不得循环引用。", en: "A partial must exist and must not include itself.")
    package static let templateEscaping = Rule(
        "theme/escaping", .error,
        zh: "文字用两个花括号，成品 HTML 用三个。", en: "Text takes two braces, finished HTML three.")
}
