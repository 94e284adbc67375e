import Diagnostics

/// Rules of the programme: what the measures (管理办法) and the call ask of teams, write-ups and editions.
extension Rule {
    private static func article(_ number: String, _ englishNumber: Int) -> LocalizedText {
        LocalizedText(zh: "管理办法第\(number)条", en: "The measures, Art. \(englishNumber)")
    }

    package static let metaRateBelow90 = Rule(
        "meta/rate-below-90", .warning,
        zh: "培训率和考试合格率应不低于 90%。", en: "Training and pass rates are at least 90 %.",
        reason: LocalizedText(
            zh: "请与申报材料核对；数字属实时，在文件开头关掉这项检查并写明理由。",
            en: "Compare with the application; where the number is right, exempt the file with the reason."),
        basis: article("八", 8),
        example: RuleExample(
            .writeUpFields, wrong: "training: {rate: 86, pass: 95}\n", right: "training: {rate: 96, pass: 95}\n"))
    package static let metaAccidents = Rule(
        "meta/accidents", .error, .fixed,
        zh: "近三年发生事故的班组不得列入。", en: "A team with an accident in the last three years cannot be listed.",
        reason: LocalizedText(
            zh: "申报条件之一是近三年没有发生质量、安全和环境事故。",
            en: "No quality, safety or environmental accident in three years is a condition of applying."),
        basis: article("十四", 14),
        example: RuleExample(.writeUpFields, wrong: "accidents: 1\n", right: "accidents: 0\n"))
    package static let registeredOneYear = Rule(
        "award/registered-one-year", .warning,
        zh: "班组注册满一年方可参评。", en: "A team is assessed one year after its registration at the earliest.",
        reason: LocalizedText(
            zh: "以当年申报截止日为基准提示编辑核对。", en: "Counted to the edition's deadline, so that an editor looks at it."),
        basis: article("十七", 17),
        example: RuleExample(.writeUpFields, wrong: "registered: 2020-03-01\n", right: "registered: 2018-03-01\n"))
    package static let writeUpWithoutRow = Rule(
        "award/write-up-without-row", .error, .fixed,
        zh: "成果材料必须对应名单中的一个班组。", en: "A write-up must belong to a team of the roster.",
        reason: LocalizedText(
            zh: "成果材料的文件名就是班组编号；名单里没有这个编号，材料就没有页面。建议的编号只从题目里的班组名称来，从不看编号像不像。",
            en:
                "A write-up's file name is its team's id; without that id in the roster it has no page. What is proposed comes from the team that the title names, never from ids that look alike."
        ),
        example: RuleExample(.fileName, wrong: "content/awards/2020/zj-010.md", right: "content/awards/2020/zj-001.md"))
    package static let writeUpOfOtherTeam = Rule(
        "award/write-up-of-other-team", .error,
        zh: "成果材料的题目写了班组名称的，必须是文件名那个编号的班组。",
        en: "A write-up whose title names a team must name the one whose id its file is called by.",
        reason: LocalizedText(
            zh:
                "成果材料登在文件名那个编号的班组页上；题目写的是另一个班组，多半是文件放错了编号，材料就登到了别人名下。题目可以比班组名称长，也可以只写做法、不写班组；“班”与“班组”、全角半角、一两处明显的笔误不算不同，数字和省份不同就是另一个班组。",
            en:
                "A write-up shows on the page of the team that its file is called by; a title that names another mostly means a wrong id, so that the text stands under another team's title. A title may be longer than the name, or tell of a method and name none. Ways of writing make no difference; numbers and provinces do."
        ),
        example: RuleExample(
            .file("content/awards/2020/zj-001.md"), wrong: "---\ntitle: 丙班组：三检三复\n---\n\n正文。\n",
            right: "---\ntitle: 甲班组：三检三复\n---\n\n正文。\n"))
    package static let draftWithoutRow = Rule(
        "award/draft-without-row", .hint,
        zh: "草稿在名单里有了对应的班组，预览才看得到。", en: "A draft shows in a preview once its team is in the roster.",
        reason: LocalizedText(
            zh: "成果材料的页面就是名单中班组的页面；先写材料、后加名单行时，预览里没有这篇材料，也不会另有提示。",
            en: "A write-up's page is that of the team in the roster; written before the row, it shows nowhere."),
        example: RuleExample(
            .draftName, wrong: "content/awards/2020/zj-010.md", right: "content/awards/2020/bt-001.md"))
    package static let announcedMismatch = Rule(
        "award/announced-mismatch", .error, .fixed,
        zh: "名单的数量必须与公布数一致。", en: "The roster must agree with the announced numbers.",
        reason: LocalizedText(
            zh: "公布文件写的总数和分省数，应当与名单逐项相符；撤销的班组仍计入公布数。",
            en: "Totals of the announcement and rows of the roster agree; withdrawn teams still count as announced."),
        example: RuleExample(
            .editionFields, wrong: "status: final\npublished: 2019-11-30\nannounced: {total: 3}\n",
            right: "status: final\npublished: 2019-11-30\nannounced: {total: 2}\n"))
    package static let writeUpLength = Rule(
        "award/write-up-length", .warning,
        zh: "成果材料应为 \(TextLengths.writeUp.words.zh)字。",
        en: "A write-up has \(TextLengths.writeUp.words.en) characters.",
        reason: LocalizedText(
            zh: "汉字逐字计，外文单词和数各计一个，标点不计。",
            en: "Each Han character, each word of another script and each number counts as one; punctuation does not."),
        basis: LocalizedText(zh: "申报表填写要求", en: "Application form"),
        example: RuleExample(
            .writeUp, wrong: "## 班组简介\n\n只有一句话。\n",
            right: "## 班组简介\n\n" + String(repeating: "班组每天开工前核对压实记录，发现偏差当场复测。", count: 110) + "\n"))
    package static let writeUpParts = Rule(
        "award/write-up-parts", .warning,
        zh: "成果材料应有申报表规定的五个部分。", en: "A write-up has the five parts of the application form.",
        reason: LocalizedText(
            zh: "五个部分是班组简介，班组建设，质量意识与方法应用，质量改进与创新，服务、目标与成效；每部分用一个二级标题，标题可以展开写。",
            en:
                "The parts are: the team; its foundations; quality awareness and methods; improvement and innovation; service, goals and results. Each has a heading of the second level."
        ),
        basis: LocalizedText(zh: "申报表填写要求", en: "Application form"),
        example: RuleExample(
            .writeUp, wrong: "## 班组简介\n\n## 班组建设\n\n## 服务、目标与成效\n",
            right: "## 班组简介\n\n## 班组建设\n\n## 质量意识与方法应用\n\n## 质量改进与创新\n\n## 服务、目标与成效\n"))
    package static let worseIndicator = Rule(
        "award/worse-indicator", .warning,
        zh: "写进成果的指标不应变差。", en: "An indicator told as a result should not have become worse.",
        reason: LocalizedText(
            zh: "改进后的值比改进前差，多半是两个数写反了，或“方向”写错了。",
            en:
                "A value that is worse afterwards mostly means that two numbers or the direction are the wrong way round."
        ),
        example: RuleExample(
            .writeUpFields, wrong: "indicators: [{name: 返修率, unit: \"%\", before: 2, after: 8.5, better: lower}]\n",
            right: "indicators: [{name: 返修率, unit: \"%\", before: 8.5, after: 2, better: lower}]\n"))
    package static let publicityDays = Rule(
        "award/publicity-days", .error,
        zh: "公示期至少五个工作日。", en: "A publicity period has at least five working days.",
        reason: LocalizedText(
            zh: "周一至周五各计一个工作日；法定节假日请自行扣除。", en: "Monday to Friday count; take public holidays off yourself."),
        example: RuleExample(
            .editionFields,
            wrong:
                "status: final\npublished: 2019-11-30\npublicity: {from: 2019-11-15, to: 2019-11-18, contact: 样例办公室}\n",
            right:
                "status: final\npublished: 2019-11-30\npublicity: {from: 2019-11-15, to: 2019-11-21, contact: 样例办公室}\n")
    )
    package static let finalTooEarly = Rule(
        "award/final-too-early", .error,
        zh: "公示期结束之后才能公布。", en: "Results are final only after their publicity period.",
        reason: LocalizedText(
            zh: "公示期内仍可提出异议，公布日期应在公示结束之后。", en: "Objections are possible until the last day of the period."),
        basis: article("二十二", 22),
        example: RuleExample(
            .editionFields,
            wrong:
                "status: final\npublished: 2019-11-20\npublicity: {from: 2019-11-15, to: 2019-11-21, contact: 样例办公室}\n",
            right:
                "status: final\npublished: 2019-11-30\npublicity: {from: 2019-11-15, to: 2019-11-21, contact: 样例办公室}\n")
    )
    package static let finalWithoutDate = Rule(
        "award/final-without-date", .error,
        zh: "已公布的年度必须写明公布日期。", en: "An edition that is final has its day of publication.",
        reason: LocalizedText(
            zh: "没有公布日期，公众无法核对名单从哪一天起有效，公示期是否已满也查不出来。请写“发布日期”。",
            en:
                "Without it nobody can tell since when the list is valid, or whether the publicity period was over. Write published."
        ),
        basis: article("二十二", 22),
        example: RuleExample(.editionFields, wrong: "status: final\n", right: "status: final\npublished: 2019-11-30\n"))
    package static let partialScores = Rule(
        "award/partial-scores", .error,
        zh: "五项评分要么都写，要么都不写。", en: "Either all five criteria have points, or none.",
        reason: LocalizedText(
            zh: "总分是五项之和，缺一项就无法核对。漏写的请补上，不需要的整项删去。",
            en: "The total is the sum of all five; with one missing it cannot be checked. Add it, or leave all out."),
        basis: article("十九", 19),
        example: RuleExample(
            .writeUpFields, wrong: "scores: {demand: 13, planning: 21}\n",
            right: "scores: {demand: 13, planning: 21, process: 26, results: 13, features: 12}\n"))
    package static let recommenderProvince = Rule(
        "award/recommender-province", .warning,
        zh: "推荐单位的省份应与班组所列省份一致。", en: "The recommending association's province is that of the row.",
        reason: LocalizedText(
            zh: "推荐单位名称里有另一个省的名称，多半是省份或推荐单位填错了行。",
            en: "A recommender with another province in its name mostly means that a cell slipped into the wrong row."),
        basis: article("十六", 16),
        example: RuleExample(
            .rosterRow, wrong: "zj-001,甲班组,丁市政有限公司,江苏,recommended,浙江省样例市政协会,title,14,held,,,,,\n",
            right: "zj-001,甲班组,丁市政有限公司,浙江,recommended,浙江省样例市政协会,title,14,held,,,,,\n"))
    package static let enterpriseProvince = Rule(
        "award/enterprise-province", .warning,
        zh: "企业名称开头的省份应与班组所列省份一致。", en: "The province an enterprise's name begins with is that of the row.",
        reason: LocalizedText(
            zh: "企业在外省的班组由外省推荐时，请在文件开头关掉这项检查并写明理由。",
            en: "For a team that works in another province, exempt the edition with the reason."),
        example: RuleExample(
            .rosterRow, wrong: "zj-001,甲班组,浙江丁市政有限公司,江苏,self,,title,14,held,,,,,\n",
            right: "zj-001,甲班组,浙江丁市政有限公司,浙江,self,,title,14,held,,,,,\n"))
    package static let changedList = Rule(
        "award/changed-list", .error,
        zh: "公开过的名单，改动须有更正说明。", en: "A list that was published changes only with a correction that says so.",
        reason: LocalizedText(
            zh:
                "名单是决定。公开之后增加、删去班组，改动班组名称、企业名称、省份、推荐单位或编号，取消撤销或改撤销日期，都要在年度的“更正”里写明，读者才知道改了什么、为什么改；更正要写成检查给出的那句话，例如：班组名称由“甲”更正为“乙”；看不懂的不算。发布日期改了的也要写明。编号不能给别的班组，公布的年度不能整个撤下或改回公示。企业改名写进 enterprises.yaml。公示后没有入选的班组，把它的网址写进年度的“旧网址”。每次发布时，published-urls.txt 记下首次公开的名单，此后据此核对。",
            en:
                "A list is a decision. Teams that are added or removed, names, provinces, recommenders and ids that change, and withdrawals that are taken back or get another day are told by the edition's corrections, so that readers know what changed and why, in the sentences that a check proposes (the team's name is corrected from “A” to “B”); what is not understood does not count. Another day of publication is told as well. An id goes to no other team, and a final list is neither taken away nor put into publicity again. New names of enterprises stand in enterprises.yaml. Of a team that is left out after publicity, the address goes into the edition's aliases. What was first published is kept in published-urls.txt by every build that publishes."
        ),
        example: RuleExample(
            .file("published-urls.txt"),
            wrong: "@list\t2019\tfinal\n@team\t2019/zj-001\t甲班组\t甲市政有限公司\n@team\t2019/js-001\t乙班组\t乙市政有限公司\n",
            right:
                "@list\t2019\tfinal\n@team\t2019/zj-001\t甲班组\t甲市政有限公司\n@team\t2019/js-001\t乙班组, 一队\t乙市政有限公司\n"))
    package static let correctionContradicted = Rule(
        "award/correction-contradicted", .error,
        zh: "名单必须与最近的更正一致。", en: "A list must be as its latest corrections say.",
        reason: LocalizedText(
            zh: "“更正”写明由甲更正为乙、名单里却是甲，读者不知道信哪一个：多半是名单又改了回去，或者改错了行。只看每项最近的一条更正。",
            en:
                "Where a correction says from one to another and the list has the first, readers do not know which is true: mostly the list was changed back, or another row was corrected. The latest correction of each cell counts."
        ),
        example: RuleExample(
            .editionFields,
            wrong:
                "status: final\npublished: 2019-11-30\ncorrections: [{date: 2020-02-01, id: zj-001, text: 班组名称由“甲班组”更正为“乙班组”}]\n",
            right:
                "status: final\npublished: 2019-11-30\ncorrections: [{date: 2020-02-01, id: zj-001, text: 班组名称由“乙班组”更正为“甲班组”}]\n"
        ))
    package static let correctionDate = Rule(
        "award/correction-date", .error,
        zh: "更正的日期不能早于名单公开的日期。", en: "A correction cannot be older than the list.",
        reason: LocalizedText(
            zh: "名单公开以前没有可以更正的内容：多半是年份写错了，读者会以为更正在公布时就有。",
            en:
                "Before the list was published there was nothing to correct: mostly the year is wrong, and readers would think that the correction was there from the beginning."
        ),
        example: RuleExample(
            .editionFields,
            wrong:
                "status: final\npublished: 2019-11-30\ncorrections: [{date: 2019-02-01, text: 公布文件的页码有误}]\n",
            right:
                "status: final\npublished: 2019-11-30\ncorrections: [{date: 2020-02-01, text: 公布文件的页码有误}]\n"))
    package static let correctionAhead = Rule(
        "award/correction-ahead", .warning,
        zh: "更正的日期不应晚于今天。", en: "The day of a correction should have come.",
        reason: LocalizedText(
            zh: "日期未到之前，网站不显示这条更正，它也不能说明名单的改动；年份写错时，更正就一直看不到。",
            en:
                "Until that day the correction is not shown and explains no change of the list; with a wrong year, nobody sees it."
        ),
        example: RuleExample(
            .editionFields,
            wrong:
                "status: final\npublished: 2019-11-30\ncorrections: [{date: 2099-02-01, text: 公布文件的页码有误}]\n",
            right:
                "status: final\npublished: 2019-11-30\ncorrections: [{date: 2020-02-01, text: 公布文件的页码有误}]\n"))
    package static let supersededText = Rule(
        "award/superseded-rule", .warning,
        zh: "不应再引用已被代替的制度。", en: "A rule that was superseded should not be linked to as if it were in force.",
        reason: LocalizedText(
            zh: "请改引现行文本；讲历史时确需引用旧文本的，关掉这项检查并写明理由。",
            en: "Link to the text in force; where history is told, exempt the link with the reason."),
        example: RuleExample(
            .file("content/rules/measures-2020.md"),
            wrong:
                "---\ntitle: 样例办法（2020年修订）\ndate: 2020-05-01\nsupersedes: measures.md\n---\n\n第一条 依[旧办法](measures.md)办理。\n",
            right: "---\ntitle: 样例细则\ndate: 2020-05-01\n---\n\n第一条 依[办法](measures.md)办理。\n"))
    package static let expiredForm = Rule(
        "award/expired-form", .warning,
        zh: "申报期间应有在有效期内的表格。", en: "While a call is open, the form it offers must be valid.",
        reason: LocalizedText(
            zh: "申报截止日在表格有效期之外，填表人会用错版本。",
            en: "A form whose validity ends before the deadline makes people fill in the wrong version."),
        example: RuleExample(
            .file("content/forms/application/index.md"),
            wrong:
                "---\ntitle: 申报表\nversion: \"2020\"\nvalid: {from: 2020-05-15, to: 2020-06-30}\nfiles: [form.txt]\n---\n\n填写说明。\n",
            right:
                "---\ntitle: 申报表\nversion: \"2020\"\nvalid: {from: 2020-05-15, to: 2020-07-31}\nfiles: [form.txt]\n---\n\n填写说明。\n"
        ))

    /// The group of this file.
    static let awardRules: [Rule] = [
        metaRateBelow90, metaAccidents, registeredOneYear, writeUpWithoutRow, writeUpOfOtherTeam, draftWithoutRow,
        announcedMismatch,
        writeUpLength, writeUpParts, worseIndicator, publicityDays, finalTooEarly, finalWithoutDate, partialScores,
        recommenderProvince, enterpriseProvince, changedList, correctionContradicted, correctionDate, correctionAhead,
        supersededText, expiredForm,
    ]
}
