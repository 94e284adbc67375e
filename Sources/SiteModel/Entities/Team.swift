import Content
import Values

/// A honoured team of one year, with everything it is related to.
package struct Team: Sendable {
    package let row: RosterRow
    package let year: Int
    package var writeUp: WriteUpEntry?
    /// Whether the title stands on the day of the build.
    package let isHeld: Bool
    /// Index into `Site.editions`.
    package let edition: Int
    /// Index into `Site.enterprises`.
    package let enterprise: Int
    /// Index into `Site.associations`; `nil` for a team its enterprise put forward.
    package let association: Int?
    /// Its place in the year's list, from 1.
    package let number: Int
    /// Indices into `Site.practices`, in the order of the write-up, then those that name the team.
    package var practices: [Int] = []
    /// Indices into `Site.methods`.
    package var methods: [Int] = []
    /// Indices into `Site.works`.
    package var works: [Int] = []
    /// Indices of teams whose write-ups share methods or works, most alike first.
    package var related: [Int] = []

    package var id: TeamID { row.id.value }
    package var name: String { row.team.value }
    package var province: Province { row.province.value }

    /// `/awards/2020/zj-003/`.
    package var url: String { SiteURL.team(year, id) }
    /// `2020/zj-003`, as practices refer to it.
    package var key: String { "\(year)/\(id)" }
}
