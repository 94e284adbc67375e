import Content
import Diagnostics
import Rules
import SiteModel
import Values

/// The editor's desk: what the site has, what it lacks, and what will change on which day.
struct DeskPage {
    let snapshot: PreviewSnapshot
    /// The site as it would be published now.
    let published: Site
    let state: PreviewState
    let words: MessageLanguage

    private var site: Site { snapshot.site }

    func html() -> String {
        let title = text(zh: "编辑台", en: "Editor's desk")
        let sections = [
            ("checks", text(zh: "检查", en: "Checks"), checks),
            ("coming", text(zh: "将要发生的变化", en: "Coming up"), coming),
            ("drafts", text(zh: "草稿与未公开", en: "Drafts and withheld"), drafts),
            ("coverage", text(zh: "省份与年度", en: "Provinces and years"), CoverageTable(site: site, words: words).html),
            (
                "addresses", text(zh: "网址", en: "Addresses"),
                AddressTable(site: site, published: published, state: state, words: words).html
            ),
        ]
        let navigation = sections.map { "<a href=\"#\($0.0)\">\($0.1)</a>" }.joined(separator: " ")
        let bodies = sections.map { "<section id=\"\($0.0)\"><h2>\($0.1)</h2>\($0.2)</section>" }
        let siteLink = HTML.link(site.configuration.baseURL.href("/"), site.configuration.title)
        return HTML.document(
            language: words, title: title,
            body: "<header><h1>\(title)</h1><p>\(siteLink)</p><nav>\(navigation)</nav></header>"
                + bodies.joined(separator: "\n"))
    }

    private func text(zh: String, en: String) -> String { LocalizedText(zh: zh, en: en)[words] }

    // MARK: Checks

    private var checks: String {
        let counts = [
            (Severity.error, LocalizedText(zh: "错误", en: "error")), (.warning, LocalizedText(zh: "警告", en: "warning")),
            (.hint, LocalizedText(zh: "提示", en: "hint")),
        ].map { severity, noun in
            let count = state.report.count(of: severity)
            let name = text(zh: noun.zh, en: count == 1 ? noun.en : noun.en + "s")
            return "<li class=\"\(count > 0 ? severity.rawValue : "clear")\"><b>\(count)</b> \(name)</li>"
        }
        let progress =
            state.isStale
            ? text(zh: "有错误，显示的是上一次能显示的版本。", en: "There are errors; this is the last version that could be shown.")
            : state.isChecked
                ? text(zh: "全部检查已完成。", en: "All checks are done.")
                : text(
                    zh: "成品页面还在检查，完成后这里自动更新。",
                    en: "The finished pages are still being checked; this page follows by itself.")
        let verdict =
            state.report.count(of: .error) > 0
            ? text(zh: "有错误，现在不能发布。", en: "With errors the site cannot be published.")
            : state.isChecked ? text(zh: "可以发布。", en: "The site can be published.") : ""
        return "<ul class=\"counts\">\(counts.joined())</ul><p>\(progress)\(verdict)</p>"
            + FindingList(entries: state.report.worstFirst, words: words, pages: FindingPages(site)).html {
                site.configuration.baseURL.href($0)
            }
    }

    // MARK: What comes by itself

    private var coming: String {
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
        for form in site.documents[.form] {
            guard let last = form[FormFields.valid]?.to else { continue }
            rows.append(
                (
                    last,
                    text(
                        zh: "表格“\(form.page.title.value)”最后一天有效", en: "Last day of the form “\(form.page.title.value)”")
                ))
        }
        for item in published.withheld {
            guard case .notBefore(let day) = item.reason else { continue }
            rows.append((day, text(zh: "\(item.path.text) 公开", en: "\(item.path.text) becomes public")))
        }
        let coming = rows.filter { $0.day >= site.day }.sorted { ($0.day, $0.what) < ($1.day, $1.what) }
        let day = "<p>\(text(zh: "站点按 \(site.day) 展示。", en: "The site is shown as of \(site.day)."))</p>"
        guard !coming.isEmpty else { return day + "<p>\(text(zh: "没有将要到来的日期。", en: "No day is coming up."))</p>" }
        return day
            + HTML.table(
                [text(zh: "日期", en: "Day"), text(zh: "变化", en: "What changes")],
                coming.map { ["\($0.day)", HTML.escaped($0.what)] })
    }

    // MARK: What is not public or not found

    private var drafts: String {
        let withheld = published.withheld.map { item -> (String, String) in
            switch item.reason {
            case .draft: (item.path.text, text(zh: "草稿", en: "draft"))
            case .notBefore(let day): (item.path.text, text(zh: "\(day) 起公开", en: "public from \(day)"))
            }
        }
        let broken = site.unusablePaths.map { ($0, text(zh: "有错误，不能发布", en: "has errors, cannot be published")) }
        let orphans = state.report.entries.map(\.diagnostic).filter { $0.rule == .orphanPage }.compactMap { finding in
            finding.range.map { ($0.file.path, text(zh: "没有入口：别的页面都不链接到它", en: "no way in: no page links to it")) }
        }
        let rows = (withheld + broken + orphans).sorted { $0 < $1 }
        guard !rows.isEmpty else {
            return
                "<p>\(text(zh: "没有草稿、未公开和没有入口的页面。", en: "No drafts, nothing withheld, no page without a way in."))</p>"
        }
        let pages = FindingPages(site)
        let cells = rows.map { path, why in
            let page = pages.url(ofSource: path).map {
                HTML.link(site.configuration.baseURL.href($0), $0)
            }
            return [HTML.place(path), HTML.escaped(why), page ?? ""]
        }
        return HTML.table(
            [text(zh: "文件", en: "File"), text(zh: "情况", en: "State"), text(zh: "网址", en: "Address")], cells)
    }
}
