import Foundation
import Pipeline
import Testing

@Suite("The day of a build")
struct BuildDayTests {
    @Test(
        "SOURCE_DATE_EPOCH gives the day in China's time",
        arguments: [
            ("0", "1970-01-01"), ("57599", "1970-01-01"), ("57600", "1970-01-02"), ("1589500800", "2020-05-15"),
            ("1582905600", "2020-02-29"), ("1609430399", "2020-12-31"), ("1609430400", "2021-01-01"),
        ])
    func epoch(epoch: String, expected: String) {
        let day = BuildDay.today(environment: ["SOURCE_DATE_EPOCH": epoch], now: Date(timeIntervalSince1970: 1))
        #expect(day?.description == expected)
    }

    @Test(
        "anything but a number of seconds is refused, and never the clock taken instead",
        arguments: [
            "9223372036854775807", "9223372036854775808", "7258089600", "99999999999999999999", "1.5", "abc", "-1", "",
            " 1589500800", "1589500800 ", "+5", "0x10", "１５８９５００８００", "1e9", "today",
        ])
    func wrongEpoch(epoch: String) {
        let now = Date(timeIntervalSince1970: 1_589_500_800)
        #expect(BuildDay.today(environment: ["SOURCE_DATE_EPOCH": epoch], now: now) == nil)
    }

    @Test("the last day that can be is the last of the year 2199 in China")
    func lastDay() {
        let day = BuildDay.today(environment: ["SOURCE_DATE_EPOCH": "7258089599"], now: Date())
        #expect(day?.description == "2199-12-31")
    }

    @Test("without it the clock counts")
    func clock() {
        #expect(
            BuildDay.today(environment: [:], now: Date(timeIntervalSince1970: 1_589_500_800))?.description
                == "2020-05-15")
    }
}
