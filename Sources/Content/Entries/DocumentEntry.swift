import Diagnostics
import Fields
import Forms
import Values

/// A document of any kind: its page, and the values of the kind's own fields.
package struct DocumentEntry: Sendable {
    package let kind: DocumentKind
    package let page: Page
    package let values: FieldValues
    /// What the `form.yaml` beside a form's page says, at the place of the title there; `nil` for other documents, and
    /// for a form with hand-made files only.
    package var definition: Located<FormDefinition>?

    package subscript<Value>(key: FieldKey<Value>) -> Value? { values[key] }

    package subscript<Element>(key: FieldKey<[Element]>) -> [Element] { values[key] }

    /// The day of the document, by the field that its kind declares.
    package var day: Located<CalendarDate>? { kind.declaration.day.flatMap { values[$0] } }

    /// The files that its page offers, relative to the text.
    package var files: [Located<FileReference>] { kind.declaration.files.map { values[$0] } ?? [] }

    /// The older document that this one takes the place of.
    package var supersedes: Located<FileReference>? { kind.declaration.supersedes.flatMap { values[$0] } }

    /// The edition that it is about.
    package var edition: Located<Int>? { kind.declaration.edition.flatMap { values[$0] } }

    /// Whether a form is to be used on a day; true for what has no such time.
    package func isValid(on day: CalendarDate) -> Bool { values[FormFields.valid]?.contains(day) ?? true }
}

/// The documents of a site by their kinds.
package struct DocumentLists: Sendable {
    private var lists: [DocumentKind: [DocumentEntry]] = [:]

    package init() {}

    package subscript(kind: DocumentKind) -> [DocumentEntry] {
        get { lists[kind] ?? [] }
        set { lists[kind] = newValue }
    }

    mutating func append(_ entry: DocumentEntry) { lists[entry.kind, default: []].append(entry) }

    /// All documents, kind by kind.
    package var all: [DocumentEntry] { DocumentKind.allCases.flatMap { self[$0] } }
}
