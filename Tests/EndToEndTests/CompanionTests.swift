import Foundation
import TestSupport
import Testing

@Suite("Programs and libraries beside ours")
struct CompanionTests {
    private static let number = "13812345678"

    @Test("without the programs that read PDF files one finding says so, however many files there are")
    func withoutPrograms() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        for name in ["a", "b", "c"] {
            try SamplePDF.saying("Tel \(Self.number)").write(
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
