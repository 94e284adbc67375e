import Content
import Markdown
import Preview
import Text
import Values

extension DeskRequests {
    private static let maximumCount = 20

    /// What a field can refer to, found by name, id, pinyin or its first letters.
    ///
    /// - Parameter parameters: `kind`: `team` or `practice`; `q`: what is sought, in words; `year`: the edition whose teams come first.
    func references(_ parameters: [String: String], _ site: DeskSite) throws -> JSONValue {
        guard let content = site.snapshot?.content else { return .object([.init("items", .array([]))]) }
        let year = parameters["year"].flatMap(Int.init)
        let all: [(value: String, label: String, isNear: Bool)]
        switch parameters["kind"] {
        case "team":
            all = content.editions.sorted { $0.year.value > $1.year.value }.flatMap { edition in
                edition.roster.map { row in
                    (
                        "\(edition.year.value)/\(row.id.value)",
                        "\(row.team.value)（\(row.enterprise.value)，\(edition.year.value)）",
                        edition.year.value == year
                    )
                }
            }
        case "practice":
            all = content.documents[.practice].map { ($0.page.slug, $0.page.title.value, false) }
        default: throw DeskRefusal.malformed
        }
        let words = (parameters["q"] ?? "").lowercased().split(whereSeparator: \.isWhitespace)
        var found = all.filter { item in
            words.allSatisfy { item.label.lowercased().contains($0) || item.value.contains($0) }
        }
        if found.isEmpty, words.allSatisfy({ $0.allSatisfy(\.isASCII) }) {
            let pinyin = Pinyin(texts: all.map(\.label))
            found = all.filter { item in
                let syllables = pinyin.slug(item.label).split(separator: "-")
                let forms = [syllables.joined(), String(syllables.compactMap(\.first))]
                return words.allSatisfy { word in forms.contains { $0.contains(word) } }
            }
        }
        let items = found.filter(\.isNear) + found.filter { !$0.isNear }
        return .object([
            .init(
                "items",
                .array(
                    items.prefix(Self.maximumCount).map {
                        .object([.init("value", .string($0.value)), .init("label", .string($0.label))])
                    }))
        ])
    }

    /// The places of a text that links can lead to: its headings, and its articles.
    func anchors(of path: String, _ site: DeskSite) throws -> JSONValue {
        guard let page = site.snapshot?.content.page(at: path) else { throw DeskRefusal.noFile(path) }
        let headings = page.body.headings.map { (id: $0.id, text: $0.text) }
        let articles = page.body.anchors.compactMap { id in
            id.hasPrefix("art-") ? Int(id.dropFirst(4)).map { (id: id, text: article($0, site)) } : nil
        }
        return .object([
            .init(
                "items",
                .array(
                    (headings + articles).map {
                        .object([.init("id", .string($0.id)), .init("text", .string($0.text))])
                    }))
        ])
    }

    private func article(_ number: Int, _ site: DeskSite) -> String {
        site.words == .zh ? "第 \(number) 条" : "Article \(number)"
    }
}
