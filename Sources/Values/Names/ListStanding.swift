import Diagnostics

/// What words say against the teams that they stand by being honoured with the year's title: 撤销, 未入选, 备选, 拟推荐, QC小组,
/// 2029年度.
///
/// The one reading of names of sheets, titles, headings, names and cells of columns, remarks and brackets behind names.
package struct ListStanding: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// Lost, refused or given up: 撤销, 未入选, 放弃.
        case denied
        /// Taken only where others drop out: 备选, 候补.
        case reserve
        /// Not decided: 拟推荐, 待定.
        case candidate
        /// Another honour, or persons: QC小组, 专家.
        case otherHonor
        /// Samples, and what counts no more: 示例, 作废.
        case noList
        case otherYear(Int)
    }

    package let kind: Kind
    /// The word that says so.
    package let word: String

    /// Reads the name of a sheet, a title or a heading, which speaks of a whole list.
    ///
    /// - Parameter year: of the list that is wanted; `nil` where a year in the text may be that of anything.
    package init?(ofList line: String, year: Int?) {
        let plain = Self.plain(line)
        let isOfTeams = plain.contains("信得过班组")
        let found =
            Self.first(Self.denied, .denied, in: plain) ?? Self.notChosen(plain)
            ?? Self.first(Self.reserve, .reserve, in: plain) ?? Self.first(Self.undecided, .candidate, in: plain)
            ?? Self.first(Self.drafts, .candidate, in: plain) ?? Self.intended(plain) ?? Self.english(line)
            ?? Self.first(Self.noLists + Self.otherTables, .noList, in: plain)
            // Another selection among those who have the title (Art. 17 of the measures).
            ?? Self.first(["优秀质量信得过班组"], .otherHonor, in: plain)
            ?? (isOfTeams ? Self.recommendation(plain) : Self.first(Self.otherHonors, .otherHonor, in: plain))
        if let found {
            self = found
        } else if let year, let other = Self.otherYear(in: plain, than: year) {
            self = other
        } else {
            return nil
        }
    }

    /// Reads what stands in a cell about one team, or in brackets behind its name.
    package init?(ofTeam remark: String) {
        let plain = Self.plain(remark)
        let found =
            Self.first(Self.denied + Self.deniedOfTeams, .denied, in: plain) ?? Self.notChosen(plain)
            ?? Self.first(Self.reserve, .reserve, in: plain) ?? Self.first(Self.undecided, .candidate, in: plain)
            ?? Self.first(Self.doubted, .candidate, in: plain) ?? Self.intended(plain) ?? Self.english(remark)
        guard let found else { return nil }
        self = found
    }

    /// What the teams are, as it stands before a noun: 未获称号或称号已撤销的.
    package var description: LocalizedText {
        switch kind {
        case .denied: LocalizedText(zh: "没有获得或不再保有称号的班组", en: "teams without the title")
        case .reserve: LocalizedText(zh: "备选的班组", en: "teams in reserve")
        case .candidate: LocalizedText(zh: "还没有确定的班组", en: "teams that are not decided")
        case .otherHonor: LocalizedText(zh: "别的荣誉", en: "another honour")
        case .noList: LocalizedText(zh: "示例、别的表格或不再使用的内容", en: "a sample, another table, or what counts no more")
        case .otherYear(let year): LocalizedText(zh: " \(year) 年的名单", en: "the list of \(year)")
        }
    }

    private init(_ kind: Kind, _ word: String) {
        self.kind = kind
        self.word = word
    }

    // MARK: Words

    private static let denied = [
        "撤销", "取消", "注销", "吊销", "收回", "摘牌", "除名", "终止", "失效", "过期", "退出", "放弃", "弃权", "弃评", "落选", "落榜", "淘汰",
        "出局", "不合格", "不达标", "不予", "不通过", "不入选", "不推荐", "不授予", "不符合", "不保留", "不同意", "不建议", "剔除", "删除", "否决", "驳回", "无效",
    ]
    private static let reserve = ["备选", "候补", "递补", "替补", "备用", "后备"]
    private static let undecided = [
        "候选", "待定", "待审", "待评", "待议", "待批", "待公示", "待查", "待复核", "暂缓", "缓评", "暂定", "存疑", "不公开",
    ]
    /// Of whole lists only: a remark may be about the draft of something else.
    private static let drafts = ["征求意见", "讨论稿", "送审稿", "初稿", "草稿", "草案", "初评", "初审", "初选", "复评", "整改", "补正", "退回"]
    /// Of whole lists only: tables about the title that list nobody who has it.
    private static let otherTables = ["打分", "评分表", "通讯录", "通信录", "联系表", "参会", "签到", "先进个人", "优秀个人"]
    /// Of single teams only: a list without objections is one that was decided.
    private static let doubted = [
        "有异议", "被举报", "被投诉", "投诉核查", "争议", "复核中", "核查中", "审核中", "审查中", "调查中", "整改中", "待核实", "待核查", "待确认", "延期", "不公示",
        "仅公示", "公示中", "公示期", "更名中", "改名中", "变更中", "见备注", "见说明", "提名", "材料不全", "资料不全", "材料不齐", "未盖章", "未签字", "重复",
        "发生事故", "出现事故",
    ]
    /// Of single teams only, as whole lists are called so with other words.
    private static let deniedOfTeams = ["作废", "撤回", "退回", "中止", "缺席", "逾期"]
    private static let otherHonors = [
        "qc", "质量管理小组", "先锋号", "文明号", "先进个人", "优秀个人", "推进者", "领导者", "专家", "评委",
    ]
    private static let noLists = ["示例", "范例", "作废", "废弃", "旧名单", "旧版"]

    /// Behind 未: 未入选, 未通过. 未来 and 未央 are other words.
    private static let chosen = [
        "入", "通过", "获", "评", "中选", "当选", "达标", "达到", "推荐", "列入", "予", "授", "命名", "认定", "过审", "晋级", "录", "选", "合格",
        "批", "符合", "上榜",
    ]

    private static func notChosen(_ plain: String) -> ListStanding? {
        for index in plain.indices where plain[index] == "未" {
            let rest = plain[plain.index(after: index)...]
            if let word = chosen.first(where: rest.hasPrefix), !isNegated(plain[..<index]) {
                return ListStanding(.denied, "未" + word)
            }
        }
        return nil
    }

    /// 推荐全国质量信得过班组, the honour of another body, which has the name of the year's title but for one word.
    private static func recommendation(_ plain: String) -> ListStanding? {
        guard let end = plain.firstRange(of: "信得过班组")?.upperBound,
            let start = ["推荐", "申报"].compactMap({ plain[..<end].firstRange(of: $0)?.lowerBound }).min()
        else { return nil }
        let honor = String(plain[start..<end])
        return HonorReading.honor(honor) == .caqRecommended ? ListStanding(.otherHonor, honor) : nil
    }

    /// 拟推荐, 拟撤销; 模拟, 虚拟 and 拟建 are other words.
    private static func intended(_ plain: String) -> ListStanding? {
        for index in plain.indices where plain[index] == "拟" {
            if let before = plain[..<index].last, "模虚比草".contains(before) { continue }
            let rest = plain[plain.index(after: index)...]
            if let after = rest.first, "建合态声人".contains(after) { continue }
            return ListStanding(.candidate, "拟" + rest.prefix(2))
        }
        return nil
    }

    private static func first(_ words: [String], _ kind: Kind, in plain: String) -> ListStanding? {
        for word in words {
            for range in plain.ranges(of: word) where !isNegated(plain[..<range.lowerBound]) {
                // 不合格率 is what a team brings down.
                if word == "不合格", let next = plain[range.upperBound...].first, "率品项数点".contains(next) { continue }
                return ListStanding(kind, word)
            }
        }
        return nil
    }

    /// Whether a word is denied by what stands before it: 不含撤销的, 未取消, 已剔除退出的.
    private static func isNegated(_ before: Substring) -> Bool {
        var before = before
        for filler in ["已", "被", "拟", "了"] where before.hasSuffix(filler) { before = before.dropLast(filler.count) }
        return ["不含", "不包括", "不包含", "除", "剔除", "去掉", "扣除", "无", "没有", "未", "不", "非", "未被"].contains {
            before.hasSuffix($0)
        }
    }

    private static func english(_ text: String) -> ListStanding? {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        guard words.contains(where: { $0.utf8.allSatisfy { $0 < 0x80 } }) else { return nil }
        for (index, word) in words.enumerated() {
            if word == "not", index + 1 < words.count, chosenInEnglish.contains(words[index + 1]) {
                return ListStanding(.denied, "not " + words[index + 1])
            }
            if let kind = inEnglish[word] { return ListStanding(kind, word) }
        }
        return nil
    }

    private static let chosenInEnglish: Set<String> = [
        "selected", "passed", "approved", "awarded", "recommended", "qualified", "accepted", "chosen", "eligible",
        "valid",
        "held", "honoured", "honored",
    ]

    private static let inEnglish: [String: Kind] = [
        "withdrawn": .denied, "revoked": .denied, "cancelled": .denied, "canceled": .denied, "rejected": .denied,
        "unsuccessful": .denied, "failed": .denied, "declined": .denied, "disqualified": .denied, "expired": .denied,
        "removed": .denied, "reserve": .reserve, "reserves": .reserve, "standby": .reserve, "waitlist": .reserve,
        "waiting": .reserve, "candidate": .candidate, "candidates": .candidate, "proposed": .candidate,
        "pending": .candidate, "shortlist": .candidate, "shortlisted": .candidate, "tentative": .candidate,
        "undecided": .candidate,
    ]

    // MARK: Years

    private static func otherYear(in plain: String, than year: Int) -> ListStanding? {
        for word in ["上年度", "上一年度", "去年", "上届"] where plain.contains(word) {
            return ListStanding(.otherYear(year - 1), word)
        }
        let years = years(in: plain, near: year)
        guard let first = years.first, !years.contains(year) else { return nil }
        return ListStanding(.otherYear(first), String(first))
    }

    /// The years that a text names: 2030年度, 2030, 二〇三〇年, 30年度. Those of days and of numbers of documents are none.
    private static func years(in text: String, near expected: Int) -> [Int] {
        let characters = Array(plain(text))
        var years: [Int] = []
        var index = 0
        while index < characters.count {
            let end = characters[index...].firstIndex { !($0.isASCII && $0.isNumber) } ?? characters.count
            let hanEnd = characters[index...].firstIndex { !HanNumeral.isOne($0) } ?? characters.count
            guard end > index || hanEnd > index else {
                index += 1
                continue
            }
            let stop = max(end, hanEnd)
            let next = stop < characters.count ? characters[stop] : " "
            let isBehindBracket = index > 0 && "〔[".contains(characters[index - 1])
            if !isBehindBracket, let year = year(of: characters[index..<stop], next, expected, isHan: end == index),
                !isDay(characters[stop...])
            {
                years.append(year)
            }
            index = stop
        }
        return years
    }

    private static func year(of figures: ArraySlice<Character>, _ next: Character, _ expected: Int, isHan: Bool) -> Int?
    {
        let value = isHan ? HanNumeral.value(Substring(String(figures))) : Int(String(figures))
        guard let value else { return nil }
        switch figures.count {
        case 4: return (1900...2199).contains(value) && (!isHan || next == "年") ? value : nil
        // 29年度, but not 成立15年.
        case 2 where next == "年" && !isHan: return abs(expected % 100 - value) < 5 ? expected / 100 * 100 + value : nil
        default: return nil
        }
    }

    /// Whether a year goes on as a day or a month does: 年12月, -12-01, .5.
    private static func isDay(_ rest: ArraySlice<Character>) -> Bool {
        guard let separator = rest.first, "年-./".contains(separator) else { return false }
        let number = rest.dropFirst().prefix { $0.isNumber || HanNumeral.isOne($0) }
        let after = rest.dropFirst(1 + number.count).first
        guard (1...2).contains(number.count) else { return false }
        return separator != "年" || after == "月"
    }

    private static func plain(_ text: String) -> String {
        ValueProposal.halfWidth(text).filter { !$0.isWhitespace }.lowercased()
    }
}
