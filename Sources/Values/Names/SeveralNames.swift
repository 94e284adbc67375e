/// Several names that stand where one is asked for.
package enum SeveralNames {
    /// The names of several teams: a line each, or with signs between them; `nil` for one.
    ///
    /// - Parameter bare: a name without what stands beside it, such as the mark of a note.
    package static func teams(in text: String, bare: (String) -> String = { $0 }) -> [String]? {
        // Nearly no name has any, and every row of every roster is asked.
        guard text.unicodeScalars.contains(where: mayBeSeparator) else { return nil }
        let names = text.split(whereSeparator: isSeparator).map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
            .map(bare)
        // 和平班组 begins with no other team, and 一队 of 养护班组，一队 is a part of it.
        guard names.count > 1,
            names.allSatisfy({ name in teamEndings.contains { name.hasSuffix($0) } && name.count > 1 }),
            !["班组", "小组", "班", "团队"].contains(names[1]),
            !names.dropFirst().contains(where: { isNumberAlone($0) && !isNumbered(names[0]) })
        else { return nil }
        return names
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
        case "、", "，", ",", ";", "；", "/", "和", "及", "与", "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}",
            "\u{2029}":
            true
        default: false
        }
    }

    private static func isSeparator(_ character: Character) -> Bool {
        character.isNewline || "、，,;；/和及与".contains(character)
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
