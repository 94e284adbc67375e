import Diagnostics
import Documents
import Fields
import Forms
import Pictures
import Values

/// One honoured team of an edition: a row of `roster.csv`.
///
/// A class, because it is shared by every page that speaks of it: copying its many references would count the same
/// few cells up and down from all threads.
package final class RosterRow: Sendable {
    /// The whole row.
    package let range: SourceRange
    package let id: Located<TeamID>
    package let team: Located<String>
    /// The enterprise's name when the title was given.
    package let enterprise: Located<String>
    package let province: Located<Province>
    package let mode: Located<ApplicationMode>
    package let honors: [Located<Honor>]
    package let standing: Located<Standing>
    /// What the row says in any column. Of a self-nominated team there is no recommender.
    let values: FieldValues

    /// `nil` where a column that no row can be without has no value.
    init?(range: SourceRange, values: FieldValues) {
        guard let id = values[RosterFields.id], let team = values[RosterFields.team],
            let enterprise = values[RosterFields.enterprise], let province = values[RosterFields.province],
            let mode = values[RosterFields.mode], let standing = values[RosterFields.standing]
        else { return nil }
        self.range = range
        self.id = id
        self.team = team
        self.enterprise = enterprise
        self.province = province
        self.mode = mode
        self.standing = standing
        honors = values[RosterFields.honors]
        self.values = values
    }
}
