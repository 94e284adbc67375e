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
    let supervisionURL: String?
    let count: String

    static let fields = ViewFields<Self>(
        "verify", "Look up a title (`verify.mustache`).",
        [
            .address("index_url", "Address of the index that the page's script reads.") { $0.indexURL },
            .list("editions", "The editions: the way without script.") { $0.editions },
            .address("provinces_url", "The index of provinces.") { $0.provincesURL },
            .address("enterprises_url", "The index of enterprises.") { $0.enterprisesURL },
            .address("changes_url", "Withdrawals and corrections.") { $0.changesURL },
            .address("supervision_url", "Page on public supervision; may be empty.") { $0.supervisionURL },
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
