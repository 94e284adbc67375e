import Content
import Diagnostics
import SiteModel

/// Teams by province and year, with the gaps.
struct CoverageTable {
    let site: Site
    let words: MessageLanguage

    var html: String {
        let years = site.editions.map(\.year)
        guard !years.isEmpty else {
            return "<p>\(LocalizedText(zh: "还没有年度。", en: "There is no edition yet.")[words])</p>"
        }
        var counts: [String: [Int: Int]] = [:]
        var totals: [Int: Int] = [:]
        for team in site.teams {
            counts[team.province.slug, default: [:]][team.year, default: 0] += 1
            totals[team.year, default: 0] += 1
        }
        let all = LocalizedText(zh: "合计", en: "All")[words]
        let rows = site.provinces.map { record -> [String] in
            let ofYears = counts[record.province.slug] ?? [:]
            let name = words == .zh ? record.province.shortName : record.province.englishName
            let cells = years.map { year in
                cell(ofYears[year], "/awards/\(year)/\(record.province.slug)/")
            }
            return [HTML.escaped(name)] + cells + [count(ofYears.values.reduce(0, +))]
        }
        let sums = [all] + years.map { count(totals[$0] ?? 0) } + [count(site.teams.count)]
        let missing = rows.count { $0.last == count(0) }
        let note = LocalizedText(
            zh: "\(rows.count) 个省级行政区中，\(missing) 个还没有班组。",
            en: "Of \(rows.count) regions \(missing.counting("has", "have")) no team yet.")
        return "<p>\(note[words])</p>"
            + HTML.table(
                [LocalizedText(zh: "省份", en: "Province")[words]] + years.map(String.init) + [all], [sums] + rows,
                style: "coverage")
    }

    private func cell(_ number: Int?, _ url: String) -> String {
        number.map { HTML.link(site.configuration.baseURL.href(url), "\($0)") } ?? count(0)
    }

    private func count(_ number: Int) -> String {
        number > 0 ? "\(number)" : "<span class=\"gap\">–</span>"
    }
}
