import Diagnostics
import Rules
import SiteModel

extension PublishedListFindings {
    /// A decided list that is gone as a whole.
    ///
    /// - Parameters:
    ///   - count: how many teams it had.
    ///   - isHidden: whether the year is there, and not public.
    static func goneList(of year: Int, _ count: Int, at range: SourceRange, isHidden: Bool) -> Diagnostic {
        let folder = "content/awards/\(year)/"
        return Diagnostic(
            .changedList, at: range,
            message: isHidden
                ? LocalizedText(
                    zh: "\(year) 年度的名单（\(count) 个班组）已经公布，现在不公开了。",
                    en: "The final list of \(year) (\(count) teams) was published and is not public any more.")
                : LocalizedText(
                    zh: "\(year) 年度的名单（\(count) 个班组）已经公布，现在整个没有了。",
                    en: "The final list of \(year) (\(count) teams) was published and is gone."),
            help: isHidden
                ? LocalizedText(
                    zh: "公布的名单是决定，请在 \(folder)index.md 写“状态: 公布”，并让它公开。",
                    en: "A final list is a decision: write `status: final` in \(folder)index.md, and let it be public.")
                : LocalizedText(
                    zh: "公布的名单是决定，请把 \(folder) 放回来；不能用“旧网址”代替。",
                    en: "A final list is a decision: put \(folder) back. Old addresses do not replace it."),
            url: SiteURL.edition(year))
    }
}
