/// A provincial-level unit that teams are counted under: the 34 regions of GB/T 2260 and, as a recommending unit of
/// its own, the Xinjiang Production and Construction Corps.
///
/// The values are one table in `ProvinceTable.swift`; the standard order is that of the table.
package struct Province: Sendable, Hashable, Comparable {
    /// Position in the standard order, from 0.
    package let order: Int
    /// GB/T 2260, two digits; `XPCC` for the Corps.
    package let code: String
    /// 浙江省.
    package let fullName: String
    /// 浙江.
    package let shortName: String
    /// 浙.
    package let abbreviation: String
    /// `zhejiang`.
    package let slug: String
    /// `Zhejiang`.
    package let englishName: String
    /// Column and row on the tile grid, from 0; `nil` for the Corps, which stands apart.
    package let tile: Tile?
    /// The slug of the region whose figures include this unit's: Xinjiang for the Corps.
    package let countsToSlug: String?

    package struct Tile: Sendable, Hashable {
        package let column: Int
        package let row: Int
    }

    /// Whether two are one where teams are told apart. The Corps counts to Xinjiang: enterprises there bear the region's name.
    package func isSame(as other: Province) -> Bool {
        self == other || countsToSlug == other.slug || other.countsToSlug == slug
    }

    package static func == (left: Province, right: Province) -> Bool { left.order == right.order }
    package func hash(into hasher: inout Hasher) { hasher.combine(order) }
    package static func < (left: Province, right: Province) -> Bool { left.order < right.order }
}
