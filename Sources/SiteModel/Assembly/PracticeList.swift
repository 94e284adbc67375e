import Content
import Diagnostics
import Rules
import Values

/// The best practices by pinyin of their titles, with the teams they come from.
struct PracticeList {
    let practices: [Practice]
    private let indexBySlug: [String: Int]

    init(
        _ visible: VisibleContent, teams: TeamList, facets: FacetIndex, pinyin: Pinyin,
        findings: inout [Diagnostic]
    ) {
        let sorted = visible.documents[.practice].sorted {
            pinyin.sortKey($0.page.title.value) < pinyin.sortKey($1.page.title.value)
        }
        var practices: [Practice] = []
        for entry in sorted {
            var sources: [Int] = []
            for reference in entry[PracticeFields.teams] {
                if let team = teams[reference.value] {
                    if !sources.contains(team) { sources.append(team) }
                } else if !visible.unusable.explains(team: reference.value) {
                    findings.append(
                        visible.withheldEdition(ofTeam: reference.value)?.finding(
                            at: reference.range, on: visible.shownDay)
                            ?? Self.unknownTeam(reference, teams))
                }
            }
            practices.append(
                Practice(
                    entry: entry, teams: sources, methods: facets.methodIndices(entry[CommonFields.methods]),
                    works: facets.worksIndices(entry[CommonFields.works])))
        }
        let likeness = Likeness(
            facetsOf: practices.map { practice in
                practice.works.map { "w\($0)" } + practice.methods.map { "m\($0)" }
                    + practice.entry[PracticeFields.fields].map { "f" + $0.value.rawValue }
                    + practice.entry[PracticeFields.criteria].map { "c" + $0.value.rawValue }
            })
        for index in practices.indices { practices[index].related = likeness.nearest(to: index, count: 3) }
        self.practices = practices
        self.indexBySlug = Dictionary(
            practices.enumerated().map { ($0.element.slug, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(slug: String) -> Int? { indexBySlug[slug] }

    var slugs: [String] { practices.map(\.slug) }

    static func unknownPractice(_ reference: Located<String>, known: [String]) -> Diagnostic {
        let suggestion = NearestName.suggestion(for: reference.value, among: known)
        return Diagnostic(
            .danglingReference, at: reference.range,
            message: LocalizedText(
                zh: "没有最佳实践“\(reference.value)”（content/practices/\(reference.value).md）。",
                en: "There is no practice “\(reference.value)” (content/practices/\(reference.value).md)."),
            help: suggestion.map { LocalizedText(zh: "是否应为“\($0)”？", en: "Did you mean “\($0)”?") },
            replacement: suggestion)
    }

    /// An id that looks like another says nothing: ids that are alike are other teams'.
    private static func unknownTeam(_ reference: Located<String>, _ teams: TeamList) -> Diagnostic {
        let known = teams.keys
        let year = reference.value.prefix { $0 != "/" }
        let years = Set(known.map { $0.prefix { $0 != "/" } }).sorted()
        return Diagnostic(
            .danglingReference, at: reference.range,
            message: LocalizedText(
                zh: "名单中没有班组“\(reference.value)”。", en: "No roster has the team “\(reference.value)”."),
            help: years.contains(year)
                ? LocalizedText(
                    zh: "编号见 content/awards/\(year)/roster.csv。",
                    en: "The ids are in content/awards/\(year)/roster.csv.")
                : LocalizedText(
                    zh: "有名单的年度：\(years.joined(separator: "、"))。",
                    en: "The years with a roster are \(years.joined(separator: ", "))."))
    }
}
