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
        if let seconds = time(text) { return .time(seconds) }
        let isChange = text.utf8.count >= 6 && text.utf8.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
        return isChange ? .change(text) : nil
    }

    /// Days by their distance from today.
    private static let days = ["今天": 0, "today": 0, "昨天": -1, "yesterday": -1, "前天": -2]

    private var calendar: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        return calendar
    }

    /// `2026-11-29`, `2026/11/29`, `2026年11月29日` or a word for a day, with or without a time behind it.
    private func time(_ text: String) -> Int? {
        let parts = text.replacing("T", with: " ").replacing("日", with: "日 ").split(separator: " ").map(String.init)
        guard (1...2).contains(parts.count), var components = day(parts[0]) else { return nil }
        (components.hour, components.minute, components.second) = (23, 59, 59)
        if parts.count == 2 {
            let numbers = parts[1].replacing("：", with: ":").split(separator: ":").map { Int($0) }
            guard (2...3).contains(numbers.count), let hour = numbers[0], let minute = numbers[1],
                let second = numbers.count == 3 ? numbers[2] : 59, (0..<24).contains(hour), (0..<60).contains(minute),
                (0..<60).contains(second)
            else { return nil }
            (components.hour, components.minute, components.second) = (hour, minute, second)
        }
        return calendar.date(from: components).map { Int($0.timeIntervalSince1970) }
    }

    private func day(_ text: String) -> DateComponents? {
        if let distance = Self.days[text.lowercased()] {
            return calendar.date(byAdding: .day, value: distance, to: now).map {
                calendar.dateComponents([.year, .month, .day], from: $0)
            }
        }
        let numbers = text.split(omittingEmptySubsequences: false) { "-/年月".contains($0) }
        guard numbers.count == 3, numbers[0].count == 4, let year = Int(numbers[0]), let month = Int(numbers[1]),
            let day = Int(numbers[2].hasSuffix("日") ? numbers[2].dropLast() : numbers[2]),
            CalendarDate(year: year, month: month, day: day) != nil
        else { return nil }
        return DateComponents(year: year, month: month, day: day)
    }
}
