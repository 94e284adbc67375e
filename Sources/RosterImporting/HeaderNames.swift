import Content

extension TableHeader {
    /// What a column's name means; `nil` for a name that says nothing to us.
    static func meaning(of text: String) -> Meaning? {
        if let column = RosterColumn(header: text) { return .roster(column) }
        let name = simplified(text)
        if let meaning = meanings[name] ?? meanings[withoutEnglish(name)] { return meaning }
        // 班（组）名称.
        if let meaning = meanings[simplified(text, keepingBrackets: true)] { return meaning }
        if isEnterprise(name) { return .roster(.enterprise) }
        // 推荐意见 is something else.
        let isRecommender =
            name.contains("推荐") && ["单位", "协会", "机构", "部门", "组织", "学会"].contains { name.contains($0) }
            && !["意见", "理由", "排序", "时间", "日期", "编号", "联系", "电话", "负责人"].contains { name.contains($0) }
        if isRecommender { return .roster(.recommender) }
        return personalWords.contains { name.contains($0) } ? .personal : nil
    }

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
        if let ending = ["名称", "全称", "名"].first(where: rest.hasSuffix) { rest = rest.dropLast(ending.count) }
        while let word = enterpriseWords.first(where: rest.hasPrefix) { rest = rest.dropFirst(word.count) }
        return ["单位", "企业", "公司", "单位企业", "企业单位"].contains(rest)
    }

    private static let enterpriseWords = [
        "班组", "小组", "申报", "所在", "所属", "隶属", "归属", "获奖", "参评", "参选", "独立法人", "法人", "承建", "施工", "养护", "会员", "入选", "受表彰",
    ]

    /// 企业名称 of `企业名称enterprise`, where the English says no more; the QC of `QC小组名称` does.
    private static func withoutEnglish(_ name: String) -> String {
        let english = name.filter(\.isASCII)
        let isKnown = meanings[english] != nil || englishWords.contains(english)
        return !english.isEmpty && isKnown ? name.filter { !$0.isASCII } : name
    }

    private static let englishWords: Set<String> = [
        "enterprisename", "nameofenterprise", "companyname", "nameofcompany", "name", "crew", "crewname", "association",
        "recommendingassociation", "province", "serialno", "unit", "year", "members",
    ]

    private static let meanings: [String: Meaning] = {
        let names: [(Meaning, [String])] = [
            (.roster(.id), ["编号", "班组编号", "id"]),
            (
                .roster(.team),
                [
                    "班组名称", "班组", "班组全称", "质量信得过班组", "质量信得过班组名称", "信得过班组名称", "团队名称", "小组名称", "班组团队名称",
                    "获奖班组", "获奖班组名称", "优秀班组", "优秀班组名称", "推荐班组", "推荐班组名称", "班组名", "班组团队", "受表彰班组", "入选班组", "入选班组名称",
                    "申报班组", "申报班组名称", "team", "teamname", "crew", "nameofteam",
                ]
            ),
            (
                .roster(.enterprise),
                [
                    "企业名称", "企业", "企业全称", "单位", "单位名称", "单位全称", "申报单位", "申报单位名称", "申报企业", "申报企业名称", "所在单位",
                    "所在企业", "所属单位", "所属企业", "公司", "公司名称", "工作单位", "获奖单位", "获奖单位名称", "获奖企业", "获奖企业名称", "会员单位", "会员单位名称",
                    "施工企业", "施工企业名称", "施工单位",
                    "施工单位名称", "所在单位名称", "所在企业名称", "所属单位名称", "所属企业名称", "班组所在单位", "班组所在企业", "班组所属单位",
                    "班组所属企业", "建设单位名称", "养护单位", "养护企业", "企业名", "enterprise", "company", "organisation",
                    "organization",
                ]
            ),
            (
                .roster(.province),
                [
                    "省份", "省", "省市", "省市区", "省区市", "省自治区直辖市", "地区", "所在省份", "所在省", "所属省份", "所在地区", "所属地区",
                    "推荐省份", "所在地", "所在省市", "所在省市区", "所在省区市", "所属省市", "省级行政区", "省别", "单位所在地", "企业所在地", "企业所在省份",
                    "省名", "省份名称", "所属地", "行政区域", "行政区", "地域", "区域", "province", "region",
                ]
            ),
            (.roster(.mode), ["申报方式", "申报类型", "申报途径", "申报渠道", "推荐方式", "mode"]),
            (
                .roster(.recommender),
                [
                    "推荐单位", "推荐单位名称", "推荐部门", "推荐组织", "推荐者", "推荐方", "推荐协会", "推荐协会名称", "推荐机构", "组织推荐单位", "申报协会",
                    "recommender",
                    "recommendedby",
                ]
            ),
            (.roster(.members), ["班组人数", "人数", "成员人数", "班组成员人数", "班组成员数", "成员数", "members", "size"]),
            (.roster(.reason), ["撤销原因", "withdrawnreason"]),
            (.serial, ["序号", "序", "号", "no", "number", "排序", "顺序号"]),
            (
                .city,
                ["城市", "市", "所在城市", "所在市", "所属城市", "地市", "地级市", "地州市", "市州", "设区市", "推荐城市", "city"]
            ),
            (.year, ["年度", "年份", "申报年度", "year"]),
            (
                .derived,
                [
                    "企业现名", "enterprisepresentname", "行政区划代码", "provincecode", "年度状态", "editionstatus", "网址", "url",
                ]
            ),
        ]
        var meanings: [String: Meaning] = [:]
        for (meaning, texts) in names { for text in texts { meanings[text] = meaning } }
        // Lists that this program exports have fields of write-ups as well.
        for field in WriteUpFields.listed {
            for name in [field.schema.english, field.schema.chinese] {
                meanings[TableHeader.simplified(name)] = .derived
            }
        }
        // The roster's own names, as `simplified` leaves them.
        for column in RosterColumn.allCases {
            meanings[TableHeader.simplified(column.rawValue)] = .roster(column)
            meanings[column.chineseName] = .roster(column)
        }
        return meanings
    }()

    /// Parts of names of columns about people: the application form asks for them, the list does not show them.
    private static let personalWords = [
        "联系", "手机", "电话", "邮箱", "邮件", "地址", "邮编", "邮政编码", "身份证", "组长", "姓名", "负责人", "微信", "qq", "contact",
        "mobile", "phone", "mail", "address", "postcode", "leader",
    ]
}
