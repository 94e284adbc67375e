import Diagnostics

extension NameKind {
    /// What is wrong with a name of a team or an enterprise.
    package enum Fault: Sendable, Hashable {
        /// What stands for the team is no name.
        case noTeam(String)
        case noEnterprise(String)
        case swapped(team: String, enterprise: String)
        case teamIsFirm(String)
        case enterpriseIsTeam(String)
        /// One of the names is not written as a name is.
        case flawed(NameOwner, NameFlaw)
        /// The names of several teams.
        case severalTeams([String])
        /// The name of a team with the number of teams that it stands for.
        case countedTeams(String, Int)
        /// The names of two firms, of which nobody knows whether both are meant.
        case severalFirms([String])

        /// Whether the team's name shows it.
        package var isOfTeam: Bool {
            switch self {
            case .enterpriseIsTeam, .noEnterprise, .severalFirms: false
            case .noTeam, .swapped, .teamIsFirm, .severalTeams, .countedTeams: true
            case .flawed(let owner, _): owner == .team
            }
        }

        /// What an editor is told.
        package var message: LocalizedText {
            switch self {
            case .noTeam(let text):
                LocalizedText(
                    zh: "“\(text)”不是班组的名称，请写班组的名称。", en: "“\(text)” is no name of a team: write the team's name.")
            case .noEnterprise(let text):
                LocalizedText(
                    zh: "“\(text)”不是企业的名称，请写企业的名称。",
                    en: "“\(text)” is no name of an enterprise: write the enterprise's name.")
            case .swapped(let team, let enterprise):
                LocalizedText(
                    zh: "班组名称“\(team)”和企业名称“\(enterprise)”像是填反了。",
                    en: "The team “\(team)” and the enterprise “\(enterprise)” seem to be swapped.")
            case .teamIsFirm(let name):
                LocalizedText(
                    zh: "班组名称“\(name)”是企业的名称，请写班组的名称。",
                    en: "The team “\(name)” is an enterprise: write the team's name.")
            case .flawed(let owner, let flaw): flaw.message(about: owner)
            case .severalTeams(let teams):
                LocalizedText(
                    zh: "这一格有几个班组：\(teams.joined(separator: "、"))；请一行写一个。",
                    en: "The cell holds several teams: \(teams.joined(separator: ", ")): give each a row of its own.")
            case .countedTeams(let name, let count):
                LocalizedText(
                    zh: "“\(name)”写着 \(count) 个：一个班组写一行，名称里不写个数。",
                    en: "“\(name)” says \(count): give each team a row of its own, and no number behind its name.")
            case .severalFirms(let firms):
                LocalizedText(
                    zh:
                        "企业名称写了两家企业：\(firms.joined(separator: "、"))。请只写获得称号的企业；联合申报的，用顿号隔开；同一企业的另一个名称写进 enterprises.yaml 的“名称”。",
                    en:
                        "The enterprise names two firms: \(firms.joined(separator: ", ")). Write the one that has the title; divide joint ones by “、”; another name of the same firm goes into `names` in enterprises.yaml."
                )
            case .enterpriseIsTeam(let name):
                LocalizedText(
                    zh: "企业名称“\(name)”是班组的名称，请写企业的名称。",
                    en: "The enterprise “\(name)” is a team: write the enterprise's name.")
            }
        }
    }
}
