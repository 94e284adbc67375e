import Addresses
import Content
import Diagnostics
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
    private let places: ThemePlaces

    package init(site: Site, assets: Set<String>, places: ThemePlaces = ThemePlaces([:])) {
        self.places = places
        addresses = SiteAddresses(site: site, assets: assets)
        language = site.configuration.language.rawValue
        contacts = site.configuration.checks.contacts
    }

    /// Takes what is needed from a page's bytes.
    package func outline(of page: [UInt8], at url: String) -> PageOutline {
        let reading = PageReading(
            of: page,
            .init(known: addresses.known, language: language, canonical: addresses.canonical(url)))
        let own = PageIDs(hashes: reading.ids)
        let all = reading.anchorNames.isEmpty ? own : PageIDs(hashes: reading.ids + reading.anchorNames)
        // Places on the page itself are known now; most fragments are of this kind, and nearly all are there.
        let missingPlaces = reading.fragments.allSatisfy(all.contains) ? [] : Self.missingPlaces(of: page, ids: all)
        return PageOutline(
            url: url, ids: all, duplicateIDs: own.holdsDuplicates ? Self.duplicateIDs(of: page) : [],
            suspects: missingPlaces
                + reading.doubts.map(HTMLText.unescaped).compactMap {
                    addresses.suspect($0, on: url)
                },
            links: reading.links, faults: reading.faults, title: reading.isIndexed ? reading.title : nil,
            description: reading.isIndexed ? reading.description : nil,
            personalData: personalData(in: reading.text.bytes))
    }

    private func personalData(in text: [UInt8]) -> [PageOutline.PersonalData] {
        PersonalDataScan.matches(in: text, contacts: contacts).map { rule, range in
            let start = text[..<range.lowerBound].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
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
            StyleAddresses.addresses(in: bytes).filter { !addresses.isThere($0, from: url) }.map { address in
                Diagnostic(
                    .outputBrokenLink, at: places.style(holding: address),
                    message: LocalizedText(
                        zh: "样式文件 \(url) 中的“\(address)”没有目标。",
                        en: "In the style sheet \(url), “\(address)” leads nowhere."),
                    help: LocalizedText(
                        zh: "请检查主题的样式和 assets 文件夹。", en: "Look at the theme's style sheets and its assets."), url: url)
            }
        }
    }

    /// What is wrong with a data file: its form, and addresses in it that do not exist.
    package func findings(inData bytes: [UInt8], at url: String) -> [Diagnostic] {
        DataFileCheck(addresses: addresses).findings(in: bytes, at: url)
    }

    private static func missingPlaces(of page: [UInt8], ids: PageIDs) -> [String] {
        var missing: [String] = []
        HTMLScanner.scan(page) { attribute in
            guard attribute.value.first == UInt8(ascii: "#"),
                HTMLScanner.isEqual(attribute.name, "href") || HTMLScanner.isEqual(attribute.name, "src")
            else { return }
            let address = HTMLText.unescaped(String(decoding: attribute.value, as: UTF8.self))
            if !ids.holdPlace(address.dropFirst()) { missing.append(address) }
        }
        return missing
    }

    private static func duplicateIDs(of page: [UInt8]) -> [String] {
        var seen: Set<String> = []
        var duplicates: [String] = []
        HTMLScanner.scan(page) { attribute in
            guard HTMLScanner.isEqual(attribute.name, "id") else { return }
            let id = HTMLText.unescaped(String(decoding: attribute.value, as: UTF8.self))
            if !seen.insert(id).inserted { duplicates.append(id) }
        }
        return duplicates
    }

    /// Findings about all pages together.
    ///
    /// - Parameters:
    ///   - explained: what findings about the content tell of already.
    ///   - site: where each page's content stands, for findings about it.
    package func findings(_ outlines: PageOutlines, explained: ExplainedData, site: Site) -> [Diagnostic] {
        let sources = Dictionary(
            site.publishedPages.map { ($0.url, $0.page.title.range) }, uniquingKeysWith: { first, _ in first })
        let comparison = PageComparison(
            outlines: outlines.all.sorted { $0.url < $1.url }, sources: sources, explained: explained
        ) { urls, marks in
            self.places.place(of: urls, in: site, marks: marks)
        }
        return linkFindings(outlines, explained: explained, sources: sources, in: site) + comparison.findings()
            + OrphanPages(addresses: addresses, outlines: outlines).findings(in: site).filter { finding in
                !explained.isMeant(finding.url ?? "")
            }
    }

    private func linkFindings(
        _ outlines: PageOutlines, explained: ExplainedData, sources: [String: SourceRange], in site: Site
    ) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var faults: [LinkFault: [String]] = [:]
        var pagesByID: [String: [String]] = [:]
        let doubtful = outlines.all.filter { !$0.duplicateIDs.isEmpty || !$0.suspects.isEmpty }
        for outline in doubtful.sorted(by: { $0.url < $1.url }) {
            for id in outline.duplicateIDs { pagesByID[id, default: []].append(outline.url) }
            var reported: Set<String> = []
            for suspect in outline.suspects {
                guard let fault = addresses.fault(of: suspect, on: outline.url, among: outlines),
                    reported.insert(suspect).inserted, !explained.links.contains(suspect, on: outline.url)
                else { continue }
                faults[fault, default: []].append(outline.url)
            }
        }
        findings += pagesByID.map { id, urls in duplicateID(id, on: urls, sources: sources, in: site) }
        return findings
            + faults.map { fault, urls in
                let marks = ThemePlaces.marks(ofAddress: PercentEncoding.decoded(fault.address))
                return fault.finding(on: urls, at: places.place(of: urls, in: site, marks: marks))
            }
    }

    /// An id that several pages have twice comes from a template; one that a single page has may come from its text.
    private func duplicateID(
        _ id: String, on urls: [String], sources: [String: SourceRange], in site: Site
    ) -> Diagnostic {
        let pages = PageNames.text(urls)
        let source = urls.count == 1 ? sources[urls[0]] : nil
        return Diagnostic(
            .duplicatePageID, at: source ?? places.place(of: urls, in: site, marks: ["id=\"\(id)\""]),
            message: LocalizedText(
                zh: "\(pages.zh)中 id “\(id)”出现多次。", en: "\(pages.en), the id “\(id)” occurs more than once."),
            help: urls.count == 1
                ? LocalizedText(
                    zh: "正文标题可用 {#名称} 另设一个 id。", en: "Give the heading in the text another id with {#name}.")
                : LocalizedText(zh: "请检查主题模板。", en: "Look at the theme's templates."), url: urls[0])
    }
}
