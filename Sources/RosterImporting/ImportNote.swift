import Content
import Diagnostics

/// Something that a person should know about an import: what was read in another way than it stands, left out or
/// proposed, and what keeps the table from being taken over.
package struct ImportNote: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// Nothing is taken over until it is mended.
        case error
        /// It is taken over, and should be looked at.
        case warning
        /// It was done as most people would expect.
        case information
    }

    package let kind: Kind
    /// Where a person finds it: `名单!B12`, `12:3`; `nil` for the table as a whole.
    package let place: String?
    package let message: LocalizedText
    /// With which answers the import goes on, for an error that is a question.
    package let answers: [ImportAcceptance]

    package init(
        _ kind: Kind, at place: String? = nil, zh: String, en: String, answers: [ImportAcceptance] = []
    ) {
        self.kind = kind
        self.place = place
        message = LocalizedText(zh: zh, en: en)
        self.answers = answers
    }

    /// A question that keeps the table from being taken over until one of its answers is given; then it is a warning.
    static func question(
        _ answers: [ImportAcceptance], given: Set<ImportAcceptance>, at place: String?, zh: String, en: String
    ) -> ImportNote {
        ImportNote(given.isDisjoint(with: answers) ? .error : .warning, at: place, zh: zh, en: en, answers: answers)
    }
}
