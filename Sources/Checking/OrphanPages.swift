import Diagnostics
import SiteModel

/// Finds pages of the content that no other page leads to: readers reach them by search engines alone.
struct OrphanPages {
    let addresses: SiteAddresses
    let outlines: PageOutlines

    func findings(in site: Site) -> [Diagnostic] {
        var linked: Set<String> = ["/"]
        for outline in outlines.all {
            // One list has hundreds of links to the same pages as the next one.
            for link in Set(outline.links) {
                let path = addresses.path(ofKnown: Int(link))
                if path != outline.url { linked.insert(path) }
            }
        }
        return site.publishedPages.filter { !linked.contains($0.url) }.map { page, url in
            Diagnostic(
                .orphanPage, at: page.title.range,
                message: LocalizedText(zh: "没有页面链接到 \(url)。", en: "No page links to \(url)."),
                help: LocalizedText(
                    zh: "请在相关页面或 site.config 的导航中加上链接；确实不需要入口的，写明豁免理由。",
                    en: "Link to it from a page or the navigation in site.config; exempt it where no way in is meant."),
                url: url)
        }
    }
}
