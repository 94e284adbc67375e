import Diagnostics

/// The fields of every kind of content. What is not here is an error in a file.
extension ContentSchema {
    static let span: [FieldSchema] = [
        FieldSchema("from", "开始", .date, zh: "第一天。", en: "The first day."),
        FieldSchema("to", "结束", .date, zh: "最后一天。", en: "The last day."),
    ]

    static let publicity = ContentSchema(
        zh: "公示期", en: "publicity",
        [
            FieldSchema("from", "开始", .date, required: true, zh: "第一天。", en: "The first day."),
            FieldSchema("to", "结束", .date, required: true, zh: "最后一天。", en: "The last day."),
            FieldSchema(
                "contact", "受理部门", .text, required: true, zh: "受理异议的部门，不写个人。",
                en: "The office that takes objections; never a person."),
        ])

    static let exchange = ContentSchema(
        zh: "发布会", en: "exchange",
        [
            FieldSchema("date", "日期", .date, zh: "日期。", en: "Its day."),
            FieldSchema("place", "地点", .text, zh: "地点。", en: "Its place."),
            FieldSchema("form", "形式", .text, zh: "形式。", en: "Its form."),
        ])

    static let correction = ContentSchema(
        zh: "更正", en: "correction",
        [
            FieldSchema("date", "日期", .date, required: true, zh: "更正日期。", en: "Its day."),
            FieldSchema(
                "id", "编号", .text, example: LocalizedText(same: "zj-001"), zh: "所更正的班组编号。", en: "The team's id."),
            FieldSchema("text", "说明", .text, required: true, zh: "更正内容。", en: "What was corrected."),
        ])

    static let announced = ContentSchema(
        zh: "公布数", en: "announced",
        [
            FieldSchema(
                "total", "总数", .integer, .range(0...1e15), example: LocalizedText(same: "120"), zh: "公布的班组总数。",
                en: "All teams announced."),
            FieldSchema("by_province", "分省", .provinceCounts, zh: "各省公布的班组数。", en: "Teams announced by province."),
        ])

    static let edition = ContentSchema(
        zh: "年度", en: "edition",
        CommonFields.all + [
            CommonFields.summary,
            FieldSchema(
                "year", "年度", .integer, .range(1900...2199), required: true, zh: "与文件夹相同的年份。",
                en: "The year, the same as the folder's."),
            FieldSchema(
                "status", "状态", .word(EditionStatus.words), required: true, zh: "草稿、公示或公布。",
                en: "draft, publicity or final."),
            FieldSchema("published", "发布日期", .date, zh: "公布日期。", en: "Day of publication."),
            FieldSchema(
                "publicity", "公示期", .object(publicity), zh: "公示期与受理部门。", en: "The publicity period and its office."),
            FieldSchema("document", "文号", .text, zh: "公布文件的文号。", en: "Number of the document."),
            FieldSchema("deadline", "申报截止", .date, zh: "申报截止日期。", en: "Until when teams can apply."),
            FieldSchema("exchange", "发布会", .object(exchange), zh: "交流发布会。", en: "The exchange meeting."),
            FieldSchema("corrections", "更正", .list(.object(correction)), zh: "名单的更正。", en: "Corrections of the list."),
            FieldSchema(
                "announced", "公布数", .object(announced), zh: "公布的数量，与名单核对。",
                en: "The numbers announced, compared with the roster."),
        ])

    static let enterpriseName = ContentSchema(
        zh: "企业名称", en: "name",
        [
            FieldSchema("name", "名称", .text, required: true, zh: "名称。", en: "The name."),
            FieldSchema("from", "开始", .date, zh: "启用日期。", en: "From when."),
            FieldSchema("to", "结束", .date, zh: "停用日期。", en: "Until when."),
        ])

    static let parent = ContentSchema(
        zh: "上级企业", en: "parent",
        [
            FieldSchema(
                "id", "编号", .text, .slug, required: true, example: LocalizedText(same: "zj-001"), zh: "上级企业的编号。",
                en: "The parent's id."),
            FieldSchema(
                "kind", "关系", .word(ParentKind.words), required: true, zh: "分公司或子公司。", en: "branch or subsidiary."),
        ])

    static let enterprise = ContentSchema(
        zh: "企业", en: "enterprise",
        [
            FieldSchema(
                "id", "编号", .text, .slug, required: true, example: LocalizedText(same: "zj-001"), zh: "编号，用作网址。",
                en: "Its id, which stands in its address."),
            FieldSchema(
                "names", "名称", .list(.object(enterpriseName)), required: true, zh: "历年名称，先旧后新。",
                en: "Its names, oldest first."),
            FieldSchema("credit_code", "统一社会信用代码", .text, zh: "统一社会信用代码。", en: "Unified social credit code."),
            FieldSchema("parent", "上级", .object(parent), zh: "上级企业。", en: "Its parent."), CommonFields.aliases,
        ])

    static let association = ContentSchema(
        zh: "协会", en: "association",
        [
            FieldSchema(
                "id", "编号", .text, .slug, required: true, example: LocalizedText(same: "zj-001"), zh: "编号，用作网址。",
                en: "Its id, which stands in its address."),
            FieldSchema("name", "名称", .text, required: true, zh: "名称。", en: "Its name."),
            FieldSchema(
                "level", "级别", .word(AssociationLevel.words), required: true, zh: "全国、省级或市级。",
                en: "national, provincial or city."),
            FieldSchema("province", "省份", .text, .province, zh: "所在省份。", en: "Its province."),
            CommonFields.aliases,
        ])

