import Values

/// Something about the record that changed after it was published.
package struct Change: Sendable {
    package enum Kind: Sendable {
        /// A title was withdrawn (Art. 23 of the measures). Index into `Site.teams`.
        case withdrawal(team: Int)
        /// An edition was corrected; the team where the correction names one.
        case correction(edition: Int, team: Int?, text: String)
        /// An enterprise took another name. Index into `Site.enterprises`.
        case renaming(enterprise: Int, from: String, to: String)
    }

    package let date: CalendarDate
    package let kind: Kind
}
