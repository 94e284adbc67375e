import Diagnostics

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

    package static let duplicateDescription = Rule(
        "html/duplicate-description", .hint,
        zh: "不同页面的描述应当不同。", en: "Different pages have different descriptions.",
        reason: LocalizedText(
            zh: "描述显示在搜索结果和转发的卡片里；相同的描述帮不了读者选择。",
            en: "Descriptions are shown in search results and when a page is shared; equal ones help nobody choose."),
        example: RuleExample(
            .file("content/about.md"), wrong: "---\ntitle: 关于\ndescription: 用于测试的小站点。\n---\n\n说明。\n",
            right: "---\ntitle: 关于\ndescription: 关于本站。\n---\n\n说明。\n"))
    package static let pageTitle = Rule(
        "html/title", .error,
        zh: "每个页面都要有标题（title）。", en: "Every page has a <title>.",
        reason: LocalizedText(
            zh: "标题显示在浏览器标签、收藏夹和搜索结果里，由主题的 base.mustache 写出。",
            en: "It is shown in tabs, bookmarks and search results; the theme's base.mustache writes it."),
        basis: LocalizedText(zh: "WCAG 2.2 之 2.4.2；HTML 标准 4.2.2", en: "WCAG 2.2, 2.4.2; HTML standard, 4.2.2"),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"), wrong: barePage("<h1>甲</h1>", title: ""),
            right: barePage("<h1>甲</h1>")))
    package static let pageDescription = Rule(
        "html/description", .warning,
        zh: "每个页面都应有描述（meta description）。", en: "Every page has a meta description.",
        reason: LocalizedText(
            zh: "没有描述时，搜索引擎会随意摘取一段文字。主题用 page.description 写出。",
            en: "Without one, search engines show any piece of the page. Themes write it with page.description."),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"), wrong: barePage("<h1>甲</h1>", description: ""),
            right: barePage("<h1>甲</h1>")))
    package static let pageLanguage = Rule(
        "html/language", .error,
        zh: "每个页面都要用 lang 注明站点的语言。", en: "Every page names the site's language in lang.",
        reason: LocalizedText(
            zh: "读屏软件据此选择读音，浏览器据此选择汉字字形。主题写 <html lang=\"{{site.language}}\">。",
            en:
                "Screen readers choose their voice by it, browsers the forms of Han characters. Themes write <html lang=\"{{site.language}}\">."
        ),
        basis: LocalizedText(zh: "GB/T 37668-2019；WCAG 2.2 之 3.1.1", en: "GB/T 37668-2019; WCAG 2.2, 3.1.1"),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"), wrong: barePage("<h1>甲</h1>", language: ""),
            right: barePage("<h1>甲</h1>")))
    package static let canonicalAddress = Rule(
        "html/canonical", .error,
        zh: "页面的规范网址必须是它自己的网址。", en: "A page's canonical address is its own.",
        reason: LocalizedText(
            zh: "canonical 或 og:url 写错，搜索引擎和转发会指到别的页面。主题用 page.canonical_url。",
            en: "A wrong canonical or og:url leads search engines and shares elsewhere. Themes use page.canonical_url."),
        basis: LocalizedText(zh: "RFC 6596", en: "RFC 6596"),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"),
            wrong: barePage("<h1>甲</h1>", canonical: "{{site.home_url}}"), right: barePage("<h1>甲</h1>")))
    package static let topHeading = Rule(
        "html/top-heading", .warning,
        zh: "每个页面应有且只有一个一级标题（h1）。", en: "Every page has exactly one <h1>.",
        reason: LocalizedText(
            zh: "一级标题说明整页的主题，读屏用户靠它确认到了哪里。正文从二级标题（##）写起。",
            en:
                "It names the page; who listens knows by it where he is. Texts begin with headings of the second level (##)."
        ),
        basis: LocalizedText(zh: "GB/T 37668-2019；WCAG 2.2 之 1.3.1", en: "GB/T 37668-2019; WCAG 2.2, 1.3.1"),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"), wrong: barePage("<h1>甲</h1><h1>乙</h1>"),
            right: barePage("<h1>甲</h1>")))
    package static let pageHeadingOrder = Rule(
        "html/heading-order", .warning,
        zh: "成品页面的标题应逐级下降。", en: "Headings of the finished pages go down one level at a time.",
        reason: LocalizedText(
            zh: "跳级的标题让目录和读屏导航断开；正文没有问题时，请检查模板中的标题。",
            en:
                "A skipped level breaks outlines and navigation by headings; where the text is right, look at the template."
        ),
        basis: LocalizedText(zh: "WCAG 2.2 之 1.3.1", en: "WCAG 2.2, 1.3.1"),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"), wrong: barePage("<h1>甲</h1><h3>乙</h3>"),
            right: barePage("<h1>甲</h1><h2>乙</h2>")))
    package static let imageText = Rule(
        "html/image-text", .warning,
        zh: "成品页面中的图片都要有 alt。", en: "Every picture of the finished pages has alt.",
        reason: LocalizedText(
            zh: "没有 alt 的图片，读屏软件会念文件名；只作装饰的写 alt=\"\"。",
            en: "Without alt, screen readers read the file's name; write alt=\"\" for decoration."),
        basis: LocalizedText(zh: "GB/T 37668-2019；WCAG 2.2 之 1.1.1", en: "GB/T 37668-2019; WCAG 2.2, 1.1.1"),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"),
            wrong: barePage("<h1>甲</h1><img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\">"),
            right: barePage("<h1>甲</h1><img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\" alt=\"\">")))
    package static let pageTableHeader = Rule(
        "html/table-header", .warning,
        zh: "成品页面中的表格都要有表头（th）。", en: "Every table of the finished pages has a header (th).",
        reason: LocalizedText(
            zh: "没有表头，读屏软件读不出一格属于哪一列。", en: "Without one, nobody who listens knows which column a cell is in."),
        basis: LocalizedText(zh: "GB/T 37668-2019；WCAG 2.2 之 1.3.1", en: "GB/T 37668-2019; WCAG 2.2, 1.3.1"),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"),
            wrong: barePage("<h1>甲</h1><table><tr><td>乙</td></tr></table>"),
            right: barePage("<h1>甲</h1><table><tr><th>乙</th></tr></table>")))
    package static let structuredData = Rule(
        "html/structured-data", .error,
        zh: "页面里的 JSON-LD 必须是正确的 JSON。", en: "The JSON-LD of a page is well-formed JSON.",
        reason: LocalizedText(
            zh: "写错一个逗号，搜索引擎就读不到整段数据。主题用 page.json_ld，不要手写。",
            en: "One wrong comma hides all of it from search engines. Themes use page.json_ld and write none by hand."),
        basis: LocalizedText(zh: "RFC 8259；JSON-LD 1.1", en: "RFC 8259; JSON-LD 1.1"),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"),
            wrong: barePage("<h1>甲</h1><script type=\"application/ld+json\">[1,]</script>"),
            right: barePage("<h1>甲</h1><script type=\"application/ld+json\">[1]</script>")))

    package static let inlineScript = Rule(
        "html/inline-script", .error,
        zh: "页面里不得直接写脚本。", en: "Pages hold no scripts of their own.",
        reason: LocalizedText(
            zh: "内容安全策略不让页面里的脚本执行；去掉策略，内容里混进的脚本也能执行。请把脚本放进主题的 assets/。",
            en:
                "The content security policy keeps scripts in pages from running; without it, those that slip into the content would run too. Put scripts below the theme's assets/."
        ),
        basis: LocalizedText(zh: "CSP 第 3 级", en: "CSP Level 3"),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"), wrong: barePage("<h1 onclick=\"print()\">甲</h1>"),
            right: barePage("<h1>甲</h1>")))
    package static let pageHeader = Rule(
        "html/header", .error,
        zh: "页面不得用 base 或 meta http-equiv 改变网址、自动跳转、写 Cookie 或换编码。",
        en: "No base and no meta http-equiv moves a page's addresses, leads on, sets cookies or changes the encoding.",
        reason: LocalizedText(
            zh: "base 让所有相对网址换了地方；自动跳转把读者带走；编码写错全页是乱码。旧网址的跳转写“旧网址”。",
            en:
                "A base element moves every relative address, a redirection takes readers away, a wrong encoding garbles the page. For old addresses there are aliases."
        ),
        basis: LocalizedText(zh: "HTML 标准 4.2.3、4.2.5.3", en: "HTML standard, 4.2.3 and 4.2.5.3"),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"),
            wrong: barePage("<h1>甲</h1>", head: "<base href=\"/\">"), right: barePage("<h1>甲</h1>")))
    package static let securityPolicy = Rule(
        "html/security-policy", .error,
        zh: "每个页面都要有内容安全策略，管住脚本和插件。",
        en: "Every page has a content security policy that keeps out scripts and plug-ins.",
        reason: LocalizedText(
            zh: "有了策略，混进内容的脚本不会执行。主题在 head 的开头写 meta，照抄 default 的 base.mustache 即可。",
            en:
                "With one, a script that slips into the content does not run. Themes write it as meta at the beginning of head, as base.mustache of default does."
        ),
        basis: LocalizedText(zh: "CSP 第 3 级", en: "CSP Level 3"),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"), wrong: barePage("<h1>甲</h1>", policy: ""),
            right: barePage("<h1>甲</h1>")))

    /// A page of a theme that says all it must.
    private static func barePage(
        _ body: String, title: String = "{{page.document_title}}", description: String = "{{page.description}}",
        canonical: String = "{{page.canonical_url}}", language: String = "{{site.language}}", head: String = "",
        policy: String = "default-src 'self'; img-src data:"
    ) -> String {
        "<!DOCTYPE html>\n<html lang=\"\(language)\">\n<head>\n"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n\(head)<title>\(title)</title>\n"
            + "<meta name=\"description\" content=\"\(description)\">\n<link rel=\"canonical\" href=\"\(canonical)\">\n"
            + "</head>\n<body>\n\(body)\n</body>\n</html>\n"
    }

    /// The group of this file.
    static let pageRules: [Rule] = [
        duplicatePageID, duplicateTitle, duplicateDescription, pageTitle, pageDescription, pageLanguage,
        canonicalAddress,
        topHeading, pageHeadingOrder, imageText, pageTableHeader, structuredData, inlineScript, pageHeader,
        securityPolicy,
    ]
}
