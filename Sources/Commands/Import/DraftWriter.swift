import Content
import FileSystem
import Importing
import Scaffolding
import Values

/// Writes drafts into the content of a site.
struct DraftWriter {
    /// Where a draft goes.
    enum Destination {
        case place(DraftPlacement.Place)
        /// Another file of the same import is of the same team and year; with what tells that its names are the same.
        case twin(of: String, [MatchReason])
        case refused(FormDraft.Refusal)
        case unclear([DraftPlacement.Candidate])
        case notListed(year: Int)
    }

    /// What became of a draft that got a place.
    struct Written {
        let place: DraftPlacement.Place
        /// Paths of files that were made.
        var made: [String] = []
        /// Paths where there was something already.
        var kept: [String] = []
        /// The write-up that is there and says something else, with what differs.
        var earlier: EarlierWriteUp?
    }

    /// A write-up that an earlier form, or a person, has made.
    struct EarlierWriteUp {
        let path: String
        let comparison: TextComparison
        /// Where it was put when the new text took its place; `nil` where it was left alone.
        var copy: String?
    }

    /// The file that takes the rows of a year.
    private struct RowFile {
        let path: String
        /// Whether it is the roster itself, of a year that had none.
        let isRoster: Bool
        var text = ""
        /// What was written last; `nil` before it is there.
        var written: [UInt8]?
    }

    /// More than any roster has.
    private static let maximumByteCount = 16 * 1024 * 1024

    private var placement: DraftPlacement
    private let folder: SiteFolder
    private let reader: Workspace
    private let isDryRun: Bool
    private let context: CommandContext
    private let acceptsResubmitted: Bool
    private let language: SiteLanguage
    private let scaffold: Scaffold
    private var rowFiles: [Int: RowFile] = [:]
    /// The texts of the content that were written, or would be, by their paths.
    private(set) var texts: [String: [UInt8]] = [:]
    /// The files of this import by year and id.
    private var files: [String: String] = [:]

    /// - Parameter folder: that of the site, which is written through.
    /// - Throws: `CommandFailure` where the day is not known.
    init(content: SiteContent, request: ImportForms, folder: SiteFolder, session: SiteSession) throws {
        language = content.configuration.language
        scaffold = Scaffold(language: language, today: try session.context.today())
        context = session.context
        self.folder = folder
        placement = DraftPlacement(
            content, year: request.year, province: request.province, accepting: request.accepted,
            holds: folder.holds)
        acceptsResubmitted = request.accepted.contains(.resubmitted)
        reader = .disk(root: session.folder)
        isDryRun = request.isDryRun
    }

    /// The files of rows that were written, or would be, by year.
    var rosters: [(year: Int, path: String, isRoster: Bool)] {
        rowFiles.sorted { $0.key < $1.key }
            .filter { isDryRun ? !$0.value.text.isEmpty : $0.value.written != nil }
            .map { ($0.key, $0.value.path, $0.value.isRoster) }
    }

