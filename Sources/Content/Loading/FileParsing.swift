import Diagnostics

/// What one file of the content turned out to be.
struct ParsedFile: Sendable {
    enum Entry: Sendable {
        case edition(EditionEntry)
        case roster(year: Int, RosterReader.Roster)
        case writeUp(WriteUpEntry)
        case practice(PracticeEntry)
        case notice(NoticeEntry)
        case rule(RuleEntry)
        case form(FormEntry)
        case page(PageEntry)
        case enterprises([EnterpriseEntry])
        case associations([AssociationEntry])
        case attachment(AttachmentFile)
    }

    let path: String
    /// `nil` when the file could not be made into anything; then there is a finding.
    let entry: Entry?
    let findings: [Diagnostic]
}

/// Reads and parses one file. Pure but for the reader; safe on any thread.
enum FileParsing {
    static func parse(_ listing: SourceReader.Listing, reader: SourceReader) -> ParsedFile {
        var findings: [Diagnostic] = []
        let entry = entry(listing, reader: reader, findings: &findings)
        return ParsedFile(path: listing.path, entry: entry, findings: findings)
    }

    /// Whether a file is UTF-8 text; a finding tells where it is not.
    static func isText(_ file: SourceFile, findings: inout [Diagnostic]) -> Bool {
        guard let offset = TextEncoding.firstInvalidByte(file.bytes) else { return true }
        findings.append(
            Diagnostic(
                .fileUnreadable, at: SourceFile(path: file.path, bytes: Array(file.bytes[..<offset])).range(offset..<offset),
                message: LocalizedText(zh: "从这里起不是 UTF-8 文字。", en: "From here on this is not UTF-8 text."),
                help: LocalizedText(
                    zh: "请用编辑器把文件另存为 UTF-8 编码。", en: "Save the file as UTF-8 in your editor.")))
        return false
    }

    private static func entry(
        _ listing: SourceReader.Listing, reader: SourceReader, findings: inout [Diagnostic]
    ) -> ParsedFile.Entry? {
        let empty = SourceFile(path: listing.path, bytes: [])
        guard let path = SitePath(listing.path) else {
            findings.append(
                Diagnostic(.fileName, at: empty.start, message: LocalizedText(zh: "文件名不能使用。", en: "The file's name cannot be used.")))
            return nil
        }
        guard !listing.isSymbolicLink else {
            findings.append(
                Diagnostic(
                    .fileSymbolicLink, at: empty.start,
                    message: LocalizedText(zh: "“\(path)”是符号链接。", en: "“\(path)” is a symbolic link."),
                    help: LocalizedText(zh: "请把文件本身放进站点。", en: "Put the file itself into the site.")))
            return nil
        }
        let kind = ContentKind(path: path)
        switch kind {
        case .attachment: return .attachment(attachment(listing, path: path, reader: reader))
        case .misplaced:
            findings.append(misplaced(path))
            return nil
        case .roster(let year):
            guard let bytes = reader.read(listing.path, 16 * 1024 * 1024) else { return unreadable(path, &findings) }
            return .roster(year: year, RosterReader.read(path: listing.path, bytes: bytes, findings: &findings))
        default: break
        }
        guard listing.size <= PageReader.maximumByteCount else {
            findings.append(
                Diagnostic(
                    .fileTooLarge, at: empty.start,
                    message: LocalizedText(
                        zh: "“\(path)”有 \(listing.size / 1024) KiB，上限是 256 KiB。",
                        en: "“\(path)” has \(listing.size / 1024) KiB; 256 KiB is the limit.")))
            return nil
        }
        guard let bytes = reader.read(listing.path, PageReader.maximumByteCount) else {
            return unreadable(path, &findings)
        }
        let file = SourceFile(path: listing.path, bytes: bytes)
        guard isText(file, findings: &findings) else { return nil }
        return text(file, path: path, kind: kind, findings: &findings)
    }

