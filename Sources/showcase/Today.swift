import ArgumentParser
import Building
import Content
import Foundation

/// The day that commands work on: that of `SOURCE_DATE_EPOCH`, else of the clock.
enum Today {
    /// - Throws: `ValidationError` for a value that is no time.
    static func date() throws -> CalendarDate {
        guard let today = BuildDay.today(environment: ProcessInfo.processInfo.environment, now: Date()) else {
            throw ValidationError("SOURCE_DATE_EPOCH is out of range. SOURCE_DATE_EPOCH 超出范围。")
        }
        return today
    }
}
