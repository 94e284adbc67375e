/// Several names that stand where one is asked for.
package enum SeveralNames {
    /// The names of several teams: a line each, or with signs between them; `nil` for one.
    ///
    /// - Parameter bare: a name without what stands beside it, such as the mark of a note.
    package static func teams(in text: String, bare: (String) -> String = { $0 }) -> [String]? {
        // Nearly no name has any, and every row of every roster is asked.
        guard text.unicodeScalars.contains(where: mayBeSeparator) else { return nil }
        if let names = named(in: text).map({ $0.map(bare) }) { return names }
        let names = parts(of: text, at: isSeparator).map(bare)
        // 和平班组 begins with no other team, and 一队 of 养护班组，一队 is a part of it.
        guard names.count > 1,
            names.allSatisfy({ name in teamEndings.contains { name.hasSuffix($0) } && name.count > 1 }),
            !["班组", "小组", "班", "团队"].contains(names[1]),
            !names.dropFirst().contains(where: { isNumberAlone($0) && !isNumbered(names[0]) })
        else { return nil }
        return names
    }

    /// 路面班组 管网班组, 路面班组+管网班组, 班组甲 and 班组乙 in two lines: signs that stand within names as well divide those of one ending.
    private static func named(in text: String) -> [String]? {
        let lines = parts(of: text, at: \.isNewline)
        if lines.count > 1, lines.allSatisfy({ $0.hasPrefix("班组") && $0.count > 2 }) { return lines }
        let names = parts(of: text) { $0.isNewline || "、，,;；/".contains($0) || isWeakSeparator($0) }
        guard names.count > 1, let ending = teamEndings.first(where: { names[0].hasSuffix($0) }),
            names.allSatisfy({ $0.hasSuffix(ending) }),
            // 电缆班 甲班 is one team of a shift.
            isNumbered(names[0]) || names.allSatisfy({ $0.count > ending.count + 1 && !isNumberAlone($0) })
        else { return nil }
        return names
    }

    /// Teams in one name without a sign between them, or by their numbers: 路面班组管网班组, 路面一、二、三班, 路面班组（一班、二班）.
    package static func gluedTeams(_ text: String) -> [String]? {
        if let close = text.last, "）)".contains(close), let open = text.lastIndex(where: { "（(".contains($0) }),
            let inside = teams(in: String(text[text.index(after: open)...].dropLast()))
        {
            return inside
        }
        guard let ending = ["班组", "小组", "班", "队"].first(where: text.hasSuffix) else { return nil }
        // 一、二、三 before the ending count; 一、二号泵站班组 is named after two stations.
        let before = text.dropLast(ending.count)
        let numbers = String(
            before.reversed().prefix { HanNumeral.isOne($0) || $0.isWholeNumber || "、至~和及".contains($0) }.reversed())
        let parts = numbers.split { "、至~和及".contains($0) }
        if parts.count > 1, numbers.first.map({ !"、至~和及".contains($0) }) ?? false,
            numbers.last.map({ !"、至~和及".contains($0) }) ?? false
        {
            return parts.map { $0 + ending }
        }
        // 路面一班至三班.
        for joint in ["班至", "班到", "班组至", "班组到", "队至"] {
            if let range = text.firstRange(of: joint), HanNumeral.isOne(text[range.upperBound...].first ?? " ") {
                return [String(text[..<range.upperBound].dropLast()), String(text[range.upperBound...])]
            }
        }
        guard text.hasSuffix("班组"), let first = text.firstRange(of: "班组"), first.upperBound < text.endIndex else {
            return nil
        }
        let (one, other) = (text[..<first.upperBound], text[first.upperBound...])
        guard one.count > 3, other.count > 3, let next = other.first, next.isLetter,
            !["长", "建设", "织", "成员", "内", "管理"].contains(where: other.hasPrefix)
        else {
            return nil
        }
        return [String(one), String(other)]
    }

    /// The names of two teams, of which one stands in brackets: 路面班组（管网班组）; `nil` for a name with a remark.
    package static func teamInBrackets(_ text: String) -> [String]? {
        guard let close = text.last, "）)".contains(close), let open = text.lastIndex(where: { "（(".contains($0) })
        else {
            return nil
        }
        let (outside, inside) = (text[..<open], text[text.index(after: open)...].dropLast())
        guard let ending = ["班组", "小组"].first(where: outside.hasSuffix), inside.hasSuffix(ending),
            outside.count > ending.count, inside.count > ending.count + 1, !honors.contains(where: inside.contains),
            NameAside.ending(text, isOfTeam: true) == nil
        else { return nil }
        return [String(outside), String(inside)]
    }

    /// What teams are called beside their names: 女子班组, 青年文明号班组.
    private static let honors = [
        "女", "青年", "党员", "先锋", "示范", "文明", "劳模", "工匠", "标杆", "先进", "优秀", "星级", "职工", "创新", "攻关", "质量",
    ]

    /// The names of two firms, of which one stands in brackets: 甲有限公司（乙有限公司）; `nil` for a branch, a former name and the like.
    package static func firmInBrackets(_ text: String) -> [String]? {
        guard let close = text.last, "）)".contains(close), let open = text.lastIndex(where: { "（(".contains($0) })
        else {
            return nil
        }
        let (outside, inside) = (text[..<open], text[text.index(after: open)...].dropLast())
        guard outside.hasSuffix("公司"), inside.hasSuffix("公司"), inside.count > 5,
            !["分公司", "子公司", "项目公司"].contains(where: inside.hasSuffix),
            NameAside.ending(text, isOfTeam: false) == nil
        else { return nil }
        return [String(outside), String(inside)]
    }

    /// A joint enterprise of firms that stand in a line each, or behind signs: 甲公司、乙公司. `nil` for one.
    package static func jointEnterprise(in text: String) -> String? {
        let lines = parts(of: text, at: \.isNewline)
        let ends = lines.count > 1 ? firmEndings : ["公司"]
        let firms = lines.count > 1 ? lines : parts(of: text) { "/／；;".contains($0) }
        guard firms.count > 1, firms.allSatisfy({ firm in ends.contains { firm.hasSuffix($0) } && firm.count > 3 })
        else { return nil }
        return firms.joined(separator: "、")
    }

    private static func parts(of text: String, at isSeparator: (Character) -> Bool) -> [String] {
        text.split(whereSeparator: isSeparator).map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
    }

    private static func mayBeSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\u{3000}", "+", "＋", "-", "—", "–", "&", "＆": true
        case "、", "，", ",", ";", "；", "/", "和", "及", "与", "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}",
            "\u{2029}":
            true
        default: false
        }
    }

    private static func isSeparator(_ character: Character) -> Bool {
        character.isNewline || "、，,;；/和及与".contains(character)
    }

    private static func isWeakSeparator(_ character: Character) -> Bool {
        character.isWhitespace || "+＋-—–&＆".contains(character)
    }

    /// 二班 of 钱湾一班、二班.
    private static func isNumberAlone(_ name: String) -> Bool {
        let rest = name.drop { $0 == "第" }.drop { HanNumeral.isOne($0) || $0.isNumber }
        return rest.count < name.count && teamEndings.contains(String(rest))
    }

    /// 钱湾一班.
    private static func isNumbered(_ name: String) -> Bool {
        teamEndings.contains { ending in
            name.hasSuffix(ending)
                && name.dropLast(ending.count).last.map { HanNumeral.isOne($0) || $0.isNumber } ?? false
        }
    }

    private static let teamEndings = ["班", "班组", "小组", "队", "团队"]
    private static let firmEndings = ["公司", "集团", "局", "院", "厂", "处", "所", "中心", "企业", "联合体", "）", ")"]
}
