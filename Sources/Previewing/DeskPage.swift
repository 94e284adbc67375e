import Content
import Diagnostics
import SiteModel

/// The editor's desk: what the site has, what it lacks, and what will change on which day.
struct DeskPage {
    let snapshot: PreviewSnapshot
    let state: PreviewState
    let words: MessageLanguage

    private var site: Site { snapshot.site }

    /// Pages that are listed one by one; of more only those with findings.
    private static let maximumListedRoutes = 1_000

    func html() -> String {
        let title = text(zh: "编辑台", en: "Editor's desk")
        let parts = [
            "<h1>\(title)</h1>", summary, dates, drafts, coverage, routes,
        ]
        return HTML.document(language: words, title: title, body: parts.joined(separator: "\n"))
    }

    private func text(zh: String, en: String) -> String { LocalizedText(zh: zh, en: en)[words] }

    private func section(_ title: String, _ body: String) -> String {
        "<section><h2>\(HTML.escaped(title))</h2>\(body)</section>"
    }

    private func table(_ head: [String], _ rows: [[String]]) -> String {
        let headCells = head.map { "<th scope=\"col\">\(HTML.escaped($0))</th>" }.joined()
        let bodyRows = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }
        return
            "<div class=\"table\"><table><thead><tr>\(headCells)</tr></thead><tbody>\(bodyRows.joined())</tbody></table></div>"
    }

    private func link(_ url: String, _ title: String? = nil) -> String {
        "<a href=\"\(HTML.escaped(site.configuration.baseURL.href(url)))\">\(HTML.escaped(title ?? url))</a>"
    }

    private var summary: String {
        let report = state.report
        let checked =
            state.isChecked
            ? text(zh: "全部检查已完成。", en: "All checks are done.")
            : text(zh: "成品页面还在检查或尚未检查（终端按 c）。", en: "The finished pages are not checked yet (press c in the terminal).")
        let counts = text(
            zh: "错误 \(report.count(of: .error)) 个，警告 \(report.count(of: .warning)) 个，提示 \(report.count(of: .hint)) 个。",
            en:
                "\(report.count(of: .error)) errors, \(report.count(of: .warning)) warnings, \(report.count(of: .hint)) hints."
        )
        let listed = OutputFormat.text.render(report, language: words, isColored: false)
        let details =
            report.entries.isEmpty
            ? ""
            : "<details open><summary>\(text(zh: "检查结果", en: "Findings"))</summary><pre>\(HTML.escaped(listed))</pre></details>"
        return section(text(zh: "检查", en: "Checks"), "<p>\(counts)\(checked)</p>\(details)")
    }

    /// What will be otherwise by itself, with its day.
    private var dates: String {
        var rows: [(day: CalendarDate, what: String)] = []
        for edition in site.editions {
            if let period = edition.entry.publicity {
                rows.append(
                    (period.from.value, text(zh: "\(edition.year) 年度公示开始", en: "Publicity of \(edition.year) begins")))
                rows.append(
                    (
                        period.to.value,
                        text(zh: "\(edition.year) 年度公示最后一天", en: "Last day of the publicity of \(edition.year)")
                    ))
            }
            if let day = edition.entry.published {
                rows.append((day.value, text(zh: "\(edition.year) 年度公布", en: "\(edition.year) is published")))
            }
        }
        for (year, day) in site.deadlines {
            rows.append((day, text(zh: "\(year) 年度申报截止", en: "Deadline of \(year)")))
        }
        let coming = rows.filter { $0.day >= site.day }.sorted { ($0.day, $0.what) < ($1.day, $1.what) }
        let day = "<p>\(text(zh: "站点按 \(site.day) 展示。", en: "The site is shown as of \(site.day)."))</p>"
        let list =
            coming.isEmpty
            ? "<p>\(text(zh: "没有将要到来的日期。", en: "No day is coming up."))</p>"
            : table(
                [text(zh: "日期", en: "Day"), text(zh: "变化", en: "What changes")],
                coming.map { ["\($0.day)", HTML.escaped($0.what)] })
        return section(text(zh: "将要发生的变化", en: "Coming up"), day + list)
    }

    private var drafts: String {
        let drafts = snapshot.content.allPages.filter(\.isDraft).map { ($0.path.text, text(zh: "草稿", en: "draft")) }
        let withheld = site.withheld.compactMap { item -> (String, String)? in
            guard case .notBefore(let day) = item.reason else { return nil }
            return (item.path.text, text(zh: "\(day) 起公开", en: "public from \(day)"))
        }
        let orphans = state.report.entries.map(\.diagnostic).filter { $0.rule == .orphanPage }.compactMap {
            $0.range.map { ($0.file.path, text(zh: "没有入口", en: "no way in")) }
        }
        let rows = (drafts + withheld + orphans).sorted { $0.0 < $1.0 }.map { path, why in
            [site.routes.urlBySource[path].map { link($0, path) } ?? HTML.escaped(path), HTML.escaped(why)]
        }
        let body =
            rows.isEmpty
            ? "<p>\(text(zh: "没有草稿、未公开和没有入口的页面。", en: "No drafts, nothing withheld, no page without a way in."))</p>"
            : table([text(zh: "文件", en: "File"), text(zh: "情况", en: "State")], rows)
        return section(text(zh: "草稿与未公开", en: "Drafts and withheld"), body)
    }

    /// Teams by province and year, with the gaps.
    private var coverage: String {
        let years = site.editions.map(\.year)
        var counts: [String: [Int: Int]] = [:]
        for team in site.teams { counts[team.province.slug, default: [:]][team.year, default: 0] += 1 }
        let rows = site.provinces.map { record -> [String] in
            let ofYears = counts[record.province.slug] ?? [:]
            return [HTML.escaped(record.province.shortName)]
                + years.map { year in
                    guard let count = ofYears[year] else { return "<span class=\"gap\">–</span>" }
                    return link("/awards/\(year)/\(record.province.slug)/", "\(count)")
                }
        }
        return section(
            text(zh: "省份与年度", en: "Provinces and years"),
            table([text(zh: "省份", en: "Province")] + years.map(String.init), rows))
    }

    private var routes: String {
        var findings: [String: Int] = [:]
        for entry in state.report.entries {
            let finding = entry.diagnostic
            if let url = finding.url ?? finding.range.flatMap({ site.routes.urlBySource[$0.file.path] }) {
                findings[url, default: 0] += 1
            }
        }
        let all = site.routes.routes
        let shown = all.count <= Self.maximumListedRoutes ? all : all.filter { findings[$0.url] != nil }
        let rows = shown.map { route in [link(route.url), route.kindName, findings[route.url].map { "\($0)" } ?? ""] }
        let count = text(zh: "共 \(all.count) 个网址", en: "\(all.count) addresses in all")
        let note =
            shown.count == all.count
            ? count : text(zh: "\(count)，只列出有检查结果的。", en: "\(count); those with findings are listed.")
        return section(
            text(zh: "网址", en: "Addresses"),
            "<p>\(note)</p>"
                + table(
                    [text(zh: "网址", en: "Address"), text(zh: "种类", en: "Kind"), text(zh: "检查结果", en: "Findings")], rows)
        )
    }
}
