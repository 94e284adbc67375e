/// A piece of a site that breaks a rule, and the same piece as it should be.
package struct RuleExample: Sendable {
    /// What the piece is part of. The tests put it into a whole site to see that it does what it says.
    package enum Frame: Sendable {
        /// The text of a page.
        case page
        /// Fields of a page.
        case pageFields
        /// The text of a write-up.
        case writeUp
        /// Fields of a write-up.
        case writeUpFields
        /// A row of a roster.
        case rosterRow
        /// Fields of an edition.
        case editionFields
        /// Lines of `site.config`.
        case configuration
        /// A whole file.
        case file(String)
        /// What the program writes at an address.
        case outputFile(String)
        /// The name of a file: `wrong` and `right` are paths.
        case fileName
        /// An entry of a theme's strings.
        case themeWord
        /// The name of the file of a draft.
        case draftName
        /// A table to import, as CSV.
        case resultTable
        /// A table to import into a list that is announced.
        case announcedTable
        /// What stands in a form that was filled in: a field a line.
        case filledForm

        /// Whether it is in a file that others hand in, so that no build reads it.
        package var isHandedIn: Bool {
            switch self {
            case .resultTable, .announcedTable, .filledForm: true
            case .page, .pageFields, .writeUp, .writeUpFields, .rosterRow, .editionFields, .configuration, .file,
                .outputFile, .fileName, .themeWord, .draftName:
                false
            }
        }
    }

    package let frame: Frame
    package let wrong: String
    package let right: String

    package init(_ frame: Frame, wrong: String, right: String) {
        self.frame = frame
        self.wrong = wrong
        self.right = right
    }
}
