import Content
import Diagnostics
import Editing
import FileSystem
import History
import Preview
import Text
import Values

extension DeskRequests {
    /// Writes what is typed, and answers with all that follows from it.
    func saved(_ message: JSONValue, _ site: DeskSite) throws -> JSONValue {
        let (text, outcome) = try save(message, site)
        return try written(text, outcome, site)
    }

    /// Writes what is typed, over the version that the page has open and over no other.
    func save(_ message: JSONValue, _ site: DeskSite) throws -> (DeskText, DeskWriter.Outcome) {
        guard let path = message["path"]?.string, let digest = message["digest"]?.string,
            message["text"]?.string != nil || message["edits"]?.elements != nil
        else { throw DeskRefusal.malformed }
        let base = try base(of: message, at: path, site)
        let bytes = try base.changed(by: message, site.language)
        guard bytes.count <= DeskText.maximumByteCount else {
            throw DeskRefusal(.tooLarge, zh: "\(path) 太大，没有保存。", en: "\(path) would be too large and was not saved.")
        }
        let sentence = sentence(of: message, for: path, isNew: digest == DeskText.absent, site)
        let outcome = try writer.write(sentence) { _ in
            let now = base.path.read(from: workspace, limit: DeskText.maximumByteCount + 1)
            let current = now.map { DeskText.digest(of: $0) } ?? DeskText.absent
            guard current == digest else {
                throw conflict(base, theirs: DeskText(base.path, now, site.language), mine: bytes, site)
            }
            return now == bytes ? [] : [Replacement(path, bytes, over: FileVersion(now))]
        }
        let text = DeskText(base.path, bytes, site.language)
        versions.keep(text.bytes, digest: text.digest)
        return (text, outcome)
    }

    /// What is answered when a file is written: its new version with all that follows from it.
    func written(_ text: DeskText, _ outcome: DeskWriter.Outcome, _ site: DeskSite) throws -> JSONValue {
        let state = session.refresh()
        let path = text.path.text
        let entries = state.report.entries.filter { $0.diagnostic.range?.file.path == path }
        return .object(
            outcome.json(site.words)
                + description(
                    of: text, entries, state.snapshot, number: state.number, DeskSite(state: state, words: site.words)))
    }

    /// Somebody else has changed the file: both versions, of which the person chooses, and both together where they do not touch.
    ///
    /// - Parameter base: the version that the page has open.
    func conflict(_ base: DeskText, theirs: DeskText, mine: [UInt8], _ site: DeskSite) -> DeskRefusal {
        versions.keep(theirs.bytes, digest: theirs.digest)
        let own = DeskText(theirs.path, mine, site.language)
        let pieces = WordDifference.pieces(from: theirs.places.text, to: own.places.text)
        var members: [JSONValue.Member] = [
            .init(
                "theirs",
                .object([.init("digest", .string(theirs.digest)), .init("text", .string(theirs.places.text))])),
            .init("mine", .object([.init("text", .string(own.places.text))])),
            .init("pieces", .array(WordDifference.shortened(pieces).map(\.json))),
        ]
        // Of a file that was made or removed meanwhile there is nothing to put together, nor where the version is not the one
        // that was opened.
        if base.digest != DeskText.absent, theirs.digest != DeskText.absent, base.digest != theirs.digest,
            let merged = VersionMerge.merged(
                path: base.path.text, base: base.bytes, theirs: theirs.bytes, mine: mine, language: site.language)
        {
            let text = DeskText(base.path, merged, site.language).places.text
            members.append(.init("merged", .object([.init("text", .string(text))])))
        }
        return DeskRefusal(
            .conflict, zh: "你打开以后，这个文件又被改过，没有覆盖。请对照两个版本。",
            en: "This file was changed since you opened it and was not written over. Compare the two versions.",
            members: members)
    }

    private static let maximumSentenceLength = 200

    /// What the history says of it: what the page says, or that the text was changed.
    private func sentence(of message: JSONValue, for path: String, isNew: Bool, _ site: DeskSite) -> LocalizedText {
        if let text = message["sentence"]?.string, !text.isEmpty {
            return LocalizedText(same: String(text.prefix(Self.maximumSentenceLength)))
        }
        if let name = Self.name(ofTable: path) {
            return LocalizedText(zh: "修改\(name.zh)", en: "Changed \(name.en)")
        }
        let title = site.snapshot?.content.page(at: path)?.title.value ?? path
        let kind = DeskKind(path: path)?.label
        return isNew
            ? LocalizedText(
                zh: "新建\(kind?.zh ?? "")“\(title)”", en: "Began \(kind.map { $0.en + " " } ?? "")“\(title)”")
            : LocalizedText(
                zh: "修改\(kind?.zh ?? "")“\(title)”", en: "Changed \(kind.map { $0.en + " " } ?? "")“\(title)”")
    }

    /// What people call a file that is a table; `nil` for others.
    static func name(ofTable path: String) -> LocalizedText? {
        switch SitePath(path).map(ContentKind.init(path:)) {
        case .roster(let year): LocalizedText(zh: "\(year)年度名单", en: "the list of \(year)")
        case .enterprises: LocalizedText(zh: "企业表", en: "the table of enterprises")
        case .associations: LocalizedText(zh: "协会表", en: "the table of associations")
        default: nil
        }
    }

    /// Keeps the name under which changes are recorded.
    func named(_ message: JSONValue) throws -> JSONValue {
        guard let name = message["name"]?.string, let person = EditorName(name) else {
            throw DeskRefusal(
                .invalid, zh: "姓名要有字母或汉字，不超过 \(EditorName.maximumLength) 个字，不带尖括号。",
                en: "A name has a letter, at most \(EditorName.maximumLength) characters, and no angle brackets.")
        }
        try SiteHistory(site: context.folder).remember(person)
        return .object([.init("person", .string(person.text))])
    }
}

extension WordDifference.Piece {
    var json: JSONValue { .object([.init("what", .string(what.rawValue)), .init("text", .string(text))]) }
}
