import Content
import Fields
import Values

extension TableHeader {
    /// What a column's name means; `nil` for a name that says nothing to us.
    static func meaning(of text: String) -> Meaning? {
        if let column = RosterColumn.named(text) { return .roster(column) }
        let name = simplified(text)
        let whole = simplified(text, keepingBrackets: true)
        // What brackets ask for is what a bare thing before them is about: 班组（人数）, 推荐单位（联系人）. Behind 名称 it is one
        // thing more in the same cells.
        if let more = furtherQuestion(of: text) {
            if let meaning = plainMeaning(of: name), meaning == plainMeaning(of: simplified(more)) { return meaning }
            guard nameEndings.contains(where: name.hasSuffix) else { return plainMeaning(of: whole) }
            return plainMeaning(of: name) == .roster(.team) && asksForPersons(text) ? .roster(.team) : nil
        }
        // 班（组）名称.
        if let meaning = named(name) ?? meanings[whole] ?? composed(name) { return meaning }
        // 班组名称/班组长.
        if asksForPersons(text), let first = text.split(whereSeparator: { "/、及和|".contains($0) }).first,
            first.count < text.count, meaning(of: String(first)) == .roster(.team)
        {
            return .roster(.team)
        }
        return isPersonal(name) ? .personal : nil
    }

    /// The meaning of a name without brackets and signs.
    private static func plainMeaning(of name: String) -> Meaning? {
        named(name) ?? composed(name) ?? (isPersonal(name) ? .personal : nil)
    }

    private static func named(_ name: String) -> Meaning? { meanings[name] ?? meanings[withoutEnglish(name)] }

    /// What a name is put together of, when all of its words are known and the last is the thing itself: 推荐单位地址 and
    /// 省份代码 are about something else.
    private static func composed(_ name: String) -> Meaning? {
        if isEnterprise(name) { return .roster(.enterprise) }
        if isProvince(name) { return .roster(.province) }
        return isRecommender(name) ? .roster(.recommender) : nil
    }

    private static func isPersonal(_ name: String) -> Bool { personalWords.contains { name.contains($0) } }

    /// What brackets of a name ask for that is something else than it: （人数）, （地址、邮编）, but not （全称） or （盖章）.
    private static func furtherQuestion(of text: String) -> String? {
        let plain = ValueText.halfWidth(text).filter { !$0.isWhitespace }.lowercased()
        var (inside, depth) = ("", 0)
        for character in plain {
            let isClosing = ")]〕】".contains(character)
            if isClosing { depth = max(0, depth - 1) }
            if depth > 0 { inside.append(character) }
            if "([〔【".contains(character) { depth += 1 }
        }
        return isPersonal(inside) || otherWords.contains { inside.contains($0) } ? inside : nil
    }

    private static let nameEndings = ["名称", "全称", "名"]

    /// What is no name of a thing, in brackets behind it.
    private static let otherWords = ["编号", "代码", "人数", "意见", "理由", "班长", "队长", "传真", "经办", "网址", "账号"]

    /// Without spaces, signs and what stands in brackets: `推荐协会（可选项）`, `班组\n名称`, `* 企业名称：`.
    static func simplified(_ text: String, keepingBrackets: Bool = false) -> String {
        var depth = 0
        var name = ""
        for character in NameFolding.folded(ValueText.halfWidth(text)) {
            switch character {
            case "(" where keepingBrackets, ")" where keepingBrackets: break
            case "(", "[", "〔", "【": depth += 1
            case ")", "]", "〕", "】": depth = max(0, depth - 1)
            case _ where depth > 0: break
            case "*", ":", ".", "_", "、", "/", ",", "-", "|": break
            case _ where character.isWhitespace: break
            default: name.append(character)
            }
        }
        return name
    }

    /// Whether a name is put together as names of enterprises' columns are: 班组所属单位名称, 承建企业全称.
    private static func isEnterprise(_ name: String) -> Bool {
        var rest = name[...]
        if let ending = nameEndings.first(where: rest.hasSuffix) { rest = rest.dropLast(ending.count) }
        while let word = enterpriseWords.first(where: rest.hasPrefix) { rest = rest.dropFirst(word.count) }
        return ["单位", "企业", "公司", "单位企业", "企业单位"].contains(rest)
    }

    /// Whether a name is put together as names of provinces' columns are: 所属省, 企业所在省份名称.
    private static func isProvince(_ name: String) -> Bool {
        var rest = name[...]
        if let ending = ["名称", "名"].first(where: rest.hasSuffix) { rest = rest.dropLast(ending.count) }
        while let word = provinceWords.first(where: rest.hasPrefix) { rest = rest.dropFirst(word.count) }
        return ["省", "省份", "省市", "省区", "省区市", "省市区", "省市自治区", "省自治区直辖市", "省级", "省级行政区", "省级行政区划"].contains(rest)
    }

