import Content
import Diagnostics
import Rules
import Values

/// The day a site is shown for, as messages tell it.
package struct ShownDay: Sendable {
    private let day: CalendarDate
    /// Whether `as_of` in `site.config` sets it.
    private let isConfigured: Bool

    package init(_ day: CalendarDate, configuration: SiteConfiguration) {
        self.day = day
        isConfigured = configuration.asOf?.value == day
    }

    fileprivate var note: LocalizedText {
        isConfigured
            ? LocalizedText(
                zh: "（site.config 的“时点”让网站停在 \(day)）", en: " (as_of in site.config keeps the site at \(day))")
            : LocalizedText(zh: "（网站按 \(day) 这一天生成）", en: " (the site is made for \(day))")
    }
}

extension Site.Withheld {
    /// What makes findings about whatever leads to this.
    package func cause(on day: ShownDay) -> Diagnostic.Cause {
        let zh = edition.map { "\($0) 年度" } ?? "“\(path)”"
        let en = edition.map { "The edition \($0)" } ?? "“\(path)”"
        switch reason {
        case .draft:
            return Diagnostic.Cause(
                LocalizedText(zh: "\(zh)是草稿，不公开", en: "\(en) is a draft and not public"),
                help: LocalizedText(
                    zh: "要公开，请改这里；不公开，请去掉指向它的链接。",
                    en: "Change this to publish it; otherwise take out what leads there."),
                at: field)
        case .notBefore(let first):
            return Diagnostic.Cause(
                LocalizedText(
                    zh: "\(zh)从 \(first) 起才公开\(day.note.zh)", en: "\(en) is not public before \(first)\(day.note.en)"),
                help: LocalizedText(
                    zh: "请核对这个日期；日期没有写错时，请等公开后再加链接。",
                    en: "Check this day; if it is right, lead there when it has come."),
                at: field)
        }
    }

    /// The finding about something public that leads to this.
    package func finding(at range: SourceRange, on day: ShownDay, url: String? = nil) -> Diagnostic {
        let cause = cause(on: day)
        return Diagnostic(
            .linkNotPublished, at: range,
            message: LocalizedText(zh: "\(cause.fact.zh)，这里却指向它。", en: "\(cause.fact.en), but this leads there."),
            help: LocalizedText(zh: "请先公开目标，或去掉这一处。", en: "Publish it first, or take this out."),
            related: [Diagnostic.Related(LocalizedText(zh: "原因在这里", en: "because of this"), at: field)],
            url: url, cause: cause)
    }
}
