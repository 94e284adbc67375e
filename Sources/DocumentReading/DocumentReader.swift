import Diagnostics

/// Looks into files that are offered for download, by their endings.
package enum DocumentReader {
    /// What is looked into of a file; larger ones are too much.
    package static let maximumByteCount = 64 * 1024 * 1024

    /// Formats whose inside no free library reads: what they say cannot be checked.
    private static let opaqueEndings: Set<String> = ["doc", "xls", "ppt", "wps", "et", "dps", "rar", "7z", "ceb"]

    private enum Format {
        case office(OfficeDocument.Kind)
        case pdf, picture, drawing, archive, opaque
    }

    /// Whether a file of that name can be looked into, or has a format that should be.
    package static func isDocument(_ name: String) -> Bool { format(of: name) != nil }

    /// - Parameter name: the file's name, whose ending tells the format; files of other formats are empty.
    /// - Throws: `DocumentProblem`.
    package static func contents(of bytes: [UInt8], named name: String) throws -> DocumentContents {
        switch format(of: name) {
        case .office(let kind):
            // A document with a password is an old Office file around a packed one (MS-OFFCRYPTO, 2.3).
            guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { throw DocumentProblem.encrypted }
            return try ZIPArchive.with(bytes) { try OfficeDocument.contents(of: &$0, kind: kind) }
        case .pdf: return try PDFDocument.contents(of: bytes)
        case .picture: return PictureMetadata.contents(of: bytes)
        case .drawing: return try DrawingContents.read(bytes)
        case .archive: return try ZIPArchive.with(bytes) { try contents(of: &$0) }
        case .opaque: throw DocumentProblem.opaque
        case nil: return DocumentContents()
        }
    }

    /// The files of an archive. An archive in an archive is not looked into.
    private static func contents(of archive: inout ZIPArchive) throws -> DocumentContents {
        var contents = DocumentContents()
        for entry in archive.entries where !entry.name.hasSuffix("/") {
            guard let format = format(of: entry.name) else { continue }
            if case .archive = format { throw DocumentProblem.opaque }
            contents.add(try self.contents(of: try archive.bytes(of: entry), named: entry.name), named: entry.name)
        }
        return contents
    }

    private static func format(of name: String) -> Format? {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        if let kind = OfficeDocument.Kind(rawValue: ending) { return .office(kind) }
        if PictureMetadata.endings.contains("." + ending) { return .picture }
        if opaqueEndings.contains(ending) { return .opaque }
        if ending == "svg" { return .drawing }
        return ending == "pdf" ? .pdf : ending == "zip" ? .archive : nil
    }
}
