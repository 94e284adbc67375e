import Content
import Diagnostics
import Rules

/// Finds editions that `as_of` in `site.config` keeps from being seen, although they are no drafts: an editor who adds
/// a year to a site of the past would look for it in vain.
enum HiddenEditions {
    static func findings(in content: SiteContent, visible: VisibleContent) -> [Diagnostic] {
        guard let asOf = content.configuration.asOf, asOf.value == visible.day else { return [] }
        let shown = Set(visible.editions.map(\.year.value))
        return content.editions.filter {
            $0.status.value != .draft && $0.page.draft == nil && !shown.contains($0.year.value)
        }
        .map { edition in
            Diagnostic(
                .configurationAsOf, at: asOf.range,
                message: LocalizedText(
                    zh: "网站按 \(asOf.value) 这一天展示，\(edition.year.value) 年度那时还没有公开，所以看不到。",
                    en:
                        "The site is shown as of \(asOf.value), when the edition \(edition.year.value) was not public yet: it is left out."
                ),
                help: LocalizedText(
                    zh: "要展示这个年度，请把日期改到公示或公布之后；按当天展示请删去这一行。",
                    en: "To show it, write a later day; to show the site as of today, delete the line."),
                related: [
                    Diagnostic.Related(
                        LocalizedText(zh: "这个年度在这里", en: "the edition is here"), at: edition.status.range)
                ], cause: visible.withheld.first { $0.path == edition.page.path }?.cause(on: visible.shownDay))
        }
    }
}
