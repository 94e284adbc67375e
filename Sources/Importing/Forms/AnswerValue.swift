import Values

/// What people write where a number or a day is asked for, read as everywhere (`StatedValue`).
enum AnswerValue {
    /// A number with or without a unit behind it: `２８人`, `98.5%`, `二十八人`, `二〇二六年度`. `nil` for everything else, such as
    /// `约30人` or `20至30`.
    static func number(_ text: String) -> Double? {
        StatedValue.number(text)?.value ?? StatedValue.year(text).map { Double($0) }
    }

    /// A day as `2026-05-08`, `2026.5.8`, `2026年5月8日` or `二〇二六年五月八日`.
    static func date(_ text: String) -> CalendarDate? { StatedValue.day(text) }
}
