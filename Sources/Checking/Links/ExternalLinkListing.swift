import Content
import Diagnostics
import ExternalLinks
import SiteModel

/// All links of the site's content and configuration to other sites, at every place where they stand.
package enum ExternalLinkListing {
    package static func links(of site: Site) -> [ExternalLink] {
        let resolver = LinkResolver(site: site)
        var links: [ExternalLink] = []
        func add(_ destination: String, at range: SourceRange, url: String?) {
            guard case .external(let address) = resolver.target(ofAddress: destination), isWeb(address) else { return }
            links.append(ExternalLink(destination, at: range, url: url))
        }
        for (page, url) in site.publishedPages {
            for reference in page.body.references { add(reference.destination, at: reference.range, url: url) }
        }
        for team in site.teams {
            for file in team.row.files {
                if let address = file.value.webAddress { add(address, at: file.range, url: team.url) }
            }
        }
        let configuration = site.configuration
        if let url = configuration.organisation.url { add(url.value, at: url.range, url: nil) }
        for item in configuration.navigation { add(item.url.value, at: item.url.range, url: nil) }
        return links
    }

    /// Other schemes have rules of their own.
    private static func isWeb(_ address: String) -> Bool {
        let scheme = address.utf8.prefix { $0 != UInt8(ascii: ":") }
        return (4...5).contains(scheme.count)
            && zip(scheme, "https".utf8).allSatisfy { written, expected in written | 0x20 == expected }
    }
}
