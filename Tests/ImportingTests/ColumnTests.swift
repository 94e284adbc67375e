import Content
import Fields
import SiteModel
import Testing

@testable import Importing

extension RosterColumn: CustomTestStringConvertible {
    package var testDescription: String { name }
}

@Suite("Every column that is declared")
struct ColumnTests {
    /// A value as a roster in Chinese has it.
    private func written(_ column: RosterColumn) -> String {
        column.schema.type.firstWord ?? column.schema.example?.zh ?? "文字"
    }

    @Test(
        "is known by its two names and by those of result tables, and by no other column's", arguments: RosterColumn.all
    )
    func names(column: RosterColumn) {
        for name in [column.name, column.chineseName, " \(column.chineseName)　", column.name.uppercased()] {
            #expect(RosterColumn.named(name) == column)
        }
        for name in [column.name, column.chineseName] + column.importNames {
            #expect(TableHeader.meaning(of: name) == .roster(column), "\(name)")
        }
        let others = RosterColumn.all.filter { $0 != column }.flatMap { [$0.name, $0.chineseName] + $0.importNames }
        #expect(Set(others).isDisjoint(with: [column.name, column.chineseName] + column.importNames))
    }

    @Test("is written into a roster that lacks it, and read back", arguments: RosterColumn.all, [true, false])
    func editing(column: RosterColumn, isChinese: Bool) throws {
        let needed: [RosterColumn] = [.id, .team, .enterprise]
        let roster = NewRoster(needed, isChinese: isChinese)
        var file = try RosterFile(
            Array((roster.header + roster.row([.id: "a", .team: "甲班", .enterprise: "乙公司"])).utf8), path: "roster.csv")
        let value = try #require(column.canonical(written(column)))
        let line = try #require(file.rowIndices.first)
        file.set(column, inRow: line, to: value)
        let again = try RosterFile(file.bytes, path: "roster.csv")
        let read = again.text(column, inRow: try #require(again.rowIndices.first))
        #expect(read == column.written(value, isChinese: isChinese))
        #expect(column.canonical(read) == value)
        #expect(String(decoding: file.bytes, as: UTF8.self).contains(column.name(isChinese: isChinese)))
    }

    @Test("is taken from a result table", arguments: RosterColumn.all)
    func importing(column: RosterColumn) throws {
        var values: [RosterColumn: String] = [
            .id: "a-1", .team: "甲班", .enterprise: "浙江乙公司", .province: "浙江", .mode: "self",
        ]
        switch column.presence {
        case .ofRecommended: values[.mode] = "recommended"
        case .ofWithdrawn:
            (values[.standing], values[.withdrawnOn], values[.reason]) = ("withdrawn", "2021-05-15", "投诉")
        case .ofFurtherHonors: values[.honors] = "title;caq-awarded"
        case .always, .asKnown: break
        }
        values[column] = values[column] ?? column.canonical(written(column))
        let table = NewRoster(isChinese: true)
        let imported = try RosterImport(
            Array((table.header + table.row(values)).utf8), name: "t.csv", into: nil,
            surroundings: RosterSurroundings(year: 2021, isChinese: false))
        let merge = try #require(imported.merge, "\(imported.notes)")
        let row = try #require(merge.rows.first)
        #expect(merge.file.text(column, inRow: row.index) == values[column])
    }
}

extension FieldSchema.FieldType {
    /// The first word of a vocabulary.
    fileprivate var firstWord: String? {
        switch self {
        case .word(let words), .list(.word(let words)): words.first?.chinese
        default: nil
        }
    }
}
