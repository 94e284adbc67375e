import Addresses
import Content
import Diagnostics
import Rules
import SiteModel
import Values

/// The addresses and places that were published once: others link to them, so that they must not vanish.
///
/// The file has one address a line, with what ends words encoded, then the ids of its headings: `/rules/measures/ #art-8`.
/// Lines that begin with `@` keep names (`PublishedRecords`). The first and the last line, `@begin` and `@end`, tell that it is
/// whole; ledgers of earlier versions have neither.
package struct URLLedger: Sendable {
    /// The file's path in the site: not in `content/`, so that it does not vanish with it.
    package static let path = PublishedAddresses.path
    /// Where the file stood in earlier versions; it counts where there is no other.
    package static let earlierPath = PublishedAddresses.earlierPath

    private let file: SourceFile

    package init(_ file: SourceFile) { self.file = file }

    private static let beginning = "@begin"
    private static let end = "@end"

    /// What is wrong with the file, once, at its first line that cannot be what a build wrote: nothing else that such a file
    /// says is believed, and no build writes over it.
    package var damage: Diagnostic? { contents.damage?.finding }

    /// The text of a ledger that holds everything that is published now, under the names it was first published with.
    ///
    /// - Parameter earlier: the ledger so far.
    package static func text(of site: Site, after earlier: URLLedger? = nil) -> String {
        let contents = earlier?.contents
        let (entries, records) = (contents?.entries ?? [], contents?.records ?? PublishedRecords())
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
        return "\(beginning)\n" + lines.joined() + files.map { $0.text + "\n" }.joined()
            + records.lines(about: site).joined() + "\(end)\n"
    }

    /// Looking for an heir walks through all pages. Hundreds of lost addresses have one cause, which the first show.
    private static let maximumSuggestions = 50
    /// Of more addresses that vanished, the rest is one finding with their number.
    package static let maximumVanished = 200

    /// What was published and is there no more, without an alias that leads on. A source that is not public any more is
    /// told once, at its first address.
    ///
    /// - Parameters:
    ///   - outlines: the finished pages, whose ids count.
    ///   - failedPaths: files with errors, which explain what they lack.
    package func findings(
        in site: Site, outlines: PageOutlines, failedPaths: Set<String> = []
    ) -> [Diagnostic] {
        let contents = contents
        if let damage = contents.damage { return [damage.finding] }
        let (entries, records) = (contents.entries, contents.records)
        let known = Set(entries.compactMap { $0.first.map { PercentEncoding.decoded($0.text) } })
        let lists = PublishedListCheck(records: records, site: site, failedPaths: failedPaths).run()
        let heirs = RenamedPlaces(
            site: site, names: records.names, renamed: lists.renamedEnterprises, failedPaths: failedPaths,
            isUnsettled: !lists.unsettledYears.isEmpty)
        var findings = lists.findings
        var withheld: Set<String> = []
        // Suggestions look at pages that are new.
        lazy var pages = site.publishedPages.filter { !known.contains($0.url) }
        var vanishedCount = 0
        var firstUntold: SourceRange?
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
                vanishedCount += 1
                if vanishedCount > Self.maximumVanished {
                    firstUntold = firstUntold ?? address.range
                } else {
                    let heir =
                        vanishedCount <= Self.maximumSuggestions ? heir(of: address.text, among: pages) : nil
                    findings.append(vanished(address, heir: heir))
                }
                continue
            }
            // An alias leads to the page, not to its places.
            if case .redirect = route.kind { continue }
            guard let ids = outlines.ids(of: address.text) else { continue }
            for place in entry.dropFirst() where !ids.holdPlace(place.text.dropFirst()) {
                findings.append(vanished(place, of: address.text, in: site))
            }
        }
        if let firstUntold {
            findings.append(Self.furtherVanished(vanishedCount - Self.maximumVanished, from: firstUntold))
        }
        return findings
    }

    private static func furtherVanished(_ count: Int, from range: SourceRange) -> Diagnostic {
        Diagnostic(
            .vanishedURL, at: range,
            message: LocalizedText(
                zh: "从这一行起，另有 \(count) 个公开过的网址没有了，不再一一列出。",
                en: "From this line on, \(count) more addresses were published and are gone; they are not listed."),
            help: LocalizedText(
                zh: "这么多网址一起消失，多半是换了文件夹或删了内容，也可能拿错了本文件；请先改好上面列出的。",
                en:
                    "So many mostly have one cause: a folder with another name, content that was deleted, or the record of another site. Mend those above first."
            ))
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

    private struct Contents {
        /// The words of each line with an address.
        var entries: [[(text: String, range: SourceRange)]] = []
        /// What the other lines say.
        var records = PublishedRecords()
        var damage: LedgerDamage?
    }

    private var contents: Contents {
        var contents = Contents()
        if let damage = LedgerDamage.ofText(file) {
            contents.damage = damage
            return contents
        }
        var marks: (beginning: SourceRange?, end: SourceRange?) = (nil, nil)
        // Windows editors put a mark before the first line.
        var offset = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while offset < file.bytes.count {
            let line = file.lineBytes(around: offset).clamped(to: offset..<file.bytes.count)
            offset = file.startOfLine(after: offset)
            let (bytes, range) = (file.bytes[line], file.range(line))
            guard !bytes.isEmpty else { continue }
            if bytes.elementsEqual(Self.beginning.utf8) {
                marks.beginning = range
            } else if bytes.elementsEqual(Self.end.utf8) {
                marks.end = range
            } else if bytes.first == PublishedRecords.mark {
                guard contents.records.add(bytes, at: range) else {
                    contents.damage = LedgerDamage(.line, at: range)
                    return contents
                }
            } else {
                let words = words(in: line)
                guard let address = words.first, address.text.hasPrefix("/"),
                    words.dropFirst().allSatisfy({ $0.text.hasPrefix("#") })
                else {
                    contents.damage = LedgerDamage(LedgerDamage.isOfMerge(bytes) ? .merge : .line, at: range)
                    return contents
                }
                contents.records.add(address: PercentEncoding.decoded(address.text))
                contents.entries.append(words)
            }
        }
        let last = file.range(file.lineBytes(around: file.bytes.count - 1))
        if contents.entries.isEmpty, contents.records.isEmpty {
            contents.damage = LedgerDamage(.empty, at: file.start)
        } else if let list = contents.records.brokenList {
            contents.damage = LedgerDamage(.incomplete, at: list.range ?? last)
        } else if (marks.beginning == nil) != (marks.end == nil) {
            contents.damage = LedgerDamage(.incomplete, at: marks.beginning == nil ? file.start : last)
        }
        return contents
    }

    private func words(in line: Range<Int>) -> [(text: String, range: SourceRange)] {
        file.bytes[line].split(separator: UInt8(ascii: " ")).map { word in
            (String(decoding: word, as: UTF8.self), file.range(word.startIndex..<word.endIndex))
        }
    }

    private func vanished(
        _ address: (text: String, range: SourceRange), heir: (page: Page, url: String)?
    ) -> Diagnostic {
        Diagnostic(
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
