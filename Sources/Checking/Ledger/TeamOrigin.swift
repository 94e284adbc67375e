import Content
import Diagnostics
import Values

/// Who put a team forward: its enterprise, or an association by name.
enum TeamOrigin: Hashable {
    case selfNominated
    case recommended(by: String)

    /// `nil` for a recommended team whose recommender is missing, which is told elsewhere.
    init?(_ row: RosterRow) {
        switch row.mode.value {
        case .selfNominated: self = .selfNominated
        case .recommended:
            guard let name = row[RosterFields.recommender]?.value, !name.isEmpty else { return nil }
            self = .recommended(by: name)
        }
    }

    /// - Parameter kept: as a ledger keeps it; `nil` for an empty text.
    init?(kept: String) {
        guard !kept.isEmpty else { return nil }
        self = kept == ApplicationMode.selfNominated.rawValue ? .selfNominated : .recommended(by: kept)
    }

    /// As a ledger keeps it.
    var kept: String {
        switch self {
        case .selfNominated: ApplicationMode.selfNominated.rawValue
        case .recommended(let name): name
        }
    }

    /// As a correction calls it.
    var words: LocalizedText {
        switch self {
        case .selfNominated: LocalizedText(zh: "企业自荐", en: "self-nominated")
        case .recommended(let name): LocalizedText(same: name)
        }
    }

    /// Where a row says it: the recommender, or that there is none.
    static func range(in row: RosterRow) -> SourceRange {
        row.mode.value == .selfNominated ? row.mode.range : row[RosterFields.recommender]?.range ?? row.mode.range
    }

    /// Whether two texts of corrections or lists say the same of who recommends: 自荐 and 企业自荐; 推荐 is said of whoever does.
    static func areSame(_ one: String, _ other: String) -> Bool {
        switch (RecommenderReading(one), RecommenderReading(other)) {
        case (.named(let one), .named(let other)): ComparableName.key(one) == ComparableName.key(other)
        case (.unnamed, .named), (.named, .unnamed), (.unnamed, .unnamed): true
        case (.selfNominated, .selfNominated), (.nothing, .selfNominated), (.selfNominated, .nothing): true
        default: false
        }
    }
}
