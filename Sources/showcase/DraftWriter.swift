import Content
import ContentWriting
import FormReading

/// Writes drafts into the content of a site.
struct DraftWriter {
    /// Where a draft goes.
    enum Destination {
        case place(DraftPlacement.Place)
        /// Another file of the same import is of the same team, year and enterprise.
        case twin(of: String)
        case refused(FormDraft.Refusal)
    }

    /// What became of a draft that got a place.
    struct Written {
        let place: DraftPlacement.Place
        /// Paths of files that were made.
        var made: [String] = []
        /// Paths where there was something already.
        var kept: [String] = []
    }

    /// The file that takes the rows of a year.
    private struct RowFile {
        let path: String
        /// Whether it is the roster itself, of a year that had none.
        let isRoster: Bool
        var text = ""
        var isThere = false
    }

    /// More than any roster has.
    private static let maximumByteCount = 16 * 1024 * 1024

    private var placement: DraftPlacement
    private let folder: SiteFolder
    private let reader: SourceReader
    private let isDryRun: Bool
    private let language: SiteLanguage
    private var rowFiles: [Int: RowFile] = [:]
    /// The files of this import by year and id.
    private var files: [String: String] = [:]

    init(content: SiteContent, run: FormImportRun) {
        language = content.configuration.language
        placement = DraftPlacement(content, year: run.year, province: run.province)
        folder = SiteFolder(run.source)
        reader = .disk(root: run.source)
        isDryRun = run.isDryRun
    }

    /// The files of rows that were written, or would be, by year.
    var rosters: [(year: Int, path: String, isRoster: Bool)] {
        rowFiles.sorted { $0.key < $1.key }
            .filter { isDryRun ? !$0.value.text.isEmpty : $0.value.isThere }
            .map { ($0.key, $0.value.path, $0.value.isRoster) }
    }

    /// Finds the places of drafts, and writes the rows of those that no roster has: a row without a write-up is a team
    /// that the next import knows, a write-up without a row would be drafted once more.
    ///
    /// - Throws: `WritingError`.
    mutating func place(_ drafts: [(path: String, draft: FormDraft)]) throws -> [Destination] {
        var changed: Set<Int> = []
        let places = drafts.map { path, draft -> Destination in
            if let refusal = placement.refusal(of: draft) { return .refused(refusal) }
            if let year = placement.year(of: draft), rowFiles[year] == nil { rowFiles[year] = rowFile(of: year) }
            guard let place = placement.place(draft) else { return .refused(.noYear) }
            if let twin = files["\(place.year)/\(place.id)"] { return .twin(of: twin) }
            files["\(place.year)/\(place.id)"] = path
            if !place.isKnown {
                rowFiles[place.year]?.text += DraftFiles.row(of: draft, at: place, language)
                changed.insert(place.year)
            }
            return .place(place)
        }
        for year in changed.sorted() { try writeRows(of: year) }
        return places
    }

    /// - Throws: `WritingError`.
    func write(_ draft: FormDraft, at place: DraftPlacement.Place) throws -> Written {
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
        return written
    }

    /// Makes the pages of years that have none.
    ///
    /// - Returns: the years, also those of a dry run.
    /// - Throws: `WritingError`.
    func writeEditions(for content: SiteContent) throws -> [Int] {
        let years = rosters.map(\.year).filter { !folder.holds(DraftEdition.path(year: $0)) }
        guard !isDryRun, !years.isEmpty else { return years }
        let today = try Today.date()
        for year in years {
            try folder.create(
                DraftEdition.path(year: year), DraftEdition.bytes(year: year, for: content, today: today))
        }
        return years
    }

    // MARK: Rows

    /// The roster of a year that has none, else the next file beside the content. All that are there are read.
    private mutating func rowFile(of year: Int) -> RowFile {
        let roster = "content/awards/\(year)/roster.csv"
        var free = RowFile(path: roster, isRoster: true)
        var number = 1
        while folder.holds(free.path) {
            if let bytes = reader.read(free.path, Self.maximumByteCount) {
                placement.learn(RosterNames(path: free.path, bytes: bytes), year: year)
            }
            free = RowFile(path: "imports/roster-\(year)\(number == 1 ? "" : "-\(number)").csv", isRoster: false)
            number += 1
        }
        return free
    }

    private mutating func writeRows(of year: Int) throws {
        guard !isDryRun, let file = rowFiles[year] else { return }
        // Spreadsheets know UTF-8 by its mark.
        let bytes = Array(("\u{FEFF}" + DraftFiles.header(language) + file.text).utf8)
        if file.isThere { try folder.replace(file.path, bytes) } else { try folder.create(file.path, bytes) }
        rowFiles[year]?.isThere = true
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
