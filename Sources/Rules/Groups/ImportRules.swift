import Diagnostics

/// Rules about tables and forms that others hand in and an import takes over.
extension Rule {
    private static let names = "编号,班组名称,企业名称,省份,推荐单位\n"
    private static let team = "zj-001,甲班组,浙江甲市政有限公司,浙江,自荐\n"

    package static let importUnreadable = Rule(
        "import/unreadable", .error, .fixed,
        zh: "导入的文件必须读得出名单或申报表。", en: "A file to import must hold a list or a form that can be read.",
        reason: LocalizedText(
            zh: "名单用 .xlsx 或 .csv，申报表用网站发布的 .docx，不设密码。打不开的，请在 Excel、Word 或 WPS 中另存一次。",
            en:
                "Lists are .xlsx or .csv, forms the .docx of the site, without a password. Save anew in Excel, Word or WPS what cannot be opened."
        ),
        example: RuleExample(.resultTable, wrong: names, right: names + team))
    package static let importColumn = Rule(
        "import/column", .error, .fixed,
        zh: "名单表必须有表头，各列的名称认得出，一种内容只有一列。",
        en: "A table must have a header with columns that are known, one of each meaning.",
        reason: LocalizedText(
            zh: "要有“班组名称”和“企业名称”两列，次序不限。看起来是推荐单位或省份的列，名称不同时先问，不猜。",
            en:
                "It names the columns “team” and “enterprise”, in any order. A column that looks like recommender or province under another name is asked about, not guessed."
        ),
        example: RuleExample(
            .resultTable, wrong: "班组名称,所属单位,所属单位\n甲班组,浙江甲市政有限公司,浙江乙市政有限公司\n",
            right: "班组名称,企业名称,省份\n甲班组,浙江甲市政有限公司,浙江\n"))
    package static let importLeftOut = Rule(
        "import/left-out", .hint, .fixed,
        zh: "没有导入的内容要列出来。", en: "What an import leaves out is told.",
        reason: LocalizedText(
            zh: "标题、附注、图片和网站没有的栏目不带出；请看一下里面有没有要更正的内容。",
            en:
                "Titles, notes, pictures and fields that the site has no place for stay out: look whether they correct something."
        ),
        example: RuleExample(
            .resultTable, wrong: "班组名称,企业名称,省份,备注\n甲班组,浙江甲市政有限公司,浙江,好\n",
            right: "班组名称,企业名称,省份\n甲班组,浙江甲市政有限公司,浙江\n"))
    package static let importPersonalData = Rule(
        "import/personal-data", .hint, .fixed,
        zh: "个人信息不进网站的内容。", en: "Data about people do not go into the content.",
        reason: LocalizedText(
            zh: "联系人、电话等只供协会使用，导入时不带出，并逐项说明。",
            en: "Contacts, telephones and the like are for the association alone: they stay out and are named."),
        basis: LocalizedText(
            zh: "《个人信息保护法》第六条", en: "Art. 6 of the Personal Information Protection Law"),
        example: RuleExample(
            .resultTable, wrong: "班组名称,企业名称,省份,联系人\n甲班组,浙江甲市政有限公司,浙江,某某\n",
            right: "班组名称,企业名称,省份\n甲班组,浙江甲市政有限公司,浙江\n"))
    package static let importReading = Rule(
        "import/reading", .hint, .fixed,
        zh: "与表中写法不同而读入的，要说明。", en: "What is read otherwise than it stands is told.",
        reason: LocalizedText(
            zh: "换行、看不见的字符、公式、“同上”和省份的别的写法照多数人的理解读取，原文和读法一并列出。",
            en:
                "Line breaks, characters nobody sees, formulas, ditto marks and other spellings of provinces are read as most people would; both are shown."
        ),
        example: RuleExample(
            .resultTable, wrong: "班组名称,企业名称,省份\n\"甲\n班组\",浙江甲市政有限公司,浙江\n",
            right: "班组名称,企业名称,省份\n甲班组,浙江甲市政有限公司,浙江\n"))
    package static let importDoubtful = Rule(
        "import/doubtful", .warning, .fixed,
        zh: "读入了但可能不对的，要由人核对。", en: "What was taken over and may be wrong is for a person to check.",
        reason: LocalizedText(
            zh: "隐藏的行和列、画了删除线的文字、附注的记号、像是笔误的省份，都可能是要改的地方。",
            en:
                "Hidden rows and columns, struck-out words, marks of notes and slips may stand where something is to change."
        ),
        example: RuleExample(
            .resultTable, wrong: names + team.replacing("甲班组", with: "甲班组①") + "① 原名甲一班组,,,,\n",
            right: names + team))
    package static let importIncomplete = Rule(
        "import/incomplete", .error, .fixed,
        zh: "每一行都要有班组名称和企业名称。", en: "Every row names a team and its enterprise.",
        reason: LocalizedText(
            zh: "缺一样就不知道是谁。确实可以不要的行，加 --accept incomplete-rows。",
            en: "Without one of them nobody is meant. Rows that may go are left out with --accept incomplete-rows."),
        example: RuleExample(
            .resultTable, wrong: names + team + "zj-002,乙班组,,浙江,自荐\n",
            right: names + team + "zj-002,乙班组,浙江乙市政有限公司,浙江,自荐\n"))
    package static let importValue = Rule(
        "import/value", .error, .fixed,
        zh: "单元格和填写内容必须能用。", en: "A cell or an answer must hold what its place asks for.",
        reason: LocalizedText(
            zh: "公式没有结果、数字丢了后几位、编号或申报方式写法不对的，请在原文件中改好再导入。",
            en:
                "Mend formulas without results, numbers that lost digits, and wrong ids or words in the file itself, then import again."
        ),
        example: RuleExample(
            .resultTable, wrong: names + team.replacing("zj-001", with: "zj_001"), right: names + team))
    package static let importRecommender = Rule(
        "import/recommender", .error, .fixed,
        zh: "由谁推荐必须写明，推荐单位用 associations.yaml 中的名称。",
        en: "Who recommends is named, by its name in associations.yaml.",
        reason: LocalizedText(
            zh: "空着的推荐单位可能是自荐，也可能漏填；名称差一个字就成了另一家。企业自荐的写“自荐”。",
            en:
                "An empty recommender may mean that the enterprise applied itself, or that one was forgotten; one character makes another association. Write 自荐 for the former."
        ),
        example: RuleExample(
            .resultTable, wrong: names + team.replacing("自荐", with: "协会推荐"), right: names + team))
    package static let importProvince = Rule(
        "import/province", .error, .fixed,
        zh: "班组属于哪个省份必须看得出来，各处写的不能矛盾。",
        en: "The province of a team must be told, and nothing may contradict it.",
        reason: LocalizedText(
            zh: "按省统计和编号都靠它。省份写简称或全称；推荐单位或企业名称看不出来的，请在表中补上。",
            en:
                "Counts and ids depend on it. Write its short or full name; add it where neither recommender nor enterprise tells it."
        ),
        basis: LocalizedText(zh: "GB/T 2260", en: "GB/T 2260"),
        example: RuleExample(
            .resultTable, wrong: "班组名称,企业名称,推荐单位\n甲班组,甲市政有限公司,自荐\n",
            right: "班组名称,企业名称,省份,推荐单位\n甲班组,甲市政有限公司,浙江,自荐\n"))
    package static let importHeading = Rule(
        "import/heading", .error, .fixed,
        zh: "名单中间的标题必须看得懂：省份，或由谁推荐。",
        en: "Headings between rows must be understood: a province, or who recommends.",
        reason: LocalizedText(
            zh: "下面的班组属于哪个省份、由谁推荐，可能全靠这一行。别的名单请移到另一张工作表。",
            en: "Province and recommender of the teams below may stand there alone. Move another list to another sheet."
        ),
        example: RuleExample(
            .resultTable, wrong: "序号,班组名称,企业名称\n第三类,,\n1,甲班组,浙江甲市政有限公司\n",
            right: "序号,班组名称,企业名称\n浙江省,,\n1,甲班组,浙江甲市政有限公司\n"))
    package static let importCount = Rule(
        "import/count", .warning, .fixed,
        zh: "标题和合计中的数目应与行数一致。", en: "Numbers in headings and totals should agree with the rows.",
        reason: LocalizedText(
            zh: "不一致时，可能漏了一行，也可能多出一行。", en: "Where they differ, a row may be missing, or one too many."),
        example: RuleExample(
            .resultTable, wrong: "班组名称,企业名称\n浙江省（2个）,\n甲班组,浙江甲市政有限公司\n",
            right: "班组名称,企业名称\n浙江省（1个）,\n甲班组,浙江甲市政有限公司\n"))
    package static let importOtherList = Rule(
        "import/other-list", .error, .fixed,
        zh: "一张表只放一份名单，只有名单上的班组。", en: "A sheet holds one list, and teams of that list alone.",
        reason: LocalizedText(
            zh: "另一份名单（撤销的、落选的、备选的、别的年度的）和写明不在名单上的班组不能混进来；请移到别的工作表，或加 --accept other-lists 不导入它们。",
            en:
                "Teams that lost the title, did not get it, or are of another year, must not get in: move them to another sheet, or leave them out with --accept other-lists."
        ),
        example: RuleExample(
            .resultTable, wrong: names + team + "撤销名单,,,,\nzj-009,丙班组,浙江丙市政有限公司,浙江,自荐\n", right: names + team))
    package static let importDuplicate = Rule(
        "import/duplicate", .error, .fixed,
        zh: "一个班组、一个编号只出现一次。", en: "A team and an id stand in an import once.",
        reason: LocalizedText(
            zh: "重复的行或重复交来的表，要由人决定以哪一份为准。",
            en: "Of rows or forms that stand twice, a person says which one counts."),
        example: RuleExample(
            .resultTable, wrong: names + team + team.replacing("甲", with: "乙"),
            right: names + team + team.replacing("甲", with: "乙").replacing("zj-001", with: "zj-002")))
    package static let importWhichTeam = Rule(
        "import/which-team", .error, .fixed,
        zh: "是名单上的哪一个班组，必须没有疑问。", en: "Which team of the roster is meant must be beyond doubt.",
        reason: LocalizedText(
            zh: "编号就是网址，后面可能已有成果材料；编号和名称对不上、名称只是相近的，由人来定。",
            en:
                "An id is an address, and a write-up may stand behind it: where id and names disagree, or names are only alike, a person decides."
        ),
        example: RuleExample(
            .resultTable, wrong: names + "js-001,丁班组,江苏丁市政有限公司,江苏,自荐\n",
            right: names + "js-001,乙班组,乙市政有限公司,江苏,自荐\n"))
    package static let importNewTeam = Rule(
        "import/new-team", .error, .fixed,
        zh: "已公示或公布的名单不能由导入自行增加班组。", en: "A list that is announced does not grow by an import alone.",
        reason: LocalizedText(
            zh: "名单是一项决定。确实要增加的，加 --accept new-teams，并在年度文件的“更正”中写明。",
            en: "A list is a decision. Add --accept new-teams where one is to be added, and write the correction down."),
        example: RuleExample(
            .announcedTable, wrong: names + team, right: names + "js-001,乙班组,乙市政有限公司,江苏,自荐\n"))
    package static let importListChange = Rule(
        "import/list-change", .error, .fixed,
        zh: "已公示或公布的名单，名称、省份和撤销的状态不能由导入自行更改。",
        en: "Names, provinces and withdrawals of a list that is announced do not change by an import alone.",
        reason: LocalizedText(
            zh: "名单是一项决定。确实要更正的，加 --accept list-changes，并在年度文件的“更正”中写明。",
            en: "A list is a decision. Add --accept list-changes where it is corrected, and write the correction down."),
        example: RuleExample(
            .announcedTable, wrong: names + "js-001,丙班组,乙市政有限公司,江苏,自荐\n",
            right: names + "js-001,乙班组,乙市政有限公司,江苏,自荐\n"))
    package static let importSeveralTeams = Rule(
        "import/several-teams", .error, .fixed,
        zh: "一行写一个班组。", en: "A row holds one team.",
        reason: LocalizedText(
            zh: "每个班组有自己的编号和网页。", en: "Every team has an id and a page of its own."),
        example: RuleExample(
            .resultTable, wrong: names + "zj-001,\"甲班组\n乙班组\",浙江甲市政有限公司,浙江,自荐\n",
            right: names + team + "zj-002,乙班组,浙江甲市政有限公司,浙江,自荐\n"))
    package static let importNames = Rule(
        "import/names", .error, .fixed,
        zh: "班组名称和企业名称要写在各自的位置。", en: "The names of team and enterprise stand in their own places.",
        reason: LocalizedText(
            zh: "两列对调了的名单，会把企业当成班组公布。", en: "A list with both columns exchanged would announce firms as teams."),
        example: RuleExample(
            .resultTable, wrong: names + "zj-001,浙江甲市政有限公司,甲班组,浙江,自荐\n", right: names + team))
    package static let importYear = Rule(
        "import/year", .error, .fixed,
        zh: "导入的内容必须属于这一年度。", en: "What is imported belongs to the year.",
        reason: LocalizedText(
            zh: "别的年度的行不导入；标题或申报表写着别的年度时，请核对 --year。",
            en: "Rows of other years stay out; where a title or a form says another year, look at --year."),
        example: RuleExample(
            .resultTable, wrong: "年度,班组名称,企业名称,省份\n前年度,甲班组,浙江甲市政有限公司,浙江\n",
            right: "年度,班组名称,企业名称,省份\n2020,甲班组,浙江甲市政有限公司,浙江\n"))
    package static let importFilledIn = Rule(
        "import/filled-in", .hint, .fixed,
        zh: "由程序填写的内容要说明。", en: "What the program fills in is told.",
        reason: LocalizedText(
            zh: "表中空着而从推荐单位、企业名称或上面的标题看得出来的，由程序填写，请核对。",
            en: "What is empty and follows from recommender, enterprise or a heading is filled in: check it."),
        example: RuleExample(
            .resultTable, wrong: "班组名称,企业名称,推荐单位\n甲班组,浙江甲市政有限公司,自荐\n",
            right: "班组名称,企业名称,省份,推荐单位\n甲班组,浙江甲市政有限公司,浙江,自荐\n"))
    package static let importAnswer = Rule(
        "import/answer", .warning, .fixed,
        zh: "申报表的各栏和正文各部分都应填写，只写一种答案，字数合乎要求。",
        en: "A form should be answered in every field and part, in one way, at the length asked for.",
        reason: LocalizedText(
            zh: "缺的内容由班组补上，不由程序补写。", en: "What is missing is for the team to add; the program makes nothing up."),
        example: RuleExample(.filledForm, wrong: "班组名称：甲班组\n企业名称：\n", right: "班组名称：甲班组\n企业名称：浙江甲市政有限公司\n"))

    package static let importRules: [Rule] = [
        importUnreadable, importColumn, importLeftOut, importPersonalData, importReading, importDoubtful,
        importIncomplete, importValue, importRecommender, importProvince, importHeading, importCount, importOtherList,
        importDuplicate, importWhichTeam, importNewTeam, importListChange, importSeveralTeams, importNames, importYear,
        importFilledIn, importAnswer,
    ]
}
