/// Why a form's file could not be made.
package enum FormMakingError: Error, Sendable, Equatable {
    /// The fonts of the print are not installed.
    case fontsMissing
    /// The fonts lack these characters.
    case charactersMissing(String)
    /// The folder for temporary files does not take them: the system's number of the reason.
    case folderFailed(path: String, errno: Int32)
    /// A library failed; the text is what it says.
    case failed(String)
}

/// Makes the files of official forms. The same definition gives the same bytes.
package enum FormMaker {
    /// The file of a format.
    ///
    /// - Parameter scratch: an existing folder for the temporary files of spreadsheets; the system's for `nil`.
    /// - Throws: `FormMakingError`.
    package static func bytes(
        of form: FormDefinition, as format: FormFormat, scratch: String? = nil
    ) throws -> [UInt8] {
        switch format {
        case .docx: try WordForm(form).bytes()
        case .pdf: try PrintedForm(form).bytes()
        case .xlsx: try FormWorkbook(form, scratch: scratch).bytes()
        }
    }

    /// What files say they were made at: the first day of the year that is the form's version. The day of the build would
    /// give every build other bytes, and other digests of a file that nobody changed.
    static func year(of form: FormDefinition) -> Int {
        guard let year = Int(form.version), (1980...2199).contains(year) else { return 2000 }
        return year
    }
}
