import Content
import Markdown
import SiteModel
import Text

/// The text of a page as a feed carries it: HTML whose addresses are whole, because readers show it elsewhere.
struct FeedHTML {
    /// A longer text is left to its page, so that a feed of thirty stays below two megabytes.
    private static let maximumBytes = 60_000

    private let site: Site
    private let links: LinkResolver

    init(site: Site) {
        self.site = site
        links = LinkResolver(site: site)
    }

    /// What an entry says itself, then its page's text where that is not too long.
    func content(of entry: FeedEntry) -> String {
        let own = entry.paragraphs.map { "<p>\(XMLText.escaped($0))</p>" }.joined()
        guard let page = entry.page else { return own }
        let text = html(of: page, at: entry.url)
        return text.utf8.count <= Self.maximumBytes ? own + text : own + "<p>\(XMLText.escaped(entry.summary))</p>"
    }

    private func html(of page: Page, at url: String) -> String {
        let bytes = page.body.html { reference in
            let address = XMLText.escaped(self.address(of: reference.destination, in: page, at: url))
            return MarkdownFilling(attributes: reference.kind == .link ? "href=\"\(address)\"" : "src=\"\(address)\"")
        }
        // Footnotes refer to each other on their page.
        return String(decoding: bytes, as: UTF8.self)
            .replacing("href=\"#", with: "href=\"\(XMLText.escaped(site.absoluteURL(url)))#")
    }

    private func address(of destination: String, in page: Page, at url: String) -> String {
        let target = links.target(of: destination, from: page.path)
        let address = links.href(target, fallback: destination)
        if case .samePage = target { return site.absoluteURL(url) + address }
        return address.hasPrefix("/") && !address.hasPrefix("//")
            ? site.configuration.baseURL.origin + address : address
    }
}
