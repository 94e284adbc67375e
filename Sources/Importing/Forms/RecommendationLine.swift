import Values

/// Words about a recommendation that stand elsewhere in a form than in the answer to who recommends: in free lines, in cells
/// that no label of the form explains, in answers to other questions.
///
/// Where the recommender is empty they contradict it: an association put its seal, and the team would count as put forward
/// by its enterprise.
enum RecommendationLine {
    /// What stands outside of the fields of a form.
    struct Aside {
        /// What stands beside or above it and may be its label; empty for none.
        let label: String
        let text: String
        let position: Position
    }

    enum Position {
        /// In a paragraph above the first table, where letters have the name of who sends them.
        case above
        case elsewhere
        /// In the write-up, which tells of many recommendations.
        case text
    }

    /// The first words that say that somebody recommends the team; `nil` for none.
    static func first(in asides: [Aside]) -> String? {
        for aside in asides {
            for line in aside.text.split(whereSeparator: \.isNewline) {
                let (own, words) = parts(of: FieldSearch.cleaned(String(line)))
                let label = own.isEmpty ? aside.label : own
                if speaks(label, words, at: aside.position) {
                    return shown(label.isEmpty ? words : "\(FieldSearch.cleaned(label))：\(words)")
                }
            }
        }
        return nil
    }

    /// Whether the answer to a question that is not who recommends says that somebody does.
    ///
    /// - Parameter label: of the question: 协会推荐理由.
    static func speaks(_ label: String, _ text: String) -> Bool {
        if label.contains("推荐") || isAssociations(label) { return answers(text) }
        return says(label, text)
    }

    private static func speaks(_ label: String, _ words: String, at position: Position) -> Bool {
        let plain = plain(words)
        guard !plain.isEmpty, !isInstruction(plain), !isInstruction(self.plain(label)) else { return false }
        let isSealed = ["盖章", "公章", "(章)", "签章"].contains(where: plain.contains)
        if position == .text || plain.count > longestLine {
            if isRecommendation(label), answers(words) { return isAssociations(label) || agrees(plain) }
            return isSealed && plain.count <= longestLine && AssociationMention.isIn(words) && !denies(plain)
        }
        if isRecommendation(label) { return answers(words) }
        if !label.isEmpty { return says(label, words) }
        if AssociationMention.isIn(words) {
            let isNameAlone =
                position != .above && plain.allSatisfy(\.isLetter) && endings.contains(where: plain.hasSuffix)
            return (plain.contains("推荐") || isSealed || isNameAlone) && !denies(plain)
        }
        return (agrees(plain) || RecommenderReading(words) == .unnamed) && !denies(plain)
    }

    /// Whether an answer names an association that does something for the team, or the way of application is one through an association,
    /// whatever is asked: 报送单位, 申报方式. An enterprise agrees to its own application.
    private static func says(_ label: String, _ text: String) -> Bool {
        let (label, plain) = (plain(label), plain(text))
        guard !addressing.contains(where: label.contains), !isInstruction(plain), !denies(plain) else { return false }
        if AssociationMention.isIn(text) {
            let isSender = sending.contains(where: label.contains)
            return isSender || (sending + ["推荐", "盖章", "公章", "(章)"]).contains(where: plain.contains)
        }
        let asksForWay = ["方式", "途径", "渠道", "类别", "形式"].contains(where: label.contains)
        return asksForWay && (RecommenderReading(text) == .unnamed || plain.contains("协会"))
    }

    /// Whether a label asks what somebody says who recommends: 推荐协会意见, 省级推荐意见, 是否推荐, 行业协会审核意见.
    private static func isRecommendation(_ label: String) -> Bool {
        let plain = plain(label)
        guard plain.count <= FieldNames.longestLabel, !personal.contains(where: plain.contains) else { return false }
        if isAssociations(plain) { return true }
        guard let range = plain.firstRange(of: "推荐") else { return false }
        return plain[range.upperBound...].allSatisfy { "():是否".contains($0) } || asking.contains(where: plain.contains)
    }

    private static func isAssociations(_ label: String) -> Bool {
        ["协会", "学会"].contains(where: label.contains)
            && ["意见", "理由", "审核", "审查", "推荐"].contains(where: label.contains)
            && !personal.contains(where: label.contains)
    }

    /// Whether an answer says more than that there is none: an empty place for a seal and a day is none.
    private static func answers(_ text: String) -> Bool {
        let plain = plain(text)
        guard !BlankValue.isOne(text), !PromptText.isOne(text), !denies(plain) else { return false }
        let rest = printed.reduce(plain) { $0.replacing($1, with: "") }
        return rest.contains { $0.isLetter && !"年月日".contains($0) }
    }

    private static func agrees(_ plain: String) -> Bool { agreeing.contains(where: plain.contains) }

    private static func denies(_ plain: String) -> Bool {
        let isTicked = TickedChoice(plain) != .nothing
        if !isTicked, denying.contains(where: plain.contains) || ["否", "不"].contains(plain) { return true }
        return [.selfNominated, .nothing].contains(RecommenderReading(plain))
    }

    /// Notes of the form itself: 说明：企业自荐的不填, 由协会推荐的请盖章.
    private static func isInstruction(_ plain: String) -> Bool {
        TableRemark.shown([plain]) != nil || ["请", "须", "填写", "不填", "一式", "应当", "应由"].contains(where: plain.contains)
    }

    /// What stands before a colon, where it may be a label, and what stands behind it.
    private static func parts(of line: String) -> (label: String, words: String) {
        guard let colon = line.firstIndex(where: { ":：".contains($0) }), line.index(after: colon) < line.endIndex else {
            return ("", line)
        }
        let label = String(line[..<colon])
        guard label.count <= FieldNames.longestLabel else { return ("", line) }
        return (label, FieldSearch.cleaned(String(line[line.index(after: colon)...])))
    }

    /// In one line, without persons behind it.
    private static func shown(_ line: String) -> String {
        let ends = personal.compactMap { line.firstRange(of: $0)?.lowerBound }
        return FieldSearch.cleaned(String(line[..<(ends.min() ?? line.endIndex)]))
    }

    private static func plain(_ text: String) -> String {
        ValueProposal.halfWidth(text).filter { !$0.isWhitespace }
    }

    /// In characters; what is longer is a text.
    private static let longestLine = 60

    /// Whom a letter goes to, and who printed the form.
    private static let addressing = ["主送", "抄送", "收件", "印制", "监制", "主办", "承办", "受理"]
    private static let sending = ["报送", "填报", "上报", "汇总", "选送", "申报单位", "组织单位", "审核", "同意"]
    private static let endings = ["协会", "学会", "联合会", "促进会", "商会"]
    private static let asking = ["单位", "机构", "部门", "组织", "意见", "理由", "结论", "情况", "方式", "渠道"]
    private static let agreeing = [
        "同意推荐", "予以推荐", "特此推荐", "特推荐", "现推荐", "兹推荐", "推荐该", "推荐此", "推荐上述", "推荐其", "择优推荐", "推荐参评", "推荐参选",
    ]
    private static let denying = ["不推荐", "未推荐", "不予推荐", "不同意", "无推荐", "自荐", "自我推荐", "自行推荐", "无需推荐", "非协会推荐"]
    private static let personal = ["联系人", "联系电话", "电话", "手机", "邮箱", "地址", "负责人", "经办人", "日期", "时间"]
    /// What is printed at the place of a seal.
    private static let printed = [
        "推荐单位", "推荐协会", "盖章", "公章", "签章", "印章", "签字", "签名", "负责人", "经办人", "单位", "协会", "日期", "时间", "章",
    ]
}
