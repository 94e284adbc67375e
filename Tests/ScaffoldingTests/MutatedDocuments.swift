@testable import Content
@testable import Scaffolding

/// Documents of every kind in which one field has another value than it should, may or usually does.
enum MutatedDocuments {
    struct Document: Sendable {
        let kind: EditorSchema.Kind
        let path: String
        /// Without `---`.
        let yaml: String
        /// The changed field, for messages.
        let field: String
    }

    /// A document as a tree of YAML; leaves are written as they stand.
    indirect enum Node {
        case leaf(String)
        case list([Node])
        case map([(String, Node)])

        var flow: String {
            switch self {
            case .leaf(let text): text
            case .list(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
            case .map(let pairs): "{" + pairs.map { "\($0.0): \($0.1.flow)" }.joined(separator: ", ") + "}"
            }
        }

        /// Every tree that differs in one value, with the names that lead to it.
        func mutations(_ values: [String]) -> [(path: [String], node: Node)] {
            var all = values.map { (path: [String](), node: Node.leaf($0)) }
            switch self {
            case .leaf: break
            case .list(let items):
                guard let first = items.first else { break }
                all += first.mutations(values).filter { !$0.path.isEmpty }
                    .map { ($0.path, .list([$0.node] + items.dropFirst())) }
            case .map(let pairs):
                for (index, pair) in pairs.enumerated() {
                    for mutation in pair.1.mutations(values) {
                        var changed = pairs
                        changed[index].1 = mutation.node
                        all.append(([pair.0] + mutation.path, .map(changed)))
                    }
                    var shorter = pairs
                    shorter.remove(at: index)
                    all.append(([pair.0, "left out"], .map(shorter)))
                    all.append(([pair.0, "misspelt"], .map(pairs + [(pair.0 + "x", pair.1)])))
                }
            }
            return all
        }
    }

    /// What people write by mistake, by habit, or rightly in another field. A schema sees values and not how they
    /// are written: 5.0 and 5, 012 and 12, True and true are the same to it.
    static let values = [
        "''", "'  '", "'　'", "~", "null", "", "true", "false", "是", "否", "yes", "off", "0", "1", "-1", "5", "41", "100",
        "101", "90.5", "'5'", "'-1'", "'90.5'", "2020", "'2020'", "1899", "2200", "2020-05-15", "'2020-05-15'",
        "2020-02-29", "2019-02-29", "2020-13-01", "2020-5-1", "1899-12-31", "2200-01-01", "2020/05/15", "文字", "'文字，文字'",
        "'a, b'", "a-b", "A_B", "a" + String(repeating: "b", count: 80), "/old/", "/old/页/", "'/a?b=c'",
        "'//example.org/'",
        "https://example.org/", "'https://'", "ftp://example.org/", "浙江", "浙江省", "zhejiang", "'33'", "33", "火星", "[]",
        "[文字]", "[文字, 另一段]", "[1]", "['']", "[[文字]]", "[~]", "{}", "{文字: 1}", "[{}]", "2020/zj-001", "2020/ZJ", "call",
        "公布",
        "final", "higher", "crew", "分公司", "'#0f5c63'", "red", "en", "docx", "[docx, pdf]", "{demand: 10}",
        "{markdown/h1: off}",
    ]

    static func all() -> [Document] { bases.flatMap(mutations) }

    private static func mutations(_ base: (kind: EditorSchema.Kind, path: String, pairs: [(String, Node)]))
        -> [Document]
    {
        let root = Node.map(base.pairs)
        return root.mutations(values).compactMap { path, node in
            guard !path.isEmpty, case .map(let pairs) = node else { return nil }
            let lines = pairs.map { "\($0.0): \($0.1.flow)" }
            let yaml =
                base.kind.isList
                ? lines.enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }.joined(separator: "\n")
                : lines.joined(separator: "\n")
            return Document(
                kind: base.kind, path: base.path, yaml: yaml + "\n", field: path.joined(separator: "."))
        }
    }

    private static func leaf(_ text: String) -> Node { .leaf(text) }

    private static let common: [(String, Node)] = [
        ("title", leaf("标题")), ("描述", leaf("一句话。")), ("aliases", .list([leaf("/old/page/")])), ("草稿", leaf("false")),
        ("summary", leaf("摘要写三十个字以上，说明这一页写的是什么、适合谁来参考、能够得到什么结果，不多也不少。")),
    ]

