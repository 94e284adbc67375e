import Content

/// What the columns of a result table hold, by the names that associations give them.
struct TableHeader {
    enum Meaning: Hashable {
        case roster(RosterColumn)
        /// The number of a row in the list.
        case serial
        case year
        /// Known from the rest of a roster; stands in lists that this program exports.
        case derived
        /// Data about people, which never leave the table.
        case personal
    }

    /// Columns from 1.
    let meanings: [Int: Meaning]
    /// Columns whose names say nothing to us, by column.
    let unknown: [Int: CellTable.Cell]
    /// Index of the header in the table's rows.
    let index: Int
    /// Columns of a meaning that another column has already.
    let repeated: [(cell: CellTable.Cell, column: Int)]

    /// How far down a header is looked for: above it stand title lines.
    private static let maximumRow = 60

    /// The row that names the team, and the enterprise or the province, and most of what it names is known; of equal ones
    /// the last, because merged cells spread a header over several rows. `nil` when there is none.
    static func find(in table: CellTable) -> TableHeader? {
        var best: (header: TableHeader, count: Int)?
        for (index, row) in table.rows.prefix(maximumRow).enumerated() {
            let header = TableHeader(row, index: index)
            let known = Set(header.meanings.values)
            let isHeader =
                known.contains(.roster(.team))
                && (known.contains(.roster(.enterprise)) || known.contains(.roster(.province)) || known.count >= 3)
            guard isHeader, known.count >= best?.count ?? 0 else { continue }
            // Further down only what belongs to the same header counts, not a header that is repeated on every page.
            if let best, index > best.header.index + 1 { continue }
            best = (header, known.count)
        }
        return best?.header
    }

    private init(_ row: CellTable.Row, index: Int) {
        var meanings: [Int: Meaning] = [:]
        var unknown: [Int: CellTable.Cell] = [:]
        var repeated: [(CellTable.Cell, Int)] = []
        var seen: Set<Meaning> = []
        for (column, cell) in row.cells.sorted(by: { $0.key < $1.key }) {
            guard let meaning = Self.meaning(of: cell.text) else {
                unknown[column] = cell
                continue
            }
            let isRepeatable = meaning == .personal || meaning == .derived
            if seen.insert(meaning).inserted || isRepeatable {
                meanings[column] = meaning
            } else {
                repeated.append((cell, column))
            }
        }
        self.meanings = meanings
        self.unknown = unknown
        self.repeated = repeated
        self.index = index
    }

    func column(of meaning: Meaning) -> Int? { meanings.first { $0.value == meaning }?.key }

    func column(of column: RosterColumn) -> Int? { self.column(of: .roster(column)) }

    // MARK: Names

    static func meaning(of text: String) -> Meaning? {
        if let column = RosterColumn(header: text) { return .roster(column) }
        let name = simplified(text)
        if let meaning = meanings[name] { return meaning }
        let isPersonal = personalWords.contains { name.contains($0) }
        return isPersonal ? .personal : nil
    }

    /// Without spaces, signs and what stands in brackets: `推荐协会（可选项）`, `班组\n名称`, `* 企业名称：`.
    private static func simplified(_ text: String) -> String {
        var depth = 0
        var name = ""
        for character in ValueText.halfWidth(text).lowercased() {
            switch character {
            case "(", "[", "〔", "【": depth += 1
            case ")", "]", "〕", "】": depth = max(0, depth - 1)
            case _ where depth > 0: break
            case "*", ":", ".", "_", "、", "/", ",": break
            case _ where character.isWhitespace: break
            default: name.append(character)
            }
        }
        return name
    }

    private static let meanings: [String: Meaning] = {
        let names: [(Meaning, [String])] = [
            (.roster(.id), ["编号", "班组编号", "id"]),
            (
                .roster(.team),
                [
                    "班组名称", "班组", "班组全称", "质量信得过班组", "质量信得过班组名称", "信得过班组名称", "团队名称", "小组名称", "班组团队名称",
                    "获奖班组", "获奖班组名称", "入选班组", "入选班组名称", "申报班组", "申报班组名称", "team", "teamname", "nameofteam",
                ]
            ),
            (
                .roster(.enterprise),
                [
                    "企业名称", "企业", "企业全称", "单位", "单位名称", "单位全称", "申报单位", "申报单位名称", "申报企业", "申报企业名称", "所在单位",
                    "所在企业", "所属单位", "所属企业", "公司", "公司名称", "工作单位", "enterprise", "company", "organisation",
                    "organization",
                ]
            ),
            (
                .roster(.province),
                [
                    "省份", "省", "省市", "省市区", "省区市", "省自治区直辖市", "地区", "所在省份", "所在省", "所属省份", "所在地区", "所属地区",
                    "推荐省份", "province", "region",
                ]
            ),
            (.roster(.mode), ["申报方式", "申报类型", "申报途径", "申报渠道", "推荐方式", "mode"]),
            (
                .roster(.recommender),
                [
                    "推荐单位", "推荐单位名称", "推荐协会", "推荐协会名称", "推荐机构", "组织推荐单位", "申报协会", "recommender",
                    "recommendedby",
                ]
            ),
            (.roster(.members), ["班组人数", "人数", "成员人数", "班组成员人数", "班组成员数", "成员数", "members", "size"]),
            (.roster(.reason), ["撤销原因", "withdrawnreason"]),
            (.serial, ["序号", "序", "号", "no", "number", "排序", "顺序号"]),
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
        // The roster's own names, as `simplified` leaves them.
        for column in RosterColumn.allCases {
            meanings[simplified(column.rawValue)] = .roster(column)
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

/// Texts of cells as values.
enum ValueText {
    /// Full-width letters, digits and signs as ASCII.
    static func halfWidth(_ text: String) -> String { ValueProposal.halfWidth(text) }

    /// Whether a cell says that there is nothing to say: `/`, `—`, `无`.
    static func saysNothing(_ text: String) -> Bool { BlankValue.isOne(text) }
}
