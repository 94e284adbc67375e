import Diagnostics
import Documents
import Fields
import Forms
import Pictures
import Values

/// A year's edition: `awards/<year>/index.md`.
///
/// A class, because it is shared by every page that speaks of it: copying its many references would count the same
/// few cells up and down from all threads.
package final class EditionEntry: Sendable {
    package struct Publicity: Sendable {
        package let from: Located<CalendarDate>
        package let to: Located<CalendarDate>
        /// The office that takes objections; never a person.
        package let contact: Located<String>
    }

    package struct Exchange: Sendable {
        package let date: Located<CalendarDate>?
        package let place: Located<String>?
        package let form: Located<String>?
    }

    package struct Correction: Sendable {
        package let date: Located<CalendarDate>
        /// The team the correction is about.
        package let id: Located<String>?
        package let text: Located<String>
    }

    package struct Announced: Sendable {
        package let total: Located<Int>?
        package typealias Count = (province: Located<Province>, count: Located<Int>)
        package let byProvince: [Count]
    }

    package let page: Page
    package let year: Located<Int>
    package let status: Located<EditionStatus>
    package let published: Located<CalendarDate>?
    package let publicity: Publicity?
    package let document: Located<String>?
    package let deadline: Located<CalendarDate>?
    package let exchange: Exchange?
    package let corrections: [Correction]
    package let announced: Announced?
    /// The rows of `roster.csv`, in the order of the decision.
    package let roster: [RosterRow]
    /// What the file says in any field.
    private let values: FieldValues

    /// `nil` without a year or a status.
    init?(page: Page, values: FieldValues, roster: [RosterRow]) {
        guard let year = values[EditionFields.year], let status = values[EditionFields.status] else { return nil }
        self.page = page
        self.year = year
        self.status = status
        published = values[EditionFields.published]
        publicity = values[EditionFields.publicity]
        document = values[EditionFields.document]
        deadline = values[EditionFields.deadline]
        exchange = values[EditionFields.exchange]
        corrections = values[EditionFields.corrections]
        announced = values[EditionFields.announced]
        self.values = values
        self.roster = roster
    }

    package subscript<Value>(key: FieldKey<Value>) -> Value? { values[key] }

    /// The same edition with the rows of its roster.
    func with(roster: [RosterRow]) -> EditionEntry {
        EditionEntry(page: page, values: values, roster: roster) ?? self
    }
}