    /// Finds the places of drafts, and writes the rows of those that no roster has: a row without a write-up is a team
    /// that the next import knows, a write-up without a row would be drafted once more.
    ///
    /// - Throws: `WritingError`.
    mutating func place(_ drafts: [(path: String, draft: FormDraft)]) throws -> [Destination] {
        var changed: Set<Int> = []
        let places = try drafts.map { path, draft -> Destination in
            if let refusal = placement.refusal(of: draft) { return .refused(refusal) }
            if let year = placement.year(of: draft), rowFiles[year] == nil { rowFiles[year] = try rowFile(of: year) }
            let place: DraftPlacement.Place
            switch placement.place(draft) {
            case .place(let found): place = found
            case .refused(let refusal): return .refused(refusal)
            case .unclear(let candidates): return .unclear(candidates)
            case .notListed(let year): return .notListed(year: year)
            }
            if let twin = files["\(place.year)/\(place.id)"] { return .twin(of: twin, place.reasons) }
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
    mutating func write(_ draft: FormDraft, at place: DraftPlacement.Place) throws -> Written {
        var written = Written(place: place)
        let new = DraftFiles.writeUp(of: draft, at: place, scaffold)
        guard !place.hasWriteUp else {
            try compare(draft, at: place, with: new, into: &written)
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

    /// Says what a form has otherwise than the write-up that is there, and puts its text there where a person said so. What
    /// stands before the text stays, and the earlier file is kept beside the content.
    private mutating func compare(
        _ draft: FormDraft, at place: DraftPlacement.Place, with new: [DraftFiles.File], into written: inout Written
    ) throws {
        let folder = "content/awards/\(place.year)/\(place.id)"
        guard let path = [folder + ".md", folder + "/index.md"].first(where: self.folder.holds),
            let bytes = reader.read(path, Self.maximumByteCount + 1), bytes.count <= Self.maximumByteCount,
            let text = String(validating: bytes, as: UTF8.self)
        else {
            written.kept = new.prefix(1).map(\.path)
            return
        }
        written.kept = [path]
        let (head, body) = DraftFiles.split(text)
        let comparison = TextComparison(old: body, new: draft.body)
        guard !comparison.changes.isEmpty else { return }
        written.earlier = EarlierWriteUp(path: path, comparison: comparison)
        // Pictures of another text are not put beside it, nor in a folder that it does not have.
        let pictures = draft.pictures.map { (path: "\(folder)/\($0.name)", bytes: $0.bytes) }
        let isFree = pictures.allSatisfy {
            !self.folder.holds($0.path) || reader.read($0.path, $0.bytes.count + 1) == $0.bytes
        }
        guard acceptsResubmitted, isFree, pictures.isEmpty || path.hasSuffix("/index.md") else { return }
        let copy = freeCopy(of: place)
        written.earlier?.copy = copy
        guard !isDryRun else { return }
        try self.folder.create(copy, bytes)
        for picture in pictures where !self.folder.holds(picture.path) {
            try self.folder.create(picture.path, picture.bytes)
        }
        let changed = Array((head + draft.body).utf8)
        try self.folder.replace([Replacement(path, changed, over: .bytes(bytes))])
        texts[path] = changed
    }

    /// A name that no earlier text of the team has.
    private func freeCopy(of place: DraftPlacement.Place) -> String {
        var number = 1
        func path() -> String { "imports/earlier/\(place.year)/\(place.id)-\(number).md" }
        while folder.holds(path()) { number += 1 }
        return path()
    }

    /// Makes the pages of years that have none.
    ///
    /// - Returns: the years, also those of a dry run.
    /// - Throws: `WritingError`.
    mutating func writeEditions(for content: SiteContent) throws -> [Int] {
        let years = rosters.map(\.year).filter { !folder.holds(DraftEdition.path(year: $0)) }
        guard !years.isEmpty else { return years }
        let today = try context.today()
        for year in years {
            let path = DraftEdition.path(year: year)
            let bytes = DraftEdition.bytes(year: year, for: content, today: today)
            texts[path] = bytes
            if !isDryRun { try folder.create(path, bytes) }
        }
        return years
    }

    // MARK: Rows

    /// The roster of a year that has none, else the next file beside the content. All that are there are read.
    ///
    /// - Throws: `WritingError`.
    private mutating func rowFile(of year: Int) throws -> RowFile {
        let roster = "content/awards/\(year)/roster.csv"
        var free = RowFile(path: roster, isRoster: true)
        var number = 1
        while folder.holds(free.path) {
            let bytes = reader.read(free.path, Self.maximumByteCount + 1)
            // Teams of a list that is not read to its end would be drafted once more.
            if let bytes, bytes.count > Self.maximumByteCount { throw WritingError.tooLarge(free.path) }
            if let bytes { placement.learn(RosterNames(path: free.path, bytes: bytes), year: year) }
            free = RowFile(path: "imports/roster-\(year)\(number == 1 ? "" : "-\(number)").csv", isRoster: false)
            number += 1
        }
        return free
    }

    private mutating func writeRows(of year: Int) throws {
        guard let file = rowFiles[year] else { return }
        // Spreadsheets know UTF-8 by its mark.
        let bytes = Array(("\u{FEFF}" + DraftFiles.header(language) + file.text).utf8)
        if file.isRoster { texts[file.path] = bytes }
        guard !isDryRun else { return }
        try folder.replace([Replacement(file.path, bytes, over: FileVersion(file.written))])
        rowFiles[year]?.written = bytes
    }

    /// Whether a file was made, or would be; `false` when something stands in its place.
    private mutating func make(_ path: String, _ bytes: [UInt8]) throws -> Bool {
        guard !folder.holds(path) else { return false }
        if path.hasSuffix(".md") { texts[path] = bytes }
        guard !isDryRun else { return true }
        do {
            try folder.create(path, bytes)
            return true
        } catch WritingError.exists {
            return false
        }
    }
}
