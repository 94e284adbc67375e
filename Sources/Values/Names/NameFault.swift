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
        /// A name with brackets, quotation marks or lines around it.
        case enclosed(String, isOfTeam: Bool)
        /// The names of several teams.
        case severalTeams([String])
        /// More characters than a name has.
        case tooLong(Int, isOfTeam: Bool)
        /// A name of which a conversion has lost characters or left its signs: what shows it.
        case lossy(String, String, isOfTeam: Bool)
        /// A name with the number of its row before it.
        case numbered(String, String, isOfTeam: Bool)
        /// Words or signs that are no part of a name, and are not in brackets.
        case surplus(String, String, isOfTeam: Bool)
        /// A name that stands there several times, given once.
        case repeated(String, isOfTeam: Bool)
        /// The name of a team with the number of teams that it stands for.
        case countedTeams(String, Int)
        /// The names of two firms, of which nobody knows whether both are meant.
        case severalFirms([String])

        /// Whether the team's name shows it.
        package var isOfTeam: Bool {
            switch self {
            case .enterpriseIsTeam, .noEnterprise, .severalFirms: false
            case .noTeam, .swapped, .teamIsFirm, .severalTeams, .countedTeams: true
            case .enclosed(_, let isOfTeam), .tooLong(_, let isOfTeam), .lossy(_, _, let isOfTeam),
                .numbered(_, _, let isOfTeam), .surplus(_, _, let isOfTeam), .repeated(_, let isOfTeam):
                isOfTeam
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
            case .enclosed(let text, let isOfTeam):
                LocalizedText(
                    zh: "“\(text)”前后有括号、引号或下划线，请只写\(isOfTeam ? "班组" : "企业")的名称。",
                    en:
                        "“\(text)” has brackets, quotation marks or lines around it: write the name of the \(isOfTeam ? "team" : "enterprise") alone."
                )
            case .severalTeams(let teams):
                LocalizedText(
                    zh: "这一格有几个班组：\(teams.joined(separator: "、"))；请一行写一个。",
                    en: "The cell holds several teams: \(teams.joined(separator: ", ")): give each a row of its own.")
            case .tooLong(let count, let isOfTeam):
                LocalizedText(
                    zh: "\(isOfTeam ? "班组" : "企业")名称有 \(count) 个字，最多 \(longestName) 个字。",
                    en:
                        "The name of the \(isOfTeam ? "team" : "enterprise") has \(count) characters; at most \(longestName) are allowed."
                )
            case .lossy(let name, let trace, let isOfTeam):
                LocalizedText(
                    zh: "“\(name)”里的“\(trace)”像是转换格式时丢了字或留下的符号，请对照原件写\(isOfTeam ? "班组" : "企业")的名称。",
                    en:
                        "“\(trace)” in “\(name)” seems to be what a conversion lost or left behind: write the name of the \(isOfTeam ? "team" : "enterprise") after the original."
                )
            case .numbered(let name, let number, let isOfTeam):
                LocalizedText(
                    zh: "“\(name)”前面的“\(number)”像是序号，请只写\(isOfTeam ? "班组" : "企业")的名称。",
                    en:
                        "“\(number)” before “\(name)” seems to be the number of a row: write the name of the \(isOfTeam ? "team" : "enterprise") alone."
                )
            case .surplus(let name, let part, let isOfTeam):
                LocalizedText(
                    zh: "“\(name)”里的“\(part)”不像名称的一部分，或者名称没有写完；请写\(isOfTeam ? "班组" : "企业")的全称。",
                    en:
                        "“\(part)” in “\(name)” seems to be no part of the name, or the name is cut off: write the full name of the \(isOfTeam ? "team" : "enterprise")."
                )
            case .repeated(let once, let isOfTeam):
                LocalizedText(
                    zh: "\(isOfTeam ? "班组" : "企业")名称“\(once)”连写了几遍，请只写一遍。",
                    en: "The name “\(once)” stands there several times: write it once.")
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
