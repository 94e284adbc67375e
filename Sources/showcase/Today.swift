import ArgumentParser
import Building
import Content
import Foundation

/// The day that commands work on: that of `SOURCE_DATE_EPOCH`, else of the clock.
enum Today {
    /// - Throws: `ValidationError` for a value that is no time.
    static func date() throws -> CalendarDate {
        guard let today = BuildDay.today(environment: ProcessInfo.processInfo.environment, now: Date()) else {
            throw ValidationError(
                """
                SOURCE_DATE_EPOCH must be a number of seconds since 1970, digits only, such as 1606780800. \
                环境变量 SOURCE_DATE_EPOCH 应为 1970 年以来的秒数，只用数字，如 1606780800。
                """)
        }
        return today
    }
}
