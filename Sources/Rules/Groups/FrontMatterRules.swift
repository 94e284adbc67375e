import Diagnostics

/// Rules about front matter and the YAML files.
extension Rule {
    package static let metaSyntax = Rule(
        "meta/syntax", .error, .fixed,
        zh: "文件开头的字段必须是写得正确的 YAML。", en: "Front matter must be well-formed YAML.",
        reason: LocalizedText(
            zh: "每行写“字段名: 值”，冒号是半角，后面空一格；值里有冒号、#、方括号时，给整个值加半角引号。",
            en:
                "Each line is `name: value` with a space after the colon; a value that holds colons, # or brackets is quoted."
        ),
        example: RuleExample(.pageFields, wrong: "description：关于本站\n", right: "description: 关于本站\n"))
    package static let metaChineseQuotes = Rule(
        "meta/chinese-quotes", .warning,
        zh: "文件开头各字段的值不用中文引号括起来。", en: "Values of front matter do not stand in Chinese quotation marks.",
        reason: LocalizedText(
            zh: "YAML 只认半角引号，中文引号会原样显示在页面上。文字本身就是引语的，关掉这项检查并写明理由。",
            en:
                "YAML knows ASCII quotes alone; Chinese ones show on the page. Exempt the file where the text is a quotation."
        ),
        example: RuleExample(.pageFields, wrong: "description: “关于本站”\n", right: "description: \"关于本站\"\n"))
    package static let metaCutValue = Rule(
        "meta/cut-value", .error, .fixed,
        zh: "值里有 # 时，要给整个值加半角引号。", en: "A value that holds # stands in quotes.",
        reason: LocalizedText(
            zh: "YAML 把空格加 # 后面的文字当作注释丢掉。真要写注释，# 后面空一格。",
            en: "YAML takes what follows a space and # for a comment. Where one is meant, put a space behind the #."),
        basis: LocalizedText(zh: "YAML 1.2 第 6.6 节", en: "YAML 1.2, 6.6"),
        example: RuleExample(
            .pageFields, wrong: "description: 东区 #2 泵站班组\n", right: "description: \"东区 #2 泵站班组\"\n"))
    package static let metaForbiddenYAML = Rule(
        "meta/forbidden-yaml", .error, .fixed,
        zh: "文件开头的字段中不得使用 YAML 的锚点、别名和标签。", en: "Anchors, aliases and tags of YAML are not used.",
        reason: LocalizedText(
            zh: "以 &、*、! 开头的值在 YAML 里有特殊含义。如果它们只是文字，请加半角引号。",
            en: "Values that begin with &, * or ! are special in YAML. Quote them where they are text."),
        example: RuleExample(.pageFields, wrong: "description: *注意事项\n", right: "description: \"*注意事项\"\n"))
    package static let metaUnknownField = Rule(
        "meta/unknown-field", .error, .fixed,
        zh: "字段名必须是本站定义的字段。", en: "A field's name must be one that its kind has.",
        reason: LocalizedText(
            zh: "写错的字段名不会起作用，内容就丢了。字段的中文名和英文名都可以用。",
            en: "What stands in a misspelt field would be lost. English and Chinese names both work."),
        example: RuleExample(.pageFields, wrong: "sumary: 关于本站的说明。\n", right: "description: 关于本站的说明。\n"))
    package static let metaDuplicateField = Rule(
        "meta/duplicate-field", .error, .fixed,
        zh: "一个字段只能写一次，中文名和英文名算同一个。",
        en: "A field is given once; its Chinese and English names are the same field.",
        reason: LocalizedText(
            zh: "写了两次就不知道以哪个为准，请留下正确的一个。", en: "With two values nobody knows which one counts. Keep the right one."),
        example: RuleExample(.pageFields, wrong: "description: 甲\n描述: 乙\n", right: "description: 甲\n"))
    package static let metaDuplicateID = Rule(
        "meta/duplicate-id", .error, .fixed,
        zh: "编号在同一文件中不得重复。", en: "An id is unique in its file.",
        reason: LocalizedText(
            zh: "企业和协会靠编号区分，编号也是网址的一部分。",
            en: "Enterprises and associations are told apart by their ids, which are part of addresses."),
        example: RuleExample(
            .file("content/enterprises.yaml"),
            wrong: "- id: jia\n  names:\n    - name: 甲城市建设有限公司\n- id: jia\n  names:\n    - name: 戊市政有限公司\n",
            right: "- id: jia\n  names:\n    - name: 甲城市建设有限公司\n- id: wu\n  names:\n    - name: 戊市政有限公司\n"))
    package static let metaSynonyms = Rule(
        "meta/synonyms", .error, .fixed,
        zh: "一组同义词至少有两个词，一个词只写在一组里。",
        en: "A group of synonyms has at least two words, and each word stands in one group.",
        reason: LocalizedText(
            zh: "检索把一组里的词当作同一个词。单独一个词没有作用；一个词写在两组里，就不知道它与哪一组同义；一个字几乎每页都有，不能作同义词。",
            en:
                "Search takes the words of a group for one. A word alone does nothing, of one in two groups nobody knows what it means, and a single character stands on nearly every page."
        ),
        example: RuleExample(
            .file("content/synonyms.yaml"), wrong: "- [沥青]\n- [检查井, 窨井]\n", right: "- [沥青, 柏油]\n- [检查井, 窨井]\n"))
    package static let metaMissingField = Rule(
        "meta/missing-field", .error, .fixed,
        zh: "必填字段不得缺少。", en: "A required field must be there.",
        reason: LocalizedText(
            zh: "缺少它页面就不完整，例如没有标题的页面、没有期限的公示。",
            en: "Without it the page is not whole: no title, no end of the publicity."),
        example: RuleExample(
            .file("content/about.md"), wrong: "---\ndescription: 关于本站的说明。\n---\n\n说明文字。\n",
            right: "---\ntitle: 关于\n---\n\n说明文字。\n"))
    package static let metaType = Rule(
        "meta/type", .error, .fixed,
        zh: "字段的值必须是规定的类型。", en: "A field's value must be of its type.",
        reason: LocalizedText(
            zh: "日期写 2020-05-15，数写阿拉伯数字，是非写“是”或“否”，选项写规定的词。",
            en: "Days are written 2020-05-15, numbers in digits, flags as true or false, choices by their words."),
        example: RuleExample(.writeUpFields, wrong: "established: 2016年3月\n", right: "established: 2016-03-01\n"))
    package static let metaRange = Rule(
        "meta/range", .error, .fixed,
        zh: "数值和日期必须在允许的范围内。", en: "Numbers and dates must be within their range.",
        reason: LocalizedText(
            zh: "百分数在 0 到 100 之间，得分不超过该项满分，开始不晚于结束。",
            en: "Percentages are 0 to 100, points at most their maximum, a beginning is not after its end."),
        basis: LocalizedText(zh: "评分表：15、25、30、15、15 分", en: "Scoring table: 15, 25, 30, 15, 15 points"),
        example: RuleExample(
            .writeUpFields, wrong: "training: {rate: 108, pass: 96}\n", right: "training: {rate: 98, pass: 96}\n"))
    package static let metaSummaryLength = Rule(
        "meta/summary-length", .warning,
        zh: "摘要应为 \(TextLengths.summary.words.zh)字。",
        en: "A summary has \(TextLengths.summary.words.en) characters.",
        reason: LocalizedText(
            zh: "摘要显示在列表和转发卡片里，太短说不清，太长会被截断。",
            en: "Summaries stand in lists and cards: too short says little, too long is cut."),
        example: RuleExample(
            .file("content/about.md"),
            wrong: "---\ntitle: 关于\nsummary: 说明。\n---\n\n说明文字。\n",
            right: "---\ntitle: 关于\nsummary: 本站逐年公布质量信得过班组的名单、班组成果和可以推广的最佳实践，供同行学习和社会查询。\n---\n\n说明文字。\n"))
    package static let danglingReference = Rule(
        "meta/dangling-reference", .error, .fixed,
        zh: "引用的班组、实践、企业、协会、年度或文件必须存在。",
        en: "A referenced team, practice, enterprise, association, edition or file must exist.",
        reason: LocalizedText(
            zh: "班组写“年度/编号”，实践写它的文件名，企业和协会写编号。",
            en: "A team is `year/id`, a practice its file name, an enterprise or association its id."),
        example: RuleExample(.writeUpFields, wrong: "practices: [well-rings]\n", right: "practices: [well-ring]\n"))
    package static let slugCollision = Rule(
        "meta/slug-collision", .error, .fixed,
        zh: "不同的名称不得得到同一个网址。", en: "Different names must not lead to the same address.",
        reason: LocalizedText(
            zh: "网址由拼音得来，同音的名称会相撞。同一企业请统一写法，不同企业在名单中各填企业编号。",
            en:
                "Addresses come from pinyin, so names that sound alike collide. Write one name for one enterprise, or give ids."
        ),
        example: RuleExample(
            .rosterRow, wrong: "zj-001,甲班组,乙市正有限公司,浙江,self,,title,14,held,,,,,\n",
            right: "zj-001,甲班组,乙市正有限公司,浙江,self,,title,14,held,,,,yi-shizheng-zhejiang,\n"))
    package static let emptySlug = Rule(
        "meta/empty-slug", .error, .fixed,
        zh: "名称必须能得到一个网址。", en: "A name must yield an address.",
        reason: LocalizedText(
            zh: "只有标点的名称没有读音。请填写编号，或改用能读的名称。",
            en: "A name of punctuation alone has no reading. Give an id, or a name that can be read."),
        example: RuleExample(
            .rosterRow, wrong: "zj-001,甲班组,——,浙江,self,,title,14,held,,,,,\n",
            right: "zj-001,甲班组,丁市政有限公司,浙江,self,,title,14,held,,,,,\n"))

    /// The group of this file.
    static let frontMatterRules: [Rule] = [
        metaSyntax, metaCutValue, metaChineseQuotes, metaForbiddenYAML, metaUnknownField, metaDuplicateField,
        metaDuplicateID, metaSynonyms,
        metaMissingField,
        metaType, metaRange, metaSummaryLength, danglingReference, slugCollision, emptySlug,
    ]
}
