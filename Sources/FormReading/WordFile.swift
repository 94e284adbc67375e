import Diagnostics
import DocumentReading

/// A filled form as it was handed in: bytes that nobody vouches for.
///
/// Only parts of the main text, its lists and its own pictures are read. What the file refers to outside itself is never
/// looked at.
struct WordFile {
    /// Kilobytes are usual; photos make some megabytes.
    static let maximumByteCount = 10 * 1024 * 1024
    private static let maximumEntries = 512
    private static let maximumPictures = 40

    let content: WordContent
    /// Numbers of lists whose items have bullets.
    let bulletLists: Set<String>
    /// By the relations that lead to them.
    let pictures: [String: [UInt8]]
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
        try Self.checkNames(archive.entries.map(\.name))
        guard let types = try archive.part("[Content_Types].xml") else { throw FilledFormProblem.noWord }
        try Self.checkKind(of: types)
        guard let relations = try archive.part("_rels/.rels") else { throw FilledFormProblem.noWord }
        let main = try Self.relations(relations).first { $0.kind == "officeDocument" && !$0.isExternal }
        guard let path = main?.part(from: ""), let document = try archive.part(path)
        else { throw FilledFormProblem.noWord }
        content = try WordContentReader.read(document)
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let name = path.split(separator: "/").last ?? ""
        let links = try archive.part("\(folder)/_rels/\(name).rels").map(Self.relations) ?? []
        var bulletLists: Set<String> = []
        var pictures: [String: [UInt8]] = [:]
        for link in links where !link.isExternal {
            guard let target = link.part(from: folder) else { continue }
            if link.kind == "numbering", let part = try archive.part(target) {
                bulletLists = try ListKinds.bulletLists(in: part)
            } else if link.kind == "image", pictures.count < Self.maximumPictures {
                pictures[link.id] = try archive.part(target)
            }
        }
        self.bulletLists = bulletLists
        self.pictures = pictures
        outsideReferences = try Self.outsideReferences(in: &archive)
    }

    private static func outsideReferences(in archive: inout ZIPArchive) throws -> Set<String> {
        var kinds: Set<String> = []
        for name in archive.entries.map(\.name) where name.hasSuffix(".rels") {
            for relation in try archive.part(name).map(relations) ?? [] where relation.isExternal {
                kinds.insert(relation.kind.split(separator: "/").last.map(String.init) ?? "")
            }
        }
        return kinds.subtracting(["hyperlink"])
    }

    /// Names that no program writes: they are there to be unpacked somewhere, or to be read by one program and not by
    /// another.
    private static func checkNames(_ names: [String]) throws {
        guard names.count <= maximumEntries else {
            throw FilledFormProblem.excessive(
                LocalizedText(zh: "里面有 \(names.count) 个文件", en: "it holds \(names.count) files"))
        }
        var seen: Set<String> = []
        for name in names {
            let parts = name.split(separator: "/", omittingEmptySubsequences: false)
            if name.hasPrefix("/") || name.contains("\\") || parts.contains("..") {
                throw FilledFormProblem.damaged(
                    LocalizedText(zh: "里面有指向外面的文件名", en: "a name in it leads out of it"))
            }
            guard seen.insert(name.lowercased()).inserted else {
                throw FilledFormProblem.damaged(LocalizedText(zh: "“\(name)”出现两次", en: "it holds “\(name)” twice"))
            }
            if name.lowercased().hasSuffix("vbaproject.bin") { throw FilledFormProblem.macros }
        }
    }

    /// The kind of the main part, by its content type.
    private static func checkKind(of types: [UInt8]) throws {
        var kinds: [String] = []
        try XMLPart.read(types, named: "[Content_Types].xml", vocabulary: .contentTypes) { event in
            if case .start(_, let attributes) = event, let type = attributes["ContentType"] { kinds.append(type) }
        }
        if kinds.contains(where: { $0.contains("macroEnabled") || $0.contains("vbaProject") }) {
            throw FilledFormProblem.macros
        }
        guard !kinds.contains(where: { $0.hasSuffix("wordprocessingml.document.main+xml") }) else { return }
        throw kinds.contains { $0.hasSuffix("wordprocessingml.template.main+xml") }
            ? FilledFormProblem.template : FilledFormProblem.noWord
    }

    private static func relations(_ bytes: [UInt8]) throws -> [PackageRelationship] {
        try PackageRelationship.read(bytes, named: ".rels")
    }
}

/// Which lists of a Word file have bullets (ISO/IEC 29500-1, 17.9).
enum ListKinds {
    static func bulletLists(in bytes: [UInt8]) throws -> Set<String> {
        var bulletKinds: Set<String> = []
        var kindOfList: [String: String] = [:]
        var kind = ""
        var list = ""
        try XMLPart.read(bytes, named: "word/numbering.xml", vocabulary: .word) { event in
            guard case .start(let name, let attributes) = event else { return }
            switch name {
            case "abstractNum": (kind, list) = (attributes["w:abstractNumId"] ?? "", "")
            case "num": list = attributes["w:numId"] ?? ""
            case "abstractNumId" where !list.isEmpty: kindOfList[list] = attributes["w:val"]
            case "numFmt" where list.isEmpty && attributes["w:val"] == "bullet": bulletKinds.insert(kind)
            default: break
            }
        }
        return Set(kindOfList.filter { bulletKinds.contains($0.value) }.keys)
    }
}
