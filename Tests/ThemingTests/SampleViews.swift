@testable import Theming

/// Views for tests, filled with words that tell them apart.
enum Views {
    /// - Parameters:
    ///   - footer: links at the foot.
    ///   - crumb: the one breadcrumb, if any.
    static func context(footer: [LinkView], crumb: LinkView? = nil) -> PageContext {
        PageContext(
            site: SiteView(
                title: "站点", shortTitle: "站", description: "说明", homeURL: "/", language: "zh-CN",
                organisationName: "协会", organisationNameEnglish: nil, organisationOffice: "办公室", organisationURL: nil,
                programmeName: "项目", honorName: "称号", icpRecord: nil, policeRecord: nil, isSample: true,
                stylesheetURL: "/s.css", assetsURL: "/assets/", feedURL: "/feed.xml", dataURL: "/d.csv",
                pictureSizes: "100vw", photoSizes: "100vw", day: "今天", dayISO: "2020-05-15", footerLinks: footer),
            page: PageView(
                kind: "not-found", title: "标题", heading: Array("标题".utf8), documentTitle: "标题 - 站点", description: "说明",
                canonicalURL: "/",
                openGraphType: "website", jsonLD: Array("{\"a\":1}".utf8), isIndexed: false,
                breadcrumbs: crumb.map { [$0] } ?? [],
                navigation: [],
                banner: nil, published: DateView(text: "今天", iso: "2020-05-15"), updated: nil,
                shareImage: nil, hasPictures: false))
    }
}
