import Addresses
import Content
import Diagnostics
import ExternalLinks
import Markdown
import Rules
import SiteModel
import Values

/// Links that lead somewhere, but not as they should: texts that say nothing, http, a page to itself, a rule that is no
/// longer in force.
struct LinkQuality: Sendable {
    /// The rule that took another one's place, by the older one's address.
    private let successors: [String: DocumentEntry]
    /// Days of notices and rules, by their paths: what was written before a rule was superseded may link to it.
    private let dates: [String: CalendarDate]
    /// Titles of rules by their addresses.
    private let titles: [String: String]
    private let baseURL: BaseURL

    private static let emptyPhrases: Set<String> = [
        "点击这里", "点这里", "点此", "点击", "这里", "此处", "链接", "查看", "详情", "查看详情", "更多", "点击查看", "here", "clickhere", "link",
        "more", "readmore",
    ]

    /// Bytes of the longest phrase with a mark or two.
    private static let longestPhrase = 20

    init(site: Site) {
        baseURL = site.configuration.baseURL
        titles = Dictionary(
            site.documents[.rule].compactMap { rule in
                site.routes.urlBySource[rule.page.path.text].map { ($0, rule.page.title.value) }
            }, uniquingKeysWith: { first, _ in first })
        var successors: [String: DocumentEntry] = [:]
        for rule in site.documents[.rule] {
            guard let older = rule.supersedes.flatMap({ $0.value.path(from: rule.page.path) }),
                let url = site.routes.urlBySource[older.text]
            else { continue }
            successors[url] = rule
        }
        self.successors = successors
        dates = Dictionary(
            (site.documents[.notice] + site.documents[.rule]).compactMap { document in
                document.day.map { (document.page.path.text, $0.value) }
            },
            uniquingKeysWith: { first, _ in first })
    }

