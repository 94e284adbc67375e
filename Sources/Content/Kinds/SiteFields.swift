import Addresses
import Diagnostics
import Fields
import Values

/// The fields of `site.config`.
package enum SiteFields {
    package static let title = FieldKey.text("title", "标题", required: true, zh: "站点标题。", en: "The site's title.")
    package static let shortTitle = FieldKey.text(
        "short_title", "短标题", zh: "用于窄处的标题。", en: "The title for narrow places.")
    package static let description = FieldKey.text(
        "description", "描述", zh: "一句话介绍。", en: "One sentence about the site.")
    package static let baseURL = FieldKey<BaseURL>(
        FieldSchema(
            "base_url", "网址", .text, .baseURL, required: true, example: LocalizedText(same: "https://example.org/"),
            zh: "发布网址，可以带路径。", en: "Where it is published; may have a path."), read: SettingReading.baseURL)
    package static let language = FieldKey<Located<SiteLanguage>>.word(
        "language", "语言", zh: "zh-CN 或 en。", en: "zh-CN or en.")
    package static let theme = FieldKey.text(
        "theme", "主题", .slug, example: LocalizedText(same: "default"), zh: "themes/ 下的主题。",
        en: "A theme below themes/.")
    package static let accent = FieldKey<SRGBColour>(
        FieldSchema(
            "accent", "主题色", .text, .colour, example: LocalizedText(same: "\"#0f5c63\""),
            zh: "链接、按钮等处的颜色，如 \"#0f5c63\"；不写则用主题自带的颜色。",
            en: "The colour of links and buttons, such as \"#0f5c63\"; without it the theme's own."),
        read: { AccentReader.colour($1, in: .light, &$0) })
    package static let accentDark = FieldKey<SRGBColour>(
        FieldSchema(
            "accent_dark", "深色主题色", .text, .colour, example: LocalizedText(same: "\"#87aeb1\""),
            zh: "深色界面中的主题色；不写则由“主题色”推出。",
            en: "The same in the dark scheme; without it made from `accent`."),
        read: { AccentReader.colour($1, in: .dark, &$0) })
    package static let sample = FieldKey.flag(
        "sample", "样例", zh: "班组和企业是否为虚构，是则每页注明。", en: "Whether teams are invented, which every page then says.")
    package static let asOf = FieldKey.date(
        "as_of", "时点", zh: "按哪一天展示，用于样例和存档站点。", en: "The day to show, for samples and archives.")
    package static let publishScores = FieldKey.flag(
        "publish_scores", "公开评分", zh: "是否公开评分。", en: "Whether scores are published.")
    package static let sharePictures = FieldKey<Located<SharePictureExtent>>.word(
        "share_pictures", "分享图", zh: "转发链接时显示的图：各页、只有年度和实践，或不要；不写时，班组不超过 1000 个的站点各页都有。",
        en: "Pictures that links are shown with: all, editions or none; all up to 1,000 teams if not given.")
    package static let organisation = FieldKey<SiteConfiguration.Organisation>.object(
        "organisation", "机构", OrganisationFields.schema, required: true, zh: "发布机构。",
        en: "The publishing association.", read: SettingReading.organisation)
    package static let programme = FieldKey<SettingReading.Programme>.object(
        "programme", "项目", ProgrammeFields.schema, zh: "项目名称与称号。", en: "The programme's name and title.",
        read: SettingReading.programme)
    package static let records = FieldKey<SettingReading.Records>.object(
        "records", "备案", RecordFields.schema, zh: "备案号。", en: "Filing numbers."
    ) { fields in
        SettingReading.Records(icp: fields.value(of: RecordFields.icp), police: fields.value(of: RecordFields.police))
    }
    package static let navigation = FieldKey<[SiteConfiguration.NavigationItem]>.objects(
        "navigation", "导航", NavigationFields.schema, zh: "主导航。", en: "The main navigation.",
        read: SettingReading.navigationItem)
    package static let checks = FieldKey.checks(
        zh: "各规则的轻重，可以公开的部门联系方式，以及不查的网站。",
        en: "How much each rule matters, contacts of offices that may be published, and sites that are not asked.")
}

package enum OrganisationFields {
    package static let name = FieldKey.text("name", "名称", required: true, zh: "名称。", en: "Its name.")
    package static let englishName = FieldKey.text("name_en", "英文名称", zh: "英文名称。", en: "Its English name.")
    package static let office = FieldKey.text("office", "部门", zh: "答复问询和异议的部门。", en: "The office that answers.")
    package static let url = FieldKey.text(
        "url", "网址", .address, example: LocalizedText(same: "https://example.org/"), zh: "机构自己的网站。",
        en: "Its own site.")

    static let schema = ContentSchema(
        zh: "机构", en: "organisation", [name.schema, englishName.schema, office.schema, url.schema])
}

package enum ProgrammeFields {
    package static let name = FieldKey.text("name", "名称", zh: "项目名称。", en: "Its name.")
    package static let since = FieldKey.integer(
        "since", "起始年份", example: LocalizedText(same: "2019"), zh: "起始年份。", en: "Its first year.")
    package static let honor = FieldKey.text(
        "honor", "称号", zh: "授予的称号，不含年度。", en: "The title that is given, without its year.")

    static let schema = ContentSchema(zh: "项目", en: "programme", [name.schema, since.schema, honor.schema])
}

/// Filing numbers of the site.
package enum RecordFields {
    package static let icp = FieldKey.textOrEmpty("icp", "ICP备案", zh: "ICP 备案号。", en: "ICP filing number.")
    package static let police = FieldKey.textOrEmpty(
        "police", "公安备案", zh: "公安备案号。", en: "Public security filing number.")

    static let schema = ContentSchema(zh: "备案", en: "records", [icp.schema, police.schema])
}

/// An entry of the main navigation.
package enum NavigationFields {
    package static let title = FieldKey.text("title", "标题", required: true, zh: "文字。", en: "Its text.")
    package static let url = FieldKey.text(
        "url", "网址", .addressOrPath, required: true, example: LocalizedText(same: "https://example.org/"),
        zh: "以 / 开头的站内网址，或完整网址。", en: "A path beginning with /, or a full URL.")

    static let schema = ContentSchema(zh: "导航", en: "navigation", [title.schema, url.schema])
}

extension ContentSchema {
    package static let configuration = ContentSchema(
        zh: "site.config", en: "site.config",
        [
            SiteFields.title.schema, SiteFields.shortTitle.schema, SiteFields.description.schema,
            SiteFields.baseURL.schema, SiteFields.language.schema, SiteFields.theme.schema, SiteFields.accent.schema,
            SiteFields.accentDark.schema, SiteFields.sample.schema, SiteFields.asOf.schema,
            SiteFields.publishScores.schema, SiteFields.sharePictures.schema, SiteFields.organisation.schema,
            SiteFields.programme.schema, SiteFields.records.schema, SiteFields.navigation.schema,
            SiteFields.checks.schema,
        ])
}
