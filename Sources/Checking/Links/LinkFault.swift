import Addresses
import Diagnostics
import Rules

/// An address of the finished pages that must not be there. One in a template stands on every page: that is one finding.
struct LinkFault: Hashable {
    enum Kind: Hashable {
        /// The site has no such page or file.
        case absent
        /// The page is there and only the place on it is not.
        case lacksPlace
        /// Something of another site that the page loads.
        case foreignResource
        /// A form that is sent to another site.
        case foreignForm
        /// A script in the place of an address.
        case script
        /// A scheme that leads nowhere, or an address that its scheme cannot have.
        case unusable
    }

    let address: String
    let kind: Kind

    private var rule: Rule {
        switch kind {
        case .absent, .lacksPlace, .unusable: .outputBrokenLink
        case .foreignResource, .foreignForm: .foreignResource
        case .script: .inlineScript
        }
    }

    /// - Parameters:
    ///   - urls: the pages that have the link, at least one.
    ///   - others: how many more addresses stand at the same place and have the same fault.
    ///   - place: where it stands in the theme.
    func finding(on urls: [String], others: Int = 0, at place: SourceRange?) -> Diagnostic {
        Diagnostic(
            rule, at: place, message: message(pages: PageNames.text(urls), others: others),
            help: LocalizedText(zh: "请检查主题模板。", en: "Look at the theme's templates."), url: urls[0])
    }

    private func message(pages: LocalizedText, others: Int) -> LocalizedText {
        let quoted = "“\(PercentEncoding.decoded(address))”"
        let zh = quoted + (others > 0 ? "等 \(others + 1) 个网址" : "")
        let en = quoted + (others > 0 ? " and \(others.counting("other address", "other addresses"))" : "")
        switch kind {
        case .absent:
            return LocalizedText(zh: "\(pages.zh)中的链接\(zh)没有目标。", en: "\(pages.en), the link \(en) leads nowhere.")
        case .lacksPlace:
            return LocalizedText(
                zh: "\(pages.zh)中的链接\(zh)：目标页面没有这个 id。",
                en: "\(pages.en), \(en) points to an id that its page does not have.")
        case .foreignResource:
            return LocalizedText(
                zh: "\(pages.zh)从别的网站加载\(zh)。", en: "\(pages.en), \(en) is loaded from another site.")
        case .foreignForm:
            return LocalizedText(
                zh: "\(pages.zh)有表单把读者填写的内容交给\(zh)。", en: "\(pages.en), a form is sent to \(en).")
        case .script:
            return LocalizedText(
                zh: "\(pages.zh)的网址\(zh)是一段脚本。", en: "\(pages.en), the address \(en) is a script.")
        case .unusable:
            return LocalizedText(
                zh: "\(pages.zh)中的链接\(zh)打不开：网址只能以 http、https、mailto、tel 开头，或是站内路径。",
                en:
                    "\(pages.en), \(en) leads nowhere: addresses begin with http, https, mailto or tel, or are paths of the site."
            )
        }
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
