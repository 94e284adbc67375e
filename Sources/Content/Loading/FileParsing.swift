import Diagnostics
import Fields
import Forms
import Rules
import Screening
import Values

/// What one file of the content turned out to be.
///
/// A class, because a preview keeps thousands and puts them in order after every change.
final class ParsedFile: Sendable {
    enum Entry: Sendable {
        case edition(EditionEntry)
        case roster(year: Int, RosterReader.Roster)
        case writeUp(WriteUpEntry)
        case document(DocumentEntry)
        case formDefinition(slug: String, Located<FormDefinition>)
        case enterprises([EnterpriseEntry])
        case associations([AssociationEntry])
        /// Words that mean the same.
        case synonyms([[String]])
        case attachment(AttachmentFile)
    }

    let path: String
    /// `nil` for a path that cannot be used.
    let kind: ContentKind?
    /// `nil` when the file could not be made into anything; then there is a finding.
    let entry: Entry?
    private let ownFindings: [Diagnostic]

    /// What is wrong with the file, as far as it has been read.
    var findings: [Diagnostic] { ownFindings + (lateBody?.knownNotes?.findings ?? []) }

    /// A text that is read when somebody asks for it.
    var lateBody: PageBody? {
        guard case .writeUp(let entry) = entry, entry.page.text.isReadLater else { return nil }
        return entry.page.text
    }

    init(path: String, kind: ContentKind?, entry: Entry?, findings: [Diagnostic]) {
        self.path = path
        self.kind = kind
        self.entry = entry
        ownFindings = findings
    }
}

/// Reads and parses one file. Pure but for the reader; safe on any thread.
enum FileParsing {
    static func parse(
        _ listing: Workspace.Listing, reader: Workspace, checks: CheckSettings, bodies: BodyReading
    ) -> ParsedFile {
        var findings: [Diagnostic] = []
        guard let path = SitePath(listing.path) else {
            let message = LocalizedText(
                zh: "文件名不能使用：其中有反斜杠或不可见字符。", en: "The name cannot be used: it holds a backslash or NUL.")
            findings.append(
                Diagnostic(.fileName, at: SourceFile(path: listing.path, bytes: []).start, message: message))
            return ParsedFile(path: listing.path, kind: nil, entry: nil, findings: findings)
        }
        let kind = ContentKind(path: path)
        findings += Self.findings(aboutNamesOf: path, contacts: checks.contacts)
        let entry: ParsedFile.Entry?
        if let problem = FileProblem(listing) {
            findings.append(problem.diagnostic(path))
            entry = nil
        } else {
            entry = self.entry(
                listing, path: path, kind: kind, reader: reader, checks: checks, bodies: bodies, findings: &findings)
        }
        return ParsedFile(path: listing.path, kind: kind, entry: entry, findings: FindingLimit.kept(findings))
    }

