/// Who recommends a team, by what somebody wrote in a cell, a field of a form or a heading above rows.
package enum RecommenderReading: Sendable, Hashable {
    /// Nothing is said: an empty text, `/`, 无, 不适用.
    case nothing
    /// Its enterprise put the team forward.
    case selfNominated
    /// An association recommends it, and its name is missing: 协会, 协会推荐.
    case unnamed
    case named(String)

    /// Reads what stands where a recommender is asked for: a cell or a field. What is too short for a name, such as 是 and √,
    /// is none, nor is what says more than a name: 浙江省市政行业协会拟推荐.
    package init(answer text: String) {
        self = RecommenderReading(text)
        guard case .named(let name) = self else { return }
        let isName = name.count >= Self.shortestName && NameKind.isName(name)
        if Self.saysMore(name) || !isName && !Self.isPlace(name) { self = .unnamed }
    }

    /// Whether a text says that somebody recommends, or does not, beside the name or in its place.
    private static func saysMore(_ name: String) -> Bool {
        let plain = ValueProposal.halfWidth(name).filter { !$0.isWhitespace }
        if case .standing = NameAside.ending(name, isOfTeam: false)?.aside { return true }
        return plain.contains("推荐") || plain.contains("自荐") || ["由", "未经"].contains(where: plain.hasPrefix)
    }

    private static let shortestName = 3

    /// A place in full stands for its association, which is then asked about by that name: 浙江省.
    private static func isPlace(_ name: String) -> Bool {
        name.count >= shortestName && PlaceReading(name, allowsMore: false) != .unknown
    }

    package init(_ text: String) {
        switch TickedChoice(text) {
        case .one(let choice): self.init(unticked: choice)
        case .unclear: self = .unnamed
        case .nothing: self.init(unticked: text)
        }
    }

    private init(unticked text: String) {
        let whole = text.trimmingSpaces
        let bare = Self.withoutLabels(whole)
        let plain = ValueProposal.halfWidth(bare).filter { !$0.isWhitespace }
        if BlankValue.isOne(bare) || PromptText.isOne(bare) {
            // 推荐单位：… with nothing behind it.
            self = .nothing
        } else if let nobody = Self.nobody(ValueProposal.halfWidth(whole).filter({ !$0.isWhitespace })) {
            self = nobody
        } else if Self.selfWords.contains(plain) || Self.isSelfInEnglish(plain) {
            self = .selfNominated
        } else if Self.contradictsItself(plain) {
            self = .unnamed
        } else if Self.unnamedWords.contains(plain) {
            self = .unnamed
        } else {
            self = .named(bare)
        }
    }

    /// What several words say together of which none is a name: 无（企业自荐）, 无推荐协会.
    private static func nobody(_ plain: String) -> RecommenderReading? {
        let words = plain.split { "()[],;:、；，。/".contains($0) }.map(String.init)
        guard !words.isEmpty, words.allSatisfy({ BlankValue.isOne($0) || selfWords.contains($0) || isDenied($0) })
        else { return nil }
        return words.contains(where: selfWords.contains) ? .selfNominated : .nothing
    }

    /// Self-nominated, Self nominated, Self-nomination, nominated by the enterprise itself.
    private static func isSelfInEnglish(_ plain: String) -> Bool {
        let letters = plain.lowercased().filter { $0.isLetter }
        guard letters.unicodeScalars.allSatisfy({ $0.value < 0x80 }) else { return false }
        return selfInEnglish.contains(letters) || letters.hasSuffix("itself")
    }

    private static let selfInEnglish: Set<String> = Set(
        ["self", "own", "enterprise", "company", "bytheenterprise", "bythecompany", "enterprises"].flatMap { who in
            [
                "", "nominated", "nomination", "nominating", "recommended", "recommendation", "applied", "application",
                "proposed", "proposal", "referred", "declared", "declaration",
            ].map { who + $0 }
        })

    /// An association and 企业自荐 in one cell: nobody knows which of both counts.
    private static func contradictsItself(_ plain: String) -> Bool {
        let words = plain.split { "()[],;:、；，。/|+".contains($0) }.map(String.init)
        return words.count > 1 && words.contains { selfWords.contains($0) || isSelfInEnglish($0) }
    }

    /// 无推荐协会, 未经协会推荐, 非协会推荐.
    private static func isDenied(_ word: String) -> Bool {
        ["无", "没有", "未经", "未", "非"].contains { negation in
            word.hasPrefix(negation) && (unnamedWords.union(labels).contains(String(word.dropFirst(negation.count))))
        }
    }

    /// The name if there is one.
    package var name: String? {
        if case .named(let name) = self { return name }
        return nil
    }

    /// Without words that label the name, and those that say that it recommends: `推荐单位：浙江省市政行业协会`,
    /// `宁波市市政行业协会推荐`, `由宁波市市政行业协会择优推荐`, `（推荐）`.
    private static func withoutLabels(_ text: String) -> String {
        let bare = withoutSeal(withoutLabel(text))
        // 企业自我推荐 is said as a whole.
        if selfWords.contains(bare) || unnamedWords.contains(bare) { return bare }
        guard let ending = endings.first(where: { bare.hasSuffix($0) && bare.count > $0.count }) else { return bare }
        var name = String(bare.dropLast(ending.count)).trimmingSpaces
        while !name.hasSuffix("社会组织"),
            let manner = manners.first(where: { name.hasSuffix($0) && name.count > $0.count })
        {
            name = String(name.dropLast(manner.count)).trimmingSpaces
        }
        // 协会不推荐, 企业自主推荐 and 择优推荐 name nobody.
        guard !manners.contains(name),
            !["不", "未", "拟", "待", "不予", "未予", "自我", "自主", "自行", "自己"].contains(where: name.hasSuffix)
        else { return bare }
        return withoutFrame(withoutSeal(name))
    }

    private static func withoutLabel(_ text: String) -> String {
        for label in labels where text.hasPrefix(label) {
            let after = text.dropFirst(label.count)
            guard !after.isEmpty else { return label == "推荐" ? text : "" }
            let rest = after.drop { ":：-—–".contains($0) || $0.isWhitespace }
            if rest.count < after.count { return String(rest).trimmingSpaces }
        }
        let english = ["recommended by", "recommender:", "recommender："].first(where: text.lowercased().hasPrefix)
        return english.map { String(text.dropFirst($0.count).drop { ":：".contains($0) }).trimmingSpaces } ?? text
    }

    /// Without `（盖章）` and the like behind it.
    private static func withoutSeal(_ text: String) -> String {
        for seal in ["（盖章）", "(盖章)", "（公章）", "(公章)", "（章）", "(章)", "（签章）", "(签章)", "（印章）", "(印章)"]
        where text.hasSuffix(seal) && text.count > seal.count {
            return String(text.dropLast(seal.count)).trimmingSpaces
        }
        return text
    }

    /// The name of `由…推荐`, `经…推荐` and `【…】推荐`.
    private static func withoutFrame(_ name: String) -> String {
        var name = name
        // 经开区建设集团 begins with another 经; no name does with 由.
        if name.hasPrefix("由")
            || name.hasPrefix("经") && !["经开", "经济", "经贸", "经纬", "经营"].contains(where: name.hasPrefix)
        {
            name.removeFirst()
        }
        for (open, close) in [("【", "】"), ("[", "]"), ("《", "》"), ("“", "”"), ("「", "」")]
        where name.hasPrefix(open) && name.hasSuffix(close) && name.count > 2 {
            name = String(name.dropFirst().dropLast())
        }
        return name.trimmingSpaces
    }

    private static let labels = [
        "组织推荐单位", "推荐单位名称", "推荐协会名称", "推荐单位", "推荐协会", "推荐机构", "推荐部门", "推荐组织", "推荐学会", "推荐方", "推荐者", "推荐",
    ]
    private static let endings = [
        "（推荐）", "(推荐)", "推荐单位", "推荐班组名单", "推荐的班组", "推荐班组", "推荐名单", "推荐申报", "推荐上报", "推荐报送", "推荐参评", "推荐参选",
        "推荐的", "推荐。", "推荐", "汇总申报", "汇总上报", "汇总报送", "选送", "报送", "上报",
    ]
    /// How an association recommends, between its name and the verb.
    private static let manners = [
        "组织", "汇总", "择优", "优先", "同意", "一致", "联合", "共同", "集体", "统一", "负责", "直接", "正式", "予以", "审核", "审查", "初审", "评审",
        "评选",
        "考察",
        "并", "后",
    ]

    private static let selfWords: Set<String> = [
        "企业自荐", "自荐", "企业自荐申报", "自荐申报", "企业自荐班组", "自荐班组", "自我推荐", "企业自我推荐", "自行申报", "企业自行申报", "直接申报",
        "企业直接申报", "自主申报", "企业自主申报", "单位自荐", "本企业自荐", "企业自荐的班组",
        "自荐单位", "自荐企业", "直报", "企业直报", "单位直报", "自报", "企业自报", "自主推荐", "企业自主推荐", "本企业", "本单位", "本公司", "企业申报",
        "企业自己申报", "自己申报", "自荐申请", "企业自行推荐", "自行推荐", "企业推荐", "企业自选", "企业自评自荐",
    ]

    private static let unnamedWords: Set<String> = [
        "协会", "协会推荐", "协会推荐班组", "行业协会", "行业协会推荐", "地方协会", "地方协会推荐", "各地协会", "各地协会推荐", "各协会", "各协会推荐", "省协会",
        "省协会推荐", "市协会", "市协会推荐", "省市协会", "省市协会推荐", "省级协会", "省级协会推荐", "市政协会", "市政协会推荐", "市政行业协会", "本协会", "本会", "推荐",
        "推荐班组",
        "协会汇总申报", "省协会汇总申报", "市协会汇总申报", "汇总申报", "由协会推荐", "单位推荐", "组织推荐",
    ]
}
