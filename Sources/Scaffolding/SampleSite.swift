import Content
import Fields
import Values

/// A whole small site that builds at once: settings, an edition with three invented teams, a practice, a notice, a rule.
package struct SampleSite: Sendable {
    private let scaffold: Scaffold
    private let language: SiteLanguage
    private let year: Int

    package init(language: SiteLanguage, today: CalendarDate) {
        self.language = language
        year = today.year - 1
        scaffold = Scaffold(language: language, today: today)
    }

    package var files: [Scaffold.File] {
        [configuration, edition, roster, associations, synonyms, practice, notice, rule, about, ignored] + form
    }

    private func text(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }

    private var configuration: Scaffold.File {
        func item(_ title: String, _ url: String) -> [FieldSchema: CommentedFields.Value] {
            [NavigationFields.title.schema: .text(title), NavigationFields.url.schema: .plain(url)]
        }
        return Scaffold.File(
            "site.config",
            scaffold.configuration([
                SiteFields.title.schema: .text(text("质量信得过班组成果展示", "Quality-trustworthy teams")),
                SiteFields.description.schema: .text(
                    text(
                        "逐年公布质量信得过班组名单与可推广的最佳实践。",
                        "Lists of quality-trustworthy teams by year, with practices to share.")),
                SiteFields.baseURL.schema: .plain("https://example.org/"),
                SiteFields.language.schema: .plain(language.rawValue),
                SiteFields.theme.schema: .plain("default"), SiteFields.sample.schema: .plain("true"),
                SiteFields.organisation.schema: .mapping([
                    OrganisationFields.name.schema: .text(text("某某市政工程协会", "Association of Municipal Engineering")),
                    OrganisationFields.office.schema: .text(text("班组建设工作办公室", "Office of team building")),
                ]),
                SiteFields.programme.schema: .mapping([
                    ProgrammeFields.name.schema: .text(text("质量信得过班组建设", "Quality-trustworthy teams")),
                    ProgrammeFields.honor.schema: .text(text("质量信得过班组", "quality-trustworthy team")),
                ]),
                SiteFields.navigation.schema: .items([
                    item(text("成果展示", "Awards"), "/awards/"), item(text("最佳实践", "Practices"), "/practices/"),
                    item(text("通知公告", "Notices"), "/notices/"), item(text("制度标准", "Rules"), "/rules/"),
                    item(text("表格下载", "Forms"), "/forms/"),
                    item(text("查询核验", "Verify"), "/verify/"),
                ]),
            ]))
    }

    private var edition: Scaffold.File {
        Scaffold.File(
            "content/awards/\(year)/index.md",
            scaffold.page(
                .edition,
                values: [
                    EditionFields.year.schema: .plain(String(year)),
                    CommonFields.title.schema: .text(text("\(year)年度质量信得过班组", "Quality-trustworthy teams \(year)")),
                    CommonFields.description.schema: .text(
                        text("\(year)年度质量信得过班组名单，三个样例班组。", "The list of \(year) with three invented teams.")),
                    EditionFields.status.schema: .plain(text("公布", "final")),
                    EditionFields.published.schema: .plain("\(year)-12-01"),
                    EditionFields.deadline.schema: .plain("\(year)-07-31"),
                    EditionFields.announced.schema: .mapping([AnnouncedFields.total.schema: .plain("3")]),
                ], year: year,
                body: text(
                    "经评审，下列班组入选。依据见[管理办法](../../rules/measures.md#art-1)。",
                    "After review the teams below were listed, as the [measures](../../rules/measures.md#art-1) say.")))
    }

    private var roster: Scaffold.File {
        func row(
            _ id: String, _ team: String, _ enterprise: String, _ province: String, _ members: Int,
            recommender: String? = nil
        ) -> [RosterColumn: String] {
            let mode: ApplicationMode = recommender == nil ? .selfNominated : .recommended
            var row: [RosterColumn: String] = [
                .id: id, .team: team, .enterprise: enterprise, .province: province, .mode: mode.rawValue,
                .members: String(members),
            ]
            row[.recommender] = recommender
            for column in RosterColumn.all where row[column] == nil { row[column] = column.usual }
            return row
        }
        return scaffold.roster(
            year: year,
            rows: [
                row("zj-001", "钱湾路面班组（样例）", "浙江样例市政工程有限公司", "浙江", 12, recommender: "浙江省市政协会（样例）"),
                row("zj-002", "运河管网班组（样例）", "浙江样例水务有限公司", "浙江", 9, recommender: "浙江省市政协会（样例）"),
                row("nx-001", "湖城养护班组（样例）", "宁夏样例养护有限公司", "宁夏", 15),
            ])
    }

    private var associations: Scaffold.File {
        Scaffold.File(
            "content/associations.yaml",
            """
            # \(text("推荐单位：名单中的“推荐单位”须与这里的 name 一字不差；id 用于网址，公布后不再改动。", "Associations: the roster's recommenders bear exactly these names; ids stand in addresses and stay."))
            - id: zhejiang
              name: 浙江省市政协会（样例）
              level: provincial
              province: 浙江

            """)
    }

    private var synonyms: Scaffold.File {
        Scaffold.File("content/synonyms.yaml", text(TradeSynonyms.chinese, TradeSynonyms.english))
    }

    private var practice: Scaffold.File {
        Scaffold.File(
            "content/practices/layered-compaction.md",
            scaffold.page(
                DocumentKind.practice.declaration.schema,
                values: [
                    CommonFields.title.schema: .text(text("井周分层压实法", "Compaction in layers around manholes")),
                    CommonFields.summary.schema: .text(
                        text(
                            "井周回填分三层压实，每层按五个点检测，合格后再做上一层，把沉降消除在回填阶段，适合新建和翻修道路。",
                            "Backfill around manholes is compacted in three layers, each tested at five points before the next one."
                        )),
                    PracticeFields.fields.schema: .plain(text("[规范建设, 改进创新]", "[rules, improvement]")),
                    PracticeFields.criteria.schema: .plain(text("[建设过程]", "[process]")),
                    CommonFields.methods.schema: .plain(text("[首件样板]", "[first-piece sample]")),
                    CommonFields.works.schema: .plain(text("[道路工程]", "[roads]")),
                    PracticeFields.teams.schema: .plain("[\"\(year)/zj-001\"]"),
                    PracticeFields.updated.schema: .plain("\(year)-12-01"),
                ],
                body: text(
                    "## 做法\n\n分三层压实，每层测五点，合格后签认。\n\n## 结果\n\n返修减少，做法已写进作业指导书。",
                    "## What is done\n\nThree layers, five points each, signed off one by one.\n\n## Results\n\nFewer repairs; the practice became part of the work instructions."
                )))
    }

    private var notice: Scaffold.File {
        Scaffold.File(
            "content/notices/\(year)-call.md",
            scaffold.page(
                DocumentKind.notice.declaration.schema,
                values: [
                    CommonFields.title.schema: .text(text("\(year)年度申报通知", "Call for \(year)")),
                    NoticeFields.date.schema: .plain("\(year)-05-15"),
                    NoticeFields.kind.schema: .plain(text("通知", "call")),
                    NoticeFields.edition.schema: .plain(String(year)),
                    CommonFields.description.schema: .text(
                        text("\(year)年度申报的时间和办法。", "When and how to apply for \(year).")),
                ],
                body: text("请于\(year)年7月31日前申报。", "Apply until 31 July \(year).")))
    }

    private var rule: Scaffold.File {
        Scaffold.File(
            "content/rules/measures.md",
            scaffold.page(
                DocumentKind.rule.declaration.schema,
                values: [
                    CommonFields.title.schema: .text(text("管理办法（样例）", "Measures (sample)")),
                    RegulationFields.date.schema: .plain("2019-05-13"),
                    CommonFields.description.schema: .text(
                        text("活动怎样开展的样例条文。", "Sample articles on how the programme is run.")),
                ],
                body: text(
                    "第一条 班组自愿申报，协会组织评审。\n\n第二条 名单公布前先公示，接受监督。",
                    "第一条 Teams apply of their own will; the association reviews.\n\n第二条 Lists are open to objections before they are final."
                )))
    }

    private var form: [Scaffold.File] {
        scaffold.form(
            slug: "application-form", title: text("质量信得过班组申报表", "Application form (申报表)"),
            values: [
                CommonFields.description.schema: .text(
                    text("申报表的 Word 和 PDF 文件及填写说明。", "The application form as Word file and PDF, and how to fill it."))
            ])
    }

    private var about: Scaffold.File {
        Scaffold.File(
            "content/about.md",
            scaffold.page(
                DocumentKind.page.declaration.schema,
                values: [
                    CommonFields.title.schema: .text(text("关于本站", "About this site")),
                    CommonFields.description.schema: .text(
                        text("本站由谁维护，内容从哪里来。", "Who keeps this site, and where its content comes from.")),
                ],
                body: text(
                    "本站是样例，班组和企业均为虚构。正式使用前，请改写内容，并在 site.config 中把 sample 改为 false。",
                    "This is a sample; its teams and enterprises are invented. Before you use it, rewrite the content and set `sample: false` in site.config."
                )))
    }

    private var ignored: Scaffold.File { Scaffold.File(".gitignore", "/public/\n/.showcase/\n") }
}
