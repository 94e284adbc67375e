/// Rules about links, in the content and in the finished pages.
extension Rule {
    package static let brokenLink = Rule(
        "link/broken", .error,
        zh: "站内链接必须指向存在的页面或文件。", en: "A link within the site must lead to a page or file that exists.")
    package static let brokenAnchor = Rule(
        "link/anchor", .error,
        zh: "链接的锚点必须存在于目标页面。", en: "The place a link points to must exist on its page.")
    package static let linkOutsideSite = Rule(
        "link/outside-site", .error,
        zh: "相对路径不得指到站点之外。", en: "A relative path must not leave the site.")
    package static let linkNotPublished = Rule(
        "link/not-published", .error,
        zh: "公开页面不得链接尚未公开的内容。", en: "A public page must not link to content that is not public.")
    package static let linkWithoutScheme = Rule(
        "link/without-scheme", .error,
        zh: "外部链接必须写明 https://。", en: "A link to another site must be written with https://.")
    package static let outputBrokenLink = Rule(
        "output/broken-link", .error,
        zh: "成品页面中的站内链接必须有效。", en: "Links within the site must be valid in the finished pages.")
    package static let duplicatePageID = Rule(
        "html/duplicate-id", .error,
        zh: "同一页面中不得有相同的 id。", en: "An id must be unique on its page.")
}
