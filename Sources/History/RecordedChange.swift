import Diagnostics

/// A change of a site that its history holds.
package struct RecordedChange: Sendable, Hashable {
    /// How a change came about.
    package enum Origin: String, Sendable, CaseIterable {
        /// The history begins with the files as they were.
        case beginning
        /// A command of the program.
        case command
        /// Another program, such as a text editor; noticed later.
        case elsewhere
        /// A change was taken back.
        case undo
        /// Files were put back as they were at a moment.
        case restoring
    }

    package let id: ChangeID
    package let origin: Origin
    /// Who made it; `nil` for `beginning` and `elsewhere`, of which nobody knows.
    package let person: EditorName?
    /// Seconds since 1970 in UTC. For `elsewhere` when it was noticed.
    package let time: Int
    /// What was done, in words, on one line.
    package let sentence: LocalizedText
    /// For `undo` the change that was taken back.
    package let takenBack: ChangeID?
}

/// What a change did to a file.
package struct ChangedFile: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case added
        case changed
        case removed
    }

    /// Relative to the site's folder.
    package let path: String
    package let kind: Kind
    /// What the store calls the bytes before and after; `nil` where there was no file.
    let before: ObjectID?
    let after: ObjectID?
}

/// A change that is to be recorded.
package struct ChangeNote: Sendable {
    package let origin: RecordedChange.Origin
    package let sentence: LocalizedText
    package let person: EditorName?
    /// Seconds since 1970 in UTC.
    package let time: Int
    package var takenBack: ChangeID?

    /// A change that a command makes.
    package init(_ sentence: LocalizedText, by person: EditorName, at time: Int) {
        self.init(.command, sentence, by: person, at: time)
    }

    init(
        _ origin: RecordedChange.Origin, _ sentence: LocalizedText, by person: EditorName?, at time: Int,
        takenBack: ChangeID? = nil
    ) {
        self.origin = origin
        self.sentence = LocalizedText(zh: VisibleText.oneLine(sentence.zh), en: VisibleText.oneLine(sentence.en))
        self.person = person
        self.time = time
        self.takenBack = takenBack
    }
}
