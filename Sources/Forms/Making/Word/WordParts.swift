import Text

/// The parts of a Word file around its text. Nobody is named in them.
struct WordParts {
    private let form: FormDefinition

    init(_ form: FormDefinition) { self.form = form }

    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    static var contentTypes: [UInt8] {
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        let overrides = [
            ("/word/document.xml", "\(word).document.main+xml"), ("/word/styles.xml", "\(word).styles+xml"),
            ("/word/settings.xml", "\(word).settings+xml"), ("/word/fontTable.xml", "\(word).fontTable+xml"),
            ("/word/footer1.xml", "\(word).footer+xml"),
            ("/word/glossary/document.xml", "\(word).document.glossary+xml"),
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ]
        return Array(
            (WordText.head + "<Types xmlns=\"\(package)/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + overrides.map { "<Override PartName=\"\($0.0)\" ContentType=\"\($0.1)\"/>" }.joined() + "</Types>")
                .utf8)
    }

    static var packageRelations: [UInt8] {
        relationships([
            ("\(relations)/officeDocument", "word/document.xml"),
            ("\(package)/relationships/metadata/core-properties", "docProps/core.xml"),
        ])
    }

    static var documentRelations: [UInt8] {
        relationships([
            ("\(relations)/styles", "styles.xml"), ("\(relations)/settings", "settings.xml"),
            ("\(relations)/fontTable", "fontTable.xml"), ("\(relations)/footer", "footer1.xml"),
            ("\(relations)/glossaryDocument", "glossary/document.xml"),
        ])
    }

    private static func relationships(_ targets: [(type: String, target: String)]) -> [UInt8] {
        let elements = targets.enumerated().map { index, target in
            "<Relationship Id=\"rId\(index + 1)\" Type=\"\(target.type)\" Target=\"\(target.target)\"/>"
        }
        return Array(
            (WordText.head + "<Relationships xmlns=\"\(package)/relationships\">\(elements.joined())</Relationships>")
                .utf8)
    }

    /// The hints of empty controls: without them Word shows five spaces once a control was cleared
    /// (ISO/IEC 29500-1, 17.5.2.25).
    var glossary: [UInt8] {
        var entries: [(tag: String, prompt: String)] = []
        for field in form.fields {
            switch field.kind {
            case .stamp, .checkbox: continue
            case .longText(_, _, let parts) where !parts.isEmpty:
                entries += parts.map { (field.tag(of: $0), $0.prompt) }
            default: entries.append((field.name, field.prompt))
            }
        }
        let parts = entries.map { tag, prompt in
            "<w:docPart><w:docPartPr><w:name w:val=\"PH_\(tag)\"/><w:category><w:name w:val=\"General\"/>"
                + "<w:gallery w:val=\"placeholder\"/></w:category><w:types><w:type w:val=\"bbPlcHdr\"/></w:types>"
                + "<w:behaviors><w:behavior w:val=\"content\"/></w:behaviors><w:guid w:val=\"\(Self.guid(of: tag))\"/>"
                + "</w:docPartPr><w:docPartBody><w:p>"
                + WordText.run(prompt, properties: "<w:color w:val=\"767676\"/>")
                + "</w:p></w:docPartBody></w:docPart>"
        }
        return Array(
            (WordText.head + "<w:glossaryDocument \(WordText.namespaces) mc:Ignorable=\"w14\"><w:docParts>"
                + parts.joined() + "</w:docParts></w:glossaryDocument>").utf8)
    }

    var properties: [UInt8] {
        let time = "\(FormMaker.year(of: form))-01-01T00:00:00Z"
        return Array(
            (WordText.head + "<cp:coreProperties xmlns:cp=\"\(Self.package)/metadata/core-properties\" "
                + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<dc:title>\(XMLText.escaped(form.title.chinese))</dc:title>"
                + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">\(time)</dcterms:created>"
                + "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">\(time)</dcterms:modified></cp:coreProperties>").utf8)
    }

    /// A number of 128 bits that only the tag decides (FNV-1a), in the form of a GUID.
    private static func guid(of tag: String) -> String {
        func hash(_ seed: UInt64) -> String {
            var value = seed
            for byte in tag.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
            let digits = String(value, radix: 16, uppercase: true)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
        let digits = Array(hash(0xCBF2_9CE4_8422_2325) + hash(0x9E37_79B9_7F4A_7C15))
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
        return "{\(groups.joined(separator: "-"))}"
    }

    static var settings: [UInt8] {
        Array(
            (WordText.head + "<w:settings \(WordText.namespaces) mc:Ignorable=\"w14\">"
                + "<w:removePersonalInformation/><w:removeDateAndTime/><w:defaultTabStop w:val=\"420\"/>"
                + "<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat><w:compatSetting "
                + "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
                + "<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:settings>").utf8)
    }

    static var fontTable: [UInt8] {
        func font(_ name: String, _ alternative: String, family: String) -> String {
            "<w:font w:name=\"\(name)\"><w:altName w:val=\"\(alternative)\"/><w:charset w:val=\"86\"/>"
                + "<w:family w:val=\"\(family)\"/><w:pitch w:val=\"variable\"/></w:font>"
        }
        return Array(
            (WordText.head + "<w:fonts \(WordText.namespaces) mc:Ignorable=\"w14\">"
                + font(WordForm.Font.title, "SimSun", family: "auto")
                + font(WordForm.Font.label, "SimHei", family: "modern")
                + font(WordForm.Font.answer, "FangSong", family: "modern") + "</w:fonts>").utf8)
    }

    static var footer: [UInt8] {
        func number(_ field: String) -> String {
            "<w:fldSimple w:instr=\" \(field) \">\(WordText.run("1"))</w:fldSimple>"
        }
        return Array(
            (WordText.head
                + "<w:ftr \(WordText.namespaces) mc:Ignorable=\"w14\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
                + WordText.run("第") + number("PAGE") + WordText.run("页 共") + number("NUMPAGES") + WordText.run("页")
                + "</w:p></w:ftr>").utf8)
    }
}
