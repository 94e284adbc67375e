import Documents

/// Looks for what makes Word say that a file is damaged, or WPS show no table.
struct WordLint {
    private(set) var faults: [String] = []

    /// Orders of elements in the sequences of ISO/IEC 29500-1's schema, as far as forms use them.
    private static let orders: [String: [String]] = [
        "pPr": ["pStyle", "keepNext", "pageBreakBefore", "spacing", "ind", "jc", "outlineLvl"],
        "rPr": ["rStyle", "rFonts", "b", "bCs", "color", "sz", "szCs", "lang"],
        "tblPr": ["tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar"],
        "tcPr": ["tcW", "gridSpan", "vMerge", "tcBorders", "vAlign"],
        "sdtPr": [
            "rPr", "alias", "tag", "id", "lock", "placeholder", "temporary", "showingPlcHdr", "text", "date",
            "dropDownList", "checkbox",
        ],
        "sectPr": ["headerReference", "footerReference", "pgSz", "pgMar"],
        "tbl": ["tblPr", "tblGrid", "tr"],
        "docPartPr": ["name", "category", "types", "behaviors", "guid"],
        "style": ["name", "basedOn", "qFormat", "pPr", "rPr", "tblPr"],
        "font": ["altName", "charset", "family", "pitch"],
    ]

    init(_ bytes: [UInt8]) throws {
        var parts: [(name: String, bytes: [UInt8])] = []
        try ZIPArchive.with(bytes) { archive in
            for entry in archive.entries { parts.append((entry.name, try archive.bytes(of: entry))) }
        }
        check(names: parts.map(\.name))
        let trees = try Dictionary(uniqueKeysWithValues: parts.map { ($0.name, try XMLTree.read($0.bytes)) })
        checkTypes(trees)
        checkRelations(trees)
        for (name, tree) in trees.sorted(by: { $0.key < $1.key }) { checkElements(tree, in: name) }
        if let document = trees["word/document.xml"] { checkControls(document, trees["word/glossary/document.xml"]) }
    }

    /// A document's main part alone.
    init(document: String) throws {
        let tree = try XMLTree.read(Array(document.utf8))
        checkElements(tree, in: "document")
        checkControls(tree, nil)
    }

    private mutating func check(names: [String]) {
        if names.first != "[Content_Types].xml" { faults.append("content types do not come first") }
        if Set(names.map { $0.lowercased() }).count != names.count { faults.append("a name is used twice") }
        if names.contains(where: { $0.contains("\\") }) { faults.append("a name has a backslash") }
    }

    private mutating func checkTypes(_ trees: [String: XMLTree]) {
        guard let types = trees["[Content_Types].xml"] else { return faults.append("no content types") }
        let defaults = Set(types.all("Default").compactMap { $0.attributes["Extension"] })
        let overrides = types.all("Override").compactMap { $0.attributes["PartName"] }
        for part in overrides where trees[String(part.dropFirst())] == nil {
            faults.append("type of \(part), which is missing")
        }
        for name in trees.keys where !overrides.contains("/" + name) {
            if !defaults.contains(String(name.split(separator: ".").last ?? "")) {
                faults.append("\(name) has no type")
            }
        }
    }

    private mutating func checkRelations(_ trees: [String: XMLTree]) {
        for (name, tree) in trees where name.hasSuffix(".rels") {
            let folder = name.split(separator: "/").dropLast(2).joined(separator: "/")
            for relation in tree.children {
                let target = (folder.isEmpty ? "" : folder + "/") + (relation.attributes["Target"] ?? "")
                if trees[target] == nil { faults.append("\(name) leads to \(target), which is missing") }
            }
        }
        let ids = Set(trees["word/_rels/document.xml.rels"]?.children.compactMap { $0.attributes["Id"] } ?? [])
        for element in trees["word/document.xml"]?.all ?? [] {
            if let id = element.attributes["r:id"], !ids.contains(id) { faults.append("relation \(id) is missing") }
        }
    }

    private mutating func checkElements(_ tree: XMLTree, in part: String) {
        if let ignorable = tree.attributes["mc:Ignorable"] {
            for prefix in ignorable.split(separator: " ") where tree.attributes["xmlns:\(prefix)"] == nil {
                faults.append("\(part): prefix \(prefix) is not declared")
            }
        }
        for element in tree.all {
            if let order = Self.orders[element.name] {
                let places = element.children.map { order.firstIndex(of: $0.name) ?? -1 }
                if places.contains(-1) { faults.append("\(part): unknown child of \(element.name)") }
                if places != places.sorted() { faults.append("\(part): wrong order in \(element.name)") }
            }
            switch element.name {
            case "tc":
                let blocks = element.children.filter { $0.name != "tcPr" }
                if blocks.isEmpty { faults.append("\(part): a cell without a paragraph") }
                if blocks.last.map({ $0.name != "p" }) == true {
                    faults.append("\(part): a cell does not end with a paragraph")
                }
            case "tbl": checkTable(element, in: part)
            case "p":
                if element.children.contains(where: { $0.name == "p" || $0.name == "tbl" }) {
                    faults.append("\(part): a paragraph in a paragraph")
                }
                for control in element.children where control.name == "sdt" {
                    if control["sdtContent"]?.children.contains(where: { $0.name == "p" }) == true {
                        faults.append("\(part): a paragraph in a control inside a paragraph")
                    }
                }
            case "r": if element["p"] != nil { faults.append("\(part): a paragraph in a run") }
            case "t": if element.text.contains(where: \.isNewline) { faults.append("\(part): a line break in text") }
            default: break
            }
        }
    }

    private mutating func checkTable(_ table: XMLTree, in part: String) {
        let grid = table["tblGrid"]?.children.compactMap { $0.attributes["w:w"].flatMap { Int($0) } } ?? []
        if table["tblPr"]?["tblW"]?.attributes["w:w"].flatMap({ Int($0) }) != grid.reduce(0, +) {
            faults.append("\(part): the grid is not as wide as the table")
        }
        for row in table.children where row.name == "tr" {
            var column = 0
            for cell in row.children where cell.name == "tc" {
                let span = cell["tcPr"]?["gridSpan"]?.value.flatMap { Int($0) } ?? 1
                guard column + span <= grid.count else { return faults.append("\(part): a row is wider than the grid") }
                let width = cell["tcPr"]?["tcW"]?.attributes["w:w"].flatMap { Int($0) }
                if width != grid[column..<column + span].reduce(0, +) {
                    faults.append("\(part): a cell is not as wide as its columns")
                }
                column += span
            }
            if column != grid.count { faults.append("\(part): a row is narrower than the grid") }
        }
    }

    private mutating func checkControls(_ document: XMLTree, _ glossary: XMLTree?) {
        let controls = document.all("sdt")
        let ids = controls.compactMap { $0["sdtPr"]?["id"]?.value.flatMap { Int32($0) } }
        if ids.count != controls.count || Set(ids).count != ids.count || ids.contains(0) {
            faults.append("ids of controls")
        }
        let tags = controls.compactMap { $0["sdtPr"]?["tag"]?.value }
        if Set(tags).count != controls.count { faults.append("tags of controls") }
        let entries = Set(glossary?.all("docPart").compactMap { $0["docPartPr"]?["name"]?.value } ?? [])
        for control in controls {
            if control["sdtContent"]?.children.isEmpty != false { faults.append("a control without content") }
            if let entry = control["sdtPr"]?["placeholder"]?["docPart"]?.value, glossary != nil,
                !entries.contains(entry)
            {
                faults.append("no hint \(entry)")
            }
        }
    }
}
