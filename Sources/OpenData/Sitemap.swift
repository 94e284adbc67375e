import Content
import SiteModel
import Text
import Values

/// The sitemap (sitemaps.org 0.9): every page that search engines are to know.
enum Sitemap {
    static func bytes(of site: Site) -> [UInt8] {
        var dates: [String: CalendarDate] = [:]
        for edition in site.editions {
            dates[edition.url] = edition.entry.published?.value ?? edition.entry.publicity?.from.value
        }
        for team in site.teams {
            let edition = site.editions[team.edition]
            dates[team.url] =
                team.isHeld ? dates[edition.url] : team.row[RosterFields.withdrawnOn]?.value ?? dates[edition.url]
        }
        if let latest = dates.values.max() { dates[SiteURL.awards] = latest }
        for document in site.documents.all { dates[document.page.url] = document.day?.value }
        var bytes = Array(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                .utf8)
        for route in site.routes.routes where route.isIndexed {
            bytes += "<url><loc>\(XMLText.escaped(site.absoluteURL(route.url)))</loc>".utf8
            if let date = dates[route.url] { bytes += "<lastmod>\(date)</lastmod>".utf8 }
            bytes += "</url>\n".utf8
        }
        bytes += "</urlset>\n".utf8
        return bytes
    }
}

/// `robots.txt` (RFC 9309).
enum Robots {
    static func bytes(of site: Site) -> [UInt8] {
        Array("User-agent: *\nAllow: /\n\nSitemap: \(site.absoluteURL(SiteURL.sitemap))\n".utf8)
    }
}
