import Content
import Diagnostics
import Fields
import Values

/// Beginnings of content: front matter with every field explained in the site's language, and a text to replace.
package struct Scaffold: Sendable {
    private let language: SiteLanguage
    private let today: CalendarDate

    /// - Parameter today: stands where a kind needs its day.
    package init(language: SiteLanguage, today: CalendarDate) {
        self.language = language
        self.today = today
    }

    /// A path relative to the site's root, and what stands there.
    package struct File: Sendable {
        package let path: String
        package let bytes: [UInt8]

        init(_ path: String, _ text: String) {
            self.path = path
            bytes = Array(text.utf8)
        }
    }

    /// A draft of a year's edition and an empty roster.
    ///
    /// - Parameters:
    ///   - honor: the title that teams are given.
    ///   - older: an edition whose settings are taken over, never its results.
    package func edition(year: Int, honor: String, like older: EditionEntry? = nil) -> [File] {
        let title = text("\(year)年度\(honor)", "\(honor) \(year)")
        var values: [FieldSchema: CommentedFields.Value] = [
            EditionFields.year.schema: .plain(String(year)), CommonFields.title.schema: .text(title),
            EditionFields.status.schema: .plain(isChinese ? "草稿" : "draft"),
        ]
        var examples: [FieldSchema: String] = [:]
        if let older {
            let oldYear = String(older.year.value)
            values[CommonFields.title.schema] = .text(
                older.page.title.value.replacing(oldYear, with: String(year)))
            if let summary = older.page.summary?.value, !summary.contains(where: \.isNumber) {
                values[CommonFields.summary.schema] = .text(summary)
            }
            values[EditionFields.deadline.schema] = (older.deadline?.value).flatMap { day in
                CalendarDate(year: year - older.year.value + day.year, month: day.month, day: day.day)
            }.map { .plain($0.description) }
            if let form = older.exchange?.form?.value {
                values[EditionFields.exchange.schema] = .mapping([ExchangeFields.form.schema: .text(form)])
            }
            // The period is not known yet; the office is.
            examples[PublicityFields.contact.schema] = older.publicity?.contact.value
        }
        let page = page(
            .edition, values: values, year: year, examples: examples,
            body: text(
                "公示或公布的文字。发布前请改写这一段。", "The text of the announcement. Rewrite this paragraph before it is published."))
        return [File("content/awards/\(year)/index.md", page), roster(year: year, rows: [])]
    }

    /// - Parameter rows: with canonical values.
    func roster(year: Int, rows: [[RosterColumn: String]]) -> File {
        let roster = NewRoster(isChinese: isChinese)
        return File(
            "content/awards/\(year)/roster.csv", "\u{FEFF}" + roster.header + rows.map(roster.row).joined())
    }

    /// A draft of a team's write-up with the five parts of the application form.
    package func writeUp(year: Int, id: String, title: String, hasFolder: Bool) -> File {
        let parts =
            isChinese
            ? [
                ("班组简介", "成员构成、职责、主要工作、班组文化与愿景。"), ("班组建设", "基础、组织、规范、技能、健康安全环保。"),
                ("质量意识与方法应用", "质量意识、培训、工具方法怎样用。"), ("质量改进与创新", "改进了什么，怎样改，结果用在哪里。"),
                ("服务、目标与成效", "服务、目标与主要指标。"),
            ]
            : [
                ("班组简介", "Members, duties, main work, culture and vision of the team."),
                ("班组建设", "Foundations, organisation, rules, skills, health, safety and environment."),
                ("质量意识与方法应用", "Awareness of quality, training, methods in use."),
                ("质量改进与创新", "What was improved, how, and where the results are used."),
                ("服务、目标与成效", "Service, goals, key indicators."),
            ]
        let body = parts.map { "## \($0)\n\n\($1)\n" }.joined(separator: "\n")
        return writeUp(year, id, title, hasFolder, remarks: [:], body: body)
    }

    /// A draft of a team's write-up with a text that was handed in, which stays as it is.
    package func writeUp(year: Int, id: String, title: String, hasFolder: Bool, body: String) -> File {
        let remark = text("由申报表导入的草稿，核对后删去下一行。", "Drafted from a form: take the next line away once it is checked.")
        return writeUp(year, id, title, hasFolder, remarks: [CommonFields.draft.schema: remark], body: body)
    }

    private func writeUp(
        _ year: Int, _ id: String, _ title: String, _ hasFolder: Bool, remarks: [FieldSchema: String], body: String
    ) -> File {
        let head = head(
            .writeUp, values: [CommonFields.title.schema: .text(title), CommonFields.draft.schema: .plain("true")],
            year: year, remarks: remarks)
        return File("content/awards/\(year)/\(id)" + (hasFolder ? "/index.md" : ".md"), head + body)
    }

    /// A draft of a document that is one file.
    package func document(_ kind: DocumentKind, slug: String, title: String) -> File {
        let folder = kind.declaration.folder.map { $0 + "/" } ?? ""
        return File(
            "content/\(folder)\(slug).md",
            page(
                kind.declaration.schema,
                values: beginning(of: kind, title: title, [CommonFields.draft.schema: .plain("true")]),
                body: text(kind.declaration.beginning)))
    }

    /// The values that a document begins with: its title, what stands in for fields that it cannot do without, and others.
    private func beginning(
        of kind: DocumentKind, title: String, _ others: [FieldSchema: CommentedFields.Value]
    ) -> [FieldSchema: CommentedFields.Value] {
        var values: [FieldSchema: CommentedFields.Value] = [CommonFields.title.schema: .text(title)]
        for field in kind.declaration.schema.fields {
            values[field] = field.standIn.map { .plain($0.beginning(on: today, language)) } ?? values[field]
        }
        return values.merging(others) { $1 }
    }

    /// A form's page, and the definition that its files are made of.
    ///
    package func form(slug: String, title: String) -> [File] {
        form(slug: slug, title: title, values: [CommonFields.draft.schema: .plain("true")])
    }

    /// - Parameter values: further fields of the page.
    func form(slug: String, title: String, values: [FieldSchema: CommentedFields.Value]) -> [File] {
        [
            File(
                "content/forms/\(slug)/index.md",
                page(
                    DocumentKind.form.declaration.schema, values: beginning(of: .form, title: title, values),
                    body: text(DocumentKind.form.declaration.beginning))),
            File(
                "content/forms/\(slug)/form.yaml",
                FormBeginning(language: language, title: title, version: String(today.year)).yaml),
        ]
    }

    // MARK: Parts

    var isChinese: Bool { language == .chinese }

    private func text(_ text: LocalizedText) -> String { isChinese ? text.zh : text.en }

    func text(_ zh: String, _ en: String) -> String { isChinese ? zh : en }

    func page(
        _ schema: ContentSchema, values: [FieldSchema: CommentedFields.Value], year: Int? = nil,
        examples: [FieldSchema: String] = [:], body: String
    ) -> String {
        head(schema, values: values, year: year, examples: examples) + body + "\n"
    }

    /// Front matter with the empty line behind it.
    private func head(
        _ schema: ContentSchema, values: [FieldSchema: CommentedFields.Value], year: Int?,
        examples: [FieldSchema: String] = [:], remarks: [FieldSchema: String] = [:]
    ) -> String {
        let hint = text(
            "以 # 开头的字段可以不写；要写时去掉行首的 #。", "Fields that begin with # may stay out; take the # away to use one.")
        let fields = CommentedFields(
            language: language, year: year ?? today.year, examples: examples, remarks: remarks
        ).yaml(schema, values: values)
        return "---\n# \(hint)\n\n\(fields)---\n\n"
    }

    func configuration(_ values: [FieldSchema: CommentedFields.Value]) -> String {
        let hint = text(
            "站点设置。冒号后留一个半角空格；以 # 开头的设置可以不写，要写时去掉行首的 #。",
            "Settings of the site. Those that begin with # may stay out; take the # away to use one.")
        return "# \(hint)\n\n"
            + CommentedFields(language: language, year: today.year).yaml(ContentSchema.configuration, values: values)
    }
}
