import Diagnostics

/// The years in which the days of an edition fall.
enum EditionYears {
    /// How many years after its own an edition may still be decided.
    private static let maximumDelay = 2

    /// The date of an edition, or a finding about one of another time: a mistyped year would hide the edition without a
    /// word.
    ///
    /// - Returns: `nil` for a day that cannot be meant, so that nothing follows from it.
    static func checked(
        _ date: Located<CalendarDate>, of year: Int, _ fields: inout FieldReader
    ) -> Located<CalendarDate>? {
        guard !(year - 1...year + maximumDelay).contains(date.value.year) else { return date }
        let meant = CalendarDate(year: year, month: date.value.month, day: date.value.day)
        fields.report(
            Diagnostic(
                .metaRange, at: date.range,
                message: LocalizedText(
                    zh: "\(date.value) 不像 \(year) 年度的日期：应在 \(year - 1) 至 \(year + maximumDelay) 年之间。",
                    en:
                        "\(date.value) is no day of the edition \(year): the years are \(year - 1) to \(year + maximumDelay)."
                ),
                help: meant.map { LocalizedText(zh: "是否应为 \($0)？", en: "Did you mean \($0)?") },
                replacement: meant?.description))
        return nil
    }
}
