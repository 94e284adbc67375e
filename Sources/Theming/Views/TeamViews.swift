/// A team as a row of a list.
///
/// A class because one row stands in many lists: a list of them is boxed without copying twenty fields.
final class TeamItemView: ViewModel {
    let number: String
    let name: String
    let url: String
    let year: String
    let editionURL: String
    let enterpriseName: String
    let enterpriseURL: String
    let enterprisePresentName: String?
    let provinceName: String
    let provinceURL: String
    let mode: String
    let isSelfNominated: Bool
    let recommender: String?
    let recommenderURL: String?
    let honors: String?
    let members: String?
    let isWithdrawn: Bool
    let isInPublicity: Bool
    let state: String
    let withdrawnOn: DateView?
    let summary: String?
    let hasWriteUp: Bool
    let methods: String?

    init(
        number: String, name: String, url: String, year: String, editionURL: String, enterpriseName: String,
        enterpriseURL: String, enterprisePresentName: String?, provinceName: String, provinceURL: String,
        mode: String, isSelfNominated: Bool, recommender: String?, recommenderURL: String?, honors: String?,
        members: String?, isWithdrawn: Bool, isInPublicity: Bool, state: String, withdrawnOn: DateView?,
        summary: String?, hasWriteUp: Bool, methods: String?
    ) {
        self.number = number
        self.name = name
        self.url = url
        self.year = year
        self.editionURL = editionURL
        self.enterpriseName = enterpriseName
        self.enterpriseURL = enterpriseURL
        self.enterprisePresentName = enterprisePresentName
        self.provinceName = provinceName
        self.provinceURL = provinceURL
        self.mode = mode
        self.isSelfNominated = isSelfNominated
        self.recommender = recommender
        self.recommenderURL = recommenderURL
        self.honors = honors
        self.members = members
        self.isWithdrawn = isWithdrawn
        self.isInPublicity = isInPublicity
        self.state = state
        self.withdrawnOn = withdrawnOn
        self.summary = summary
        self.hasWriteUp = hasWriteUp
        self.methods = methods
    }

    static let fields = ViewFields<TeamItemView>(
        "team_item", "A honoured team as a row of a list.",
        [
            .text("number", "Its place in the list of the decision; no ranking.") { $0.number },
            .text("name", "The team's name.") { $0.name },
            .address("url", "Its page.") { $0.url },
            .text("year", "The edition's year.") { $0.year },
            .address("edition_url", "The edition's page.") { $0.editionURL },
            .text("enterprise_name", "The enterprise's name when the title was given.") { $0.enterpriseName },
            .address("enterprise_url", "The enterprise's page.") { $0.enterpriseURL },
            .text("enterprise_present_name", "Its present name, where it is another; else empty.") {
                $0.enterprisePresentName
            },
            .text("province_name", "Short name of the province.") { $0.provinceName },
            .address("province_url", "The province's page.") { $0.provinceURL },
            .text("mode", "How the team applied: recommended or self-nominated, in words.") { $0.mode },
            .flag("is_self_nominated", "Whether its enterprise put it forward.") { $0.isSelfNominated },
            .text("recommender", "The recommending association; empty for a self-nominated team.") { $0.recommender },
            .address("recommender_url", "The association's page; may be empty.") { $0.recommenderURL },
            .text("honors", "Honours beyond the year's title, in words; may be empty.") { $0.honors },
            .text("members", "Number of members; may be empty.") { $0.members },
            .flag("is_withdrawn", "Whether the title was withdrawn.") { $0.isWithdrawn },
            .flag("is_in_publicity", "Whether the edition is in publicity.") { $0.isInPublicity },
            .text("state", "The state of the title in words.") { $0.state },
            .view("withdrawn_on", "Day of the withdrawal.") { $0.withdrawnOn },
            .text("summary", "What the write-up is about; may be empty.") { $0.summary },
            .flag("has_writeup", "Whether there is a write-up to read.") { $0.hasWriteUp },
            .text("methods", "Methods of the write-up, for filters; may be empty.") { $0.methods },
        ])
}

