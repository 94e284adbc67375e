import Content
import Diagnostics
import Documents
import Editing
import FileSystem
import History
import Pipeline
import PreviewServer
import Text

extension DeskRequests {
    private static let usualLimit = 50
    private static let maximumLimit = 200
    /// Larger files are not compared.
    private static let maximumComparedBytes = 2 * 1024 * 1024

    private var siteHistory: SiteHistory { SiteHistory(site: context.folder) }

    /// The changes of the site or of one file, the newest first.
    func history(_ parameters: [String: String], _ words: MessageLanguage) throws -> JSONValue {
        let path = parameters["path"] ?? ""
        let limit = min(parameters["limit"].flatMap { Int($0) } ?? Self.usualLimit, Self.maximumLimit)
        do {
            let page = try siteHistory.page(
                of: path.isEmpty ? [] : [path], before: parameters["before"].flatMap { $0.isEmpty ? nil : $0 },
                limit: max(1, limit))
            return .object([
                .init(
                    "changes",
                    .array(page.entries.map { json($0, isTakenBack: page.takenBack.contains($0.change.id), words) })),
                .init("more", .bool(page.hasMore)),
            ])
        } catch HistoryError.none {
            return .object([.init("changes", .array([])), .init("more", .bool(false))])
        }
    }

    /// A change with what differs in its files, in words.
    func change(_ id: String, _ words: MessageLanguage) throws -> JSONValue {
        let history = siteHistory
        let entry = try refusing { try history.entry(id) }
        let differences = try entry.files.map { file -> JSONValue in
            let (before, after) = try history.versions(of: file)
            var members: [JSONValue.Member] = [.init("path", .string(file.path))]
            if let old = Self.text(before), let new = Self.text(after) {
                members.append(
                    .init(
                        "pieces",
                        .array(WordDifference.shortened(WordDifference.pieces(from: old, to: new)).map(\.json))))
            } else {
                members += [.init("pieces", .array([])), .init("isText", .bool(false))]
            }
            return .object(members)
        }
        guard case .object(let members) = json(entry, isTakenBack: try history.isTakenBack(entry.change.id), words)
        else {
            throw DeskRefusal.malformed
        }
        return .object(members + [.init("differences", .array(differences))])
    }

    /// The text of a version; `nil` for what is none, or too large.
    private static func text(_ version: FileVersion) -> String? {
        guard case .bytes(let bytes) = version else { return "" }
        guard bytes.count <= maximumComparedBytes, !bytes.contains(0) else { return nil }
        if TextEncoding.firstInvalidByte(bytes) == nil { return String(decoding: bytes, as: UTF8.self) }
        return TextEncoding.decodingGB18030(bytes).map { String(decoding: $0, as: UTF8.self) }
    }

    private func json(_ entry: SiteHistory.Entry, isTakenBack: Bool, _ words: MessageLanguage) -> JSONValue {
        let change = entry.change
        return .object([
            .init("id", .string(change.id.text)), .init("time", .integer(change.time)),
            .init("person", change.person.map { .string($0.text) } ?? .null),
            .init("sentence", .string(change.sentence[words])), .init("origin", .string(change.origin.rawValue)),
            .init(
                "files",
                .array(
                    entry.files.map {
                        .object([.init("path", .string($0.path)), .init("what", .string(Self.name(of: $0.kind)))])
                    })),
            .init("isTakenBack", .bool(isTakenBack)),
        ])
    }

    private static func name(of kind: ChangedFile.Kind) -> String {
        switch kind {
        case .added: "added"
        case .changed: "changed"
        case .removed: "removed"
        }
    }

    /// Takes a change back, or puts a file or the whole site back as after a change; or says what would come of it.
    func takenBack(_ message: JSONValue, _ site: DeskSite) throws -> JSONValue {
        let isTrial = message["isTrial"] == .bool(true)
        let history = siteHistory
        let person = try writer.person(history)
        let plan: SiteHistory.Plan = try refusing {
            if let id = message["change"]?.string {
                return try history.undoing(id, by: person, at: context.now(), isTrial: isTrial)
            }
            guard let moment = message["at"]?.string else { throw DeskRefusal.malformed }
            let paths: [String]
            if let path = message["path"]?.string {
                guard DeskPath(path) != nil || path.hasPrefix("themes/") else { throw DeskRefusal.noFile(path) }
                paths = [path]
            } else {
                guard message["all"] == .bool(true) else { throw DeskRefusal.malformed }
                paths = []
            }
            return try history.restoring(paths, to: .change(moment), by: person, at: context.now(), isTrial: isTrial)
        }
        guard isTrial else {
            let change = try refusing { try plan.files.isEmpty ? nil : history.carryOut(plan) }
            session.refresh()
            return .object([.init("change", change.map { .string($0.id.text) } ?? .null)])
        }
        return try trial(of: plan, site)
    }

    private func trial(of plan: SiteHistory.Plan, _ site: DeskSite) throws -> JSONValue {
        let changes = plan.files.map { file -> (String, FileChange) in
            switch file.after {
            case .bytes(let bytes): (file.path, .written(bytes))
            case .absent: (file.path, .removed)
            }
        }
        let difference = try session.tried(Dictionary(changes) { $1 }).difference
        func json(_ findings: [Diagnostic]) -> JSONValue {
            let report = DiagnosticReport.of(findings)
            return .array(
                report.entries.map { entry in
                    let bytes = entry.diagnostic.range?.file.bytes ?? []
                    return FindingDescription(in: bytes, words: site.words).json(entry)
                })
        }
        return .object([
            .init("sentence", .string(plan.note.sentence[site.words])),
            .init(
                "files",
                .array(
                    plan.files.map { file in
                        let kind: ChangedFile.Kind =
                            file.before == .absent ? .added : file.after == .absent ? .removed : .changed
                        return .object([.init("path", .string(file.path)), .init("what", .string(Self.name(of: kind)))])
                    })),
            .init("added", json(difference.added)), .init("removed", json(difference.removed)),
        ])
    }

    /// What the history refuses, as pages are told it.
    private func refusing<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as HistoryError {
            let status: MessageStatus =
                switch error {
                case .changedSince, .alreadyTakenBack, .writing: .conflict
                case .none, .noChange, .noSuchFile, .tooEarly: .notFound
                case .severalChanges, .nothingToUndo, .beginning: .invalid
                case .store, .diskFull, .notAFolder, .unreadable, .unfinished: .failed
                }
            throw DeskRefusal(status, error.message)
        }
    }
}
