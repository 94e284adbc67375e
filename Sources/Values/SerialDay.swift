/// Days as spreadsheets count them.
package enum SerialDay {
    /// - Parameter serial: days; a fraction is the time of day.
    /// - Returns: `nil` for a day that is none, or outside of 1900 to 2199.
    package static func date(_ serial: Double, countsFrom1904: Bool) -> CalendarDate? {
        guard serial.isFinite, serial >= 0, serial < 200_000 else { return nil }
        let days = Int(serial)
        if countsFrom1904 { return CalendarDate(year: 1904, month: 1, day: 1)?.adding(days: days) }
        // Lotus 1-2-3 took 1900 for a leap year, and all that followed count its 29 February as day 60.
        guard days != 0, days != 60 else { return nil }
        return CalendarDate(year: 1900, month: 1, day: 1)?.adding(days: days < 60 ? days - 1 : days - 2)
    }

    /// The day that a number in a cell without a date format means, where a day is asked for: five digits, as the days of
    /// 1990 to 2100 have.
    package static func date(inText text: String, countsFrom1904: Bool) -> CalendarDate? {
        let text = ValueProposal.halfWidth(text)
        guard text.utf8.count == 5, let serial = Int(text), serial > 0,
            let date = date(Double(serial), countsFrom1904: countsFrom1904), (1990...2100).contains(date.year)
        else { return nil }
        return date
    }
}

extension CalendarDate {
    /// `nil` when the day is outside of the years a date can have.
    fileprivate func adding(days: Int) -> CalendarDate? {
        let number = dayNumber + days
        // A year has 365 or 366 days: the first guess is at most one too far.
        var year = number / 365
        while let start = CalendarDate(year: max(year, 1900), month: 1, day: 1), start.dayNumber > number {
            guard year > 1900 else { return nil }
            year -= 1
        }
        for month in (1...12).reversed() {
            guard let start = CalendarDate(year: year, month: month, day: 1), start.dayNumber <= number else {
                continue
            }
            return CalendarDate(year: year, month: month, day: number - start.dayNumber + 1)
        }
        return nil
    }
}
