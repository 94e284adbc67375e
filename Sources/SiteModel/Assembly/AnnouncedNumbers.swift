import Content
import Diagnostics
import Rules
import Values

/// Compares rosters with the numbers that the association announced. One row too many or too few changes several numbers:
/// that is one finding.
enum AnnouncedNumbers {
    /// Provinces that are named in a message.
    private static let maximumNamedProvinces = 5

    private struct Difference {
        let place: SourceRange?
        let name: LocalizedText
        let announced: Int
        let actual: Int
    }

    /// - Parameter writeUps: all, so that those of teams which the roster lacks are shown.
    static func findings(in editions: [Edition], writeUps: [WriteUpEntry]) -> [Diagnostic] {
        editions.compactMap { edition in
            guard let announced = edition.entry.announced else { return nil }
            let differences = total(of: announced, in: edition) + provinces(of: announced, in: edition)
            guard let first = differences.first else { return nil }
            return Diagnostic(
                .announcedMismatch, at: first.place, message: message(differences),
                help: LocalizedText(
                    zh: "请核对 roster.csv 与公布文件；撤销的班组仍计入公布数。",
                    en: "Compare roster.csv with the announcement; withdrawn teams still count as announced."),
                related: first.actual < first.announced ? lacking(edition, writeUps) : [])
        }
    }

    /// The write-ups of teams that the roster does not have.
    private static func lacking(_ edition: Edition, _ writeUps: [WriteUpEntry]) -> [Diagnostic.Related] {
        let ids = Set(edition.entry.roster.map(\.id.value))
        return writeUps.filter { $0.year == edition.year && !ids.contains($0.teamID) }.map { writeUp in
            Diagnostic.Related(
                LocalizedText(
                    zh: "名单里没有这个班组（\(writeUp.teamID)）", en: "the roster lacks this team (\(writeUp.teamID))"),
                at: writeUp.page.title.range)
        }
    }

    /// The announcement came before any withdrawal, so every row of the roster counts.
    private static func total(of announced: EditionEntry.Announced, in edition: Edition) -> [Difference] {
        let actual = edition.entry.roster.count
        guard let total = announced.total, total.value != actual else { return [] }
        let name = LocalizedText(zh: "\(edition.year) 年度", en: "the edition of \(edition.year)")
        return [Difference(place: total.range, name: name, announced: total.value, actual: actual)]
    }

    private static func provinces(of announced: EditionEntry.Announced, in edition: Edition) -> [Difference] {
        guard !announced.byProvince.isEmpty else { return [] }
        var rows: [Province: Int] = [:]
        for row in edition.entry.roster { rows[row.province.value, default: 0] += 1 }
        var differences: [Difference] = []
        for (province, count) in announced.byProvince {
            let actual = rows.removeValue(forKey: province.value) ?? 0
            guard actual != count.value else { continue }
            differences.append(
                Difference(place: count.range, name: name(of: province.value), announced: count.value, actual: actual))
        }
        for (province, count) in rows.sorted(by: { $0.key < $1.key }) {
            differences.append(
                Difference(
                    place: announced.byProvince.last?.province.range, name: name(of: province), announced: 0,
                    actual: count))
        }
        return differences
    }

    private static func name(of province: Province) -> LocalizedText {
        LocalizedText(zh: province.shortName, en: province.englishName)
    }

    private static func message(_ differences: [Difference]) -> LocalizedText {
        let shown = differences.prefix(maximumNamedProvinces + 1)
        let rest = differences.count - shown.count
        let zh = shown.map { "\($0.name.zh)公布 \($0.announced) 个班组，名单实有 \($0.actual) 个" }.joined(separator: "；")
        let en = shown.map {
            "\($0.announced.counting("team was", "teams were")) announced for \($0.name.en), the roster has \($0.actual)"
        }
        .joined(separator: "; ")
        return LocalizedText(
            zh: zh + (rest > 0 ? "；另有 \(rest) 个省份不符。" : "。"),
            en: en + (rest > 0 ? "; and so on for \(rest) more." : "."))
    }
}
