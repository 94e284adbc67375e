import Content
import Diagnostics
import Rules
import Values

/// Withdrawals on days that cannot be right: before the title was given, or not come yet.
enum WithdrawalDates {
    /// - Parameter latestDay: the latest day that has come; a site that shows itself as of an earlier one holds
    ///   withdrawals that came later.
    static func findings(in editions: [EditionEntry], latestDay: CalendarDate) -> [Diagnostic] {
        editions.flatMap { edition in
            edition.roster.compactMap { row in
                guard row.standing.value == .withdrawn, let date = row[RosterFields.withdrawnOn] else { return nil }
                return beforeTheTitle(date, edition) ?? ahead(date, latestDay)
            }
        }
    }

    private static func beforeTheTitle(_ date: Located<CalendarDate>, _ edition: EditionEntry) -> Diagnostic? {
        let published = edition.status.value == .final ? edition.published : nil
        guard published.map({ date.value < $0.value }) ?? (date.value.year < edition.year.value) else { return nil }
        let given = published.map { "\($0.value)" } ?? "\(edition.year.value)"
        return Diagnostic(
            .withdrawalDate, at: date.range,
            message: LocalizedText(
                zh: "撤销日期 \(date.value) 早于授予称号的时间（\(given)）。",
                en: "The title was withdrawn on \(date.value), before it was given (\(given))."),
            help: LocalizedText(zh: "请核对撤销决定上的日期。", en: "Compare it with the decision on the withdrawal."),
            related: published.map {
                [Diagnostic.Related(LocalizedText(zh: "公布日期在这里", en: "the day of publication is here"), at: $0.range)]
            } ?? [])
    }

    private static func ahead(_ date: Located<CalendarDate>, _ latestDay: CalendarDate) -> Diagnostic? {
        guard date.value > latestDay else { return nil }
        return Diagnostic(
            .withdrawalAhead, at: date.range,
            message: LocalizedText(
                zh: "撤销日期 \(date.value) 还没有到，在此之前班组仍显示为有效。",
                en:
                    "The day of withdrawal \(date.value) has not come; until then the team is shown as holding its title."
            ),
            help: LocalizedText(
                zh: "请核对撤销决定上的日期；确实以后才生效的，在年度文件的开头关掉这项检查并写明理由。",
                en: "Compare it with the decision; where it takes effect later, exempt the edition with the reason."))
    }
}

/// Corrections on days that cannot be right: before the list was published, or not come yet.
enum CorrectionDates {
    /// - Parameter latestDay: the latest day that has come.
    static func findings(in editions: [EditionEntry], latestDay: CalendarDate) -> [Diagnostic] {
        editions.flatMap { edition in
            edition.corrections.compactMap { correction in
                let date = correction.date
                if let early = beforeTheList(date, edition) { return early }
                guard date.value > latestDay else { return nil }
                return Diagnostic(
                    .correctionAhead, at: date.range,
                    message: LocalizedText(
                        zh: "更正的日期 \(date.value) 还没有到，在此之前不显示，也不能说明名单的改动。",
                        en:
                            "The day of the correction, \(date.value), has not come; until then it is not shown and explains no change of the list."
                    ),
                    help: LocalizedText(
                        zh: "请核对年份；确实以后才更正的，名单也到那天再改。",
                        en: "Compare the year; where it is to be corrected later, change the list on that day."))
            }
        }
    }

    /// Nothing is corrected before anybody has seen it.
    private static func beforeTheList(_ date: Located<CalendarDate>, _ edition: EditionEntry) -> Diagnostic? {
        guard let first = edition.publicity?.from ?? edition.published, date.value < first.value else { return nil }
        return Diagnostic(
            .correctionDate, at: date.range,
            message: LocalizedText(
                zh: "更正的日期 \(date.value) 早于名单公开的日期（\(first.value)）。",
                en: "The correction is of \(date.value), before the list was published (\(first.value))."),
            help: LocalizedText(
                zh: "请写作出更正的日期，多半是年份写错了。", en: "Write the day of the correction; mostly the year is wrong."),
            related: [
                Diagnostic.Related(
                    LocalizedText(zh: "名单公开的日期在这里", en: "the day of publication is here"), at: first.range)
            ])
    }
}
