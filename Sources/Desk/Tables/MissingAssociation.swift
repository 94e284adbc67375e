import Content
import Diagnostics
import Editing
import Rules
import Scaffolding
import Text
import Values

/// An association that a roster names and `associations.yaml` lacks, which a person adds in one step.
struct MissingAssociation {
    static let path = "content/associations.yaml"

    let name: String

    /// - Returns: `nil` for any other finding, where the name is more likely a slip of one that is known, and where it does not say
    ///   what kind of association it is, which a person has to.
    init?(_ finding: Diagnostic, in table: DeskTable, _ cell: (row: Int, column: String?)) {
        guard finding.rule == .danglingReference, finding.replacement == nil, case .roster(let rows) = table,
            cell.column == RosterColumn.recommender.name,
            let column = rows.columns.firstIndex(where: { $0.column == .recommender })
        else { return nil }
        name = rows.text(row: cell.row, column: column).trimmingSpaces
        if name.isEmpty || level == nil { return nil }
    }

    var label: LocalizedText {
        LocalizedText(zh: "把“\(name)”加到协会里", en: "Add “\(name)” to the associations")
    }

    /// The table of associations with this one as its last row: what the name itself says of it, and nothing that it does not.
    ///
    /// - Throws: `DeskRefusal` where the name says no province or level, `EditRefusal` where nothing can be added.
    func added(to table: RecordTable) throws -> RecordTable {
        guard let level, let stem = stem(level) else {
            throw DeskRefusal(
                .invalid, zh: "从“\(name)”看不出是全国、省级还是市级协会，请在“协会”表里添加。",
                en:
                    "“\(name)” does not say whether it is national, provincial or of a city: add it in the table of associations."
            )
        }
        let ids = table.columns.firstIndex { $0.key == "id" }.map { column in Set(table.rows.map { $0[column] }) } ?? []
        var (id, number) = (stem, 2)
        while ids.contains(id) {
            id = "\(stem)-\(number)"
            number += 1
        }
        let values = [
            "id": id, "name": name, "level": level.rawValue,
            "province": level == .national ? "" : PlaceReading.atStart(of: name)?.province.shortName ?? "",
        ]
        return try table.applying([.addRow(at: table.rows.count, table.columns.map { values[$0.key] ?? "" })])
    }

    /// The part of its address: the province, or the name in pinyin.
    private func stem(_ level: AssociationLevel) -> String? {
        level == .provincial ? PlaceReading.atStart(of: name)?.province.slug : AddressName.slug(of: name)
    }

    /// 中国市政工程协会, 浙江省市政行业协会, 宁波市市政行业协会; `nil` where the name does not say it.
    private var level: AssociationLevel? {
        if name.hasPrefix("中国") || name.hasPrefix("全国") { return .national }
        guard let (province, isCertain) = PlaceReading.atStart(of: name), isCertain else { return nil }
        if name.hasPrefix(province.fullName) { return .provincial }
        // 浙江宁波市政协会 may be either.
        return name.hasPrefix(province.shortName) ? nil : .city
    }
}