/// The teams of one province in a list.
struct TeamGroupView: ViewModel {
    let title: String
    let slug: String
    let url: String
    let count: String
    let teams: [TeamItemView]

    static let fields = ViewFields<Self>(
        "team_group", "Teams under one heading: a province of a year, or a year of a province.",
        [
            .text("title", "The heading: a province or a year.") { $0.title },
            .text("slug", "A name for the heading's id.") { $0.slug },
            .address("url", "Page of the group alone; may be empty.") { $0.url },
            .text("count", "How many hold the title, in words.") { $0.count },
            .list("teams", "The teams.") { $0.teams },
        ])
}

/// An indicator of a write-up.
struct IndicatorView: ViewModel {
    let name: String
    let unit: String?
    let before: String?
    let after: String
    let target: String?
    let direction: String
    let isTargetMet: Bool
    let isImproved: Bool

    static let fields = ViewFields<Self>(
        "indicator", "A figure before and after.",
        [
            .text("name", "What is measured.") { $0.name },
            .text("unit", "Its unit; may be empty.") { $0.unit },
            .text("before", "The value before; may be empty.") { $0.before },
            .text("after", "The value after.") { $0.after },
            .text("target", "The target; may be empty.") { $0.target },
            .text("direction", "Which direction is better, in words.") { $0.direction },
            .flag("is_target_met", "Whether the target was met.") { $0.isTargetMet },
            .flag("is_improved", "Whether the value after is better than before.") { $0.isImproved },
        ])
}

/// Points of one criterion.
struct ScoreView: ViewModel {
    let name: String
    let points: String
    let maximum: String

    static let fields = ViewFields<Self>(
        "score", "Points of one criterion; only with `publish_scores`.",
        [
            .text("name", "The criterion.") { $0.name },
            .text("points", "The points given.") { $0.points },
            .text("maximum", "The greatest number possible.") { $0.maximum },
        ])
}

/// The page of a team.
struct TeamPageView: ViewModel {
    let team: TeamItemView
    let facts: [FactView]
    let indicators: [IndicatorView]
    let indicatorChart: IndicatorChartView?
    let scores: [ScoreView]
    let photos: [PhotoView]
    let contents: [ContentsItemView]
    let body: [UInt8]
    let withdrawal: String?
    let decision: LinkView?
    let practices: [PracticeItemView]
    let related: [TeamItemView]
    let otherYears: [TeamItemView]
    let hasMoreTitles: Bool
    let previous: LinkView?
    let next: LinkView?
    let methods: [LinkView]
    let works: [LinkView]
    let corrections: [ChangeView]

    static let fields = ViewFields<Self>(
        "team", "A team's page (`team.mustache`).",
        [
            .view("team", "The team as in lists.") { $0.team },
            .list("facts", "Enterprise, province, recommender, members and so on.") { $0.facts },
            .list("indicators", "Figures before and after.") { $0.indicators },
            .view("indicator_chart", "The same as a picture, where it can be drawn.") { $0.indicatorChart },
            .list("scores", "Points by criterion; empty unless the site publishes them.") { $0.scores },
            .list("photos", "Photos of the write-up.") { $0.photos },
            .list("contents", "List of contents of the write-up.") { $0.contents },
            .html("body", "The write-up; empty where there is none.") { $0.body },
            .text("withdrawal", "The sentence on the withdrawal: date and reason; else empty.") { $0.withdrawal },
            .view("decision", "The decision on the withdrawal, where one is linked.") { $0.decision },
            .list("practices", "Best practices that come from the team.") { $0.practices },
            .list("related", "Teams whose write-ups share methods or works.") { $0.related },
            .list("other_years", "Other titles of the same enterprise, at most 40.") { $0.otherYears },
            .flag("has_more_titles", "Whether its enterprise has more; the enterprise's page lists all.") {
                $0.hasMoreTitles
            },
            .view("previous", "The team before in the year's list.") { $0.previous },
            .view("next", "The team after in the year's list.") { $0.next },
            .list("methods", "Methods and tools, with their pages.") { $0.methods },
            .list("works", "Kinds of works, with their pages.") { $0.works },
            .list("corrections", "Corrections that concern the team.") { $0.corrections },
        ])
}
