import Diagnostics

/// Rules about links, in the content and in the finished pages.
extension Rule {
    package static let brokenLink = Rule(
        "link/broken", .error,
        zh: "站内链接必须指向存在的页面或文件。", en: "A link within the site must lead to a page or file that exists.",
        reason: LocalizedText(
            zh: "链接写目标文件相对于本文件的路径，如 ../2019/zj-003.md；大小写也要相同。",
            en: "Write the target's path relative to the file, such as ../2019/zj-003.md, in the same letter case."),
        example: RuleExample(.page, wrong: "见[办法](rules/measure.md)。\n", right: "见[办法](rules/measures.md)。\n"))
    package static let brokenAnchor = Rule(
        "link/anchor", .error,
        zh: "链接的锚点必须存在于目标页面。", en: "The place a link points to must exist on its page.",
        reason: LocalizedText(
            zh: "# 后面是标题的文字（去掉标点）或 {#编号}；条文写 #art-8。",
            en: "What follows # is a heading's text without punctuation, or its {#id}; articles are #art-8."),
        example: RuleExample(
            .page, wrong: "见[第八条](rules/measures.md#art-8)。\n", right: "见[第三条](rules/measures.md#art-3)。\n"))
    package static let linkOutsideSite = Rule(
        "link/outside-site", .error,
        zh: "相对路径不得指到站点之外。", en: "A relative path must not leave the site.",
        reason: LocalizedText(
            zh: "站点之外的文件不会发布。请把文件放进 content/，再用相对路径链接。",
            en: "What is outside the site is not published. Put the file below content/ and link to it there."),
        example: RuleExample(
            .page, wrong: "见[表格](../../Downloads/form.txt)。\n", right: "见[表格](forms/application/form.txt)。\n"))
    package static let linkNotPublished = Rule(
        "link/not-published", .error,
        zh: "公开页面不得链接尚未公开的内容。", en: "A public page must not link to content that is not public.",
        reason: LocalizedText(
            zh: "目标是草稿，或日期未到。请先公开目标，或等它公开后再加链接。",
            en: "The target is a draft or its day has not come. Publish it first, or link later."),
        example: RuleExample(.page, wrong: "见[草稿](draft.md)。\n", right: "见[办法](rules/measures.md)。\n"))
    package static let insecureLink = Rule(
        "link/insecure", .hint,
        zh: "外部链接应使用 https。", en: "Links to other sites should use https.",
        reason: LocalizedText(
            zh: "http 链接可被中途篡改，浏览器也会警告。对方不支持 https 时，关掉这项检查并写明理由。",
            en: "What comes over http can be changed on its way. Exempt it where the other site has no https."),
        example: RuleExample(.page, wrong: "见[标准](http://example.com/)。\n", right: "见[标准](https://example.com/)。\n"))
    package static let foreignPicture = Rule(
        "link/foreign-picture", .error,
        zh: "图片要放在本站，不能引用别的网站上的图片。", en: "Pictures stand in this site, not on another one.",
        reason: LocalizedText(
            zh: "页面只显示本站的图片：别的网站会知道谁在读哪一页，图片也可能被换掉或删去。",
            en:
                "Pages show pictures of the site alone: another site would see who reads what, and could change or remove the picture."
        ),
        basis: LocalizedText(
            zh: "CSP 第 3 级；个人信息保护法第六条", en: "CSP Level 3; Personal Information Protection Law, Art. 6"),
        example: RuleExample(
            .page, wrong: "![井周分层压实](https://example.com/site.png)\n",
            right: "![井周分层压实](awards/2020/js-002/site.png)\n"))
    package static let ownInsecureLink = Rule(
        "link/own-http", .warning,
        zh: "本站的网址应与 site.config 的“网址”一样用 https。", en: "The site's own addresses use https, as base_url does.",
        reason: LocalizedText(
            zh: "http 网址要多跳转一次，有的浏览器会警告。check --fix 可以改正。",
            en: "An http address takes one more redirect, and some browsers warn. check --fix mends it."),
        example: RuleExample(
            .page, wrong: "见[办法](http://example.org/qc/rules/measures/)。\n",
            right: "见[办法](https://example.org/qc/rules/measures/)。\n"))
    package static let linkText = Rule(
        "link/text", .warning,
        zh: "链接文字应说明目标是什么。", en: "The text of a link should say where it leads.",
        reason: LocalizedText(
            zh: "读屏软件会逐个念出链接，一串“点击这里”没有意义；空的链接文字无法点击。",
            en:
                "Screen readers read links one by one: a row of “click here” says nothing, and an empty text cannot be clicked."
        ),
        basis: LocalizedText(zh: "GB/T 37668-2019；WCAG 2.1 之 2.4.4", en: "GB/T 37668-2019; WCAG 2.1, 2.4.4"),
        example: RuleExample(
            .page, wrong: "查看办法[点击这里](rules/measures.md)。\n", right: "请看[管理办法](rules/measures.md)。\n"))
    package static let deadLink = Rule(
        "link/dead", .error,
        zh: "外部链接指向的网页必须还在。", en: "A link to another site must lead to a page that is still there.",
        reason: LocalizedText(
            zh: "只在 check --external 时检查。404、410 和域名不存在才算失效。请改成新网址，或删去链接、注明出处。",
            en:
                "Checked by check --external only. 404, 410 and a host that does not exist count as dead. Link to the new address, or name the source without a link."
        ),
        basis: LocalizedText(
            zh: "RFC 9110 第 15.5.5 节（404）、第 15.5.11 节（410）", en: "RFC 9110, 15.5.5 (404) and 15.5.11 (410)"),
        example: RuleExample(
            .page, wrong: "见[标准](https://example.org/gone)。\n", right: "见[标准](https://example.org/standard)。\n"))
    package static let unverifiedLink = Rule(
        "link/unverified", .hint,
        zh: "外部链接应能查证。", en: "It should be possible to tell whether a link to another site works.",
        reason: LocalizedText(
            zh:
                "只在 check --external 时检查。对方拒绝程序访问（401、403、412、429、999）、出错（5xx）、超时、证书有误或断开连接，都不说明网页不在。请用浏览器打开看一看；总是如此的网站，写进“检查”的“不查的网站”。",
            en:
                "Checked by check --external only. A site that turns programs away (401, 403, 412, 429, 999), fails (5xx), is silent, has a bad certificate or hangs up says nothing about the page. Open it in a browser; list sites that always do so under checks, skip_hosts."
        ),
        basis: LocalizedText(
            zh: "RFC 9110 第 15.5 节、第 15.6 节；RFC 6585 第 4 节（429）", en: "RFC 9110, 15.5 and 15.6; RFC 6585, 4 (429)"),
        example: RuleExample(
            .page, wrong: "见[标准](https://example.org/forbidden)。\n", right: "见[标准](https://example.org/standard)。\n"))
    package static let movedLink = Rule(
        "link/moved", .hint,
        zh: "外部链接应写网页现在的网址。", en: "A link to another site should have the page's present address.",
        reason: LocalizedText(
            zh: "只在 check --external 时检查。对方答复说网页已永久搬走（301、308），旧网址迟早会失效。先看新网页是不是原来的内容，再改链接。",
            en:
                "Checked by check --external only. The other site says that the page has moved for good (301, 308), and old addresses die. See that the new page is the same before you change the link."
        ),
        basis: LocalizedText(
            zh: "RFC 9110 第 15.4.2 节（301）、第 15.4.9 节（308）", en: "RFC 9110, 15.4.2 (301) and 15.4.9 (308)"),
        example: RuleExample(
            .page, wrong: "见[标准](https://example.org/old)。\n", right: "见[标准](https://example.org/standard)。\n"))
    package static let privateAddressLink = Rule(
        "link/private-address", .warning,
        zh: "公开网页不得链接本机或内网的地址。", en: "A public page must not link to an address of one's own machine or network.",
        reason: LocalizedText(
            zh: "localhost、192.168.1.10 一类的地址只在本单位能打开，读者打不开。请换成公开的网址。",
            en:
                "Only the writer's own office can open addresses such as localhost or 192.168.1.10. Link to a public address."
        ),
        basis: LocalizedText(zh: "RFC 1918；RFC 6761；RFC 6890", en: "RFC 1918; RFC 6761; RFC 6890"),
        example: RuleExample(
            .page, wrong: "下载[表格](https://192.168.1.10/form.doc)。\n", right: "下载[表格](https://example.org/form.doc)。\n"
        ))
    package static let malformedLink = Rule(
        "link/malformed", .error,
        zh: "外部链接的网址必须写得正确。", en: "The address of another site must be well formed.",
        reason: LocalizedText(
            zh: "少了域名、多了点或空格、端口不是数字、用了全角字母、把句号或括号带进末尾的网址，浏览器打不开。不联网也能看出来。",
            en:
                "No browser opens an address without a host, with a dot or a space too many, a port that is no number, full-width letters, or a Chinese full stop or bracket of the sentence at its end. It is told without asking anybody."
        ),
        basis: LocalizedText(
            zh: "RFC 3986 第 3.2 节；RFC 1123 第 2.1 节；RFC 5890", en: "RFC 3986, 3.2; RFC 1123, 2.1; RFC 5890"),
        example: RuleExample(
            .page, wrong: "见[标准](https://example..com/)。\n", right: "见[标准](https://example.com/)。\n"))
    package static let linkToItself = Rule(
        "link/self", .hint,
        zh: "页面不必链接自己。", en: "A page need not link to itself.",
        reason: LocalizedText(
            zh: "读者点了没有变化，多半是复制后忘了改目标。",
            en: "A reader who follows it stays where he is; mostly the target was not changed after copying."),
        example: RuleExample(.page, wrong: "返回[关于](about.md)。\n", right: "返回[首页](/)。\n"))
    package static let contactForm = Rule(
        "link/contact-form", .error,
        zh: "mailto 与 tel 链接必须写得正确。", en: "Links to mail addresses and telephones must be well formed.",
        reason: LocalizedText(
            zh: "邮箱要有 @ 和域名；电话只用数字和连字符，可以以 + 开头。",
            en: "A mail address has an @ and a domain; a telephone has digits and hyphens and may begin with +."),
        basis: LocalizedText(zh: "RFC 6068；RFC 3966", en: "RFC 6068; RFC 3966"),
        example: RuleExample(
            .page, wrong: "[来电](tel:010-办公室)\n", right: "[来电](tel:+86-10-12345678)\n"))
    package static let outputBrokenLink = Rule(
        "output/broken-link", .error, .fixed,
        zh: "成品页面和样式中的网址必须有效。", en: "Addresses in the finished pages and style sheets must be valid.",
        reason: LocalizedText(
            zh: "这类网址由主题写出，同一处错误会出现在许多页面上。站内的页面、文件和位置都要存在，大小写也要一致；其他网址只能以 http、https、mailto、tel 开头。",
            en:
                "They come from a theme, so that one mistake stands on many pages. Pages, files and places of the site must be there, in the same letter case; other addresses begin with http, https, mailto or tel."
        ),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"),
            wrong: "{{<base}}{{$main}}<p><a href=\"{{site.home_url}}hlep/\">{{t.home}}</a></p>{{/main}}{{/base}}\n",
            right: "{{<base}}{{$main}}<p><a href=\"{{site.home_url}}\">{{t.home}}</a></p>{{/main}}{{/base}}\n"))
    package static let foreignResource = Rule(
        "output/foreign-resource", .error,
        zh: "页面不从别的网站加载任何内容，也不把表单交给别的网站。", en: "Pages load nothing from other sites and send no forms there.",
        reason: LocalizedText(
            zh: "别的网站能看到谁在读哪一页、填了什么，也能改动页面；内网和断网时页面会变样。图片、脚本、样式、字体请放进主题的 assets。普通链接不受限制。",
            en:
                "The other site sees who reads what and what is filled in, and can change the page; within closed networks the page breaks. Put pictures, scripts, styles and fonts into the theme's assets. Links may lead anywhere."
        ),
        basis: LocalizedText(
            zh: "CSP 第 3 级；个人信息保护法第六条", en: "CSP Level 3; Personal Information Protection Law, Art. 6"),
        example: RuleExample(
            .file("themes/bare/templates/not-found.mustache"),
            wrong: "{{<base}}{{$main}}<script src=\"http://example.org/count.js\"></script>{{/main}}{{/base}}\n",
            right: "{{<base}}{{$main}}<p>404</p>{{/main}}{{/base}}\n"))
    package static let outputData = Rule(
        "output/data", .error, .fixed,
        zh: "订阅、站点地图和 JSON 必须格式正确，其中的网址必须存在。",
        en: "Feed, sitemap and JSON are well formed, and the addresses in them exist.",
        reason: LocalizedText(
            zh: "这些文件由程序生成；出现这一条，多半是程序的缺陷，请报告。",
            en: "The program writes these files; a finding here is most likely its fault. Please report it."),
        basis: LocalizedText(
            zh: "RFC 4287（Atom）；sitemaps.org 协议 0.9；RFC 8259",
            en: "RFC 4287 (Atom); sitemaps.org protocol 0.9; RFC 8259"),
        example: RuleExample(
            .outputFile("/sitemap.xml"), wrong: "<urlset><url></urlset>", right: "<urlset><url/></urlset>"))
    package static let orphanPage = Rule(
        "link/orphan", .warning,
        zh: "每个页面都应有别的页面链接到它。", en: "Every page should be linked to from another one.",
        reason: LocalizedText(
            zh: "没有入口的页面只能靠搜索找到。请在相关页面或导航中加上链接。",
            en: "What nothing links to is found by search alone. Link to it from a page or the navigation."),
        example: RuleExample(
            .file("content/lost.md"), wrong: "---\ntitle: 补充说明\n---\n\n说明文字。\n",
            right: "---\ntitle: 补充说明\ndraft: true\n---\n\n说明文字。\n"))

    package static let unlinkedFile = Rule(
        "link/unlinked-file", .warning,
        zh: "放在 content 里的文件，应有页面链接或显示它。", en: "A page should link to each file in content, or show it.",
        reason: LocalizedText(
            zh: "content 里的文件都会公开。没有页面用到的，多半是编辑软件留下的副本、旧版或内部材料。要原样放在网站上的文件，放进 static/。",
            en:
                "Every file in content is published. What no page uses is mostly a copy that a program left, an old version or an internal paper. Files that are meant to be there all the same go into static/."
        ),
        example: RuleExample(.fileName, wrong: "content/notes.txt", right: "static/notes.txt"))

    package static let vanishedURL = Rule(
        "url/vanished", .error,
        zh: "公开过的网址不得消失。", en: "An address that was published must not vanish.",
        reason: LocalizedText(
            zh:
                "别的网站、文件和收藏夹里还有旧网址。改了文件名，要在新页面的“旧网址”中写上它；企业和协会改了编号，在 enterprises.yaml、associations.yaml 的“旧网址”中写。每次发布时，公开过的网址记在 published-urls.txt 里。",
            en:
                "Other sites, documents and bookmarks have it. After renaming a file, list the old address under aliases; for enterprises and associations, in enterprises.yaml and associations.yaml. Every build that publishes keeps the addresses in published-urls.txt."
        ),
        basis: LocalizedText(
            zh: "RFC 9110 第 15.5.11 节（410 Gone）的用意", en: "The purpose of RFC 9110, 15.5.11 (410 Gone)"),
        example: RuleExample(.file("published-urls.txt"), wrong: "/about-us/\n", right: "/about/\n"))
    package static let vanishedPlace = Rule(
        "url/vanished-place", .error,
        zh: "公开过的页内位置不得消失。", en: "A place of a page that was published must not vanish.",
        reason: LocalizedText(
            zh: "链接指到标题或条文。标题改了文字，用 {#旧编号} 保留原来的位置。",
            en: "Links lead to headings and articles. Keep the old id of a changed heading with {#id}."),
        example: RuleExample(
            .file("published-urls.txt"), wrong: "/rules/measures/ #art-2\n", right: "/rules/measures/ #art-3\n"))
    package static let damagedRecord = Rule(
        "url/damaged-record", .error, .fixed,
        zh: "公开记录 published-urls.txt 必须完好。", en: "The record of what was published must be whole.",
        reason: LocalizedText(
            zh:
                "名单和网址的变动靠它查出来。空的、截断的、改了编码或分隔符的、有合并冲突的记录，什么也查不出，或者把好的名单说成错的；生成时也不会覆盖它，免得丢了原来的内容。上次发布的网站里有名单、记录却不见了的，同样要先找回来。",
            en:
                "Changes of lists and addresses are found with it. A record that is empty, cut off, in another encoding, with other separators or with marks of a merge finds nothing, or calls good lists wrong; no build writes over it, so that nothing of it is lost. Nor may it be gone where the site that was published last has lists."
        ),
        example: RuleExample(
            .file("published-urls.txt"), wrong: "/about/\n@list    2019    final\n", right: "/about/\n"))

    package static let aliasOfFile = Rule(
        "url/alias-of-file", .warning,
        zh: "文件的旧网址要由服务器转到新网址。", en: "From the old address of a file the server must lead on.",
        reason: LocalizedText(
            zh:
                "生成的转向页是网页；放在 list.pdf 这样的网址上，读者下载到的是打不开的文件，所以不生成。请在服务器上设好转向（写法见 docs/server），再写明理由，不再提醒。",
            en:
                "The pages that lead on are HTML: at an address such as list.pdf readers would download a file that does not open, so that none is made. Set the redirect on the server (docs/server shows how), then exempt the alias with that reason."
        ),
        basis: LocalizedText(zh: "RFC 9110 第 15.4.2 节（301）", en: "RFC 9110, 15.4.2 (301)"),
        example: RuleExample(
            .pageFields, wrong: "aliases: [/old/list.pdf]\n", right: "aliases: [/old/about/]\n"))
    package static let unpublishableName = Rule(
        "url/name", .error, .fixed,
        zh: "网址里的每个名称都要能作文件名。", en: "Every name in an address can be the name of a file.",
        reason: LocalizedText(
            zh:
                "网站要能复制到各种系统上：名称最长 240 字节（80 个汉字），不以点或空格结尾，不用 Windows 留给设备的 con、prn、aux、nul、com1、lpt1 等。",
            en:
                "A site must be copied to all systems: a name has 240 bytes at most, no dot or space at its end, and is none that Windows keeps for devices, such as con, prn, aux, nul, com1 and lpt1."
        ),
        basis: LocalizedText(
            zh: "POSIX.1-2017 NAME_MAX；Microsoft《文件、路径和命名空间的命名》",
            en: "POSIX.1-2017, NAME_MAX; Microsoft, Naming Files, Paths, and Namespaces"),
        example: RuleExample(.pageFields, wrong: "aliases: [/old/con/]\n", right: "aliases: [/old/about/]\n"))

    /// Rules about what other sites answer, which differs from day to day.
    package static let rulesOfOtherSites: Set<Rule> = [deadLink, unverifiedLink, movedLink]

    /// The group of this file.
    static let linkRules: [Rule] = [
        brokenLink, brokenAnchor, linkOutsideSite, linkNotPublished, insecureLink, foreignPicture,
        ownInsecureLink, malformedLink,
        deadLink, unverifiedLink, movedLink, privateAddressLink, linkText, linkToItself, contactForm, orphanPage,
        unlinkedFile,
        outputBrokenLink, foreignResource, outputData,
        vanishedURL, vanishedPlace, damagedRecord, aliasOfFile, unpublishableName,
    ]
}
