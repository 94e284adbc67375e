import Diagnostics

/// What a name is the name of, by its end: a firm is no team, and a team no firm.
package enum NameKind: Sendable, Hashable {
    case firm, team, unclear

    package init(_ name: String) {
        let plain = NameFolding.folded(name)
        if Self.firms.contains(where: plain.hasSuffix), !Self.parts.contains(where: plain.hasSuffix) {
            self = .firm
        } else if Self.teams.contains(where: plain.hasSuffix) {
            self = .team
        } else {
            self = .unclear
        }
    }

    private static let firms = ["公司", "集团"]
    /// Parts of firms, which may well be teams.
    private static let parts = ["分公司", "子公司"]
    private static let teams = ["班组", "小组", "作业班", "突击队", "工班"]

    /// What is wrong with the names of a team and its enterprise; `nil` where nothing is seen to be.
    package static func fault(team: String, enterprise: String) -> Fault? {
        switch (NameKind(team), NameKind(enterprise)) {
        case (.firm, .team): .swapped(team: team, enterprise: enterprise)
        case (.firm, _): .teamIsFirm(team)
        case (_, .team): .enterpriseIsTeam(enterprise)
        default: nil
        }
    }

    package enum Fault: Sendable, Hashable {
        case swapped(team: String, enterprise: String)
        case teamIsFirm(String)
        case enterpriseIsTeam(String)

        /// Whether the team's name shows it.
        package var isOfTeam: Bool {
            if case .enterpriseIsTeam = self { false } else { true }
        }

        /// What an editor is told.
        package var message: LocalizedText {
            switch self {
            case .swapped(let team, let enterprise):
                LocalizedText(
                    zh: "班组名称“\(team)”和企业名称“\(enterprise)”像是填反了。",
                    en: "The team “\(team)” and the enterprise “\(enterprise)” seem to be swapped.")
            case .teamIsFirm(let name):
                LocalizedText(
                    zh: "班组名称“\(name)”是企业的名称，请写班组的名称。",
                    en: "The team “\(name)” is an enterprise: write the team's name.")
            case .enterpriseIsTeam(let name):
                LocalizedText(
                    zh: "企业名称“\(name)”是班组的名称，请写企业的名称。",
                    en: "The enterprise “\(name)” is a team: write the enterprise's name.")
            }
        }
    }
}
