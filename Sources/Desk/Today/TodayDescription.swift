import Addresses
import Content
import Diagnostics
import Fields
import SiteModel
import Text
import Values

/// What waits for an editor today: what is wrong, what is not finished, the next steps of the year, and the days to come.
struct TodayDescription {
    private let site: DeskSite
    private let day: CalendarDate

    /// - Parameter day: today.
    init(_ site: DeskSite, day: CalendarDate) {
        self.site = site
        self.day = day
    }

    var json: JSONValue {
        let entries = site.state.report.entries
        let errors = entries.count { $0.diagnostic.severity == .error }
        let warnings = entries.count { $0.diagnostic.severity == .warning }
        let steps = YearSteps(site, day: day)
        return .object([
            .init("isBeginning", .bool(steps.isBeginning)),
            .init("todos", .array(todos)),
            .init("steps", .array(steps.steps.map { $0.json(site.words) })),
            .init("dates", .array(dates)),
            .init("findings", .object([.init("errors", .integer(errors)), .init("warnings", .integer(warnings))])),
        ])
    }

    // MARK: What waits

    /// Files beyond it are counted.
    private static let maximumCount = 40

    /// Files with errors first, those with warnings next, then drafts.
    private var todos: [JSONValue] {
        var counts: [String: (errors: Int, warnings: Int)] = [:]
        var order: [String] = []
        for entry in site.state.report.entries {
            let path = entry.diagnostic.path ?? ""
            if counts[path] == nil { order.append(path) }
            switch entry.diagnostic.severity {
            case .error: counts[path, default: (0, 0)].errors += 1
            case .warning: counts[path, default: (0, 0)].warnings += 1
            case .hint: break
            }
        }
        let wrong = order.filter { (counts[$0]?.errors ?? 0) > 0 }
        let doubtful = order.filter { (counts[$0]?.errors ?? 0) == 0 && (counts[$0]?.warnings ?? 0) > 0 }
        let todos =
            wrong.map { path in
                let count = counts[path]?.errors ?? 0
                return todo(
                    1, path, zh: "“\(name(path).zh)”有 \(count) 处错误", en: "“\(name(path).en)” has \(count) errors",
                    label: LocalizedText(zh: "去改正", en: "Mend"))
            }
            + doubtful.map { path in
                let count = counts[path]?.warnings ?? 0
                return todo(
                    2, path, zh: "“\(name(path).zh)”有 \(count) 处要看一看",
                    en: "“\(name(path).en)” has \(count) warnings", label: LocalizedText(zh: "去看看", en: "Look"))
            } + drafts
        guard todos.count > Self.maximumCount else { return todos }
        let rest = LocalizedText(
            zh: "另外还有 \(todos.count - Self.maximumCount) 件", en: "\(todos.count - Self.maximumCount) more")
        return todos.prefix(Self.maximumCount) + [
            .object([
                .init("urgency", .integer(3)), .init("text", .string(rest[site.words])),
                .init(
                    "link", DeskLink(href: "check/", label: LocalizedText(zh: "全部列出", en: "All")).json(site.words)),
            ])
        ]
    }

    private var drafts: [JSONValue] {
        guard let content = site.snapshot?.content else { return [] }
        let pages = content.documents.all.map(\.page) + content.writeUps.map(\.page)
        return pages.filter { $0.draft != nil }.map { page in
            todo(
                3, page.path.text, zh: "“\(page.title.value)”还是草稿", en: "“\(page.title.value)” is a draft",
                label: LocalizedText(zh: "接着写", en: "Go on"))
        }
    }

    private func todo(_ urgency: Int, _ path: String, zh: String, en: String, label: LocalizedText) -> JSONValue {
        .object([
            .init("urgency", .integer(urgency)), .init("text", .string(LocalizedText(zh: zh, en: en)[site.words])),
            .init("link", DeskLink(toFile: path, label: label).json(site.words)),
        ])
    }

    /// What people call a file.
    private func name(_ path: String) -> LocalizedText {
        if let name = DeskRequests.name(ofTable: path) { return name }
        if path == DeskPath.configuration { return LocalizedText(zh: "站点设置", en: "the site's settings") }
        if path.isEmpty { return LocalizedText(zh: "整个站点", en: "the whole site") }
        return LocalizedText(same: site.snapshot?.content.page(at: path)?.title.value ?? path)
    }

    // MARK: Days to come

    /// In days.
    private static let horizon = 30

    private var dates: [JSONValue] {
        guard let content = site.snapshot?.content else { return [] }
        var all: [(CalendarDate, LocalizedText)] = []
        for edition in content.editions {
            let year = edition.year.value
            func add(_ date: CalendarDate?, _ zh: String, _ en: String) {
                if let date { all.append((date, LocalizedText(zh: "\(year)年度\(zh)", en: "\(en) of \(year)"))) }
            }
            add(edition.deadline?.value, "申报截止", "Applications end: edition")
            add(edition.publicity?.from.value, "公示开始", "The publicity period begins: edition")
            add(edition.publicity?.to.value, "公示结束", "The publicity period ends: edition")
            add(edition.published?.value, "公布", "Publication: edition")
            add(edition.exchange?.date?.value, "发布会", "The meeting: edition")
        }
        for form in content.documents[.form] {
            guard let valid = form.values[FormFields.valid] else { continue }
            let title = form.page.title.value
            if let from = valid.from {
                all.append((from, LocalizedText(zh: "“\(title)”启用", en: "“\(title)” comes into use")))
            }
            if let to = valid.to { all.append((to, LocalizedText(zh: "“\(title)”到期", en: "“\(title)” expires"))) }
        }
        let today = day.dayNumber
        return all.filter { (today...today + Self.horizon).contains($0.0.dayNumber) }
            .sorted { $0.0 == $1.0 ? $0.1.zh < $1.1.zh : $0.0 < $1.0 }
            .map { .object([.init("date", .string($0.0.description)), .init("text", .string($0.1[site.words]))]) }
    }
}

/// An address within the desk, with the words of its button.
struct DeskLink {
    /// Below `/_showcase/`.
    let href: String
    let label: LocalizedText

    init(href: String, label: LocalizedText) {
        self.href = href
        self.label = label
    }

    /// Where a file is edited: as a table, or as a text; what the desk does not edit is looked up among the findings.
    init(toFile path: String, label: LocalizedText) {
        self.label = label
        if case .roster(let year) = SitePath(path).map(ContentKind.init(path:)) {
            href = "list?year=\(year)"
        } else if DeskRequests.name(ofTable: path) != nil {
            href = "list?path=\(path)"
        } else if DeskPath(path) != nil, path.hasSuffix(".md") || path == DeskPath.configuration {
            href = "edit?path=\(PercentEncoding.path(path))"
        } else {
            href = "check/"
        }
    }

    func json(_ words: MessageLanguage) -> JSONValue {
        .object([.init("href", .string("/_showcase/" + href)), .init("label", .string(label[words]))])
    }
}