    private static func text(
        _ file: SourceFile, path: SitePath, kind: ContentKind, findings: inout [Diagnostic]
    ) -> ParsedFile.Entry? {
        switch kind {
        case .edition(let year):
            return EditionReader.read(file, path: path, folderYear: year, findings: &findings).map { .edition($0) }
        case .writeUp(let year, let id):
            guard let teamID = TeamID(id) else {
                findings.append(wrongName(path, name: id))
                return nil
            }
            return WriteUpReader.read(file, path: path, year: year, teamID: teamID, findings: &findings).map { .writeUp($0) }
        case .enterprises: return .enterprises(ListReaders.enterprises(file, findings: &findings))
        case .associations: return .associations(ListReaders.associations(file, findings: &findings))
        case .practice, .notice, .rule, .form, .page:
            // The home page is the only one without a name of its own.
            let isHome = path.text == "content/index.md"
            let names = path.text.dropFirst("content/".count).split(separator: "/").map(String.init)
            for name in names where name != "index.md" {
                let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
                guard !Slug.isValid(stem), !isHome else { continue }
                findings.append(wrongName(path, name: stem))
                return nil
            }
            return page(file, path: path, kind: kind, findings: &findings)
        case .roster, .attachment, .misplaced: return nil
        }
    }

    private static func page(
        _ file: SourceFile, path: SitePath, kind: ContentKind, findings: inout [Diagnostic]
    ) -> ParsedFile.Entry? {
        switch kind {
        case .practice: DocumentReaders.practice(file, path: path, findings: &findings).map { .practice($0) }
        case .notice: DocumentReaders.notice(file, path: path, findings: &findings).map { .notice($0) }
        case .rule: DocumentReaders.rule(file, path: path, findings: &findings).map { .rule($0) }
        case .form: DocumentReaders.form(file, path: path, findings: &findings).map { .form($0) }
        default: DocumentReaders.page(file, path: path, findings: &findings).map { .page($0) }
        }
    }

    private static func attachment(
        _ listing: SourceReader.Listing, path: SitePath, reader: SourceReader
    ) -> AttachmentFile {
        let name = path.name.lowercased()
        let isImage = ImageHeader.suffixes.contains { name.hasSuffix($0) }
        let header = isImage ? reader.read(listing.path, ImageHeader.sufficientByteCount) : nil
        return AttachmentFile(path: path, size: listing.size, imageSize: header.flatMap(ImageHeader.size))
    }

    private static func unreadable(_ path: SitePath, _ findings: inout [Diagnostic]) -> ParsedFile.Entry? {
        findings.append(
            Diagnostic(
                .fileUnreadable, at: SourceFile(path: path.text, bytes: []).start,
                message: LocalizedText(zh: "“\(path)”无法读取。", en: "“\(path)” cannot be read.")))
        return nil
    }

    private static func misplaced(_ path: SitePath) -> Diagnostic {
        Diagnostic(
            .fileMisplaced, at: SourceFile(path: path.text, bytes: []).start,
            message: LocalizedText(zh: "“\(path)”不在任何种类的位置上。", en: "“\(path)” is not where any kind of content belongs."),
            help: LocalizedText(
                zh: "年度写在 awards/年份/index.md，成果材料写在 awards/年份/编号.md 或 awards/年份/编号/index.md，其他种类写在各自文件夹的一层之内。",
                en: "An edition is awards/<year>/index.md, a write-up awards/<year>/<id>.md or awards/<year>/<id>/index.md; other kinds stand directly in their folders."))
    }

    private static func wrongName(_ path: SitePath, name: String) -> Diagnostic {
        let proposal = name.lowercased().replacing("_", with: "-").replacing(" ", with: "-")
        return Diagnostic(
            .fileName, at: SourceFile(path: path.text, bytes: []).start,
            message: LocalizedText(
                zh: "文件名“\(name)”要用作网址，只能由小写字母、数字和 - 组成。",
                en: "The file name “\(name)” becomes an address and may only have a-z, 0-9 and -."),
            help: Slug(proposal).map { LocalizedText(zh: "可以改为“\($0)”。", en: "Call it “\($0)”.") })
    }
}
