import Content
import SiteModel
import XMLWriting

/// The feed (Atom 1.0, RFC 4287): notices, editions that were published, withdrawals; the newest thirty.
enum AtomFeed {
    private struct Entry {
        let title: String
        /// Site-absolute path.
        let url: String
        /// Distinguishes entries about the same page.
        let mark: String
        let date: CalendarDate
        let summary: String
    }

    private static let maximumCount = 30

    static func bytes(of site: Site) -> [UInt8] {
        let entries = entries(of: site).sorted { ($1.date, $0.url) < ($0.date, $1.url) }.prefix(maximumCount)
        let home = XMLText.escaped(site.absoluteURL("/"))
        var lines = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(site.configuration.language.rawValue)\">",
            "<title>\(XMLText.escaped(site.configuration.title))</title>", "<id>\(home)</id>",
            "<link href=\"\(home)\"/>",
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(XMLText.escaped(site.absoluteURL("/feed.xml")))\"/>",
            "<updated>\(timestamp(entries.first?.date ?? site.day))</updated>",
            "<author><name>\(XMLText.escaped(site.configuration.organisation.name))</name></author>",
        ]
        for entry in entries {
            let url = XMLText.escaped(site.absoluteURL(entry.url))
            lines += [
                "<entry>", "<title>\(XMLText.escaped(entry.title))</title>", "<id>\(url)\(entry.mark)</id>",
                "<link href=\"\(url)\"/>", "<updated>\(timestamp(entry.date))</updated>",
                "<summary>\(XMLText.escaped(entry.summary))</summary>", "</entry>",
            ]
        }
        lines.append("</feed>\n")
        return Array(lines.joined(separator: "\n").utf8)
    }

    private static func entries(of site: Site) -> [Entry] {
        var entries = site.notices.map { notice in
            Entry(
                title: notice.page.title.value, url: "/notices/\(notice.page.slug)/", mark: "", date: notice.date.value,
                summary: notice.page.summary?.value ?? notice.page.title.value)
        }
        for edition in site.editions {
            guard let date = edition.state == .final ? edition.entry.published : edition.entry.publicity?.from,
                edition.state != .draft
            else { continue }
            entries.append(
                Entry(
                    title: edition.entry.page.title.value, url: edition.url,
                    mark: edition.state == .final ? "" : "#publicity", date: date.value,
                    summary: (edition.entry.page.description ?? edition.entry.page.summary)?.value
                        ?? edition.entry.page.title.value))
        }
        for change in site.changes {
            guard case .withdrawal(let index) = change.kind else { continue }
            let team = site.teams[index]
            entries.append(
                Entry(
                    title: team.name, url: team.url, mark: "#withdrawn", date: change.date,
                    summary: team.row.reason?.value ?? team.name))
        }
        return entries
    }

    /// Midnight in China's time (RFC 3339).
    private static func timestamp(_ date: CalendarDate) -> String { "\(date)T00:00:00+08:00" }
}
