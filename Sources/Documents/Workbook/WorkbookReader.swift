import Diagnostics

extension Workbook {
    /// Reads a workbook of Excel, WPS or LibreOffice (`.xlsx`).
    ///
    /// - Throws: `DocumentProblem`, one for the whole file: a workbook that is damaged anywhere is not read at all.
    package static func read(_ bytes: [UInt8]) throws -> Workbook {
        guard bytes.count <= maximumByteCount else {
            throw DocumentProblem.excessive(
                LocalizedText(
                    zh: "文件超过 \(maximumByteCount / 1024 / 1024) MiB",
                    en: "it is larger than \(maximumByteCount / 1024 / 1024) MiB"))
        }
        // Old formats of Excel and WPS, and files with a password, which are wrapped in the old format.
        guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
            throw DocumentProblem.damaged(
                LocalizedText(
                    zh: "它是旧格式（.xls、.et）的表格，或设有密码", en: "it is a table of the old format (.xls, .et) or has a password")
            )
        }
        guard bytes.starts(with: [0x50, 0x4B]) else {
            throw DocumentProblem.damaged(LocalizedText(zh: "它不是 .xlsx 表格", en: "it is no .xlsx workbook"))
        }
        return try ZIPArchive.with(bytes) { archive in
            try refuseTwins(archive)
            return try WorkbookParts(&archive).workbook(&archive)
        }
    }

    /// Two parts of one name: which of them a program shows is anybody's guess. Names are compared as Windows does.
    private static func refuseTwins(_ archive: ZIPArchive) throws {
        var names: Set<String> = []
        for entry in archive.entries where !names.insert(entry.name.lowercased()).inserted {
            throw DocumentProblem.damaged(
                LocalizedText(zh: "里面有两个“\(entry.name)”", en: "it holds “\(entry.name)” twice"))
        }
    }
}

/// Finds the parts of a workbook by their relationships (ISO/IEC 29500-2, 9.3).
private struct WorkbookParts {
    /// A part that the workbook refers to.
    private struct Target {
        let id: String
        let kind: String
        let part: String
    }

    private let main: String
    private let targets: [Target]

    init(_ archive: inout ZIPArchive) throws {
        let roots = try Self.targets(of: "_rels/.rels", below: "", &archive)
        main = roots.first { $0.kind == "officeDocument" }?.part ?? "xl/workbook.xml"
        let folder = Self.folder(of: main)
        let name = main.split(separator: "/").last.map(String.init) ?? main
        targets = try Self.targets(of: "\(folder)_rels/\(name).rels", below: folder, &archive)
    }

    func workbook(_ archive: inout ZIPArchive) throws -> Workbook {
        guard let bytes = try archive.part(main) else {
            throw DocumentProblem.damaged(LocalizedText(zh: "里面没有 \(main)", en: "it holds no \(main)"))
        }
        var listed: [(name: String, id: String, isHidden: Bool)] = []
        var countsFrom1904 = false
        // Extensions have elements of the same names.
        try XMLPart.read(bytes, named: main, vocabulary: .spreadsheet, skipping: ["extLst"]) { event in
            switch event {
            case .start("sheet", let attributes):
                let id = attributes["r:id"] ?? ""
                listed.append((attributes["name"] ?? "", id, (attributes["state"] ?? "visible") != "visible"))
            case .start("workbookPr", let attributes):
                countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
            default: break
            }
        }
        let stringsPart = part(ofKind: "sharedStrings")
        let strings = try SharedStrings.styled(
            try stringsPart.flatMap { try archive.part($0) } ?? [], stringsPart ?? SharedStrings.path)
        let stylesPart = part(ofKind: "styles")
        let formats = try NumberFormats.read(try stylesPart.flatMap { try archive.part($0) } ?? [], stylesPart ?? "")
        var sheets: [Workbook.Sheet] = []
        for sheet in listed {
            // Charts and macros stand among the sheets, without cells.
            guard let target = targets.first(where: { $0.id == sheet.id }), target.kind == "worksheet" else {
                continue
            }
            guard let bytes = try archive.part(target.part) else {
                throw DocumentProblem.damaged(
                    LocalizedText(zh: "里面没有 \(target.part)", en: "it holds no \(target.part)"))
            }
            let read = try SheetCells.read(bytes, target.part, strings: strings, formats: formats)
            sheets.append(
                Workbook.Sheet(
                    name: sheet.name, isHidden: sheet.isHidden, cells: read.cells, mergedAreas: read.mergedAreas,
                    hiddenRows: read.hiddenRows, hiddenColumns: read.hiddenColumns,
                    unknownResults: read.unknownResults, emptyResults: read.emptyResults, excess: read.excess,
                    hasDrawings: read.hasDrawings, comments: try Self.comments(on: target.part, &archive)))
        }
        guard !sheets.isEmpty else {
            throw DocumentProblem.damaged(LocalizedText(zh: "里面没有工作表", en: "it holds no worksheet"))
        }
        return Workbook(sheets: sheets, countsFrom1904: countsFrom1904)
    }

    /// What is pinned to the cells of a sheet, by the parts that it refers to. Conversations stand in the older part as well.
    private static func comments(on part: String, _ archive: inout ZIPArchive) throws -> [Workbook.Place: String] {
        let folder = folder(of: part)
        let relations = "\(folder)_rels/\(part.dropFirst(folder.count)).rels"
        var comments: [Workbook.Place: String] = [:]
        for kind in ["comments", "threadedComment"] {
            for target in try targets(of: relations, below: folder, &archive) where target.kind == kind {
                guard let bytes = try archive.part(target.part) else { continue }
                comments.merge(try SheetComments.read(bytes, target.part)) { $1 }
            }
        }
        return comments
    }

    private func part(ofKind kind: String) -> String? { targets.first { $0.kind == kind }?.part }

    /// Relationships to parts of the same file; what stands elsewhere is not looked at.
    private static func targets(
        of part: String, below folder: String, _ archive: inout ZIPArchive
    ) throws -> [Target] {
        guard let bytes = try archive.part(part) else { return [] }
        return try PackageRelationship.read(bytes, named: part).compactMap { relationship in
            guard !relationship.isExternal, let target = relationship.part(from: folder) else { return nil }
            return Target(id: relationship.id, kind: relationship.kind, part: target)
        }
    }

    /// With a slash at its end; empty for a part at the top.
    private static func folder(of part: String) -> String {
        part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    }
}