    private static let bases: [(kind: EditorSchema.Kind, path: String, pairs: [(String, Node)])] = [
        (
            .edition, "content/awards/2020/index.md",
            common + [
                ("year", leaf("2020")), ("状态", leaf("final")), ("published", leaf("2020-12-01")),
                ("公示期", .map([("from", leaf("2020-10-01")), ("结束", leaf("2020-10-15")), ("contact", leaf("办公室"))])),
                ("document", leaf("某协〔2020〕1号")), ("申报截止", leaf("2020-07-31")),
                ("exchange", .map([("日期", leaf("2020-11-01")), ("place", leaf("某地")), ("形式", leaf("会议"))])),
                (
                    "corrections",
                    .list([.map([("date", leaf("2020-12-25")), ("编号", leaf("zj-001")), ("text", leaf("改名。"))])])
                ),
                ("announced", .map([("total", leaf("1")), ("分省", .map([("浙江", leaf("1"))]))])),
            ]
        ),
        (
            .writeup, "content/awards/2020/zj-001.md",
            common + [
                ("methods", .list([leaf("QC小组")])), ("专业", .list([leaf("道路工程")])), ("established", leaf("2010-01-01")),
                ("注册时间", leaf("2015-01-01")),
                (
                    "scores",
                    .map([
                        ("demand", leaf("10")), ("建设策划", leaf("20")), ("process", leaf("25")), ("建设成效", leaf("10")),
                        ("features", leaf("10")),
                    ])
                ), ("practices", .list([leaf("a-practice")])),
                ("培训", .map([("rate", leaf("95")), ("合格率", leaf("96"))])),
                ("accidents", leaf("0")),
                (
                    "指标",
                    .list([
                        .map([
                            ("name", leaf("合格率")), ("单位", leaf("'%'")), ("before", leaf("90")), ("改进后", leaf("95")),
                            ("target", leaf("94")), ("方向", leaf("higher")),
                        ])
                    ])
                ),
                (
                    "photos",
                    .list([
                        .map([
                            ("file", leaf("a.jpg")), ("替代文字", leaf("井周分层压实")), ("caption", leaf("说明")),
                            ("人物", leaf("false")),
                        ])
                    ])
                ), ("同意", .map([("names", leaf("2020-01-01")), ("照片", leaf("2020-01-01"))])),
                ("team_kind", leaf("crew")),
            ]
        ),
        (
            .document(.practice), "content/practices/a-practice.md",
            common + [
                ("fields", .list([leaf("skills")])), ("评价项目", .list([leaf("demand")])),
                ("methods", .list([leaf("QC小组")])),
                ("teams", .list([leaf("2020/zj-001")])), ("步骤", .list([leaf("第一步")])), ("updated", leaf("2021-01-01")),
            ]
        ),
        (
            .document(.notice), "content/notices/a-notice.md",
            common + [
                ("date", leaf("2020-05-15")), ("类别", leaf("call")), ("edition", leaf("2020")),
                ("附件", .list([leaf("a.docx")])),
            ]
        ),
        (
            .document(.rule), "content/rules/a-rule.md",
            common + [
                ("date", leaf("2020-05-15")), ("施行日期", leaf("2020-06-01")), ("document", leaf("某协〔2020〕1号")),
                ("代替", leaf("../rules/b.md")),
            ]
        ),
        (
            .document(.form), "content/forms/a-form/index.md",
            common + [
                ("version", leaf("'2020'")), ("有效期", .map([("from", leaf("2020-01-01")), ("结束", leaf("2021-01-01"))])),
                ("files", .list([leaf("a.docx")])), ("代替", leaf("../b/index.md")),
            ]
        ),
        (.document(.page), "content/a-page.md", common),
        (
            .association, "content/associations.yaml",
            [("id", leaf("zhejiang")), ("名称", leaf("浙江省市政协会（样例）")), ("level", leaf("provincial")), ("省份", leaf("浙江"))]
        ),
        (
            .enterprise, "content/enterprises.yaml",
            [
                ("id", leaf("an-enterprise")),
                (
                    "名称",
                    .list([.map([("name", leaf("某公司")), ("开始", leaf("2010-01-01")), ("to", leaf("2020-01-01"))])])
                ), ("credit_code", leaf("'91330000000000000X'")),
                ("上级", .map([("id", leaf("parent")), ("关系", leaf("branch"))])),
            ]
        ),
        (
            .site, "site.config",
            [
                ("title", leaf("样例")), ("短标题", leaf("样例")), ("description", leaf("一句话。")),
                ("网址", leaf("https://example.org/")),
                ("language", leaf("zh-CN")), ("主题", leaf("default")), ("accent", leaf("'#0f5c63'")),
                ("深色主题色", leaf("'#7fd4db'")), ("sample", leaf("true")), ("时点", leaf("2021-01-01")),
                ("publish_scores", leaf("false")), ("分享图", leaf("all")),
                (
                    "organisation",
                    .map([
                        ("name", leaf("某协会")), ("英文名称", leaf("An Association")), ("office", leaf("办公室")),
                        ("网址", leaf("https://example.org/")),
                    ])
                ), ("项目", .map([("name", leaf("某活动")), ("起始年份", leaf("2019")), ("honor", leaf("某称号"))])),
                ("records", .map([("icp", leaf("'1'")), ("公安备案", leaf("'2'"))])),
                ("导航", .list([.map([("title", leaf("首页")), ("网址", leaf("/"))])])),
            ]
        ),
        (
            .formDefinition, "content/forms/a-form/form.yaml",
            [
                ("title", leaf("申报表")), ("英文标题", leaf("Form")), ("version", leaf("'2020'")),
                ("文件格式", .list([leaf("docx")])),
                (
                    "sections",
                    .list([
                        .map([
                            ("title", leaf("基本信息")), ("列宽", .list([leaf("40"), leaf("60")])), ("borders", leaf("true")),
                            ("字号", leaf("12")), ("new_page", leaf("false")),
                            (
                                "行",
                                .list([
                                    .map([
                                        ("height", leaf("9")),
                                        (
                                            "单元格",
                                            .list([
                                                .map([
                                                    ("label", leaf("班组名称")), ("跨列", leaf("1")), ("row_span", leaf("1")),
                                                ]),
                                                .map([
                                                    (
                                                        "field",
                                                        .map([
                                                            ("name", leaf("team")), ("类型", leaf("text")),
                                                            ("hint", leaf("全称")), ("不公开", leaf("false")),
                                                            ("required", leaf("true")), ("写入", leaf("team")),
                                                        ])
                                                    )
                                                ]),
                                            ])
                                        ),
                                    ])
                                ])
                            ),
                        ])
                    ])
                ), ("说明", leaf("说明文字。")),
            ]
        ),
    ]
}
