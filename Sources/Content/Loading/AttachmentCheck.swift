import Diagnostics
import Documents
import Pictures
import Rules
import Screening
import Values

/// Looks at files that stand beside the texts: what they are, whether their names say so, and what they hold.
///
/// Only kinds that are known are published (`FileKind`), so that nothing runs or leaks that nobody thought of.
struct AttachmentCheck {
    private let listing: Workspace.Listing
    private let path: SitePath
    private let reader: Workspace
    private let checks: CheckSettings

    /// 20 MB, as the rule says and as pages write sizes.
    private static let largeByteCount = 20_000_000

    /// Where findings about the whole file stand.
    private var place: SourceRange { SourceFile(path: path.text, bytes: []).start }
    private var ending: String { FileKind.ending(of: path.name) }

    /// - Returns: the file as the site offers it; `nil` for one that is not published.
    static func read(
        _ listing: Workspace.Listing, path: SitePath, reader: Workspace, checks: CheckSettings,
        findings: inout [Diagnostic]
    ) -> AttachmentFile? {
        AttachmentCheck(listing: listing, path: path, reader: reader, checks: checks).read(&findings)
    }

    private func read(_ findings: inout [Diagnostic]) -> AttachmentFile? {
        guard listing.size > 0 else {
            findings.append(emptyFinding)
            return plain
        }
        guard let head = reader.read(listing.path, FileKind.sufficientByteCount) else {
            findings.append(FileProblem.unreadable().diagnostic(path))
            return nil
        }
        if FileKind.signed(head)?.treatment == .rendered || PictureFormat(name: path.name) != nil {
            return PictureCheck.read(listing, path: path, reader: reader, findings: &findings)
        }
        if listing.size > Self.largeByteCount { findings.append(largeFinding) }
        if FileKind.macroEndings.contains(ending) {
            findings.append(Self.macros(path, at: place))
            return nil
        }
        guard let bytes = reader.read(listing.path, DocumentReader.maximumByteCount + 1) else {
            findings.append(FileProblem.unreadable().diagnostic(path))
            return nil
        }
        let kind = servedKind(of: bytes)
        if let finding = refusal(of: kind, bytes) {
            findings.append(finding)
            // A document under a wrong name is still the one that is meant where something refers to it; what a browser would
            // run under its name is none.
            let isHarmless = kind.treatment != .refused && ![.svg, .xml].contains(FileKind.promised(by: path.name))
            return finding.rule == .fileKind && isHarmless ? plain : nil
        }
        guard bytes.count <= DocumentReader.maximumByteCount else {
            findings.append(tooLargeToRead)
            return plain
        }
        findings += insideFindings(bytes, kind)
        var file = AttachmentFile(
            path: path, size: listing.size, imageSize: ImageHeader.size(of: bytes, kind: kind))
        file.isDrawing = kind == .svg && ending == "svg"
        return file
    }

    /// What the file is: a text under the name of XML is XML to whoever gets it, whatever it begins with.
    private func servedKind(of bytes: [UInt8]) -> FileKind {
        let kind = FileKind(bytes)
        return kind == .text && FileKind.promised(by: path.name) == .xml ? .xml : kind
    }

    /// The file as one that shows nothing.
    private var plain: AttachmentFile { AttachmentFile(path: path, size: listing.size, imageSize: nil) }

    /// Why a file of a kind is not published under its name; `nil` when it is.
    private func refusal(of kind: FileKind, _ bytes: [UInt8]) -> Diagnostic? {
        let match = kind.match(path.name)
        // Scans and photos as cameras write them have names that say so, whatever is in them.
        if case .right = match, kind.treatment == .unshowable { return PictureCheck.unusableFormat(path, kind) }
        switch match {
        case .right:
            let isServedAsXML = kind == .xml && FileKind.promised(by: path.name) == .xml
            return isServedAsXML && !XMLPart.isInert(SearchableText.utf8(bytes) ?? []) ? Self.unlisted(path) : nil
        case .promises(let promised):
            // A document with a password is an old file around the new one; that it has one is told where it is looked into.
            if kind == .oldOffice, DocumentReader.isLocked(bytes) { return nil }
            // So is that an archive is broken, or too large to be looked at to its end.
            if kind == .zip, promised.isArchive, !ZIPArchive.opens(bytes) { return nil }
            if promised.treatment == .unshowable, [.text, .unknown].contains(kind) {
                return PictureCheck.unusableFormat(path, promised)
            }
            return Self.wrongKind(path, promised: promised, actual: kind, at: place)
        case .misnamed: return misnamed(kind)
        case .unlisted: return kind == .program ? program : Self.unlisted(path)
        }
    }

    /// What is found in the file itself.
    private func insideFindings(_ bytes: [UInt8], _ kind: FileKind) -> [Diagnostic] {
        let inside = DocumentCheck(path: path, kind: kind, checks: checks)
        switch kind.treatment {
        case .text:
            // Findings stand at their lines where the bytes are what an editing program shows.
            guard TextEncoding.firstInvalidByte(bytes) == nil, TextEncoding.firstNUL(bytes) == nil else {
                return inside.findings(in: bytes)
            }
            let file = SourceFile(path: path.text, bytes: bytes)
            let found = PersonalDataScan.findings(in: file, contacts: checks.contacts)
            let isEscaped = found.isEmpty && PlainText.mayHoldEscapes(bytes)
            let isPrivate = FileKind.unknown.endings.contains(ending)
            return found + (isEscaped ? inside.findings(in: bytes) : [])
                + (isPrivate ? [inside.finding(about: .opaque)] : [])
        case .opaque where kind == .icon: return []
        default: return inside.findings(in: bytes)
        }
    }
}

