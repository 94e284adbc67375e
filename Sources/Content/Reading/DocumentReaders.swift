import Diagnostics

/// Reads best practices, notices, rules, forms and other pages.
enum DocumentReaders {
    static func practice(_ file: SourceFile, path: SitePath, findings: inout [Diagnostic]) -> PracticeEntry? {
        guard var reader = PageReader(file, path: path, schema: .practice, findings: &findings) else { return nil }
        defer { findings += reader.fields.findings }
        let page = reader.page(findings: &findings)
        reader.checkSummary()
        let fields = reader.fields.words("fields", as: BuildingField.self)
        let criteria = reader.fields.words("criteria", as: Criterion.self)
        let methods = reader.fields.texts("methods")
        let works = reader.fields.texts("works")
        let teams = reader.fields.texts("teams")
        let steps = reader.fields.texts("steps")
        let updated = reader.fields.date("updated")
        guard let page else { return nil }
        return PracticeEntry(
            page: page, fields: fields, criteria: criteria, methods: methods, works: works, teams: teams, steps: steps,
            updated: updated)
    }

    static func notice(_ file: SourceFile, path: SitePath, findings: inout [Diagnostic]) -> NoticeEntry? {
        guard var reader = PageReader(file, path: path, schema: .notice, findings: &findings) else { return nil }
        defer { findings += reader.fields.findings }
        let page = reader.page(findings: &findings)
        let date = reader.fields.date("date")
        let kind = reader.fields.word("kind", as: NoticeKind.self)
        let edition = reader.fields.integer("edition")
        let attachments = reader.fields.texts("attachments")
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
        let supersedes = reader.fields.text("supersedes")
        guard let page, let date else { return nil }
        return RuleEntry(page: page, date: date, effective: effective, document: document, supersedes: supersedes)
    }

    static func form(_ file: SourceFile, path: SitePath, findings: inout [Diagnostic]) -> FormEntry? {
        guard var reader = PageReader(file, path: path, schema: .form, findings: &findings) else { return nil }
        defer { findings += reader.fields.findings }
        let page = reader.page(findings: &findings)
        let version = reader.fields.text("version")
        let valid: DateSpan? = reader.fields.object("valid", .validity) { fields in
            DateSpan(from: fields.date("from")?.value, to: fields.date("to")?.value)
        }
        let files = reader.fields.texts("files")
        let supersedes = reader.fields.text("supersedes")
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
