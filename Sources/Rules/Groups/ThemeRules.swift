import Diagnostics

/// Rules about themes.
extension Rule {
    private static func template(_ text: String) -> String { "{{<base}}{{$main}}\(text){{/main}}{{/base}}\n" }

    package static let themeMissing = Rule(
        "theme/missing", .error, .fixed,
        zh: "主题及其上级主题必须存在。", en: "A theme and the themes it extends must exist.",
        reason: LocalizedText(
            zh: "“主题”写 themes/ 下的文件夹名；主题可以继承另一个主题，但不能绕成一圈。",
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

    package static let templateContext = Rule(
        "theme/context", .error, .fixed,
        zh: "模板里的值只能放在元素之间和带引号的普通属性里。",
        en: "A template's values stand between elements and in quoted attributes that run nothing.",
        reason: LocalizedText(
            zh: "在脚本、样式、事件属性、网址的开头、没有引号的属性和注释里，转义不起作用，内容可以变成代码。",
            en:
                "In scripts, styles, event attributes, the beginning of an address, attributes without quotes and comments, escaping does not help: content could become code."
        ),
        basis: LocalizedText(zh: "HTML 标准 13.2.5", en: "HTML standard, 13.2.5"),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"),
            wrong: template("<p title={{page.title}}>404</p>"), right: template("<p title=\"{{page.title}}\">404</p>")))
    package static let themeUnclosed = Rule(
        "theme/unclosed", .error,
        zh: "标签、注释、引号和括号要关上。", en: "Tags, comments, quotation marks and brackets are closed.",
        reason: LocalizedText(
            zh: "没有关上的注释、样式或元素会把后面的内容吞掉：页面少了一半，样式失效，浏览器不报错。一个模板文件打开的，在同一个文件里关上。",
            en:
                "A comment, a style or an element that stays open swallows what follows: half of a page or the styles are gone, and browsers say nothing. What a template opens is closed in the same file."
        ),
        basis: LocalizedText(zh: "HTML 标准 13.2；CSS Syntax 3，5.4", en: "HTML standard, 13.2; CSS Syntax 3, 5.4"),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"),
            wrong: template("<!-- 404 <p>{{page.title}}</p>"), right: template("<!-- 404 --><p>{{page.title}}</p>")))
    package static let templateLimit = Rule(
        "theme/limit", .error, .fixed,
        zh: "模板的层数、大小和重复次数不得超过上限。", en: "Templates keep to limits of depth, size and repetition.",
        reason: LocalizedText(
            zh: "部件互相多次引用，页面会成倍变大，直到做不完。标记最多套 64 层，一个页面最多 50000 处标记和文字。",
            en:
                "Partials that include each other many times multiply a page until it never ends. Tags nest 64 deep at most; a page has 50000 tags and texts at most."
        ),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"),
            wrong: template(
                String(repeating: "{{#page.title}}", count: 70) + "404"
                    + String(repeating: "{{/page.title}}", count: 70)),
            right: template("{{#page.title}}404{{/page.title}}")))
    package static let themeUnusedFile = Rule(
        "theme/unused-file", .warning,
        zh: "主题里的每个文件都应有用处。", en: "Every file of a theme has an effect.",
        reason: LocalizedText(
            zh: "名称写错的模板、样式或文字表不起作用，也看不出来。样式文件要列在 theme.yaml 的 stylesheets 里。",
            en:
                "A template, style sheet or table of strings under a wrong name does nothing, and nobody sees it. Style sheets are listed under stylesheets in theme.yaml."
        ),
        example: RuleExample(
            .fileName, wrong: "themes/bare/templates/pratice.mustache", right: "themes/bare/README.md"))
    package static let themeFile = Rule(
        "theme/file", .error, .fixed,
        zh: "主题的文件必须整个读得出来。", en: "A theme's files must be readable as a whole.",
        reason: LocalizedText(
            zh: "读不出的文件会从网站上消失，读到一半的字体打不开。模板、样式、脚本和文字表是不超过 8 MiB 的 UTF-8 文字，其他文件不超过 256 MiB。",
            en:
                "What cannot be read would be missing from the site. Templates, style sheets, scripts and strings are UTF-8 of 8 MiB at most, other files have 256 MiB at most."
        ),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"), wrong: template("<p>404\u{0}</p>"),
            right: template("<p>404</p>")))
    package static let themePlaceholder = Rule(
        "theme/placeholder", .error, .fixed,
        zh: "文字表里花括号中的名称必须是程序认得的。", en: "Names in braces in the strings must be known.",
        reason: LocalizedText(
            zh: "写错的名称不会被替换，会原样出现在页面上。", en: "A misspelt name is not replaced; it appears on the pages as it is."),
        example: RuleExample(
            .themeWord, wrong: "year_heading: \"{yaer}年度\"\n", right: "year_heading: \"{year}年度\"\n"))
    package static let themeMissingPlaceholder = Rule(
        "theme/missing-placeholder", .warning,
        zh: "文字表的词条应与另一种语言、上级主题有同样的花括号。",
        en: "An entry of the strings has the names in braces that the other language and the extended theme have.",
        reason: LocalizedText(
            zh: "少了花括号，页面上就少了那个数或名称。", en: "Without it, the number or name is missing on the pages."),
        example: RuleExample(
            .themeWord, wrong: "year_heading: 年度\n", right: "year_heading: \"{year}年度\"\n"))

    package static let themeUnusedWord = Rule(
        "theme/unused-word", .warning,
        zh: "文字表的每个词条都应有用处。", en: "Every entry of the strings is used.",
        reason: LocalizedText(
            zh: "名称写错的词条不起作用，网页上仍是原来的字，也看不出来。",
            en: "An entry under a wrong name does nothing: pages have the other word, and nobody sees why."),
        example: RuleExample(.themeWord, wrong: "awrads: 成果展示\n", right: "# 成果展示\n"))

    /// The group of this file.
    static let themeRules: [Rule] = [
        themeMissing, themeDescription, themeMissingFile, themeMissingWord, templateSyntax, templateUnknownName,
        templateUnknownPartial, templateEscaping, templateContext, themeUnclosed, templateLimit, themeUnusedFile,
        themeFile,
        themePlaceholder, themeMissingPlaceholder, themeUnusedWord,
    ]
}
