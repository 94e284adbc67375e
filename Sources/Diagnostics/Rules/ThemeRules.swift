/// Rules about themes.
extension Rule {
    private static func template(_ text: String) -> String { "{{<base}}{{$main}}\(text){{/main}}{{/base}}\n" }

    package static let themeMissing = Rule(
        "theme/missing", .error, .fixed,
        zh: "主题及其上级主题必须存在。", en: "A theme and the themes it extends must exist.",
        reason: LocalizedText(
            zh: "theme 写 themes/ 下的文件夹名；主题可以继承另一个主题，但不能绕成一圈。",
            en: "The theme is a folder below themes/; themes may extend each other, but not in a circle."),
        example: RuleExample(
            .file("themes/bare/theme.yaml"), wrong: "name: bare\nextends: plian\nstylesheets: [assets/site.css]\n",
            right: "name: bare\nstylesheets: [assets/site.css]\n"))
    package static let themeDescription = Rule(
        "theme/description", .error, .fixed,
        zh: "theme.yaml 与文字表必须写得正确。", en: "theme.yaml and the strings must be well formed.",
        reason: LocalizedText(
            zh: "theme.yaml 写 name、extends、stylesheets、picture_sizes、photo_sizes、accent；文字表每行一个词条。",
            en: """
                theme.yaml has name, extends, stylesheets, picture_sizes, photo_sizes and accent; strings have one entry \
                a line.
                """),
        example: RuleExample(
            .file("themes/bare/theme.yaml"), wrong: "name: bare\nstylesheet: [assets/site.css]\n",
            right: "name: bare\nstylesheets: [assets/site.css]\n"))
    package static let themeMissingFile = Rule(
        "theme/missing-file", .error, .fixed,
        zh: "主题必须有全部模板和样式文件。", en: "A theme must have all its templates and style sheets.",
        reason: LocalizedText(
            zh: "缺少的文件可以从上级主题继承；没有上级主题的要自己写全。",
            en: "A missing file may come from the theme it extends; a theme of its own has them all."),
        example: RuleExample(
            .file("themes/bare/theme.yaml"), wrong: "name: bare\nstylesheets: [assets/style.css]\n",
            right: "name: bare\nstylesheets: [assets/site.css]\n"))
    package static let themeMissingWord = Rule(
        "theme/missing-word", .error, .fixed,
        zh: "文字表必须有程序与模板用到的全部词条。", en: "The strings must have every word that is used.",
        reason: LocalizedText(
            zh: "请在 strings/ 的两个文件里补上词条；名称见文档 docs/themes.md。",
            en: "Add the entry to both files of strings/; docs/themes.md has the names."),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"), wrong: template("<p>{{t.hom}}</p>"),
            right: template("<p>{{t.home}}</p>")))
    package static let templateSyntax = Rule(
        "theme/template-syntax", .error, .fixed,
        zh: "模板标记必须写得正确。", en: "A template's tags must be well formed.",
        reason: LocalizedText(
            zh: "每个 {{#名称}} 都要有 {{/名称}}，花括号成对。", en: "Every {{#name}} has its {{/name}}, and braces come in pairs."),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"), wrong: template("{{#page.title}}<p>404</p>"),
            right: template("{{#page.title}}<p>404</p>{{/page.title}}")))
    package static let templateUnknownName = Rule(
        "theme/unknown-name", .error, .fixed,
        zh: "模板只能使用视图中有的名称。", en: "A template may only use names that its view has.",
        reason: LocalizedText(
            zh: "写错的名称会显示成空白，谁也发现不了；可用的名称见 docs/themes.md。",
            en: "A misspelt name would show as nothing; docs/themes.md lists the names."),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"), wrong: template("<p>{{page.titel}}</p>"),
            right: template("<p>{{page.title}}</p>")))
    package static let templateUnknownPartial = Rule(
        "theme/unknown-partial", .error, .fixed,
        zh: "模板引用的部件必须存在，且不得循环引用。", en: "A partial must exist and must not include itself.",
        reason: LocalizedText(
            zh: "部件是 templates/ 下名为 partial-… 的文件，引用时不写前缀和后缀。",
            en: "A partial is a file of templates/; it is named without its ending."),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"), wrong: template("{{>partial-fact}}"),
            right: template("<p>404</p>")))
    package static let templateEscaping = Rule(
        "theme/escaping", .error, .fixed,
        zh: "文字用两个花括号，成品 HTML 用三个。", en: "Text takes two braces, finished HTML three.",
        reason: LocalizedText(
            zh: "文字用三个花括号不会转义，内容里的标签就成了页面的一部分。",
            en: "Text in three braces is not escaped: a tag in the content would become part of the page."),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"), wrong: template("<p>{{{page.title}}}</p>"),
            right: template("<p>{{page.title}}</p>")))

    /// The group of this file.
    static let themeRules: [Rule] = [
        themeMissing, themeDescription, themeMissingFile, themeMissingWord, templateSyntax, templateUnknownName,
        templateUnknownPartial, templateEscaping,
    ]
}
