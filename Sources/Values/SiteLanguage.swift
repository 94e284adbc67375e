/// The language of a site's own words; content may be in any language.
package enum SiteLanguage: String, Sendable, CaseIterable {
    case chinese = "zh-CN"
    case english = "en"
}
