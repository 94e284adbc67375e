/// An edition in a list of editions.
struct EditionItemView: ViewModel {
    let year: String
    let title: String
    let url: String
    let state: String
    let isFinal: Bool
    let summary: String
    let held: String
    let provinces: String
    let document: String?
    let published: DateView?

    static let fields = ViewFields<Self>(
        "edition_item", "An edition in a list.",
        [
            .text("year", "Its year.") { $0.year },
            .text("title", "Its title.") { $0.title },
            .html("heading", "Its title with `wbr` where its lines may break.") { TitleMarkup.html($0.title) },
            .address("url", "Its page.") { $0.url },
            .text("state", "Draft, in publicity or published, in words.") { $0.state },
            .flag("is_final", "Whether its results are final.") { $0.isFinal },
            .text("summary", "A sentence with its numbers.") { $0.summary },
            .text("held", "How many teams hold the title.") { $0.held },
            .text("provinces", "In how many regions.") { $0.provinces },
            .text("document", "The number of its document, if it has one.") { $0.document },
            .view("published", "Day of publication.") { $0.published },
        ])
}

/// A row of the table of all editions.
struct EditionRowView: ViewModel {
    let edition: EditionItemView
    let recommended: String
    let selfNominated: String
    let recommendedFurther: String
    let withdrawn: String
    let enterprises: String
    let writeUps: String

    static let fields = ViewFields<Self>(
        "edition_row", "An edition with its figures.",
        [
            .view("edition", "The edition.") { $0.edition },
            .text("recommended", "Held titles recommended by associations.") { $0.recommended },
            .text("self_nominated", "Held titles of self-nominated teams.") { $0.selfNominated },
            .text("recommended_further", "Teams recommended to or honoured by the national quality association.") {
                $0.recommendedFurther
            },
            .text("withdrawn", "Withdrawn titles, which count nowhere else.") { $0.withdrawn },
            .text("enterprises", "Enterprises with a held title.") { $0.enterprises },
            .text("writeups", "Write-ups that can be read.") { $0.writeUps },
        ])
}

/// The page of all editions.
struct AwardsPageView: ViewModel {
    let editions: [EditionRowView]
    let chart: ChartView?
    let downloads: [DownloadView]

    static let fields = ViewFields<Self>(
        "awards", "All editions (`awards.mustache`).",
        [
            .list("editions", "Newest first.") { $0.editions },
            .view("chart", "Held titles by year, oldest first.") { $0.chart },
            .list("downloads", "Open data of all years.") { $0.downloads },
        ])
}

/// The page of an edition, or of one province in it.
struct EditionPageView: ViewModel {
    let edition: EditionItemView
    let provinceName: String?
    let provinceURL: String?
    let wholeListURL: String?
    let figures: [FigureView]
    let facts: [FactView]
    let groups: [TeamGroupView]
    let groupLinks: [LinkView]
    let honored: [TeamItemView]
    let downloads: [DownloadView]
    let body: [UInt8]
    let corrections: [ChangeView]
    let otherEditions: [LinkView]
    let hasMethods: Bool

    static let fields = ViewFields<Self>(
        "edition", "A year's list (`edition.mustache`), or one province of it (`edition-province.mustache`).",
        [
            .view("edition", "The edition.") { $0.edition },
            .text("province_name", "The province, on the page of one; else empty.") { $0.provinceName },
            .address("province_url", "The province over the years; else empty.") { $0.provinceURL },
            .address("whole_list_url", "The year's whole list, on the page of one province; else empty.") {
                $0.wholeListURL
            },
            .list("figures", "The edition's numbers.") { $0.figures },
            .list("facts", "Document, dates, exchange.") { $0.facts },
            .list("groups", "The teams by province in the standard order.") { $0.groups },
            .list("group_links", "The provinces of the list, with numbers.") { $0.groupLinks },
            .list("honored", "The teams with honours beyond the year's title.") { $0.honored },
            .list("downloads", "The list as CSV, JSON, XLSX.") { $0.downloads },
            .html("body", "The announcement's text.") { $0.body },
            .list("corrections", "Corrections of the list.") { $0.corrections },
            .list("other_editions", "The same list in other years.") { $0.otherEditions },
            .flag("has_methods", "Whether best practices are listed by method.") { $0.hasMethods },
        ])
}

/// A change of the record.
struct ChangeView: ViewModel {
    let kind: String
    let kindName: String
    let date: DateView
    let text: String
    let team: LinkView?
    let decision: LinkView?

    static let fields = ViewFields<Self>(
        "change", "A withdrawal, correction or renaming.",
        [
            .text("kind", "`withdrawal`, `correction` or `renaming`, for a class.") { $0.kind },
            .text("kind_name", "The same in words.") { $0.kindName },
            .view("date", "Its day.") { $0.date },
            .text("text", "What changed.") { $0.text },
            .view("subject", "The team, edition or enterprise it is about.") { $0.team },
            .view("decision", "The decision, where one is linked.") { $0.decision },
        ])
}

/// A publicity period.
struct PublicityView: ViewModel {
    let edition: EditionItemView
    let state: String
    let period: String
    let contact: String
    let isOpen: Bool

    static let fields = ViewFields<Self>(
        "publicity_period", "A publicity period of an edition.",
        [
            .view("edition", "The edition.") { $0.edition },
            .text("state", "Ahead, open or over, in words.") { $0.state },
            .text("period", "From when to when.") { $0.period },
            .text("contact", "The office to object to.") { $0.contact },
            .flag("is_open", "Whether objections can be made on the day of the build's content.") { $0.isOpen },
        ])
}

/// The page of publicity periods.
struct PublicityPageView: ViewModel {
    let open: [PublicityView]
    let past: [PublicityView]
    let supervisionURL: String?

    static let fields = ViewFields<Self>(
        "publicity", "Open and past publicity periods (`publicity.mustache`).",
        [
            .list("open", "Periods that are open or ahead.") { $0.open },
            .list("past", "Periods that are over.") { $0.past },
            .address("supervision_url", "Page on public supervision; may be empty.") { $0.supervisionURL },
        ])
}

/// The page of changes.
struct ChangesPageView: ViewModel {
    let withdrawals: [ChangeView]
    let corrections: [ChangeView]
    let renamings: [ChangeView]

    static let fields = ViewFields<Self>(
        "changes", "What changed after it was published (`changes.mustache`), each newest first.",
        [
            .list("withdrawals", "Titles that were withdrawn.") { $0.withdrawals },
            .list("corrections", "Corrections of lists.") { $0.corrections },
            .list("renamings", "Enterprises that took another name.") { $0.renamings },
        ])
}
