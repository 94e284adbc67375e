import Documents

/// A filled form as it was handed in: bytes that nobody vouches for.
///
/// Only parts of the main text, its notes, styles and lists, its own pictures and the words of its charts are read. What the
/// file refers to outside itself is never looked at.
struct WordFile {
    /// Kilobytes are usual; photos make some megabytes.
    static let maximumByteCount = 10 * 1024 * 1024
    static let maximumPictures = 40
    private static let maximumDrawings = 40

    let content: WordContent
    /// By the relations that lead to them.
    let pictures: [WordContent.RelationID: [UInt8]]
    /// Pictures in the file that were not taken because of their number.
    let picturesBeyondLimit: Set<WordContent.RelationID>
    /// What the file refers to outside itself, but for links that a reader follows by hand: the last part of each type of
    /// relation (ISO/IEC 29500-1, annex L), such as `attachedTemplate`.
    let outsideReferences: Set<String>

    /// - Throws: `FilledFormProblem`.
    init(_ bytes: [UInt8]) throws {
        guard !bytes.isEmpty else { throw FilledFormProblem.empty }
        guard bytes.count <= Self.maximumByteCount else { throw FilledFormProblem.tooLarge }
        guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { throw FilledFormProblem.oldOrLocked }
        guard bytes.starts(with: [0x50, 0x4B]) else { throw FilledFormProblem.noWord }
        do {
            self = try ZIPArchive.with(bytes) { try WordFile(archive: &$0) }
        } catch let problem as DocumentProblem {
            throw FilledFormProblem(problem)
        }
    }

    private init(archive: inout ZIPArchive) throws {
        let package = try WordPackage(&archive)
        let styles = try package.links.part(ofKind: "styles").flatMap { try archive.part($0) }.map {
            try WordStyles($0)
        }
        let numbering = try package.links.part(ofKind: "numbering").flatMap { try archive.part($0) }.map {
            try WordNumbering($0)
        }
        func read(_ bytes: [UInt8], _ part: WordContent.Part) throws -> WordContent {
            try WordContentReader.read(
                bytes, part: part, styles: styles ?? WordStyles(), numbering: numbering ?? WordNumbering())
        }
        var content = try read(package.document, .document)
        var links = [WordContent.Part.document: package.links]
        for part in [WordContent.Part.footnotes, .endnotes] {
            guard let path = package.links.part(ofKind: part.rawValue), let bytes = try archive.part(path) else {
                continue
            }
            content.takeNotes(of: try read(bytes, part))
            links[part] = try WordPackage.links(ofPart: path, in: &archive)
        }
        if content.controls.contains(where: { $0.hint == .uncertain }) {
            let glossary = try package.links.part(ofKind: "glossaryDocument").flatMap { try archive.part($0) }
            content.settleHints(by: try glossary.map { try ControlHints.read($0) } ?? [:])
        }
        for drawing in content.drawings.prefix(Self.maximumDrawings) {
            let path = links[drawing.relation.part]?.part(drawing.relation.name)
            let words = try path.flatMap { try archive.part($0) }.map { try DrawingWords.read($0) }
            content.remarks.add(drawing.kind, words ?? "")
        }
        for link in content.links {
            guard let target = links[link.part]?.all.first(where: { $0.id == link.name })?.target else { continue }
            if target.hasPrefix("http") { content.remarks.add(.link, target) }
        }
        self.content = content
        (pictures, picturesBeyondLimit) = try Self.pictures(links, in: &archive)
        outsideReferences = try Self.outsideReferences(in: &archive)
    }

    private static func pictures(
        _ links: [WordContent.Part: WordPackage.Links], in archive: inout ZIPArchive
    ) throws -> (taken: [WordContent.RelationID: [UInt8]], beyondLimit: Set<WordContent.RelationID>) {
        var pictures: [WordContent.RelationID: [UInt8]] = [:]
        var beyondLimit: Set<WordContent.RelationID> = []
        let stored = Set(archive.entries.map(\.name))
        for part in WordContent.Part.allCases {
            guard let links = links[part] else { continue }
            for link in links.all where !link.isExternal && link.kind == "image" {
                guard pictures.count < maximumPictures else {
                    if link.part(from: links.folder).map(stored.contains) == true {
                        beyondLimit.insert(.init(part: part, name: link.id))
                    }
                    continue
                }
                pictures[.init(part: part, name: link.id)] = try link.part(from: links.folder).flatMap {
                    try archive.part($0)
                }
            }
        }
        return (pictures, beyondLimit)
    }

