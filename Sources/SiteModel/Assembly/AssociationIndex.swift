import Content
import Diagnostics
import Rules
import Values

/// Which association a roster row's recommender means: by the id or name of `associations.yaml`, else by the name.
struct AssociationIndex {
    private struct Draft {
        let id: String
        let name: String
        let entry: AssociationEntry?
        let province: Province?
    }

    private let drafts: [Draft]
    private let indexByName: [String: Int]

    init(_ visible: VisibleContent, pinyin: Pinyin, findings: inout [Diagnostic]) {
        var drafts: [Draft] = []
        var indexByName: [String: Int] = [:]
        var rangeBySlug: [String: SourceRange] = [:]
        for entry in visible.associations {
            guard indexByName[entry.name.value] == nil, indexByName[entry.id.value.text] == nil else { continue }
            indexByName[entry.name.value] = drafts.count
            indexByName[entry.id.value.text] = drafts.count
            rangeBySlug[entry.id.value.text] = entry.id.range
            drafts.append(
                Draft(
                    id: entry.id.value.text, name: entry.name.value, entry: entry, province: entry.province?.value))
        }
        let knownNames = visible.associations.map(\.name.value)
        for row in visible.editions.lazy.flatMap(\.roster) {
            guard let recommender = row[RosterFields.recommender], indexByName[recommender.value] == nil else {
                continue
            }
            let slug = pinyin.addressSegment(recommender.value, below: "/associations/")
            if !knownNames.isEmpty, !visible.unusable.paths.contains("content/associations.yaml") {
                findings.append(Self.unknown(recommender, knownNames: knownNames))
            } else if let other = rangeBySlug[slug] {
                findings.append(Self.collision(recommender, slug: slug, other: other))
            }
            rangeBySlug[slug] = recommender.range
            indexByName[recommender.value] = drafts.count
            drafts.append(Draft(id: slug, name: recommender.value, entry: nil, province: row.province.value))
        }
        func sortKey(_ draft: Draft) -> (Int, Int, String) {
            let level = draft.entry.flatMap { AssociationLevel.allCases.firstIndex(of: $0.level.value) } ?? 1
            return (level, draft.province?.order ?? -1, pinyin.sortKey(draft.name))
        }
        let order = drafts.indices.sorted { sortKey(drafts[$0]) < sortKey(drafts[$1]) }
        var place = [Int](repeating: 0, count: drafts.count)
        for (position, index) in order.enumerated() { place[index] = position }
        self.drafts = order.map { drafts[$0] }
        self.indexByName = indexByName.mapValues { place[$0] }
    }

    /// `nil` for a self-nominated team.
    func index(of row: RosterRow) -> Int? { row[RosterFields.recommender].flatMap { indexByName[$0.value] } }

    /// Indices of the associations of a province.
    func indices(in province: Province) -> [Int] { drafts.indices.filter { drafts[$0].province == province } }

    func associations(teams: [Team]) -> [Association] {
        var teamsOf = [[Int]](repeating: [], count: drafts.count)
        for (index, team) in teams.enumerated() {
            if let association = team.association { teamsOf[association].append(index) }
        }
        return drafts.enumerated().map { index, draft in
            Association(
                id: draft.id, name: draft.name, entry: draft.entry, province: draft.province, teams: teamsOf[index])
        }
    }

    private static func unknown(_ recommender: Located<String>, knownNames: [String]) -> Diagnostic {
        let name = recommender.value
        // An association of another province is another one, however near its name is.
        let province = name.prefix(2)
        let suggestion =
            knownNames.first { $0.hasPrefix(name) || name.hasPrefix($0) }
            ?? NearestName.suggestion(for: name, among: knownNames.filter { $0.hasPrefix(province) })
        return Diagnostic(
            .danglingReference, at: recommender.range,
            message: LocalizedText(
                zh: "推荐单位“\(recommender.value)”不在 associations.yaml 中。",
                en: "The recommender “\(recommender.value)” is not in associations.yaml."),
            help: suggestion.map {
                LocalizedText(zh: "是否应为“\($0)”？", en: "Did you mean “\($0)”?")
            }
                ?? LocalizedText(
                    zh: "请核对名称，或在 content/associations.yaml 中补充该协会。",
                    en: "Check the name, or add the association to content/associations.yaml."),
            replacement: suggestion.map { WrittenValue.text($0, at: recommender.range) })
    }

    private static func collision(_ recommender: Located<String>, slug: String, other: SourceRange) -> Diagnostic {
        Diagnostic(
            .slugCollision, at: recommender.range,
            message: LocalizedText(
                zh: "“\(recommender.value)”与另一协会得到同一个网址 /associations/\(slug)/。",
                en: "“\(recommender.value)” and another association share the address /associations/\(slug)/."),
            help: LocalizedText(
                zh: "同一协会请统一名称；不同协会请写进 content/associations.yaml，各给一个编号，例如 \(slug) 和 \(slug)-2。",
                en:
                    "Write one name for one association; list different ones in content/associations.yaml with an id each, such as \(slug) and \(slug)-2."
            ),
            related: [Diagnostic.Related(LocalizedText(zh: "另一协会在这里", en: "the other one is here"), at: other)])
    }
}
