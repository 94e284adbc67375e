import Testing

@testable import Documents

@Suite("Namespaces of XML")
struct XMLNamespaceTests {
    private func names(
        _ xml: String, _ vocabulary: XMLVocabulary = .spreadsheet, skipping: Set<String> = []
    ) throws -> [String] {
        var names: [String] = []
        try XMLPart.read(Array(xml.utf8), named: "x", vocabulary: vocabulary, skipping: skipping) { event in
            if case .start(let name, _) = event { names.append(name) }
        }
        return names
    }

    private static let sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"

    @Test(
        "an element is known by its namespace, whatever its prefix",
        arguments: [
            "<row xmlns=\"\(sheet)\"/>", "<x:row xmlns:x=\"\(sheet)\"/>", "<main:row xmlns:main=\"\(strict)\"/>",
            "<w:row xmlns:w=\"\(sheet)\"/>",
        ])
    func prefixes(xml: String) throws {
        #expect(try names(xml) == ["row"])
    }

    @Test("an element of another namespace has another name, and so has one of none")
    func others() throws {
        let xml = """
            <row xmlns="\(Self.sheet)"><x14:row xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/>\
            <row xmlns="http://example.org/"/><row xmlns=""/><p:row/></row>
            """
        #expect(try names(xml) == ["row", "x14:row", "{http://example.org/}row", "{}row", "{}p:row"])
        #expect(try names(xml, .any) == ["row", "row", "row", "row", "row"])
    }

    @Test("an element that is passed over takes with it what is in it, elements of its own name too")
    func skipping() throws {
        let xml =
            "<a xmlns=\"\(Self.sheet)\"><extLst><b/><extLst><c/></extLst><d/></extLst><extLst/><e><b/></e></a>"
        #expect(try names(xml, skipping: ["extLst"]) == ["a", "e", "b"])
    }

    @Test("an attribute is found by its namespace, whatever its prefix")
    func attributes() throws {
        let xml = """
            <p xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:z="http://example.org/"
               xmlns:rel="http://purl.oclc.org/ooxml/officeDocument/relationships" z:val="3" val="2" q:val="1" rel:id="4"/>
            """
        var values: [String?] = []
        var all: [String] = []
        try XMLPart.read(Array(xml.utf8), named: "x", vocabulary: .word) { event in
            guard case .start(_, let attributes) = event else { return }
            values = [attributes["w:val"], attributes["val"], attributes["r:id"], attributes["w14:val"]]
            all = attributes.all.map(\.name)
        }
        #expect(values == ["1", "2", "4", nil])
        #expect(
            all == [
                "xmlns:q", "xmlns:z", "xmlns:rel", "{http://example.org/}val", "val", "w:val", "r:id",
            ])
    }
}
