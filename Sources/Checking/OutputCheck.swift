import Content
import Diagnostics
import SiteModel

/// Checks the finished bytes of pages: every address within the site must exist, every fragment must have its id.
///
/// A page is outlined as soon as it is rendered, so that its bytes need not be kept; fragments are compared when all
/// pages are known.
package final class OutputCheck: Sendable {
    private let routes: RouteTable
    private let baseURL: BaseURL
    /// Every address of the site as pages write it.
    private let known: KnownAddresses
    /// Addresses outside the route table: style sheet and theme assets, as site-absolute paths.
    private let assets: Set<String>
    /// Sources with errors: what they were to be is not missing on top of them.
    private let unusablePaths: Set<String>

    package init(site: Site, assets: Set<String>) {
        routes = site.routes
        baseURL = site.configuration.baseURL
        self.assets = assets
        unusablePaths = site.unusablePaths
        let base = baseURL
        let paths = site.routes.routes.map(\.url) + assets
        known = KnownAddresses(
            paths.map { LinkResolver.encoded(base.href($0)) } + paths.map { LinkResolver.encoded(base.absolute($0)) })
    }

    /// Takes what is needed from a page's bytes.
    package func outline(of page: [UInt8], at url: String) -> PageOutline {
        var ids: [UInt64] = []
        var names: [UInt64] = []
        var fragments: [String] = []
        var suspects: [String] = []
        HTMLScanner.scan(page) { attribute in
            let name = attribute.name
            if HTMLScanner.isEqual(name, "href") || HTMLScanner.isEqual(name, "src") {
                if attribute.value.first == UInt8(ascii: "#") {
                    fragments.append(String(decoding: attribute.value.dropFirst(), as: UTF8.self))
                } else if !known.contains(attribute.value), let suspect = suspect(attribute.value) {
                    suspects.append(suspect)
                }
            } else if HTMLScanner.isEqual(name, "srcset") {
                suspects += Self.candidates(of: attribute.value).compactMap(suspect)
            } else if HTMLScanner.isEqual(name, "id") {
                ids.append(Self.hash(attribute.value))
            } else if HTMLScanner.isEqual(name, "name"), HTMLScanner.isEqual(attribute.tag, "a") {
                names.append(Self.hash(attribute.value))
            }
        }
        let own = PageIDs(hashes: ids)
        let all = names.isEmpty ? own : PageIDs(hashes: ids + names)
        // Places on the page itself are known now; most fragments are of this kind.
        for fragment in fragments {
            let text = fragment.utf8.contains(UInt8(ascii: "&")) ? Self.unescaped(fragment) : fragment
            if !all.holdPlace(text) { suspects.append("#" + text) }
        }
        return PageOutline(
            url: url, ids: all, duplicateIDs: own.holdsDuplicates ? Self.duplicateIDs(of: page) : [],
            suspects: suspects)
    }

    /// The addresses of a `srcset`: each candidate is an address and a width or density, separated by commas (HTML
    /// standard, 4.8.4.2.1).
    private static func candidates(of value: UnsafeBufferPointer<UInt8>) -> [String] {
        text(value).split(separator: ",").compactMap { candidate in
            candidate.split(whereSeparator: \.isWhitespace).first.map(String.init)
        }
    }

    /// Findings about the addresses in style sheets.
    ///
    /// - Parameter files: what the theme publishes, by address.
    package func findings(inStyles files: [String: [UInt8]]) -> [Diagnostic] {
        files.filter { $0.key.hasSuffix(".css") }.sorted { $0.key < $1.key }.flatMap { url, bytes in
            StyleAddresses.addresses(in: bytes).filter { !isThere($0, from: url) }.map { address in
                Diagnostic(
                    .outputBrokenLink, at: nil,
                    message: LocalizedText(
                        zh: "样式文件 \(url) 中的“\(address)”没有目标。",
                        en: "In the style sheet \(url), “\(address)” leads nowhere."),
                    help: LocalizedText(
                        zh: "请检查主题的样式和 assets 文件夹。", en: "Look at the theme's style sheets and its assets."), url: url)
            }
        }
    }

    /// Whether an address in a style sheet is one of another site, of data, or of a file that is published.
    private func isThere(_ address: String, from url: String) -> Bool {
        if address.isEmpty || address.hasPrefix("#") || address.hasPrefix("data:") || address.contains("://") {
            return true
        }
        let path = LinkResolver.decoded(address.prefix { $0 != "?" && $0 != "#" })
        if path.hasPrefix("/") {
            return path.hasPrefix(baseURL.path) && exists("/" + path.dropFirst(baseURL.path.count))
        }
        var parts = url.split(separator: "/").dropLast().map(String.init)
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        return exists("/" + parts.joined(separator: "/"))
    }

    private static func duplicateIDs(of page: [UInt8]) -> [String] {
        var seen: Set<String> = []
        var duplicates: [String] = []
        HTMLScanner.scan(page) { attribute in
            guard HTMLScanner.isEqual(attribute.name, "id") else { return }
            let id = text(attribute.value)
            if !seen.insert(id).inserted { duplicates.append(id) }
        }
        return duplicates
    }

    /// Findings about all pages together, in the order of their URLs.
    ///
    /// - Parameters:
    ///   - explained: links that the source check has reported already.
    ///   - sources: where each page's content stands, for findings about its ids.
    package func findings(
        _ outlines: PageOutlines, explained: ExplainedLinks, sources: [String: SourceRange]
    ) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var faults: [LinkFault: [String]] = [:]
        let doubtful = outlines.all.filter { !$0.duplicateIDs.isEmpty || !$0.suspects.isEmpty }
        for outline in doubtful.sorted(by: { $0.url < $1.url }) {
            for id in outline.duplicateIDs {
                findings.append(duplicateID(id, on: outline.url, at: sources[outline.url]))
            }
            var reported: Set<String> = []
            for suspect in outline.suspects {
                guard let fault = fault(of: suspect, on: outline, among: outlines),
                    reported.insert(suspect).inserted, !explained.contains(suspect, on: outline.url)
                else { continue }
                faults[fault, default: []].append(outline.url)
            }
        }
        return findings + faults.map { Self.finding(about: $0.key, on: $0.value) }
    }

    /// A link of the finished pages that leads nowhere. One in a template stands on every page: that is one finding.
    private struct LinkFault: Hashable {
        let address: String
        /// Whether the page is there and only the place on it is not.
        let lacksPlace: Bool
    }

    /// The address as text if it needs a look when all pages are known; `nil` for other sites and for pages and files
    /// that exist.
    private func suspect(_ value: UnsafeBufferPointer<UInt8>) -> String? { suspect(Self.text(value)) }

    private func suspect(_ address: String) -> String? {
        let path = address.hasPrefix(baseURL.origin) ? address.dropFirst(baseURL.origin.count) : address[...]
        guard path.hasPrefix("/"), !path.hasPrefix("//") else { return nil }
        guard !path.utf8.contains(UInt8(ascii: "#")), path.hasPrefix(baseURL.path) else { return address }
        return exists(LinkResolver.decoded("/" + path.dropFirst(baseURL.path.count))) ? nil : address
    }

    private func exists(_ sitePath: String) -> Bool {
        routes[sitePath] != nil || assets.contains(sitePath)
            || routes.absentSource(of: sitePath).map(unusablePaths.contains) ?? false
    }

    private func fault(
        of address: String, on outline: PageOutline, among outlines: PageOutlines
    ) -> LinkFault? {
        let isAbsent = LinkFault(address: address, lacksPlace: false)
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        var url = outline.url
        if !parts[0].isEmpty {
            var path = String(parts[0])
            if path.hasPrefix(baseURL.origin) { path.removeFirst(baseURL.origin.count) }
            guard path.hasPrefix(baseURL.path) else { return isAbsent }
            url = "/" + LinkResolver.decoded(String(path.dropFirst(baseURL.path.count)))
            guard exists(url) else { return isAbsent }
        }
        guard parts.count > 1, let ids = outlines.ids(of: url), !ids.holdPlace(parts[1]) else { return nil }
        return LinkFault(address: address, lacksPlace: true)
    }

    /// - Parameter urls: the pages that have the link, at least one.
    private static func finding(about fault: LinkFault, on urls: [String]) -> Diagnostic {
        let address = LinkResolver.decoded(fault.address)
        let pages =
            urls.count == 1
            ? LocalizedText(zh: "页面 \(urls[0]) ", en: "On \(urls[0])")
            : LocalizedText(zh: "\(urls[0]) 等 \(urls.count) 个页面", en: "On \(urls[0]) and \(urls.count - 1) more pages")
        return Diagnostic(
            .outputBrokenLink, at: nil,
            message: fault.lacksPlace
                ? LocalizedText(
                    zh: "\(pages.zh)中的链接“\(address)”：目标页面没有这个 id。",
                    en: "\(pages.en), “\(address)” points to an id that its page does not have.")
                : LocalizedText(
                    zh: "\(pages.zh)中的链接“\(address)”没有目标。", en: "\(pages.en), the link “\(address)” leads nowhere."),
            help: LocalizedText(zh: "请检查主题模板。", en: "Look at the theme's templates."),
            url: urls[0])
    }

    private func duplicateID(_ id: String, on url: String, at range: SourceRange?) -> Diagnostic {
        Diagnostic(
            .duplicatePageID, at: range,
            message: LocalizedText(
                zh: "页面 \(url) 中 id “\(id)”出现多次。", en: "On \(url), the id “\(id)” occurs more than once."),
            help: LocalizedText(
                zh: "正文标题可用 {#名称} 另设一个 id。", en: "Give the heading in the text another id with {#name}."),
            url: url)
    }

    /// An attribute's value with the character references that this program writes.
    private static func text(_ value: UnsafeBufferPointer<UInt8>) -> String {
        let text = String(decoding: value, as: UTF8.self)
        return value.contains(UInt8(ascii: "&")) ? unescaped(text) : text
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    private static func hash(_ value: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard value.contains(UInt8(ascii: "&")) else { return ByteHash.hash(value) }
        var text = text(value)
        return text.withUTF8 { ByteHash.hash($0) }
    }
}
