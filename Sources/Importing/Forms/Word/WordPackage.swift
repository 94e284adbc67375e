import Diagnostics
import Documents

/// How the parts of a Word file belong together (ISO/IEC 29500-2).
struct WordPackage {
    /// What one part refers to.
    struct Links {
        fileprivate(set) var folder = ""
        fileprivate(set) var all: [PackageRelationship] = []

        /// The name of the part that a relationship leads to; `nil` where it leads out of the file.
        func part(_ id: String) -> String? { all.first { $0.id == id && !$0.isExternal }?.part(from: folder) }

        /// Of the first relationship of a kind.
        func part(ofKind kind: String) -> String? {
            all.first { $0.kind == kind && !$0.isExternal }?.part(from: folder)
        }
    }

    private static let maximumEntries = 512

    /// The part with the main text.
    let document: [UInt8]
    /// What the main text refers to.
    let links: Links

    /// - Throws: `FilledFormProblem`, `DocumentProblem`.
    init(_ archive: inout ZIPArchive) throws {
        try Self.checkNames(archive.entries.map(\.name))
        guard let types = try archive.part("[Content_Types].xml") else { throw FilledFormProblem.noWord }
        try Self.checkKind(of: types)
        guard let relations = try archive.part("_rels/.rels") else { throw FilledFormProblem.noWord }
        let main = Links(all: try PackageRelationship.read(relations, named: ".rels"))
        guard let path = main.part(ofKind: "officeDocument"), let document = try archive.part(path) else {
            throw FilledFormProblem.noWord
        }
        self.document = document
        links = try Self.links(ofPart: path, in: &archive)
    }

    /// What a part refers to.
    static func links(ofPart path: String, in archive: inout ZIPArchive) throws -> Links {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let name = path.split(separator: "/").last ?? ""
        let relations = try archive.part((folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels")
        return Links(folder: folder, all: try relations.map { try PackageRelationship.read($0, named: ".rels") } ?? [])
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
            guard case .start(let name, let attributes) = event, ["Override", "Default"].contains(name),
                let type = attributes["ContentType"]
            else { return }
            kinds.append(type)
        }
        if kinds.contains(where: { $0.contains("macroEnabled") || $0.contains("vbaProject") }) {
            throw FilledFormProblem.macros
        }
        guard !kinds.contains(where: { $0.hasSuffix("wordprocessingml.document.main+xml") }) else { return }
        throw kinds.contains { $0.hasSuffix("wordprocessingml.template.main+xml") }
            ? FilledFormProblem.template : FilledFormProblem.noWord
    }
}
