/// Which pages have a picture of their own for those who link to them.
package enum SharePictureExtent: String, Sendable, CaseIterable {
    /// The site, editions, practices and teams.
    case all
    /// The site, editions and practices; teams have that of their edition.
    case editions
    case none
}
