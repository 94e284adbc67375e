import Text

extension FileKind {
    /// How many bytes of a file's beginning tell a picture that is rendered.
    package static let sufficientByteCount = 16

    /// Recognises a file.
    ///
    /// - Parameter bytes: the whole file, or as much of it as is looked at; of text and archives the end counts too.
    package init(_ bytes: [UInt8]) {
        self = Self.signed(bytes) ?? Self.bundled(bytes) ?? Self.written(bytes) ?? .unknown
    }

    /// The kind that the first bytes name by themselves; `nil` for archives, texts and what has no sign.
    package static func signed(_ bytes: [UInt8]) -> FileKind? {
        let signature = signatures.first { bytes.holds($0.bytes, at: $0.offset) }
        return signature?.kind ?? media(bytes)
    }

    private static let signatures: [(kind: FileKind, offset: Int, bytes: [UInt8])] = [
        (.jpeg, 0, [0xFF, 0xD8, 0xFF]), (.png, 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        (.gif, 0, Array("GIF87a".utf8)), (.gif, 0, Array("GIF89a".utf8)),
        (.tiff, 0, [0x49, 0x49, 0x2A, 0]), (.tiff, 0, [0x4D, 0x4D, 0, 0x2A]), (.tiff, 0, [0x49, 0x49, 0x2B, 0]),
        (.photoshop, 0, Array("8BPS".utf8)),
        // EMF has its name behind the bounds of the picture; WMF begins with a key of its own, or with its header.
        (.metafile, 40, Array(" EMF".utf8)), (.metafile, 0, [0xD7, 0xCD, 0xC6, 0x9A]),
        (.metafile, 0, [1, 0, 9, 0, 0, 3]),
        (.oldOffice, 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), (.rtf, 0, Array("{\\rt".utf8)),
        (.sevenZip, 0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), (.rar, 0, Array("Rar!\u{1A}\u{7}".utf8)),
        (.gzip, 0, [0x1F, 0x8B, 8]), (.icon, 0, [0, 0, 1, 0]), (.dwg, 0, Array("AC10".utf8)),
        (.webm, 0, [0x1A, 0x45, 0xDF, 0xA3]), (.ogg, 0, Array("OggS".utf8)), (.mp3, 0, Array("ID3".utf8)),
        (.mp3, 0, [0xFF, 0xFB]), (.mp3, 0, [0xFF, 0xF3]), (.mp3, 0, [0xFF, 0xF2]),
        // Windows, Linux, macOS in four forms, Java, Android, WebAssembly, Flash, shortcuts, compiled help.
        (.program, 0, Array("MZ".utf8)), (.program, 0, [0x7F, 0x45, 0x4C, 0x46]),
        (.program, 0, [0xCE, 0xFA, 0xED, 0xFE]), (.program, 0, [0xCF, 0xFA, 0xED, 0xFE]),
        (.program, 0, [0xFE, 0xED, 0xFA, 0xCE]), (.program, 0, [0xCA, 0xFE, 0xBA, 0xBE]),
        (.program, 0, Array("dex\n".utf8)), (.program, 0, [0, 0x61, 0x73, 0x6D]), (.program, 0, Array("FWS".utf8)),
        (.program, 0, Array("CWS".utf8)), (.program, 0, Array("ZWS".utf8)),
        (.program, 0, [0x4C, 0, 0, 0, 1, 0x14, 2, 0]), (.program, 0, Array("ITSF".utf8)),
        (.program, 0, Array("#!".utf8)), (.program, 0, Array("MSCF".utf8)),
    ]

    /// Formats with a container whose content is named behind its beginning: RIFF, and the ISO base media file format
    /// (ISO/IEC 14496-12, 4.3).
    private static func media(_ bytes: [UInt8]) -> FileKind? {
        if bytes.starts(with: "RIFF".utf8) {
            if bytes.holds(Array("WEBP".utf8), at: 8) { return .webp }
            return bytes.holds(Array("WAVE".utf8), at: 8) ? .wav : nil
        }
        // The size of the header behind the signature tells bitmaps from texts that begin with these letters.
        if bytes.starts(with: "BM".utf8), bytes.count > 17, bytes[15...17].allSatisfy({ $0 == 0 }) { return .bmp }
        // Films of old cameras begin with another box.
        if ["moov", "mdat", "wide", "free", "skip"].contains(where: { bytes.holds(Array($0.utf8), at: 4) }),
            bytes[0] == 0
        {
            return .quickTime
        }
        guard bytes.holds(Array("ftyp".utf8), at: 4), bytes.count >= 12 else { return nil }
        switch String(decoding: bytes[8..<12], as: UTF8.self) {
        case "heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1": return .heic
        case "avif", "avis": return .avif
        case "qt  ": return .quickTime
        default: return .mp4
        }
    }

    /// Documents that are archives, by the part that makes them what they are; PDF files, which may begin late.
    private static func bundled(_ bytes: [UInt8]) -> FileKind? {
        // ISO 32000-1, annex H.3.4.1: readers look for the header in the first kilobyte. What is a page until there is one to
        // whoever goes by the beginning.
        if let header = Array(bytes.prefix(1024)).firstIndex(of: "%PDF-") {
            return MarkupBeginning(Array(bytes[..<header])).kind ?? .pdf
        }
        guard bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) else { return nil }
        let kind = try? ZIPArchive.with(bytes) { archive -> FileKind in
            let names = archive.entries.map(\.name)
            func holds(_ beginning: String, _ end: String = ".xml") -> Bool {
                names.contains { $0.hasPrefix(beginning) && $0.hasSuffix(end) }
            }
            if names.contains("[Content_Types].xml") || holds("word/document") || holds("xl/workbook") {
                if holds("word/document") { return .docx }
                if holds("xl/workbook") { return .xlsx }
                if holds("xl/workbook", ".bin") { return .binaryWorkbook }
                if holds("ppt/presentation") { return .pptx }
            }
            if names.contains("OFD.xml") { return .ofd }
            if names.contains("AndroidManifest.xml") || names.contains("META-INF/MANIFEST.MF") && holds("", ".class") {
                return .program
            }
            guard let type = try archive.part("mimetype") else { return .zip }
            let family = "application/vnd.oasis.opendocument."
            let text = String(decoding: type.prefix(100), as: UTF8.self)
            guard text.hasPrefix(family) else { return .zip }
            let rest = text.dropFirst(family.count)
            return rest.hasPrefix("spreadsheet") ? .ods : rest.hasPrefix("text") ? .odt : .odp
        }
        return kind ?? .zip
    }

