/// A best practice in a list.
struct PracticeItemView: ViewModel {
    let title: String
    let url: String
    let summary: String
    let teams: [LinkView]
    let tags: [LinkView]

    static let fields = ViewFields<Self>(
        "practice_item", "A best practice in a list.",
        [
            .text("title", "Its title.") { $0.title },
            .html("heading", "Its title with `wbr` where its lines may break.") { TitleMarkup.html($0.title) },
            .address("url", "Its page.") { $0.url },
            .text("summary", "What it is, in a sentence.") { $0.summary },
            .list("teams", "The teams it comes from.") { $0.teams },
            .list("tags", "Works and methods, with their pages.") { $0.tags },
        ])
}

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

/// The home page.
struct HomePageView: ViewModel {
    let edition: EditionItemView?
    let figures: [FigureView]
    let openPublicity: [PublicityView]
    let openCalls: [CallView]
    let notices: [NoticeItemView]
    let practices: [PracticeItemView]
    let tiles: [TileView]
    let editions: [EditionItemView]
    let body: [UInt8]

    static let fields = ViewFields<Self>(
        "home", "The home page (`home.mustache`).",
        [
            .view("edition", "The newest edition.") { $0.edition },
            .list("figures", "The newest edition's numbers.") { $0.figures },
            .list("open_publicity", "Publicity periods that are open.") { $0.openPublicity },
            .list("open_calls", "Calls that are open, with their deadlines.") { $0.openCalls },
            .list("notices", "The five newest notices.") { $0.notices },
            .list("practices", "Six best practices.") { $0.practices },
            .list("tiles", "The provinces of the tile grid.") { $0.tiles },
            .list("editions", "All editions, newest first.") { $0.editions },
            .html("body", "Text of `content/index.md`, where the site has one.") { $0.body },
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

/// The index of best practices.
struct PracticesPageView: ViewModel {
    let practices: [PracticeItemView]
    let facets: [LinkGroupView]
    let coverage: CoverageView?

    static let fields = ViewFields<Self>(
        "practices",
        "Best practices (`practices.mustache`), and those of one method, kind of works, criterion or field (`facet.mustache`).",
        [
            .list("practices", "The practices, by pinyin.") { $0.practices },
            .list("facets", "Ways to find practices: fields, criteria, works, methods.") { $0.facets },
            .view("coverage", "Which criteria and fields the practices cover.") { $0.coverage },
        ])
}

/// The practices and teams of one facet.
struct FacetPageView: ViewModel {
    let kind: String
    let intro: String
    let practices: [PracticeItemView]
    let teams: [TeamItemView]
    let siblings: [LinkView]

    static let fields = ViewFields<Self>(
        "facet", "Practices and teams of one method, kind of works, criterion or field (`facet.mustache`).",
        [
            .text("kind", "What kind of facet it is, in words.") { $0.kind },
            .text("intro", "A sentence with the numbers.") { $0.intro },
            .list("practices", "Its practices.") { $0.practices },
            .list("teams", "Teams whose write-ups name it.") { $0.teams },
            .list("siblings", "The other facets of the kind.") { $0.siblings },
        ])
}

/// The page of a best practice.
struct PracticePageView: ViewModel {
    let practice: PracticeItemView
    let facts: [FactView]
    let buildingFields: [LinkView]
    let criteria: [LinkView]
    let methods: [LinkView]
    let works: [LinkView]
    let steps: [String]
    let teams: [TeamItemView]
    let contents: [ContentsItemView]
    let body: [UInt8]
    let related: [PracticeItemView]

    static let fields = ViewFields<Self>(
        "practice", "A best practice (`practice.mustache`).",
        [
            .view("practice", "The practice as in lists.") { $0.practice },
            .list("facts", "What is known of it in short.") { $0.facts },
            .list("fields", "Fields of team building, with their pages.") { $0.buildingFields },
            .list("criteria", "Criteria of the scoring table, with their pages.") { $0.criteria },
            .list("methods", "Methods and tools, with their pages.") { $0.methods },
            .list("works", "Kinds of works, with their pages.") { $0.works },
            .texts("steps", "The steps in short, where given.") { $0.steps },
            .list("teams", "The teams it comes from.") { $0.teams },
            .list("contents", "List of contents.") { $0.contents },
            .html("body", "The text.") { $0.body },
            .list("related", "Practices that share facets.") { $0.related },
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

/// The page where everything is searched.
struct SearchPageView: ViewModel {
    let indexURL: String
    let lists: [LinkView]

    static let fields = ViewFields<Self>(
        "search", "Search everything (`search.mustache`).",
        [
            .address("index_url", "Address of the index that the page's script reads.") { $0.indexURL },
            .list("lists", "The lists of the site: the way without script.") { $0.lists },
        ])
}

/// The page where a title is looked up.
struct VerifyPageView: ViewModel {
    let indexURL: String
    let editions: [EditionItemView]
    let provincesURL: String
    let enterprisesURL: String
    let changesURL: String
    let count: String

    static let fields = ViewFields<Self>(
        "verify", "Look up a title (`verify.mustache`).",
        [
            .address("index_url", "Address of the index that the page's script reads.") { $0.indexURL },
            .list("editions", "The editions: the way without script.") { $0.editions },
            .address("provinces_url", "The index of provinces.") { $0.provincesURL },
            .address("enterprises_url", "The index of enterprises.") { $0.enterprisesURL },
            .address("changes_url", "Withdrawals and corrections.") { $0.changesURL },
            .text("count", "How many records can be looked up, in words.") { $0.count },
        ])
}

/// The page for an address that does not exist.
struct NotFoundPageView: ViewModel {
    let links: [LinkView]

    static let fields = ViewFields<Self>(
        "not_found", "The page for an address that does not exist (`not-found.mustache`).",
        [.list("links", "Where to go on from there.") { $0.links }])
}
