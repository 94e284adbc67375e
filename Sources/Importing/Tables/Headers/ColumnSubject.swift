import Content
import Values

/// What a column that rosters do not have is about, by its name: whether it decides something that a roster says.
enum ColumnSubject: Hashable {
    /// Whether a team is on the list; `isReversed` where a yes says that it is not: 是否撤销.
    case membership(isReversed: Bool)
    /// Who was honoured in a year: 2029年.
    case year(Int)
    /// What a column of rosters says, in other words: 是否推荐全国, 是否自荐.
    case otherColumn(RosterColumn)
    /// Nothing that its name tells: 备注, 得分. Its cells may speak of the team.
    case remark
    /// What the team works on, in words of all kinds: 课题名称, 主要事迹.
    case description

    /// - Parameter name: of the column, on one line; empty where it has none.
    init(_ name: String) {
        let plain = ValueText.halfWidth(name).filter { !$0.isWhitespace }.lowercased()
        let isQuestion = ["是否", "能否", "可否", "否"].contains { plain.contains($0) } || plain.hasSuffix("?")
        if let year = Self.year(plain) {
            self = .year(year)
        } else if Self.descriptions.contains(where: { plain.contains($0) }) {
            self = .description
        } else if plain.isEmpty || Self.others.contains(where: { plain.contains($0) }) {
            self = .remark
        } else if Self.isAboutNationalHonor(plain) {
            self = .otherColumn(.honors)
        } else if plain.contains("自荐") || isQuestion && plain.contains("推荐") {
            self = .otherColumn(.mode)
        } else if Self.reversed.contains(where: { plain.contains($0) }) {
            self = .membership(isReversed: true)
        } else if Self.deciding.contains(where: { plain.contains($0) }) {
            self = .membership(isReversed: false)
        } else {
            self = .remark
        }
    }

    /// The year of a column that is one, or says who was honoured in it: 2029年, 2030年度入选, 2030.
    private static func year(_ plain: String) -> Int? {
        guard let year = Int(plain.prefix(4)), (1900...2199).contains(year) else { return nil }
        let rest = plain.dropFirst(4)
        let isYearAlone = ["", "年", "年度", "届"].contains(rest)
        return isYearAlone || rest.hasPrefix("年") && deciding.contains { rest.contains($0) } ? year : nil
    }

    private static func isAboutNationalHonor(_ plain: String) -> Bool {
        if plain.contains("中质协") || plain.contains("中国质量协会") { return true }
        return ["全国", "国家级"].contains { plain.contains($0) }
            && ["推荐", "申报", "上报", "获", "称号", "信得过", "荣誉", "是否"].contains { plain.contains($0) }
    }

    /// Whether the cells of a column without a telling name are what a column of rosters says.
    ///
    /// - Parameter texts: of its cells that say something.
    static func column(saying texts: [String]) -> RosterColumn? {
        if texts.contains(where: { StatedValue.honors($0)?.contains { $0 != .title } ?? false }) { return .honors }
        return !texts.isEmpty && texts.allSatisfy { StatedValue.mode($0) != nil } ? .mode : nil
    }

    /// Scores, days, persons and documents, of which a result says nothing about the list.
    private static let others = [
        "得分", "分数", "评分", "总分", "分值", "名次", "排名", "时间", "日期", "年限", "人员", "专家", "编号", "文号", "证", "文件", "材料", "联系",
        "单位", "机构", "意见", "理由", "有效期", "资质",
    ]

    private static let descriptions = [
        "课题", "成果", "项目", "事迹", "简介", "介绍", "工程", "内容", "经验", "做法", "业务", "范围", "专业", "岗位", "口号", "理念", "目标", "题目",
        "地址", "经营",
    ]

    private static let reversed = [
        "撤销", "取消", "注销", "退出", "淘汰", "落选", "放弃", "除名", "剔除", "备选", "候补", "未通过", "未入选", "不合格", "withdrawn", "revoked",
        "rejected", "removed", "cancelled",
    ]
    private static let deciding = [
        "入选", "入围", "当选", "中选", "通过", "获评", "评上", "有效", "合格", "资格", "录用", "保留", "上榜", "批准", "状态", "结果", "结论",
        "去留", "待定", "授予", "命名", "selected", "accepted", "approved", "passed", "valid", "status", "result",
        "outcome", "decision", "verdict", "eligible", "awarded",
    ]
}

/// What a cell says in a column that decides something.
enum DecidingWord: Hashable {
    case yes
    case no
    case blank
    /// Neither of both.
    case other

    init(_ text: String) {
        let plain = ValueText.halfWidth(text).filter { !$0.isWhitespace }.lowercased()
        if Self.noes.contains(plain) {
            self = .no
        } else if BlankValue.isOne(plain) {
            self = .blank
        } else if Self.yeses.contains(plain) {
            self = .yes
        } else if ListStanding(ofTeam: text) != nil {
            self = .no
        } else if Self.affirmations.contains(where: { plain.contains($0) }) {
            self = .yes
        } else {
            self = .other
        }
    }

    private static let noes: Set<String> = [
        "否", "不", "不是", "×", "✗", "✘", "╳", "x", "n", "no", "false", "0", "删", "撤", "退", "剔", "删去",
    ]
    private static let yeses: Set<String> = [
        "是", "有", "√", "✓", "✔", "☑", "■", "●", "v", "y", "yes", "true", "1", "对", "同意", "推荐", "正常", "保持", "持有", "可",
        "ok",
        "held", "valid", "passed", "selected", "approved", "accepted", "awarded", "on", "title",
    ]
    /// In longer answers, none of which denies it: 评审通过, 继续有效.
    private static let affirmations = ["入选", "入围", "当选", "中选", "通过", "获评", "有效", "合格", "保留", "授予", "批准", "认定", "信得过"]
}
