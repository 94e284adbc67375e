import Content
import Scaffolding
import Values

/// The files of a draft.
package enum DraftFiles {
    /// A file that is to be made, relative to the site's folder.
    package struct File: Sendable {
        package let path: String
        package let bytes: [UInt8]
    }

    /// A roster with the columns that a row has something for: what forms ask for, and what every row has.
    private static func roster(_ language: SiteLanguage) -> NewRoster {
        NewRoster(
            RosterColumn.all.filter { $0.isRequired || $0.isAskedByForms || $0.usual != nil },
            isChinese: language == .chinese)
    }

    /// The header of a roster with the columns of `row`.
    package static func header(_ language: SiteLanguage) -> String { roster(language).header }

    /// The write-up, in a folder of its own when it has pictures. It bears the name that the roster gives its team.
    ///
    /// - Parameter scaffold: as other new content of the site is begun.
    package static func writeUp(
        of draft: FormDraft, at place: DraftPlacement.Place, _ scaffold: Scaffold
    ) -> [File] {
        let page = scaffold.writeUp(
            year: place.year, id: place.id, title: place.listed?.team ?? draft.team,
            hasFolder: !draft.pictures.isEmpty, body: draft.body)
        return [File(path: page.path, bytes: page.bytes)]
            + draft.pictures.map {
                File(path: "content/awards/\(place.year)/\(place.id)/\($0.name)", bytes: $0.bytes)
            }
    }

    /// A write-up in two: its front matter with the empty lines behind it, and its text.
    package static func split(_ text: String) -> (head: String, body: String) {
        var end = text.startIndex
        var lines = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let isMark = line.trimmingPrefix("\u{FEFF}") == "---"
            if lines == 0, !isMark { return ("", text) }
            end = line.endIndex < text.endIndex ? text.index(after: line.endIndex) : line.endIndex
            lines += 1
            guard lines > 1, isMark else { continue }
            while end < text.endIndex, text[end].isNewline { end = text.index(after: end) }
            return (String(text[..<end]), String(text[end...]))
        }
        return ("", text)
    }

    /// The row of the roster, without the byte order mark and header.
    package static func row(
        of draft: FormDraft, at place: DraftPlacement.Place, _ language: SiteLanguage
    ) -> String {
        let mode = draft.recommender.isEmpty ? ApplicationMode.selfNominated : .recommended
        var values = draft.columns
        for column in RosterColumn.all { values[column] = values[column] ?? column.usual }
        values[.id] = place.id
        values[.province] = place.province?.shortName
        values[.mode] = mode.rawValue
        return roster(language).row(values)
    }
}
