import Diagnostics

/// Rules about rosters.
extension Rule {
    private static let header = "id,team,enterprise,province,mode,recommender,honors,members,standing\n"
    private static let rows =
        "zj-001,甲班组,甲市政有限公司,浙江,self,,title,12,held\njs-001,乙班组,乙市政有限公司,江苏,self,,title,8,held\n"

    package static let rosterSyntax = Rule(
        "roster/syntax", .error, .fixed,
        zh: "名单必须是写得正确的 CSV。", en: "A roster must be a well-formed CSV file.",
        reason: LocalizedText(
            zh: "列之间用半角逗号；文字里有逗号或引号时，整个单元格放进半角引号。请在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”。",
            en:
                "Columns are separated by commas; a cell that holds a comma or a quote is quoted. Save as “CSV UTF-8 (comma delimited)”."
        ),
        basis: LocalizedText(zh: "RFC 4180", en: "RFC 4180"),
        example: RuleExample(
            .file("content/awards/2019/roster.csv"), wrong: (header + rows).replacing(",", with: ";"),
            right: header + rows))
    package static let rosterColumn = Rule(
        "roster/column", .error, .fixed,
        zh: "名单的列必须是规定的列，每行列数相同。", en: "A roster has the known columns, every row as many.",
        reason: LocalizedText(
            zh: "第一行写列名，中文名和英文名都可以；空着的单元格也要保留逗号。",
            en: "The first row names the columns, in either language; empty cells keep their commas."),
        example: RuleExample(
            .file("content/awards/2019/roster.csv"), wrong: header.replacing("team", with: "班组称呼") + rows,
            right: header + rows)
    )
    package static let rosterValue = Rule(
        "roster/value", .error, .fixed,
        zh: "单元格的值必须符合该列的规定。", en: "A cell must hold what its column asks for.",
        reason: LocalizedText(
            zh: "编号用小写字母、数字和 -，人数是正整数，日期写 2020-05-15。",
            en: "Ids are a-z, 0-9 and -, members a positive number, days like 2020-05-15."),
        example: RuleExample(
            .rosterRow, wrong: "zj-001,甲班组,丁市政有限公司,浙江,self,,title,约14人,held,,,,,\n",
            right: "zj-001,甲班组,丁市政有限公司,浙江,self,,title,14,held,,,,,\n"))
    package static let rosterWrittenForm = Rule(
        "roster/written-form", .hint,
        zh: "单元格和列最好按规定的写法保存。", en: "Cells and columns should be saved in the usual form.",
        reason: LocalizedText(
            zh: "Excel 和 WPS 会把日期改写成 2026/11/25、留下空列；意思没有疑问，照样读入，用 check --fix 一次改好，以后比较两个版本时不会满篇都是改动。",
            en:
                "Excel and WPS rewrite days as 2026/11/25 and leave empty columns. What they mean is beyond doubt and is read; `check --fix` puts it right, so that two versions can be compared."
        ),
        example: RuleExample(
            .rosterRow, wrong: "zj-001,甲班组,丁市政有限公司,浙江,self,,title,14人,held,,,,,\n",
            right: "zj-001,甲班组,丁市政有限公司,浙江,self,,title,14,held,,,,,\n"))
    package static let rosterProvince = Rule(
        "roster/province", .error, .fixed,
        zh: "省份必须写简称、全称或行政区划代码。", en: "A province is given by its short or full name or its code.",
        reason: LocalizedText(
            zh: "按省统计和网址都靠它；新疆生产建设兵团单独列，写“兵团”。",
            en: "Counts and addresses depend on it; the Xinjiang Corps is a unit of its own."),
        basis: LocalizedText(zh: "GB/T 2260", en: "GB/T 2260"),
        example: RuleExample(
            .rosterRow, wrong: "zj-001,甲班组,丁市政有限公司,浙江市,self,,title,14,held,,,,,\n",
            right: "zj-001,甲班组,丁市政有限公司,浙江,self,,title,14,held,,,,,\n"))
    package static let rosterDuplicateID = Rule(
        "roster/duplicate-id", .error, .fixed,
        zh: "编号在同一年度不得重复。", en: "An id is unique in its year.",
        reason: LocalizedText(zh: "编号是班组页面的网址。", en: "The id is the address of the team's page."),
        example: RuleExample(
            .rosterRow, wrong: "js-002,甲班组,丁市政有限公司,浙江,self,,title,14,held,,,,,\n",
            right: "zj-001,甲班组,丁市政有限公司,浙江,self,,title,14,held,,,,,\n"))
    package static let rosterDuplicateTeam = Rule(
        "roster/duplicate-team", .error,
        zh: "同一企业的同一班组在一个年度只能出现一次。", en: "A team of an enterprise stands in a year once.",
        reason: LocalizedText(
            zh: "多半是同一行粘贴了两次；只差空格、全半角，或只差“班”“班组”、“有限公司”“有限责任公司”的名称算同一个。",
            en:
                "Mostly a row was pasted twice; names that differ in spaces or width only, or in endings such as 班 and 班组, are the same."
        ),
        example: RuleExample(
            .rosterRow, wrong: "zj-001,丙班组,乙市政有限公司,江苏,self,,title,14,held,,,,,\n",
            right: "zj-001,丙二班组,乙市政有限公司,江苏,self,,title,14,held,,,,,\n"))
    package static let rosterEnterpriseID = Rule(
        "roster/enterprise-id", .error, .fixed,
        zh: "企业编号必须与 enterprises.yaml 中这个名称的编号相同。",
        en: "An enterprise's id is the one that its name has in enterprises.yaml.",
        reason: LocalizedText(
            zh: "编号不同就成了两家企业、两个页面，一家企业的班组分在两处；改了 enterprises.yaml 里的编号，各年的名单也要改。",
            en:
                "With another id one enterprise becomes two, on two pages, each with a part of its teams. Where an id is changed in enterprises.yaml, the rosters follow."
        ),
        example: RuleExample(
            .rosterRow, wrong: "zj-001,丁班组,甲城市建设有限公司,浙江,self,,title,14,held,,,,jai,\n",
            right: "zj-001,丁班组,甲城市建设有限公司,浙江,self,,title,14,held,,,,jia,\n"))
    package static let rosterNameMark = Rule(
        "roster/name-mark", .warning,
        zh: "名称不应带附注的记号。", en: "A name should not bear the mark of a note.",
        reason: LocalizedText(
            zh: "“甲班组*”“乙班组①”的记号指向原表里的附注，名单里没有附注，证书和查询页上却会照印。请去掉记号，要说明的写进年度的说明；确实是名称的一部分时，关掉这项检查并写明理由。",
            en:
                "The mark of “甲班组*” leads to a note of the table it came from, which a roster does not have; certificates and the page for checking would show it. Take it away and tell in the edition what the note says; where it is part of the name, exempt the file with the reason."
        ),
        example: RuleExample(
            .rosterRow, wrong: "zj-001,丁班组*,丁市政有限公司,浙江,self,,title,14,held,,,,,\n",
            right: "zj-001,丁班组,丁市政有限公司,浙江,self,,title,14,held,,,,,\n"))
    package static let rosterName = Rule(
        "roster/name", .error,
        zh: "班组、企业和推荐单位的名称必须是名称，不带别的话。",
        en: "Names of teams, enterprises and recommenders are names, and nothing more.",
        reason: LocalizedText(
            zh: "数目、地名、“待定”不是班组的名称；“（已撤销）”“（班组长张某）”“由某协会推荐”写在名称里，证书和查询页上就会照印。名称确实如此的，关掉这项检查并写明理由。",
            en:
                "A number, a place or “to be decided” names no team; what else stands in the cell, such as “(withdrawn)”, a person or “recommended by”, certificates and the page for checking would show. Where it is the name, exempt the edition with the reason."
        ),
        example: RuleExample(
            .rosterRow, wrong: "zj-001,丁班组（已撤销）,丁市政有限公司,浙江,self,,title,14,held,,,,,\n",
            right: "zj-001,丁班组,丁市政有限公司,浙江,self,,title,14,held,,,,,\n"))
    package static let rosterCombination = Rule(
        "roster/combination", .error, .fixed,
        zh: "推荐、撤销和荣誉各列必须配合一致。", en: "Recommendation, withdrawal and honours must fit together.",
        reason: LocalizedText(
            zh: "协会推荐的写推荐单位，企业自荐的不写；撤销的写日期和原因；中国质量协会的荣誉附来源。",
            en:
                "A recommended team names its recommender, a self-nominated one does not; a withdrawal has its day and reason; an honour of the China Association for Quality its source."
        ),
        basis: LocalizedText(zh: "管理办法第十六条、第二十一条、第二十三条", en: "The measures, Art. 16, 21, 23"),
        example: RuleExample(
            .rosterRow, wrong: "zj-001,甲班组,丁市政有限公司,浙江,recommended,,title,14,held,,,,,\n",
            right: "zj-001,甲班组,丁市政有限公司,浙江,recommended,浙江样例协会,title,14,held,,,,,\n"))
    package static let rosterMissing = Rule(
        "roster/missing", .error, .fixed,
        zh: "公示和公布的年度必须有名单 roster.csv，其中至少有一个班组。",
        en: "An edition that is public must have its roster.csv with at least one team.",
        reason: LocalizedText(zh: "没有名单就没有入选班组的页面。", en: "Without it there are no pages of teams."),
        example: RuleExample(
            .file("content/awards/2018/index.md"),
            wrong:
                "---\ntitle: 2018年度名单\nyear: 2018\nstatus: final\npublished: 2018-11-30\ndeadline: 2018-07-31\n---\n\n公布文字。\n",
            right: "---\ntitle: 2018年度名单\nyear: 2018\nstatus: draft\ndeadline: 2018-07-31\n---\n\n公布文字。\n"))

