import Content
import Diagnostics
import SiteModel
import Values

/// Lines to be written into the text of an edition: as fields, and from the second on as more of their lists.
struct ListLines {
    let day: CalendarDate
    private var hasCorrections: Bool
    private var hasAliases: Bool

    init(day: CalendarDate, edition: Edition) {
        self.day = day
        hasCorrections = !edition.entry.corrections.isEmpty
        hasAliases = !edition.entry.page.aliases.isEmpty
    }

    /// The sentences that tell changes of a row.
    static func sentence(_ changes: [ListChange]) -> LocalizedText {
        LocalizedText(
            zh: changes.map { "\($0.part.name.zh)由“\($0.old.zh)”更正为“\($0.new.zh)”" }.joined(separator: "，"),
            en: changes.map { "\($0.part.name.en) is corrected from “\($0.old.en)” to “\($0.new.en)”" }
                .joined(separator: ", "))
    }

    /// The sentence that tells another day of a list's publication.
    static func sentence(published first: CalendarDate, now: CalendarDate) -> LocalizedText {
        LocalizedText(
            zh: "发布日期由“\(first)”更正为“\(now)”", en: "The day of publication is corrected from “\(first)” to “\(now)”")
    }

    /// A correction.
    mutating func correction(id: String?, _ text: LocalizedText) -> LocalizedText {
        let item = Self.item(on: day, id: id, text)
        defer { hasCorrections = true }
        return hasCorrections
            ? LocalizedText(zh: "的“更正”中加一项：\(item.zh)", en: "add to `corrections`: \(item.en)")
            : LocalizedText(zh: "写：更正: [\(item.zh)]", en: "write: corrections: [\(item.en)]")
    }

    /// One of the list of corrections.
    static func item(on day: CalendarDate, id: String?, _ text: LocalizedText) -> LocalizedText {
        LocalizedText(
            zh: "{日期: \(day), " + (id.map { "编号: \($0), " } ?? "") + "说明: \(quoted(text.zh))}",
            en: "{date: \(day), " + (id.map { "id: \($0), " } ?? "") + "text: \(quoted(text.en))}")
    }

    /// Old addresses of the list's page.
    mutating func oldAddresses(_ addresses: [String]) -> LocalizedText {
        let list = addresses.joined(separator: ", ")
        defer { hasAliases = true }
        return hasAliases
            ? LocalizedText(zh: "在“旧网址”中加上：\(list)", en: "add to `aliases`: \(list)")
            : LocalizedText(zh: "写：旧网址: [\(list)]", en: "write: aliases: [\(list)]")
    }

    /// A text as YAML takes it whatever it holds.
    static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

extension ListChange.Part {
    /// What a person calls it.
    var name: LocalizedText {
        switch self {
        case .team: LocalizedText(zh: "班组名称", en: "the team's name")
        case .enterprise: LocalizedText(zh: "企业名称", en: "the enterprise's name")
        case .province: LocalizedText(zh: "省份", en: "the province")
        case .recommender: LocalizedText(zh: "推荐单位", en: "the recommender")
        case .standing: LocalizedText(zh: "状态", en: "the standing")
        case .withdrawnOn: LocalizedText(zh: "撤销日期", en: "the day of withdrawal")
        }
    }
}
