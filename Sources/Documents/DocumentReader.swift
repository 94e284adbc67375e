import Diagnostics

/// Looks into files that are offered for download, by what they are.
package enum DocumentReader {
    /// What is looked into of a file; larger ones are too much.
    package static let maximumByteCount = 64 * 1024 * 1024

    /// - Parameter name: the file's name; a document whose name promises one kind is read as that kind, so that a broken one
    ///   is told as such.
    /// - Returns: empty contents for kinds that hold nothing to look at.
    /// - Throws: `DocumentProblem`.
    package static func contents(of bytes: [UInt8], named name: String) throws -> DocumentContents {
        let kind = FileKind(bytes)
        let promised = FileKind.promised(by: name)
        // A document with a password is an old Office file around a packed one (MS-OFFCRYPTO, 2.3).
        if kind == .oldOffice, promised.flatMap(OfficeDocument.Kind.init) != nil { throw DocumentProblem.encrypted }
        if kind == .zip, let kind = promised.flatMap(OfficeDocument.Kind.init) {
            return try office(bytes, kind)
        }
        return try contents(of: bytes, kind: kind, depth: 0)
    }

    /// Whether an old Office file is one around a document with a password (MS-OFFCRYPTO, 2.3.4.4).
    package static func isLocked(_ bytes: [UInt8]) -> Bool { holdsWide("EncryptedPackage", bytes) }

    /// Whether a file of the old format holds a name, which it writes in UTF-16.
    private static func holdsWide(_ name: String, _ bytes: [UInt8]) -> Bool {
        bytes.firstRange(of: Array(name.utf8).flatMap { [$0, 0] }) != nil
    }

    /// - Parameter depth: how many archives the file stands in.
    private static func contents(of bytes: [UInt8], kind: FileKind, depth: Int) throws -> DocumentContents {
        switch kind {
        case .docx, .xlsx, .pptx, .odt, .ods, .odp, .ofd:
            return try OfficeDocument.Kind(kind).map { try office(bytes, $0) } ?? DocumentContents()
        case .pdf: return try PDFDocument.contents(of: bytes)
        case .gif: return try gif(bytes)
        case .jpeg, .png, .webp, .tiff, .heic, .avif: return PictureMetadata.contents(of: bytes, kind: kind)
        case .svg: return try DrawingContents(bytes).contents
        case .rtf: return RichText.contents(of: bytes)
        case .mp4, .quickTime: return FilmMetadata.contents(of: bytes)
        case .zip:
            var contents = try ZIPArchive.with(bytes) { try self.contents(of: &$0, depth: depth) }
            contents.passages += tail(of: bytes)
            return contents
        case .text, .xml, .html: return PlainText.contents(of: bytes)
        case .oldOffice:
            var contents = DocumentContents()
            // The storage of macros (MS-OVBA, 2.2.1), whose name is in UTF-16.
            contents.holdsMacros = holdsWide("_VBA_PROJECT", bytes)
            guard contents.holdsMacros else { throw DocumentProblem.opaque }
            return contents
        case .webm, .mp3, .wav, .ogg, .binaryWorkbook, .dwg, .sevenZip, .rar, .gzip, .unknown:
            throw DocumentProblem.opaque
        case .bmp, .metafile, .photoshop, .icon, .program: return DocumentContents()
        }
    }

    /// A GIF picture, which is published as it is.
    private static func gif(_ bytes: [UInt8]) throws -> DocumentContents {
        // The header and the description of the screen (GIF89a, 17 and 18).
        guard bytes.count > 13 else {
            throw DocumentProblem.damaged(LocalizedText(zh: "GIF 图片不完整", en: "the GIF picture is not complete"))
        }
        return PictureMetadata.contents(of: bytes, kind: .gif)
    }

    private static func office(_ bytes: [UInt8], _ kind: OfficeDocument.Kind) throws -> DocumentContents {
        var contents = try ZIPArchive.with(bytes) { try OfficeDocument.contents(of: &$0, kind: kind) }
        contents.passages += tail(of: bytes)
        return contents
    }

    /// What stands behind the directory of an archive: its comment, and whatever else was put there.
    private static func tail(of bytes: [UInt8]) -> [DocumentContents.Passage] {
        let start = max(0, bytes.count - maximumTailBytes)
        guard let end = bytes[start...].lastRange(of: [0x50, 0x4B, 5, 6]), end.lowerBound + 22 < bytes.count else {
            return []
        }
        let text = String(decoding: bytes[(end.lowerBound + 22)...], as: UTF8.self)
        return [.init(text, at: LocalizedText(zh: "压缩包的末尾", en: "the end of the archive"))]
    }

    /// The record that ends a directory has 22 bytes, a comment at most 65,535 (APPNOTE.TXT, 4.3.16).
    private static let maximumTailBytes = 22 + 65_535

    /// The files of an archive. Of archives in archives one level is looked into.
    private static func contents(of archive: inout ZIPArchive, depth: Int) throws -> DocumentContents {
        var contents = DocumentContents()
        for entry in archive.entries where !entry.name.hasSuffix("/") {
            let name = entry.name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? entry.name
            let bytes = try archive.bytes(of: entry)
            if leadsOut(entry.name) { contents.strayParts.append(entry.name) }
            guard !bytes.isEmpty, !isLitter(name, bytes) else { continue }
            let kind = FileKind(bytes)
            if isActive(name, kind) {
                contents.activeParts.append(entry.name)
            } else if isOpaque(kind, depth: depth) {
                contents.opaqueParts.append(entry.name)
            } else {
                do {
                    contents.add(try self.contents(of: bytes, kind: kind, depth: depth + 1), named: entry.name)
                } catch DocumentProblem.opaque, DocumentProblem.encrypted {
                    contents.opaqueParts.append(entry.name)
                }
            }
        }
        // Who unpacks the archive reads the names first.
        let place = LocalizedText(zh: "压缩包里的文件名", en: "a name in the archive")
        contents.passages += archive.entries.map { .init($0.name, at: place) }
        return contents
    }

    /// Whether a name in an archive is no path below the folder that it is unpacked to: `../x.txt`, `/etc/x`, `C:\x.txt`. APPNOTE,
    /// 4.4.17, allows relative paths alone.
    private static func leadsOut(_ name: String) -> Bool {
        let names = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
        guard let first = names.first else { return false }
        let isDrive = first.count == 2 && first.last == ":" && first.first?.isASCII == true
        return first.isEmpty || isDrive || names.contains("..")
    }

    /// Files that systems put into archives for themselves.
    private static func isLitter(_ name: String, _ bytes: [UInt8]) -> Bool {
        [".DS_Store", "Thumbs.db", "desktop.ini"].contains(name)
            || name.hasPrefix("._") && bytes.starts(with: [0, 5, 0x16, 7])
    }

    /// Whether a file runs when somebody who unpacked the archive opens it: by what it is, or by its name.
    private static func isActive(_ name: String, _ kind: FileKind) -> Bool {
        switch kind.match(name) {
        case .right, .misnamed: false
        case .promises: kind == .program
        case .unlisted: kind.treatment == .text || kind == .html || kind == .program || runs(name)
        }
    }

    /// Endings of programs whose bytes have no sign of their own.
    private static func runs(_ name: String) -> Bool {
        let ending = FileKind.ending(of: name)
        return FileKind.macroEndings.contains(ending)
            || ["exe", "com", "scr", "pif", "cpl", "dll", "sys", "msi", "jar", "apk"].contains(ending)
    }

    private static func isOpaque(_ kind: FileKind, depth: Int) -> Bool {
        kind == .zip ? depth >= 1 : kind == .unknown || kind.treatment == .opaque && kind != .oldOffice
    }
}
