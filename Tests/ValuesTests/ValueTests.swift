import Testing

@testable import Values

@Suite("Values")
struct ValueTests {
    @Test("only days that exist are dates", arguments: ["2020-02-29", "1900-01-01", "2199-12-31"])
    func dates(text: String) { #expect(CalendarDate(iso: text)?.description == text) }

    @Test(
        "anything else is no date",
        arguments: [
            "2021-02-29", "2020-13-01", "2020-00-10", "2020-1-1", "20200101", "2020-05-15T00:00", "２０２０-05-15", "",
        ])
    func noDates(text: String) { #expect(CalendarDate(iso: text) == nil) }

    @Test(
        "a relative path is resolved inside the site and never leaves it",
        arguments: [
            ("../2019/zj-003.md", "content/awards/2019/zj-003.md"), ("a.png", "content/awards/2020/a.png"),
            ("./a.png", "content/awards/2020/a.png"), ("../../../site.config", "site.config"),
        ])
    func resolving(relative: String, expected: String) throws {
        let path = try #require(SitePath("content/awards/2020/zj-001.md"))
        #expect(path.resolving(relative)?.text == expected)
        #expect(path.resolving("../../../../etc/passwd") == nil)
    }

    @Test("unsafe paths are none", arguments: ["", "/etc", "a//b", "a/../b", "./a", "a\\b", "a\u{0}b"])
    func unsafe(text: String) { #expect(SitePath(text) == nil) }

    @Test(
        "days of the week",
        arguments: [
            ("2020-02-29", true), ("2020-03-01", true), ("2020-03-02", false), ("2021-11-19", false),
            ("2000-01-01", true),
        ])
    func weekend(text: String, expected: Bool) throws {
        let date = try #require(CalendarDate(iso: text))
        #expect(CalendarDate.isWeekend(dayNumber: date.dayNumber) == expected)
    }
}
