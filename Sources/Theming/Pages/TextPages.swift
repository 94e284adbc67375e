import Content
import SiteModel

/// The pages of notices, rules, forms and all other pages of text, and their lists.
enum TextPages {
    static func notices(_ context: RenderContext) -> DocumentsPageView {
        DocumentsPageView(
            current: context.site.notices.map { notice in
                let item = ItemViews.notice(notice, context)
                return DocumentItemView(
                    title: item.title, url: item.url, label: item.kind, date: item.date, summary: item.summary,
                    downloads: [])
            },
            superseded: [])
    }

    static func rules(_ context: RenderContext) -> DocumentsPageView {
        let rules = context.site.rules
        let old = supersededPaths(rules.map { ($0.page, $0.supersedes?.value) })
        func item(_ rule: RuleEntry) -> DocumentItemView {
            DocumentItemView(
                title: rule.page.title.value, url: context.href("/rules/\(rule.page.slug)/"),
                label: rule.document?.value ?? "", date: context.dates.view(rule.date.value),
                summary: summary(of: rule.page), downloads: [])
        }
        return DocumentsPageView(
            current: rules.filter { old[$0.page.path] == nil }.map(item),
            superseded: rules.filter { old[$0.page.path] != nil }.map(item))
    }

    static func forms(_ context: RenderContext, files: FormFiles) -> DocumentsPageView {
        let forms = context.site.forms
        let old = supersededPaths(forms.map { ($0.page, $0.supersedes?.value) })
        func item(_ form: FormEntry) -> DocumentItemView {
            DocumentItemView(
                title: form.page.title.value, url: context.href("/forms/\(form.page.slug)/"),
                label: form.version.value, note: expiry(of: form, context), date: nil, summary: summary(of: form.page),
                downloads: downloads(of: form, files, context))
        }
        return DocumentsPageView(
            current: forms.filter { old[$0.page.path] == nil }.map(item),
            superseded: forms.filter { old[$0.page.path] != nil }.map(item))
    }

    static func notice(_ index: Int, _ context: RenderContext, files: FormFiles) -> TextPageView {
        let notice = context.site.notices[index]
        let edition = notice.edition.flatMap { year in context.site.editions.first { $0.year == year.value } }
        return TextPageView(
            label: ItemViews.noticeKind(notice.kind.value, context.words), summary: notice.page.summary?.value,
            facts: [
                FactView(label: context.words[.labelPublished], text: context.dates.text(notice.date.value))
            ],
            contents: ItemViews.contents(of: notice.page.body), body: context.html(of: notice.page),
            downloads: downloads(notice.attachments.map(\.value), of: notice.page, version: nil, files, context),
            supersededBy: nil, supersedes: nil,
            edition: edition.map { LinkView(title: $0.entry.page.title.value, url: context.href($0.url)) })
    }

    static func rule(_ index: Int, _ context: RenderContext) -> TextPageView {
        let rules = context.site.rules
        let rule = rules[index]
        let words = context.words
        var facts = [FactView(label: words[.labelPublished], text: context.dates.text(rule.date.value))]
        if let effective = rule.effective {
            facts.append(FactView(label: words[.labelEffective], text: context.dates.text(effective.value)))
        }
        if let document = rule.document { facts.append(FactView(label: words[.labelDocument], text: document.value)) }
        let pages = rules.map { ($0.page, $0.supersedes?.value) }
        return TextPageView(
            label: nil, summary: rule.page.summary?.value, facts: facts,
            contents: ItemViews.contents(of: rule.page.body), body: context.html(of: rule.page), downloads: [],
            supersededBy: newer(than: rule.page, among: pages, context),
            supersedes: older(rule.supersedes?.value, than: rule.page, among: pages, context), edition: nil)
    }

    static func form(_ index: Int, _ context: RenderContext, files: FormFiles) -> TextPageView {
        let forms = context.site.forms
        let form = forms[index]
        var facts = [FactView(label: context.words[.labelVersion], text: form.version.value)]
        if let span = PlacePages.span(from: form.valid.from, to: form.valid.to, context) {
            facts.append(
                FactView(label: context.words[.labelValid], text: span, note: expiry(of: form, context)))
        }
        let pages = forms.map { ($0.page, $0.supersedes?.value) }
        return TextPageView(
            label: expiry(of: form, context), summary: form.page.summary?.value, facts: facts,
            contents: ItemViews.contents(of: form.page.body), body: context.html(of: form.page),
            downloads: downloads(of: form, files, context),
            supersededBy: newer(than: form.page, among: pages, context),
            supersedes: older(form.supersedes?.value, than: form.page, among: pages, context), edition: nil,
            form: form.definition.map { FormPreview.view(of: $0.value, context) })
    }

    /// That the form's time is over on the day of the build, in words.
    private static func expiry(of form: FormEntry, _ context: RenderContext) -> String? {
        guard let last = form.valid.to, last < context.site.day else { return nil }
        return context.words[.formExpired]
    }

    static func page(_ index: Int, _ context: RenderContext) -> TextPageView {
        let page = context.site.pages[index].page
        return TextPageView(
            label: nil, summary: page.summary?.value, facts: [], contents: ItemViews.contents(of: page.body),
            body: context.html(of: page), downloads: [], supersededBy: nil, supersedes: nil, edition: nil)
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
            let made = context.site.forms.lazy.flatMap(\.madeFiles).first { $0.path == path }
            return made.flatMap { download($0, version: version ?? $0.definition.version, files, context) }
        }
    }

    /// The files that are made of a form, then those that lie beside it.
    private static func downloads(of form: FormEntry, _ files: FormFiles, _ context: RenderContext) -> [DownloadView] {
        form.madeFiles.compactMap { download($0, version: form.version.value, files, context) }
            + downloads(form.files.map(\.value), of: form.page, version: form.version.value, files, context)
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
            title: name, url: url, format: format?.uppercased() ?? "", size: NumberText.size(byteCount),
            version: version, digest: digest)
    }

    /// Pages that another one replaces, by path.
    private static func supersededPaths(_ pages: [(page: Page, supersedes: FileReference?)]) -> [SitePath: Page] {
        var replaced: [SitePath: Page] = [:]
        for (page, reference) in pages {
            guard let reference, let path = reference.path(from: page.path) else { continue }
            replaced[path] = page
        }
        return replaced
    }

    private static func newer(
        than page: Page, among pages: [(page: Page, supersedes: FileReference?)], _ context: RenderContext
    ) -> LinkView? {
        guard let newer = supersededPaths(pages)[page.path],
            let url = context.site.routes.urlBySource[newer.path.text]
        else { return nil }
        return LinkView(title: newer.title.value, url: context.href(url))
    }

    private static func older(
        _ reference: FileReference?, than page: Page, among pages: [(page: Page, supersedes: FileReference?)],
        _ context: RenderContext
    ) -> LinkView? {
        guard let reference, let path = reference.path(from: page.path),
            let older = pages.first(where: { $0.page.path == path })?.page,
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