    func findings(about reference: MarkdownReference, target: LinkTarget, on page: Page, url: String) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if reference.kind == .link, let finding = emptyText(reference, url) { findings.append(finding) }
        switch target {
        case .external where reference.kind == .image: findings.append(foreignPicture(reference, url))
        case .external(let address): if let finding = insecure(address, reference, url) { findings.append(finding) }
        case .contact(let address): if let finding = contact(address, reference, url) { findings.append(finding) }
        case .page(let target, _, _) where reference.kind == .image && target.hasSuffix("/"):
            findings.append(pageAsPicture(reference, url))
        case .page(let target, let query, let fragment):
            if target == url, query == nil, fragment == nil, reference.kind == .link {
                findings.append(toItself(reference, url))
            }
            if let finding = superseded(target, reference, page, url) { findings.append(finding) }
            if let finding = titleMarks(target, reference, url) { findings.append(finding) }
        case .samePage: if let finding = bareMark(reference, url) { findings.append(finding) }
        case .broken: break
        }
        return findings
    }

    private func foreignPicture(_ reference: MarkdownReference, _ url: String) -> Diagnostic {
        Diagnostic(
            .foreignPicture, at: reference.range,
            message: LocalizedText(
                zh: "图片在别的网站上，页面不会显示它。", en: "The picture is on another site, and the page will not show it."),
            help: LocalizedText(
                zh: "请把图片文件放在本文件旁边，写它的文件名。", en: "Put the file beside this one and write its name."), url: url)
    }

    private func pageAsPicture(_ reference: MarkdownReference, _ url: String) -> Diagnostic {
        Diagnostic(
            .brokenLink, at: reference.range,
            message: LocalizedText(
                zh: "图片的地址是一个网页，页面上不会有图。", en: "The picture's address is a page: no picture will show."),
            help: LocalizedText(
                zh: "请写图片的文件名；要链接这一页，请去掉方括号前的感叹号。",
                en: "Write the name of a picture; for a link to the page, take the exclamation mark away."), url: url)
    }

    /// `[text](#)`, as one writes it for lack of an address.
    private func bareMark(_ reference: MarkdownReference, _ url: String) -> Diagnostic? {
        guard reference.destination == "#", reference.kind == .link else { return nil }
        return Diagnostic(
            .emptyLink, at: reference.range,
            message: LocalizedText(zh: "链接的地址只有“#”，哪里也不去。", en: "The link's address is only “#”, which leads nowhere."),
            help: LocalizedText(
                zh: "请写上目标，例如 [文字](rules/measures.md)；要回到页首，请写 #top。",
                en: "Write its target, such as [text](rules/measures.md); for the top of the page write #top."),
            url: url)
    }

    /// Whether the whole title of a rule stands without its marks, neither in the link nor around it.
    private func titleMarks(_ target: String, _ reference: MarkdownReference, _ url: String) -> Diagnostic? {
        guard let title = titles[target], reference.text == title else { return nil }
        let bytes = reference.range.file.bytes
        // The link's text begins behind its bracket, before the destination.
        let end = reference.use.map { $0.bytes.lowerBound + 1 } ?? reference.range.bytes.lowerBound
        let before = String(decoding: bytes[max(0, end - title.utf8.count - 12)..<end], as: UTF8.self)
        guard !before.contains("《[") else { return nil }
        return Diagnostic(
            .titleMarks, at: reference.use ?? reference.range,
            message: LocalizedText(zh: "名称“\(title)”没有书名号。", en: "The title “\(title)” lacks 《》."),
            help: LocalizedText(zh: "请写成《[\(title)](…)》。", en: "Write 《[\(title)](…)》."), url: url)
    }

    private func emptyText(_ reference: MarkdownReference, _ url: String) -> Diagnostic? {
        let text = reference.text
        guard text.utf8.count <= Self.longestPhrase else { return nil }
        let words = text.lowercased().filter { !$0.isWhitespace && !"。，、！!.,:：>»→".contains($0) }
        guard words.isEmpty || Self.emptyPhrases.contains(words) else { return nil }
        return Diagnostic(
            .linkText, at: reference.use ?? reference.range,
            message: words.isEmpty
                ? LocalizedText(zh: "链接没有文字。", en: "The link has no text.")
                : LocalizedText(
                    zh: "链接文字“\(text)”没有说明目标。", en: "The link's text “\(text)” does not say where it leads."),
            help: LocalizedText(zh: "请用目标的名称作链接文字，例如[管理办法](…)。", en: "Use the target's name as the text."), url: url)
    }

    private func insecure(_ address: String, _ reference: MarkdownReference, _ url: String) -> Diagnostic? {
        // Nobody can open an address of a private network either way.
        guard address.lowercased().hasPrefix("http:"), WebAddress(address)?.isPrivate != true,
            WebAddressFault(in: address) == nil
        else { return nil }
        let secure = "https:" + address.dropFirst("http:".count)
        let replacement = reference.destination == address ? secure : nil
        if baseURL.pathOnHost(secure) != nil {
            return Diagnostic(
                .ownInsecureLink, at: reference.range,
                message: LocalizedText(zh: "本站的网址用了 http。", en: "The site's own address is written with http."),
                help: LocalizedText(zh: "请写“\(secure)”。", en: "Write “\(secure)”."), replacement: replacement, url: url)
        }
        return Diagnostic(
            .insecureLink, at: reference.range,
            message: LocalizedText(zh: "链接用的是 http。", en: "The link uses http."),
            help: LocalizedText(zh: "对方支持时请写“\(secure)”。", en: "Write “\(secure)” if the other site has it."),
            replacement: replacement, url: url)
    }

    private func contact(_ address: String, _ reference: MarkdownReference, _ url: String) -> Diagnostic? {
        let value = PercentEncoding.decoded(address.drop { $0 != ":" }.dropFirst().prefix { $0 != "?" })
        let isMail = address.lowercased().hasPrefix("mailto:")
        guard !(isMail ? Self.isMailAddress(value) : Self.isTelephone(value)) else { return nil }
        guard !value.isEmpty else {
            return Diagnostic(
                .contactForm, at: reference.range,
                message: LocalizedText(
                    zh: "“\(address)”后面没有写\(isMail ? "邮箱" : "电话号码")。",
                    en: "Behind “\(address)” stands no \(isMail ? "mail address" : "telephone number")."),
                help: isMail
                    ? LocalizedText(zh: "请写成 mailto:office@example.org。", en: "Write mailto:office@example.org.")
                    : LocalizedText(zh: "请写成 tel:+86-10-12345678。", en: "Write tel:+86-10-12345678."), url: url)
        }
        return Diagnostic(
            .contactForm, at: reference.range,
            message: isMail
                ? LocalizedText(zh: "“\(value)”不是邮箱。", en: "“\(value)” is no mail address.")
                : LocalizedText(zh: "“\(value)”不是电话号码。", en: "“\(value)” is no telephone number."),
            help: isMail
                ? LocalizedText(zh: "请写成 mailto:office@example.org。", en: "Write mailto:office@example.org.")
                : LocalizedText(zh: "请写成 tel:+86-10-12345678。", en: "Write tel:+86-10-12345678."), url: url)
    }

    /// The form that browsers accept in a field for mail addresses (HTML standard, 4.10.5.1.5), with a dot in the domain.
    private static func isMailAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1
            && labels.allSatisfy { label in
                !label.isEmpty && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.unicodeScalars.allSatisfy {
                        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-"
                    }
            } && parts[0].utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"()<>[]:;,\\\"".utf8.contains($0) }
    }

    /// A global number or a local one (RFC 3966): digits and visual separators, at least five digits.
    private static func isTelephone(_ text: String) -> Bool {
        let number = text.prefix { $0 != ";" }
        let digits = number.utf8.count { (0x30...0x39).contains($0) }
        return (5...20).contains(digits)
            && number.utf8.enumerated().allSatisfy { index, byte in
                (0x30...0x39).contains(byte) || "-.()".utf8.contains(byte) || (byte == UInt8(ascii: "+") && index == 0)
            }
    }

    private func toItself(_ reference: MarkdownReference, _ url: String) -> Diagnostic {
        Diagnostic(
            .linkToItself, at: reference.range,
            message: LocalizedText(zh: "链接指向本页自己。", en: "The link leads to the page it stands on."),
            help: LocalizedText(zh: "请改成真正的目标，或写明 #位置。", en: "Change the target, or name a place with #."), url: url)
    }

    private func superseded(_ target: String, _ reference: MarkdownReference, _ page: Page, _ url: String)
        -> Diagnostic?
    {
        guard let successor = successors[target], successor.page.path != page.path, target != url else { return nil }
        if let date = dates[page.path.text], let since = successor.day?.value, date < since { return nil }
        return Diagnostic(
            .supersededText, at: reference.range,
            message: LocalizedText(
                zh: "这项制度已被《\(successor.page.title.value)》代替。",
                en: "This rule was superseded by “\(successor.page.title.value)”."),
            help: LocalizedText(
                zh: "请改引 \(successor.page.path)；讲历史的，关掉这项检查并写明理由。",
                en: "Link to \(successor.page.path), or exempt the link where history is told."),
            related: [
                Diagnostic.Related(
                    LocalizedText(zh: "代替它的制度在这里", en: "the rule in force is here"), at: successor.page.title.range)
            ], url: url)
    }
}
