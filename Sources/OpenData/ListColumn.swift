import Content
import Fields
import SiteModel
import Text
import Values

/// A column of the open data: the same in CSV, JSON and XLSX. JSON has codes; tables of a site in Chinese, which people open
/// and hand in again, have the Chinese words that rosters accept.
///
/// What a column is called and what it is for stands where its field is declared.
struct ListColumn: Sendable {
    /// In JSON, and in tables of a site in English.
    let name: String
    let chineseName: String
    /// What the column holds, in Chinese and English.
    let purpose: String
    /// JSON Schema type of the column's values.
    let schemaType: JSONValue
    /// In characters of a spreadsheet.
    let width: Double
    /// What a team has; `nil` for nothing.
    let value: @Sendable (Team, Site) -> CellValue?

    /// - Parameters:
    ///   - field: what is declared of the column.
    ///   - name: in place of the field's.
    ///   - purpose: in place of the field's, where lists hold something else than files of content.
    ///   - isAlwaysThere: whether every team has a value; as the field says for `nil`.
    init(
        _ field: FieldSchema, name: String? = nil, purpose: String? = nil, width: Double = 12,
        isAlwaysThere: Bool? = nil, _ value: @escaping @Sendable (Team, Site) -> CellValue?
    ) {
        self.name = name ?? field.english
        chineseName = field.chinese
        self.purpose = purpose ?? field.purpose.zh + field.purpose.en
        schemaType = Self.schemaType(of: field.type, isAlwaysThere: isAlwaysThere ?? field.isRequired)
        self.width = width
        self.value = value
    }

    /// The column of a roster's column, as it stands in the row.
    init(_ column: RosterColumn, purpose: String? = nil, width: Double = 12) {
        self.init(
            column.schema, purpose: purpose, width: width, isAlwaysThere: column.isRequired || column.usual != nil
        ) { team, _ in column.cell(of: team.row) }
    }

    /// The column of a field of write-ups; `nil` for a field without one.
    init?(_ field: DeclaredField) {
        guard let cell = field.cell else { return nil }
        self.init(field.schema) { team, _ in (team.writeUp?.values).flatMap(cell) }
    }

    private static func schemaType(of type: FieldSchema.FieldType, isAlwaysThere: Bool) -> JSONValue {
        let name: JSONValue
        switch type {
        case .integer: name = "integer"
        case .number: name = "number"
        // A list of nothing is empty.
        case .list: return "array"
        case .text, .flag, .date, .word, .object, .provinceCounts, .points, .checks: name = "string"
        }
        return isAlwaysThere ? name : .array([name, "null"])
    }

    /// What JSON has of a team.
    func json(of team: Team, in site: Site) -> JSONValue {
        value(team, site)?.json ?? (schemaType == "array" ? .array([]) : .null)
    }
}

extension CellValue {
    /// As data for programs.
    var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .word(let key, _): .string(key)
        case .list(let values): .array(values.map(\.json))
        }
    }

    /// As a table has it: lists are joined by semicolons, as in rosters.
    func text(isChinese: Bool) -> String {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        case .number(let number): "\(number)"
        case .word(let key, let chinese): isChinese ? chinese : key
        case .list(let values): values.map { $0.text(isChinese: isChinese) }.joined(separator: ";")
        }
    }
}

extension ListColumn {
    /// All columns. Their order stays for ever: a new one is the last.
    static let all: [ListColumn] =
        ofTeams + RosterColumn.listed.map { ListColumn($0) } + WriteUpFields.all.compactMap { ListColumn($0) }

    private static let ofTeams: [ListColumn] = [
        ListColumn(ListFields.year) { team, _ in .integer(team.year) },
        ListColumn(ListFields.number) { team, _ in .integer(team.number) },
        ListColumn(.id), ListColumn(.team, width: 28), ListColumn(.enterprise, width: 34),
        ListColumn(ListFields.presentName, width: 34) { team, site in .text(site.enterprises[team.enterprise].name) },
        ListColumn(RosterColumn.enterpriseID.schema, width: 20, isAlwaysThere: true) { team, site in
            .text(site.enterprises[team.enterprise].id)
        },
        ListColumn(.province),
        ListColumn(ListFields.provinceCode) { team, _ in .text(team.province.code) },
        ListColumn(
            .mode,
            purpose:
                "recommended 协会推荐，self 企业自荐；中文网站的 CSV、XLSX 写 推荐、自荐。How the team applied; 推荐 or 自荐 in CSV and XLSX of a site in Chinese."
        ),
        ListColumn(RosterColumn.recommender.schema, width: 28) { team, site in
            team.association.map { .text(site.associations[$0].name) }
        },
        ListColumn(
            .honors,
            purpose:
                "title、caq-recommended、caq-awarded；中文网站的 CSV、XLSX 写 质量信得过班组、推荐全国、获全国。The honours; in Chinese in CSV and XLSX of a site in Chinese, divided by semicolons.",
            width: 24),
        ListColumn(.members),
        ListColumn(
            RosterColumn.standing.schema,
            purpose:
                "held 有效，withdrawn 已撤销；中文网站的 CSV、XLSX 写 有效、撤销。Whether the title stands; 有效 or 撤销 in CSV and XLSX of a site in Chinese.",
            isAlwaysThere: true
        ) { team, _ in .word(team.isHeld ? Standing.held : .withdrawn) },
        ListColumn(RosterColumn.withdrawnOn.schema) { team, _ in
            team.isHeld ? nil : RosterColumn.withdrawnOn.cell(of: team.row)
        },
        ListColumn(RosterColumn.reason.schema, name: "withdrawn_reason", width: 30) { team, _ in
            team.isHeld ? nil : RosterColumn.reason.cell(of: team.row)
        },
        ListColumn(
            ListFields.editionStatus,
            purpose:
                "publicity 公示，final 公布，draft 草稿；中文网站的 CSV、XLSX 写中文。State of the edition; 公示, 公布 or 草稿 in CSV and XLSX of a site in Chinese."
        ) { team, site in .word(site.editions[team.edition].entry.status.value) },
        ListColumn(ListFields.url, width: 48) { team, site in .text(site.absoluteURL(team.url)) },
    ]
}

extension Site {
    /// The full, percent-encoded address of a site-absolute path.
    func absoluteURL(_ path: String) -> String { configuration.baseURL.absolute(path) }

    /// Points by criterion, where the site publishes them.
    func publishedScores(of team: Team) -> [Criterion: Double]? {
        guard configuration.publishesScores, let scores = team.writeUp?[WriteUpFields.scores], !scores.isEmpty else {
            return nil
        }
        return Dictionary(scores.map { ($0.criterion, $0.points.value) }, uniquingKeysWith: { first, _ in first })
    }
}