extension AttachmentCheck {
    private var emptyFinding: Diagnostic {
        Diagnostic(
            .fileEmpty, at: place,
            message: LocalizedText(zh: "文件“\(path)”是空的。", en: "The file “\(path)” is empty."),
            help: LocalizedText(zh: "请重新保存或删去。", en: "Save it again, or remove it."))
    }

    private var largeFinding: Diagnostic {
        Diagnostic(
            .fileLarge, at: place,
            message: LocalizedText(
                zh: "文件“\(path)”有 \(ByteCount.words(listing.size))。",
                en: "The file “\(path)” has \(ByteCount.words(listing.size))."),
            help: LocalizedText(zh: "请压缩图片，或分成几个文件。", en: "Make its pictures smaller, or divide it."))
    }

    private var tooLargeToRead: Diagnostic {
        Diagnostic(
            .fileOpaque, at: place,
            message: LocalizedText(
                zh: "文件太大，里面的文字和属性没有检查。", en: "The file is too large; what it says was not checked."))
    }

    private var program: Diagnostic {
        Diagnostic(
            .fileActiveContent, at: place,
            message: LocalizedText(zh: "“\(path)”是会运行的文件。", en: "“\(path)” is a file that runs."),
            help: LocalizedText(
                zh: "请删去；要提供的软件请写明官方下载网址。", en: "Remove it; link to where its maker offers it."))
    }

    /// The finding about a file that is not on the list of what may be published.
    static func unlisted(_ path: SitePath) -> Diagnostic {
        let ending = FileKind.ending(of: path.name)
        if let part = FileKind.partRunByServers(path.name), part != ending { return runByServers(path, part) }
        if path.name.last?.isWhitespace ?? false { return blankAtEnd(path) }
        let kind = ending.isEmpty ? "" : "（.\(ending)）"
        return Diagnostic(
            .fileActiveContent, at: SourceFile(path: path.text, bytes: []).start,
            message: LocalizedText(
                zh: "“\(path)”不在可以发布的种类之内\(kind)。",
                en: "“\(path)” is of no kind that may be published."),
            help: LocalizedText(
                zh: "\(FileKind.published.zh)。页面请写成 Markdown（.md），其他资料请另存为 PDF。",
                en: "\(FileKind.published.en). Write pages in Markdown (.md); save other documents as PDF."))
    }

    private static func runByServers(_ path: SitePath, _ part: String) -> Diagnostic {
        Diagnostic(
            .fileActiveContent, at: SourceFile(path: path.text, bytes: []).start,
            message: LocalizedText(
                zh: "文件名“\(path.name)”里有“.\(part)”，有的服务器会把它当作程序运行。",
                en: "The name “\(path.name)” holds “.\(part)”, for which some servers run the file as a program."),
            help: LocalizedText(
                zh: "请从文件名里去掉“.\(part)”。", en: "Take “.\(part)” out of the name."))
    }

    /// A blank at the end of a name is seen by nobody and belongs to its ending.
    private static func blankAtEnd(_ path: SitePath) -> Diagnostic {
        Diagnostic(
            .fileActiveContent, at: SourceFile(path: path.text, bytes: []).start,
            message: LocalizedText(
                zh: "文件名“\(path.name)”末尾有空格，认不出种类。",
                en: "The name “\(path.name)” ends with a blank, so that its kind is unknown."),
            help: LocalizedText(zh: "请改名，去掉末尾的空格。", en: "Rename it without the blank."))
    }

    private func misnamed(_ kind: FileKind) -> Diagnostic {
        let usual = kind.endings.first ?? ""
        return Diagnostic(
            .fileKind, at: place,
            message: LocalizedText(
                zh: "文件“\(path)”是\(kind.name.zh)，名字却不这样说。",
                en: "The file “\(path)” is \(kind.name.en), but its name does not say so."),
            help: LocalizedText(zh: "文件名请以“.\(usual)”结尾。", en: "End its name with “.\(usual)”."))
    }

    /// The finding about a file that is not what its name promises.
    static func wrongKind(
        _ path: SitePath, promised: FileKind, actual: FileKind, at place: SourceRange
    ) -> Diagnostic {
        let isKnown = actual != .unknown && actual != .text
        return Diagnostic(
            .fileKind, at: place,
            message: LocalizedText(
                zh: "文件“\(path)”不是\(promised.name.zh)" + (isKnown ? "，而是\(actual.name.zh)。" : "。"),
                en: "The file “\(path)” is not \(promised.name.en)" + (isKnown ? " but \(actual.name.en)." : ".")),
            help: actual == .heic
                ? PictureCheck.fromTelephone
                : LocalizedText(
                    zh: "改文件名不会改变格式，请用原来的软件另存为这种格式。",
                    en: "A new name does not change what a file is; save it in that format."))
    }

    static func macros(_ path: SitePath, at place: SourceRange) -> Diagnostic {
        Diagnostic(
            .fileMacros, at: place,
            message: LocalizedText(zh: "文件“\(path)”带有宏。", en: "The file “\(path)” holds macros."),
            help: LocalizedText(zh: "请另存为不带宏的 docx 或 xlsx。", en: "Save it as docx or xlsx without macros."))
    }
}
