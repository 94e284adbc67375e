import Diagnostics

/// Reads best practices, notices, rules, forms and other pages.
enum DocumentReaders {
    static func practice(_ file: SourceFile, path: SitePath, findings: inout [Diagnostic]) -> PracticeEntry? {
        guard var reader = PageReader(file, path: path, schema: .practice, findings: &findings) else { return nil }
        defer { findings += reader.fields.findings }
        let page = reader.page(findings: &findings)
        let fields = reader.fields.words("fields", as: BuildingField.self)
        let criteria = reader.fields.words("criteria", as: Criterion.self)
        let methods = reader.fields.names("methods")
        let works = reader.fields.names("works")
        let teams = reader.fields.names("teams").filter { team in
            guard !isTeamReference(team.value) else { return true }
            reader.fields.report(wrongReference(team))
            return false
        }
        let steps = reader.fields.texts("steps")
        let updated = reader.fields.date("updated")
        guard let page else { return nil }
        return PracticeEntry(
            page: page, fields: fields, criteria: criteria, methods: methods, works: works, teams: teams, steps: steps,
            updated: updated)
    }

    /// Whether a text has the form `2020/zj-003`; whether the team exists is known when all files are read.
    private static func isTeamReference(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].utf8.count == 4 && parts[0].utf8.allSatisfy { (0x30...0x39).contains($0) }
            && Slug.isValid(String(parts[1]))
    }

    private static func wrongReference(_ team: Located<String>) -> Diagnostic {
        Diagnostic(
            .metaType, at: team.range,
            message: LocalizedText(zh: "“\(team.value)”不是班组的写法。", en: "“\(team.value)” does not name a team."),
            help: LocalizedText(zh: "请写成“年度/编号”，例如 2020/zj-003。", en: "Write year/id, such as 2020/zj-003."))
    }

    static func notice(_ file: SourceFile, path: SitePath, findings: inout [Diagnostic]) -> NoticeEntry? {
        guard var reader = PageReader(file, path: path, schema: .notice, findings: &findings) else { return nil }
        defer { findings += reader.fields.findings }
        let page = reader.page(findings: &findings)
        let date = reader.fields.date("date")
        let kind = reader.fields.word("kind", as: NoticeKind.self)
        let edition = reader.fields.limitedInteger("edition")
        let attachments = reader.fields.texts("attachments").map { $0.map(FileReference.init) }
        guard let page, let date, let kind else { return nil }
        return NoticeEntry(page: page, date: date, kind: kind, edition: edition, attachments: attachments)
    }

    static func rule(_ file: SourceFile, path: SitePath, findings: inout [Diagnostic]) -> RuleEntry? {
        guard var reader = PageReader(file, path: path, schema: .rule, findings: &findings) else { return nil }
        defer { findings += reader.fields.findings }
        let page = reader.page(marksArticles: true, findings: &findings)
        let date = reader.fields.date("date")
        let effective = reader.fields.date("effective")
        let document = reader.fields.text("document")
        let supersedes = reader.fields.text("supersedes")?.map(FileReference.init)
        guard let page, let date else { return nil }
        return RuleEntry(page: page, date: date, effective: effective, document: document, supersedes: supersedes)
    }

    static func form(_ file: SourceFile, path: SitePath, findings: inout [Diagnostic]) -> FormEntry? {
        guard var reader = PageReader(file, path: path, schema: .form, findings: &findings) else { return nil }
        defer { findings += reader.fields.findings }
        let page = reader.page(findings: &findings)
        let version = reader.fields.text("version")
        let valid: DateSpan? = reader.fields.object("valid", .validity) { fields in
            let from = fields.date("from")
            let to = fields.date("to") { day in from.map { day >= $0.value } ?? true }
            if let from, let to, to.value < from.value {
                fields.report(
                    Diagnostic(
                        .metaRange, at: to.range,
                        message: LocalizedText(zh: "有效期的结束早于开始。", en: "The form's time ends before it begins."),
                        related: [Diagnostic.Related(LocalizedText(zh: "开始在这里", en: "it begins here"), at: from.range)])
                )
            }
            return DateSpan(from: from?.value, to: to?.value)
        }
        let files = reader.fields.texts("files").map { $0.map(FileReference.init) }
        let supersedes = reader.fields.text("supersedes")?.map(FileReference.init)
        guard let page, let version else { return nil }
        return FormEntry(
            page: page, version: version, valid: valid ?? DateSpan(from: nil, to: nil), files: files,
            supersedes: supersedes)
    }

    static func page(_ file: SourceFile, path: SitePath, findings: inout [Diagnostic]) -> PageEntry? {
        guard var reader = PageReader(file, path: path, schema: .page, findings: &findings) else { return nil }
        defer { findings += reader.fields.findings }
        return reader.page(findings: &findings).map { PageEntry(page: $0) }
    }
}
