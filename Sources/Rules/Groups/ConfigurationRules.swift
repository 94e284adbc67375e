import Diagnostics

/// Rules about `site.config`. Errors of these rules end the program with the status for configuration.
extension Rule {
    package static let configurationMissing = Rule(
        "config/missing", .error, .fixed,
        zh: "站点文件夹中必须有 site.config，以及有内容的 content 文件夹。",
        en: "A site's folder must hold site.config, and a folder content/ with something in it.",
        reason: LocalizedText(
            zh:
                "没有 site.config 就不知道站点的名称、网址和主题；content 空着或不见了（例如磁盘没有挂载），生成的空网站会替换已经发布的网站。请在站点文件夹中运行，或用 --source 指定站点文件夹。",
            en:
                "Without site.config there is no title, address or theme; with content/ empty or missing, as when a disk is not mounted, an empty site would replace the published one. Run in the site's folder, or name it with --source."
        ),
        example: RuleExample(.fileName, wrong: "site.config.bak", right: "site.config"))
    package static let configurationValue = Rule(
        "config/value", .error, .fixed,
        zh: "site.config 的值必须有效。", en: "The values of site.config must be valid.",
        reason: LocalizedText(
            zh: "每个页面都用到这些值，写错一处就错在全站。网址写完整，导航写以 / 开头的站内路径。",
            en: "Every page uses these values. Addresses are complete; navigation takes paths that begin with /."),
        example: RuleExample(
            .configuration, wrong: "navigation:\n  - title: 公示\n    url: publicity\n",
            right: "navigation:\n  - title: 公示\n    url: /publicity/\n"))
    package static let configurationRecords = Rule(
        "config/records", .warning,
        zh: "正式站点应写 ICP 备案号和公安备案号。",
        en: "A site that is no sample shows its ICP number and its public security number.",
        reason: LocalizedText(
            zh: "两个号码显示在每页页尾。样例站点写“样例: 是”，不需要备案号。",
            en: "Both stand at the foot of every page. A sample says sample: true and needs none."),
        basis: LocalizedText(
            zh: "非经营性互联网信息服务备案管理办法第十三条；计算机信息网络国际联网安全保护管理办法第十二条",
            en: "Measures on ICP filing, Art. 13; measures on the security of international networking, Art. 12"),
        example: RuleExample(
            .configuration, wrong: "sample: false\n",
            right: "sample: false\nrecords:\n  icp: 京ICP备00000000号-1\n  police: 京公网安备00000000000000号\n"))
    package static let configurationAccent = Rule(
        "config/accent", .error,
        zh: "主题色与底色的对比度至少 4.5:1。", en: "The accent colour has a contrast of at least 4.5:1 with the grounds.",
        reason: LocalizedText(
            zh: "链接和按钮都用主题色。对比度不够，视力不好或在阳光下看手机的人就读不出来。深色界面的颜色不写时自动推出。",
            en:
                "Links and buttons have this colour. With less contrast people with weak sight, or with a phone in the sun, cannot read them. The dark scheme's colour is made from it unless it is given."
        ),
        basis: LocalizedText(
            zh: "GB/T 37668—2019；WCAG 2.2 成功标准 1.4.3", en: "GB/T 37668—2019; WCAG 2.2, success criterion 1.4.3"),
        example: RuleExample(.configuration, wrong: "accent: \"#5aa9b0\"\n", right: "accent: \"#0f5c63\"\n"))
    package static let configurationAsOf = Rule(
        "config/as-of", .warning,
        zh: "site.config 的“时点”不应早于已公示、已公布年度的日期。",
        en: "as_of in site.config should not be before the day of an edition that is in publicity or final.",
        reason: LocalizedText(
            zh: "“时点”让站点停在某一天，供样例和存档使用；之后公开的年度会看不到。正式站点请删去这一行。",
            en:
                "as_of keeps a sample or an archive at one day; editions that became public later are left out. Delete it from a site in use."
        ),
        example: RuleExample(.configuration, wrong: "as_of: 2020-11-01\n", right: "as_of: 2020-11-20\n"))
    package static let unknownRuleName = Rule(
        "checks/unknown-rule", .error, .fixed,
        zh: "检查设置只能写存在的规则。", en: "Settings of checks name rules that exist.",
        reason: LocalizedText(
            zh: "写错的规则名不起作用，会让人误以为已经设置。规则名见 showcase explain。",
            en: "A misspelt name sets nothing, and nobody would notice. showcase explain lists the names."),
        example: RuleExample(
            .configuration, wrong: "checks:\n  markdown/raw-htm: off\n", right: "checks:\n  markdown/raw-html: off\n"))
    package static let ruleNotAdjustable = Rule(
        "checks/not-adjustable", .error, .fixed,
        zh: "有些规则不能改动或关闭。", en: "Some rules can be neither changed nor switched off.",
        reason: LocalizedText(
            zh: "违反这些规则的内容无法展示，或者不得公开，关闭规则也不能发布。请改正内容。",
            en: "What breaks them cannot be shown or must not be published. Mend the content instead."),
        example: RuleExample(
            .configuration, wrong: "checks:\n  meta/syntax: off\n", right: "checks:\n  meta/summary-length: off\n"))
    package static let unusedExemption = Rule(
        "checks/unused", .warning,
        zh: "关掉检查的写法应确有用处。", en: "An exemption from a rule must have something to exempt.",
        reason: LocalizedText(
            zh: "内容改好之后，关掉检查会掩盖以后的同类错误，请删去。",
            en: "Once the text is mended, an exemption only hides the next mistake. Delete it."),
        example: RuleExample(
            .page, wrong: "<!-- showcase-ignore markdown/raw-html: 说明标签的写法 -->\n\n正文没有标签。\n",
            right: "<!-- showcase-ignore markdown/raw-html: 说明标签的写法 -->\n旧系统里的 <u>下划线</u> 请改为加粗。\n"))

    package static let sharePicture = Rule(
        "config/share-picture", .warning,
        zh: "分享图的字体必须装好，并且有要用的字。", en: "The font of share pictures must be installed and have the characters.",
        reason: LocalizedText(
            zh: "转发链接时显示的图是生成站点时画的；没有字体或缺字时，图上会是空方框。",
            en:
                "The pictures that links are shown with are drawn when the site is built; without the font they would be boxes."
        ),
        example: RuleExample(
            .configuration, wrong: "share_pictures: all\nshort_title: 样例\u{12000}\n",
            right: "share_pictures: all\nshort_title: 样例展示\n"))

    /// The group of this file.
    static let configurationRules: [Rule] = [
        configurationMissing, configurationValue, configurationRecords, configurationAccent, configurationAsOf,
        unknownRuleName, ruleNotAdjustable, unusedExemption, sharePicture,
    ]
}
