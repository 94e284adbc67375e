import Content
import Values

/// An enterprise with its teams over the years: one page, whatever its name was.
package struct Enterprise: Sendable {
    package let id: String
    /// The name it has now: the last of `enterprises.yaml`, else the one of its newest title.
    package let name: String
    package let entry: EnterpriseEntry?
    /// Indices into `Site.teams`, newest edition first.
    package let teams: [Int]
    /// Index into `Site.enterprises`.
    package var parent: Int?
    /// Indices into `Site.enterprises`.
    package var children: [Int] = []
    /// The provinces of its titles in the standard order.
    package let provinces: [Province]

    /// `/enterprises/<id>/`.
    package var url: String { SiteURL.enterprise(id) }
}

/// A recommending association with its teams over the years.
package struct Association: Sendable {
    package let id: String
    package let name: String
    package let entry: AssociationEntry?
    package let province: Province?
    /// Indices into `Site.teams`, newest edition first.
    package let teams: [Int]

    /// `/associations/<id>/`.
    package var url: String { SiteURL.association(id) }
}

/// A province over the years.
package struct ProvinceRecord: Sendable {
    package let province: Province
    /// Indices into `Site.teams` of its own rows, newest edition first.
    package let teams: [Int]
    /// Its own held titles and those of units that count to it, by year.
    package let heldByYear: [Int: Int]
    /// Held titles of published editions; what is in publicity is no title yet.
    package let held: Int
    /// Indices into `Site.associations`.
    package let associations: [Int]

    /// `/provinces/zhejiang/`.
    package var url: String { SiteURL.province(province) }
}
