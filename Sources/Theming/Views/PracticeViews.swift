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
