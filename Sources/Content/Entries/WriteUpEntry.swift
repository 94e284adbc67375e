import Diagnostics
import Documents
import Fields
import Forms
import Pictures
import Values

/// The write-up of a team: `awards/<year>/<id>.md` or `awards/<year>/<id>/index.md`.
///
/// A class, because it is shared by every page that speaks of it: copying its many references would count the same
/// few cells up and down from all threads.
package final class WriteUpEntry: Sendable {
    package struct Indicator: Sendable {
        package let name: Located<String>
        package let unit: Located<String>?
        package let before: Located<Double>?
        package let after: Located<Double>
        package let target: Located<Double>?
        package let better: Located<BetterDirection>
    }

    package struct Photo: Sendable {
        /// Path relative to the write-up.
        package let file: Located<FileReference>
        package let alt: Located<String>
        package let caption: Located<String>?
        /// Whether people can be recognised.
        package let showsPeople: Bool
    }

    /// Points of one criterion.
    package struct Score: Sendable {
        package let criterion: Criterion
        package let points: Located<Double>
    }

    /// In percent, 0 to 100.
    package struct Training: Sendable {
        package let rate: Located<Double>?
        package let pass: Located<Double>?
    }

    /// Days on which the people concerned agreed in writing.
    package struct Consent: Sendable {
        package let names: Located<CalendarDate>?
        package let photos: Located<CalendarDate>?
    }

    package let page: Page
    package let year: Int
    package let teamID: TeamID
    package let values: FieldValues

    package init(page: Page, year: Int, teamID: TeamID, values: FieldValues) {
        self.page = page
        self.year = year
        self.teamID = teamID
        self.values = values
    }

    package subscript<Value>(key: FieldKey<Value>) -> Value? { values[key] }

    package subscript<Element>(key: FieldKey<[Element]>) -> [Element] { values[key] }
}