    /// Whether a name is put together as names of recommenders' columns are: 省级推荐机构, 推荐市政行业协会名称. Behind 推荐 stands
    /// who recommends, and nothing of what is recommended: 推荐班组所在单位 is an enterprise.
    private static func isRecommender(_ name: String) -> Bool {
        var rest = name[...]
        if let other = ["或企业自荐", "企业自荐", "或自荐", "自荐"].first(where: rest.hasSuffix) {
            rest = rest.dropLast(other.count)
        }
        if let ending = nameEndings.first(where: rest.hasSuffix) { rest = rest.dropLast(ending.count) }
        guard let verb = rest.firstRange(of: "推荐") else { return false }
        var (before, after) = (rest[..<verb.lowerBound], rest[verb.upperBound...])
        while let word = wordsBeforeRecommending.first(where: before.hasPrefix) {
            before = before.dropFirst(word.count)
        }
        var endsWithBody = false
        while let word = wordsOfRecommenders.first(where: after.hasPrefix) {
            after = after.dropFirst(word.count)
            endsWithBody = recommendingBodies.contains(where: word.hasSuffix)
        }
        return before.isEmpty && after.isEmpty && endsWithBody
    }

    private static let recommendingBodies = ["单位", "协会", "学会", "联合会", "商会", "机构", "部门", "组织", "社团"]
    private static let areas = ["省市", "省级", "市级", "县级", "地方", "各地", "上级", "主管", "行业", "省", "市"]
    private static let wordsBeforeRecommending = areas + ["班组", "小组", "申报", "组织", "初审", "所属", "所在", "协会"]
    private static let wordsOfRecommenders =
        recommendingBodies + ["市政工程行业协会", "市政工程协会", "市政行业协会", "市政协会"] + areas + ["或", "及", "和", "与", "业务"]

    private static let provinceWords = ["所属", "所在", "归属", "隶属", "企业", "单位", "公司", "班组", "申报", "推荐", "注册", "地"]

    private static let enterpriseWords = [
        "班组", "小组", "申报", "所在", "所属", "隶属", "归属", "获奖", "参评", "参选", "独立法人", "法人", "承建", "施工", "养护", "会员", "入选", "受表彰",
    ]

    /// 企业名称 of `企业名称enterprise`, where the English says no more; the QC of `QC小组名称` does.
    private static func withoutEnglish(_ name: String) -> String {
        let english = name.filter(\.isASCII)
        let chinese = name.filter { !$0.isASCII }
        let isKnown = meanings[english] != nil || englishWords.contains(english)
        guard !english.isEmpty, isKnown else { return name }
        // 班组 members.
        if let one = meanings[english], let other = meanings[chinese], one != other { return name }
        return chinese
    }

    private static let englishWords: Set<String> = [
        "enterprisename", "nameofenterprise", "companyname", "nameofcompany", "name", "crew", "crewname", "association",
        "recommendingassociation", "province", "serialno", "unit", "year", "members",
    ]

    /// By simplified names: those that rosters and lists have, and others that their columns are known by.
    private static let meanings: [String: Meaning] = {
        var meanings: [String: Meaning] = [:]
        for column in RosterColumn.all { for name in column.importNames { meanings[name] = .roster(column) } }
        let others: [(Meaning, [String])] = [
            (.serial, ["序", "号", "no", "排序", "顺序号"] + names(of: ListFields.number)),
            (.city, ["城市", "市", "所在城市", "所在市", "所属城市", "地市", "地级市", "地州市", "市州", "设区市", "推荐城市", "city"]),
            (.year, ["年份", "申报年度"] + names(of: ListFields.year)),
            (.derived, ListFields.derived.flatMap(names)),
        ]
        for (meaning, names) in others { for name in names { meanings[name] = meaning } }
        for column in RosterColumn.all { for name in names(of: column.schema) { meanings[name] = .roster(column) } }
        return meanings
    }()

    private static func names(of field: FieldSchema) -> [String] {
        [TableHeader.simplified(field.english), TableHeader.simplified(field.chinese)]
    }

    /// Whether the name of a column of something else asks for a person in brackets or behind a sign.
    static func asksForPersons(_ text: String) -> Bool {
        let plain = ValueText.halfWidth(text).filter { !$0.isWhitespace }.lowercased()
        return personalWords.contains { plain.contains($0) } || plain.contains("班长") || plain.contains("队长")
    }

    /// Parts of names of columns about people: the application form asks for them, the list does not show them.
    private static let personalWords = [
        "联系", "手机", "电话", "邮箱", "邮件", "地址", "邮编", "邮政编码", "身份证", "组长", "姓名", "负责人", "微信", "qq", "contact",
        "mobile", "phone", "mail", "address", "postcode", "leader",
    ]
}
