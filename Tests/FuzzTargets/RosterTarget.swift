import Content
import Importing

/// Rosters, which are read for the site, edited by imports, and imported as tables.
enum RosterTarget {
    static func brokenPromises(with bytes: [UInt8]) -> [String] {
        let result = MemorySource.result(with: [MemorySource.rosterPath: bytes])
        let rows = result.content?.editions.first?.roster ?? []
        return FindingPromises.broken(by: result.diagnostics) + brokenByPrinting(rows) + brokenByEditing(bytes)
            + WorkbookTarget.brokenPromises(withFile: bytes, named: "table.csv")
    }

    /// Rows that were understood are written in the words of the program and read again: they are the same.
    private static func brokenByPrinting(_ rows: [RosterRow]) -> [String] {
        guard !rows.isEmpty else { return [] }
        let header = ["id", "team", "enterprise", "province", "mode", "recommender", "members"]
        let cells = rows.map { row in
            [
                row.id.value.text, row.team.value, row.enterprise.value, row.province.value.shortName,
                row.mode.value.rawValue, row[RosterFields.recommender]?.value ?? "",
                row[RosterFields.members].map { "\($0.value)" } ?? "",
            ]
        }
        let printed = Array(CSVTable.text([header] + cells).utf8)
        let again = MemorySource.result(with: [MemorySource.rosterPath: printed]).content?.editions.first?.roster ?? []
        func facts(_ rows: [RosterRow]) -> [[String]] {
            rows.map { row in
                [
                    row.id.value.text, row.team.value, row.enterprise.value, row.province.value.code,
                    row.mode.value.rawValue, row[RosterFields.recommender]?.value ?? "",
                    row[RosterFields.members].map { "\($0.value)" } ?? "",
                ]
            }
        }
        return facts(again) == facts(rows) ? [] : ["rows that are written anew are others"]
    }

    /// A roster that nobody edits stays as it is; an empty one gets the mark with which spreadsheet programs know UTF-8.
    private static func brokenByEditing(_ bytes: [UInt8]) -> [String] {
        guard !bytes.isEmpty, let file = try? RosterFile(bytes, path: MemorySource.rosterPath), !file.wasReencoded
        else { return [] }
        return file.bytes == bytes ? [] : ["a roster that was not edited is written otherwise"]
    }
}
