import Diagnostics
import Foundation
import Testing
import Text

@testable import Content
@testable import Scaffolding

@Suite("Schemas and builds")
struct SchemaAgreementTests {
    /// What a build says first about a document's own values; `nil` when it takes them.
    private static func refusal(of document: MutatedDocuments.Document) throws -> String? {
        var files: [String: [UInt8]] = [
            "site.config": Array(
                "title: 样例\nbase_url: https://example.org/\nsample: true\norganisation: {name: 某协会}\n".utf8)
        ]
        // What the others refer to, where it is not the document itself.
        files["content/awards/2020/index.md"] = Array("---\ntitle: 一\nyear: 2020\nstatus: draft\n---\n".utf8)
        files["content/awards/2020/roster.csv"] = Array(
            "id,team,enterprise,province,mode,recommender\nzj-001,某班组,浙江某公司,浙江,self,\n".utf8)
        files["content/forms/a-form/index.md"] = Array("---\ntitle: 一\nversion: '2020'\n---\n".utf8)
        let isPage = document.path.hasSuffix(".md")
        files[document.path] = Array((isPage ? "---\n" + document.yaml + "---\n\n正文。\n" : document.yaml).utf8)
        let result = try SiteLoader.load(.memory(files), jobs: 1)
        return result.diagnostics.first { finding in
            finding.severity == .error && finding.range?.file.path == document.path
                && !isAboutSeveralValues(finding)
        }.map { "\($0.rule.name): \($0.message.en)" }
    }

    /// What no schema can say: that values do not fit each other, or what is seen on a page.
    private static func isAboutSeveralValues(_ finding: Diagnostic) -> Bool {
        let phrases = [
            "before it begins", "before it was established", "before the deadline", "before the publicity period",
            "no day of publication",
            "The scores lack", "has a contrast of", "beyond the", "have no cell", "A cell has one of",
            "is no day of the edition",
        ]
        return phrases.contains { finding.message.en.contains($0) }
    }

    private static func judgements(of documents: [MutatedDocuments.Document]) throws -> [String?] {
        let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let process = Process()
        process.executableURL = repository.appending(path: ".build-tools/python/bin/python")
        process.arguments = [repository.appending(path: "Tests/ScaffoldingTests/schema_judge.py").path]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let schemas = EditorSchema.Kind.allCases.map { JSONValue.Member($0.rawValue, EditorSchema.document($0)) }
        let request = JSONValue.object([
            .init("schemas", .object(schemas)),
            .init(
                "documents",
                .array(
                    documents.map {
                        .object([.init("kind", .string($0.kind.rawValue)), .init("yaml", .string($0.yaml))])
                    })),
        ])
        try input.fileHandleForWriting.write(contentsOf: Data(request.text.utf8))
        try input.fileHandleForWriting.close()
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let list = try #require(try JSONSerialization.jsonObject(with: answer) as? [Any])
        return list.map { $0 as? String }
    }

    @Test("agree on every value of every field, both ways")
    func agreement() throws {
        // The year of an edition is that of its folder, which a schema does not see.
        let documents = MutatedDocuments.all().filter { $0.field != "year" }
        #expect(documents.count > 2000)
        let judgements = try Self.judgements(of: documents)
        var disagreements: [String] = []
        for (document, judgement) in zip(documents, judgements) {
            let refusal = try Self.refusal(of: document)
            guard (refusal == nil) != (judgement == nil) else { continue }
            disagreements.append(
                "\(document.kind) \(document.field) | \(refusal ?? "taken") | \(judgement ?? "taken")\n\(document.yaml)"
            )
        }
        #expect(disagreements == [])
    }
}
