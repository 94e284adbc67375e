import Diagnostics
import Text

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

    /// In characters: no name of a team, an enterprise or an association is longer.
    package static let longestName = 200

    /// What is wrong with the names of a team and its enterprise; `nil` where nothing is seen to be.
    package static func fault(team: String, enterprise: String) -> Fault? {
        // What is missing is told elsewhere.
        for (name, owner) in [(team, NameOwner.team), (enterprise, .enterprise)] where !name.isEmpty {
            if name.utf8.count > longestName * 3, name.count > longestName {
                return .flawed(owner, .tooLong(name.count))
            }
            if isEnclosed(name) { return .flawed(owner, .enclosed(name)) }
            if !isName(name) { return owner == .team ? .noTeam(name) : .noEnterprise(name) }
            if let flaw = NameTraces.flaw(in: name, of: owner) { return .flawed(owner, flaw) }
        }
        if let count = countOfTeams(team) { return .countedTeams(team, count) }
        if let teams = SeveralNames.teams(in: team) ?? SeveralNames.teamInBrackets(team)
            ?? SeveralNames.gluedTeams(team)
        {
            return .severalTeams(teams)
        }
        if let firms = SeveralNames.firmInBrackets(enterprise) { return .severalFirms(firms) }
        return switch (NameKind(team), NameKind(enterprise)) {
        case (.firm, .team): .swapped(team: team, enterprise: enterprise)
        case (.firm, _): .teamIsFirm(team)
        case (_, .team): .enterpriseIsTeam(enterprise)
        default: nil
        }
    }

    /// The number of teams that a name ends with: `路面班组（2个）`.
    private static func countOfTeams(_ name: String) -> Int? {
        // 路面班组等3个班组
        if let range = name.firstRange(of: "等"), ["个班组", "个班", "支队伍"].contains(where: name.hasSuffix) {
            let number = name[range.upperBound...].prefix { $0.isASCII && $0.isNumber || HanNumeral.isOne($0) }
            if let count = Int(number) ?? HanNumeral.value(number) { return count }
        }
        guard let close = name.last, "）)".contains(close), let open = name.lastIndex(where: { "（(".contains($0) })
        else {
            return nil
        }
        let inside = ValueProposal.halfWidth(String(name[name.index(after: open)...].dropLast()))
            .filter { !$0.isWhitespace && $0 != "共" }
        let digits = inside.prefix { $0.isASCII && $0.isNumber || HanNumeral.isOne($0) }
        guard !digits.isEmpty, ["个", "支", "个班组", "个班", "个小组", "个队"].contains(inside.dropFirst(digits.count)) else {
            return nil
        }
        return Int(digits) ?? HanNumeral.value(digits)
    }

    /// Whether a name is drawn over a line, or stands in brackets or quotation marks as a whole: `＿＿甲班组＿＿`, `《甲班组》`.
    private static func isEnclosed(_ name: String) -> Bool {
        let text = name.trimmingSpaces
        guard let first = text.first, let last = text.last, !first.isLetter || !last.isLetter, !PromptText.isOne(name)
        else { return false }
        if "_＿".contains(first) || "_＿".contains(last) { return true }
        guard let close = enclosing[first], text.count > 2, last == close else { return false }
        return !text.dropFirst().dropLast().contains { $0 == first || $0 == close }
    }

    private static let enclosing: [Character: Character] = [
        "《": "》", "〈": "〉", "【": "】", "「": "」", "『": "』", "“": "”", "\"": "\"", "‘": "’", "(": ")", "（": "）", "[": "]",
        "'": "'",
        "<": ">",
    ]

    /// Whether a text can be the name of a team or an enterprise at all: not a number, a sign, a yes, a place or a word for
    /// something that is missing.
    package static func isName(_ text: String) -> Bool {
        if isPlainlyName(text) { return true }
        guard !PromptText.isOneOrExample(text), !PersonNames.isWhole(text) else { return false }
        let plain = NameFolding.folded(text).filter { $0.isLetter || $0.isNumber }.lowercased()
        let letters = plain.filter(\.isLetter)
        guard letters.count < plain.count || letters.count > 1, !letters.isEmpty else { return false }
        if letters.unicodeScalars.allSatisfy({ $0.value < 0x250 }) {
            return letters.count > 1 && !noNames.contains(plain) && Set(letters).count > 1
        }
        // 2个 and 共2个班组 count, 12班 is a team.
        let counted = plain.drop { "共计合".contains($0) }.drop(while: \.isWholeNumber)
        if counted.count < plain.count, units.contains(String(counted)) { return false }
        guard !countsPersons(plain) else { return false }
        guard !noNames.contains(plain), !plain.allSatisfy({ HanNumeral.isOne($0) || $0.isNumber }) else { return false }
        return !isPlace(text)
    }

    /// Whether a name of eight Chinese characters or more ends as those of teams and firms do, and counts nothing: nearly all
    /// do, and need no further look.
    private static func isPlainlyName(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.count >= 24, ["班组", "公司"].contains(where: text.hasSuffix), !text.hasSuffix("个班组"),
            let first = text.first, !"请单点此在示例范举如".contains(first), !text.contains("某")
        else { return false }
        // The signs of E2, E3 and EF are brackets, circles and full-width letters. 第2工区路面养护班组 is a name as well.
        return bytes.allSatisfy { byte in
            byte >= 0x80 ? byte != 0xE2 && byte != 0xE3 && byte != 0xEF : (0x30...0x39).contains(byte)
        }
    }

    /// 张三等5人, 李四等人, 三十人: persons, of whom a team is made.
    private static func countsPersons(_ plain: String) -> Bool {
        var rest = plain[...]
        for word in ["同志", "同事", "师傅", "工人", "员工", "成员"] where rest.hasSuffix(word) {
            rest = rest.dropLast(word.count)
            break
        }
        guard let unit = rest.last, "人名位".contains(unit) || rest.count < plain.count else { return false }
        if "人名位".contains(unit) { rest = rest.dropLast() }
        let before = rest.reversed().drop { HanNumeral.isOne($0) || $0.isWholeNumber || "几多余".contains($0) }
        return before.first == "等" || before.first == "共"
    }

    /// 浙江省, 宁波市, 浙江: a heading between rows, or a cell in a column that is not its own.
    private static func isPlace(_ text: String) -> Bool {
        // No place ends so, and the table of all places is not made for names of teams.
        guard !["班", "组", "队", "公司"].contains(where: text.hasSuffix),
            case .one(_, let manner) = PlaceReading(text, allowsMore: false)
        else { return false }
        return manner != .slip
    }

    private static let units: Set<String> = [
        "个", "家", "项", "支", "人", "名", "位", "条", "年", "月", "日", "号", "分", "万", "元", "个班组", "个班", "个小组", "家企业", "家单位",
    ]

    /// Words that stand where a name is missing, and the words for the things themselves.
    private static let noNames: Set<String> = [
        "", "待定", "未定", "待填", "待补", "待补充", "待报", "待上报", "待确认", "待核实", "暂定", "暂缺", "不详", "未知", "略", "同上", "如上",
        "见附件", "详见附件", "空白", "是", "否", "有", "对", "错", "同意", "合格", "无名称", "没有名称", "名称", "测试公司", "测试有限公司", "班组", "班组名称",
        "班组名", "小组",
        "小组名称", "团队", "团队名称", "公司", "有限公司", "公司名称", "企业", "企业名称", "单位", "单位名称", "集团", "测试", "true", "false",
        "yes", "no", "ok", "tbd", "tba", "tbc", "na", "none", "nil", "null", "team", "crew", "company", "enterprise",
        "name",
        "test", "unknown", "unnamed",
    ]
}
