import Content
import Diagnostics
import SiteModel
import Values

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
                cell(ofYears[year], SiteURL.edition(year, of: record.province))
            }
            return [HTML.escaped(name)] + cells + [count(ofYears.values.reduce(0, +))]
        }
        let sums = [all] + years.map { count(totals[$0] ?? 0) } + [count(site.teams.count)]
        return "<p>\(note[words])</p>"
            + HTML.table(
                [LocalizedText(zh: "省份", en: "Province")[words]] + years.map(String.init) + [all], [sums] + rows,
                style: "coverage")
    }

    /// How many regions have no team. The Xinjiang Production and Construction Corps is none of the 34 provincial-level
    /// regions, and is told apart.
    private var note: LocalizedText {
        let present = Set(site.teams.map(\.province.slug))
        let regions = site.provinces.filter { $0.province.countsToSlug == nil }
        let missing = regions.count { !present.contains($0.province.slug) }
        let apart = site.provinces.filter { $0.province.countsToSlug != nil && !present.contains($0.province.slug) }
        var zh = "\(regions.count) 个省级行政区中，\(missing) 个还没有班组"
        var en = "Of \(regions.count) regions \(missing.counting("has", "have")) no team yet"
        for record in apart {
            zh += "；\(record.province.fullName)也还没有"
            en += "; nor has \(record.province.englishName)"
        }
        return LocalizedText(zh: zh + "。", en: en + ".")
    }

    private func cell(_ number: Int?, _ url: String) -> String {
        number.map { HTML.link(site.configuration.baseURL.href(url), "\($0)") } ?? count(0)
    }

    private func count(_ number: Int) -> String {
        number > 0 ? "\(number)" : "<span class=\"gap\">–</span>"
    }
}
