import Foundation
import TestSupport
import Testing

@Suite("Programs and libraries beside ours")
struct CompanionTests {
    private static let number = "13812345678"

    private static func pdf(_ line: String) -> String {
        let stream = "BT /F1 12 Tf 72 700 Td (\(line)) Tj ET"
        return """
            %PDF-1.4
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
            3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
            4 0 obj <</Length \(stream.utf8.count)>> stream
            \(stream)
            endstream endobj
            5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
            trailer <</Root 1 0 R>>
            %%EOF

            """
    }

    @Test("without the programs that read PDF files one finding says so, however many files there are")
    func withoutPrograms() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        for name in ["a", "b", "c"] {
            try Self.pdf("Tel \(Self.number)").write(
                toFile: site + "/content/forms/application/\(name).pdf", atomically: true, encoding: .utf8)
        }
        let output = try Program.run(
            ["check", "--lang", "en", "--only", "file/*", "--format", "plain"], in: site,
            environment: ["PATH": "/nowhere"])
        let lines = output.out.split(separator: "\n").filter { $0.contains("file/opaque") }
        #expect(lines.count == 1 && lines[0].contains("pdfinfo, pdftotext, qpdf"), "\(output.out)")
    }

    @Test("the program links no library that binds who hands it on")
    func links() throws {
        let libraries = try Tool.run("/usr/bin/ldd", [Program.path])
        #expect(libraries.contains("libcmark-gfm"))
        for name in ["poppler", "qpdf", "mupdf", "libgs.", "readline"] { #expect(!libraries.contains(name), "\(name)") }
    }
}
