import Addresses
import Content
import Diagnostics
import SiteModel

/// The addresses and places that were published once: others link to them, so that they must not vanish.
///
/// The file has one address a line, with what ends words encoded, then the ids of its headings: `/rules/measures/ #art-8`.
/// Lines that begin with `@` keep names (`PublishedRecords`).
package struct URLLedger: Sendable {
    /// The file's path in the site: not in `content/`, so that it does not vanish with it.
    package static let path = PublishedAddresses.path
    /// Where the file stood in earlier versions; it counts where there is no other.
    package static let earlierPath = PublishedAddresses.earlierPath

    private let file: SourceFile

    package init(_ file: SourceFile) { self.file = file }

    /// The text of a ledger that holds everything that is published now, under the names it was first published with.
    ///
    /// - Parameter earlier: the ledger so far.
    package static func text(of site: Site, after earlier: URLLedger? = nil) -> String {
        let (entries, records) = earlier?.contents ?? ([], PublishedRecords())
        let idsByURL = Dictionary(
            site.publishedPages.map {
                ($0.url, $0.page.body.headings.map(\.id) + $0.page.body.anchors.filter { !$0.hasPrefix("fn") })
            },
            uniquingKeysWith: { first, _ in first })
        let lines = site.routes.routes.filter(\.isLasting).map { route in
            ([PercentEncoding.destination(ofPath: route.url)] + (idsByURL[route.url] ?? []).map { "#" + $0 }).joined(
                separator: " ") + "\n"
        }
        // From old addresses of files the server leads on.
        let files = entries.compactMap(\.first).filter { word in
            site.routes.serverRedirects[PercentEncoding.decoded(word.text)] != nil
        }
        return lines.joined() + files.map { $0.text + "\n" }.joined() + records.lines(about: site).joined()
    }

    /// Looking for an heir walks through all pages. Hundreds of lost addresses have one cause, which the first show.
    private static let maximumSuggestions = 50

    /// What was published and is there no more, without an alias that leads on. A source that is not public any more is
    /// told once, at its first address.
    ///
    /// - Parameters:
    ///   - outlines: the finished pages, whose ids count.
    ///   - failedPaths: files with errors, which explain what they lack.
    package func findings(
        in site: Site, outlines: PageOutlines, failedPaths: Set<String> = []
    ) -> [Diagnostic] {
        let (entries, records) = contents
        let known = Set(entries.compactMap { $0.first.map { PercentEncoding.decoded($0.text) } })
        let lists = PublishedListCheck(records: records, site: site, failedPaths: failedPaths).run()
        let heirs = RenamedPlaces(
            site: site, names: records.names, renamed: lists.renamedEnterprises, failedPaths: failedPaths,
            isUnsettled: !lists.unsettledYears.isEmpty)
        var findings = lists.findings
        var withheld: Set<String> = []
        for entry in entries {
            guard let word = entry.first else { continue }
            let address = (text: PercentEncoding.decoded(word.text), range: word.range)
            if lists.explained.contains(address.text) { continue }
            guard let route = site.routes[address.text] else {
                if site.routes.serverRedirects[address.text] != nil { continue }
                if isExplained(address.text, in: site, unsettledYears: lists.unsettledYears) { continue }
                if let source = site.routes.absentSource(of: address.text) {
                    // The finding about a source with errors tells the cause.
                    guard !site.unusablePaths.contains(source), withheld.insert(source).inserted else { continue }
                }
                switch heirs.answer(about: address, known: known) {
                case .other: break
                case .explained: continue
                case .finding(let finding):
                    findings.append(finding)
                    continue
                }
                let suggests = findings.count < Self.maximumSuggestions
                findings.append(vanished(address, in: site, known: known, suggests: suggests))
                continue
            }
            // An alias leads to the page, not to its places.
            if case .redirect = route.kind { continue }
            guard let ids = outlines.ids(of: address.text) else { continue }
            for place in entry.dropFirst() where !ids.holdPlace(place.text.dropFirst()) {
                findings.append(vanished(place, of: address.text, in: site))
            }
        }
        return findings
    }

    /// Whether an address is gone because a list is, which is told, or because a province or an association has no teams any
    /// more, which its page says.
    private func isExplained(_ address: String, in site: Site, unsettledYears: Set<Int>) -> Bool {
        let parts = address.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 3, let folder = parts.dropFirst().first else { return false }
        switch folder {
        case "awards":
            // The year's own page tells it.
            let isBelow = parts.count > 4 || parts.last != ""
            return isBelow && Int(parts[2]).map(unsettledYears.contains) ?? false
        case "provinces", "associations":
            let page = parts.dropLast().joined(separator: "/") + "/"
            guard parts.last == "list.csv", let route = site.routes[page] else { return false }
            return route.isPage
        default: return false
        }
    }

    /// The words of each line with an address, and what the other lines say.
    private var contents: (entries: [[(text: String, range: SourceRange)]], records: PublishedRecords) {
        var entries: [[(text: String, range: SourceRange)]] = []
        var records = PublishedRecords()
        // Windows editors put a mark before the first line.
        var offset = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while offset < file.bytes.count {
            let line = file.lineBytes(around: offset).clamped(to: offset..<file.bytes.count)
            offset = file.startOfLine(after: offset)
            if file.bytes[line].first == PublishedRecords.mark {
                records.add(file.bytes[line], at: file.range(line))
                continue
            }
            let words = words(in: line)
            if let address = words.first { records.add(address: PercentEncoding.decoded(address.text)) }
            entries.append(words)
        }
        return (entries, records)
    }

    private func words(in line: Range<Int>) -> [(text: String, range: SourceRange)] {
        file.bytes[line].split(separator: UInt8(ascii: " ")).map { word in
            (String(decoding: word, as: UTF8.self), file.range(word.startIndex..<word.endIndex))
        }
    }

    private func vanished(
        _ address: (text: String, range: SourceRange), in site: Site, known: Set<String>, suggests: Bool
    )
        -> Diagnostic
    {
        let pages = suggests ? site.publishedPages.filter { !known.contains($0.url) } : []
        let heir = suggests ? heir(of: address.text, among: pages) : nil
        return Diagnostic(
            .vanishedURL, at: address.range,
            message: LocalizedText(
                zh: "网址 \(address.text) 公开过，现在没有了。", en: "The address \(address.text) was published and is gone."),
            help: heir.map { heir in
                LocalizedText(
                    zh: "请在接替它的页面的开头写“旧网址: [\(address.text)]”，例如 \(heir.page.path)。",
                    en:
                        "Write `aliases: [\(address.text)]` in the front matter of the page that takes its place, such as \(heir.page.path)."
                )
            }
                ?? LocalizedText(
                    zh: "请在接替它的页面的开头写“旧网址: [\(address.text)]”；确实不再需要的，从本文件中删去这一行。",
                    en:
                        "Write `aliases: [\(address.text)]` in the front matter of the page that takes its place; delete the line if nobody needs it."
                ),
            related: heir.map {
                [
                    Diagnostic.Related(
                        LocalizedText(zh: "是这一页接替它吗？", en: "is this the page that takes its place?"),
                        at: $0.page.title.range)
                ]
            } ?? [], url: address.text)
    }

    /// The new page that bears the same name, else the nearest address.
    private func heir(of address: String, among pages: [(page: Page, url: String)]) -> (page: Page, url: String)? {
        let name = address.split(separator: "/").last
        if let page = pages.first(where: { $0.url.split(separator: "/").last == name }) { return page }
        let nearest = NearestName.suggestion(for: address, among: pages.map(\.url))
        return pages.first { $0.url == nearest }
    }

    private func vanished(_ place: (text: String, range: SourceRange), of url: String, in site: Site) -> Diagnostic {
        let page = site.publishedPages.first { $0.url == url }?.page
        let id = String(place.text.dropFirst())
        let name = NearestName.suggestion(for: id, among: (page?.body.headings ?? []).map(\.id))
        let heading = page?.body.headings.first { $0.id == name }
        return Diagnostic(
            .vanishedPlace, at: place.range,
            message: LocalizedText(
                zh: "\(url) 上公开过的位置 \(place.text) 没有了。",
                en: "The place \(place.text) of \(url) was published and is gone."),
            help: LocalizedText(
                zh: "请在改过的标题后写 {\(place.text)}，让旧链接仍然有效。",
                en: "Write {\(place.text)} behind the heading that was changed, so that old links still work."),
            related: heading.map {
                [Diagnostic.Related(LocalizedText(zh: "是这个标题吗？", en: "is this the heading?"), at: $0.range)]
            } ?? [], url: url)
    }
}
