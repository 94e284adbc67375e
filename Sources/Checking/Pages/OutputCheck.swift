import Content
import Diagnostics
import Rules
import Screening
import SiteModel

/// Checks the finished bytes of pages: every address within the site must exist, every fragment must have its id, and a
/// page must say what it is.
///
/// A page is outlined as soon as it is rendered, so that its bytes need not be kept; pages are compared when all are
/// known.
package final class OutputCheck: Sendable {
    private let addresses: SiteAddresses
    private let language: String
    private let contacts: PublishedContacts
    private let redirects: Set<String>
    private let styles: StylePlaces
    private let places: FaultPlaces

    /// - Parameters:
    ///   - assets: site-absolute paths that the theme publishes.
    ///   - sources: the theme's style sheets and templates, by path inside it.
    ///   - origins: where the bytes of pages come from; `nil` while pages are still made.
    package init(
        site: Site, assets: Set<String>, sources: [String: SourceFile] = [:], origins: PageOrigins? = nil
    ) {
        addresses = SiteAddresses(site: site, assets: assets)
        language = site.configuration.language.rawValue
        contacts = site.configuration.checks.contacts
        styles = StylePlaces(sources)
        redirects = Set(
            site.routes.routes.compactMap { route in
                if case .redirect = route.kind { return route.url }
                return nil
            })
        places = FaultPlaces(site: site, origins: origins)
    }

    /// Whether this check takes the same from a page as another one, whatever the page.
    package func agrees(with other: OutputCheck) -> Bool {
        language == other.language && contacts == other.contacts && redirects == other.redirects
            && addresses.agree(with: other.addresses)
    }

    /// Takes what is needed from a page's bytes.
    package func outline(of page: [UInt8], at url: String) -> PageOutline {
        let reading = PageReading(
            of: page,
            .init(
                known: addresses.known, language: language, canonical: addresses.canonical(url),
                isRedirect: redirects.contains(url)))
        // Links that are written in another way than the program writes them.
        let otherLinks = reading.otherLinks.compactMap { addresses.known($0, on: url) }
        let own = PageIDs(hashes: reading.ids)
        let all = reading.anchorNames.isEmpty ? own : PageIDs(hashes: reading.ids + reading.anchorNames)
        return PageOutline(
            url: url, ids: all, duplicateIDs: own.holdsDuplicates ? Self.duplicateIDs(of: page, reading) : [],
            suspects: Self.missingPlaces(of: page, reading, ids: all)
                + reading.doubts.compactMap { addresses.suspect($0, on: url) },
            links: reading.links + otherLinks, faults: reading.faults, title: reading.head.shownTitle,
            description: reading.head.shownDescription,
            personalData: personalData(in: reading.text.bytes))
    }

    /// More than twelve characters take.
    private static let contextByteCount = 64

    private func personalData(in text: [UInt8]) -> [PageOutline.PersonalData] {
        PersonalDataScan.matches(in: text, contacts: contacts).map { rule, range in
            // A line may hold thousands of numbers.
            let first = max(0, range.lowerBound - Self.contextByteCount)
            let start = text[first..<range.lowerBound].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? first
            let words = String(decoding: text[start..<range.lowerBound], as: UTF8.self).suffix(12)
            return PageOutline.PersonalData(
                rule: rule, value: ExplainedData.key(String(decoding: text[range], as: UTF8.self)),
                context: String(words.filter { !$0.isNumber && $0 != "@" }))
        }
    }

    /// Findings about the addresses in style sheets.
    ///
    /// - Parameter files: what the theme publishes, by address.
    package func findings(inStyles files: [String: [UInt8]]) -> [Diagnostic] {
        files.filter { $0.key.hasSuffix(".css") }.sorted { $0.key < $1.key }.flatMap { url, bytes in
            var told: Set<String> = []
            return StyleAddresses.addresses(in: bytes).compactMap { address -> Diagnostic? in
                let isOwnPlace = address.text.isEmpty || address.text.hasPrefix("#")
                let written = PageAddress(address.text, use: .picture, bytes: address.bytes)
                guard !isOwnPlace, !addresses.isThere(written, from: url), told.insert(address.text).inserted else {
                    return nil
                }
                return finding(about: written, inStyle: url)
            }
        }
    }

    private func finding(about address: PageAddress, inStyle url: String) -> Diagnostic {
        let isForeign = address.fault(isOwn: addresses.isOwn) == .foreignResource
        return Diagnostic(
            isForeign ? .foreignResource : .outputBrokenLink, at: styles.place(of: address.text),
            message: isForeign
                ? LocalizedText(
                    zh: "样式文件 \(url) 从别的网站加载“\(address.text)”。",
                    en: "The style sheet \(url) loads “\(address.text)” from another site.")
                : LocalizedText(
                    zh: "样式文件 \(url) 中的“\(address.text)”没有目标。",
                    en: "In the style sheet \(url), “\(address.text)” leads nowhere."),
            help: isForeign
                ? LocalizedText(zh: "请把文件放进主题的 assets 文件夹。", en: "Put the file below the theme's assets.")
                : LocalizedText(
                    zh: "请检查主题的样式和 assets 文件夹。", en: "Look at the theme's style sheets and its assets."), url: url)
    }

    /// Whether there is something to find in the data file of an address.
    package static func reads(data url: String) -> Bool { DataFileCheck.Format(url) != nil }

    /// What is wrong with a data file: its form, and addresses in it that do not exist.
    package func findings(inData bytes: [UInt8], at url: String) -> [Diagnostic] {
        DataFileCheck(addresses: addresses).findings(in: bytes, at: url)
    }

    /// Places on the page itself are known now; most fragments are of this kind, and nearly all are there.
    private static func missingPlaces(of page: [UInt8], _ reading: PageReading, ids: PageIDs) -> [PageAddress] {
        reading.fragments.filter { !ids.contains($0.hash) }.compactMap { _, bytes in
            let address = text(of: page, bytes)
            guard !ids.holdPlace(address.dropFirst()) else { return nil }
            return PageAddress(address, use: .link, bytes: bytes)
        }
    }

    private static func duplicateIDs(of page: [UInt8], _ reading: PageReading) -> [(id: String, bytes: Range<Int>)] {
        var seen: Set<UInt64> = []
        return zip(reading.ids, reading.idPlaces).filter { !seen.insert($0.0).inserted }.map { _, bytes in
            (text(of: page, bytes), bytes)
        }
    }

    /// An attribute's value as it reads.
    private static func text(of page: [UInt8], _ bytes: Range<Int>) -> String {
        page[bytes].withUnsafeBufferPointer { CharacterReferences.resolvedText($0) }
    }

    /// Findings about all pages together.
    ///
    /// - Parameters:
    ///   - explained: what findings about the content tell of already.
    ///   - site: where each page's content stands, for findings about it.
    package func findings(_ outlines: PageOutlines, explained: ExplainedData, site: Site) -> [Diagnostic] {
        let sources = Dictionary(
            site.publishedPages.map { ($0.url, $0.page.title.range) }, uniquingKeysWith: { first, _ in first })
        let sorted = outlines.all.sorted { $0.url < $1.url }
        let comparison = PageComparison(outlines: sorted, sources: sources, explained: explained, places: places)
        return linkFindings(sorted, outlines, explained: explained, sources: sources) + comparison.findings()
            + OrphanPages(addresses: addresses, outlines: outlines).findings(in: site).filter { finding in
                !explained.isMeant(finding.url ?? "")
            }
            + UnlinkedFiles(addresses: addresses, outlines: outlines).findings(in: site).filter { finding in
                !explained.isDoubtful(file: finding.range?.file.path ?? "")
            }
    }

    private func linkFindings(
        _ sorted: [PageOutline], _ outlines: PageOutlines, explained: ExplainedData, sources: [String: SourceRange]
    ) -> [Diagnostic] {
        var faults: [FaultPlaces.Occurrence<LinkFault>] = []
        var ids: [FaultPlaces.Occurrence<String>] = []
        for outline in sorted where !outline.duplicateIDs.isEmpty || !outline.suspects.isEmpty {
            ids += outline.duplicateIDs.map { .init(of: $0.id, on: outline.url, bytes: $0.bytes) }
            for suspect in outline.suspects {
                guard let fault = addresses.fault(of: suspect, on: outline.url, among: outlines),
                    !explained.links.contains(suspect.text, on: outline.url)
                else { continue }
                faults.append(.init(of: fault, on: outline.url, bytes: suspect.bytes))
            }
        }
        return places.groups(ids, sources: sources, kind: { $0 }).map(duplicateID)
            + places.groups(faults, sources: sources, kind: \.kind).map { group in
                group.faults[0].finding(on: group.urls, others: Set(group.faults).count - 1, at: group.place)
            }
    }

    /// An id that several pages have twice comes from a template; one that a single page has may come from its text.
    private func duplicateID(_ group: FaultPlaces.Group<String>) -> Diagnostic {
        let pages = PageNames.text(group.urls)
        let id = group.faults[0]
        return Diagnostic(
            .duplicatePageID, at: group.place,
            message: LocalizedText(
                zh: "\(pages.zh)中 id “\(id)”出现多次。", en: "\(pages.en), the id “\(id)” occurs more than once."),
            help: group.urls.count == 1
                ? LocalizedText(
                    zh: "正文标题可用 {#名称} 另设一个 id。", en: "Give the heading in the text another id with {#name}.")
                : LocalizedText(zh: "请检查主题模板。", en: "Look at the theme's templates."), url: group.urls[0])
    }
}
