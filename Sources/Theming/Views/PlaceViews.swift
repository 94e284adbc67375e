/// A province on the tile grid.
struct TileView: ViewModel {
    let name: String
    let label: String
    let abbreviation: String
    let slug: String
    let url: String
    let held: String
    let isEmpty: Bool
    let x: String
    let y: String

    static let fields = ViewFields<Self>(
        "tile", "A province on the tile grid. The places are schematic and say nothing of borders.",
        [
            .text("name", "Short name.") { $0.name },
            .text("label", "What fits on its tile: its short name; in English two letters.") { $0.label },
            .text("abbreviation", "What fits on a narrow tile: one character; in English two letters.") {
                $0.abbreviation
            },
            .text("slug", "Name in URLs.") { $0.slug },
            .address("url", "Its page.") { $0.url },
            .text("held", "Held titles over all years, with those of units that count to it.") { $0.held },
            .flag("is_empty", "Whether it has none.") { $0.isEmpty },
            .text(
                "x",
                "Left edge in a view box of 572 by 508, tiles being 60 wide; empty for the Corps, which stands apart."
            ) { $0.x },
            .text("y", "Upper edge.") { $0.y },
        ])
}

/// The index of provinces.
struct ProvincesPageView: ViewModel {
    let tiles: [TileView]
    let apart: [TileView]
    let rows: [ProvinceRowView]
    let years: [String]
    let hasPending: Bool

    static let fields = ViewFields<Self>(
        "provinces", "The index of provinces (`provinces.mustache`).",
        [
            .list("tiles", "The 34 regions in the standard order.") { $0.tiles },
            .list("apart", "Units that stand apart: the Corps.") { $0.apart },
            .list("rows", "The same as a table, by year.") { $0.rows },
            .texts("years", "The years of the table's columns.") { $0.years },
            .flag("has_pending", "Whether one of the years is not final: totals are without it.") { $0.hasPending },
        ])
}

/// A province as a row of a table.
struct ProvinceRowView: ViewModel {
    let name: String
    let fullName: String
    let url: String
    let counts: [String]
    let total: String
    let note: String?

    static let fields = ViewFields<Self>(
        "province_row", "A province with its numbers by year.",
        [
            .text("name", "Short name.") { $0.name },
            .text("full_name", "Full name.") { $0.fullName },
            .address("url", "Its page.") { $0.url },
            .texts("counts", "Held titles by year, in the order of `years`.") { $0.counts },
            .text("total", "Held titles over all years.") { $0.total },
            .text("note", "A remark, as on what counts to it; may be empty.") { $0.note },
        ])
}

/// The page of a province.
struct ProvincePageView: ViewModel {
    let name: String
    let fullName: String
    let note: String?
    let noteURL: String?
    let figures: [FigureView]
    let groups: [TeamGroupView]
    let associations: [LinkView]
    let enterprises: [LinkView]
    let practices: [PracticeItemView]
    let downloads: [DownloadView]
    let neighbours: [LinkView]

    static let fields = ViewFields<Self>(
        "province", "A province over the years (`province.mustache`).",
        [
            .text("name", "Short name.") { $0.name },
            .text("full_name", "Full name.") { $0.fullName },
            .text("note", "What counts to it or to what it counts; may be empty.") { $0.note },
            .address("note_url", "The page the note speaks of; may be empty.") { $0.noteURL },
            .list("figures", "Its numbers.") { $0.figures },
            .list("groups", "Its teams by year, newest first.") { $0.groups },
            .list("associations", "Its recommending associations.") { $0.associations },
            .list("enterprises", "Its enterprises with titles.") { $0.enterprises },
            .list("practices", "Best practices of its teams.") { $0.practices },
            .list("downloads", "Its list as CSV.") { $0.downloads },
            .list("neighbours", "The province before and after in the standard order.") { $0.neighbours },
        ])
}

/// Links under a heading.
struct LinkGroupView: ViewModel {
    let title: String
    let slug: String
    let url: String?
    let links: [LinkView]

    static let fields = ViewFields<Self>(
        "link_group", "Links under a heading.",
        [
            .text("title", "The heading.") { $0.title },
            .text("slug", "A name for the heading's id.") { $0.slug },
            .address("url", "Page of the group; may be empty.") { $0.url },
            .list("links", "The links.") { $0.links },
        ])
}

/// An index of links under headings.
struct IndexPageView: ViewModel {
    let intro: String
    let groups: [LinkGroupView]

    static let fields = ViewFields<Self>(
        "index",
        "An index: enterprises by province (`enterprises.mustache`), associations by level (`associations.mustache`).",
        [
            .text("intro", "A sentence with the number of entries.") { $0.intro },
            .list("groups", "The entries.") { $0.groups },
        ])
}

/// The page of an enterprise or an association.
struct HolderPageView: ViewModel {
    let facts: [FactView]
    let names: [FactView]
    let family: [LinkView]
    let groups: [TeamGroupView]
    let figures: [FigureView]
    let downloads: [DownloadView]
    let practices: [PracticeItemView]

    static let fields = ViewFields<Self>(
        "holder", "An enterprise (`enterprise.mustache`) or an association (`association.mustache`) over the years.",
        [
            .list("facts", "What is known of it.") { $0.facts },
            .list("names", "An enterprise's names with their dates, where it had several.") { $0.names },
            .list("family", "Parent, branches and subsidiaries.") { $0.family },
            .list("groups", "Its teams by year, newest first.") { $0.groups },
            .list("figures", "Its numbers.") { $0.figures },
            .list("downloads", "Its list as CSV; empty for enterprises.") { $0.downloads },
            .list("practices", "Best practices of its teams.") { $0.practices },
        ])
}
