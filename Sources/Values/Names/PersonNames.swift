/// Names of persons in the names of teams: 李明班组 is not 李敏班组, though the two sound nearly alike, and `养护班组（张三）` names
/// somebody.
package enum PersonNames {
    /// Whether a text names a person, by a label or a telephone, or may be nothing but a name.
    package static func areIn(_ text: String) -> Bool {
        let plain = ValueProposal.halfWidth(text).filter { !$0.isWhitespace }
        return isTelephone(plain) || isLabelled(plain) || mayBe(plain)
    }

    /// Whether the whole name of a team or an enterprise is that of a person: 张三. Words that begin as names do, such as 石桥 and 金桥, are
    /// places.
    static func isWhole(_ text: String) -> Bool {
        (2...3).contains(text.count) && mayBe(text) && !["公司", "集团", "企业", "单位"].contains(where: text.hasSuffix)
    }

    /// Whether the tokens before the first word of the trade may be a person's name: a surname and one or two characters, none of
    /// which ends a place's name.
    static func begins(_ tokens: [NameToken]) -> Bool {
        let words = KnownWords(tokens)
        let own = tokens.indices.prefix { index in
            if case .character = tokens[index] { !words.holds(index) } else { false }
        }
        guard (2...3).contains(own.count), case .character(let first) = tokens[0], surnames.contains(first) else {
            return false
        }
        return !tokens[own.count - 1].isPlaceEnding
    }

    /// Whether a text may be names of persons and nothing else: a surname, and one or two characters that make no word of the
    /// trade and no place with it.
    static func mayBe(_ text: String) -> Bool {
        areNames(text) { name in
            name.count <= 3 && name.first.map(surnames.contains) ?? false
        }
    }

    /// Whether a text has the form of names, where persons are asked for: two to four Han characters each.
    static func areFormed(_ text: String) -> Bool { areNames(text) { _ in true } }

    private static func areNames(_ text: String, _ isOne: (String) -> Bool) -> Bool {
        let names = text.split { "、,/;".contains($0) }.map { $0.filter { $0 != "·" } }
        return !names.isEmpty
            && names.allSatisfy { name in
                let isHan = name.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) }
                let endsAsWord = name.last.map(endings.contains) ?? true
                return (2...4).contains(name.count) && isHan && !endsAsWord && !TradeWords.areIn(name)
                    && PlaceReading(name) == .unknown && isOne(name)
            }
    }

    /// Whether a text says who leads or is to be asked: 班组长：张三, 负责人李四.
    static func isLabelled(_ text: String) -> Bool {
        for label in labels {
            guard let range = text.firstRange(of: label) else { continue }
            let rest = String(text[range.upperBound...].drop { ":,、".contains($0) })
            if range.lowerBound == text.startIndex, mayBe(rest) || isTelephone(rest) { return true }
            // 张三（班长）.
            if rest.isEmpty, mayBe(String(text[..<range.lowerBound])) { return true }
        }
        return false
    }

    /// Whether a text holds the number of a telephone: seven digits or more in a row, with dashes at most.
    static func isTelephone(_ text: String) -> Bool {
        let digits = text.filter { $0 != "-" }
        return digits.split { !($0.isASCII && $0.isNumber) }.contains { $0.count >= 7 }
    }

    private static let labels = [
        "班组长", "班长", "组长", "队长", "负责人", "联系人", "带班", "班组负责人", "手机", "电话", "联系电话", "法人", "法定代表人", "法人代表", "经办人", "经理",
        "项目经理",
    ]

    /// What ends words for shifts, sections and places, which begin as surnames do: 白班, 江段, 金牌, 石塘.
    private static let endings = Set<Character>(
        "班组队段区标期季线号名人岗部处科室所厂院牌片类型级路桥街镇乡村县市港湾岛门口站塔楼坝渠溪塘浦泾巷弄寺庙庄堡岭坡洲滩湖河")

    /// The hundred and fifty most frequent ones (the yearly reports of names of the Ministry of Public Security).
    private static let surnames = Set<Character>(
        """
        王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆\
        范汪廖石金韦贾夏傅方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施樊葛兰殷洪\
        俞安章鲁齐伍庄柯梅倪翁温芦季关童左岳祁尚焦欧耿申柳骆代游
        """)
}