    static let organisation = ContentSchema(
        zh: "机构", en: "organisation",
        [
            FieldSchema("name", "名称", .text, required: true, zh: "名称。", en: "Its name."),
            FieldSchema("name_en", "英文名称", .text, zh: "英文名称。", en: "Its English name."),
            FieldSchema("office", "部门", .text, zh: "答复问询和异议的部门。", en: "The office that answers."),
            FieldSchema(
                "url", "网址", .text, .address, example: LocalizedText(same: "https://example.org/"), zh: "机构自己的网站。",
                en: "Its own site."),
        ])

    static let programme = ContentSchema(
        zh: "项目", en: "programme",
        [
            FieldSchema("name", "名称", .text, zh: "项目名称。", en: "Its name."),
            FieldSchema(
                "since", "起始年份", .integer, example: LocalizedText(same: "2019"), zh: "起始年份。", en: "Its first year."),
            FieldSchema("honor", "称号", .text, zh: "授予的称号，不含年度。", en: "The title that is given, without its year."),
        ])

    static let records = ContentSchema(
        zh: "备案", en: "records",
        [
            FieldSchema(
                "icp", "ICP备案", .text, .textOrEmpty, example: LocalizedText(same: "\"\""), zh: "ICP 备案号。",
                en: "ICP filing number."),
            FieldSchema(
                "police", "公安备案", .text, .textOrEmpty, example: LocalizedText(same: "\"\""), zh: "公安备案号。",
                en: "Public security filing number."),
        ])

    static let navigationItem = ContentSchema(
        zh: "导航", en: "navigation",
        [
            FieldSchema("title", "标题", .text, required: true, zh: "文字。", en: "Its text."),
            FieldSchema(
                "url", "网址", .text, .addressOrPath, required: true,
                example: LocalizedText(same: "https://example.org/"), zh: "以 / 开头的站内网址，或完整网址。",
                en: "A path beginning with /, or a full URL."),
        ])

    /// Every name of a field of any kind, in both languages.
    static let allNames: Set<String> = {
        var names: Set<String> = []
        func add(_ schema: ContentSchema) {
            names.formUnion(schema.names)
            for field in schema.fields { field.type.schema.map(add) }
        }
        for schema in [edition, writeUp, enterprise, association, configuration]
            + DocumentKind.allCases.map(\.declaration.schema)
        {
            add(schema)
        }
        return names.union(Criterion.allCases.flatMap { [$0.rawValue, $0.chineseName] })
    }()

    static let configuration = ContentSchema(
        zh: "site.config", en: "site.config",
        [
            FieldSchema("title", "标题", .text, required: true, zh: "站点标题。", en: "The site's title."),
            FieldSchema("short_title", "短标题", .text, zh: "用于窄处的标题。", en: "The title for narrow places."),
            FieldSchema("description", "描述", .text, zh: "一句话介绍。", en: "One sentence about the site."),
            FieldSchema(
                "base_url", "网址", .text, .baseURL, required: true, example: LocalizedText(same: "https://example.org/"),
                zh: "发布网址，可以带路径。",
                en: "Where it is published; may have a path."),
            FieldSchema("language", "语言", .word(SiteLanguage.words), zh: "zh-CN 或 en。", en: "zh-CN or en."),
            FieldSchema(
                "theme", "主题", .text, .slug, example: LocalizedText(same: "default"), zh: "themes/ 下的主题。",
                en: "A theme below themes/."),
            FieldSchema(
                "accent", "主题色", .text, .colour, zh: "链接、按钮等处的颜色，如 \"#0f5c63\"；不写则用主题自带的颜色。",
                en: "The colour of links and buttons, such as \"#0f5c63\"; without it the theme's own."),
            FieldSchema(
                "accent_dark", "深色主题色", .text, .colour, zh: "深色界面中的主题色；不写则由“主题色”推出。",
                en: "The same in the dark scheme; without it made from `accent`."),
            FieldSchema(
                "sample", "样例", .flag, zh: "班组和企业是否为虚构，是则每页注明。",
                en: "Whether teams are invented, which every page then says."),
            FieldSchema(
                "as_of", "时点", .date, zh: "按哪一天展示，用于样例和存档站点。", en: "The day to show, for samples and archives."),
            FieldSchema("publish_scores", "公开评分", .flag, zh: "是否公开评分。", en: "Whether scores are published."),
            FieldSchema(
                "share_pictures", "分享图", .word(SharePictureExtent.words),
                zh: "转发链接时显示的图：各页、只有年度和实践，或不要；不写时，班组不超过 1000 个的站点各页都有。",
                en: "Pictures that links are shown with: all, editions or none; all up to 1,000 teams if not given."),
            FieldSchema(
                "organisation", "机构", .object(organisation), required: true, zh: "发布机构。",
                en: "The publishing association."),
            FieldSchema("programme", "项目", .object(programme), zh: "项目名称与称号。", en: "The programme's name and title."),
            FieldSchema("records", "备案", .object(records), zh: "备案号。", en: "Filing numbers."),
            FieldSchema("navigation", "导航", .list(.object(navigationItem)), zh: "主导航。", en: "The main navigation."),
            FieldSchema(
                "checks", "检查", .checks, zh: "各规则的轻重，可以公开的部门联系方式，以及不查的网站。",
                en:
                    "How much each rule matters, contacts of offices that may be published, and sites that are not asked."
            ),
        ])
}
