import Diagnostics

/// The text and the properties of documents that are ZIP archives of XML: OOXML (ISO/IEC 29500), OpenDocument
/// (ISO/IEC 26300) and OFD (GB/T 33190-2016).
struct OfficeDocument {
    /// What an ending promises: the part that makes the archive a document of that kind.
    enum Kind: String, CaseIterable {
        case docx, xlsx, pptx, odt, ods, odp, ofd

        /// The kind of a file; `nil` for one that is no such document.
        init?(_ kind: FileKind) {
            switch kind {
            case .docx: self = .docx
            case .xlsx: self = .xlsx
            case .pptx: self = .pptx
            case .odt: self = .odt
            case .ods: self = .ods
            case .odp: self = .odp
            case .ofd: self = .ofd
            default: return nil
            }
        }

        fileprivate var mainPart: String {
            switch self {
            case .docx: "word/document.xml"
            case .xlsx: "xl/workbook.xml"
            case .pptx: "ppt/presentation.xml"
            case .odt, .ods, .odp: "content.xml"
            case .ofd: "OFD.xml"
            }
        }

        /// Whether a part may be the main one: programs that save on the web count up its name.
        fileprivate func isMain(_ part: String) -> Bool {
            part.lowercased().hasPrefix(mainPart.lowercased().dropLast(".xml".count))
                && part.lowercased().hasSuffix(".xml")
        }
    }

    /// - Throws: `DocumentProblem`.
    static func contents(of archive: inout ZIPArchive, kind: Kind) throws -> DocumentContents {
        guard archive.entries.contains(where: { kind.isMain($0.name) }) else {
            throw DocumentProblem.damaged(
                LocalizedText(zh: "里面没有 \(kind.mainPart)", en: "it holds no \(kind.mainPart)"))
        }
        var contents = DocumentContents()
        contents.holdsMacros = archive.entries.contains { $0.name.lowercased().hasSuffix("vbaproject.bin") }
        let strings =
            kind == .xlsx ? try SharedStrings.read(try archive.part(SharedStrings.path) ?? [], SharedStrings.path) : []
        for entry in archive.entries where !entry.name.hasSuffix("/") {
            // Names of parts that differ in case are one (ISO/IEC 29500-2, 6.2.2.3).
            let part = entry.name.lowercased()
            if let embedded = Self.embedded(part) {
                switch embedded {
                // The numbers behind a chart are a workbook.
                case .document(let kind):
                    let bytes = try archive.bytes(of: entry)
                    let inner = try ZIPArchive.with(bytes) { try Self.contents(of: &$0, kind: kind) }
                    contents.add(inner, named: entry.name)
                case .object: contents.activeParts.append(entry.name)
                }
            } else if Self.isPicture(part) {
                let bytes = try archive.bytes(of: entry)
                if let kind = FileKind.signed(bytes), PictureMetadata.kinds.contains(kind) {
                    contents.add(PictureMetadata.contents(of: bytes, kind: kind), named: entry.name)
                } else {
                    OtherPart.read(bytes, entry.name, into: &contents)
                }
            } else if DocumentProperties.isProperties(part) {
                try DocumentProperties.read(try archive.bytes(of: entry), part, into: &contents)
            } else if part.hasPrefix("xl/worksheets/"), part.hasSuffix(".xml") {
                try SheetText.read(try archive.bytes(of: entry), part, strings: strings, into: &contents)
            } else if part.hasSuffix(".rels") {
                try RelationshipText.read(try archive.bytes(of: entry), part, into: &contents)
            } else if RunningText.isText(part, kind: kind) {
                try RunningText.read(try archive.bytes(of: entry), part, kind: kind, into: &contents)
            } else if !OtherPart.isForPrograms(part) {
                OtherPart.read(try archive.bytes(of: entry), entry.name, into: &contents)
            }
        }
        return contents
    }
}

extension OfficeDocument {
    /// Whether a part is a picture by its place or its name; of which kind, its bytes tell.
    private static func isPicture(_ part: String) -> Bool {
        let folders = part.split(separator: "/").dropLast()
        let ending = FileKind.ending(of: part)
        return folders.contains { $0 == "media" || $0 == "pictures" || $0 == "res" }
            || PictureMetadata.kinds.contains { $0.endings.contains(ending) }
    }

    /// A file inside a document.
    private enum Embedded {
        case document(Kind)
        /// Anything else: a reader opens it in a program of its own, whatever it does there.
        case object
    }

