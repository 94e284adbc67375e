import Diagnostics
import Rules
import SiteModel

/// Finds pages of the content that nothing leads to from the home page and the lists: readers reach them by search engines alone.
struct OrphanPages {
    let addresses: SiteAddresses
    let outlines: PageOutlines

    func findings(in site: Site) -> [Diagnostic] {
        // Readers begin at the home page, also where it has a text of the content.
        let pages = site.publishedPages.filter { !$0.page.path.isHome }
        let reached = reachedPages(ofContent: Set(pages.map(\.url))) { url in
            if case .redirect? = site.routes[url]?.kind { true } else { false }
        }
        return pages.filter { !reached.contains($0.url) }.map { page, url in
            Diagnostic(
                .orphanPage, at: page.title.range,
                message: LocalizedText(
                    zh: "从首页和各列表出发，没有链接通到 \(url)。",
                    en: "No links lead from the home page or a list to \(url)."),
                help: LocalizedText(
                    zh: "请在相关页面或 site.config 的导航中加上链接；确实不需要入口的，关掉这项检查并写明理由。",
                    en: "Link to it from a page or the navigation in site.config; exempt it where no way in is meant."),
                url: url)
        }
    }

    /// The addresses that links lead to from the home page and the lists, over any number of pages: two pages that lead to
    /// each other alone are found by nobody. Whether a list is in the navigation is for the site to say.
    private func reachedPages(ofContent urls: Set<String>, isRedirect: (String) -> Bool) -> Set<String> {
        let linksByURL = Dictionary(outlines.all.map { ($0.url, $0.links) }, uniquingKeysWith: { first, _ in first })
        // A page that leads on from an old address is seen by nobody, unless something leads to it.
        var open = outlines.all.map(\.url).filter { !urls.contains($0) && !isRedirect($0) }
        var reached = Set(open)
        var seen: Set<UInt32> = []
        while let url = open.popLast() {
            for link in linksByURL[url] ?? [] where seen.insert(link).inserted {
                let path = addresses.path(ofKnown: Int(link))
                if reached.insert(path).inserted { open.append(path) }
            }
        }
        return reached
    }
}
