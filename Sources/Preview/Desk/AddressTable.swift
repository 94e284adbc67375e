import Addresses
import Content
import Diagnostics
import SiteModel

/// Every address with its state, its findings and the way to its data.
struct AddressTable {
    /// Addresses that are listed one by one; of more only those with findings, and those that are not public.
    private static let maximumRows = 1_000

    let site: Site
    let published: Site
    let state: PreviewState
    let words: MessageLanguage

    var html: String {
        let findings = findingsByURL
        let withheld = reasonsByURL
        let all = site.routes.routes
        let isWhole = all.count <= Self.maximumRows
        let shown = isWhole ? all : all.filter { findings[$0.url] != nil || !isPublic($0) }
        let rows = shown.prefix(Self.maximumRows).map { route in
            [
                HTML.link(site.configuration.baseURL.href(route.url), route.url),
                HTML.escaped(kind(of: route)), HTML.escaped(state(of: route, withheld)),
                findings[route.url].map(badges) ?? "",
                route.isPage
                    ? HTML.link(
                        "\(PreviewPages.ownPath)view\(PercentEncoding.path(route.url))", text(zh: "数据", en: "data"))
                    : "",
            ]
        }
        var note = text(zh: "共 \(all.count) 个网址。", en: "\(all.count.counting("address", "addresses")) in all.")
        if !isWhole {
            note += text(zh: "只列出有检查结果和未公开的。", en: " Those with findings and those that are not public are listed.")
        }
        return "<p>\(note)</p>"
            + HTML.table(
                [
                    text(zh: "网址", en: "Address"), text(zh: "种类", en: "Kind"), text(zh: "状态", en: "State"),
                    text(zh: "检查结果", en: "Findings"), text(zh: "模板数据", en: "Template data"),
                ], Array(rows))
    }

    private func text(zh: String, en: String) -> String { LocalizedText(zh: zh, en: en)[words] }

    private func isPublic(_ route: Route) -> Bool { published.routes[route.url] != nil }

    private func state(of route: Route, _ withheld: [String: Site.Withheld.Reason]) -> String {
        if case .redirect(let target) = route.kind { return text(zh: "转到 \(target)", en: "leads to \(target)") }
        guard !isPublic(route) else {
            guard let index = edition(of: route) else { return text(zh: "公开", en: "public") }
            switch site.editions[index].state {
            case .publicityOpen: return text(zh: "公示中", en: "in publicity")
            case .publicityEnded: return text(zh: "公示结束，未公布", en: "publicity over, not final")
            case .draft, .publicityAhead, .final: return text(zh: "公开", en: "public")
            }
        }
        switch withheld[route.url] {
        case .draft: return text(zh: "草稿", en: "draft")
        case .notBefore(let day): return text(zh: "\(day) 起公开", en: "from \(day)")
        case nil: return text(zh: "未公开", en: "not public")
        }
    }

    /// The edition whose state is that of what stands at an address.
    private func edition(of route: Route) -> Int? {
        switch route.kind {
        case .page(let page): page.edition(in: site)
        case .file(let file): file.edition(in: site)
        case .redirect: nil
        }
    }

    private var reasonsByURL: [String: Site.Withheld.Reason] {
        var reasons: [String: Site.Withheld.Reason] = [:]
        for item in published.withheld {
            if let url = site.routes.urlBySource[item.path.text] { reasons[url] = item.reason }
        }
        return reasons
    }

    private var findingsByURL: [String: [Severity: Int]] {
        let pages = FindingPages(site)
        var findings: [String: [Severity: Int]] = [:]
        for entry in state.report.entries {
            guard let url = pages.url(of: entry.diagnostic) else { continue }
            findings[url, default: [:]][entry.diagnostic.severity, default: 0] += 1
        }
        return findings
    }

    private func badges(_ counts: [Severity: Int]) -> String {
        Severity.allCases.compactMap { severity in
            counts[severity].map { "<span class=\"badge \(severity.rawValue)\">\(name(severity)) \($0)</span>" }
        }.joined(separator: " ")
    }

    private func name(_ severity: Severity) -> String {
        switch severity {
        case .error: text(zh: "错误", en: "error")
        case .warning: text(zh: "警告", en: "warning")
        case .hint: text(zh: "提示", en: "hint")
        }
    }

    private func kind(of route: Route) -> String { words == .zh ? route.chineseKindName : route.kindName }
}
