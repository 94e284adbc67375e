import Content
import ContentWriting
import FormReading

/// Writes drafts into the content of a site.
struct DraftWriter {
    /// What became of a draft.
    struct Written {
        let place: DraftPlacement.Place?
        /// Paths of files that were made.
        var made: [String] = []
        /// Paths where there was something already.
        var kept: [String] = []
    }

    private var placement: DraftPlacement
    private let folder: SiteFolder
    private let isDryRun: Bool
    private var rows: [Int: String] = [:]

    init(content: SiteContent, run: FormImportRun) {
        placement = DraftPlacement(content, year: run.year, province: run.province)
        folder = SiteFolder(run.source)
        isDryRun = run.isDryRun
    }

    /// - Throws: `WritingError`.
    mutating func write(_ draft: FormDraft) throws -> Written {
        guard let place = placement.place(draft) else { return Written(place: nil) }
        var written = Written(place: place)
        let new = DraftFiles.writeUp(of: draft, at: place)
        guard !place.hasWriteUp else {
            written.kept = new.prefix(1).map(\.path)
            return written
        }
        for file in new {
            if try make(file.path, file.bytes) {
                written.made.append(file.path)
            } else {
                written.kept.append(file.path)
                // Pictures of another text are not put beside it.
                if written.made.isEmpty { return written }
            }
        }
        if !place.isKnown { rows[place.year, default: ""] += DraftFiles.row(of: draft, at: place) }
        return written
    }

    /// Writes the rows of all drafts: as the roster of a year that has none, else beside the content.
    ///
    /// - Returns: the paths by year, and whether each is the roster itself.
    /// - Throws: `WritingError`.
    func writeRosters() throws -> [(year: Int, path: String, isRoster: Bool)] {
        try rows.sorted { $0.key < $1.key }.map { year, rows in
            // Spreadsheets know UTF-8 by its mark.
            let bytes = Array(("\u{FEFF}" + DraftFiles.header + rows).utf8)
            let roster = "content/awards/\(year)/roster.csv"
            if try make(roster, bytes) { return (year, roster, true) }
            for number in 1... {
                let path = "imports/roster-\(year)\(number == 1 ? "" : "-\(number)").csv"
                if try make(path, bytes) { return (year, path, false) }
            }
            return (year, roster, false)
        }
    }

    /// Whether a file was made, or would be; `false` when something stands in its place.
    private func make(_ path: String, _ bytes: [UInt8]) throws -> Bool {
        guard !folder.holds(path) else { return false }
        guard !isDryRun else { return true }
        do {
            try folder.create(path, bytes)
            return true
        } catch WritingError.exists {
            return false
        }
    }
}
