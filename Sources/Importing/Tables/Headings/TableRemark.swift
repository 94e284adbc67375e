import Values

/// Rows that are no teams and no headings: totals, notes, signatures, page numbers.
enum TableRemark {
    /// What a row that adds up says.
    struct Total {
        /// As it stands, on one line.
        let name: String
        /// The numbers of it, without those of persons and money; none where it says no number.
        let counts: [Int]
        /// Whether it adds up the whole list, not a part of it.
        let isWhole: Bool
        /// Whether it may add up the whole list as well as the part above it.
        var mayBeOfAll = false
    }

    /// A row that adds up: `合计 300`, `小计：12 个`, `浙江省小计 12`.
    ///
    /// - Parameter texts: of the row, from left to right.
    static func total(in texts: [String]) -> Total? {
        guard let place = texts.firstIndex(where: { !$0.isEmpty }) else { return nil }
        let name = ValueText.halfWidth(texts[place]).filter { !$0.isWhitespace }
        let others = texts[(place + 1)...].map { ValueText.halfWidth($0).filter { !$0.isWhitespace } }
        if let count = bareCount(name), others.allSatisfy(\.isEmpty) {
            return Total(name: texts[place].onOneLine, counts: [count], isWhole: false, mayBeOfAll: true)
        }
        let wholes = ["合计", "总计", "共计", "总数"]
        guard let word = (wholes + ["小计"]).lazy.compactMap({ name.firstRange(of: $0) }).first else { return nil }
        let rest = name[word.upperBound...]
        // A team may be called 合计班: only numbers and their words may follow.
        guard rest.allSatisfy({ $0.isNumber || ":共个项家组班团队支名条()".contains($0) }) else { return nil }
        // 浙江省小计, 本页合计
        let isOfPart = word.lowerBound > name.startIndex
        if isOfPart {
            let areNumbers = others.allSatisfy { $0.isEmpty || isAmount($0) }
            guard name[..<word.lowerBound].count <= 12, areNumbers else { return nil }
        }
        let counts = ([String(rest)] + others).compactMap { text -> Int? in
            let digits = text.filter { $0.isASCII && $0.isNumber }
            return digits.isEmpty || digits.count > 6 || text.contains { "人元%".contains($0) } ? nil : Int(digits)
        }
        return Total(
            name: texts[place].onOneLine, counts: counts, isWhole: !isOfPart && wholes.contains { name.hasPrefix($0) })
    }

    /// The number of a row that says nothing else: `共1个`, `（共 3 个班组）`.
    private static func bareCount(_ name: String) -> Int? {
        var text = name.filter { !"()".contains($0) }[...]
        guard text.hasPrefix("共") else { return nil }
        text = text.drop { "共计有:".contains($0) }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let units: Set<Substring> = ["", "个", "个班组", "家", "家企业", "项", "支", "个班", "个小组"]
        return digits.count < 6 && units.contains(text.dropFirst(digits.count)) ? Int(digits) : nil
    }

    /// `12`, `3个`, `28人`, `/`.
    private static func isAmount(_ text: String) -> Bool {
        let unit = text.drop { ($0.isASCII && $0.isNumber) || "共.,".contains($0) }
        return unit.count <= 2 && (unit.count < text.count || BlankValue.isOne(text))
    }

    /// What is shown of a row that says nothing about teams; `nil` for any other row. Of a signature only the labels:
    /// names of people leave no table.
    static func shown(_ texts: [String]) -> String? {
        if let labels = signature(texts) { return labels }
        guard texts.count == 1, let text = texts.first else { return nil }
        let plain = ValueText.halfWidth(text).filter { !$0.isWhitespace }
        let bare = plain.filter { !"()【】[]-—*".contains($0) }
        let isRemark =
            remarkWords.contains { bare.hasPrefix($0) } || wholeRemarks.contains(bare) || isPageNumber(bare)
            || ValueProposal.date(plain) != nil || isMonth(plain) || isHashRemark(text)
        return isRemark ? text.onOneLine : nil
    }

    /// `2030年5月`.
    private static func isMonth(_ text: String) -> Bool {
        let parts = text.split(separator: "年", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].hasSuffix("月") else { return false }
        return StatedValue.year(String(parts[0])) != nil && StatedValue.number(String(parts[1].dropLast())) != nil
    }

    /// Whether a row is a remark, as rosters have them: `# 说明`, but not the number `#1` or the error `#REF!`.
    private static func isHashRemark(_ text: String) -> Bool {
        guard text.hasPrefix("#"), let next = text.dropFirst().first else { return false }
        return next.isWhitespace || !next.isASCII
    }

    private static let remarkWords = [
        "注:", "注1", "注一", "备注:", "说明:", "附注", "附件", "附表", "※", "以上为", "以下无", "以上共", "注意:",
    ]

    private static let wholeRemarks: Set<String> = [
        "排名不分先后", "以下空白", "以下无正文", "续表", "接上页", "转下页", "接下页", "续上表", "以下为空白", "此页无正文", "盖章", "公章", "注", "无",
    ]

    /// 第1页, 第1页共3页, 1/3.
    private static func isPageNumber(_ text: String) -> Bool {
        let rest = text.filter { !($0.isASCII && $0.isNumber) && !"第共页,/".contains($0) }
        return rest.isEmpty && (text.contains("页") || text.contains("/"))
    }

    /// The labels of a line in which people sign: `审核人：… 填表人：… 日期：…`.
    private static func signature(_ texts: [String]) -> String? {
        let parts = texts.map { ValueText.halfWidth($0).filter { !$0.isWhitespace } }
        var labels: [String] = []
        for part in parts {
            let label = String(part.prefix { $0 != ":" && $0 != "(" })
            if signatureLabels.contains(where: { label.hasSuffix($0) }), part.contains(":") || part.contains("章)") {
                labels.append(label)
                continue
            }
            // The value beside its label.
            guard !labels.isEmpty, part.count <= 20 else { return nil }
        }
        return labels.isEmpty ? nil : labels.joined(separator: "、")
    }

    private static let signatureLabels = [
        "审核人", "审核", "复核", "复核人", "审批人", "审批", "填表人", "填报人", "制表人", "制表", "填表", "经办人", "经办", "负责人", "联系人", "联系电话", "电话",
        "签字", "签名", "日期", "时间", "盖章", "公章", "填报单位", "制表单位", "报送单位", "上报单位", "填表日期", "主管领导",
    ]

    /// Whether a line is the title of a list rather than a heading in it.
    static func isTitle(_ text: String) -> Bool {
        let plain = text.filter { !$0.isWhitespace }
        return ["名单", "汇总表", "一览表", "登记表", "统计表", "花名册", "明细表", "情况表", "清单", "推荐表", "名录"].contains {
            plain.contains($0)
        }
    }

    /// Whether the title of a list names that of the year's title, or says that the list goes on.
    static func isTitleOfTheList(_ text: String, year: Int) -> Bool {
        guard ListStanding(ofList: text, year: year) == nil else { return false }
        return text.contains("续") || text.contains("信得过班组")
    }
}
