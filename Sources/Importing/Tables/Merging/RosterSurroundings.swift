import Content
import SiteModel
import Values

/// What the site knows already that helps to read a table.
package struct RosterSurroundings: Sendable {
    package struct Association: Sendable {
        package let id: String
        package let name: String
        package let province: Province?

        package init(id: String, name: String, province: Province?) {
            self.id = id
            self.name = name
            self.province = province
        }
    }

    package let year: Int
    /// Whether the year's list is announced, be it for objections: it grows by no table without a yes.
    package let isAnnounced: Bool
    /// Whether names of columns and words of a new roster are Chinese.
    package let isChinese: Bool
    package let associations: [Association]
    /// Provinces of enterprises in the rosters of other years, by comparable name; only where they all agree.
    package let provinceOfEnterprise: [String: Province]
    /// Ids that enterprises have in the site, by comparable name; only where all rows of a name agree.
    package let enterpriseIDs: [String: String]
    /// The names of enterprises that were renamed: a table may have any of them.
    package let enterpriseNames: EnterpriseNames
    /// Titles of the year's write-ups by the team's id.
    package let writeUps: [String: String]

    package init(
        year: Int, isChinese: Bool, associations: [Association] = [], provinceOfEnterprise: [String: Province] = [:],
        enterpriseIDs: [String: String] = [:], enterpriseNames: EnterpriseNames = .none,
        writeUps: [String: String] = [:], isAnnounced: Bool = false
    ) {
        self.enterpriseNames = enterpriseNames
        self.isAnnounced = isAnnounced
        self.year = year
        self.isChinese = isChinese
        self.associations = associations
        self.provinceOfEnterprise = provinceOfEnterprise
        self.enterpriseIDs = enterpriseIDs
        self.writeUps = writeUps
    }

    /// - Parameter day: the day of the site, on which nothing here depends: what is not public yet counts as well.
    package init(_ content: SiteContent, year: Int, day: CalendarDate) {
        var provinces: [String: Set<Province>] = [:]
        for row in content.editions.lazy.filter({ $0.year.value != year }).flatMap(\.roster) {
            provinces[ComparableName.key(row.enterprise.value), default: []].insert(row.province.value)
        }
        self.init(
            year: year, isChinese: content.configuration.language == .chinese,
            associations: content.associations.map {
                Association(id: $0.id.value.text, name: $0.name.value, province: $0.province?.value)
            },
            provinceOfEnterprise: provinces.compactMapValues { $0.count == 1 ? $0.first : nil },
            enterpriseIDs: Self.enterpriseIDs(
                in: SiteAssembler.assemble(content, options: .init(day: day, includesDrafts: true)).site),
            enterpriseNames: EnterpriseNames(content.enterprises),
            writeUps: Dictionary(
                content.writeUps.lazy.filter { $0.year == year }.map { ($0.teamID.text, $0.page.title.value) },
                uniquingKeysWith: { first, _ in first }),
            isAnnounced: content.editions.contains { $0.year.value == year && $0.status.value != .draft })
    }

    private static func enterpriseIDs(in site: Site) -> [String: String] {
        var ids: [String: Set<String>] = [:]
        for enterprise in site.enterprises {
            let names =
                (enterprise.entry?.names.map(\.name.value) ?? [])
                + enterprise.teams.map { site.teams[$0].row.enterprise.value }
            for name in names { ids[ComparableName.key(name), default: []].insert(enterprise.id) }
        }
        return ids.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    /// The association of an id or a name, however it is spelt.
    func association(_ text: String) -> Association? {
        let key = ComparableName.key(text)
        return associations.first { $0.id == text || ComparableName.key($0.name) == key }
    }
}
