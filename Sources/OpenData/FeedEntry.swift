import Content
import Diagnostics
import SiteModel
import Values

/// Something that readers of the feed are told: a notice, an edition, a practice, a withdrawal, a correction.
struct FeedEntry {
    enum Category: String {
        case call, publicity, result, notice, edition, practice, withdrawal, correction

        func label(_ language: SiteLanguage) -> String {
            guard language == .chinese else { return rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
            return switch self {
            case .call: "申报通知"
            case .publicity: "公示"
            case .result: "公布"
            case .notice: "公告"
            case .edition: "年度名单"
            case .practice: "最佳实践"
            case .withdrawal: "撤销"
            case .correction: "更正"
            }
        }
    }

    let title: String
    /// Site-absolute path.
    let url: String
    /// Distinguishes entries about the same page.
    var mark = ""
    let date: CalendarDate
    let category: Category
    let summary: String
    /// What the entry says itself, without markup.
    var paragraphs: [String] = []
    /// The page whose text follows.
    var page: Page?

    /// In no order.
    static func entries(of site: Site) -> [FeedEntry] {
        site.documents[.notice].compactMap(notice)
            + site.editions.compactMap { edition($0, isChinese: isChinese(site)) }
            + site.practices.compactMap(practice) + site.changes.compactMap { change($0, in: site) }
    }

    private static func isChinese(_ site: Site) -> Bool { site.configuration.language == .chinese }

    private static func notice(_ notice: DocumentEntry) -> FeedEntry? {
        guard let kind = notice[NoticeFields.kind], let day = notice.day else { return nil }
        let category: Category =
            switch kind.value {
            case .call: .call
            case .publicity: .publicity
            case .result: .result
            case .other: .notice
            }
        return FeedEntry(
            title: notice.page.title.value, url: notice.page.url, date: day.value,
            category: category, summary: summary(of: notice.page), page: notice.page)
    }

    /// A year's list, once when its publicity begins and once when it is final.
    private static func edition(_ edition: Edition, isChinese: Bool) -> FeedEntry? {
        let isFinal = edition.state == .final
        guard let date = isFinal ? edition.entry.published : edition.entry.publicity?.from, edition.state != .draft
        else { return nil }
        let figures = edition.figures
        let numbers =
            isChinese
            ? "\(isFinal ? "公布" : "公示")\(figures.held)个班组，来自\(figures.provinces)个省级行政区、\(figures.enterprises)家企业。"
            : "\(figures.held.counting("team")) of \(figures.enterprises.counting("enterprise")) in \(figures.provinces.counting("province"))\(isFinal ? "" : ", in publicity")."
        let page = edition.entry.page
        return FeedEntry(
            title: isFinal ? page.title.value : page.title.value + (isChinese ? "（公示）" : " (in publicity)"),
            url: edition.url, mark: isFinal ? "" : "#publicity", date: date.value,
            category: .edition, summary: (page.description ?? page.summary)?.value ?? numbers,
            paragraphs: [numbers], page: page)
    }

    private static func practice(_ practice: Practice) -> FeedEntry? {
        guard let date = practice.entry.day else { return nil }
        return FeedEntry(
            title: practice.title, url: practice.url, date: date.value, category: .practice,
            summary: summary(of: practice.entry.page), page: practice.entry.page)
    }

    private static func change(_ change: Change, in site: Site) -> FeedEntry? {
        switch change.kind {
        case .withdrawal(let index):
            let team = site.teams[index]
            let name = isChinese(site) ? "\(team.name)（\(team.year)年度）" : "\(team.name) (\(team.year))"
            let reason = team.row[RosterFields.reason]?.value ?? ""
            let sentence =
                isChinese(site)
                ? "\(team.row.enterprise.value)\(team.name)的\(team.year)年度\(site.configuration.honorName)称号已撤销。原因：\(reason)"
                : "The title of \(team.name), \(team.row.enterprise.value), \(team.year), was withdrawn. Reason: \(reason)"
            return FeedEntry(
                title: (isChinese(site) ? "撤销：" : "Withdrawn: ") + name, url: team.url, mark: "#withdrawn",
                date: change.date, category: .withdrawal, summary: sentence, paragraphs: [sentence])
        case .correction(let index, _, let text):
            let edition = site.editions[index]
            return FeedEntry(
                title: (isChinese(site) ? "更正：" : "Correction: ") + edition.entry.page.title.value, url: edition.url,
                mark: "#correction-\(change.date)-\(ordinal(of: change, in: site))", date: change.date,
                category: .correction, summary: text, paragraphs: [text])
        case .renaming: return nil
        }
    }

    /// Tells corrections of one day apart.
    private static func ordinal(of change: Change, in site: Site) -> Int {
        guard case .correction(let edition, _, let text) = change.kind else { return 0 }
        let sameDay = site.changes.compactMap { other -> String? in
            guard case .correction(edition, _, let text) = other.kind, other.date == change.date else { return nil }
            return text
        }
        return (sameDay.firstIndex(of: text) ?? 0) + 1
    }

    private static func summary(of page: Page) -> String {
        if let summary = page.summary ?? page.description { return summary.value }
        let beginning = SummaryText.cut(page.body.plainText, limit: 120)
        return beginning.isEmpty ? page.title.value : beginning
    }
}
