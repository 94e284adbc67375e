/// What stands in brackets at the end of a name without being a part of it: `甲公司（盖章）`, `乙公司（原丙公司）`, `丁班组（已撤销）`,
/// `戊班组（班组长张某）`.
package enum NameAside: Sendable, Hashable {
    /// The place of a seal.
    case seal
    /// What it was called before.
    case formerName
    /// What it is called now.
    case laterName
    /// That it is not on the list, or not yet.
    case standing(ListStanding)
    /// A person: by its label, a telephone number or the name of the column.
    case person
    /// What looks like a person's name, and may be something else.
    case maybePerson

    /// A name and what stands behind it.
    package struct Found: Sendable, Hashable {
        /// Without the brackets, and without blanks at its end.
        package let name: String
        /// What the brackets hold.
        package let text: String
        package let aside: NameAside
    }

    /// What ends a name; `nil` where all of it is the name's own.
    ///
    /// - Parameters:
    ///   - isOfTeam: whether the name is a team's, not an enterprise's.
    ///   - namesPersons: whether whoever made the table asked for a person in the same place: `班组名称（班组长）`.
    package static func ending(_ name: String, isOfTeam: Bool, namesPersons: Bool = false) -> Found? {
        guard let (outside, inside) = parts(name) else { return nil }
        guard let aside = read(inside, isOfTeam: isOfTeam, namesPersons: namesPersons) else { return nil }
        return Found(name: outside, text: inside, aside: aside)
    }

    /// What the last brackets hold, or what stands behind the last dash or blank, and what stands before it.
    private static func parts(_ name: String) -> (outside: String, inside: String)? {
        let pairs: [Character: Character] = [")": "(", "）": "（", "】": "【", "]": "[", "〕": "〔", "］": "［"]
        let text = name.trimmingSpaces
        if let close = text.last, let open = pairs[close] ?? nil {
            // （…) is typed as often.
            let opens: Set<Character> = "）)".contains(close) ? ["(", "（"] : [open]
            guard let start = text.lastIndex(where: { opens.contains($0) }), start > text.startIndex else { return nil }
            let inside = String(text[text.index(after: start)...].dropLast()).trimmingSpaces
            return inside.isEmpty ? nil : (String(text[..<start]).trimmingSpaces, inside)
        }
        guard let separator = text.lastIndex(where: { separators.contains($0) }), separator > text.startIndex else {
            return nil
        }
        let inside = String(text[text.index(after: separator)...]).trimmingSpaces
        let outside = String(text[..<separator].reversed().drop { separators.contains($0) }.reversed())
        return inside.isEmpty || outside.isEmpty || inside.count > 16 ? nil : (outside, inside)
    }

    private static func read(_ inside: String, isOfTeam: Bool, namesPersons: Bool) -> NameAside? {
        let plain = ValueProposal.halfWidth(inside).filter { !$0.isWhitespace }
        if seals.contains(plain) { return .seal }
        if isFormerName(plain) { return .formerName }
        if laters.contains(where: plain.hasPrefix), plain.count > 3 { return .laterName }
        if let standing = ListStanding(ofTeam: plain) { return .standing(standing) }
        guard isOfTeam else { return nil }
        if PersonNames.isTelephone(plain) || PersonNames.isLabelled(plain) { return .person }
        if namesPersons, PersonNames.areFormed(plain) { return .person }
        return PersonNames.mayBe(plain) ? .maybePerson : nil
    }

    private static let separators = Set<Character>(" 　-—–:：,，;；/、")

    private static let seals: Set<String> = ["盖章", "公章", "章", "签章", "印章", "盖公章", "加盖公章", "签字", "签名", "全称"]
    /// 原浙江市政公司, 原名养护二班; 原水班 and 原平市政 are no former names.
    private static func isFormerName(_ plain: String) -> Bool {
        if ["原名", "原称", "原:", "曾用名", "前身", "旧名", "更名前"].contains(where: plain.hasPrefix) { return true }
        return plain.hasPrefix("原") && !["原水", "原生", "原平", "原材", "原料", "原地"].contains(where: plain.hasPrefix)
            && ["公司", "集团", "班", "组", "队", "院", "局", "厂", "处", "所", "中心", "段"].contains(where: plain.hasSuffix)
    }

    private static let laters = ["现名", "现为", "现更名", "更名为", "现改名", "改名为", "已更名", "后更名"]
}
