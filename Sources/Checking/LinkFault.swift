import Addresses
import Diagnostics

/// A link of the finished pages that leads nowhere. One in a template stands on every page: that is one finding.
struct LinkFault: Hashable {
    let address: String
    /// Whether the page is there and only the place on it is not.
    let lacksPlace: Bool

    /// - Parameters:
    ///   - urls: the pages that have the link, at least one.
    ///   - place: where it stands in the theme.
    func finding(on urls: [String], at place: SourceRange?) -> Diagnostic {
        let address = PercentEncoding.decoded(address)
        let pages = PageNames.text(urls)
        return Diagnostic(
            .outputBrokenLink, at: place,
            message: lacksPlace
                ? LocalizedText(
                    zh: "\(pages.zh)中的链接“\(address)”：目标页面没有这个 id。",
                    en: "\(pages.en), “\(address)” points to an id that its page does not have.")
                : LocalizedText(
                    zh: "\(pages.zh)中的链接“\(address)”没有目标。", en: "\(pages.en), the link “\(address)” leads nowhere."),
            help: LocalizedText(zh: "请检查主题模板。", en: "Look at the theme's templates."), url: urls[0])
    }
}

/// Names the pages that one finding is about.
enum PageNames {
    /// - Parameter urls: at least one.
    static func text(_ urls: [String]) -> LocalizedText {
        urls.count == 1
            ? LocalizedText(zh: "页面 \(urls[0]) ", en: "On \(urls[0])")
            : LocalizedText(
                zh: "\(urls[0]) 等 \(urls.count) 个页面", en: "On \(urls[0]) and \((urls.count - 1).counting("more page"))")
    }
}