    /// What a part is that stands where documents keep other files (ISO/IEC 29500-1, 15.2.10 and 15.2.11).
    private static func embedded(_ part: String) -> Embedded? {
        let folders = part.split(separator: "/").dropLast()
        guard folders.contains("embeddings") || folders.contains("activex") || folders.last == "object" else {
            return nil
        }
        guard !part.hasSuffix(".rels"), !part.hasSuffix("/") else { return nil }
        let ending = part.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return Kind(rawValue: ending).map { .document($0) } ?? .object
    }
}

/// Paragraphs of documents and slides.
private enum RunningText {
    /// Elements whose text people read or wrote: runs, deleted runs, field codes, values, and text of OFD.
    private static let textElements: Set<String> = ["t", "delText", "instrText", "v", "TextCode", "definedName"]
    /// Elements whose end ends a line of text.
    private static let lineElements: Set<String> = [
        "p", "h", "tab", "br", "si", "comment", "TextObject", "tc", "v", "definedName",
    ]

    static func isText(_ part: String, kind: OfficeDocument.Kind) -> Bool {
        guard part.hasSuffix(".xml") else { return false }
        if part.hasPrefix("customxml/"), !part.contains("itemprops") { return true }
        switch kind {
        case .docx:
            let others = ["styles", "fonttable", "websettings", "numbering"]
            return part.hasPrefix("word/") && !part.contains("/theme/")
                && !others.contains { part == "word/\($0).xml" }
        case .xlsx:
            return
                part.hasPrefix("xl/")
                && ["comment", "/drawings/", "/charts/", "/diagrams/", "/workbook", "/externallinks/", "/pivotcache/"]
                    .contains(where: part.contains)
        case .pptx:
            return [
                "ppt/slides/", "ppt/notesslides/", "ppt/comments/", "ppt/commentauthors", "ppt/slidemasters/",
                "ppt/slidelayouts/", "ppt/charts/", "ppt/diagrams/",
            ].contains(where: part.hasPrefix)
        case .odt, .ods, .odp: return part == "content.xml" || part == "styles.xml"
        case .ofd: return part.hasSuffix("content.xml") || part.contains("annot")
        }
    }

    static func read(
        _ bytes: [UInt8], _ part: String, kind: OfficeDocument.Kind, into contents: inout DocumentContents
    ) throws {
        // Data that a program keeps beside a document has elements of its own, each of them a line.
        let isData = part.hasPrefix("customxml/")
        let takesAll = isData || [.odt, .ods, .odp].contains(kind)
        var line = ""
        // What Word does not show (ISO/IEC 29500-1, 17.3.2.41), of the line and of the run.
        var hidden = ""
        var isHidden = false
        var lineNumber = 1
        var isText = false
        var passages: [DocumentContents.Passage] = []
        var reviewers: Set<String> = []
        // Forms give each digit of a number a cell of its own.
        var digits = CellDigits()
        func endLine(isParagraph: Bool) {
            digits.add(line)
            if !line.allSatisfy(\.isWhitespace) {
                passages.append(.init(line, at: place(part, kind: kind, paragraph: lineNumber)))
            }
            if !hidden.allSatisfy(\.isWhitespace) {
                passages.append(.init(hidden, at: place(part, kind: kind, paragraph: lineNumber).ofHiddenText))
            }
            (line, hidden) = ("", "")
            if isParagraph { lineNumber += 1 }
        }
        try XMLPart.read(bytes, named: part, vocabulary: .any) { event in
            switch event {
            case .start(let name, let attributes):
                isText = takesAll || textElements.contains(name)
                if name == "r" { isHidden = false }
                if name == "vanish", kind == .docx { isHidden = XMLSwitch.isOn(attributes["w:val"]) }
                // Comments and tracked changes bear a name; presentations list it apart.
                let author = attributes["w:author"] ?? (name == "cmAuthor" ? attributes["name"] : nil)
                if let author { reviewers.insert(author) }
                passages += WrittenAttributes.values(of: name, attributes).map {
                    .init($0, at: place(part, kind: kind, paragraph: lineNumber))
                }
            case .text(let text):
                guard isText else { return }
                if isHidden { hidden += text } else { line += text }
            case .end(let name):
                isText = takesAll
                if name == "r" { isHidden = false }
                if name == "author", kind == .xlsx || takesAll {
                    reviewers.insert(line)
                    line = ""
                }
                if CellDigits.cells.contains(name) || CellDigits.rows.contains(name) {
                    endLine(isParagraph: false)
                    if let number = digits.end(name) {
                        passages.append(.init(number, at: place(part, kind: kind, paragraph: lineNumber)))
                    }
                }
                if isData || lineElements.contains(name) { endLine(isParagraph: name == "p" || name == "h") }
            }
        }
        endLine(isParagraph: true)
        contents.passages += passages
        contents.people += reviewers.sorted().map { .init($0, .reviewer) }
    }