    /// Texts, in whatever encoding, and what browsers would make of them.
    private static func written(_ bytes: [UInt8]) -> FileKind? {
        guard let text = SearchableText.utf8(bytes) else { return nil }
        return MarkupBeginning(text).kind ?? .text
    }
}

extension [UInt8] {
    /// Whether bytes stand at an offset.
    fileprivate func holds(_ bytes: [UInt8], at offset: Int) -> Bool {
        count >= offset + bytes.count && self[offset..<offset + bytes.count].elementsEqual(bytes)
    }
}

/// What stands at the beginning of markup.
private struct MarkupBeginning {
    /// `svg`, `xml` or `html`; `nil` for what does not begin as markup.
    let kind: FileKind?

    /// - Parameter text: UTF-8.
    init(_ text: [UInt8]) {
        var rest = text[...]
        var isXML = false
        while true {
            rest = rest.drop { [0x20, 9, 10, 13, 12].contains($0) || [0xEF, 0xBB, 0xBF].contains($0) }
            guard rest.first == UInt8(ascii: "<") else { break }
            if rest.starts(with: "<?".utf8) {
                isXML = isXML || rest.starts(with: "<?xml".utf8)
                rest = Self.after("?>", in: rest)
            } else if rest.starts(with: "<!--".utf8) {
                rest = Self.after("-->", in: rest)
            } else if rest.starts(with: "<!".utf8) {
                let name = String(decoding: rest.dropFirst(2).prefix(13), as: UTF8.self).lowercased()
                guard name.hasPrefix("doctype") else { break }
                if name.hasPrefix("doctype html") {
                    kind = .html
                    return
                }
                isXML = true
                // An internal subset ends with its own bracket.
                let head = rest.prefix { $0 != UInt8(ascii: ">") }
                rest = Self.after(head.contains(UInt8(ascii: "[")) ? "]" : ">", in: rest)
                if rest.first == UInt8(ascii: ">") { rest = rest.dropFirst() }
            } else {
                let name = rest.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
                kind = Self.kind(ofRoot: String(decoding: name.prefix(80), as: UTF8.self), isXML: isXML)
                return
            }
        }
        kind = isXML ? .xml : nil
    }

    private static func kind(ofRoot name: String, isXML: Bool) -> FileKind? {
        let local = name.split(separator: ":").last.map { $0.lowercased() } ?? ""
        if local == "svg" { return .svg }
        if local == "html" { return .html }
        guard !isXML else { return .xml }
        let pages = ["head", "body", "script", "iframe", "h1", "h2", "p", "div", "a", "table", "meta", "style"]
        return pages.contains(local) ? .html : nil
    }

    private static func after(_ mark: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let range = bytes.firstRange(of: Array(mark.utf8)) else { return [] }
        return bytes[range.upperBound...]
    }
}
