import Diagnostics
import Rules

/// What a finished page lacks or has too much of. Most of it comes from a theme's templates, so that one mistake stands
/// on many pages.
enum PageFault: Hashable, Sendable, CaseIterable {
    case language, title, description, canonical, topHeading, headingOrder, imageText, tableHeader, structuredData
    case emptyAddress, inlineScript, baseAddress, equivalentHeader, securityPolicy,
        unclosedElement

    var rule: Rule {
        switch self {
        case .language: .pageLanguage
        case .title: .pageTitle
        case .description: .pageDescription
        case .canonical: .canonicalAddress
        case .topHeading: .topHeading
        case .headingOrder: .pageHeadingOrder
        case .imageText: .imageText
        case .tableHeader: .pageTableHeader
        case .structuredData: .structuredData
        case .emptyAddress: .outputBrokenLink
        case .inlineScript: .inlineScript
        case .baseAddress, .equivalentHeader: .pageHeader
        case .securityPolicy: .securityPolicy
        case .unclosedElement: .themeUnclosed
        }
    }

    /// - Parameter pages: the pages in words, with the preposition that English needs.
    func message(on pages: LocalizedText) -> LocalizedText {
        switch self {
        case .language:
            LocalizedText(
                zh: "\(pages.zh)没有用 lang 注明站点的语言。", en: "\(pages.en), <html> lacks the site's language in lang.")
        case .title: LocalizedText(zh: "\(pages.zh)没有标题（title）。", en: "\(pages.en), there is no <title>.")
        case .description:
            LocalizedText(zh: "\(pages.zh)没有描述（meta description）。", en: "\(pages.en), there is no meta description.")
        case .canonical:
            LocalizedText(
                zh: "\(pages.zh)没有写明规范网址（canonical），或写的（也可能是 og:url）不是页面自己的网址。",
                en: "\(pages.en), there is no canonical address, or it (or og:url) is not the page's own.")
        case .topHeading:
            LocalizedText(zh: "\(pages.zh)的一级标题（h1）不是恰好一个。", en: "\(pages.en), there is not exactly one <h1>.")
        case .headingOrder:
            LocalizedText(zh: "\(pages.zh)的标题跳过了级别。", en: "\(pages.en), headings skip a level.")
        case .imageText: LocalizedText(zh: "\(pages.zh)有图片没有 alt。", en: "\(pages.en), a picture has no alt.")
        case .tableHeader:
            LocalizedText(zh: "\(pages.zh)有表格没有表头（th）。", en: "\(pages.en), a table has no header (th).")
        case .structuredData:
            LocalizedText(
                zh: "\(pages.zh)的 JSON-LD 不是正确的 JSON。", en: "\(pages.en), the JSON-LD is no well-formed JSON.")
        case .emptyAddress:
            LocalizedText(
                zh: "\(pages.zh)有 href 或 src 是空的。", en: "\(pages.en), an href or src is empty.")
        case .inlineScript:
            LocalizedText(
                zh: "\(pages.zh)直接写了脚本（script、on… 属性或 srcdoc）。",
                en: "\(pages.en), a script is written in the page (script, an on… attribute or srcdoc).")
        case .baseAddress:
            LocalizedText(
                zh: "\(pages.zh)有 base 元素，它会改变页面上所有网址的意思。",
                en: "\(pages.en), a base element changes what every address of the page means.")
        case .equivalentHeader:
            LocalizedText(
                zh: "\(pages.zh)用 meta 冒充服务器的回答（自动跳转、Cookie 或编码）。",
                en:
                    "\(pages.en), a meta element stands in for a server's header: a redirection, a cookie or an encoding."
            )
        case .unclosedElement:
            LocalizedText(
                zh: "\(pages.zh)有元素没有关上，或多写了结束标签，后面的内容会看不见或错位。",
                en:
                    "\(pages.en), an element is not closed, or an end tag closes nothing: what follows would be hidden or misplaced."
            )
        case .securityPolicy:
            LocalizedText(
                zh: "\(pages.zh)没有内容安全策略（Content-Security-Policy），或没有管住脚本和插件，或写在脚本之后。",
                en:
                    "\(pages.en), there is no content security policy that keeps out scripts and plug-ins, or it comes after a script."
            )
        }
    }
}

/// A fault of a page with its place.
struct PlacedFault: Sendable, Hashable {
    let fault: PageFault
    /// Bytes of the page.
    let bytes: Range<Int>
}
