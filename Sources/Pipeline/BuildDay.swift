import Content
import Foundation
import Pictures
import SiteModel
import Values

/// The day a site is built for, when nobody names one.
package enum BuildDay {
    /// The day of `SOURCE_DATE_EPOCH` (reproducible-builds.org) where it is set, else of the clock, both in China's
    /// time whatever the machine's zone. `nil` where the variable holds anything but a number of seconds up to the year
    /// 2199: a build that is to be the same every time must not quietly take the clock instead.
    ///
    /// - Parameter environment: the process's environment.
    package static func today(environment: [String: String], now: Date) -> CalendarDate? {
        guard let text = environment["SOURCE_DATE_EPOCH"] else { return day(ofEpoch: Int(now.timeIntervalSince1970)) }
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let seconds = Int(text), seconds <= lastSecond
        else { return nil }
        return day(ofEpoch: seconds)
    }

    /// 2199-12-31 23:59:59 in China, the last day that sites have.
    private static let lastSecond = 7_258_118_399 - secondsEastOfUTC

    /// China Standard Time has no daylight saving: UTC+8.
    private static let secondsEastOfUTC = 8 * 3600

    /// The civil date of a number of days since 1970-01-01 (proleptic Gregorian calendar).
    private static func day(ofEpoch seconds: Int) -> CalendarDate? {
        let days = (Double(seconds + secondsEastOfUTC) / 86400).rounded(.down)
        // Eras of 400 years that begin on 1 March, so that the leap day is the last of its year.
        let shifted = Int(days) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return CalendarDate(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension BuildOptions {
    /// What of a site's content is public: on the day that somebody named, else that of `site.config`, else today. The one
    /// place that decides it.
    package func assembly(of configuration: SiteConfiguration) -> SiteAssembler.Options {
        let usual = configuration.asOf?.value ?? today
        return SiteAssembler.Options(
            day: asOf ?? usual, includesDrafts: includesDrafts,
            // A site that is asked for as of another day holds what came after it.
            latestDay: asOf == nil ? nil : max(usual, today), canDrawSharePictures: SharePictureStore.canDraw)
    }

    /// What was read, at the address that the options name.
    package func configured(_ read: SiteLoader.Result) -> SiteLoader.Result {
        guard let baseURL, let content = read.content else { return read }
        return SiteLoader.Result(
            content: content.configured(content.configuration.published(at: baseURL)), diagnostics: read.diagnostics)
    }
}