    /// What is wrong with the names of a file and of the folders it is in, which become its address. What many files say of one
    /// folder is the same finding.
    private static func findings(aboutNamesOf path: SitePath, contacts: PublishedContacts) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let text = path.text.utf8
        var start = text.startIndex
        while start < text.endIndex {
            let end = text[start...].firstIndex(of: UInt8(ascii: "/")) ?? text.endIndex
            let isFile = end == text.endIndex
            defer { start = isFile ? end : text.index(after: end) }
            guard !isPlain(text[start..<end]) else { continue }
            findings += Self.findings(
                aboutName: Array(text[start..<end]), at: isFile ? path.text : String(path.text[..<end]), isFile: isFile,
                contacts: contacts)
        }
        return findings
    }

    /// Whether a name has nothing but the signs of usual addresses, and fewer digits than any number of a person: nearly all
    /// names are so.
    private static func isPlain(_ name: Substring.UTF8View) -> Bool {
        var digits = 0
        for byte in name {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."): break
            default: return false
            }
        }
        return digits < 5
    }

    private static func findings(
        aboutName name: [UInt8], at path: String, isFile: Bool, contacts: PublishedContacts
    ) -> [Diagnostic] {
        let whole = isFile ? LocalizedText(zh: "文件", en: "file") : LocalizedText(zh: "文件夹", en: "folder")
        var findings = PersonalDataScan.matches(in: name, contacts: contacts).map { rule, bytes in
            let what = PersonalDataFinding.name(of: rule)
            return Diagnostic(
                rule, at: SourceFile(path: path, bytes: name).range(bytes),
                message: LocalizedText(
                    zh: "\(whole.zh)名里像是\(what.zh)。", en: "The \(whole.en)'s name seems to hold \(what.en)."),
                help: LocalizedText(zh: "请给\(whole.zh)改名。", en: "Give the \(whole.en) another name."))
        }
        // Control characters are told where addresses are listed, names that are not UTF-8 where they are read.
        let isTold = name.contains { $0 < 0x20 || $0 == 0x7F } || name.firstRange(of: Array("\u{FFFD}".utf8)) != nil
        if !isTold,
            let finding = HiddenCharacters.finding(
                aboutName: String(decoding: name, as: UTF8.self), of: whole, at: SourceFile(path: path, bytes: []).start
            )
        {
            findings.append(finding)
        }
        return findings
    }

    private static func entry(
        _ listing: Workspace.Listing, path: SitePath, kind: ContentKind, reader: Workspace,
        checks: CheckSettings, bodies: BodyReading, findings: inout [Diagnostic]
    ) -> ParsedFile.Entry? {
        switch kind {
        case .attachment:
            return AttachmentCheck.read(listing, path: path, reader: reader, checks: checks, findings: &findings)
                .map { .attachment($0) }
        case .staticFile:
            return StaticFileCheck.read(listing, path: path, reader: reader, checks: checks, findings: &findings)
                .map { .attachment($0) }
        case .misplaced(let meant):
            findings.append(misplaced(path, meant: meant))
            return nil
        case .roster(let year):
            guard let bytes = bytes(of: listing, path, atMost: RosterReader.maximumByteCount, reader, &findings) else {
                return nil
            }
            return .roster(
                year: year,
                RosterReader.read(path: listing.path, bytes: bytes, contacts: checks.contacts, findings: &findings))
        case .edition, .writeUp, .document, .enterprises, .associations, .synonyms, .formDefinition:
            guard let bytes = bytes(of: listing, path, atMost: PageReader.maximumByteCount, reader, &findings) else {
                return nil
            }
            guard let file = TextReader.read(path: listing.path, bytes: bytes, findings: &findings) else { return nil }
            let scan = FileScan(checks)
            if case .writeUp(let year, let id) = kind {
                return writeUp(
                    file, path: path, year: year, id: id, scan: scan, bodies: bodies, findings: &findings)
            }
            findings += scan.findings(in: file)
            return text(file, path: path, kind: kind, findings: &findings)
        }
    }

    /// The bytes of a file that is not larger than it may be.
    private static func bytes(
        of listing: Workspace.Listing, _ path: SitePath, atMost limit: Int, _ reader: Workspace,
        _ findings: inout [Diagnostic]
    ) -> [UInt8]? {
        // One byte more than allowed shows a file that has grown since it was listed.
        let bytes = listing.size > limit ? [] : reader.read(listing.path, limit + 1)
        guard let bytes else {
            findings.append(FileProblem.unreadable().diagnostic(path))
            return nil
        }
        guard listing.size <= limit, bytes.count <= limit else {
            findings.append(
                FileProblem.tooLarge(byteCount: max(listing.size, bytes.count), limit: limit).diagnostic(path))
            return nil
        }
        return bytes
    }

    private static func text(
        _ file: SourceFile, path: SitePath, kind: ContentKind, findings: inout [Diagnostic]
    ) -> ParsedFile.Entry? {
        switch kind {
        case .edition(let year):
            return EditionReader.read(file, path: path, folderYear: year, findings: &findings).map { .edition($0) }
        case .enterprises: return .enterprises(ListReaders.enterprises(file, findings: &findings))
        case .associations: return .associations(ListReaders.associations(file, findings: &findings))
        case .synonyms: return .synonyms(SynonymReader.groups(file, findings: &findings))
        case .formDefinition(let slug):
            return FormDefinitionReader.read(file, id: slug, findings: &findings)
                .map { .formDefinition(slug: slug, $0) }
        case .document(let kind):
            // The home page is the only one without a name of its own.
            let names = path.text.dropFirst("content/".count).split(separator: "/").map(String.init)
            for name in names where name != "index.md" {
                let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
                guard !Slug.isValid(stem), !path.isHome else { continue }
                findings.append(wrongName(path, name: stem))
                return nil
            }
            return DocumentEntryReader.read(file, path: path, kind: kind, findings: &findings).map { .document($0) }
        case .writeUp, .roster, .attachment, .staticFile, .misplaced: return nil
        }
    }

    private static func writeUp(
        _ file: SourceFile, path: SitePath, year: Int, id: String, scan: FileScan, bodies: BodyReading,
        findings: inout [Diagnostic]
    ) -> ParsedFile.Entry? {
        guard let teamID = TeamID(id) else {
            findings += scan.findings(in: file) + [wrongName(path, name: id)]
            return nil
        }
        return WriteUpReader.read(
            file, path: path, year: year, teamID: teamID, scan: scan, bodies: bodies, findings: &findings
        ).map { .writeUp($0) }
    }

    private static func misplaced(_ path: SitePath, meant: String?) -> Diagnostic {
        Diagnostic(
            .fileMisplaced, at: SourceFile(path: path.text, bytes: []).start,
            message: LocalizedText(
                zh: "“\(path)”不在任何种类的位置上。", en: "“\(path)” is not where any kind of content belongs."),
            help: meant.map { LocalizedText(zh: "请把文件名改为“\($0)”。", en: "Call the file “\($0)”.") }
                ?? LocalizedText(
                    zh: "年度写在 awards/年份/index.md，成果材料写在 awards/年份/编号.md 或 awards/年份/编号/index.md，其他种类写在各自文件夹的一层之内。",
                    en:
                        "An edition is awards/<year>/index.md, a write-up awards/<year>/<id>.md or awards/<year>/<id>/index.md; other kinds stand directly in their folders."
                ))
    }

    private static func wrongName(_ path: SitePath, name: String) -> Diagnostic {
        Diagnostic(
            .fileName, at: SourceFile(path: path.text, bytes: []).start,
            message: LocalizedText(
                zh: "文件名“\(name)”要用作网址，只能由小写字母、数字和 - 组成。",
                en: "The file name “\(name)” becomes an address and may only have a-z, 0-9 and -."),
            help: Slug.proposal(for: name).map { LocalizedText(zh: "可以改为“\($0)”。", en: "Call it “\($0)”.") })
    }
}
