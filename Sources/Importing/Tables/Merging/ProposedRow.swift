import Content
import Diagnostics
import Values

/// A row that a table proposes for a roster.
package struct ProposedRow: Sendable {
    /// A value in its canonical form (`RosterColumn.canonical`).
    package struct Value: Sendable, Hashable {
        package let text: String
        /// Whether it does not stand in the table but follows from what does.
        package let isProposed: Bool

        package init(_ text: String, isProposed: Bool = false) {
            self.text = text
            self.isProposed = isProposed
        }
    }

    /// Values of the columns that the table has something for. An empty text clears the cell.
    package var values: [RosterColumn: Value]
    /// Where the row stands in the table.
    package let place: String
    /// What is to be said about province and recommender when the roster does not know the team already.
    let notesWhenNew: [Diagnostic]
    /// Whether its recommender is empty where others are named, so that nothing tells how it applied.
    let lacksRecommender: Bool

    package init(
        values: [RosterColumn: Value], place: String, notesWhenNew: [Diagnostic] = [], lacksRecommender: Bool = false
    ) {
        self.values = values
        self.place = place
        self.notesWhenNew = notesWhenNew
        self.lacksRecommender = lacksRecommender
    }

    package subscript(column: RosterColumn) -> String? { values[column]?.text }

    var team: String { self[.team] ?? "" }
    var enterprise: String { self[.enterprise] ?? "" }

    /// The team as others may name it; a province that only follows from other cells says nothing.
    var named: NamedTeam {
        let province = values[.province].flatMap { $0.isProposed ? nil : Province(named: $0.text) }
        return NamedTeam(team: team, enterprise: enterprise, province: province)
    }

    /// Equal for two spellings of one team of one enterprise.
    var key: String { Self.key(team: team, enterprise: enterprise) }

    static func key(team: String, enterprise: String) -> String {
        ComparableName.key(enterprise) + "/" + ComparableName.key(team)
    }
}
