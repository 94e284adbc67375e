import Addresses
import Content
import SiteModel
import Text
import Values

/// The feed (Atom 1.0, RFC 4287): the newest thirty of `FeedEntry`.
enum AtomFeed {
    private static let maximumCount = 30

    static func bytes(of site: Site) -> [UInt8] {
        let entries = FeedEntry.entries(of: site).sorted { ($1.date, $0.url) < ($0.date, $1.url) }.prefix(maximumCount)
        let configuration = site.configuration
        let home = XMLText.escaped(site.absoluteURL("/"))
        let organisationURL =
            configuration.organisation.url.map { PercentEncoding.written(WebHost.withASCIIHost($0.value)) }
            ?? site.absoluteURL("/")
        var lines = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(configuration.language.rawValue)\">",
            "<title>\(XMLText.escaped(configuration.title))</title>",
            "<subtitle>\(XMLText.escaped(configuration.description))</subtitle>", "<id>\(home)</id>",
            "<link href=\"\(home)\"/>",
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(XMLText.escaped(site.absoluteURL(SiteURL.feed)))\"/>",
            "<updated>\(timestamp(entries.first?.date ?? site.day))</updated>",
            "<author><name>\(XMLText.escaped(configuration.organisation.name))</name>"
                + "<uri>\(XMLText.escaped(organisationURL))</uri></author>",
        ]
        let html = FeedHTML(site: site)
        for entry in entries { lines += self.lines(of: entry, in: site, html) }
        lines.append("</feed>\n")
        return Array(lines.joined(separator: "\n").utf8)
    }

    private static func lines(of entry: FeedEntry, in site: Site, _ html: FeedHTML) -> [String] {
        let url = XMLText.escaped(site.absoluteURL(entry.url))
        return [
            "<entry>", "<title>\(XMLText.escaped(entry.title))</title>", "<id>\(url)\(entry.mark)</id>",
            "<link href=\"\(url)\"/>", "<published>\(timestamp(entry.date))</published>",
            "<updated>\(timestamp(entry.date))</updated>",
            "<category term=\"\(entry.category.rawValue)\" label=\"\(XMLText.escaped(entry.category.label(site.configuration.language)))\"/>",
            "<summary>\(XMLText.escaped(entry.summary))</summary>",
            "<content type=\"html\">\(XMLText.escaped(html.content(of: entry)))</content>", "</entry>",
        ]
    }

    /// Midnight in China's time (RFC 3339).
    private static func timestamp(_ date: CalendarDate) -> String { "\(date)T00:00:00+08:00" }
}