    package static let withdrawalDate = Rule(
        "roster/withdrawal-date", .error,
        zh: "撤销日期不得早于授予称号的时间。", en: "A title cannot be withdrawn before it was given.",
        reason: LocalizedText(
            zh: "变动记录和班组页面按撤销日期写明称号从哪一天起无效，日期错了会误导查询的人。",
            en: "The record of changes and the team's page say since when the title is void; a wrong day misleads."),
        basis: LocalizedText(zh: "管理办法第二十三条", en: "The measures, Art. 23"),
        example: RuleExample(
            .rosterRow, wrong: "zj-001,甲班组,丁市政有限公司,浙江,self,,title,14,withdrawn,2019-06-22,用户连续投诉,,,\n",
            right: "zj-001,甲班组,丁市政有限公司,浙江,self,,title,14,withdrawn,2020-12-01,用户连续投诉,,,\n"))
    package static let withdrawalAhead = Rule(
        "roster/withdrawal-ahead", .warning,
        zh: "撤销日期不应晚于今天。", en: "The day of a withdrawal should have come.",
        reason: LocalizedText(
            zh: "日期未到之前，网站仍把班组显示为有效；年份写错时，撤销就一直看不到。",
            en: "Until that day the team is shown as holding its title; with a wrong year, nobody sees the withdrawal."),
        basis: LocalizedText(zh: "管理办法第二十三条", en: "The measures, Art. 23"),
        example: RuleExample(
            .rosterRow, wrong: "zj-001,甲班组,丁市政有限公司,浙江,self,,title,14,withdrawn,2021-06-22,用户连续投诉,,,\n",
            right: "zj-001,甲班组,丁市政有限公司,浙江,self,,title,14,withdrawn,2020-11-10,用户连续投诉,,,\n"))

    /// The group of this file.
    static let rosterRules: [Rule] = [
        rosterSyntax, rosterColumn, rosterValue, rosterWrittenForm, rosterProvince, rosterDuplicateID,
        rosterDuplicateTeam, rosterEnterpriseID, rosterNameMark, rosterName,
        rosterCombination, rosterMissing, withdrawalDate, withdrawalAhead,
    ]
}
