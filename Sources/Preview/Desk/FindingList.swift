import Diagnostics

/// Findings with their lines, the worst first; a click at a place opens it or copies its name.
struct FindingList {
    /// Findings that are listed; nobody reads more at once.
    private static let maximumCount = 200

    let entries: [DiagnosticReport.Entry]
    let words: MessageLanguage
    let pages: FindingPages

    /// - Parameter href: the address of a page as it stands in a link.
    func html(href: (String) -> String) -> String {
        guard !entries.isEmpty else { return "" }
        let items = entries.prefix(Self.maximumCount).map { entry -> String in
            let finding = entry.diagnostic
            let place = KnownPlaces.name(of: entry).map { HTML.place($0) } ?? ""
            let page = pages.url(of: finding).map { HTML.link(href($0), $0) } ?? ""
            let excerpt =
                TextRenderer.excerpt(of: entry).map { "<pre class=\"excerpt\">\(HTML.escaped($0))</pre>" } ?? ""
            let help = finding.help.map { "<p class=\"help\">\(HTML.escaped($0[words]))</p>" } ?? ""
            return
                "<li class=\"\(finding.severity.rawValue)\"><p><strong>\(HTML.escaped(finding.message[words]))</strong> <code>\(finding.rule.name)</code></p>\(excerpt)\(help)<p>\(place) \(page)</p></li>"
        }
        let rest = entries.count - items.count
        let more =
            rest > 0
            ? "<p>\(LocalizedText(zh: "还有 \(rest) 条没有列出。", en: "\(rest.counting("more is", "more are")) not listed.")[words])</p>"
            : ""
        let title = LocalizedText(zh: "检查结果 \(entries.count) 条", en: "Findings: \(entries.count)")[words]
        return
            "<details open><summary>\(title)</summary><ul class=\"findings\">\(items.joined())</ul>\(more)</details>"
    }
}