    private static func outsideReferences(in archive: inout ZIPArchive) throws -> Set<String> {
        var kinds: Set<String> = []
        for name in archive.entries.map(\.name) where name.hasSuffix(".rels") {
            let links = try archive.part(name).map { try PackageRelationship.read($0, named: ".rels") }
            for link in links ?? [] where link.isExternal {
                kinds.insert(link.kind.split(separator: "/").last.map(String.init) ?? "")
            }
        }
        return kinds.subtracting(["hyperlink"])
    }
}

extension WordContent {
    /// Takes over what stands in another part.
    fileprivate mutating func takeNotes(of other: WordContent) {
        notes.merge(other.notes) { first, _ in first }
        remarks.add(contentsOf: other.remarks)
        drawings += other.drawings
        links += other.links
    }

    /// Decides which controls show their hints, by the words that the file keeps for them.
    fileprivate mutating func settleHints(by hints: [String: String]) {
        controls = controls.map { control in
            guard control.hint == .uncertain else { return control }
            let text = LabelText.normal(WordContent.text(of: control.blocks))
            let hint = control.placeholder.flatMap { hints[$0] }.map(LabelText.normal)
            let isHint = text == hint || ControlHints.usual.contains(text)
            return Control(
                tag: control.tag, alias: control.alias, placeholder: control.placeholder,
                hint: isHint ? .shown : .absent,
                isChecked: control.isChecked, blocks: control.blocks)
        }
    }
}

/// The hints of controls.
private enum ControlHints {
    /// Those of Word and WPS themselves, where the form names none.
    static let usual = Set(
        [
            "单击或点击此处输入文字。", "单击此处输入文字。", "单击或点击此处输入日期。", "单击此处输入日期。", "选择一项。", "点击此处输入文字。", "点击此处添加文字",
            "Click or tap here to enter text.", "Click here to enter text.", "Click or tap to enter a date.",
            "Choose an item.",
        ].map(LabelText.normal))

    /// Those that a Word file keeps (ISO/IEC 29500-1, 17.12), by the names of their entries.
    static func read(_ bytes: [UInt8]) throws -> [String: String] {
        var hints: [String: String] = [:]
        var name = ""
        var text = ""
        var isText = false
        try XMLPart.read(bytes, named: "word/glossary/document.xml", vocabulary: .word) { event in
            switch event {
            case .start("docPart", _): (name, text) = ("", "")
            case .start("name", let attributes): name = attributes["w:val"] ?? ""
            case .start("t", _): isText = true
            case .text(let characters): if isText { text += characters }
            case .end("t"): isText = false
            case .end("docPart"): if !name.isEmpty { hints[name] = text }
            default: break
            }
        }
        return hints
    }
}

/// The words by which a person knows a chart or diagram: its title, else what stands in it.
private enum DrawingWords {
    private static let maximumCount = 12

    static func read(_ bytes: [UInt8]) throws -> String {
        var titles: [String] = []
        var words: [String] = []
        var text: String?
        var titleDepth = 0
        try XMLPart.read(bytes, named: "drawing", vocabulary: .prefixed) { event in
            switch event {
            case .start("c:title", _): titleDepth += 1
            case .end("c:title"): titleDepth -= 1
            case .start("a:t", _), .start("c:v", _): text = ""
            case .text(let characters): if text != nil { text? += characters }
            case .end("a:t"), .end("c:v"):
                if let text, !text.allSatisfy({ $0.isWhitespace || $0.isNumber || $0 == "." }) {
                    if titleDepth > 0 { titles.append(text) } else if words.count < maximumCount { words.append(text) }
                }
                text = nil
            default: break
            }
        }
        return titles.isEmpty ? words.joined(separator: "、") : titles.joined()
    }
}
