/// A notice in a list.
struct NoticeItemView: ViewModel {
    let title: String
    let url: String
    let kind: String
    let date: DateView
    let summary: String

    static let fields = ViewFields<Self>(
        "notice_item", "A notice in a list.",
        [
            .text("title", "Its title.") { $0.title },
            .html("heading", "Its title with `wbr` where its lines may break.") { TitleMarkup.html($0.title) },
            .address("url", "Its page.") { $0.url },
            .text("kind", "Call, publicity, result or other, in words.") { $0.kind },
            .view("date", "Its day.") { $0.date },
            .text("summary", "How it begins.") { $0.summary },
        ])
}

/// A call that is open.
struct CallView: ViewModel {
    let notice: NoticeItemView
    let deadline: DateView
    let forms: [LinkView]

    static let fields = ViewFields<Self>(
        "call", "A call that is open.",
        [
            .view("notice", "The call.") { $0.notice },
            .view("deadline", "Until when teams can apply.") { $0.deadline },
            .list("forms", "The forms to hand in.") { $0.forms },
        ])
}

/// A list of documents: notices, rules or forms.
struct DocumentsPageView: ViewModel {
    let current: [DocumentItemView]
    let superseded: [DocumentItemView]

    static let fields = ViewFields<Self>(
        "documents",
        "Notices (`notices.mustache`), rules (`rules.mustache`) or forms (`forms.mustache`), newest first.",
        [
            .list("current", "Those in force; all notices.") { $0.current },
            .list("superseded", "Those that a newer one replaced.") { $0.superseded },
        ])
}

/// A notice, rule or form in a list.
struct DocumentItemView: ViewModel {
    let title: String
    let url: String
    let label: String
    var note: String?
    let date: DateView?
    let summary: String
    let downloads: [DownloadView]

    static let fields = ViewFields<Self>(
        "document_item", "A notice, rule or form in a list.",
        [
            .text("title", "Its title.") { $0.title },
            .html("heading", "Its title with `wbr` where its lines may break.") { TitleMarkup.html($0.title) },
            .address("url", "Its page.") { $0.url },
            .text("label", "Its kind, document number or version; may be empty.") { $0.label },
            .text("note", "That a form is no longer valid, in words; may be empty.") { $0.note },
            .view("date", "Its day.") { $0.date },
            .text("summary", "What it is about; may be empty.") { $0.summary },
            .list("downloads", "Its files.") { $0.downloads },
        ])
}

/// A page of text: notices, rules, forms and all other pages.
struct TextPageView: ViewModel {
    let label: String?
    let summary: String?
    let facts: [FactView]
    let contents: [ContentsItemView]
    let body: [UInt8]
    let downloads: [DownloadView]
    let supersededBy: LinkView?
    let supersedes: LinkView?
    let edition: LinkView?
    var form: FormPreviewView?

    static let fields = ViewFields<Self>(
        "text",
        "A notice (`notice.mustache`), rule (`rule.mustache`), form (`form.mustache`) or other page (`page.mustache`).",
        [
            .text("label", "A notice's kind, or that a form is no longer valid; may be empty.") { $0.label },
            .text("summary", "What it is about; may be empty.") { $0.summary },
            .list("facts", "Dates, document number, version.") { $0.facts },
            .list("contents", "List of contents.") { $0.contents },
            .html("body", "The text.") { $0.body },
            .list("downloads", "Attachments or the form's files.") { $0.downloads },
            .view("superseded_by", "The newer version, where there is one.") { $0.supersededBy },
            .view("supersedes", "The older version, where there is one.") { $0.supersedes },
            .view("edition", "The edition a notice is about.") { $0.edition },
            .view("form", "What a form asks, where it is made of a `form.yaml`.") { $0.form },
        ])
}
