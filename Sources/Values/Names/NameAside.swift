/// What stands in brackets at the end of a name without being a part of it: `甲公司（盖章）`, `乙公司（原丙公司）`, `丁班组（已撤销）`,
/// `戊班组（班组长张某）`.
package enum NameAside: Sendable, Hashable {
    /// The place of a seal.
    case seal
    /// The address, postal code or registered number of an enterprise.
    case particulars
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

        package init(name: String, text: String, aside: NameAside) {
            self.name = name
            self.text = text
            self.aside = aside
        }
    }

    /// What ends a name; `nil` where all of it is the name's own.
    ///
    /// - Parameters:
    ///   - isOfTeam: whether the name is a team's, not an enterprise's.
    ///   - namesPersons: whether whoever made the table asked for a person in the same place: `班组名称（班组长）`.
    package static func ending(_ name: String, isOfTeam: Bool, namesPersons: Bool = false) -> Found? {
        guard mayHave(name) else { return nil }
        if let found = blankDay(name) { return found }
        guard let (outside, inside) = parts(name) else { return nil }
        guard let aside = read(inside, isOfTeam: isOfTeam, namesPersons: namesPersons) else { return nil }
        return Found(name: outside, text: inside, aside: aside)
    }

    /// Whether a name has a bracket or a separator at all: most are Chinese characters alone.
    private static func mayHave(_ name: String) -> Bool {
        name.utf8.contains { byte in
            // Signs of ASCII, and the first bytes of dashes, of Chinese stops and brackets, and of full-width signs.
            byte < 0x30 || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
                || [0xE2, 0xE3, 0xEF].contains(byte)
        }
    }

    /// What the last brackets hold, or what stands behind the last dash or blank, and what stands before it.
    private static func parts(_ name: String) -> (outside: String, inside: String)? {
        let text = name.trimmingSpaces
        if let close = text.last, let opens = brackets[close] {
            var depth = 0
            let start = text.indices.last { index in
                if text[index] == close { depth += 1 }
                guard opens.contains(text[index]) else { return false }
                depth -= 1
                return depth == 0
            }
            guard let start, start > text.startIndex else { return nil }
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

    /// The place of a day that nobody filled in: `甲公司（公章）   年  月  日`.
    private static func blankDay(_ name: String) -> Found? {
        let end = name.reversed().prefix { $0.isWhitespace || "年月日_＿".contains($0) }
        guard String(end.reversed().filter { "年月日".contains($0) }) == "年月日", end.count < name.count else { return nil }
        return Found(name: String(name.dropLast(end.count)).trimmingSpaces, text: "年月日", aside: .seal)
    }

    private static func read(_ inside: String, isOfTeam: Bool, namesPersons: Bool) -> NameAside? {
        let plain = ValueProposal.halfWidth(inside).filter { !$0.isWhitespace }
        if seals.contains(plain) { return .seal }
        if let other = otherName(plain) { return other }
        if let standing = ListStanding(ofTeam: plain) { return .standing(standing) }
        if !isOfTeam, areParticulars(plain) { return .particulars }
        if PersonNames.isTelephone(plain) || PersonNames.isLabelled(plain) { return .person }
        guard isOfTeam else {
            return PersonNames.mayBe(plain) && !regions.contains(plain) ? .maybePerson : nil
        }
        if countsPersons(plain) { return .particulars }
        if namesPersons, PersonNames.areFormed(plain) { return .person }
        return PersonNames.mayBe(plain) ? .maybePerson : nil
    }

    /// `12人`, which counts who is in the team.
    private static func countsPersons(_ plain: String) -> Bool {
        let number = plain.drop { $0 == "共" }.prefix { $0.isASCII && $0.isNumber || HanNumeral.isOne($0) }
        return !number.isEmpty && !plain.hasPrefix("共") && ["人", "名"].contains(plain.dropFirst(number.count))
    }

    /// Parts of the country in the names of enterprises, which begin as names of persons do.
    private static let regions: Set<String> = ["华东", "华南", "华北", "华中", "江南", "江北", "安防", "金融", "石化", "康养", "文旅", "路桥"]

    /// `南京市某路1号`, `210000`, `91330100MA27XXXX0X`.
    private static func areParticulars(_ plain: String) -> Bool {
        if ["地址", "邮编", "邮政编码", "统一社会信用代码", "信用代码", "注册地址", "以下简称", "简称"].contains(where: plain.hasPrefix) {
            return true
        }
        if ["国企", "央企", "民企", "国有企业", "民营企业"].contains(plain) || plain.hasSuffix("资质") { return true }
        let isASCII = plain.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        }
        let digits = plain.count { $0.isASCII && $0.isNumber }
        if isASCII { return digits == 6 && plain.utf8.count == 6 || (15...18).contains(plain.utf8.count) && digits > 7 }
        return ["号", "室", "楼", "层", "幢", "栋", "座"].contains(where: plain.hasSuffix)
            && plain.contains { "路街道巷弄村镇大".contains($0) } && plain.contains { $0.isNumber }
    }

    private static let separators = Set<Character>(" 　-—–:：,，;；/、")

    /// By what opens each: （…) is typed as often.
    private static let brackets: [Character: Set<Character>] = [
        "）": ["（", "("], ")": ["（", "("], "】": ["【"], "]": ["[", "［"], "］": ["[", "［"], "〕": ["〔"],
    ]

    /// 原浙江市政公司, 曾用名乙, 现更名为丙.
    private static func otherName(_ plain: String) -> NameAside? {
        func begins(_ beginnings: [String]) -> Bool {
            beginnings.contains { plain.hasPrefix($0) && plain.count > $0.count }
        }
        if begins(laters) { return .laterName }
        if begins(formers) { return .formerName }
        // 原平 is a place, 原水 a word of the trade, 现代 one of any: the rest has to be a name, and a branch is none.
        guard let first = plain.first, "原现".contains(first), PlaceReading.atStart(of: plain) == nil else { return nil }
        let rest = plain.dropFirst()
        guard let second = rest.first, !"水料材址地油煤代场有生".contains(second),
            !["分公司", "子公司"].contains(where: rest.hasSuffix),
            endings.contains(where: { rest.hasSuffix($0) && rest.count > $0.count })
        else { return nil }
        return first == "原" ? .formerName : .laterName
    }

    private static let laters = ["现名", "现称", "现为", "现更名", "现改名", "已更名", "更名为", "改名为", "后更名"]

    private static let formers = ["原名", "原称", "原:", "曾用名", "旧称", "旧名", "前身", "更名前"]

    /// How names of firms and teams end.
    private static let endings = ["公司", "集团", "中心", "班", "组", "队", "院", "局", "厂", "处", "所", "段"]

    private static let seals: Set<String> = [
        "盖章", "公章", "章", "签章", "印章", "盖公章", "加盖公章", "单位盖章", "单位公章", "企业盖章", "企业公章", "协会盖章", "盖章处", "签字", "签名", "签字盖章",
        "签字并盖章", "全称", "seal", "stamp",
    ]
}
