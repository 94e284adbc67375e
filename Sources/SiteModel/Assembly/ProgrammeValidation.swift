import Content
import Diagnostics
import Rules

/// Checks that take several files of the programme together: forms against deadlines, titles against each other.
enum ProgrammeValidation {
    static func findings(in visible: VisibleContent) -> [Diagnostic] {
        expiredForms(visible) + duplicateTitles(visible)
    }

    /// Forms that were valid when a call was published, but not until its deadline.
    private static func expiredForms(_ visible: VisibleContent) -> [Diagnostic] {
        let deadlines = Dictionary(
            visible.editions.compactMap { entry in entry.deadline.map { (entry.year.value, $0) } },
            uniquingKeysWith: { first, _ in first })
        var findings: [Diagnostic] = []
        for notice in visible.documents[.notice] where notice[NoticeFields.kind]?.value == .call {
            guard let deadline = notice[NoticeFields.edition].flatMap({ deadlines[$0.value] }), let day = notice.day
            else { continue }
            for form in visible.documents[.form] where form.isValid(on: day.value) {
                guard let end = form[FormFields.valid]?.to, end < deadline.value else { continue }
                findings.append(
                    Diagnostic(
                        .expiredForm, at: form.page.title.range,
                        message: LocalizedText(
                            zh: "表格有效到 \(end)，申报却到 \(deadline.value) 才截止。",
                            en: "The form is valid until \(end), but the deadline is \(deadline.value)."),
                        help: LocalizedText(
                            zh: "请延长有效期，或换上新版表格。", en: "Extend its validity, or offer a newer version."),
                        related: [
                            Diagnostic.Related(
                                LocalizedText(zh: "申报截止在这里", en: "the deadline is here"), at: deadline.range)
                        ]))
            }
        }
        return findings
    }

    /// The path without what differs between a page's two forms: `practices/a.md` and `practices/a/index.md`.
    private static func stem(_ page: Page) -> Substring {
        page.isBundle ? page.path.folder[...] : page.path.text.dropLast(".md".count)
    }

    private static func duplicateTitles(_ visible: VisibleContent) -> [Diagnostic] {
        let pages = visible.editions.map(\.page) + visible.documents.all.map(\.page)
        var first: [String: Page] = [:]
        var findings: [Diagnostic] = []
        for page in pages.sorted(by: { $0.path < $1.path }) {
            guard let other = first[page.title.value] else {
                first[page.title.value] = page
                continue
            }
            // Two files of one page are told by their address.
            guard stem(page) != stem(other) else { continue }
            findings.append(
                Diagnostic(
                    .duplicateTitle, at: page.title.range,
                    message: LocalizedText(
                        zh: "标题“\(page.title.value)”与另一页相同。", en: "Another page has the title “\(page.title.value)”."),
                    help: LocalizedText(
                        zh: "请补上年度、版本等有区别的字样。", en: "Add what makes it different, such as its year or version."),
                    related: [
                        Diagnostic.Related(
                            LocalizedText(zh: "另一页在这里", en: "the other page is here"), at: other.title.range)
                    ]))
        }
        return findings
    }
}
