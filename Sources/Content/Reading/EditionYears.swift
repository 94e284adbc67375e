import Diagnostics
import Fields
import Rules
import Values

/// The years in which the days of an edition fall: a mistyped year would hide the edition without a word.
struct EditionYears {
    private let year: Int
    /// An edition is called for in the year before, and may be decided late.
    private var years: ClosedRange<Int> { year - 1...year + 2 }

    init(_ year: Int) { self.year = year }

    /// Reads a day of the edition.
    ///
    /// - Parameter isPossible: what else must hold of a day for it to be proposed.
    /// - Returns: `nil` also for a day that cannot be meant, so that nothing follows from it.
    func date(
        _ name: String, _ fields: inout FieldReader, where isPossible: @escaping (CalendarDate) -> Bool = { _ in true }
    ) -> Located<CalendarDate>? {
        let years = years
        guard let date = fields.date(name, where: { years.contains($0.year) && isPossible($0) }) else { return nil }
        guard !years.contains(date.value.year) else { return date }
        let meant = CalendarDate(year: year, month: date.value.month, day: date.value.day)
            .flatMap { isPossible($0) ? $0 : nil }
        fields.report(
            Diagnostic(
                .metaRange, at: date.range,
                message: LocalizedText(
                    zh: "\(date.value) 不像 \(year) 年度的日期：应在 \(years.lowerBound) 至 \(years.upperBound) 年之间。",
                    en:
                        "\(date.value) is no day of the edition \(year): the years are \(years.lowerBound) to \(years.upperBound)."
                ),
                help: meant.map { LocalizedText(zh: "是否应为 \($0)？", en: "Did you mean \($0)?") },
                replacement: meant?.description))
        return nil
    }
}
