import Foundation
import TestSupport
import Testing

@Suite("What files and pages hold")
struct InsideDocumentsTests {
    private static let number = "13812345678"

    @Test(
        "a number inside a PDF file is found with its page, and shown in no format",
        arguments: ["text", "plain", "json", "sarif", "github", "junit", "gitlab"])
    func document(format: String) throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        try SamplePDF.saying("Tel \(Self.number)").write(
            toFile: site + "/content/forms/application/list.pdf", atomically: true, encoding: .utf8)
        let output = Shell.run(["check", "--lang", "en", "--format", format], in: site)
        #expect(output.status == 1)
        #expect(output.out.contains("page 1") && output.out.contains("list.pdf"))
        #expect(!output.out.contains(Self.number) && !output.error.contains(Self.number))
    }

    @Test("a number that markup divides is found on the page, once, and not shown")
    func dividedNumber() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        try "---\ntitle: 关于\n---\n\n电话 138[1234](draft.md)5678。\n".write(
            toFile: site + "/content/about.md", atomically: true, encoding: .utf8)
        let output = Shell.run(["check", "--lang", "en", "--only", "privacy/*", "--format", "plain"], in: site)
        let lines = output.out.split(separator: "\n")
        #expect(lines.count == 1, "\(output.out)")
        #expect(lines.first?.hasPrefix("content/about.md:2:8: error: On /about/") == true, "\(output.out)")
        #expect(!output.out.contains(Self.number))
    }

    @Test("a number that stands in the source is told there and not again for its page")
    func plainNumber() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        try "---\ntitle: 关于\n---\n\n电话 \(Self.number)。\n".write(
            toFile: site + "/content/about.md", atomically: true, encoding: .utf8)
        let output = Shell.run(["check", "--lang", "en", "--only", "privacy/*", "--format", "plain"], in: site)
        #expect(output.out.split(separator: "\n").count == 1, "\(output.out)")
        #expect(output.out.hasPrefix("content/about.md:5:4: error"))
    }

    @Test("findings in SARIF keep to its schema", arguments: ["small", "slips"])
    func sarif(kind: String) throws {
        let python = Sites.folder + "/../../.build-tools/python/bin/python"
        try #require(FileManager.default.isExecutableFile(atPath: python), "run script/bootstrap --test first")
        let scratch = try Scratch()
        let site = try scratch.site("small")
        if kind == "slips" {
            try "---\ntitle: 关于\n---\n\n见[办法](rules/measure.md)、[第三条](rules/measures.md#art-33)，电话 \(Self.number)。\n"
                .write(
                    toFile: site + "/content/about.md", atomically: true, encoding: .utf8)
        }
        let output = Shell.run(["check", "--format", "sarif"], in: site)
        let file = scratch.path + "/findings.sarif"
        try output.out.write(toFile: file, atomically: true, encoding: .utf8)
        let validation = Process()
        validation.executableURL = URL(fileURLWithPath: python)
        validation.arguments = [Sites.folder + "/../Formats/validate_sarif.py", file]
        try validation.run()
        validation.waitUntilExit()
        #expect(validation.terminationStatus == 0)
    }
}

@Suite("Names of persons in files")
struct NamesOfFilesTests {
    @Test("a number in a file's name is found, and masked wherever the name is shown")
    func number() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        try "文字\n".write(
            toFile: site + "/content/forms/application/wang-13812345678.txt", atomically: true, encoding: .utf8)
        for format in ["text", "plain", "json", "sarif"] {
            let output = Shell.run(["check", "--format", format, "--lang", "en"], in: site)
            #expect(output.status == 1 && output.out.contains("privacy/mobile"))
            #expect(!output.out.contains("13812345678"), "\(format)")
        }
    }

    @Test("thousands of numbers in one file are told in a moment, and none is shown")
    func many() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let lines = (0..<3_000).map { "1381234\(String(10_000 + $0).suffix(4))，\n" }
        try (["---\ntitle: 关于\n---\n\n"] + lines).joined().write(
            toFile: site + "/content/about.md", atomically: true, encoding: .utf8)
        let output = Shell.run(["check", "--format", "plain", "--lang", "en", "--only", "privacy/*"], in: site)
        #expect(output.out.split(separator: "\n").count == 20)
        #expect(output.out.contains("The file has 3000 of this kind.") && !output.out.contains("1381234"))
    }
}
