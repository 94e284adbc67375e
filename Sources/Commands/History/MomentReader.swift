import Foundation
import History
import Values

/// Reads the moments that people name: a change by its digits, a day, a time.
struct MomentReader {
    let now: Date
    let timeZone: TimeZone

    /// `nil` for what is no moment. A day alone, `昨天` among them, is its end.
    func moment(_ text: String) -> SiteHistory.Moment? {
        let text = text.trimmingCharacters(in: .whitespaces)
        if let seconds = dayBefore(text) ?? time(text) { return .time(seconds) }
        let isChange = text.utf8.count >= 6 && text.utf8.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
        return isChange ? .change(text) : nil
    }

    private func dayBefore(_ text: String) -> Int? {
        let days = ["昨天": 1, "yesterday": 1, "前天": 2]
        guard let count = days[text.lowercased()] else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        guard let day = calendar.date(byAdding: .day, value: -(count - 1), to: calendar.startOfDay(for: now)) else {
            return nil
        }
        return Int(day.timeIntervalSince1970) - 1
    }

    /// `2026-11-29`, or with a time behind it.
    private func time(_ text: String) -> Int? {
        let parts = text.replacing("T", with: " ").split(separator: " ").map(String.init)
        guard (1...2).contains(parts.count), let date = CalendarDate(iso: parts[0]) else { return nil }
        var components = DateComponents(year: date.year, month: date.month, day: date.day)
        if parts.count == 2 {
            let numbers = parts[1].replacing("：", with: ":").split(separator: ":").map { Int($0) }
            guard (2...3).contains(numbers.count), let hour = numbers[0], let minute = numbers[1],
                let second = numbers.count == 3 ? numbers[2] : 59, (0..<24).contains(hour), (0..<60).contains(minute),
                (0..<60).contains(second)
            else { return nil }
            (components.hour, components.minute, components.second) = (hour, minute, second)
        } else {
            (components.hour, components.minute, components.second) = (23, 59, 59)
        }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        return calendar.date(from: components).map { Int($0.timeIntervalSince1970) }
    }
}