    private static func place(_ part: String, kind: OfficeDocument.Kind, paragraph: Int) -> LocalizedText {
        let number = part.split(separator: "/").last.map { $0.filter(\.isNumber) } ?? ""
        switch (kind, part) {
        case (.docx, _) where kind.isMain(part), (.odt, "content.xml"):
            return LocalizedText(zh: "第 \(paragraph) 段", en: "paragraph \(paragraph)")
        case (.pptx, _) where part.hasPrefix("ppt/slides/"):
            return LocalizedText(zh: "第 \(number) 张幻灯片", en: "slide \(number)")
        case (_, _) where part.contains("header"): return LocalizedText(zh: "页眉", en: "the header")
        case (_, _) where part.contains("footer"): return LocalizedText(zh: "页脚", en: "the footer")
        case (_, _) where part.contains("comment"): return LocalizedText(zh: "批注", en: "a comment")
        case (_, _) where part.contains("notes"): return LocalizedText(zh: "备注或脚注", en: "a note")
        default: return LocalizedText(zh: "“\(part)”", en: "“\(part)”")
        }
    }
}

/// Attributes that hold words which somebody wrote: alternative texts, tips, fields, lists to choose from, names of sheets.
enum WrittenAttributes {
    private static let names: [String: [String]] = [
        "docVar": ["w:val"], "fldSimple": ["w:instr"], "docPr": ["descr", "title"], "cNvPr": ["descr", "title"],
        "alias": ["w:val"], "tag": ["w:val"], "listItem": ["w:displayText", "w:value"], "helpText": ["w:val"],
        "statusText": ["w:val"], "default": ["w:val"], "sheet": ["name"], "hyperlink": ["tooltip", "display"],
        "dataValidation": ["prompt", "promptTitle", "error", "errorTitle"],
        // Drawings of Word before 2007 and of WPS, with their texts in shapes.
        "shape": ["alt", "title"], "rect": ["alt", "title"], "roundrect": ["alt", "title"], "oval": ["alt", "title"],
        "line": ["alt", "title"], "polyline": ["alt", "title"], "group": ["alt", "title"],
        "imagedata": ["o:title", "title", "alt"], "textpath": ["string"],
        // The cells behind a pivot table (ISO/IEC 29500-1, 18.10.1).
        "s": ["v"], "n": ["v"],
    ]

    static func values(of element: String, _ attributes: XMLPart.Attributes) -> [String] {
        guard let names = names[element] else { return [] }
        return names.compactMap { attributes[$0] }
    }
}

/// Parts that no standard has, or that stand beside the text: whoever unpacks the document reads them.
private enum OtherPart {
    /// Parts that programs keep for themselves.
    static func isForPrograms(_ part: String) -> Bool {
        part == "[content_types].xml" || part == "mimetype" || part.hasPrefix("meta-inf/")
            || part.hasPrefix("configurations2/") || part.hasSuffix(".xml")
    }

    /// Drawings and typefaces whose bytes say nothing that can be searched.
    private static let binaries: Set<String> = ["emf", "wmf", "wdp", "bin", "odttf", "fntdata"]

    static func read(_ bytes: [UInt8], _ part: String, into contents: inout DocumentContents) {
        guard !binaries.contains(FileKind.ending(of: part)) else { return }
        guard let kind = bytes.isEmpty ? nil : FileKind(bytes), kind.treatment == .text || [.html, .svg].contains(kind)
        else { return }
        contents.add(PlainText.contents(of: bytes), named: part)
    }
}

/// Addresses that a document's hyperlinks lead to; they do not stand in its text.
private enum RelationshipText {
    static func read(_ bytes: [UInt8], _ part: String, into contents: inout DocumentContents) throws {
        var targets: [String] = []
        try XMLPart.read(bytes, named: part, vocabulary: .any) { event in
            guard case .start("Relationship", let attributes) = event, attributes["TargetMode"] == "External",
                let target = attributes["Target"]
            else { return }
            // What follows the scheme is the address that a person would read.
            targets.append(target.hasPrefix("mailto:") ? String(target.dropFirst("mailto:".count)) : target)
        }
        contents.passages += targets.map { .init($0, at: LocalizedText(zh: "超链接", en: "a hyperlink")) }
    }
}
