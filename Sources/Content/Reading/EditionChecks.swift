import Diagnostics
import Rules
import Values

/// What the programme asks of the periods of an edition.
enum EditionChecks {
    private static let minimumWorkingDays = 5

    static func findings(
        status: Located<EditionStatus>?, published: Located<CalendarDate>?, publicity: EditionEntry.Publicity?
    ) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        guard let publicity else { return findings }
        let days = workingDays(from: publicity.from.value, to: publicity.to.value)
        if days < minimumWorkingDays {
            findings.append(
                Diagnostic(
                    .publicityDays, at: publicity.to.range,
                    message: LocalizedText(
                        zh: "公示期只有 \(days) 个工作日，至少要 \(minimumWorkingDays) 个。",
                        en:
                            "The publicity period has \(days.counting("working day")); \(minimumWorkingDays) are the least."
                    ),
                    related: [
                        Diagnostic.Related(LocalizedText(zh: "从这一天开始", en: "it begins here"), at: publicity.from.range)
                    ]))
        }
        if status?.value == .final, let published, published.value <= publicity.to.value {
            findings.append(
                Diagnostic(
                    .finalTooEarly, at: published.range,
                    message: LocalizedText(
                        zh: "公布日期 \(published.value) 不晚于公示期最后一天。",
                        en: "Published on \(published.value), before the publicity period was over."),
                    related: [
                        Diagnostic.Related(
                            LocalizedText(zh: "公示到这一天为止", en: "its last day is here"), at: publicity.to.range)
                    ]))
        }
        return findings
    }

    static func finalWithoutDate(_ status: Located<EditionStatus>) -> Diagnostic {
        Diagnostic(
            .finalWithoutDate, at: status.range,
            message: LocalizedText(zh: "状态是公布，却没有公布日期。", en: "The edition is final but has no day of publication."),
            help: LocalizedText(
                zh: "请加上一行，如“发布日期: 2020-11-30”。", en: "Add a line such as published: 2020-11-30."))
    }

    /// Mondays to Fridays, both ends included. Public holidays are decided year by year and not known here.
    private static func workingDays(from start: CalendarDate, to end: CalendarDate) -> Int {
        let first = start.dayNumber
        let last = min(end.dayNumber, first + 366)
        return (first...last).count { !CalendarDate.isWeekend(dayNumber: $0) }
    }
}
