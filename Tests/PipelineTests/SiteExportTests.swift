import Diagnostics
import Pipeline
import Rules
import Testing
import Values

@Suite("Exports")
struct SiteExportTests {
    /// What is said of withdrawals, by an export and by a build.
    private func remarks(asOf day: String?, withdrawn: String) throws -> (export: [String], build: [String]) {
        let site = try AddressedSite()
        try site.replace("2020-03-01", with: withdrawn, in: "content/awards/2019/roster.csv")
        // The site is made on 2020-12-01.
        var options = site.options
        options.asOf = try day.map { try #require(CalendarDate(iso: $0)) }
        let remarks = { (report: DiagnosticReport) in
            report.entries.map(\.diagnostic).filter { $0.rule == .withdrawalAhead }.map(\.message.en)
        }
        return (remarks(try SiteExport(options).report), remarks(try Build.run(options).report))
    }

    @Test(
        "a withdrawal that has come is right in an export as of an earlier day, as in a build of that day",
        arguments: ["2020-02-01", "2020-02-29", "2020-03-01", "2020-12-01", nil])
    func earlierDay(day: String?) throws {
        let (export, build) = try remarks(asOf: day, withdrawn: "2020-03-01")
        #expect(export.isEmpty && build.isEmpty)
    }

    @Test("one that has not come is told by both", arguments: ["2020-02-01", "2020-12-01", nil])
    func dayAhead(day: String?) throws {
        let (export, build) = try remarks(asOf: day, withdrawn: "2020-12-02")
        #expect(export.count == 1 && export == build)
    }
}
