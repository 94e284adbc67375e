import Documents
import Forms
import Testing

@Suite("Forms for print")
struct PrintedFormTests {
    private func text(_ form: FormDefinition) throws -> String {
        let bytes = try FormMaker.bytes(of: form, as: .pdf)
        return try DocumentReader.contents(of: bytes, named: "a.pdf").passages.map(\.text).joined()
            .filter { !$0.isWhitespace }
    }

    @Test("the print says every label, in the order of the form", arguments: WordFormTests.slugs)
    func labels(slug: String) throws {
        let form = try SampleForms.own(slug)
        let text = try text(form)
        for words in form.sections.flatMap(\.rows).flatMap(\.cells).compactMap(\.words) {
            let bare = words.chinese.filter { !$0.isWhitespace }
            // A label of two lines may stand around its neighbour's line.
            #expect(text.contains(bare) || text.contains(bare.prefix(4)), "\(bare)")
        }
        #expect(text.contains("表格编号：\(form.id)/2020"))
    }

    @Test("a character that the fonts lack is told instead of printed as a box")
    func missing() throws {
        let form = FormDefinition(
            id: "a", title: FormText("表\u{E000}格\u{10FFFD}"), version: "2020", formats: [.pdf], sections: [], note: nil)
        #expect(throws: FormMakingError.charactersMissing("\u{E000}\u{10FFFD}")) {
            try FormMaker.bytes(of: form, as: .pdf)
        }
    }
}
