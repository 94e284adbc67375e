import Content
import Fields
import SiteModel
import Values

/// The pages of documents, and their lists.
enum DocumentPages {
    /// The list of a kind's documents, those that a newer one takes the place of apart.
    static func list(of kind: DocumentKind, _ files: FormFiles, _ context: RenderContext) -> DocumentsPageView {
        let documents = context.site.documents[kind]
        let old = supersededPaths(documents)
        func items(_ documents: [DocumentEntry]) -> [DocumentItemView] { documents.map { item($0, files, context) } }
        return DocumentsPageView(
            current: items(documents.filter { old[$0.page.path] == nil }),
            superseded: items(documents.filter { old[$0.page.path] != nil }))
    }

    private static func item(_ entry: DocumentEntry, _ files: FormFiles, _ context: RenderContext) -> DocumentItemView {
        DocumentItemView(
            title: entry.page.title.value, url: context.href(entry.page.url), label: listLabel(of: entry, context),
            note: expiry(of: entry, context), date: entry.day.map { context.dates.view($0.value) },
            summary: summary(of: entry.page),
            downloads: entry.kind == .notice ? [] : downloads(of: entry, files, context))
    }

    /// The page of a document.
    static func page(of entry: DocumentEntry, _ files: FormFiles, _ context: RenderContext) -> TextPageView {
        let edition = entry.edition.flatMap { year in context.site.editions.first { $0.year == year.value } }
        let documents = context.site.documents[entry.kind]
        return TextPageView(
            label: label(of: entry, context), summary: entry.page.summary?.value, facts: facts(of: entry, context),
            contents: ItemViews.contents(of: entry.page.body), body: context.html(of: entry.page),
            downloads: downloads(of: entry, files, context),
            supersededBy: newer(than: entry, among: documents, context),
            supersedes: older(than: entry, among: documents, context),
            edition: edition.map { LinkView(title: $0.entry.page.title.value, url: context.href($0.url)) },
            form: entry.definition.map { FormPreview.view(of: $0.value, context) })
    }

    /// What is known of a document in short.
    static func facts(of entry: DocumentEntry, _ context: RenderContext) -> [FactView] {
        FieldFacts.facts(of: entry.kind.declaration.fields, in: entry.values, context) { label in
            label == TextKey.labelValid.rawValue ? expiry(of: entry, context) : nil
        }
    }

    /// What a list says of a document beside its title: a notice's kind, a rule's number, a form's version.
    private static func listLabel(of entry: DocumentEntry, _ context: RenderContext) -> String {
        switch entry.kind {
        case .notice: label(of: entry, context) ?? ""
        case .rule: entry[RegulationFields.document]?.value ?? ""
        case .form: entry[FormFields.version]?.value ?? ""
        case .practice, .page: ""
        }
    }

    /// A notice's kind, or that a form is no longer valid.
    private static func label(of entry: DocumentEntry, _ context: RenderContext) -> String? {
        switch entry.kind {
        case .notice: entry[NoticeFields.kind].map { ItemViews.noticeKind($0.value, context.words) }
        case .form: expiry(of: entry, context)
        case .practice, .rule, .page: nil
        }
    }

    /// That the form's time is over on the day of the build, in words.
    private static func expiry(of form: DocumentEntry, _ context: RenderContext) -> String? {
        guard let last = form[FormFields.valid]?.to, last < context.site.day else { return nil }
        return context.words[.formExpired]
    }

    private static func summary(of page: Page) -> String {
        page.summary?.value ?? SummaryText.cut(page.body.plainText, limit: 100)
    }

    private static func downloads(
        _ references: [FileReference], of page: Page, version: String?, _ files: FormFiles, _ context: RenderContext
    ) -> [DownloadView] {
        references.compactMap { reference in
            guard let path = reference.path(from: page.path), let url = context.href(of: reference, from: page.path)
            else { return nil }
            if let file = context.attachment(at: path) {
                // Of a picture the largest JPEG is offered, which only exists later.
                guard file.picture == nil else {
                    return DownloadView(title: path.name, url: url, format: "JPEG", version: version)
                }
                return download(
                    path, url: url, byteCount: file.size, version: version, digest: files.digests[path])
            }
            let made = context.site.documents[.form].lazy.flatMap(\.madeFiles).first { $0.path == path }
            return made.flatMap { download($0, version: version ?? $0.definition.version, files, context) }
        }
    }

    /// The files that are made of a form, then those that lie beside a document.
    private static func downloads(
        of entry: DocumentEntry, _ files: FormFiles, _ context: RenderContext
    ) -> [DownloadView] {
        let version = entry[FormFields.version]?.value
        return entry.madeFiles.compactMap { download($0, version: version ?? $0.definition.version, files, context) }
            + downloads(entry.files.map(\.value), of: entry.page, version: version, files, context)
    }

    private static func download(
        _ file: MadeFormFile, version: String, _ files: FormFiles, _ context: RenderContext
    ) -> DownloadView? {
        files.made(file).map { facts in
            download(
                file.path, url: context.href(file.url), byteCount: facts.byteCount, version: version,
                digest: facts.digest)
        }
    }

    private static func download(
        _ path: SitePath, url: String, byteCount: Int, version: String?, digest: String?
    ) -> DownloadView {
        let name = path.name
        let format = name.split(separator: ".").count > 1 ? name.split(separator: ".").last.map(String.init) : nil
        return DownloadView(
            title: name, url: url, format: format?.uppercased() ?? "", size: ByteCount.words(byteCount),
            version: version, digest: digest)
    }

    /// Documents that another one takes the place of, with that one, by path.
    private static func supersededPaths(_ documents: [DocumentEntry]) -> [SitePath: Page] {
        var replaced: [SitePath: Page] = [:]
        for document in documents {
            guard let path = document.supersedes?.value.path(from: document.page.path) else { continue }
            replaced[path] = document.page
        }
        return replaced
    }

    private static func newer(
        than entry: DocumentEntry, among documents: [DocumentEntry], _ context: RenderContext
    ) -> LinkView? {
        guard let newer = supersededPaths(documents)[entry.page.path],
            let url = context.site.routes.urlBySource[newer.path.text]
        else { return nil }
        return LinkView(title: newer.title.value, url: context.href(url))
    }

    private static func older(
        than entry: DocumentEntry, among documents: [DocumentEntry], _ context: RenderContext
    ) -> LinkView? {
        guard let path = entry.supersedes?.value.path(from: entry.page.path),
            let older = documents.first(where: { $0.page.path == path })?.page,
            let url = context.site.routes.urlBySource[path.text]
        else { return nil }
        return LinkView(title: older.title.value, url: context.href(url))
    }
}

/// What is known of the bytes of files offered for download.
package struct FormFiles: Sendable {
    /// SHA-256 in hexadecimal, by path in the site.
    package let digests: [SitePath: String]
    /// Size and SHA-256 of a file that is made of a form; `nil` for one that cannot be made.
    package let made: @Sendable (MadeFormFile) -> (byteCount: Int, digest: String)?

    package init(
        digests: [SitePath: String], made: @escaping @Sendable (MadeFormFile) -> (byteCount: Int, digest: String)?
    ) {
        self.digests = digests
        self.made = made
    }
}
