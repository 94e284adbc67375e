import Content
import Diagnostics
import SiteModel
import Text
import Values

/// The steps of a year, in their order, as far as the site's files show which are done; of a new site its beginning.
struct YearSteps {
    struct Step {
        let text: LocalizedText
        let isDone: Bool
        let link: DeskLink

        func json(_ words: MessageLanguage) -> JSONValue {
            .object([
                .init("text", .string(text[words])), .init("isDone", .bool(isDone)),
                .init("href", .string("/_showcase/" + link.href)), .init("label", .string(link.label[words])),
            ])
        }
    }

    /// Whether no list has been written yet.
    let isBeginning: Bool
    let steps: [Step]

    private static let open = LocalizedText(zh: "去办", en: "Go")

    /// - Parameter day: today.
    init(_ site: DeskSite, day: CalendarDate) {
        let content = site.snapshot?.content
        let editions = content?.editions ?? []
        // A site that cannot be read is no empty one.
        isBeginning = content.map { $0.writeUps.isEmpty && editions.allSatisfy(\.roster.isEmpty) } ?? false
        if isBeginning {
            steps = Self.beginning(site, content)
        } else if let newest = editions.max(by: { $0.year.value < $1.year.value }) {
            steps = Self.steps(of: newest, site, day)
        } else {
            steps = []
        }
    }

    private static func beginning(_ site: DeskSite, _ content: SiteContent?) -> [Step] {
        let host = content?.configuration.baseURL.writtenHost ?? ""
        let hasAddress =
            !host.isEmpty && !["example.org", "example.com"].contains { host == $0 || host.hasSuffix("." + $0) }
        let newest = content?.editions.map(\.year.value).max()
        func step(_ zh: String, _ en: String, _ isDone: Bool, _ href: String) -> Step {
            Step(text: LocalizedText(zh: zh, en: en), isDone: isDone, link: DeskLink(href: href, label: open))
        }
        return [
            step(
                "写好站点的名称、网址和备案号", "The site's name, address and registration", hasAddress, "edit?path=site.config"),
            step(
                "列出推荐单位（各省、市协会）", "The associations that recommend",
                !(content?.associations.isEmpty ?? true), "list?path=\(MissingAssociation.path)"),
            step("新建一个年度", "A year's edition", newest != nil, "content?new=edition"),
            step("录入这一年度的名单", "The year's list", false, newest.map { "list?year=\($0)" } ?? "list"),
            step(
                "写第一篇通知", "The first notice", !(content?.documents[.notice].isEmpty ?? true), "content?new=notice"),
        ]
    }

    private static func steps(of edition: EditionEntry, _ site: DeskSite, _ day: CalendarDate) -> [Step] {
        let year = edition.year.value
        let roster = "content/awards/\(year)/roster.csv"
        let errors = site.state.report.entries.count {
            $0.diagnostic.severity == .error && $0.diagnostic.path == roster
        }
        let (list, page) = ("list?year=\(year)", DeskLink(toFile: edition.page.path.text, label: open).href)
        let status = edition.status.value
        let isOver = edition.publicity.map { $0.to.value < day } ?? false
        func has(_ kind: NoticeKind) -> Bool {
            site.snapshot?.content.documents[.notice].contains { entry in
                entry.edition?.value == year && entry.values[NoticeFields.kind]?.value == kind
                    && entry.page.draft == nil
            } ?? false
        }
        func step(_ zh: String, _ en: String, _ isDone: Bool, _ href: String) -> Step {
            Step(text: LocalizedText(zh: zh, en: en), isDone: isDone, link: DeskLink(href: href, label: open))
        }
        let steps = [
            step("\(year)年度：写好申报通知", "\(year): the call for applications", has(.call), "content?new=notice"),
            step(
                "录入名单（现有 \(edition.roster.count) 个班组）", "The list (\(edition.roster.count) teams so far)",
                !edition.roster.isEmpty, list),
            step(
                errors == 0 ? "改好名单里的错误" : "改好名单里的 \(errors) 处错误",
                errors == 0 ? "Mend the errors of the list" : "Mend \(errors) errors of the list", errors == 0, list),
            step(
                "写明公示期和受理部门", "The publicity period and its office", edition.publicity != nil || status == .final, page),
            step("写好公示通知", "The notice of the publicity period", has(.publicity), "content?new=notice"),
            step("等公示期满", "The publicity period is over", isOver || status == .final, page),
            step("写上发布日期，状态改为“公布”", "The day of publication, and the state “final”", status == .final, page),
            step("写好公布通知", "The notice of the result", has(.result), "content?new=notice"),
        ]
        // A year that is published is over, whatever earlier notices are called.
        guard status == .final else { return steps }
        return year < day.year
            ? [step("新建\(day.year)年度", "Begin the edition of \(day.year)", false, "content?new=edition")] : []
    }
}
